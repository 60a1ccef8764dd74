-- MessagePack to Lua values and back, by the rules of the other runtime: a whole number within 2^53 leaves as an integer, a
-- table that came as a list or a map leaves as one, and what Lua cannot hold passes through as the bytes it came as.

local ffi = require "ffi"
local Bytes, Int64 = ...

local MAX_DEPTH = 128
local EXACT = 2 ^ 53
local floor, byte = math.floor, string.byte

local messagepack = {
  -- what to do about a value that cannot be written: takes a message and does not return
  refuse = error,
}

-- the size that a decoded list had, or MAP
local MAP = -1
local shapes = setmetatable({}, { __mode = "k" })

-- values Lua has no word for
local opaque = newproxy(true)
local opaque_bytes = setmetatable({}, { __mode = "k" })

local function malformed(what) error("malformed row: " .. what, 0) end

local function big_endian(b, at, count)
  local v = 0
  for i = at, at + count - 1 do v = v * 256 + b[i] end
  return v
end

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
      local size = messagepack.sizes[first]
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

-- By first byte: how many bytes the length takes, how many fixed ones follow, how many values an element has.
messagepack.sizes = {
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
messagepack.skip = skip

local scratch = ffi.new [[union {
  uint8_t bytes[8]; double number; float single; int64_t signed64;
  int8_t signed8; int16_t signed16; int32_t signed32;
}]]

-- Turns big-endian bytes round into the scratch value.
local function load(b, at, count)
  for i = 0, count - 1 do scratch.bytes[i] = b[at + count - 1 - i] end
  return scratch
end

local decode

local function list(b, at, stop, size, depth)
  local values = {}
  for i = 1, size do values[i], at = decode(b, at, stop, depth + 1) end
  shapes[values] = size
  return values, at
end

local function map(b, at, stop, size, depth)
  local values = {}
  for _ = 1, size do
    local key, value
    key, at = decode(b, at, stop, depth + 1)
    value, at = decode(b, at, stop, depth + 1)
    if key == nil then malformed("a map with the key nil is no Lua table") end
    values[key] = value
  end
  shapes[values] = MAP
  return values, at
end

local function other(b, at, stop)
  local next = skip(b, at, stop)
  local value = newproxy(opaque)
  opaque_bytes[value] = ffi.string(b + at, next - at)
  return value, next
end

local readers = {
  [0xc0] = function(_, at) return nil, at + 1 end,
  [0xc2] = function(_, at) return false, at + 1 end,
  [0xc3] = function(_, at) return true, at + 1 end,
  [0xca] = function(b, at) return load(b, at + 1, 4).single, at + 5 end,
  [0xcb] = function(b, at) return load(b, at + 1, 8).number, at + 9 end,
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
  local length = messagepack.sizes[first].length
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
  if depth > MAX_DEPTH then malformed("lists and maps nested over " .. MAX_DEPTH .. " deep") end
  if first < 0x90 then return map(b, at + 1, stop, first - 0x80, depth) end
  if first < 0xa0 then return list(b, at + 1, stop, first - 0x90, depth) end
  return (readers[first] or other)(b, at, stop, depth)
end

function messagepack.decode(b, at, stop) return (decode(b, at, stop, 0)) end

-- The control maps of the engine: plain tables.
function messagepack.control(b, at, stop)
  skip(b, at, stop)
  local function plain(value)
    if opaque_bytes[value] then
      -- an extension that carries bytes: c9, four bytes of length, the type
      return opaque_bytes[value]:sub(7)
    elseif type(value) == "table" then
      for key, element in pairs(value) do value[key] = plain(element) end
    end
    return value
  end
  return plain(messagepack.decode(b, at, stop))
end

local function head(out, first, v, size)
  local a, at = out:room(5)
  a[at] = first
  for i = size, 1, -1 do
    a[at + i] = v % 256
    v = floor(v / 256)
  end
  out.length = at + 1 + size
end

local function put_byte(out, v)
  local a, at = out:room(1)
  a[at] = v
  out.length = at + 1
end

local function put_string(out, s)
  local size = #s
  local a, at = out:room(size + 5)
  if size < 32 then
    a[at] = 0xa0 + size
    at = at + 1
  else
    if size <= 0xff then
      head(out, 0xd9, size, 1)
    elseif size <= 0xffff then
      head(out, 0xda, size, 2)
    else
      head(out, 0xdb, size, 4)
    end
    at = out.length
  end
  ffi.copy(a + at, s, size)
  out.length = at + size
end

local function put_bits(out, first)
  local a, at = out:room(9)
  a[at] = first
  for i = 0, 7 do a[at + 8 - i] = scratch.bytes[i] end
  out.length = at + 9
end

local function put_integer(out, v)
  if v >= -32 and v <= 127 then
    put_byte(out, v < 0 and v + 256 or v)
  elseif v >= 0 then
    if v <= 0xff then
      head(out, 0xcc, v, 1)
    elseif v <= 0xffff then
      head(out, 0xcd, v, 2)
    elseif v <= 0xffffffff then
      head(out, 0xce, v, 4)
    else
      scratch.signed64 = v
      put_bits(out, 0xcf)
    end
  elseif v >= -0x80 then
    head(out, 0xd0, v + 0x100, 1)
  elseif v >= -0x8000 then
    head(out, 0xd1, v + 0x10000, 2)
  elseif v >= -0x80000000 then
    head(out, 0xd2, v + 0x100000000, 4)
  else
    scratch.signed64 = v
    put_bits(out, 0xd3)
  end
end

local function put_number(out, v)
  if v == floor(v) and v >= -EXACT and v <= EXACT then return put_integer(out, v) end
  if v ~= v then
    -- every NaN is the same
    scratch.signed64 = 0x7ff8000000000000LL
  else
    scratch.number = v
  end
  put_bits(out, 0xcb)
end

-- All 64 bits of a signed integer; the signed ones take the shortest form.
local function put_int64(out, bits, unsigned)
  if not unsigned and bits >= -0x20000000000000LL and bits <= 0x20000000000000LL then
    return put_integer(out, tonumber(bits))
  end
  scratch.signed64 = bits
  put_bits(out, (unsigned or bits >= 0) and 0xcf or 0xd3)
end

local encode

local function put_head(out, size, short, first)
  if size < 16 then
    put_byte(out, short + size)
  elseif size <= 0xffff then
    head(out, first, size, 2)
  else
    head(out, first + 1, size, 4)
  end
end

local function put_list(out, values, size, depth)
  put_head(out, size, 0x90, 0xdc)
  for i = 1, size do encode(out, rawget(values, i), depth + 1) end
end

local function alone(value, depth)
  local out = Bytes.new(32)
  encode(out, value, depth + 1)
  return out:text(0, out.length)
end

-- Entries in the order of their keys' bytes, so that the same table always gives the same bytes.
local function put_map(out, values, depth)
  local keys, entries = {}, {}
  for key, value in next, values do
    local text = alone(key, depth)
    keys[#keys + 1] = text
    entries[text] = alone(value, depth)
  end
  table.sort(keys)
  put_head(out, #keys, 0x80, 0xde)
  for _, key in ipairs(keys) do
    local entry = key .. entries[key]
    local a, at = out:room(#entry)
    ffi.copy(a + at, entry, #entry)
    out.length = at + #entry
  end
end

-- What the library json calls a value.
local function mark(value)
  local meta = debug.getmetatable(value)
  return type(meta) == "table" and rawget(meta, "__gleam")
end

-- How many elements a table has as a list, nils among them; nil when it is a map. A list has the keys 1 to n, of which half may
-- be missing; what came as a list or a map stays one.
local function list_size(values)
  local shape = shapes[values]
  if shape == MAP or mark(values) == "object" then return nil end
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
      messagepack.refuse("a table with elements and other keys beside them cannot be a column")
    end
    return nil
  end
  local least = shape or 0
  return greatest <= math.max(least, 2 * count) and math.max(greatest, least) or nil
end

local function put_table(out, values, depth)
  if depth > MAX_DEPTH then messagepack.refuse("tables nested over " .. MAX_DEPTH .. " deep cannot be a column") end
  local size = list_size(values)
  if size then put_list(out, values, size, depth) else put_map(out, values, depth) end
end

local function put_other(out, value)
  if Int64.is(value) then
    put_int64(out, value.bits, value.unsigned_)
  elseif opaque_bytes[value] then
    local bytes = opaque_bytes[value]
    local a, at = out:room(#bytes)
    ffi.copy(a + at, bytes, #bytes)
    out.length = at + #bytes
  elseif mark(value) == "null" then
    put_byte(out, 0xc0)
  else
    messagepack.refuse("a " .. type(value) .. " cannot be a column")
  end
end

local writers = {
  ["nil"] = function(out) put_byte(out, 0xc0) end,
  boolean = function(out, v) put_byte(out, v and 0xc3 or 0xc2) end,
  table = put_table,
}

function encode(out, value, depth)
  local kind = type(value)
  if kind == "string" then
    put_string(out, value)
  elseif kind == "number" then
    put_number(out, value)
  else
    local write = writers[kind] or put_other
    write(out, value, depth)
  end
end

-- Appends a value; refuses functions, threads and userdata, and tables nested without end.
function messagepack.encode(out, value) encode(out, value, 0) end

-- Bytes that the engine reads as bytes, in a control map.
function messagepack.blob(bytes)
  local value, size = newproxy(opaque), #bytes
  local length = string.char(floor(size / 2 ^ 24), floor(size / 2 ^ 16) % 256, floor(size / 2 ^ 8) % 256, size % 256)
  opaque_bytes[value] = "\201" .. length .. "\0" .. bytes
  return value
end

-- The bytes of a value that Lua has no word for.
function messagepack.opaque(value) return opaque_bytes[value] end

messagepack.list_size = list_size
messagepack.put_string = put_string
messagepack.put_integer = put_integer
messagepack.put_int64 = put_int64
messagepack.put_number = put_number

return messagepack
