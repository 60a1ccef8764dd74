-- Dates and times: ISO texts, seconds since 1970, and patterns. Everything is UTC where no offset is written; the clock is asked by
-- date.now alone, and neither the locale nor the time zone of the machine is ever asked.
local values, open = ...
local calendar = open("date-calendar")(values)
local pattern = open("date-pattern")(values, calendar)
local date = {}

local floor, type = math.floor, type

local SECONDS = { second = 1, minute = 60, hour = 3600, day = 86400, week = 604800 }
local MONTHS = { month = 1, quarter = 3, year = 12 }
local DAY = SECONDS.day
local UNITS = {}
for _, units in ipairs { SECONDS, MONTHS } do
  for unit in pairs(units) do UNITS[unit], UNITS[unit .. "s"] = unit, unit end
end

-- The functions below fail at the line that called the function of the library.

local function unitOf(name, unit)
  local known = UNITS[unit]
  if known then return known end
  if type(unit) ~= "string" then error(name .. " wants a unit such as \"day\", got " .. values.shown(unit), 3) end
  error(values.unknown(name .. ": there is no unit " .. values.quoted(unit), unit, UNITS), 3)
end

-- A number of seconds, or an ISO text.
local function momentOf(name, v)
  if type(v) == "number" then
    local moment = v == v and v > -1e12 and v < 1e12 and calendar.fromSeconds(v)
    if not moment or not calendar.inRange(moment.days) then
      error(name .. ": " .. values.number(v) .. " seconds are outside of the years 1 to 9999", 3)
    end
    return moment
  elseif type(v) ~= "string" then
    error(name .. " wants seconds or an ISO text, got " .. values.shown(v), 3)
  end
  local moment, problem = calendar.fromIso(v)
  if not moment then
    error(name .. ": " .. values.quoted(v) .. " is no ISO date" .. (problem and ": " .. problem or " such as 2024-01-31"), 3)
  end
  return moment
end

local function patternOf(name, text)
  if type(text) ~= "string" then error(name .. " wants a pattern that is a text, got " .. values.shown(text), 3) end
  local known, problem = pattern.of(text)
  if not known then error(name .. ": the pattern " .. values.quoted(text) .. " is wrong: " .. problem, 3) end
  return known
end

-- A moment as it came: a text for a text, seconds for seconds. Not to be called last, or the level of its errors is wrong.
local function result(name, moment)
  if not calendar.inRange(moment.days) then error(name .. ": the result is outside of the years 1 to 9999", 3) end
  return moment.shape and calendar.toIso(moment) or calendar.toSeconds(moment)
end

local function whole(name, what, v)
  if type(v) ~= "number" or v % 1 ~= 0 then error(name .. " wants " .. what .. ", got " .. values.shown(v), 3) end
end

-- The moment of a text by a pattern, ISO by default; nil and what is wrong otherwise. Wrong patterns fail.
local function read(name, text, wanted)
  if type(text) ~= "string" then error(name .. " wants a text, got " .. values.shown(text), 3) end
  if wanted == nil then
    local moment, problem = calendar.fromIso(text)
    return moment, values.quoted(text) .. " is no ISO date" .. (problem and ": " .. problem or " such as 2024-01-31")
  end
  if type(wanted) ~= "string" then error(name .. " wants a pattern that is a text, got " .. values.shown(wanted), 3) end
  local known, problem = pattern.of(wanted)
  problem = known and known.incomplete or problem
  if problem then error(name .. ": the pattern " .. values.quoted(wanted) .. " is wrong: " .. problem, 3) end
  local moment
  moment, problem = pattern.parse(known, text)
  return moment, values.quoted(text) .. " is no date " .. values.quoted(wanted) .. (problem and ": " .. problem or "")
end

-- Seconds since 1970 of a text, by a pattern such as "dd.MM.yyyy HH:mm"; an ISO text without one.
function date.parse(text, wanted)
  local moment, problem = read("date.parse", text, wanted)
  if not moment then error("date.parse: " .. problem, 2) end
  return calendar.toSeconds(moment)
end

-- Whether date.parse reads the text.
function date.isValid(text, wanted)
  if type(text) ~= "string" then return false end
  local moment = read("date.isValid", text, wanted)
  return moment ~= nil
end

-- The text of seconds or of an ISO text, by a pattern, or as ISO has it; where an offset such as "+02:00" is in force, if there is one.
function date.format(moment, wanted, offset)
  local it = momentOf("date.format", moment)
  if offset ~= nil then
    local seconds = type(offset) == "string" and calendar.offset(offset)
    if not seconds then values.wants("date.format", 'an offset such as "+02:00"', offset) end
    it = calendar.shifted(it, seconds)
    if not calendar.inRange(it.days) then error("date.format: the result is outside of the years 1 to 9999", 2) end
  end
  if wanted ~= nil then return pattern.format(patternOf("date.format", wanted), it) end
  it.shape = {
    between = "T", second = true, digits = 0, offset = it.offset == 0 and "Z" or calendar.offsetText(it.offset, ":"),
  }
  return calendar.toIso(it)
end

-- Seconds since 1970, by the clock of the machine.
function date.now() return os.time() end

-- Seconds since 1970 of a date and a time.
function date.of(year, month, day, hour, minute, second)
  whole("date.of", "a year that is a whole number", year)
  whole("date.of", "a month that is a whole number", month)
  whole("date.of", "a day that is a whole number", day)
  hour, minute, second = hour or 0, minute or 0, second or 0
  whole("date.of", "an hour that is a whole number", hour)
  whole("date.of", "a minute that is a whole number", minute)
  if type(second) ~= "number" or second ~= second then values.wants("date.of", "a second that is a number", second) end
  local problem = calendar.problem(year, month, day, hour, minute, floor(second))
  if not problem and (hour < 0 or minute < 0 or second < 0) then problem = "times are not negative" end
  if problem then error("date.of: " .. problem, 2) end
  return calendar.days(year, month, day) * 86400 + hour * 3600 + minute * 60 + second
end

-- A table: year, month, day, hour, minute, second, weekday (1 is Monday), dayOfYear, week and weekYear of ISO.
function date.fields(moment)
  local it = momentOf("date.fields", moment)
  local year, month, day = calendar.civil(it.days)
  local week, weekYear = calendar.week(it.days)
  return {
    year = year, month = month, day = day,
    hour = floor(it.seconds / 3600), minute = floor(it.seconds / 60) % 60, second = it.seconds % 60 + it.nanos / 1e9,
    weekday = calendar.weekday(it.days), dayOfYear = it.days - calendar.days(year, 1, 1) + 1, week = week, weekYear = weekYear,
  }
end

local function addMonths(it, n)
  local year, month, day = calendar.civil(it.days)
  local months = year * 12 + month - 1 + n
  year, month = floor(months / 12), months % 12 + 1
  it.days = calendar.days(year, month, math.min(day, calendar.daysInMonth(year, month)))
end

-- So many units later: a text for a text, seconds for seconds. The 31st of a shorter month is its last day.
function date.add(moment, n, unit)
  local it = momentOf("date.add", moment)
  unit = unitOf("date.add", unit)
  if unit ~= "second" then
    whole("date.add", "a whole number of " .. unit .. "s", n)
  elseif type(n) ~= "number" or n ~= n then
    values.wants("date.add", "a number of seconds", n)
  end
  if n > 1e12 or n < -1e12 then error("date.add: the result is outside of the years 1 to 9999", 2) end
  if it.shape and (SECONDS[unit] or DAY) < DAY then
    -- whatever the sum, all sums look alike
    it.shape.between, it.shape.second = it.shape.between or "T", it.shape.second or not it.shape.between or unit == "second"
  end
  if MONTHS[unit] then
    addMonths(it, n * MONTHS[unit])
  elseif n % 1 == 0 then
    it.seconds = it.seconds + n * SECONDS[unit]
    calendar.normal(it)
  else
    local part = floor((n - floor(n)) * 1e9 + 0.5)
    it.nanos = it.nanos + part
    it.seconds = it.seconds + floor(n) + floor(it.nanos / 1e9)
    it.nanos = it.nanos % 1e9
    calendar.normal(it)
  end
  local later = result("date.add", it)
  return later
end

-- There is no minus nought.
local function towardsZero(n)
  return n > -1 and n < 1 and 0 or n < 0 and -floor(-n) or floor(n)
end

-- How many whole units there are from one moment to another, negative when it is earlier; of seconds the fraction too.
function date.diff(from, to, unit)
  local a, b = momentOf("date.diff", from), momentOf("date.diff", to)
  unit = unitOf("date.diff", unit)
  b = calendar.shifted(b, a.offset)
  if SECONDS[unit] then
    local apart = (b.days - a.days) * 86400 + b.seconds - a.seconds + (b.nanos - a.nanos) / 1e9
    if unit == "second" then return apart end
    return towardsZero(apart / SECONDS[unit])
  end
  local yearA, monthA, dayA = calendar.civil(a.days)
  local yearB, monthB, dayB = calendar.civil(b.days)
  local months = (yearB - yearA) * 12 + monthB - monthA
  local rest = (dayB - dayA) * 86400 + b.seconds - a.seconds + (b.nanos - a.nanos) / 1e9
  if months > 0 and rest < 0 then months = months - 1 elseif months < 0 and rest > 0 then months = months + 1 end
  return towardsZero(months / MONTHS[unit])
end

-- The start of the unit a moment is in: a text for a text, seconds for seconds. Weeks start on Monday.
function date.truncate(moment, unit)
  local it = momentOf("date.truncate", moment)
  unit = unitOf("date.truncate", unit)
  it.nanos = 0
  if SECONDS[unit] and SECONDS[unit] < DAY then
    it.seconds = it.seconds - it.seconds % SECONDS[unit]
  else
    it.seconds = 0
    if unit == "week" then
      it.days = it.days - calendar.weekday(it.days) + 1
    elseif unit ~= "day" then
      local year, month = calendar.civil(it.days)
      it.days = calendar.days(year, month - (month - 1) % MONTHS[unit], 1)
    end
  end
  local start = result("date.truncate", it)
  return start
end

-- 1 for Monday to 7 for Sunday.
function date.weekday(moment)
  local it = momentOf("date.weekday", moment)
  return calendar.weekday(it.days)
end

-- Whether a year has 366 days.
function date.isLeap(year)
  whole("date.isLeap", "a year that is a whole number", year)
  return calendar.isLeap(year)
end

-- How many days a month has.
function date.daysInMonth(year, month)
  whole("date.daysInMonth", "a year that is a whole number", year)
  whole("date.daysInMonth", "a month that is a whole number", month)
  if month < 1 or month > 12 then error("date.daysInMonth: there is no month " .. month, 2) end
  return calendar.daysInMonth(year, month)
end

return date
