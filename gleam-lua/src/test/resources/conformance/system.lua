-- manual 5.7, 5.8 as far as both are to agree
expressions [=====[
os.time{year=2020, month=1, day=1, hour=12}, os.time{year=2020, month=1, day=1}, os.time{year=1970, month=1, day=1, hour=0}, os.time{year=2020, month=14, day=1}, os.time{year=2020, month=1, day=-5}, os.time{year=2024, month=2, day=30, hour=25, min=61, sec=61}, os.time{year="2020", month="1", day="1"}
os.time{}
os.time{year=2020}
os.time{year=2020, month=1}
os.time(5)
os.date("!%Y-%m-%d %H:%M:%S", 0), os.date("!%Y-%m-%d %H:%M:%S", 1234567890), os.date("!%c", 0), os.date("!%x", 1e9), os.date("!%X", 1e9), os.date("!%p %I", 43200), os.date("!%p %I", 0), os.date("!%A %B %a %b %h", 86400 * 45), os.date("!%j %U %W %w %u", 86400 * 200), os.date("!%y %Y %C", 946684800), os.date("!%%"), os.date("!%D %F %T %R", 1e9), os.date("!%e|%n|%t|%d", 86400 * 3), os.date("!%G-W%V-%u %g", 1104537600), os.date("!%r", 50000), os.date("!%Z %z", 0), os.date("!%s", 12), os.date("!", 0), os.date("!text", 0), os.date("!%H", 1.9), os.date("!%Ey %Od", 0), os.date("!%k|%l|%P", 50000)
os.date("!*t", 1234567890).year, os.date("!*t", 1234567890).month, os.date("!*t", 1234567890).day, os.date("!*t", 1234567890).hour, os.date("!*t", 1234567890).min, os.date("!*t", 1234567890).sec, os.date("!*t", 1234567890).wday, os.date("!*t", 1234567890).yday, os.date("!*t", 1234567890).isdst
os.date("*t", 0).isdst, type(os.date()), os.date("%Y", 0), os.date("%Z %z", 0)
os.difftime(5, 3), os.difftime(5), os.getenv("NO_SUCH_VARIABLE"), type(os.getenv("PATH")), type(os.clock()), os.setlocale(), os.setlocale("C"), os.setlocale("xx_XX")
os.getenv()
os.difftime()
os.remove("/nonexistent/file"), os.rename("/nonexistent/file", "/nonexistent/other")
os.execute("exit 3"), os.execute("true"), os.execute()
io.type(io.stdout), io.type(5), io.type(nil), type(io.stdin), io.open("/nonexistent/file"), io.open("/nonexistent/dir/file", "w")
io.type()
io.open("x", "q")
io.lines("/nonexistent/file")
io.open()
collectgarbage(), collectgarbage("collect"), collectgarbage("stop"), collectgarbage("restart"), type(collectgarbage("count")), type(gcinfo())
collectgarbage("nonsense")
loadfile("/nonexistent/file.lua")
type(package.loaded), package.loaded.string == string, type(package.preload), type(package.path), require("string") == string
]=====]
blocks [=====[
local name = os.tmpname() local f = io.open(name, "w") f:write("line1\n", 2, "\n", 3.5, "\nlast") f:close() local r = {} for l in io.lines(name) do r[#r+1] = l end os.remove(name) return table.concat(r, "|")
---
local name = os.tmpname() local f = assert(io.open(name, "w")) f:write("10 20 0x1f -3.5e2 x") f:close() f = io.open(name) local a, b, c, d = f:read("*n", "*n", "*n", "*n") local e = f:read("*a") f:close() os.remove(name) return a, b, c, d, e
---
local name = os.tmpname() local f = io.open(name, "w") f:write("abc\ndef\n") f:close() f = io.open(name) local a, b, c, d = f:read(2), f:read("*l"), f:read("*a"), f:read("*a") local e, g, h = f:read("*l"), f:read(1), f:read(0) f:close() os.remove(name) return a, b, c, d, e, g, h
---
local name = os.tmpname() local f = io.open(name, "w+") f:write("hello world") f:seek("set", 6) local a = f:read("*a") local p = f:seek("cur") f:seek("set", 0) f:write("J") f:seek("set") local b = f:read("*l") local s = f:seek("end") f:close() os.remove(name) return a, p, b, s
---
local name = os.tmpname() local f = io.open(name, "w") f:write("a\n") f:close() f = io.open(name, "a") f:write("b\n") f:close() f = io.open(name, "r+") f:write("X") f:close() f = io.open(name) local all = f:read("*a") f:close() os.remove(name) return all
---
local name = os.tmpname() local f = io.open(name) local e = f:read("*a") local n = f:read("*l") f:close() os.remove(name) return e, n, io.type(f), tostring(f)
---
local name = os.tmpname() local f = io.open(name) f:close() os.remove(name) return pcall(f.read, f)
---
local name = os.tmpname() local f = io.open(name, "w") f:write("1\n2\n") f:close() f = io.open(name) local s = 0 for l in f:lines() do s = s + l end f:close() os.remove(name) return s
---
local name = os.tmpname() io.output(name) io.write("via io") io.close() io.output(io.stdout) io.input(name) local a = io.read("*a") io.close(io.input()) io.input(io.stdin) os.remove(name) return a
---
local p = io.popen("echo hi; echo there") local a = p:read("*l") local b = p:read("*a") p:close() return a, b
---
local name = os.tmpname() local f = io.open(name, "w") f:write("return ...") f:close() local g = loadfile(name) local r = {g(1, 2)} local d = dofile(name) os.remove(name) return #r, d
---
package.preload.mymod = function(name) return {name = name} end local m = require("mymod") return m.name, require("mymod") == m, package.loaded.mymod == m
---
package.preload.other = function() end return require("other"), package.loaded.other
---
package.path = "/nonexistent/?.lua" package.cpath = "" local ok, e = pcall(require, "no.such") return ok, (e:gsub("\n.*", ""))
---
io.write("written ", 1, " ", 2.5, "\n") io.stdout:write("and ", "this\n") return io.write("") == true
---
print("printed", nil, true, 1.5) print() print("a\0b")
---
local f = io.tmpfile() f:write("tmp") f:seek("set") local a = f:read("*a") f:close() return a
---
io.stdout:setvbuf("no") io.flush() return io.stdout:flush() ~= nil, pcall(io.stdout.write, io.stdout, {})
]=====]
