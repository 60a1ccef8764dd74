-- Lists: tables with elements 1, 2, 3 and so on, up to the first nil. No function changes its arguments.
local values, open = ...
local sorting = open("list-sort")()
local list = {}

local natural, sorted = sorting.natural, sorting.sorted
local floor, ipairs, next, pairs, type = math.floor, ipairs, next, pairs, type

-- The functions below fail at the line that called the function of the library.

-- How many elements a list has.
local function check(name, v, what)
  if type(v) ~= "table" then
    error(name .. " wants " .. (what or "a list") .. ", got " .. values.shown(v), 3)
  elseif v[1] == nil then
    if next(v) == nil then return 0 end
    error(name .. " wants " .. (what or "a list") .. ", got a table that has keys but no element 1", 3)
  end
  local n = 1
  while v[n + 1] ~= nil do n = n + 1 end
  return n
end

local function checkFunction(name, f, what)
  if type(f) ~= "function" then error(name .. " wants a function " .. what .. ", got " .. values.shown(f), 3) end
end

local function checkWhole(name, v, what)
  if type(v) ~= "number" or v % 1 ~= 0 then error(name .. " wants " .. what .. ", got " .. values.shown(v), 3) end
end

-- What a function gives for each element, which must not be nil. It gets nothing but the element, so that tonumber may be one.
function list.map(elements, f)
  local n = check("list.map", elements)
  checkFunction("list.map", f, "of an element")
  local mapped = {}
  for i = 1, n do
    local v = f(elements[i])
    if v == nil then error("list.map: the function gave nil for element " .. i .. "; list.filter leaves elements out", 2) end
    mapped[i] = v
  end
  return mapped
end

-- The elements for which a function is true.
function list.filter(elements, f)
  local n = check("list.filter", elements)
  checkFunction("list.filter", f, "of an element")
  local kept, count = {}, 0
  for i = 1, n do
    if f(elements[i]) then
      count = count + 1
      kept[count] = elements[i]
    end
  end
  return kept
end

-- Folds the elements from the left: f(f(initial, first), second) and so on. Without an initial value it starts with the first.
function list.reduce(elements, f, initial)
  local n = check("list.reduce", elements)
  checkFunction("list.reduce", f, "of two values")
  local from, result = 1, initial
  if initial == nil then
    if n == 0 then error("list.reduce wants an initial value for an empty list", 2) end
    from, result = 2, elements[1]
  end
  for i = from, n do result = f(result, elements[i]) end
  return result
end

-- The first element for which a function is true, and its index; nil when there is none.
function list.find(elements, f)
  local n = check("list.find", elements)
  checkFunction("list.find", f, "of an element")
  for i = 1, n do
    if f(elements[i]) then return elements[i], i end
  end
  return nil
end

-- Whether a function is true for an element.
function list.any(elements, f)
  local n = check("list.any", elements)
  checkFunction("list.any", f, "of an element")
  for i = 1, n do
    if f(elements[i]) then return true end
  end
  return false
end

-- Whether a function is true for every element.
function list.all(elements, f)
  local n = check("list.all", elements)
  checkFunction("list.all", f, "of an element")
  for i = 1, n do
    if not f(elements[i]) then return false end
  end
  return true
end

local function indexOf(elements, n, value)
  for i = 1, n do
    if elements[i] == value then return i end
  end
end

-- Whether a value is an element.
function list.contains(elements, value)
  local n = check("list.contains", elements)
  return indexOf(elements, n, value) ~= nil
end

-- The index of the first element that is a value; nil when none is.
function list.indexOf(elements, value)
  local n = check("list.indexOf", elements)
  return indexOf(elements, n, value)
end

-- The elements, last first.
function list.reverse(elements)
  local n = check("list.reverse", elements)
  local reversed = {}
  for i = 1, n do reversed[i] = elements[n + 1 - i] end
  return reversed
end

-- What stops natural order: the type of an element that has none.
local function refuseOrderless(name, elements, n)
  for i = 1, n do
    local v = elements[i]
    if v ~= v then
      error(name .. ": element " .. i .. " is nan, which has no order", 3)
    elseif not sorting.RANKS[type(v)] and not values.integer(v) and not (getmetatable(v) or {}).__lt then
      error(name .. ": element " .. i .. " is a " .. type(v) .. ", which has no order; give a function of two elements", 3)
    end
  end
end

-- The elements in order: numbers, then texts by their bytes; or by a function that says whether one is before another. Stable.
function list.sort(elements, before)
  local n = check("list.sort", elements)
  if before == nil then
    refuseOrderless("list.sort", elements, n)
    before = natural
  else
    checkFunction("list.sort", before, "of two elements")
  end
  return sorted(elements, n, before)
end

-- The elements in the order of what a function gives for each. Stable.
function list.sortBy(elements, f)
  local n = check("list.sortBy", elements)
  checkFunction("list.sortBy", f, "of an element")
  local keys, order = {}, {}
  for i = 1, n do
    keys[i], order[i] = f(elements[i]), i
    if keys[i] == nil then error("list.sortBy: the function gave nil for element " .. i, 2) end
  end
  refuseOrderless("list.sortBy", keys, n)
  order = sorted(order, n, function(a, b) return natural(keys[a], keys[b]) end)
  for i = 1, n do order[i] = elements[order[i]] end
  return order
end

-- The elements without those that have come before.
function list.unique(elements)
  local n = check("list.unique", elements)
  local seen, kept, count = {}, {}, 0
  for i = 1, n do
    local v = elements[i]
    -- nan is no key
    if v ~= v or not seen[v] then
      if v == v then seen[v] = true end
      count = count + 1
      kept[count] = v
    end
  end
  return kept
end

-- The elements of several lists as one list.
function list.concat(...)
  local all, count = {}, 0
  for i = 1, select("#", ...) do
    local each = select(i, ...)
    local n = check("list.concat", each, "lists")
    for j = 1, n do all[count + j] = each[j] end
    count = count + n
  end
  return all
end

-- The elements as one text, with a separator between them. They are texts, numbers and truth values.
function list.join(elements, separator)
  local n = check("list.join", elements)
  if separator ~= nil and type(separator) ~= "string" then values.wants("list.join", "a separator that is a text", separator) end
  local texts = {}
  for i = 1, n do
    local v = elements[i]
    local kind = type(v)
    texts[i] = kind == "string" and v or kind == "number" and values.number(v) or kind == "boolean" and tostring(v)
      or values.integer(v)
    if not texts[i] then error("list.join wants texts, numbers and truth values, got a " .. kind .. " as element " .. i, 2) end
  end
  return table.concat(texts, separator or "")
end

-- The elements from an index to another; negative ones count from the end, as in string.sub.
function list.slice(elements, from, to)
  local n = check("list.slice", elements)
  checkWhole("list.slice", from, "a first index that is a whole number")
  if to == nil then to = -1 end
  checkWhole("list.slice", to, "a last index that is a whole number")
  if from < 0 then from = n + from + 1 end
  if to < 0 then to = n + to + 1 end
  local part, count = {}, 0
  for i = math.max(from, 1), math.min(to, n) do
    count = count + 1
    part[count] = elements[i]
  end
  return part
end

-- Whether a value is a list, to look into.
local function isList(v) return type(v) == "table" and (v[1] ~= nil or next(v) == nil) end

local function flattenInto(flat, count, elements, depth)
  for _, v in ipairs(elements) do
    if depth > 0 and isList(v) then
      count = flattenInto(flat, count, v, depth - 1)
    else
      count = count + 1
      flat[count] = v
    end
  end
  return count
end

-- The elements of lists that are elements, instead of these; one level deep, or as many as one says.
function list.flatten(elements, depth)
  check("list.flatten", elements)
  if depth == nil then depth = 1 end
  checkWhole("list.flatten", depth, "a depth that is a whole number")
  local flat = {}
  flattenInto(flat, 0, elements, math.min(depth, 100))
  return flat
end

-- Lists of the first elements of several lists, of the second ones and so on; as many as the shortest has.
function list.zip(...)
  local count = select("#", ...)
  if count == 0 then error("list.zip wants lists, got none", 2) end
  local lists, least = { ... }, nil
  for i = 1, count do
    local n = check("list.zip", lists[i], "lists")
    least = least and math.min(least, n) or n
  end
  local zipped = {}
  for i = 1, least do
    zipped[i] = {}
    for j = 1, count do zipped[i][j] = lists[j][i] end
  end
  return zipped
end

-- The numbers from one to another, by steps of 1 or as one says.
function list.range(from, to, step)
  if type(from) ~= "number" or from ~= from then values.wants("list.range", "a first number", from) end
  if type(to) ~= "number" or to ~= to then values.wants("list.range", "a last number", to) end
  if step == nil then step = 1 end
  if type(step) ~= "number" or step == 0 or step ~= step then values.wants("list.range", "a step that is not 0", step) end
  local count = floor((to - from) / step) + 1
  if count > 1e8 then error("list.range: that is over 100000000 numbers", 2) end
  local numbers = {}
  for i = 1, count do numbers[i] = from + (i - 1) * step end
  return numbers
end

-- The sum of the elements; 0 when there are none.
function list.sum(elements)
  local n = check("list.sum", elements)
  local sum = 0
  for i = 1, n do
    if type(elements[i]) ~= "number" then
      error("list.sum wants numbers, got " .. values.shown(elements[i]) .. " as element " .. i, 2)
    end
    sum = sum + elements[i]
  end
  return sum
end

local function extreme(name, elements, n, better)
  local first = type(elements[1])
  local best = elements[1]
  for i = 1, n do
    local v = elements[i]
    if type(v) ~= first or first ~= "number" and first ~= "string" or v ~= v then
      error(name .. " wants numbers or texts, got " .. values.shown(v) .. " as element " .. i, 3)
    end
    if better(v, best) then best = v end
  end
  return best
end

-- The least element; nil when there are none.
function list.min(elements)
  local n = check("list.min", elements)
  local best = extreme("list.min", elements, n, function(a, b) return a < b end)
  return best
end

-- The greatest element; nil when there are none.
function list.max(elements)
  local n = check("list.max", elements)
  local best = extreme("list.max", elements, n, function(a, b) return a > b end)
  return best
end

-- A table: for each value of a function, the list of the elements that have it.
function list.groupBy(elements, f)
  local n = check("list.groupBy", elements)
  checkFunction("list.groupBy", f, "of an element")
  local groups = {}
  for i = 1, n do
    local key = f(elements[i])
    if key == nil or key ~= key then
      error("list.groupBy: the function gave " .. values.shown(key) .. " for element " .. i, 2)
    end
    groups[key] = groups[key] or {}
    table.insert(groups[key], elements[i])
  end
  return groups
end

local function sortedKeys(name, t)
  if type(t) ~= "table" then error(name .. " wants a table, got " .. values.shown(t), 3) end
  local keys, n = {}, 0
  for key in pairs(t) do
    if not sorting.RANKS[type(key)] then error(name .. ": a key is a " .. type(key) .. ", which has no order", 3) end
    n = n + 1
    keys[n] = key
  end
  table.sort(keys, natural)
  return keys
end

-- The keys of a table in order: numbers, then texts.
function list.keys(t)
  local keys = sortedKeys("list.keys", t)
  return keys
end

-- The values of a table in the order of their keys.
function list.values(t)
  local all = sortedKeys("list.values", t)
  for i, key in ipairs(all) do all[i] = t[key] end
  return all
end

-- What an iterator such as text:gmatch(pattern) gives, as a list; of several values the first.
function list.collect(iterator, state, start)
  checkFunction("list.collect", iterator, "that gives the next element")
  local all, n = {}, 0
  for v in iterator, state, start do
    n = n + 1
    all[n] = v
  end
  return all
end

return list
