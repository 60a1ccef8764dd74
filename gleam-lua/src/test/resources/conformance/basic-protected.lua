-- manual 5.1: error, pcall, xpcall
-- error
blocks [=====[
error("text")
---
error("text", 0)
---
error("text", 1)
---
error("text", 2)
---
error("text", nil)
---
error("text", "1")
---
error("text", "x")
---
error("text", -1)
---
error("text", 1.9)
---
error("text", 50)
---
error()
---
error(nil)
---
error(nil, 2)
---
error(42)
---
error(42, 1)
---
error(1.5, 0)
---
error(true)
---
error({1})
---
error(print)
---
error("")
---
error("a\nb")
---
error("a\0b")
---
error("text", 1, "ignored")
---
local function check(x) if type(x) ~= "number" then error("number wanted", 2) end return x end
check(1)
check("x")
---
local function inner() error("deep", 3) end
local function middle() inner() end
middle()
---
local e = setmetatable({}, {__tostring = function() return "an object" end}) local ok, v = pcall(error, e) return v == e, tostring(v)
---
local t = {} local ok, v = pcall(error, t) return v == t
---
local ok, v = pcall(error, "same") local ok2, v2 = pcall(error, v, 0) return v, v2
---
local f = error f("through a local")
---
local t = {fail = error} t.fail("through a field")
---
error("one") error("two")
---
local ok, e = pcall(function()
  local x
  error("on line 3")
end) return e
---
local ok, e = pcall(function() error(
  "where the call ends") end) return e
]=====]
-- pcall
blocks [=====[
return pcall(function() end)
---
return pcall(function() return 1, nil, 3 end)
---
return pcall(function(...) return select("#", ...), ... end, nil, 2, nil)
---
return select("#", pcall(function() end))
---
local ok = pcall()
---
return pcall(nil)
---
return pcall(1)
---
return pcall("x")
---
return pcall({})
---
return pcall(setmetatable({}, {__call = function(self, a) return "called", a end}), 7)
---
return pcall(error)
---
return pcall(error, nil)
---
return pcall(error, "text")
---
return pcall(error, "text", 2)
---
return pcall(error, {})
---
return pcall(print == nil)
---
return pcall(pcall)
---
return pcall(pcall, nil)
---
return pcall(pcall, error, 5)
---
return pcall(pcall, pcall, error, "deep")
---
return pcall(xpcall)
---
return pcall(string.rep)
---
return pcall(string.rep, "x", 3)
---
return pcall(("x").rep, "y", 2)
---
return pcall(loadstring("return ..."), 1, 2)
---
return pcall(loadstring("error('in chunk')", "=name"))
---
local ok, e = pcall(function() local ok, e = pcall(error, "inner") error(e .. " outer", 0) end) return e
---
local log = {} for i = 1, 3 do local ok, e = pcall(function() if i == 2 then error("two", 0) end return i end) log[i] = tostring(e) end return table.concat(log, " ")
---
local x = 1 pcall(function() x = 2 error("after the change") end) return x
---
local function f(n) if n == 0 then error("bottom", 0) end local ok, e = pcall(f, n - 1) error(n .. " " .. e, 0) end return pcall(f, 5)
---
local function f(n) if n == 0 then return "bottom" end return select(2, pcall(f, n - 1)) end return f(150)
---
return pcall(function() return pcall(function() error("x", 0) end) end)
---
local ok, f = pcall(function() local up = 5 return function() return up end end) return ok, f()
---
local co = coroutine.wrap(function() return pcall(coroutine.yield, "out") end) return co(), co("in")
---
local t = setmetatable({}, {__index = function() error("idx", 0) end}) return pcall(function() return t.x end)
---
return pcall(next, {}, nil)
---
return pcall(rawset, {}, 1)
---
local ok, a, b = pcall(unpack, {1, 2, 3}, 2) return ok, a, b
---
return (pcall(error))
]=====]
-- xpcall
blocks [=====[
return xpcall(function() return 1, 2 end, print)
---
return xpcall(function() error("x") end, function(m) return "<" .. m .. ">" end)
---
return xpcall(function() error("x", 0) end, function(m) return m, "second" end)
---
return xpcall(function() error({5}) end, function(m) return m[1] end)
---
return xpcall(function() error() end, function(m) return m == nil end)
---
return xpcall(function() local x = nil + 1 end, function(m) return m end)
---
return xpcall(function(...) return select("#", ...), ... end, print, nil, 2, nil)
---
return xpcall(error, function(m) return m .. "!" end, "text")
---
return xpcall(error, function(m) return m end, nil)
---
return xpcall(error, function(m) return type(m) end)
---
local ok = xpcall(error, print == nil)
---
local ok = xpcall(print)
---
local ok = xpcall()
---
return xpcall(nil, function(m) return m end)
---
return xpcall(5, function(m) return m end)
---
return xpcall(function() error("x", 0) end, tostring)
---
return xpcall(function() error("x", 0) end, string.upper)
---
return xpcall(function() error("x", 0) end, function() end)
---
return xpcall(function() error("x", 0) end, function() return nil end)
---
return xpcall(function() error("x", 0) end, function() return false end)
---
return xpcall(function() error("x", 0) end, function() return {} end)
---
return xpcall(function() error("x", 0) end, function(m, extra) return extra end)
---
return xpcall(function() error("x") end, function() error("in the handler") end)
---
local n = 0 return xpcall(function() error("x") end, function() n = n + 1 error("again") end), n > 0
---
return xpcall(function() xpcall(error, function(m) error(m .. " inner", 0) end, "x") error("y", 0) end, function(m) return m end)
---
return xpcall(function() return xpcall(error, function(m) return "inner " .. m end, "x") end, function(m) return "outer" end)
---
return pcall(xpcall, error, function(m) return m end, "x")
---
return select("#", xpcall(function() end, print))
---
local t = {} return xpcall(function() t.a.b = 1 end, function(m) return m end)
---
local function handler(m) return debug.traceback("trace: " .. m, 1):match("^[^\n]*") end return xpcall(function() error("x", 0) end, handler)
---
local co = coroutine.wrap(function() return xpcall(function(a) local b = coroutine.yield(a) error(b, 0) end, function(m) return "h " .. m end, "out") end) return co(), co("in")
]=====]
-- nesting of calls, coroutines and handlers
blocks [=====[
local co = coroutine.create(function() local ok, e = pcall(function() coroutine.yield(1) error("after", 0) end) coroutine.yield(e) error("last", 0) end)
return coroutine.resume(co), select(2, coroutine.resume(co)), select(2, coroutine.resume(co)), coroutine.status(co)
---
return pcall(coroutine.wrap(function() error({code = 5}) end))
---
local ok, e = pcall(coroutine.wrap(function() error({code = 5}) end)) return type(e), e.code
---
local function try(f, catch, finally) local ok, e = pcall(f) if not ok then catch(e) end finally() end
local log = {} try(function() error("x", 0) end, function(e) log[#log + 1] = "catch " .. e end, function() log[#log + 1] = "finally" end) return table.concat(log, ", ")
---
local ok, e = pcall(string.gsub, "abc", "%w", function(c) if c == "b" then error("at " .. c, 0) end end) return ok, e
---
local ok, e = pcall(table.sort, {3, 1, 2}, function() error("while sorting", 0) end) return ok, e
---
local ok, e = pcall(table.foreach, {1}, function() error("each", 0) end) return ok, e
---
local ok, e = pcall(load, function() error("reader", 0) end) return ok, e
---
local ok, e = pcall(function() for i in function() error("iterator", 0) end do end end) return ok, e
---
local ok, e = pcall(tostring, setmetatable({}, {__tostring = function() error("text", 0) end})) return ok, e
---
local ok, e = pcall(function() return setmetatable({}, {__lt = function() error("lt", 0) end}) < setmetatable({}, {}) end) return ok, (e:gsub("0x%x+", ""))
---
local ok, e = pcall(function() return {} .. setmetatable({}, {__concat = function() error("concat", 0) end}) end) return ok, e
---
local deep = 0 local function f() deep = deep + 1 return 1 + f() end local ok, e = pcall(f) return ok, deep > 1000, (e:gsub("^.-:%d+: ", ""))
---
local function f() return pcall(f) end return type(f())
---
local ok, e = pcall(function() local function f() return f() + 1 end return f() end) local ok2 = pcall(error, "still works") return ok, ok2
]=====]
