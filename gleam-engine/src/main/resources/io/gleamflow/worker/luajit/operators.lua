-- The operations without Lua of the user's that may stand in a chain: counts, select, types.

local ffi = require "ffi"
local Bytes, Row, encode, keys, failure = ...

local operators = {}

local function from_one(columns)
  local counted = {}
  for i, column in ipairs(columns) do counted[i] = column + 1 end
  return counted
end

-- Counts the rows of each key within one shard.
function operators.partial_count(operation, memory, next)
  local key_columns, known, counts = from_one(operation.indexes), keys.table(), {}
  local bytes, counted = Bytes.new(256), Row.new()
  local function flush()
    for number = 1, known.size do
      bytes.length = 0
      known:write(number, bytes)
      encode.integer(bytes, counts[number])
      counted:set_bytes(bytes.array, 0, bytes.length)
      next:row(counted)
    end
    known, counts = keys.table(), {}
  end
  local count = {}
  function count:row(row)
    operation.came = operation.came + 1
    failure.operation, failure.row = operation, row
    local number, new = known:number(row, key_columns)
    counts[number] = new and 1 or counts[number] + 1
    if new and known:memory() + 8 * known.size > memory then flush() end
  end
  function count:finish()
    flush()
    return next:finish()
  end
  return count
end

-- Adds up the partial counts of rows that come in the order of their keys: key columns and, last, the count.
function operators.final_count(operation, next)
  local key_count, indexes, total, any = operation.keys, {}, 0, false
  for i = 1, key_count do indexes[i] = i - 1 end
  local begins = keys.watch(indexes)
  local bytes, counted = Bytes.new(256), Row.new()
  local first = Bytes.new(256)
  local function flush()
    if any then
      bytes.length = 0
      local a, at = bytes:room(first.length)
      ffi.copy(a + at, first.array, first.length)
      bytes.length = first.length
      encode.integer(bytes, total)
      counted:set_bytes(bytes.array, 0, bytes.length)
      next:row(counted)
    end
  end
  local count = {}
  function count:row(row)
    operation.came = operation.came + 1
    failure.operation, failure.row = operation, row
    local more = row:value(key_count + 1)
    if not begins(row) then
      total = total + more
      return
    end
    flush()
    any, total, first.length = true, more, 0
    for i = 1, key_count do row:write(i, first) end
  end
  function count:finish()
    flush()
    return next:finish()
  end
  return count
end

-- Refuses rows that lack a column of which an operation is to do something.
local function check_present(operation, columns, row)
  for i = 1, #columns do
    if columns[i] > row.width then
      failure.operation, failure.row = operation, row
      failure.refuse_data("there is no column " .. columns[i] .. " in a row of " .. row.width .. " columns")
    end
  end
end

-- Only some columns of each row, in another order or twice.
function operators.select(operation, next)
  local wanted, selected = from_one(operation.indexes), Row.new()
  local select = {}
  function select:row(row)
    operation.came = operation.came + 1
    check_present(operation, wanted, row)
    selected:set_columns(row, wanted)
    return next:row(selected)
  end
  function select:finish() return next:finish() end
  return select
end

-- The columns `first` that rows of some width have, and behind them those that are not among `others`.
local function with_rest(first, others)
  local is_other, by_width = {}, {}
  for _, column in ipairs(others) do is_other[column] = true end
  return function(width)
    local columns = by_width[width]
    if not columns then
      columns = { unpack(first) }
      for column = 1, width do
        if not is_other[column] then columns[#columns + 1] = column end
      end
      by_width[width] = columns
    end
    return columns
  end
end

local function rearranged(operation, named, columns_of, next)
  local turned, rearrange = Row.new(), {}
  function rearrange:row(row)
    operation.came = operation.came + 1
    check_present(operation, named, row)
    turned:set_columns(row, columns_of(row.width))
    return next:row(turned)
  end
  function rearrange:finish() return next:finish() end
  return rearrange
end

-- Some columns first, and then those that are not among them.
function operators.front(operation, next)
  local first = from_one(operation.indexes)
  return rearranged(operation, first, with_rest(first, first), next)
end

-- All columns but some.
function operators.drop(operation, next)
  local dropped = from_one(operation.indexes)
  table.sort(dropped)
  return rearranged(operation, dropped, with_rest({}, dropped), next)
end

-- What Java calls whitespace beyond ASCII.
local WIDE = { "\225\154\128", "\226\128[\128-\134\136-\138\168\169]", "\226\129\159", "\227\128\128" }

local function strip(text)
  local from = text:match("^[\t-\r\28-\31 ]*()")
  local kept = text:sub(from):match("^(.-)[\t-\r\28-\31 ]*$")
  if kept:find("[\225\226\227]") then
    for _, wide in ipairs(WIDE) do
      local inner = kept:match("^" .. wide .. "(.*)$") or kept:match("^(.*)" .. wide .. "$")
      if inner then return strip(inner) end
    end
  end
  return kept
end

local MOST, LEAST, UNSIGNED = "9223372036854775807", "9223372036854775808", "18446744073709551615"

local function fits(digits, limit) return #digits < #limit or #digits == #limit and digits <= limit end

local function bits_of(digits)
  local bits = 0LL
  for digit in digits:gmatch("%d") do bits = bits * 10 + tonumber(digit) end
  return bits
end

-- Writes an integer of 64 bits with a sign given in digits without zeros before them; false when it has more.
local function put_digits(out, sign, digits)
  if not fits(digits, sign == "-" and LEAST or MOST) then return false end
  if #digits <= 15 then
    encode.integer(out, tonumber(sign .. digits))
    return true
  end
  local bits = bits_of(digits)
  encode.int64(out, sign == "-" and -bits or bits, false)
  return true
end

-- Writes an integer that has more than 64 bits with a sign; one that has more without a sign too is the nearest double, and one
-- beyond all doubles none.
local function put_large(out, sign, digits)
  if sign == "" and fits(digits, UNSIGNED) then
    encode.int64(out, bits_of(digits), true)
    return true
  end
  local nearest = tonumber(sign .. digits)
  if nearest == math.huge or nearest == -math.huge then return false end
  encode.number(out, nearest)
  return true
end

-- The sign, if it is a minus, and the digits of a whole number; nil when the text is none.
local function whole(text)
  local sign, digits = text:match("^([-+]?)0*(%d+)$")
  if digits then return sign == "-" and "-" or "", digits end
end

local function put_number(out, text)
  if not (text:find("^[-+]?%d+%.?%d*[eE][-+]?%d+$") or text:find("^[-+]?%d+%.?%d*$")
      or text:find("^[-+]?%.%d+[eE][-+]?%d+$") or text:find("^[-+]?%.%d+$")) then
    return false
  end
  encode.number(out, tonumber((text:gsub("^%+", ""))))
  return true
end

local kinds = {
  INT = { "an int", function(out, text)
    local sign, digits = whole(text)
    return digits and put_digits(out, sign, digits)
  end },
  NUMBER = { "a number", function(out, text)
    local sign, digits = whole(text)
    if digits then return put_digits(out, sign, digits) or put_large(out, sign, digits) end
    return put_number(out, text)
  end },
  BOOL = { "true or false", function(out, text)
    encode.value(out, text == "true")
    return text == "true" or text == "false"
  end },
}

local SHOWN = 60

local function shown(text)
  local characters, at = 0, 1
  while at <= #text do
    if characters == SHOWN then return text:sub(1, at - 1) .. "…" end
    characters, at = characters + 1, text:find("[^\128-\191]", at + 1) or #text + 1
  end
  return text
end

-- Reads text columns as what the types say; values that have that type already stay, and so does nil.
function operators.convert(operation, next)
  local bytes, converted = Bytes.new(256), Row.new()
  local wanted = {}
  for index, conversion in pairs(operation.types) do wanted[index + 1] = kinds[conversion.type] end
  local convert = {}
  function convert:row(row)
    operation.came = operation.came + 1
    failure.operation, failure.row = operation, row
    bytes.length = 0
    for column = 1, row.width do
      local kind = wanted[column]
      local value = kind and row:value(column)
      if type(value) ~= "string" then
        row:write(column, bytes)
      else
        local text = strip(value)
        if text == "" then
          encode.value(bytes, nil)
        elseif not kind[2](bytes, text) then
          failure.refuse_data("`" .. shown(text) .. "` in column " .. column .. " is not " .. kind[1])
        end
      end
    end
    converted:set_bytes(bytes.array, 0, bytes.length)
    return next:row(converted)
  end
  function convert:finish() return next:finish() end
  return convert
end

return operators
