-- manual 5.8: os.time, os.date, os.clock, os.difftime
-- os.time
expressions [=====[
os.time() == math.floor(os.time())
os.time() > 1.6e9
os.time(nil) > 1.6e9
os.time{year=2000, month=1, day=1}
os.time{year=2000, month=1, day=1, hour=0}
os.time{year=2000, month=1, day=1, hour=12, min=30, sec=15}
os.time{year=2000, month=1, day=1, sec=-1}
os.time{year=2000, month=0, day=1}
os.time{year=2000, month=13, day=1}
os.time{year=2000, month=-11, day=1}
os.time{year=2000, month=1, day=0}
os.time{year=2000, month=1, day=366}
os.time{year=2000, month=2, day=29}
os.time{year=2001, month=2, day=29}
os.time{year=1970, month=1, day=1, hour=0}
os.time{year=1969, month=12, day=31, hour=12}
os.time{year=1900, month=1, day=1}
os.time{year=2038, month=1, day=19, hour=3, min=14, sec=8}
os.time{year=2106, month=2, day=7}
os.time{year=9999, month=12, day=31}
os.time{year=2000, month=1, day=1, hour=25}
os.time{year=2000, month=1, day=1, min=-90}
os.time{year=2000, month=1, day=1, hour=12, isdst=false}
os.time{year=2000, month=1, day=1, hour=12, isdst=true}
os.time{year=1969, month=12, day=31, hour=23, min=59, sec=59}
os.time{year=2000, month=1, day=1, sec=2^31-1}
os.time{year="2000", month="1", day="1"}
os.time{year=2000.9, month=1.9, day=1.9, hour=1.9}
os.time{year=2000, month=1, day=1, hour="x"}
os.time{year="x", month=1, day=1}
os.time{month=1, day=1}
os.time{year=2000, day=1}
os.time{year=2000, month=1}
os.time{}
os.time(5)
os.time("x")
os.time({year=2000, month=1, day=1, wday=9, yday=400})
os.time(os.date("*t", 86400))
os.time(os.date("!*t", 1e9))
os.time(setmetatable({}, {__index = {year=2000, month=1, day=1}}))
select("#", os.time())
]=====]
-- os.date with a format
expressions [=====[
os.date("!%Y", 0)
os.date("!%m", 0)
os.date("!%d", 0)
os.date("!%H", 3600 * 13)
os.date("!%I", 3600 * 13)
os.date("!%I", 0)
os.date("!%M", 59 * 60)
os.date("!%S", 61)
os.date("!%p", 3600 * 13), os.date("!%p", 0)
os.date("!%A", 0), os.date("!%a", 0)
os.date("!%B", 0), os.date("!%b", 0)
os.date("!%c", 1e9)
os.date("!%x", 1e9)
os.date("!%X", 1e9)
os.date("!%y", 1e9)
os.date("!%j", 1e9)
os.date("!%U", 1e9), os.date("!%W", 1e9), os.date("!%V", 1e9)
os.date("!%w", 1e9), os.date("!%u", 1e9)
os.date("!%Z", 0)
os.date("!%z", 0)
os.date("!%%", 0)
os.date("!%D", 1e9), os.date("!%F", 1e9), os.date("!%T", 1e9), os.date("!%R", 1e9)
os.date("!%e", 86400 * 4), os.date("!%n", 0), os.date("!%t", 0)
os.date("!%h", 0), os.date("!%C", 0)
os.date("!%G", 1104537600), os.date("!%g", 1104537600)
os.date("!%s", 12345)
os.date("!%r", 50000)
os.date("!%Y-%m-%d %H:%M:%S", 1234567890)
os.date("!%Y-%m-%dT%H:%M:%SZ", -1)
os.date("!%Y", -1e10)
os.date("!%Y", 1e11)
os.date("!%H:%M", 1.9)
os.date("!%H:%M", "60")
os.date("!plain text")
os.date("!")
os.date("")
os.date("!a%db", 0)
os.date("!%d%d", 0)
os.date("%Y-%m-%d", 86400)
os.date("!%Y", "x")
os.date("!%Y", {})
os.date({})
os.date("!%Q", 0)
os.date("!%-d %-m %-H", 1e9)
os.date("!%_d|%_m|%_H", 1e9)
os.date("!%0e|%05d|%3d", 1e9)
os.date("!%^a %^B %#p %#Z", 1e9)
os.date("!%10a|%010a|%-10a", 1e9)
os.date("!%6Y|%_6Y|%-Y|%-j|%_j", 1e8)
os.date("!%5S|%_5S|%-S|%k|%-k|%l", 1e9)
os.date("!%10x|%^c", 1e9)
os.date("!%E|%O|%+|%3%|%5n|", 0)
os.date("!%Y %C %y %F", -9.3e10)
os.date("!%Y", 1e20)
os.date("!%Y", 0/0)
os.date("!%5", 0)
os.date("!x%", 0)
type(os.date())
os.date("!%c", 0) == os.date("!%a %b %e %H:%M:%S %Y", 0)
#os.date("!%Y\0%Y", 0)
os.date("!\0%Y", 0)
os.date("!é %Y", 0)
os.date("!" .. ("%Y"):rep(100), 0):len()
os.date("!%p", 3600 * 12), os.date("!%I", 3600 * 12), os.date("!%I", 3600 * 23)
]=====]
-- os.date with *t
expressions [=====[
os.date("!*t", 0).year
os.date("!*t", 0).month
os.date("!*t", 0).day
os.date("!*t", 0).hour
os.date("!*t", 0).min
os.date("!*t", 0).sec
os.date("!*t", 0).wday
os.date("!*t", 0).yday
os.date("!*t", 0).isdst
os.date("*t", 0).isdst
os.date("*t", 1e9).year
os.date("!*t", 1e9).wday, os.date("!*t", 1e9).yday
os.date("!*t", 951782400).day, os.date("!*t", 951782400).month
os.date("!*t", 4107542399).year
os.date("!*t", -1).year, os.date("!*t", -1).sec
os.date("!*t", 59).sec, os.date("!*t", 60).min
os.date("*tx", 0).year
os.date("!*txyz", 0).year
type(os.date("*t"))
(function() local n = 0 for k in pairs(os.date("!*t", 0)) do n = n + 1 end return n end)()
(function() local t = os.date("*t", 1e9) t.day = t.day + 1 return os.time(t) - 1e9 end)()
(function() local t = os.date("!*t", 1e9) t.month = t.month + 12 return os.date("%Y-%m-%d", os.time(t)) end)()
]=====]
-- os.clock
expressions [=====[
type(os.clock())
os.clock() >= 0
os.clock() <= os.clock()
os.clock() < 1e6
select("#", os.clock())
os.clock(1) >= 0
os.clock("ignored") >= 0
type(os.clock() - os.clock())
os.clock() <= os.clock() + 1
(function() local a = os.clock() for i = 1, 1e5 do end return os.clock() >= a end)()
(function() local a = os.clock() local s = 0 for i = 1, 1e4 do s = s + i end local b = os.clock() return b - a >= 0, b - a < 60 end)()
(function() local before = os.clock() local c = coroutine.wrap(function() return os.clock() end)() return c >= before end)()
(function() local c = os.clock return type(c()) end)()
math.floor(os.clock()) <= os.clock()
(pcall(os.clock))
tostring(os.clock()):match("^[%d.e-]+$") ~= nil
string.format("%.2f", os.clock()):match("^%d+%.%d%d$") ~= nil
os.clock() + 0 == os.clock() + 0 or true
rawequal(os.clock, os.clock)
type(os.clock), os.clock == os.time
(function() local last = 0 for i = 1, 100 do local now = os.clock() if now < last then return false end last = now end return true end)()
]=====]
-- os.difftime
expressions [=====[
os.difftime(5, 3)
os.difftime(3, 5)
os.difftime(0, 0)
os.difftime(5)
os.difftime(5, nil)
os.difftime("5", "3")
os.difftime(1.5, 0.5)
os.difftime(1e10, 0)
os.difftime(-5, -3)
os.difftime(os.time(), os.time()) <= 0
os.difftime(os.time{year=2001, month=1, day=1}, os.time{year=2000, month=1, day=1})
os.difftime(os.time{year=2000, month=3, day=1}, os.time{year=2000, month=2, day=1}) / 86400
os.difftime()
os.difftime(nil)
os.difftime({}, 1)
os.difftime("x", 1)
os.difftime(1, {})
os.difftime(1, "x")
os.difftime(1, 2, 3)
select("#", os.difftime(1, 2))
type(os.difftime(2, 1))
os.difftime(os.time()) > 1.6e9
]=====]
