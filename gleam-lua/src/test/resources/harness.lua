-- stands before each conformance script: shows values so that both Luas show them alike
local function shown(v)
  if type(v) == "string" then return string.format("%q", v) end
  if type(v) == "number" or type(v) == "boolean" or v == nil then return tostring(v) end
  return "<" .. type(v) .. ">"
end
local function line(label, ...)
  local values = {}
  for i = 1, select("#", ...) do values[i] = shown((select(i, ...))) end
  print(label .. " => " .. table.concat(values, ", "))
end
-- each line is an expression list
function expressions(text)
  for source in string.gmatch(text, "[^\n]+") do
    local f, e = loadstring("return (function(...) return ... end)(" .. source .. "\n)", "=check")
    if f then line(source, pcall(f)) else line(source, "not Lua", e) end
  end
end
-- blocks separated by lines of dashes, each a function body
function blocks(text)
  for source in string.gmatch(text .. "\n---\n", "(.-)\n%-%-%-+\n") do
    local f, e = loadstring(source, "=block")
    if f then line(source, pcall(f)) else line(source, "not Lua", e) end
  end
end
-- what the parser says of a text
function said(source)
  local f, e = loadstring(source, "=s")
  print(string.format("%q", source) .. " => " .. tostring(f and "fine" or e))
end
-- each line is a text of which only is asked what the parser says
function sayings(text)
  for source in string.gmatch(text, "[^\n]+") do said(source) end
end
