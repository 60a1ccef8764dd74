-- The calendar behind the library date: days as numbers, moments, and their ISO texts. Called with the shared values.
--
-- A moment is a table: `days` since 1970-01-01 and `seconds` of that day where its offset is in force, `nanos` of that second, the
-- `offset` from UTC in seconds, and `shape`, how the text was written that it came as; nil when it came as a number.
local values = ...
local calendar = {}

local floor, format, match = math.floor, string.format, string.match

local DAY = 86400
local LENGTHS = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }
local FIRST, LAST = -719162, 2932896
calendar.MONTHS = {
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
}
calendar.WEEKDAYS = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" }

function calendar.isLeap(year) return year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0) end

function calendar.daysInMonth(year, month)
  return month == 2 and calendar.isLeap(year) and 29 or LENGTHS[month]
end

-- Days since 1970-01-01; years begin in March so that the leap day is the last one.
function calendar.days(year, month, day)
  if month <= 2 then year, month = year - 1, month + 12 end
  return 365 * year + floor(year / 4) - floor(year / 100) + floor(year / 400) + floor((153 * month - 457) / 5) + day - 719469
end

-- Year, month and day of days since 1970-01-01.
function calendar.civil(days)
  local z = days + 719468
  local era = floor(z / 146097)
  local d = z - era * 146097
  local y = floor((d - floor(d / 1460) + floor(d / 36524) - floor(d / 146096)) / 365)
  local ofYear = d - (365 * y + floor(y / 4) - floor(y / 100))
  local m = floor((5 * ofYear + 2) / 153)
  local month = m < 10 and m + 3 or m - 9
  return era * 400 + y + (month <= 2 and 1 or 0), month, ofYear - floor((153 * m + 2) / 5) + 1
end

-- 1 for Monday to 7 for Sunday.
function calendar.weekday(days) return (days + 3) % 7 + 1 end

-- The week of ISO 8601 and the year it belongs to: that of its Thursday.
function calendar.week(days)
  local thursday = days - calendar.weekday(days) + 4
  local year = calendar.civil(thursday)
  return floor((thursday - calendar.days(year, 1, 1)) / 7) + 1, year
end

-- What is wrong with a date and a time; nil when they exist.
function calendar.problem(year, month, day, hour, minute, second)
  if year < 1 or year > 9999 then
    return "years are 1 to 9999"
  elseif month < 1 or month > 12 then
    return "there is no month " .. month
  elseif day < 1 then
    return "there is no day " .. day
  elseif day > calendar.daysInMonth(year, month) then
    return calendar.MONTHS[month] .. " " .. year .. " has " .. calendar.daysInMonth(year, month) .. " days"
  elseif hour > 23 then
    return "hours are 0 to 23"
  elseif minute > 59 then
    return "minutes are 0 to 59"
  elseif second > 59 then
    return "seconds are 0 to 59"
  end
end

function calendar.inRange(days) return days >= FIRST and days <= LAST end

-- A moment of seconds since 1970. Doubles are finer than microseconds until 2242; later they are rounded to what they can hold.
function calendar.fromSeconds(seconds)
  local whole = floor(seconds)
  local unit = seconds < 2 ^ 33 and seconds > -2 ^ 33 and 1e6 or 1e4
  local nanos = floor((seconds - whole) * unit + 0.5) * (1e9 / unit)
  if nanos >= 1e9 then whole, nanos = whole + 1, 0 end
  local days = floor(whole / DAY)
  return { days = days, seconds = whole - days * DAY, nanos = nanos, offset = 0 }
end

function calendar.toSeconds(moment)
  return moment.days * DAY + moment.seconds - moment.offset + moment.nanos / 1e9
end

-- Days and seconds may be any whole numbers.
function calendar.normal(moment)
  local days = floor(moment.seconds / DAY)
  moment.days, moment.seconds = moment.days + days, moment.seconds - days * DAY
  return moment
end

-- The same moment where another offset is in force.
function calendar.shifted(moment, offset)
  return calendar.normal {
    days = moment.days, seconds = moment.seconds + offset - moment.offset, nanos = moment.nanos, offset = offset,
  }
end

-- Seconds of an offset such as Z, +02, +0200 or +02:00; nil and what is wrong for anything else.
function calendar.offset(text)
  if text == "Z" then return 0 end
  local sign, hours, minutes = match(text, "^([+-])(%d%d):?(%d%d)$")
  if not sign then sign, hours, minutes = match(text, "^([+-])(%d%d)$") end
  if not sign then return nil, "an offset is Z or +hh:mm" end
  local seconds = hours * 3600 + (minutes or 0) * 60
  if (tonumber(minutes) or 0) > 59 or seconds > 18 * 3600 then return nil, "offsets are at most 18:00, with minutes up to 59" end
  return sign == "-" and -seconds or seconds
end

function calendar.offsetText(offset, colon)
  local minutes = floor(math.abs(offset) / 60)
  return (offset < 0 and "-" or "+") .. format("%02d%s%02d", floor(minutes / 60), colon, minutes % 60)
end

-- The moment of an ISO text; nil and what is wrong otherwise.
function calendar.fromIso(text)
  local year, month, day, rest = match(text, "^(%d%d%d%d)%-(%d%d)%-(%d%d)(.*)$")
  local shape, hour, minute, second, digits = {}, 0, 0, 0, ""
  if not year then return nil end
  if rest ~= "" then
    shape.between, hour, minute, rest = match(rest, "^([T ])(%d%d):(%d%d)(.*)$")
    if not hour then return nil end
    if match(rest, "^:%d%d") then
      shape.second, second, rest = true, match(rest, "^:(%d%d)(.*)$")
      if match(rest, "^%.%d") then
        digits, rest = match(rest, "^%.(%d+)(.*)$")
        if #digits > 9 then return nil, "a second has at most 9 decimals" end
      end
    end
  end
  local offset, problem = 0, nil
  if rest ~= "" then
    offset, problem = calendar.offset(rest)
    if not offset then return nil, problem end
  end
  shape.digits, shape.offset = #digits, rest
  year, month, day, hour, minute, second =
    tonumber(year), tonumber(month), tonumber(day), tonumber(hour), tonumber(minute), tonumber(second)
  problem = calendar.problem(year, month, day, hour, minute, second)
  if problem then return nil, problem end
  return {
    days = calendar.days(year, month, day), seconds = hour * 3600 + minute * 60 + second,
    nanos = digits == "" and 0 or tonumber(digits .. ("0"):rep(9 - #digits)), offset = offset, shape = shape,
  }
end

-- The decimals of a second, as many as are needed and at least `least`, with their point.
local function decimals(nanos, least)
  local all = format("%09d", nanos)
  local needed = #match(all, "^(.-)0*$")
  local count = math.max(needed, least)
  return count > 0 and "." .. all:sub(1, count) or ""
end

-- The ISO text of a moment: in the shape it came in, with as much more as its time needs; with everything when it was a number.
function calendar.toIso(moment)
  local shape = moment.shape or { between = "T", second = true, digits = 0, offset = "Z" }
  local year, month, day = calendar.civil(moment.days)
  local text = format("%04d-%02d-%02d", year, month, day)
  if not shape.between and moment.seconds == 0 and moment.nanos == 0 then return text end
  local minutes = floor(moment.seconds / 60)
  local second = moment.seconds - minutes * 60
  text = text .. format("%s%02d:%02d", shape.between or "T", floor(minutes / 60), minutes % 60)
  if shape.second or not shape.between or second > 0 or moment.nanos > 0 then
    text = text .. format(":%02d", second) .. decimals(moment.nanos, shape.digits)
  end
  return text .. shape.offset
end

return calendar
