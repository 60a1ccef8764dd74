-- MessagePack to Lua values.

local ffi = require "ffi"
local Int64, shapes, failure = ...

local MAX_DEPTH = 128

local messagepack = {}

local function malformed(what) failure.throw("DATA", "malformed row: " .. what) end

local function big_endian(b, at, count)
  local v = 0
  for i = at, at + count - 1 do v = v * 256 + b[i] end
  return v
end

-- By first byte: how many bytes the length takes, how many fixed ones follow, how many values an element has.
local sizes = {
  [0xc4] = { length = 1, fixed = 0 }, [0xc5] = { length = 2, fixed = 0 }, [0xc6] = { length = 4, fixed = 0 },
  [0xc7] = { length = 1, fixed = 1 }, [0xc8] = { length = 2, fixed = 1 }, [0xc9] = { length = 4, fixed = 1 },
  [0xca] = { length = 0, fixed = 4 }, [0xcb] = { length = 0, fixed = 8 },
  [0xcc] = { length = 0, fixed = 1 }, [0xcd] = { length = 0, fixed = 2 }, [0xce] = { length = 0, fixed = 4 },
  [0xcf] = { length = 0, fixed = 8 }, [0xd0] = { length = 0, fixed = 1 }, [0xd1] = { length = 0, fixed = 2 },
  [0xd2] = { length = 0, fixed = 4 }, [0xd3] = { length = 0, fixed = 8 },
  [0xd4] = { length = 0, fixed = 2 }, [0xd5] = { length = 0, fixed = 3 }, [0xd6] = { length = 0, fixed = 5 },
  [0xd7] = { length = 0, fixed = 9 }, [0xd8] = { length = 0, fixed = 17 },
  [0xd9] = { length = 1, fixed = 0 }, [0xda] = { length = 2, fixed = 0 }, [0xdb] = { length = 4, fixed = 0 },
  [0xdc] = { length = 2, children = 1 }, [0xdd] = { length = 4, children = 1 },
  [0xde] = { length = 2, children = 2 }, [0xdf] = { length = 4, children = 2 },
}

-- The end of the value at `at`, which must lie before `stop`.
local function skip(b, at, stop)
  local left = 1
  while left > 0 do
    if at >= stop then malformed("it is cut short") end
    local first = b[at]
    left = left - 1
    if first < 0x80 or first >= 0xe0 or first == 0xc0 or first == 0xc2 or first == 0xc3 then
      at = at + 1
    elseif first < 0x90 then
      left, at = left + 2 * (first - 0x80), at + 1
    elseif first < 0xa0 then
      left, at = left + first - 0x90, at + 1
    elseif first < 0xc0 then
      at = at + 1 + first - 0xa0
    elseif first == 0xc1 then
      malformed("no value starts with the byte c1")
    else
      local size = sizes[first]
      if at + 1 + size.length > stop then malformed("it is cut short") end
      local length = big_endian(b, at + 1, size.length)
      if size.children then
        left, at = left + size.children * length, at + 1 + size.length
      else
        at = at + 1 + size.length + size.fixed + length
      end
    end
    if at > stop then malformed("it is cut short") end
  end
  return at
end

messagepack.skip = skip
messagepack.malformed = malformed

-- How many elements the list or map at `at` has, keys and values of a map counted by themselves, and where they begin.
function messagepack.children(b, at)
  local first = b[at]
  if first < 0x90 then return 2 * (first - 0x80), at + 1 end
  if first < 0xa0 then return first - 0x90, at + 1 end
  local size = sizes[first]
  return size.children * big_endian(b, at + 1, size.length), at + 1 + size.length
end

-- Where the bytes of the text at `at` begin.
function messagepack.body(b, at)
  local size = sizes[b[at]]
  return at + 1 + (size and size.length or 0)
end

local scratch = ffi.new [[union {
  uint8_t bytes[8]; double number; float single; int64_t signed64;
  int8_t signed8; int16_t signed16; int32_t signed32;
}]]

-- Turns big-endian bytes round into the scratch value.
local function load(b, at, count)
  for i = 0, count - 1 do scratch.bytes[i] = b[at + count - 1 - i] end
  return scratch
end

-- A number whose exponent has all bits set: infinite when no bit of the fraction is, whose first byte has `least` when none is
-- in it, and otherwise NaN. LuaJIT keeps its other values in the bits of NaNs, so one of foreign bits must never become a value.
local function special(b, at, least, last)
  local fraction = b[at + 1] - least
  for i = at + 2, last do fraction = fraction + b[i] end
  if fraction > 0 then return 0 / 0 end
  return b[at] < 0x80 and math.huge or -math.huge
end

local function single(b, at)
  if b[at + 1] % 0x80 == 0x7f and b[at + 2] >= 0x80 then return special(b, at + 1, 0x80, at + 4), at + 5 end
  return load(b, at + 1, 4).single, at + 5
end

local function double(b, at)
  if b[at + 1] % 0x80 == 0x7f and b[at + 2] >= 0xf0 then return special(b, at + 1, 0xf0, at + 8), at + 9 end
  return load(b, at + 1, 8).number, at + 9
end

local decode

-- What is in a list or map is one level deeper, whatever it is.
local function check_depth(size, depth)
  if depth >= MAX_DEPTH and size > 0 then malformed("lists and maps nested over " .. MAX_DEPTH .. " deep") end
end

local function list(b, at, stop, size, depth)
  check_depth(size, depth)
  local values = {}
  for i = 1, size do values[i], at = decode(b, at, stop, depth + 1) end
  shapes.came_as_list(values, size)
  return values, at
end

local function map(b, at, stop, size, depth)
  check_depth(size, depth)
  local values = {}
  for _ = 1, size do
    local key, value
    key, at = decode(b, at, stop, depth + 1)
    value, at = decode(b, at, stop, depth + 1)
    if key == nil or key ~= key then
      malformed("a map with the key " .. (key == nil and "nil" or "NaN") .. " is no Lua table")
    end
    values[key] = value
  end
  shapes.came_as_map(values)
  return values, at
end

local function other(b, at, stop)
  local next = skip(b, at, stop)
  return shapes.opaque(ffi.string(b + at, next - at)), next
end

local readers = {
  [0xc0] = function(_, at) return nil, at + 1 end,
  [0xc2] = function(_, at) return false, at + 1 end,
  [0xc3] = function(_, at) return true, at + 1 end,
  [0xca] = single,
  [0xcb] = double,
  [0xcc] = function(b, at) return b[at + 1], at + 2 end,
  [0xcd] = function(b, at) return b[at + 1] * 256 + b[at + 2], at + 3 end,
  [0xce] = function(b, at) return big_endian(b, at + 1, 4), at + 5 end,
  [0xcf] = function(b, at) return Int64.of_unsigned(load(b, at + 1, 8).signed64), at + 9 end,
  [0xd0] = function(b, at) return load(b, at + 1, 1).signed8, at + 2 end,
  [0xd1] = function(b, at) return load(b, at + 1, 2).signed16, at + 3 end,
  [0xd2] = function(b, at) return load(b, at + 1, 4).signed32, at + 5 end,
  [0xd3] = function(b, at) return Int64.of(load(b, at + 1, 8).signed64), at + 9 end,
}
for first, length in pairs { [0xc4] = 1, [0xc5] = 2, [0xc6] = 4, [0xd9] = 1, [0xda] = 2, [0xdb] = 4 } do
  readers[first] = function(b, at)
    local size = big_endian(b, at + 1, length)
    at = at + 1 + length
    return ffi.string(b + at, size), at + size
  end
end
for first, read in pairs { [0xdc] = list, [0xdd] = list, [0xde] = map, [0xdf] = map } do
  local length = sizes[first].length
  readers[first] = function(b, at, stop, depth)
    return read(b, at + 1 + length, stop, big_endian(b, at + 1, length), depth)
  end
end

-- The value at `at` and where it ends. The bytes must have been skipped over before, so that they are known to be whole.
function decode(b, at, stop, depth)
  local first = b[at]
  if first < 0x80 then return first, at + 1 end
  if first >= 0xe0 then return first - 0x100, at + 1 end
  if first >= 0xa0 and first < 0xc0 then
    local size = first - 0xa0
    return ffi.string(b + at + 1, size), at + 1 + size
  end
  if first < 0x90 then return map(b, at + 1, stop, first - 0x80, depth) end
  if first < 0xa0 then return list(b, at + 1, stop, first - 0x90, depth) end
  return (readers[first] or other)(b, at, stop, depth)
end

function messagepack.decode(b, at, stop) return (decode(b, at, stop, 0)) end

-- The value in a text of bytes.
function messagepack.text(bytes)
  return messagepack.decode(ffi.cast("const uint8_t *", bytes), 0, #bytes)
end

-- The control maps of the engine: plain tables.
function messagepack.control(b, at, stop)
  skip(b, at, stop)
  local function plain(value)
    local bytes = shapes.bytes(value)
    if bytes then
      -- an extension that carries bytes: c9, four bytes of length, the type
      return bytes:sub(7)
    elseif type(value) == "table" then
      for key, element in pairs(value) do value[key] = plain(element) end
    end
    return value
  end
  return plain(messagepack.decode(b, at, stop))
end

return messagepack
