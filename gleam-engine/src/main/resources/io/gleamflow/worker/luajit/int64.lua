-- Whole numbers of 64 bits that a Lua number cannot hold exactly: they pass through, have an order and a text, and refuse
-- arithmetic. Equal ones are one object, so that they are one key of a table too.

local ffi = require "ffi"

ffi.cdef [[ struct gleam_int64 { int64_t bits; bool unsigned_; }; ]]
local EXACT = 0x20000000000000LL
local box_type
local known = setmetatable({}, { __mode = "v" })

local Int64 = {}

local function text(box)
  local digits = box.unsigned_ and tostring(ffi.cast("uint64_t", box.bits)) or tostring(box.bits)
  return (digits:gsub("U?LL$", ""))
end

-- What decides the order: the 64 bits, those beyond the signed ones last.
local function below(a, b)
  if a.unsigned_ ~= b.unsigned_ then return b.unsigned_ end
  if a.unsigned_ then return ffi.cast("uint64_t", a.bits) < ffi.cast("uint64_t", b.bits) end
  return a.bits < b.bits
end

-- The box nearest to a number, and which side of it the number is on; a number beyond 64 bits is on the side of its sign.
local function boxed(number)
  if number >= 2 ^ 64 then return nil, 1 end
  if number < -2 ^ 63 then return nil, -1 end
  local whole = math.floor(number)
  local bits
  if whole >= 2 ^ 63 then
    bits = ffi.cast("int64_t", ffi.cast("uint64_t", whole))
  else
    bits = ffi.cast("int64_t", whole)
  end
  return box_type(bits, whole >= 2 ^ 63), number > whole and 1 or 0
end

-- -1, 0 or 1 as a is below, at or above b; nil when a number among them is none.
local function order(a, b)
  if type(a) == "number" then
    local other = order(b, a)
    return other and -other
  end
  if type(b) == "number" then
    if b ~= b then return nil end
    local box, beyond = boxed(b)
    if box == nil then return -beyond end
    local whole = order(a, box)
    return whole == 0 and -beyond or whole
  end
  return below(a, b) and -1 or below(b, a) and 1 or 0
end

local function ordered(a, b)
  local function fits(v) return type(v) == "number" or Int64.is(v) end
  if fits(a) and fits(b) then return order(a, b) end
  local function name(v) return Int64.is(v) and "userdata" or type(v) end
  error("attempt to compare " .. name(a) .. " with " .. name(b), 3)
end

-- The variable of the function at `level` that has a value, as LuaJIT's messages name it; nil when it is none.
local function variable(level, value)
  for i = 1, 200 do
    local name, held = debug.getlocal(level + 1, i)
    if not name then break end
    if rawequal(held, value) and name:find("^[%a_]") then return "local '" .. name .. "'" end
  end
  local f = debug.getinfo(level + 1, "f").func
  for i = 1, 60 do
    local name, held = debug.getupvalue(f, i)
    if not name then return nil end
    if rawequal(held, value) then return "upvalue '" .. name .. "'" end
  end
end

local function refuse(what)
  return function(a, b)
    local name = variable(2, Int64.is(a) and a or b)
    local value = "a 64-bit integer beyond 2^53"
    error("attempt to " .. what .. " " .. (name and name .. " (" .. value .. ")" or value), 2)
  end
end

local arithmetic = refuse("perform arithmetic on")
box_type = ffi.metatype("struct gleam_int64", {
  __tostring = text,
  __eq = function(a, b)
    local comparable = (type(a) == "number" or Int64.is(a)) and (type(b) == "number" or Int64.is(b))
    return comparable and order(a, b) == 0
  end,
  __lt = function(a, b) return ordered(a, b) == -1 end,
  __le = function(a, b)
    local result = ordered(a, b)
    return result == -1 or result == 0
  end,
  __add = arithmetic, __sub = arithmetic, __mul = arithmetic, __div = arithmetic, __mod = arithmetic,
  __pow = arithmetic, __unm = arithmetic,
  __concat = refuse("concatenate"),
  __index = function() return nil end,
  __len = refuse("get length of"),
  __call = refuse("call"),
})

function Int64.is(v) return type(v) == "cdata" and ffi.istype(box_type, v) end

local key = ffi.new("union { int64_t bits; uint8_t bytes[8]; }")

-- An integer with the flags and the width of a conversion.
local function digits_of(flags, box)
  local digits = text(box)
  local sign = digits:sub(1, 1) == "-" and "-" or flags:find("+", 1, true) and "+" or flags:find(" ", 1, true) and " " or ""
  digits = digits:gsub("^-", "")
  local width = tonumber(flags:match("[1-9]%d*")) or 0
  local missing = math.max(0, width - #sign - #digits)
  if flags:find("-", 1, true) then return sign .. digits .. (" "):rep(missing) end
  if flags:find("^[+ #]*0") then return sign .. ("0"):rep(missing) .. digits end
  return (" "):rep(missing) .. sign .. digits
end

local function hexadecimal(box, kind)
  return (bit.tohex(box.bits, kind == "X" and -16 or 16):gsub("^0+", ""))
end

-- A pattern of string.format and its values, large integers among them, with those made texts.
local function converted(pattern, values)
  local index = 0
  return (pattern:gsub("%%([-+ #0]*%d*)(%.?%d*)(.)", function(flags, precision, kind)
    if kind == "%" then return nil end
    index = index + 1
    local box = values[index]
    if not Int64.is(box) then return nil end
    if kind == "d" or kind == "i" or kind == "u" and box.bits >= 0 then
      values[index] = digits_of(flags, box)
      return "%s"
    elseif kind == "x" or kind == "X" then
      values[index] = hexadecimal(box, kind)
      return "%" .. flags:gsub("[+ #0]", "") .. "s"
    elseif kind == "s" then
      values[index] = text(box)
      return nil
    end
    error("bad argument #" .. index + 1 .. " to 'format' (number expected, got userdata)", 4)
  end))
end

-- string.format and tonumber for scripts: a large integer is written with all its digits, and it is a number already. Put in place
-- with the first of them, since most scripts never meet one.
local function teach_libraries()
  local format, tonumber_of_lua = _G.string.format, _G.tonumber
  _G.tonumber = function(...)
    local value = ...
    if Int64.is(value) then return value end
    return tonumber_of_lua(...)
  end
  _G.string.format = function(pattern, ...)
    local values, count, has = { ... }, select("#", ...), false
    for i = 1, count do has = has or Int64.is(values[i]) end
    if not has then return format(pattern, ...) end
    return format(converted(pattern, values), unpack(values, 1, count))
  end
  teach_libraries = function() end
end

local function make(bits, unsigned)
  teach_libraries()
  key.bits = bits
  local name = ffi.string(key.bytes, 8) .. (unsigned and "u" or "s")
  local box = known[name]
  if not box then
    box = box_type(bits, unsigned)
    known[name] = box
  end
  return box
end

-- The Lua value of a signed integer given as int64_t: a number when that is exact.
function Int64.of(bits)
  if bits >= -EXACT and bits <= EXACT then return tonumber(bits) end
  return make(bits, false)
end

-- The same for the 64 bits of an unsigned one.
function Int64.of_unsigned(bits)
  return bits < 0 and make(bits, true) or Int64.of(bits)
end

Int64.text = text

return Int64
