-- manual 5.1: print, collectgarbage, and the names that are always there
-- print
blocks [=====[
print()
---
print("text")
---
print("a", "b", "c")
---
print(1, -1, 1.5, 1e100)
---
print(nil)
---
print(nil, nil)
---
print(true, false)
---
print("")
---
print("", "")
---
print("a\tb")
---
print("a\0b")
---
print("\1\2\127")
---
print("é", "\195\169")
---
print(setmetatable({}, {__tostring = function() return "an object" end}))
---
print(setmetatable({}, {__tostring = function() return 5 end}))
---
print(setmetatable({}, {__tostring = function() return {} end}))
---
print(setmetatable({}, {__tostring = function() error("inside", 0) end}))
---
print(0/0 ~= 0/0, 1/0, -1/0, -0)
---
return print("returns"), select("#", print("nothing"))
---
print(("x"):rep(1000))
---
print(unpack({1, 2, 3}))
---
print((tostring(print):gsub(":.*", "")))
---
local p = print p("through a local")
---
local old = tostring tostring = function(v) return "<" .. old(v) .. ">" end print("a", 1) tostring = old
---
local old = tostring tostring = nil local ok, e = pcall(print, "a") tostring = old return ok
---
local old = tostring tostring = function() return 5 end local ok, e = pcall(print, "a") tostring = old return ok, e
---
local old = tostring tostring = function() return {} end local ok, e = pcall(print, "a") tostring = old return ok, e
---
print("last", 2^53, 2^31, 0.1)
]=====]
-- collectgarbage and gcinfo
expressions [=====[
collectgarbage()
collectgarbage("collect")
collectgarbage(nil)
type(collectgarbage("count")), collectgarbage("count") > 0
select("#", collectgarbage("count"))
collectgarbage("stop")
collectgarbage("restart")
collectgarbage("stop", 1), collectgarbage("restart", 1)
type(collectgarbage("step"))
type(collectgarbage("step", 10))
type(collectgarbage("setpause", 200))
type(collectgarbage("setstepmul", 200))
collectgarbage("isrunning")
collectgarbage("nonsense")
collectgarbage("")
collectgarbage("COLLECT")
collectgarbage({})
collectgarbage(5)
collectgarbage(true)
collectgarbage("collect", "x")
collectgarbage("count", {})
type(gcinfo()), gcinfo() > 0, gcinfo() % 1
select("#", gcinfo())
collectgarbage("count") < 1e7
(function() local t = {} for i = 1, 1000 do t[i] = {} end t = nil return collectgarbage() end)()
(function() local weak = setmetatable({}, {__mode = "v"}) weak[1] = "text stays" collectgarbage() return weak[1] end)()
(function() local weak = setmetatable({}, {__mode = "k"}) local key = {} weak[key] = 1 collectgarbage() return weak[key] end)()
]=====]
-- the names that are always there
expressions [=====[
_G == _G._G, _G._G._G == _G
_VERSION
type(_G.print), type(_G["pairs"])
_G.undefined_name
undefined_name
_ENV
rawget(_G, "_ENV")
type(assert), type(error), type(pcall), type(xpcall), type(select)
type(getfenv), type(setfenv), type(load), type(loadstring), type(loadfile), type(dofile)
type(string), type(table), type(math), type(io), type(os), type(coroutine), type(debug), type(bit), type(package)
type(module), type(require), type(newproxy), type(gcinfo), type(unpack)
rawlen, rawlen == nil
utf8, string.pack, math.type
]=====]
blocks [=====[
x_global = 5 local v = _G.x_global _G.x_global = nil return v, x_global
---
_G["a b"] = 1 local v = _G["a b"] _G["a b"] = nil return v
---
local _ENV = {v = 5} return v
---
local function f(_ENV) return _ENV end return f(5)
---
_ENV = 5 local v = _ENV _ENV = nil return v, type(print)
---
local t = {_ENV = 7} return t._ENV
---
setmetatable(_G, {__index = function(_, k) return "missing " .. k end}) local v = no_such setmetatable(_G, nil) return v, no_such
---
setmetatable(_G, {__newindex = function(t, k, v) error("no new global " .. k, 2) end}) local ok, e = pcall(function() fresh_name = 1 end) setmetatable(_G, nil) return ok, e
---
print_kept = print print = nil local v = print print = print_kept print_kept = nil return v, type(print)
---
local print = function() return "shadowed" end return print()
]=====]
