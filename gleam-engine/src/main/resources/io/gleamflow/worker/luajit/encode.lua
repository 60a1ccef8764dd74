-- Lua values to MessagePack, by the rules of the other runtime: a whole number within 2^53 leaves as an integer, a table that came as
-- a list or a map leaves as one, and what Lua cannot hold leaves as the bytes it came as.

local ffi = require "ffi"
local Bytes, Int64, shapes = ...

local MAX_DEPTH = 128
local EXACT = 2 ^ 53
local floor = math.floor

local writer = {
  -- what to do about a value that cannot be written: takes a message and does not return
  refuse = error,
}

local scratch = ffi.new("union { uint8_t bytes[8]; double number; int64_t signed64; }")

local function head(out, first, v, size)
  local a, at = out:room(5)
  a[at] = first
  -- no loop, which would cut the trace of those who call this
  if size == 4 then
    a[at + 1], a[at + 2] = floor(v / 0x1000000), floor(v / 0x10000) % 256
    at = at + 2
  end
  if size >= 2 then
    a[at + 1] = floor(v / 256) % 256
    at = at + 1
  end
  a[at + 1] = v % 256
  out.length = at + 2
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

local function put_table(out, values, depth)
  if depth > MAX_DEPTH then writer.refuse("tables nested over " .. MAX_DEPTH .. " deep cannot be a column") end
  local size = shapes.list_size(values, writer.refuse)
  if size then put_list(out, values, size, depth) else put_map(out, values, depth) end
end

local function put_other(out, value)
  if Int64.is(value) then
    put_int64(out, value.bits, value.unsigned_)
  elseif shapes.bytes(value) then
    local bytes = shapes.bytes(value)
    local a, at = out:room(#bytes)
    ffi.copy(a + at, bytes, #bytes)
    out.length = at + #bytes
  elseif shapes.mark(value) == "null" then
    put_byte(out, 0xc0)
  else
    writer.refuse("a " .. type(value) .. " cannot be a column")
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
writer.value = function(out, value) encode(out, value, 0) end
writer.string = put_string
writer.integer = put_integer
writer.int64 = put_int64
writer.number = put_number

return writer
