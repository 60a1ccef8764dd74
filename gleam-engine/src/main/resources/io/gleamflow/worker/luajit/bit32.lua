-- Lua 5.2's bit32, which the other runtime has: results are unsigned.

local bit = require "bit"

-- locals, since setfenv of a script reaches functions it can name
local error, math, select, tonumber, type = error, math, select, tonumber, type

local bit32 = {}

local function unsigned(v) return v % 2 ^ 32 end

local function check(v, index, name)
  local number = tonumber(v)
  if number == nil then
    local got = v == nil and "no value" or type(v)
    error("bad argument #" .. index .. " to '" .. name .. "' (number expected, got " .. got .. ")", 3)
  end
  return number % 2 ^ 32
end

local function folded(name, start, operation)
  return function(...)
    local result = start
    for i = 1, select("#", ...) do result = operation(result, check((select(i, ...)), i, name)) end
    return unsigned(result)
  end
end

bit32.band = folded("band", -1, bit.band)
bit32.bor = folded("bor", 0, bit.bor)
bit32.bxor = folded("bxor", 0, bit.bxor)

function bit32.btest(...) return bit32.band(...) ~= 0 end

function bit32.bnot(v) return unsigned(bit.bnot(check(v, 1, "bnot"))) end

local function shifted(v, by)
  if by >= 32 or by <= -32 then return 0 end
  return unsigned(by >= 0 and bit.lshift(v, by) or bit.rshift(v, -by))
end

function bit32.lshift(v, by) return shifted(check(v, 1, "lshift"), by) end

function bit32.rshift(v, by) return shifted(check(v, 1, "rshift"), -by) end

function bit32.arshift(v, by)
  v = check(v, 1, "arshift")
  if by < 0 then return shifted(v, -by) end
  return unsigned(bit.arshift(v, math.min(by, 31)))
end

function bit32.lrotate(v, by) return unsigned(bit.rol(check(v, 1, "lrotate"), by % 32)) end

function bit32.rrotate(v, by) return unsigned(bit.ror(check(v, 1, "rrotate"), by % 32)) end

local function field(from, width)
  width = width or 1
  if from < 0 then error("bad argument #2 (field cannot be negative)", 3) end
  if width < 1 then error("bad argument #3 (width must be positive)", 3) end
  if from + width > 32 then error("trying to access non-existent bits", 3) end
  return 2 ^ from, 2 ^ width
end

function bit32.extract(v, from, width)
  local low, size = field(from, width)
  return math.floor(check(v, 1, "extract") / low) % size
end

function bit32.replace(v, new, from, width)
  local low, size = field(from, width)
  v = check(v, 1, "replace")
  local old = math.floor(v / low) % size
  return v + (check(new, 2, "replace") % size - old) * low
end

return bit32
