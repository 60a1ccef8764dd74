-- Patterns of dates, as java.time has them: yyyy-MM-dd HH:mm:ss. Called with the shared values and the calendar.
local values, calendar = ...
local pattern = {}

local concat, find, floor, format, gsub, match, sub =
  table.concat, string.find, math.floor, string.format, string.gsub, string.match, string.sub

-- The letters that mean something: the field, and for each length what it looks like, as a Lua pattern.
local NUMBER, TWO = "(%d%d?)", "(%d%d)"
local LETTERS = {
  y = { field = "year", [2] = TWO, [4] = "(%d%d%d%d)" },
  M = { field = "month", [1] = NUMBER, [2] = TWO, [3] = "(%a%a%a)", [4] = "(%a+)" },
  d = { field = "day", [1] = NUMBER, [2] = TWO },
  H = { field = "hour", [1] = NUMBER, [2] = TWO },
  h = { field = "clock", [1] = NUMBER, [2] = TWO },
  a = { field = "half", [1] = "([AaPp][Mm])" },
  m = { field = "minute", [1] = NUMBER, [2] = TWO },
  s = { field = "second", [1] = NUMBER, [2] = TWO },
  S = { field = "decimals" },
  E = { field = "weekday", [1] = "(%a%a%a)", [2] = "(%a%a%a)", [3] = "(%a%a%a)", [4] = "(%a+)" },
  X = { field = "offset", [1] = "([Z+-][%d]*)", [2] = "([Z+-][%d]*)", [3] = "([Z+-][%d:]*)" },
  x = { field = "offset", [1] = "([+-]%d+)", [2] = "([+-]%d%d%d%d)", [3] = "([+-]%d%d:%d%d)" },
  Z = { field = "offset", [1] = "([+-]%d%d%d%d)", [2] = "([+-]%d%d%d%d)", [3] = "([+-]%d%d%d%d)" },
}
LETTERS.u = LETTERS.y
for count = 1, 9 do LETTERS.S[count] = "(" .. ("%d"):rep(count) .. ")" end

local HINTS = { Y = "years are yyyy", D = "days are dd", k = "hours are HH", K = "hours are HH" }

local function escaped(text) return (gsub(text, "[%^%$%(%)%%%.%[%]%*%+%-%?]", "%%%0")) end

-- The runs of a letter that there are.
local function lengths(letter, known)
  local runs = {}
  for count = 1, 9 do
    if known[count] then runs[#runs + 1] = letter:rep(count) end
  end
  return runs
end

-- An item for a run of one letter; nil and what is wrong otherwise.
local function letterItem(run)
  local letter = sub(run, 1, 1)
  local known = LETTERS[letter]
  if not known then
    return nil, "`" .. run .. "` means nothing; " .. (HINTS[letter] or "words stand in single quotes")
  elseif not known[#run] then
    return nil, "there is no `" .. run .. "`, only " .. concat(lengths(letter, known), ", ")
  end
  return { letter = letter, run = run, count = #run, field = known.field, shape = known[#run] }
end

-- The items of a pattern; nil and what is wrong otherwise.
local function items(text)
  local list, at = {}, 1
  while at <= #text do
    local c = sub(text, at, at)
    local item, problem
    if find(c, "%a") then
      local run = match(text, "^" .. c .. "+", at)
      item, problem = letterItem(run)
      at = at + #run
    elseif c == "'" then
      local quoted, behind = match(text, "^'([^']*)'()", at)
      -- two quotes are one
      while behind and sub(text, behind, behind) == "'" do
        local more, next = match(text, "^([^']*)'()", behind + 1)
        quoted, behind = quoted .. "'" .. (more or ""), next
      end
      if not behind then return nil, "a quote is not closed" end
      if behind == at + 2 then quoted = "'" end
      item = { literal = quoted, shape = escaped(quoted) }
      at = behind
    elseif find(c, "[%[%]{}#]") then
      problem = "`" .. c .. "` must stand in single quotes"
    else
      item = { literal = c, shape = escaped(c) }
      at = at + 1
    end
    if not item then return nil, problem end
    list[#list + 1] = item
  end
  return list
end

-- What is missing beside other fields; nil when nothing is.
local function missing(has)
  local date = has.year or has.month or has.day
  if has.minute and not has.hour and not has.clock and date then return "it has mm, minutes, without hours; months are MM" end
  if has.clock and not has.half then return "hh, up to 12, wants a (AM or PM); HH counts to 23" end
  if has.half and not has.clock then return "a (AM or PM) goes with hh" end
end

-- What a text must have to be a moment; nil when nothing is missing.
local function incomplete(has)
  local hour = has.hour or has.clock
  if (has.month or has.day) and not has.year then return "it has no year" end
  if has.day and not has.month then return "it has no month" end
  if has.minute and not hour then return "it has no hour" end
  if has.second and not has.minute then return "it has no minute" end
  if has.decimals and not has.second then return "it has no second" end
  if not has.year and not hour then return "it has neither a date nor a time" end
end

local compiled, count = {}, 0

-- A pattern ready for use; nil and what is wrong with it otherwise.
function pattern.of(text)
  local known = compiled[text]
  if known then return known end
  local list, problem = items(text)
  if not list then return nil, problem end
  local has, shapes, fields = {}, {}, {}
  for i, item in ipairs(list) do
    shapes[i] = item.shape
    if item.field then
      has[item.field] = true
      fields[#fields + 1] = item
    end
  end
  problem = #fields > 30 and "it has too many fields" or missing(has)
  if problem then return nil, problem end
  -- patterns may come with the data
  if count >= 100 then compiled, count = {}, 0 end
  known = { text = text, items = list, fields = fields, shape = "^" .. concat(shapes) .. "$", incomplete = incomplete(has) }
  compiled[text], count = known, count + 1
  return known
end

local function named(names, written, length)
  for i, name in ipairs(names) do
    if (length and sub(name, 1, length) or name):lower() == written:lower() then return i end
  end
end

-- What a field means by what is written; nil and what is wrong otherwise.
local function meaning(item, written)
  local field = item.field
  if field == "month" and item.count > 2 then
    local month = named(calendar.MONTHS, written, item.count == 3 and 3)
    return month, "there is no month " .. values.quoted(written)
  elseif field == "weekday" then
    local day = named(calendar.WEEKDAYS, written, item.count < 4 and 3)
    return day, "there is no day " .. values.quoted(written)
  elseif field == "offset" then
    local expected = item.count == 1 and item.letter ~= "Z" and "^[+-]%d%d%d?%d?$" or item.letter == "X" and item.count == 3
      and "^[+-]%d%d:%d%d$" or item.letter == "X" and "^[+-]%d%d%d%d$" or "."
    if written ~= "Z" and not find(written, expected) then return nil, "the offset is not as " .. item.run .. " has it" end
    return calendar.offset(written)
  elseif field == "half" then
    return written:lower() == "pm" and 12 or 0
  elseif field == "decimals" then
    return tonumber(written .. ("0"):rep(9 - #written))
  elseif field == "year" and item.count == 2 then
    return 2000 + written
  end
  return tonumber(written)
end

-- What is said of letters that do not show what they stand for.
local SAMPLES = { a = " (AM or PM)", X = " (Z or +01:00)", x = " (+01:00)", Z = " (+0100)" }

-- What does not fit: the first item of the pattern that is not there.
local function mismatch(known, text)
  local shape = "^"
  for _, item in ipairs(known.items) do
    if not find(text, shape .. item.shape) then
      local _, last = find(text, shape)
      local here = last + 1 > #text and "the text ends" or values.quoted(sub(text, last + 1)) .. " is there"
      return (item.run or values.quoted(item.literal)) .. (SAMPLES[item.letter] or "") .. " is expected where " .. here
    end
    shape = shape .. item.shape
  end
  local _, last = find(text, shape)
  return values.quoted(sub(text, last + 1)) .. " is left over"
end

-- The moment of fields that are there, checked.
local function moment(has)
  if has.clock then
    if has.clock < 1 or has.clock > 12 then return nil, "hours are 1 to 12" end
    has.hour = has.clock % 12 + has.half
  end
  local year, month, day = has.year or 1970, has.month or 1, has.day or 1
  local hour, minute, second = has.hour or 0, has.minute or 0, has.second or 0
  local problem = calendar.problem(year, month, day, hour, minute, second)
  if problem then return nil, problem end
  local days = calendar.days(year, month, day)
  if has.weekday and has.weekday ~= calendar.weekday(days) then
    return nil, "that day is a " .. calendar.WEEKDAYS[calendar.weekday(days)]
  end
  return { days = days, seconds = hour * 3600 + minute * 60 + second, nanos = has.decimals or 0, offset = has.offset or 0 }
end

-- The moment a text means; nil and what is wrong otherwise.
function pattern.parse(known, text)
  local written = { match(text, known.shape) }
  if not written[1] then return nil, mismatch(known, text) end
  local has = {}
  for i, item in ipairs(known.fields) do
    local value, problem = meaning(item, written[i])
    if not value then return nil, problem end
    if has[item.field] and has[item.field] ~= value then return nil, "it has two " .. item.field .. "s" end
    has[item.field] = value
  end
  return moment(has)
end

-- How fields are written, by letter.
local WRITE = {}
function WRITE.y(f, count) return count == 2 and format("%02d", f.year % 100) or format("%04d", f.year) end
WRITE.u = WRITE.y
function WRITE.M(f, count)
  if count > 2 then return count == 3 and sub(calendar.MONTHS[f.month], 1, 3) or calendar.MONTHS[f.month] end
  return format(count == 2 and "%02d" or "%d", f.month)
end
function WRITE.E(f, count) return count == 4 and f.weekday or sub(f.weekday, 1, 3) end
function WRITE.a(f) return f.hour < 12 and "AM" or "PM" end
function WRITE.h(f, count) return format(count == 2 and "%02d" or "%d", (f.hour + 11) % 12 + 1) end
function WRITE.S(f, count) return sub(format("%09d", f.nanos), 1, count) end
function WRITE.x(f, count)
  local text = calendar.offsetText(f.offset, count == 3 and ":" or "")
  return count == 1 and gsub(text, "^(...)00$", "%1") or text
end
function WRITE.X(f, count) return f.offset == 0 and "Z" or WRITE.x(f, count) end
function WRITE.Z(f) return WRITE.x(f, 2) end
for letter, field in pairs { d = "day", H = "hour", m = "minute", s = "second" } do
  WRITE[letter] = function(f, count) return format(count == 2 and "%02d" or "%d", f[field]) end
end

-- The text of a moment.
function pattern.format(known, moment)
  local f = { nanos = moment.nanos, offset = moment.offset }
  f.year, f.month, f.day = calendar.civil(moment.days)
  f.hour, f.minute, f.second = floor(moment.seconds / 3600), floor(moment.seconds / 60) % 60, moment.seconds % 60
  f.weekday = calendar.WEEKDAYS[calendar.weekday(moment.days)]
  local pieces = {}
  for i, item in ipairs(known.items) do pieces[i] = item.literal or (WRITE[item.letter](f, item.count)) end
  return concat(pieces)
end

return pattern
