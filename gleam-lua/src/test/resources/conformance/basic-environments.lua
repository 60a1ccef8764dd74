-- manual 2.9, 5.1: getfenv, setfenv
-- getfenv
blocks [=====[
return getfenv() == _G
---
return getfenv(0) == _G
---
return getfenv(1) == _G
---
return getfenv(print) == _G
---
return getfenv(function() end) == _G
---
return getfenv(function() return x end) == _G
---
return getfenv(nil) == _G
---
return getfenv("1") == _G
---
local f = loadstring("return 1") return getfenv(f) == _G
---
local env = {} local f = setfenv(loadstring("return x"), env) return getfenv(f) == env
---
local env = {} local f = setfenv(function() return x end, env) return getfenv(f) == env
---
local env = {} local f = setfenv(function() end, env) return getfenv(f) == env
---
local env = {getfenv = getfenv} local f = setfenv(function() local e = getfenv() return e end, env) return f() == env
---
local env = {getfenv = getfenv} local f = setfenv(function() local e = getfenv(1) return e end, env) return f() == env
---
local env = {getfenv = getfenv} local f = setfenv(function() return (getfenv(0)) end, env) return f() == _G
---
local g = getfenv local f = setfenv(function() local e = g(1) return e end, {v = 5}) return f().v
---
local x = getfenv(-1)
---
local x = getfenv({})
---
local x = getfenv("x")
---
local x = getfenv(true)
---
getfenv().made = 5 local v = made made = nil return v
---
getfenv(1)["odd name"] = 5 local v = _G["odd name"] _G["odd name"] = nil return v
---
local env = setmetatable({}, {__index = _G}) local f = setfenv(loadstring("v = 1 return getfenv(function() return v end)"), env) return f() == env, env.v, v
---
local env = {} local f = load("return function() return x end", "=n", "t", env)() return getfenv(f) == env
---
local env = {} local make = setfenv(function() return function() return x end end, env) return getfenv(make()) == env
---
local env = {} local f = coroutine.wrap(setfenv(function() coroutine = nil return x end, {x = 5, coroutine = coroutine})) return f()
---
setfenv(0, {v = 5}) local f = loadstring("return v, print") setfenv(0, _G) return f()
---
setfenv(0, {}) local e = getfenv(0) setfenv(0, _G) return next(e), getfenv(0) == _G
---
return getfenv(coroutine.wrap(function() end)) == _G
]=====]
-- setfenv of a function
blocks [=====[
local f = function() return v end return setfenv(f, {v = 5}) == f, f()
---
local f = function() v = 5 end local env = {} setfenv(f, env) f() return env.v, v
---
local f = function() return v, w end local env = {v = 1} setfenv(f, env) env.w = 2 return f()
---
local f = function() return v end setfenv(f, {v = 1}) local a = f() setfenv(f, {v = 2}) return a, f()
---
local f, g = function() return v end, function() return v end setfenv(f, {v = 1}) v = "global" local a, b = f(), g() v = nil return a, b
---
local make = function() return function() return v end end local before = make() setfenv(make, {v = 1}) local after = make() v = "global" local a, b = before(), after() v = nil return a, b
---
local function counter() n = (n or 0) + 1 return n end setfenv(counter, {}) counter() return counter(), n
---
local f = setfenv(loadstring("x = 1 y = x + 1 return x + y"), {}) return f(), x, y
---
local f = setfenv(loadstring("return print"), {}) return f()
---
local f = setfenv(loadstring("print('x')"), {}) f()
---
local f = setfenv(function() return v end, setmetatable({}, {__index = function(_, k) return k .. "!" end})) return f()
---
local log = {} local f = setfenv(function() a = 1 b = 2 end, setmetatable({}, {__newindex = function(t, k, val) log[#log + 1] = k .. val end})) f() return table.concat(log, " ")
---
local env = {print = print, pairs = pairs} local f = setfenv(function() return os, io, print == nil end, env) return f()
---
local fs = {} for i = 1, 3 do fs[i] = setfenv(function() return v end, {v = i}) end return fs[1](), fs[2](), fs[3]()
---
local up = 5 local f = setfenv(function() return up, v end, {v = 6, up = 7}) return f()
---
local x = setfenv(print, {})
---
local x = setfenv()
---
local x = setfenv(function() end)
---
local x = setfenv(function() end, nil)
---
local x = setfenv(function() end, 5)
---
local x = setfenv({}, {})
---
local x = setfenv("x", {})
---
local x = setfenv(nil, {})
---
local x = setfenv(-1, {})
---
local f = setfenv(function() local function inner() return v end return inner() end, {v = "inherited"}) return f()
---
local f = setfenv(function(...) return select("#", ...), v end, {select = select, v = 1}) return f(1, 2, 3)
---
local e1, e2 = {v = 1}, {v = 2} local f = setfenv(loadstring("return function() return v end"), e1) local g = f() setfenv(g, e2) return f()(), g()
]=====]
-- setfenv of the calling function
blocks [=====[
local setfenv, env = setfenv, {} setfenv(1, env) made = 5 return env.made, made
---
local f = function() setfenv(1, {v = 5}) return v end return f()
---
local f = function() setfenv(1, {v = 5}) return function() return v end end return f()()
---
v = "global" local f = function() local before = v setfenv(1, {v = "own"}) return before, v end local a, b = f() local c = v v = nil return a, b, c
---
local f = function() setfenv(1, setmetatable({v = 5}, {__index = _G})) return v, type(print) end return f()
---
local f = function() local env = {} local r = setfenv(1, env) return type(r) end local ok, e = pcall(f) return ok
---
local f f = function(n) setfenv(1, {v = n}) return v end return f(1), f(2)
---
local f = loadstring("setfenv(1, {v = 'chunk'}) return v") return f()
---
local f = loadstring("local _G = _G setfenv(1, {}) v = 1 return v, _G.v") return f()
---
local t = {set = setfenv} local f = function() t.set(1, {v = "field"}) return v end return f()
---
local set = setfenv local function f() set(1, {v = "upvalue"}) return v end return f()
---
local f = function() setfenv(1, {}) return print end return f()
---
local f = function() setfenv(1, {}) print("x") end f()
---
local f = function() setfenv("1", {v = 5}) return v end return f()
---
local f = function() setfenv(1.5, {v = 5}) return v end return f()
---
local ok, e = pcall(function() setfenv(1) end) return ok, e
---
local co = coroutine.wrap(function() setfenv(1, {v = 5}) return v end) return co()
---
local get, set = getfenv, setfenv local function f() local env = {} set(1, env) return get(1) == env, get() == env end return f()
---
local function one() setfenv(1, {v = 1}) return v end local function two() one() return v end return two()
---
local function class() local env = setmetatable({}, {__index = _G}) setfenv(1, env) function method() return 5 end return env end return class().method(), method
]=====]
