-- What the libraries of gleam share: how they speak of values, numbers as text, UTF-8. No library of its own.
local values = {}

local byte, char, find, format, gsub, sub = string.byte, string.char, string.find, string.format, string.gsub, string.sub
local abs, floor, min = math.abs, math.floor, math.min

local EXACT = 2 ^ 53
local SHOWN = 40

-- A number as the outputs of flows have it: in full up to 2^53, else with the fewest digits that read back.
function values.number(n)
  if n % 1 == 0 and n >= -EXACT and n <= EXACT then
    return format("%d", n)
  elseif n ~= n then
    return "nan"
  elseif n == 1 / 0 then
    return "inf"
  elseif n == -1 / 0 then
    return "-inf"
  end
  local text = format("%.15g", n)
  if tonumber(text) ~= n then
    text = format("%.16g", n)
    if tonumber(text) ~= n then text = format("%.17g", n) end
  end
  return text
end

-- The digits of a whole number beyond 2^53 that came with the data; nil for anything else.
function values.integer(v)
  local kind = type(v)
  if kind == "userdata" then
    return string.match(tostring(v), "^%-?%d+$")
  elseif kind == "cdata" then
    return string.match(tostring(v), "^(%-?%d+)U?L?L?$")
  end
end

local QUOTED = { ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t", ["\\"] = "\\\\", ['"'] = '\\"' }

-- A text in quotes, on one line, cut when it is long.
function values.quoted(text)
  local cut = text
  if #text > SHOWN then
    local last = SHOWN
    while last > SHOWN - 4 and find(sub(text, last + 1, last + 1), "[\128-\191]") do last = last - 1 end
    cut = sub(text, 1, last) .. "..."
  end
  local special = values.isUtf8(cut) and '[%c\\"]' or '[%c\\"\128-\255]'
  return '"' .. gsub(cut, special, function(c) return QUOTED[c] or format("\\%d", byte(c)) end) .. '"'
end

-- A value as a message shows it.
function values.shown(v)
  local kind = type(v)
  if kind == "string" then
    return values.quoted(v)
  elseif kind == "number" then
    return values.number(v)
  elseif kind == "nil" or kind == "boolean" then
    return tostring(v)
  end
  return values.integer(v) or "a " .. kind
end

-- Fails at the line that called the library function that calls this.
function values.wants(name, what, got)
  error(name .. " wants " .. what .. ", got " .. values.shown(got), 3)
end

-- The options of a function, a table with no keys but these.
function values.options(name, options, known)
  if options == nil then
    return {}
  elseif type(options) ~= "table" then
    error(name .. " wants options in a table, got " .. values.shown(options), 3)
  end
  for key in pairs(options) do
    if known[key] == nil then
      error(values.unknown(name .. " has no option `" .. tostring(key) .. "`", key, known), 3)
    end
  end
  return options
end

-- UTF-8 as Unicode has it: no surrogates, nothing too long, nothing beyond U+10FFFF. Lead bytes never follow lead bytes, so that
-- whole characters may be taken out one kind after the other.
function values.isUtf8(text)
  if not find(text, "[\128-\255]") then return true end
  text = gsub(text, "[\194-\223][\128-\191]", ".")
  if find(text, "[\224-\239]") then
    text = gsub(text, "[\225-\236\238\239][\128-\191][\128-\191]", ".")
    text = gsub(text, "\224[\160-\191][\128-\191]", ".")
    text = gsub(text, "\237[\128-\159][\128-\191]", ".")
  end
  if find(text, "[\240-\244]") then
    text = gsub(text, "[\241-\243][\128-\191][\128-\191][\128-\191]", ".")
    text = gsub(text, "\240[\144-\191][\128-\191][\128-\191]", ".")
    text = gsub(text, "\244[\128-\143][\128-\191][\128-\191]", ".")
  end
  return not find(text, "[\128-\255]")
end

-- The UTF-8 of a code point.
function values.utf8(code)
  if code < 0x80 then return char(code) end
  local last = 0x80 + code % 0x40
  code = floor(code / 0x40)
  if code < 0x20 then return char(0xC0 + code, last) end
  local third = 0x80 + code % 0x40
  code = floor(code / 0x40)
  if code < 0x10 then return char(0xE0 + code, third, last) end
  return char(0xF0 + floor(code / 0x40), 0x80 + code % 0x40, third, last)
end

local function continues(c) return c ~= nil and c >= 0x80 and c <= 0xBF end

-- The last byte of the character that starts at byte i; nil when those bytes are none.
function values.character(text, i)
  local a, b, c, d = byte(text, i, i + 3)
  if a < 0x80 then return i end
  if a < 0xC2 or a > 0xF4 or not continues(b) then return nil end
  if a < 0xE0 then return i + 1 end
  if a == 0xE0 and b < 0xA0 or a == 0xED and b > 0x9F or not continues(c) then return nil end
  if a < 0xF0 then return i + 2 end
  if a == 0xF0 and b < 0x90 or a == 0xF4 and b > 0x8F or not continues(d) then return nil end
  return i + 3
end

-- The first byte of a text that belongs to no character; nil when all do.
function values.notUtf8(text)
  local i = 1
  while i <= #text do
    local last = values.character(text, i)
    if not last then return i end
    i = last + 1
  end
end

-- How many letters must be changed, dropped, added or swapped to make one name of another.
local function distance(a, b)
  local before, row = {}, {}
  for j = 0, #b do row[j] = j end
  for i = 1, #a do
    local last = before
    before, row = row, { [0] = i }
    for j = 1, #b do
      local same = byte(a, i) == byte(b, j)
      row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (same and 0 or 1))
      if i > 1 and j > 1 and byte(a, i) == byte(b, j - 1) and byte(a, i - 1) == byte(b, j) then
        row[j] = min(row[j], last[j - 2] + 1)
      end
    end
  end
  return row[#b]
end

-- A message that ends in the name that was probably meant, if one is near.
function values.unknown(message, written, known)
  if type(written) ~= "string" then return message end
  local names = {}
  for name in pairs(known) do
    if type(name) == "string" then names[#names + 1] = name end
  end
  table.sort(names)
  local best, least = nil, math.max(1, floor(#written / 3)) + 1
  for _, name in ipairs(names) do
    local far = abs(#name - #written) >= least and least or distance(written:lower(), name:lower())
    if far < least then best, least = name, far end
  end
  return best and message .. "; did you mean `" .. best .. "`?" or message
end

-- What is said of a function a library does not have.
function values.missing(library, members, key)
  return values.unknown(library .. " has no `" .. tostring(key) .. "`", key, members)
end

return values
