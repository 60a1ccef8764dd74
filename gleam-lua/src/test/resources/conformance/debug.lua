-- manual 5.9, as much of it as there is
-- debug.traceback
expressions [=====[
debug.traceback("message"):match("^[^\n]*\n[^\n]*")
debug.traceback(""):match("^\nstack traceback:")
debug.traceback():match("^stack traceback:")
debug.traceback("message", 1):match("^[^\n]*")
debug.traceback("message", 2):match("^[^\n]*")
debug.traceback("two\nlines"):match("^two\nlines\nstack traceback:")
debug.traceback(nil)
debug.traceback({}) ~= nil
type(debug.traceback({}))
debug.traceback(true)
debug.traceback(print) == print
debug.traceback(5):match("^[^\n]*\n[^\n]*")
debug.traceback(1.5):match("^[^\n]*")
debug.traceback(nil, 1)
type(debug.traceback("x"))
debug.traceback(coroutine.create(print))
debug.traceback(coroutine.create(print), "message")
debug.traceback(coroutine.create(print), nil)
debug.traceback(coroutine.create(print), {}) ~= nil
select("#", debug.traceback("x"))
xpcall(error, debug.traceback, nil)
type(select(2, xpcall(error, debug.traceback, {})))
select(2, xpcall(error, debug.traceback, "deep", 0)):match("^deep\nstack traceback:")
select(2, xpcall(function() error("here") end, debug.traceback)):match("^[^\n]*\n[^\n]*")
]=====]
-- debug.getinfo of a function
expressions [=====[
debug.getinfo(print).what
debug.getinfo(print).short_src
debug.getinfo(print).source
debug.getinfo(print).currentline
debug.getinfo(print).linedefined, debug.getinfo(print).lastlinedefined
debug.getinfo(print).func == print
debug.getinfo(print).name
debug.getinfo(function() end).what
debug.getinfo(function() end).short_src
debug.getinfo(function() end).source
debug.getinfo(function() end).linedefined
debug.getinfo(loadstring("\n\nreturn function()\n\nend")()).linedefined
debug.getinfo(loadstring("\n\nreturn function()\n\nend")()).lastlinedefined
debug.getinfo(loadstring("return 1")).what
debug.getinfo(loadstring("\n\nreturn 1\n")).lastlinedefined
debug.getinfo(loadstring("return 1", "@file.lua")).source
debug.getinfo(loadstring("return 1", "@file.lua")).short_src
debug.getinfo(loadstring("return 1", "=name")).short_src
debug.getinfo(loadstring("return 1")).short_src
debug.getinfo(function() end).nups
debug.getinfo(function(a, b) end).nparams, debug.getinfo(function(a, ...) end).isvararg
debug.getinfo(print, "S").what, debug.getinfo(print, "S").func
debug.getinfo(print, "f").func == print, debug.getinfo(print, "f").what
debug.getinfo(function() end, "l").currentline, debug.getinfo(function() end, "l").source
debug.getinfo(function() end, "u").nups, debug.getinfo(function() end, "u").source
debug.getinfo(function() end, "").source
debug.getinfo(print, "x")
debug.getinfo({})
debug.getinfo()
debug.getinfo("x")
debug.getinfo(100000)
]=====]
-- debug.getinfo of the calling function
blocks [=====[
return (debug.getinfo(1, "l").currentline)
---

return (debug.getinfo(1, "l").currentline)
---
local function f()
  local line = debug.getinfo(1, "l").currentline
  return line
end
return f()
---
local i = debug.getinfo(1, "S") return i.source, i.short_src, i.what
---
local function f() local i = debug.getinfo(1, "S") return i.what, i.linedefined, i.lastlinedefined end return f()
---
local f f = function() local i = debug.getinfo(1, "f") return i.func == f end return f()
---
local i = debug.getinfo(1) return i.currentline, i.short_src
---
local up = 1 local function f() local _ = up local i = debug.getinfo(1, "u") return i.nups end return f()
---
local f = loadstring("\nlocal i = debug.getinfo(1, 'Sl') return i.short_src .. ':' .. i.currentline", "=here") return f()
---
local here = function() local i = debug.getinfo(1, "Sl") return i.short_src .. ":" .. i.currentline end return here()
]=====]
-- debug.getmetatable debug.setmetatable
expressions [=====[
debug.getmetatable({})
debug.getmetatable(setmetatable({}, {__metatable = "locked"})).__metatable
debug.getmetatable("").__index == string
debug.getmetatable(5)
debug.getmetatable(nil)
debug.getmetatable(print)
debug.getmetatable(true)
debug.getmetatable(io.stdout) == getmetatable(io.stdout)
type(debug.getmetatable(newproxy(true)))
debug.getmetatable()
(function() local mt = {} return debug.getmetatable(setmetatable({}, mt)) == mt end)()
(function() local t = setmetatable({}, {__metatable = 1}) debug.setmetatable(t, nil) return getmetatable(t) end)()
(function() local t = {} debug.setmetatable(t, {__index = {a = 5}}) return t.a end)()
(function() debug.setmetatable(5, {__index = {half = function(n) return n / 2 end}}) local r = (7):half() debug.setmetatable(5, nil) return r end)()
(function() debug.setmetatable(5, {__call = function(n, x) return n + x end}) local r = (7)(3) debug.setmetatable(5, nil) return r end)()
(function() debug.setmetatable(nil, {__index = function() return "of nil" end}) local x local r = x.y debug.setmetatable(nil, nil) return r end)()
(function() debug.setmetatable(true, {__index = {name = "a boolean"}}) local r = (false).name debug.setmetatable(true, nil) return r end)()
(function() debug.setmetatable(print, {__index = {name = "a function"}}) local r = (function() end).name debug.setmetatable(print, nil) return r end)()
(function() debug.setmetatable(print, {__concat = function() return "joined" end}) local r = print .. "x" debug.setmetatable(print, nil) return r end)()
(function() debug.setmetatable(nil, {__add = function() return "sum" end}) local r = nil + 1 debug.setmetatable(nil, nil) return r end)()
debug.setmetatable({}, 5)
debug.setmetatable({})
debug.setmetatable()
type(debug.setmetatable({}, {}))
]=====]
-- debug.getupvalue debug.setupvalue
expressions [=====[
(function() local a = 5 local function f() return a end return debug.getupvalue(f, 1) end)()
(function() local a, b = 5, 6 local function f() return a, b end return debug.getupvalue(f, 2) end)()
(function() local a = 5 local function f() return a end return debug.getupvalue(f, 2) end)()
(function() local a = 5 local function f() return a, print end return debug.getupvalue(f, 1), select("#", debug.getupvalue(f, 2)) end)()
(function() local a = 5 local function f() return print, a end return debug.getupvalue(f, 1) end)()
(function() local function f() return print end return select("#", debug.getupvalue(f, 1)) end)()
select("#", debug.getupvalue(function() end, 1))
(function() local a = 5 local function f() return a end return debug.getupvalue(f, 0) end)()
(function() local a = 5 local function f() return a end return debug.getupvalue(f, -1) end)()
(function() local a = 5 local function f() return a end return debug.setupvalue(f, 1, 7), f(), a end)()
(function() local a = 5 local function f() return a end return debug.setupvalue(f, 2, 7), f() end)()
(function() local a = 5 local function f() return a end debug.setupvalue(f, 1, nil) return f() end)()
(function() local a = 5 local function f() return a end local function g() return a end debug.setupvalue(f, 1, 8) return g() end)()
(function() local a = 5 local function f() return print, a end debug.setupvalue(f, 1, 9) return a, f() == print end)()
debug.getupvalue()
debug.getupvalue(print)
debug.getupvalue({}, 1)
debug.getupvalue(print, "x")
debug.setupvalue(print, 1)
debug.setupvalue({}, 1, 2)
]=====]
