-- How json.decode reads. Called with the shared values, null and the metatable of objects; returns
-- function(text, options): true and the value, or false and what is wrong.
local values, JSON_NULL, OBJECT = ...

local byte, find, format, gsub, match, sub =
  string.byte, string.find, string.format, string.gsub, string.match, string.sub
local concat, setmetatable = table.concat, setmetatable

local DEPTH = 512
local EXACT = 2 ^ 53

-- What is read, how far, and how are variables of this file: a function with few arguments and one result is what both
-- Luas call fastest, and nothing here calls a script, so that readings never overlap. A function starts at position `at` and
-- leaves it behind what it has read. Failures are tables, so that json.decode can fail at its caller's line.
local source, at, options

local function fail(position, problem) error({ at = position, problem = problem }, 0) end

local function came()
  if at > #source then return "the text ends" end
  if find(source, "^\239\187\191", at) then return "a byte order mark came" end
  local token = match(source, "^[%w_.+-]+", at) or match(source, "^[%z\1-\127\194-\244][\128-\191]*", at)
  return values.quoted(token or sub(source, at, at)) .. " came"
end

local function expected(what) fail(at, what .. " was expected, but " .. came()) end

-- Goes to the next byte that is no blank, and gives it; nil at the end.
local function skip()
  local c = byte(source, at)
  if c and c <= 32 then
    at = find(source, "[^ \n\r\t]", at) or #source + 1
    c = byte(source, at)
  end
  return c
end

local ESCAPES = {
  ['"'] = '"', ["\\"] = "\\", ["/"] = "/", b = "\b", f = "\f", n = "\n", r = "\r", t = "\t",
}

-- \u.... at position e, maybe the first of a pair.
local function unicode(e)
  local written = match(source, "^%x%x%x%x", e + 2)
  if not written then fail(e, "four hexadecimal digits were expected after \\u") end
  local code = tonumber(written, 16)
  at = e + 6
  if code < 0xD800 or code > 0xDFFF then return values.utf8(code) end
  local low = code < 0xDC00 and match(source, "^\\u([dD][c-fC-F]%x%x)", at)
  if not low then fail(e, "\\u" .. written .. " is half of a surrogate pair") end
  at = e + 12
  return values.utf8(0x10000 + (code - 0xD800) * 0x400 + tonumber(low, 16) - 0xDC00)
end

local SPECIAL = '["\\%z\1-\31]'

-- A text in pieces: from position `at` to the first special byte, at e, there is nothing to do.
local function pieces(start, e)
  local list, n = {}, 0
  while true do
    if not e then fail(start, "this text has no closing quote") end
    local c = byte(source, e)
    n = n + 1
    list[n] = sub(source, at, e - 1)
    at = e + 1
    if c == 34 then
      return concat(list)
    elseif c ~= 92 then
      fail(e, format("a control character in a text must be written as \\u%04x", c))
    end
    local escape = sub(source, at, at)
    n = n + 1
    if escape == "u" then
      list[n] = unicode(e)
    else
      list[n] = ESCAPES[escape]
      at = e + 2
      if not list[n] then
        fail(e, escape == "" and "this text has no closing quote" or "there is no escape " .. values.quoted("\\" .. escape))
      end
    end
    e = find(source, SPECIAL, at)
  end
end

local function text()
  local start = at
  local e = find(source, SPECIAL, start + 1)
  at = start + 1
  if e and byte(source, e) == 34 then
    at = e + 1
    return sub(source, start + 1, e - 1)
  end
  return pieces(start, e)
end

local function digits()
  local behind = match(source, "^%d+()", at)
  if not behind then expected("a digit") end
  at = behind
end

local function number()
  local start = at
  local behind = match(source, "^-?[1-9]%d*()", start)
  if behind and behind - start <= 15 then
    local c = byte(source, behind)
    if c ~= 46 and c ~= 101 and c ~= 69 then
      at = behind
      return tonumber(sub(source, start, behind - 1))
    end
  end
  if byte(source, at) == 45 then at = at + 1 end
  local whole, integral = at, true
  digits()
  if at > whole + 1 and byte(source, whole) == 48 then fail(whole, "a number must not start with 0") end
  if byte(source, at) == 46 then
    at, integral = at + 1, false
    digits()
  end
  if find(source, "^[eE]", at) then
    at, integral = match(source, "^[eE][+-]?()", at), false
    digits()
  end
  local written = sub(source, start, at - 1)
  local n = tonumber(written)
  if integral and (n >= EXACT or n <= -EXACT) and sub(source, whole, at - 1) ~= "9007199254740992" then
    if options.integers == "text" then return written end
    fail(start, "the number " .. written
      .. " is beyond 2^53 and would be rounded; the option integers = \"text\" keeps its digits")
  elseif n == 1 / 0 or n == -1 / 0 then
    fail(start, "the number " .. written .. " is too large")
  end
  return n
end

local WORDS = { [116] = "true", [102] = "false", [110] = "null" }
local NULL = {}

local value

-- What stands between elements: goes behind a comma, or behind the closing byte and gives nil. The next byte that is no blank.
local function separator(close, expectation)
  local c = byte(source, at)
  if c and c <= 32 then c = skip() end
  if c == 44 then
    at = at + 1
    c = byte(source, at)
    if c and c <= 32 then c = skip() end
    return c or 0
  elseif c ~= close then
    expected(expectation)
  end
  at = at + 1
  return nil
end

local function array(c, depth)
  local list, n = {}, 0
  if c == 93 then
    at = at + 1
    return list
  end
  repeat
    local v = value(c, depth)
    if v == NULL then v = options.null end
    n = n + 1
    list[n] = v
    c = separator(93, "`,` or `]`")
  until not c
  return list
end

local function key()
  local name = text()
  local c = byte(source, at)
  if c ~= 58 then
    c = skip()
    if c ~= 58 then expected("`:`") end
  end
  at = at + 1
  return name
end

local function object(c, depth)
  local members, nulls = setmetatable({}, OBJECT), nil
  if c == 125 then
    at = at + 1
    return members
  end
  repeat
    if c ~= 34 then expected("a key in double quotes") end
    local start = at
    local name = key()
    c = byte(source, at)
    if c and c <= 32 then c = skip() end
    local v = value(c, depth)
    if members[name] ~= nil or nulls and nulls[name] then
      fail(start, "the key " .. values.quoted(name) .. " has come before")
    end
    if v == NULL then
      v = options.memberNull
      nulls = nulls or {}
      nulls[name] = true
    end
    members[name] = v
    c = separator(125, "`,` or `}`")
  until not c
  return members
end

-- The value at position `at`, where the byte is c.
function value(c, depth)
  if c == 34 then
    return text()
  elseif c == 123 or c == 91 then
    if depth == DEPTH then fail(at, "arrays and objects are nested over " .. DEPTH .. " deep") end
    at = at + 1
    local inside = c == 123 and object or array
    return inside(skip(), depth + 1)
  elseif c and (c == 45 or c >= 48 and c <= 57) then
    return number()
  end
  local word = WORDS[c]
  if not word or match(source, "^[%w_]+", at) ~= word then expected("a value") end
  at = at + #word
  if c == 110 then return NULL end
  return c == 116
end

local function whole()
  if not values.isUtf8(source) then fail(values.notUtf8(source), "the text is not UTF-8") end
  local v = value(skip(), 0)
  if skip() then expected("the end of the text") end
  if v == NULL then return options.memberNull end
  return v
end

-- Where a position is, as people count: characters, not bytes.
local function place(position)
  local before = sub(source, 1, position - 1)
  local _, lines = gsub(before, "\n", "")
  local _, columns = gsub(match(before, "[^\n]*$"), "[^\128-\191]", "")
  return format("line %d, column %d (byte %d)", lines + 1, columns + 1, position)
end

return function(text, wishes)
  options = { integers = wishes.integers, memberNull = wishes.null, null = wishes.null }
  if options.null == nil then options.null = JSON_NULL end
  source, at = text, 1
  local ok, v = pcall(whole)
  if ok then return true, v end
  if type(v) ~= "table" then error(v, 0) end
  return false, place(v.at) .. ": " .. v.problem
end
