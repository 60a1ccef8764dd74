-- Texts in UTF-8. What counts characters counts code points, and bytes that are no UTF-8 one by one; they are left as they are.
local values, open = ...
local text = {}

local byte, concat, find, gmatch, gsub, match, rep, sub =
  string.byte, table.concat, string.find, string.gmatch, string.gsub, string.match, string.rep, string.sub

local BEYOND_ASCII = "[\128-\255]"

-- The text a function works on; a number is one as well. Fails at the line that called the function of the library.
local function textOf(name, v, what)
  local kind = type(v)
  if kind == "string" then return v end
  local digits = kind == "number" and values.number(v) or values.integer(v)
  if not digits then error(name .. " wants " .. (what or "a text") .. ", got " .. values.shown(v), 3) end
  return digits
end

local function countOf(name, v, what)
  if type(v) ~= "number" or v % 1 ~= 0 then error(name .. " wants " .. what .. ", got " .. values.shown(v), 3) end
  return v
end

local LOWER, UPPER

local function changed(s, cases)
  s = gsub(s, "[\194-\214][\128-\191]", cases)
  return (gsub(s, "\225[\184-\187][\128-\191]", cases))
end

-- In lower case; a letter becomes a letter.
function text.lower(s)
  s = textOf("text.lower", s):lower()
  if not find(s, BEYOND_ASCII) then return s end
  if not LOWER then LOWER, UPPER = open("text-case")(values) end
  return changed(s, LOWER)
end

-- In upper case; a letter becomes a letter, and ß stays.
function text.upper(s)
  s = textOf("text.upper", s):upper()
  if not find(s, BEYOND_ASCII) then return s end
  if not UPPER then LOWER, UPPER = open("text-case")(values) end
  return changed(s, UPPER)
end

-- White space as Unicode has it, and the byte order mark, beyond ASCII.
local BLANKS = {}
for _, code in ipairs { 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF } do BLANKS[values.utf8(code)] = true end
for code = 0x2000, 0x200A do BLANKS[values.utf8(code)] = true end

local function firstByte(s)
  local at = find(s, "%S") or #s + 1
  while at <= #s do
    if BLANKS[sub(s, at, at + 1)] then
      at = at + 2
    elseif BLANKS[sub(s, at, at + 2)] then
      at = at + 3
    else
      return at
    end
    at = find(s, "%S", at) or #s + 1
  end
  return at
end

local function lastByte(s)
  local at = #s
  while at > 0 do
    local c = byte(s, at)
    if c == 32 or c >= 9 and c <= 13 then
      at = at - 1
    elseif c < 128 then
      return at
    elseif BLANKS[sub(s, at - 1, at)] then
      at = at - 2
    elseif BLANKS[sub(s, at - 2, at)] then
      at = at - 3
    else
      return at
    end
  end
  return at
end

-- Without the white space around it.
function text.trim(s)
  s = textOf("text.trim", s)
  return sub(s, firstByte(s), lastByte(s))
end

-- Without the white space before it.
function text.ltrim(s)
  s = textOf("text.ltrim", s)
  return sub(s, firstByte(s))
end

-- Without the white space behind it.
function text.rtrim(s)
  s = textOf("text.rtrim", s)
  return sub(s, 1, lastByte(s))
end

-- With blanks for all other white space.
local function plainBlanks(s)
  if not find(s, "[\194\225\226\227\239]") then return s end
  s = gsub(s, "\194[\133\160]", " ")
  s = gsub(s, "[\225\226\227\239][\128-\191][\128-\191]", function(c) return BLANKS[c] and " " end)
  return s
end

-- The pieces between white space, as a list.
function text.words(s)
  local words, n = {}, 0
  for word in gmatch(plainBlanks(textOf("text.words", s)), "%S+") do
    n = n + 1
    words[n] = word
  end
  return words
end

-- Trimmed, and with one blank for all white space in a row.
function text.normalizeSpaces(s)
  return concat(text.words(textOf("text.normalizeSpaces", s)), " ")
end

-- Whether there is nothing but white space.
function text.isBlank(s)
  s = textOf("text.isBlank", s)
  return firstByte(s) > #s
end

-- The lines, without their ends, as a list; an end at the very end begins no other.
function text.lines(s)
  s = textOf("text.lines", s)
  local lines, n = {}, 0
  for line in gmatch(sub(s, -1) == "\n" and s or s .. "\n", "([^\n]*)\n") do
    n = n + 1
    lines[n] = sub(line, -1) == "\r" and sub(line, 1, -2) or line
  end
  if s == "" then return {} end
  return lines
end

-- The pieces between what a Lua pattern matches, as a list.
function text.split(s, pattern)
  s = textOf("text.split", s)
  if type(pattern) ~= "string" then values.wants("text.split", "a pattern", pattern) end
  local pieces, from = {}, 1
  while true do
    local ok, first, last = pcall(find, s, pattern, from)
    if not ok then error("text.split: " .. values.quoted(pattern) .. " is no Lua pattern", 2) end
    if first and last < first then error("text.split: the pattern " .. values.quoted(pattern) .. " matches nothing at all", 2) end
    pieces[#pieces + 1] = sub(s, from, first and first - 1 or -1)
    if not first then return pieces end
    from = last + 1
  end
end

-- The characters, as a list.
local function charsOf(s)
  local chars, n = {}, 0
  if values.isUtf8(s) then
    for c in gmatch(s, "[^\128-\191][\128-\191]*") do
      n = n + 1
      chars[n] = c
    end
    return chars
  end
  local at = 1
  while at <= #s do
    local last = values.character(s, at) or at
    n = n + 1
    chars[n] = sub(s, at, last)
    at = last + 1
  end
  return chars
end

function text.chars(s)
  s = textOf("text.chars", s)
  return charsOf(s)
end

local function lengthOf(s)
  if not find(s, BEYOND_ASCII) then return #s end
  return #charsOf(s)
end

-- How many characters there are.
function text.length(s)
  s = textOf("text.length", s)
  return lengthOf(s)
end

-- From the first index up to the last, like string.sub, but by characters.
local function part(s, first, last)
  if not find(s, BEYOND_ASCII) then return sub(s, first, last) end
  local chars = charsOf(s)
  local n = #chars
  if first < 0 then first = n + first + 1 end
  if last < 0 then last = n + last + 1 end
  first, last = math.max(first, 1), math.min(last, n)
  return first > last and "" or concat(chars, "", first, last)
end

function text.sub(s, first, last)
  s = textOf("text.sub", s)
  countOf("text.sub", first, "a first index that is a whole number")
  if last ~= nil then countOf("text.sub", last, "a last index that is a whole number") end
  return part(s, first, last or -1)
end

-- Whether it starts with another text.
function text.startsWith(s, start)
  s, start = textOf("text.startsWith", s), textOf("text.startsWith", start, "a start that is a text")
  return sub(s, 1, #start) == start
end

-- Whether it ends with another text.
function text.endsWith(s, ending)
  s, ending = textOf("text.endsWith", s), textOf("text.endsWith", ending, "an ending that is a text")
  return ending == "" or sub(s, -#ending) == ending
end

-- Whether another text is in it.
function text.contains(s, what)
  s, what = textOf("text.contains", s), textOf("text.contains", what, "a text to look for")
  return find(s, what, 1, true) ~= nil
end

-- With another text for each occurrence of a text.
function text.replace(s, what, with)
  s, what = textOf("text.replace", s), textOf("text.replace", what, "a text to replace")
  with = textOf("text.replace", with, "a text to put there")
  if what == "" then error("text.replace wants a text to replace that is not empty", 2) end
  local first, last = find(s, what, 1, true)
  if not first then return s end
  local pieces, from = {}, 1
  while first do
    pieces[#pieces + 1] = sub(s, from, first - 1)
    from = last + 1
    first, last = find(s, what, from, true)
  end
  pieces[#pieces + 1] = sub(s, from)
  return concat(pieces, with)
end

-- How often another text is in it, without overlap.
function text.count(s, what)
  s, what = textOf("text.count", s), textOf("text.count", what, "a text to count")
  if what == "" then error("text.count wants a text to count that is not empty", 2) end
  local n = 0
  local _, last = find(s, what, 1, true)
  while last do
    n = n + 1
    _, last = find(s, what, last + 1, true)
  end
  return n
end

local function fillOf(name, fill)
  if fill == nil then return " " end
  if type(fill) ~= "string" or lengthOf(fill) ~= 1 then
    error(name .. " wants a fill of one character, got " .. values.shown(fill), 3)
  end
  return fill
end

-- With so much fill before it that it has so many characters.
function text.padLeft(s, width, fill)
  s = textOf("text.padLeft", s)
  countOf("text.padLeft", width, "a width that is a whole number")
  return rep(fillOf("text.padLeft", fill), width - lengthOf(s)) .. s
end

-- With so much fill behind it that it has so many characters.
function text.padRight(s, width, fill)
  s = textOf("text.padRight", s)
  countOf("text.padRight", width, "a width that is a whole number")
  return s .. rep(fillOf("text.padRight", fill), width - lengthOf(s))
end

-- At most so many characters; what was cut off is an ending, if one is given, which counts.
function text.truncate(s, width, ending)
  s = textOf("text.truncate", s)
  countOf("text.truncate", width, "a width that is a whole number")
  ending = ending == nil and "" or textOf("text.truncate", ending, "an ending that is a text")
  local room = width - lengthOf(ending)
  if width < 0 then values.wants("text.truncate", "a width that is not negative", width) end
  if room < 0 then error("text.truncate: a width of " .. width .. " has no room for the ending", 2) end
  if #s <= width or lengthOf(s) <= width then return s end
  return (room == 0 and "" or part(s, 1, room)) .. ending
end

-- Whether all bytes are UTF-8.
function text.isUtf8(s)
  return values.isUtf8((textOf("text.isUtf8", s)))
end

-- The Lua pattern that matches this text and nothing else.
function text.escapePattern(s)
  s = gsub(textOf("text.escapePattern", s), "[%^%$%(%)%%%.%[%]%*%+%-%?]", "%%%0")
  return (gsub(s, "%z", "%%z"))
end

return text
