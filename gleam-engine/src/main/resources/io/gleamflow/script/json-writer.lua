-- How json.encode writes. Called with the shared values and null; returns
-- function(value, indent): the text, or nil and what is wrong.
local values, JSON_NULL = ...

local byte, find, format, gsub, match = string.byte, string.find, string.format, string.gsub, string.match
local concat, getmetatable, next, rawget, sort, type = table.concat, getmetatable, next, rawget, table.sort, type

local DEPTH = 512
local EXACT = 2 ^ 53

-- Everything is written into a list of pieces, `out`; `out.path` has the keys that lead to the value, for messages.

local function refuse(out, problem) error({ path = out.path, depth = out.depth, problem = problem }, 0) end

local function stepText(key)
  if type(key) == "number" then return format("[%d]", key) end
  return match(key, "^[%a_][%w_]*$") and "." .. key or "[" .. values.quoted(key) .. "]"
end

-- A long path without its middle.
local function pathText(path, depth)
  local steps = {}
  for i = 1, depth do
    if depth <= 20 or i <= 10 or i > depth - 5 then
      steps[#steps + 1] = stepText(path[i])
    elseif i == 11 then
      steps[#steps + 1] = " ... "
    end
  end
  return depth > 0 and concat(steps) or "the value"
end

local CONTROLS = { ["\b"] = "\\b", ["\f"] = "\\f", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t", ['"'] = '\\"', ["\\"] = "\\\\" }

local function escaped(c) return CONTROLS[c] or format("\\u%04x", byte(c)) end

local function quoted(out, s)
  if find(s, '[%z\1-\31"\\\128-\255]') then
    if not values.isUtf8(s) then refuse(out, "is not UTF-8: " .. values.quoted(s)) end
    s = gsub(s, '[%z\1-\31"\\]', escaped)
  end
  return '"' .. s .. '"'
end

local function numeral(out, n)
  if n ~= n or n == 1 / 0 or n == -1 / 0 then refuse(out, "is " .. values.number(n) .. ", which JSON does not have") end
  local written = values.number(n)
  if (n > EXACT or n < -EXACT) and not find(written, "[.e]") then
    -- or it would be read as a whole number that may have been rounded
    written = written .. ".0"
  end
  return written
end

-- How many elements a list has; fails when it has holes or other keys.
local function length(out, list)
  local n, entries = 0, 0
  while rawget(list, n + 1) ~= nil do n = n + 1 end
  for _ in next, list do entries = entries + 1 end
  if entries > n then
    local others = {}
    for key in next, list do
      if type(key) ~= "number" then
        refuse(out, "is a list, but has keys that are no numbers")
      elseif key < 1 or key > n or key % 1 ~= 0 then
        others[#others + 1] = key
      end
    end
    sort(others)
    refuse(out, "has [" .. values.number(others[1]) .. "], but no [" .. (n + 1) .. "]; what is missing in a list is json.null")
  end
  return n
end

-- The keys of an object that are numbers become texts when it is marked, and others are refused, in an order of their own so that
-- the message is always the same.
local function rename(out, others, keys, names, marked)
  sort(others, function(a, b)
    if type(a) ~= type(b) then return type(a) < type(b) end
    return type(a) == "number" and a < b
  end)
  for _, key in ipairs(others) do
    local whole = type(key) == "number" and key % 1 == 0
    if not (whole and marked) then
      refuse(out, "has the key " .. values.shown(key) .. ", which is no text"
        .. (whole and "; json.object(...) makes it one" or ""))
    end
    local name = values.number(key)
    if keys[name] ~= nil then refuse(out, "has the key " .. name .. " as a text and as a number") end
    keys[name] = key
    names[#names + 1] = name
  end
end

-- The keys of an object as texts in order, and for each text the key.
local function keysOf(out, object, marked)
  local names, keys, others = {}, {}, nil
  for key in next, object do
    if type(key) == "string" then
      keys[key] = key
      names[#names + 1] = key
    else
      others = others or {}
      others[#others + 1] = key
    end
  end
  if others then rename(out, others, keys, names, marked) end
  sort(names)
  return names, keys
end

local write

local function lineBreak(out, depth)
  if out.indent then out[#out + 1] = "\n" .. out.indent:rep(depth) end
end

local function elements(out, list)
  local depth = out.depth
  local n = length(out, list)
  out[#out + 1] = "["
  for i = 1, n do
    if i > 1 then out[#out + 1] = "," end
    lineBreak(out, depth + 1)
    out.path[depth + 1], out.depth = i, depth + 1
    write(out, rawget(list, i))
    out.depth = depth
  end
  if n > 0 then lineBreak(out, depth) end
  out[#out + 1] = "]"
end

local function members(out, object, marked)
  local depth = out.depth
  local names, keys = keysOf(out, object, marked)
  out[#out + 1] = "{"
  for i, name in ipairs(names) do
    if i > 1 then out[#out + 1] = "," end
    lineBreak(out, depth + 1)
    out.path[depth + 1], out.depth = name, depth + 1
    out[#out + 1] = quoted(out, name) .. (out.indent and ": " or ":")
    write(out, rawget(object, keys[name]))
    out.depth = depth
  end
  if #names > 0 then lineBreak(out, depth) end
  out[#out + 1] = "}"
end

local function structure(out, t)
  if out.open[t] then refuse(out, "is a table that contains itself") end
  if out.depth >= DEPTH then refuse(out, "is nested over " .. DEPTH .. " deep") end
  out.open[t] = true
  local meta = getmetatable(t)
  local mark = type(meta) == "table" and rawget(meta, "__gleam")
  if mark == "array" or mark ~= "object" and (rawget(t, 1) ~= nil or next(t) == nil) then
    elements(out, t)
  else
    members(out, t, mark == "object")
  end
  out.open[t] = nil
end

function write(out, v)
  local kind = type(v)
  if kind == "string" then
    out[#out + 1] = quoted(out, v)
  elseif kind == "number" then
    out[#out + 1] = numeral(out, v)
  elseif kind == "table" then
    structure(out, v)
  elseif kind == "boolean" or kind == "nil" then
    out[#out + 1] = v == nil and "null" or tostring(v)
  elseif v == JSON_NULL then
    out[#out + 1] = "null"
  else
    out[#out + 1] = values.integer(v) or refuse(out, "is a " .. kind .. ", which JSON does not have")
  end
end

return function(v, indent)
  local out = { path = {}, depth = 0, open = {}, indent = indent }
  local ok, problem = pcall(write, out, v)
  if ok then return concat(out) end
  if type(problem) ~= "table" then error(problem, 0) end
  return nil, pathText(problem.path, problem.depth) .. " " .. problem.problem
end
