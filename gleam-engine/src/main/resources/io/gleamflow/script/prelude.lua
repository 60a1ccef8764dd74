-- What every script has at hand besides Lua's own libraries. Called with
-- load   function(name): a file beside this one as a function: a library, a part of one, or "values", which they share
-- ...    the names of the libraries, in order
-- Returns a function that makes an environment: a table for global variables, behind which those here are seen.
local load = ...
local names = { select(2, ...) }
local error, ipairs, next, pairs, rawget, rawset, setfenv, setmetatable, tostring, type =
  error, ipairs, next, pairs, rawget, rawset, setfenv, setmetatable, tostring, type

-- Lua as it is now: whatever globals scripts make, libraries that are loaded later do not see them.
local untouched = {}
for name, value in pairs(_G) do
  untouched[name] = value
  if type(value) == "table" and value ~= _G then
    untouched[name] = {}
    for member, of in pairs(value) do untouched[name][member] = of end
  end
end

local function open(name) return setfenv(load(name), untouched) end

local shared

local function values()
  shared = shared or open("values")()
  return shared
end

-- log("text"), log.info("text"), log.warn("text"), log.error("text")
log = setmetatable({
  info = function(...) print(...) end,
  warn = function(...) print("warning:", ...) end,
  error = function(...) print("error:", ...) end,
}, { __call = function(_, ...) print(...) end })

-- The pieces of a text between the separators, which are plain text, as a list.
function split(text, separator)
  if type(text) ~= "string" and type(text) ~= "number" then
    values().wants("split", "a text", text)
  elseif type(separator) ~= "string" or separator == "" then
    values().wants("split", "a separator that is a text and not empty", separator)
  end
  text = tostring(text)
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
  if type(list) ~= "table" then
    values().wants("set", "a list", list)
  elseif list[1] == nil and next(list) ~= nil then
    error("set wants a list, got a table that has keys but no element 1", 2)
  end
  local members = {}
  for _, member in ipairs(list) do members[member] = true end
  return members
end

-- All of it once more in a table, since a column may hide a name.
lib = { log = log, split = split, set = set }

-- A table that nothing can be added to, and that has a message for what it does not have.
local function sealed(name, members, index)
  return setmetatable(members, {
    __index = index or function(self, key) error(values().missing(name, self, key), 2) end,
    __newindex = function() error(name .. " is a library and takes nothing new", 2) end,
  })
end

-- A table that becomes the library when it is first used.
local function placeholder(name)
  return sealed(name, {}, function(self, key)
    setmetatable(self, nil)
    for member, value in pairs(open(name)(values(), open)) do self[member] = value end
    sealed(name, self)
    local value = rawget(self, key)
    if value == nil then error(values().missing(name, self, key), 2) end
    return value
  end)
end

for _, name in ipairs(names) do
  lib[name] = placeholder(name)
  _G[name] = lib[name]
end
sealed("lib", lib)

-- A global that no one has defined is an error: nearly always it is misspelt.
local function undefined(name, known)
  local message = "`" .. tostring(name) .. "` is not defined here"
  local params = rawget(known, "params")
  if params and rawget(params, name) ~= nil then return message .. "; a parameter is `params." .. name .. "`" end
  return values().unknown(message, name, known)
end

local globals = _G

setmetatable(globals, { __index = function(_, name) error(undefined(name, globals), 2) end })

return function()
  -- what has been assigned is defined, even when it is nil
  local assigned = {}
  return setmetatable({}, {
    __newindex = function(environment, name, value)
      assigned[name] = true
      rawset(environment, name, value)
    end,
    __index = function(_, name)
      local value = rawget(globals, name)
      if value ~= nil or assigned[name] then return value end
      local known = {}
      for each, of in next, globals do known[each] = of end
      for each in next, assigned do known[each] = true end
      error(undefined(name, known), 2)
    end,
  })
end
