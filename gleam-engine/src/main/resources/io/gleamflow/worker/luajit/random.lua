-- math.random as in the other runtime: xoshiro256** (Blackman and Vigna), its state filled from the seed by splitmix64.

local ffi = require "ffi"
local bit = require "bit"
local bxor, rshift, lshift, rol = bit.bxor, bit.rshift, bit.lshift, bit.rol

-- locals, since setfenv of a script reaches functions it can name
local error, math, select, tonumber, type = error, math, select, tonumber, type

local mixing = 0ULL
local a, b, c, d

local function mixed()
  mixing = mixing + 0x9e3779b97f4a7c15ULL
  local z = mixing
  z = bxor(z, rshift(z, 30)) * 0xbf58476d1ce4e5b9ULL
  z = bxor(z, rshift(z, 27)) * 0x94d049bb133111ebULL
  return bxor(z, rshift(z, 31))
end

local number_bits = ffi.new("union { double number; uint64_t bits; }")

local function seed(number)
  number_bits.number = number + 0.0
  mixing = number_bits.bits
  if number == 0 then mixing = 0ULL end
  a = mixed()
  b = mixed()
  c = mixed()
  d = mixed()
end

local function next_bits()
  local result = rol(b * 5, 7) * 9
  local shifted = lshift(b, 17)
  c = bxor(c, a)
  d = bxor(d, b)
  b = bxor(b, c)
  a = bxor(a, d)
  c = bxor(c, shifted)
  d = rol(d, 45)
  return result
end

local function bad(index, what) error("bad argument #" .. index .. " to 'random' (" .. what .. ")", 3) end

local function number(value, index)
  local converted = tonumber(value)
  if converted == nil then
    local got = value == nil and "no value" or type(value)
    bad(index, "number expected, got " .. got)
  end
  return converted
end

local function within(low, high, index, fraction)
  if not (low <= high) then bad(index, "interval is empty") end
  return math.min(high, low + math.floor(fraction * (high - low + 1)))
end

local random = {}

function random.random(...)
  local count = select("#", ...)
  local fraction = tonumber(rshift(next_bits(), 11)) * 2 ^ -53
  if count == 0 then return fraction end
  local first, second = ...
  if count == 1 then return within(1, math.floor(number(first, 1)), 1, fraction) end
  if count == 2 then return within(math.floor(number(first, 1)), math.floor(number(second, 2)), 2, fraction) end
  error("wrong number of arguments", 2)
end

function random.randomseed(value)
  local converted = tonumber(value)
  if converted == nil then
    error("bad argument #1 to 'randomseed' (number expected, got " .. (value == nil and "no value" or type(value)) .. ")", 2)
  end
  seed(converted)
end

seed(0)

return random
