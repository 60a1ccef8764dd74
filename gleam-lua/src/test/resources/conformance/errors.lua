-- manual 2.7: what is said when something goes wrong, and how it is caught
up = nil
blocks [=====[
local x = nil x.y = 1
---
local x return x.y
---
local t = {} t.x.y = 1
---
local t = {} return t.x.y.z
---
local t = {} t.x.y.z = 1
---
local t = {} return t[1].x
---
local t = {} t[1][2] = 3
---
local t = {} local k = "z" return t[k].x
---
nope.x = 1
---
return nope.x
---
local y = nope.x.y
---
nope()
---
local y = nope()
---
return (nope())
---
local t = {} t.f()
---
local t = {} t:f()
---
local t = {} t.a.b.c()
---
local t = {} t.a:b()
---
local f f()
---
local x = 5 x()
---
("x")()
---
("x"):nope()
---
math.nope(1)
---
string.nope()
---
local t = {} t[1]()
---
local t = {} (t.x or t.y)()
---
local a return a + 1
---
local a return 1 + a
---
local a = {} return a * 2
---
local a = "x" return a + 1
---
local a = "x" return 1 - a
---
local t = {} return t.x + 1
---
local t = {} return 1 + t.x
---
local t = {} return t.x + t.y
---
return nope + 1
---
return 1 / nope
---
local a return -a
---
return -{}
---
return -nope
---
return 2 ^ {}
---
return true + 1
---
return "abc" + 1
---
return {} .. "x"
---
local a return a .. "x"
---
local a return "x" .. a
---
local a = {} return "x" .. "y" .. a .. "z"
---
return "x" .. nope
---
local t = {} return "x" .. t.y
---
return true .. ""
---
return nil .. nil
---
local a return #a
---
return #5
---
return #nope
---
local t = {} return #t.x
---
return 1 < "x"
---
return "x" < 1
---
return {} < {}
---
return {} < 1
---
return nil > 1
---
return nil < nil
---
return 1 >= {}
---
return true <= false
---
return "a" <= 1
---
return print < print
---
return function() end < 1
---
local a, b = 1, "2" return a < b
---
local function f() local x = up.y end f()
---
local x local function f() return x.y end f()
---
local x local function f() return x() end return (f())
---
local x local function f() return x + 1 end local y = f()
---
local x local function f() return x .. "" end local y = f()
---
error("plain")
---
error("no place", 0)
---
error("one", 1)
---
local function f() error("two", 2) end f()
---
local function f() error("three", 3) end local function g() f() end g()
---
error()
---
error(nil)
---
error({code = 5})
---
error(42)
---
error(setmetatable({}, {__tostring = function() return "E" end}))
---
error(true)
---
local function f() error("in f") end
f()
---
local ok, e = pcall(error, "x") return ok, e
---
return pcall(error, "x", 0)
---
return pcall(error)
---
return pcall(error, {1})
---
return pcall(function() error("deep") end)
---
return pcall(pcall)
---
return pcall(pcall, error, "x")
---
return pcall(5)
---
return pcall(nil)
---
return pcall({})
---
return pcall(string.rep)
---
return pcall(string.rep, "x", {})
---
return select("#", pcall(error))
---
return pcall(function(...) return ... end, 1, nil, 3)
---
local ok, e = pcall(function() local ok, e = pcall(error, "inner") error("outer:" .. e, 0) end) return ok, e
---
local ok, e = pcall(function() local t = nil t.x = 1 end) error(e, 0)
---
return xpcall(function() error("x") end, function(m) return "handled " .. m end)
---
return xpcall(function(...) return ... end, print, 1, 2)
---
return xpcall(error, function(m) return m end, "e")
---
return xpcall(function() error({}) end, type)
---
return xpcall(function() error("a") end, function() error("b") end)
---
return xpcall(function() local x = nil; x() end, function(m) return #m > 0, m end)
---
local x = xpcall(print)
---
local function r() return 1 + r() end local ok, m = pcall(r) return ok, (m:gsub("^.-: ", ""))
---
local function r() local t = {r()} end local ok, m = pcall(r) return ok, (m:gsub("^.-: ", ""))
---
return pcall(string.gsub, "x", "x", function() error("cb") end)
---
return pcall(table.sort, {3, 2, 1}, function(a, b) error("cmp") end)
---
local t = setmetatable({}, {__index = function(t, k) error("idx " .. k) end}) return t.foo
---
local t = setmetatable({}, {__add = function(a, b) error("adding") end}) return t + 1
---
local ok, e = pcall(error, "x") local ok2, e2 = pcall(error, e) return e == e2
---
local co = coroutine.create(function() error("in co") end) return coroutine.resume(co)
---
local co = coroutine.create(function() error({1}) end) local ok, e = coroutine.resume(co) return ok, type(e), coroutine.status(co)
---
local co = coroutine.wrap(function() error("in wrap") end) return pcall(co)
---
local co = coroutine.wrap(function() local x = nil; x.y = 1 end) return pcall(co)
---
local co = coroutine.create(function() return pcall(function() coroutine.yield(1) error("after") end) end) coroutine.resume(co) return coroutine.resume(co)
---
return pcall(loadstring, {})
---
return loadstring("x = = 1")
---
local f = loadstring("error('from chunk')", "=mychunk") return pcall(f)
---
local f = loadstring("error('from chunk')", "@file.lua") return pcall(f)
---
local f = loadstring("error('from chunk')") return pcall(f)
---
local f = loadstring("\n\nlocal x = nil\nx.y = 1", "=lines") return pcall(f)
---
local f = loadstring("-- a long text that is longer than can be shown in the name of a chunk\nerror('x')") return pcall(f)
---
return select(2, pcall(error, "a\nb"))
---
local x = ("x"):rep({})
---
local r = string.rep local x = r()
---
local x = string.rep()
---
local s = "x" local y = s:bad()
---
local x = ("x"):sub()
---
local x = setmetatable(1, 2)
---
local x = ipairs()
---
local x = tonumber()
---
local x = math.floor({})
---
local x = ("%d"):format("x")
---
local x = string.format("%d", {})
---
local x = table.concat({{}})
---
local x = unpack()
---
local t = {string = string} local x = t.string.rep()
---
local up = string.rep local function f() local x = up() end f()
]=====]
