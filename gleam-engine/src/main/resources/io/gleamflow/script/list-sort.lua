-- How the library list sorts.
local sorting = {}

local min, type = math.min, type

-- The order of values without a comparator: numbers before texts before truth values, as far as they have one.
local RANKS = { number = 1, string = 2, boolean = 3 }

function sorting.natural(a, b)
  local x, y = RANKS[type(a)], RANKS[type(b)]
  if x ~= y and x and y then return x < y end
  if x == 3 then return not a and b end
  return a < b
end

-- Merges the sorted runs from..middle-1 and middle..to-1 of one list into another. Equal elements keep their order.
local function merge(source, target, from, middle, to, before)
  local left, right = from, middle
  for i = from, to - 1 do
    if right >= to or left < middle and not before(source[right], source[left]) then
      target[i], left = source[left], left + 1
    else
      target[i], right = source[right], right + 1
    end
  end
end

function sorting.sorted(elements, n, before)
  local source, target = {}, {}
  for i = 1, n do source[i] = elements[i] end
  local width = 1
  while width < n do
    for from = 1, n, 2 * width do
      merge(source, target, from, min(from + width, n + 1), min(from + 2 * width, n + 1), before)
    end
    source, target, width = target, source, 2 * width
  end
  return source
end

sorting.RANKS = RANKS
return sorting
