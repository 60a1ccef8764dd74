-- Keys: numbered in the order they first come, and compared by value.

local ffi = require "ffi"
local Bytes, messagepack, encode, shapes, Int64 = ...

local keys = {}

local Table = {}
Table.__index = Table

-- Numbers keys from 1. Texts are their own keys; other values are known by their bytes.
function keys.table()
  return setmetatable({ size = 0, bytes = 0, values = {}, texts = {}, others = {}, scratch = Bytes.new(64) }, Table)
end

local function text_bytes(length)
  return length + (length < 32 and 1 or length <= 0xff and 2 or length <= 0xffff and 3 or 5)
end

-- The number of the key in some columns of a row, and whether it is new.
function Table:number(row, columns)
  local value = #columns == 1 and row:value(columns[1])
  if type(value) == "string" then
    local number = self.texts[value]
    if number then return number, false end
    number = self.size + 1
    self.texts[value], self.values[number], self.size = number, value, number
    self.bytes = self.bytes + text_bytes(#value)
    return number, true
  end
  local scratch = self.scratch
  scratch.length = 0
  for i = 1, #columns do
    if columns[i] > row.width then encode.value(scratch, nil) else row:write(columns[i], scratch) end
  end
  local bytes = scratch:text(0, scratch.length)
  local number = self.others[bytes]
  if number then return number, false end
  number = self.size + 1
  self.others[bytes], self.size = number, number
  self.values[number] = { bytes }
  self.bytes = self.bytes + #bytes
  return number, true
end

-- Appends a key as MessagePack.
function Table:write(number, out)
  local value = self.values[number]
  if type(value) == "string" then return encode.string(out, value) end
  local bytes = value[1]
  local a, at = out:room(#bytes)
  ffi.copy(a + at, bytes, #bytes)
  out.length = at + #bytes
end

-- What the keys need, about, as the other runtime reckons.
function Table:memory() return self.bytes + 20 * self.size end

-- A text that is the same for equal values and different for others, whatever their bytes.
local function canonical(value)
  local kind = type(value)
  if kind == "number" then
    if value ~= value then return "n nan" end
    if value == math.floor(value) and value >= -2 ^ 63 and value < 2 ^ 64 then
      local bits = ffi.cast(value >= 2 ^ 63 and "uint64_t" or "int64_t", value)
      return "n" .. tostring(bits):match("^-?%d+")
    end
    return ("n%.17g"):format(value)
  elseif kind == "string" then
    return "s" .. value
  elseif Int64.is(value) then
    return "n" .. Int64.text(value)
  elseif kind == "table" then
    local out = {}
    local size = shapes.list_size(value, error)
    if size then
      for i = 1, size do
        local element = canonical(rawget(value, i))
        out[i] = #element .. ":" .. element
      end
      return "l" .. table.concat(out)
    end
    for key, element in next, value do
      key, element = canonical(key), canonical(element)
      out[#out + 1] = #key .. ":" .. key .. #element .. ":" .. element
    end
    table.sort(out)
    return "m" .. table.concat(out)
  elseif kind == "userdata" then
    return "o" .. shapes.bytes(value)
  end
  return tostring(value)
end

function keys.equal(a, b)
  local kind = type(a)
  if kind == "string" or type(b) == "string" then return a == b end
  if kind == "number" and type(b) == "number" then return a == b or a ~= a and b ~= b end
  return canonical(a) == canonical(b)
end

local PLAIN = { ["nil"] = true, boolean = true, number = true, string = true }

-- A function that says of rows, of which those with equal keys come one after the other, whether the next key begins. The columns
-- count from 0; without any all rows have one key.
function keys.watch(columns)
  local current, texts, any = {}, {}, false
  local function same(i, value)
    if PLAIN[type(value)] and not texts[i] then return keys.equal(value, current[i]) end
    return canonical(value) == (texts[i] or canonical(current[i]))
  end
  return function(row)
    local begins = not any
    for i = 1, #columns do
      local value = row:value(columns[i] + 1)
      if begins or not same(i, value) then
        begins = true
        -- scripts may change tables, so that these are kept as texts
        current[i], texts[i] = value, not PLAIN[type(value)] and canonical(value)
      end
    end
    any = true
    return begins
  end
end

return keys
