-- What every script has at hand besides Lua's own libraries.

-- log("text"), log.info("text"), log.warn("text"), log.error("text")
log = setmetatable({
  info = function(...) print(...) end,
  warn = function(...) print("warning:", ...) end,
  error = function(...) print("error:", ...) end,
}, { __call = function(_, ...) print(...) end })

-- The pieces of a text between the separators, which are plain text, as a list.
function split(text, separator)
  if separator == nil or separator == "" then
    error("split wants a text and a separator that is not empty", 2)
  end
  local pieces, from = {}, 1
  while true do
    local first, last = text:find(separator, from, true)
    if not first then
      pieces[#pieces + 1] = text:sub(from)
      return pieces
    end
    pieces[#pieces + 1] = text:sub(from, first - 1)
    from = last + 1
  end
end

-- A table with true for every element of the list.
function set(list)
  local members = {}
  for _, member in ipairs(list) do members[member] = true end
  return members
end

-- How many letters have to be put in, left out, exchanged or replaced to make one name of another.
local function distance(a, b)
  local before, last, row = {}, {}, {}
  for j = 0, #b do last[j] = j end
  for i = 1, #a do
    row = { [0] = i }
    for j = 1, #b do
      local cost = a:byte(i) == b:byte(j) and 0 or 1
      row[j] = math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
      if i > 1 and j > 1 and a:byte(i) == b:byte(j - 1) and a:byte(i - 1) == b:byte(j) then
        row[j] = math.min(row[j], before[j - 2] + 1)
      end
    end
    before, last = last, row
  end
  return last[#b]
end

-- The name among the keys of a table that someone may have meant: a third of its letters may be wrong.
local function nearest(name, names)
  local best, least = nil, math.max(1, math.floor(#name / 3)) + 1
  for known in pairs(names) do
    if type(known) == "string" then
      local far = distance(name:lower(), known:lower())
      if far < least or far == least and best and known < best then best, least = known, far end
    end
  end
  return best
end

-- A global that no one has defined is an error: nearly always it is misspelt.
setmetatable(_G, {
  __index = function(globals, name)
    local message = "`" .. tostring(name) .. "` is not defined here"
    if type(name) == "string" then
      if rawget(params, name) ~= nil then
        message = message .. ". A parameter is `params." .. name .. "`"
      else
        local meant = nearest(name, globals)
        if meant then message = message .. ". Did you mean `" .. meant .. "`?" end
      end
    end
    error(message, 2)
  end,
})
