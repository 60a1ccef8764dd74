-- JSON texts and Lua values, by the grammar of RFC 8259 and nothing beyond it.
local values, open = ...
local json = {}

-- null in a list. A userdata, so that nothing can be done to it by mistake.
json.null = newproxy(true)
do
  local meta = getmetatable(json.null)
  meta.__tostring = function() return "null" end
  meta.__gleam = "null"
end

local OBJECT = { __gleam = "object" }
local ARRAY = { __gleam = "array" }

-- The table, marked: it is written as an object even when it is empty.
function json.object(members)
  if members ~= nil and type(members) ~= "table" then values.wants("json.object", "a table", members) end
  return setmetatable(members or {}, OBJECT)
end

-- The table, marked: it is written as an array, or not at all.
function json.array(elements)
  if elements ~= nil and type(elements) ~= "table" then values.wants("json.array", "a table", elements) end
  return setmetatable(elements or {}, ARRAY)
end

local read = open("json-reader")(values, json.null, OBJECT)
local write = open("json-writer")(values, json.null)

-- The value a JSON text stands for. null is no member of an object, and json.null in an array, unless options.null says otherwise.
function json.decode(text, options)
  if type(text) ~= "string" then values.wants("json.decode", "a text", text) end
  options = values.options("json.decode", options, { null = true, integers = true })
  if options.integers ~= nil and options.integers ~= "text" then
    values.wants("json.decode", 'the option integers = "text"', options.integers)
  end
  local ok, result = read(text, options)
  if not ok then error("json.decode: " .. result, 2) end
  return result
end

-- The JSON text of a value, keys in the order of their bytes. With indent, a number of blanks or a text of them, over many lines.
function json.encode(value, options)
  options = values.options("json.encode", options, { indent = true })
  local indent = options.indent
  if type(indent) == "number" and indent % 1 == 0 and indent >= 0 and indent <= 16 then
    indent = (" "):rep(indent)
  elseif indent ~= nil and (type(indent) ~= "string" or indent:find("[^ \t]")) then
    values.wants("json.encode", "an indent of 0 to 16 blanks", indent)
  end
  local text, problem = write(value, indent)
  if not text then error("json.encode: " .. problem, 2) end
  return text
end

return json
