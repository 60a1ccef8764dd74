-- stands before each script: shows values so that both Luas show them alike
local concat, format = table.concat, string.format

-- with "escaped", bytes beyond ASCII are shown by number
local function quoted(s, escaped)
  local special = (escaped or not lib.text.isUtf8(s)) and '[%c"\\\128-\255]' or '[%c"\\]'
  return '"' .. s:gsub(special, function(c)
    return c == "\n" and "\\n" or c == '"' and '\\"' or c == "\\" and "\\\\" or format("\\%03d", c:byte())
  end) .. '"'
end

local shown

local function table_(t, escaped)
  local keys, pieces = {}, {}
  for key in pairs(t) do keys[#keys + 1] = key end
  table.sort(keys, function(a, b)
    if type(a) ~= type(b) then return type(a) < type(b) end
    return a < b
  end)
  local meta = getmetatable(t)
  for i, key in ipairs(keys) do
    pieces[i] = (key == i and "" or "[" .. shown(key) .. "] = ") .. shown(t[key], escaped)
  end
  return (meta and meta.__gleam or "") .. "{" .. concat(pieces, ", ") .. "}"
end

function shown(v, escaped)
  local kind = type(v)
  if kind == "string" then return quoted(v, escaped) end
  if kind == "table" then return table_(v, escaped) end
  if kind == "function" then return "<function>" end
  if kind == "number" then return v == v and format("%.17g", v) or "nan" end
  return tostring(v)
end

local function show(...)
  local pieces = {}
  for i = 1, select("#", ...) do pieces[i] = shown((select(i, ...))) end
  return concat(pieces, ", ")
end

-- one value per line, bytes beyond ASCII by number, for comparison with other programs
function show_escaped(...)
  local pieces = {}
  for i = 1, select("#", ...) do pieces[i] = shown((select(i, ...)), true) end
  print(concat(pieces, ", "))
end

-- the value of a call, or what it fails with; never called last, so that errors have the caller's place
local function report(label, ok, ...)
  print(label .. (ok and "\n  = " or "\n  ! ") .. (ok and show(...) or tostring((...))))
end

-- each line is a list of expressions
function expressions(text)
  for source in text:gmatch("[^\n]+") do
    local f, problem = loadstring("return (function(...) return ... end)(" .. source .. ")", "=check")
    if f then report(source, pcall(f)) else report(source, false, "not Lua: " .. problem) end
  end
end

-- values as the documentation shows them
function show_plain(...) print(show(...)) end
