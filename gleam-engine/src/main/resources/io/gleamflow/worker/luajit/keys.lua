-- Keys: numbered in the order they first come, and compared by value.

local ffi = require "ffi"
local Bytes, messagepack, encode, Int64, system = ...

local keys = {}
local find, type = string.find, type

local MAX_DEPTH = 128
local EXACT = 2 ^ 53
local END, NIL, FALSE, TRUE, NUMBER, STRING, LIST, MAP, EXT = 0, 1, 2, 3, 4, 5, 6, 7, 8

local scratch = ffi.new("union { uint8_t bytes[10]; struct { double number; uint16_t rest; } value; int64_t bits; }")

local function put(out, byte)
  local a, at = out:room(1)
  a[at] = byte
  out.length = at + 1
end

-- A text that another may follow.
local function put_text(out, b, from, to)
  local count = to - from
  local a, at = out:room(2 * count + 2)
  if system.find(b + from, 0, count) < 0 then
    ffi.copy(a + at, b + from, count)
    at = at + count
  else
    for i = from, to - 1 do
      a[at] = b[i]
      at = at + 1
      if b[i] == 0 then
        a[at] = 0xff
        at = at + 1
      end
    end
  end
  a[at], a[at + 1] = 0, 0
  out.length = at + 2
end

-- The double that is a large integer, or nil. Only exact conversions are relied upon: how others are rounded depends on whether the
-- code has been compiled.
local function double_of(box)
  if box.unsigned_ then return box.bits % 2048 == 0 and tonumber(ffi.cast("uint64_t", box.bits)) or nil end
  local nearest = tonumber(box.bits)
  return nearest < 2 ^ 63 and ffi.cast("int64_t", nearest) == box.bits and nearest or nil
end

-- A double and zeros, or the bits of an integer that is none and what kind it is of.
local function put_number(out, v)
  local number = Int64.is(v) and double_of(v) or v
  if Int64.is(number) then
    scratch.bits, scratch.value.rest = number.bits, number.unsigned_ and 2 or 1
  else
    -- zero is the same as minus zero
    scratch.value.number, scratch.value.rest = number == 0 and 0 or number, 0
    if number ~= number then scratch.bits = -1 end
  end
  local a, at = out:room(11)
  a[at] = NUMBER
  ffi.copy(a + at + 1, scratch.bytes, 10)
  out.length = at + 11
end

local append

local function put_list(out, b, at, stop, depth)
  local count, next = messagepack.children(b, at)
  put(out, LIST)
  for _ = 1, count do next = append(out, b, next, stop, depth + 1) end
  put(out, END)
  return next
end

-- The entries in the order of their bytes, whatever order they arrived in.
local function put_map(out, b, at, stop, depth)
  local count, next = messagepack.children(b, at)
  local entries, entry = {}, Bytes.new(32)
  for i = 1, count / 2 do
    entry.length = 0
    next = append(entry, b, append(entry, b, next, stop, depth + 1), stop, depth + 1)
    entries[i] = entry:text(0, entry.length)
  end
  table.sort(entries)
  put(out, MAP)
  local all = table.concat(entries)
  local a, length = out:room(#all)
  ffi.copy(a + length, all, #all)
  out.length = length + #all
  put(out, END)
  return next
end

local SINGLES = { [0xc0] = NIL, [0xc2] = FALSE, [0xc3] = TRUE }

-- Appends bytes that are equal for equal values and only for these, as many as the engine's own, and returns where the next value
-- starts.
function append(out, b, at, stop, depth)
  if depth > MAX_DEPTH then messagepack.malformed("lists and maps nested over " .. MAX_DEPTH .. " deep") end
  local first = b[at]
  if SINGLES[first] then
    put(out, SINGLES[first])
    return at + 1
  elseif first < 0x80 or first >= 0xe0 or first >= 0xca and first <= 0xd3 then
    put_number(out, messagepack.decode(b, at, stop))
    return messagepack.skip(b, at, stop)
  elseif first < 0x90 or first == 0xde or first == 0xdf then
    return put_map(out, b, at, stop, depth)
  elseif first < 0xa0 or first == 0xdc or first == 0xdd then
    return put_list(out, b, at, stop, depth)
  end
  local next = messagepack.skip(b, at, stop)
  local is_text = first < 0xc0 or first >= 0xd9 or first >= 0xc4 and first <= 0xc6
  put(out, is_text and STRING or EXT)
  put_text(out, b, is_text and messagepack.body(b, at) or at, next)
  return next
end

-- Writes columns of a row, as they are to `values` and to compare to `key`; those the row does not have are nil.
local function write(row, columns, values, key)
  for i = 1, #columns do
    local from = values.length
    if columns[i] > row.width then encode.value(values, nil) else row:write(columns[i], values) end
    append(key, values.array, from, values.length, 0)
  end
end

local Table = {}
Table.__index = Table

-- Numbers keys from 1. A single text or number is its own key; all others are known by their bytes.
function keys.table()
  return setmetatable({ size = 0, bytes = 0, plain = {}, others = {}, value = Bytes.new(64), key = Bytes.new(64),
    -- the values of each key as the first row had them
    values = Bytes.new(4096), ends = { [0] = 0 } }, Table)
end

-- Whether a value is a key of a Lua table as it is.
local function is_plain(value)
  return type(value) == "string" or type(value) == "number" and value >= -EXACT and value <= EXACT
end

-- The number of the key in some columns of a row, and whether it is new.
function Table:number(row, columns)
  local single = #columns == 1 and row:value(columns[1])
  local plain = is_plain(single)
  local number = plain and self.plain[single]
  if number then return number, false end
  local value, key = self.value, self.key
  value.length, key.length = 0, 0
  write(row, columns, value, key)
  local known, name = self.plain, single
  if not plain then
    known, name = self.others, key:text(0, key.length)
    if known[name] then return known[name], false end
  end
  number = self.size + 1
  known[name], self.size = number, number
  self:keep(number, value)
  self.bytes = self.bytes + key.length + value.length
  return number, true
end

-- The same for a key in one column that is plain and known to be new, for those who look it up themselves; a later look-up here does
-- not find it.
function Table:add(row, column)
  local number, values, value = self.size + 1, self.values, row:value(column)
  local from, size = values.length, 0
  row:write(column, values)
  if type(value) == "string" and not find(value, "\0", 1, true) then
    -- as many as `append` writes
    size = #value + 3
  else
    self.key.length = 0
    append(self.key, values.array, from, values.length, 0)
    size = self.key.length
  end
  self.bytes = self.bytes + size + values.length - from
  self.size, self.ends[number] = number, values.length
  return number
end

function Table:keep(number, value)
  local a, at = self.values:room(value.length)
  ffi.copy(a + at, value.array, value.length)
  self.values.length = at + value.length
  self.ends[number] = self.values.length
end

-- Appends a key as MessagePack.
function Table:write(number, out)
  local from = self.ends[number - 1]
  local count = self.ends[number] - from
  local a, at = out:room(count)
  ffi.copy(a + at, self.values.array + from, count)
  out.length = at + count
end

-- What the keys need, about, as the other runtime reckons.
function Table:memory() return self.bytes + 20 * self.size end

local PLAIN = { ["nil"] = true, boolean = true, number = true, string = true }

-- A function that says of rows, of which those with equal keys come one after the other, whether the next key begins. The columns
-- count from 0; without any all rows have one key.
function keys.watch(columns)
  local current, texts, any = {}, {}, false
  local bytes, key = Bytes.new(64), Bytes.new(64)

  local function text()
    key.length = 0
    append(key, bytes.array, 0, bytes.length, 0)
    return key:text(0, key.length)
  end

  local function text_of(row, column)
    bytes.length = 0
    if column > row.width then encode.value(bytes, nil) else row:write(column, bytes) end
    return text()
  end

  local function text_of_current(i)
    if texts[i] then return texts[i] end
    bytes.length = 0
    encode.value(bytes, current[i])
    return text()
  end

  local function same(i, row, value)
    local was = current[i]
    if PLAIN[type(value)] and not texts[i] then return value == was or value ~= value and was ~= was end
    return text_of(row, columns[i] + 1) == text_of_current(i)
  end

  return function(row)
    local begins = not any
    for i = 1, #columns do
      local value = row:value(columns[i] + 1)
      if begins or not same(i, row, value) then
        begins = true
        -- scripts may change tables, so that these are kept as texts
        current[i], texts[i] = value, not PLAIN[type(value)] and text_of(row, columns[i] + 1)
      end
    end
    any = true
    return begins
  end
end
keys.is_plain = is_plain

return keys
