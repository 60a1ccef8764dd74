-- What tables are when they leave Lua, lists or maps, and values that Lua has no word for.

local floor = math.floor
local shapes = {}

-- the size that a decoded list had, or MAP
local MAP = -1
local came = setmetatable({}, { __mode = "k" })

function shapes.came_as_list(values, size) came[values] = size end

function shapes.came_as_map(values) came[values] = MAP end

-- What the library json calls a value.
function shapes.mark(value)
  local meta = debug.getmetatable(value)
  return type(meta) == "table" and rawget(meta, "__gleam")
end

-- How many elements a table has as a list, nils among them; nil when it is a map. A list has the keys 1 to n, of which half may
-- be missing; what came as a list or a map stays one.
function shapes.list_size(values, refuse)
  local shape = came[values]
  if shape == MAP or shapes.mark(values) == "object" then return nil end
  local count, greatest, others = 0, 0, false
  for key in next, values do
    if type(key) == "number" and key >= 1 and key == floor(key) then
      count = count + 1
      if key > greatest then greatest = key end
    else
      others = true
    end
  end
  if others then
    if shape or rawget(values, 1) ~= nil then
      refuse("a table with elements and other keys beside them cannot be a column")
    end
    return nil
  end
  local least = shape or 0
  return greatest <= math.max(least, 2 * count) and math.max(greatest, least) or nil
end

local proxy = newproxy(true)
local opaque_bytes = setmetatable({}, { __mode = "k" })

-- A value that passes through as the bytes it came as.
function shapes.opaque(bytes)
  local value = newproxy(proxy)
  opaque_bytes[value] = bytes
  return value
end

-- The bytes of such a value; nil for any other.
function shapes.bytes(value) return value ~= nil and opaque_bytes[value] or nil end

-- Bytes that the engine reads as bytes, in a control map.
function shapes.blob(bytes)
  local size = #bytes
  local length = string.char(floor(size / 2 ^ 24), floor(size / 2 ^ 16) % 256, floor(size / 2 ^ 8) % 256, size % 256)
  return shapes.opaque("\201" .. length .. "\0" .. bytes)
end

return shapes
