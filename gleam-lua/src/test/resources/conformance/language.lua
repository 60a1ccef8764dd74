-- manual 2.3 to 2.6: variables, statements, expressions, visibility; metatables
expressions [=====[
nil and 1, false and 1, 1 and 2, nil or 1, false or nil, 1 or 2, not nil, not 0, not not "", nil == false
1 == 1, "a" ~= "b", {} == {}, print == print, 1 < 2 == true, not 1 == 2
2 + 3 * 4 ^ 2 / 2, (2 + 3) * 4, -2 ^ 2, not true == false, 1 .. 2 == "12", "a" .. "b" == "ab", 2 ^ -1, 5 - 3 - 1, 2 ^ 2 ^ 3, 7 % 4 * 2
(function() return 1, 2, 3 end)()
((function() return 1, 2, 3 end)())
(function(...) return select("#", ...), ... end)(nil, nil)
(function(a, b, ...) return a, b, select("#", ...) end)(1)
(function(...) local a, b = ... return b, a end)(1, 2)
(function(...) return ({...})[2] end)("x", "y")
(function(...) return (...) end)(1, 2)
#"abc" + 1, -#"abc", #{...} == nil
(function() end)()
select("#", (function() end)()), (function() end)()
("x"):rep(3):upper(), #("x"):rep(3), ({1,2,3})[2], ({f = function(self) return self end}):f() ~= nil
_VERSION, _G._G == _G, _G.print == print, type(_G)
type(os.time()), os.time() == math.floor(os.time()), type(os.clock()), type(collectgarbage("count"))
]=====]
blocks [=====[
local a, b, c = 1, 2 return a, b, c
---
local a, b = 1, 2, 3 return a, b
---
local a, b = 1, 2 a, b = b, a return a, b
---
local t, i = {}, 1 i, t[i] = i + 1, 20 return i, t[1], t[2]
---
local x = 1 do local x = 2 end return x
---
local x = 1 local function f() return x end x = 2 return f()
---
local function fact(n) if n <= 1 then return 1 end return n * fact(n - 1) end return fact(20)
---
local function fib(n) if n < 2 then return n end return fib(n-1) + fib(n-2) end return fib(20)
---
local function count() local n = 0 return function() n = n + 1 return n end end local c, d = count(), count() return c(), c(), d()
---
local i = 0 while true do i = i + 1 if i > 5 then break end end return i
---
local i = 0 repeat local j = i i = i + 1 until j >= 3 return i
---
local t = {} for i = 1, 3 do for j = 1, 3 do if j == 2 then break end t[#t+1] = i * j end end return table.concat(t, " ")
---
for i = 1, 3 do if i == 2 then goto continue end if i == 3 then return i end ::continue:: end
---
do goto done end ::done:: return "done"
---
local i = 1 ::top:: if i < 5 then i = i + 1 goto top end return i
---
local goto = 1 return goto
---
local t = {} t.goto = 5 return t.goto
---
goto = 3 return goto
---
local function f(...) local t = {...} return #t, ... end return f(1, 2, 3)
---
local function f(n) if n == 0 then return "end" end return f(n - 1) end return f(100000)
---
local a = {} function a.b(x) return x end function a:c(x) return self == a, x end return a.b(1), a:c(2)
---
local t = {x = {y = {}}} function t.x.y.f() return "deep" end function t.x.y:g() return self == t.x.y end return t.x.y.f(), t.x.y:g()
---
local s = "" for w in ("a b c"):gmatch("%a") do s = w .. s end return s
---
local f = loadstring("local x = ... return x + 1") return f(41)
---
return loadstring("return 1, 2")()
---
return load(function() return nil end)
---
local parts = {"return ", "1 ", "+ 1"} local i = 0 return load(function() i = i + 1 return parts[i] end)()
---
local f = load("return a", "chunk", "t", {a = 5}) return f()
---
return load("x =", "=name")
---
return load("return 1", "x", "b")
---
local f = loadstring("x = 5; return x") setfenv(f, {}) return f(), x
---
local env = {} local f = loadstring("y = 1 function g() return y end") setfenv(f, env) f() return env.y, env.g(), y
---
local f = function() return zz end setfenv(f, {zz = 7}) return f(), getfenv(f).zz
---
return getfenv(print) == _G, getfenv(0) == _G, getfenv() == _G
---
local x = 5 x = x + 1; local y = x; return y
---
local a <const> = 1
---
local r = {} for k, v in next, {10, 20} do r[k] = v end return r[1], r[2]
---
local function it(s, c) if c < s then return c + 1 end end local n = 0 for i in it, 3, 0 do n = n + i end return n
---
for k in pairs({1}), nil do return "x" end
---
for i in nil do end
---
for i in {} do end
---
for i in 5 do end
---
local n = 0 for i, v in setmetatable({}, {__call = function(self, s, c) n = n + 1 if n < 3 then return n end end}) do end return n
---
local a = 1 local b = a and nil or 2 return b
---
local t = {} t[#t + 1] = "a" t[#t + 1] = "b" return #t
---
local s = 0 for i = 1, 100 do if i % 2 == 0 then s = s + i elseif i % 3 == 0 then s = s - i else s = s + 1 end end return s
---
local up = 0 local fs = {} for i = 1, 3 do fs[i] = function() up = up + i return up end end return fs[1](), fs[2](), fs[3]()
---
local a = {} for i = 1, 2 do local x = i a[i] = {get = function() return x end, set = function(v) x = v end} end a[1].set(10) return a[1].get(), a[2].get()
---
-- comment
--[[ long
comment ]] --[==[ another ]] ]==]
return "after"
---
return 1--[[x]]+--[[y]]2
---
local é = 1 return é
---
return 0xA, 0Xa, 1e2, .5, 3., "\65", '\'', "a\z
       b"
]=====]
blocks [=====[
local mt = {__index = {x = 1}} return setmetatable({}, mt).x, setmetatable({x = 2}, mt).x, setmetatable({}, mt).y
---
local t = setmetatable({}, {__index = function(t, k) return k .. "!" end}) return t.foo, t[1], rawget(t, "foo")
---
local log = {} local t = setmetatable({}, {__newindex = function(t, k, v) rawset(t, k, v * 2) end}) t.a = 5 t.a = 7 return t.a
---
local store = {} local t = setmetatable({}, {__newindex = store}) t.a = 5 return rawget(t, "a"), store.a
---
local a = setmetatable({}, {__index = setmetatable({}, {__index = {deep = 1}})}) return a.deep
---
local mt = {} mt.__add = function(a, b) return "add" end mt.__sub = function() return "sub" end mt.__mul = function() return "mul" end mt.__div = function() return "div" end mt.__mod = function() return "mod" end mt.__pow = function() return "pow" end mt.__unm = function() return "unm" end mt.__concat = function() return "concat" end
local a = setmetatable({}, mt) return a + 1, 1 + a, a - a, a * 2, 2 / a, a % 3, a ^ 2, -a, a .. "x", "x" .. a, 1 .. a, a .. a
---
local mt = {__eq = function() return true end} local a, b = setmetatable({}, mt), setmetatable({}, mt) return a == b, a ~= b, a == {}, a == 1, rawequal(a, b)
---
local a, b = setmetatable({}, {__eq = function() return true end}), setmetatable({}, {__eq = function() return true end}) return a == b
---
local mt = {__lt = function(a, b) return a.v < b.v end} local a, b = setmetatable({v = 1}, mt), setmetatable({v = 2}, mt) return a < b, a > b, a <= b, a >= b
---
local mt = {__lt = function(a, b) return true end, __le = function() return false end} local a, b = setmetatable({}, mt), setmetatable({}, mt) return a < b, a <= b, a > b, a >= b
---
local a = setmetatable({}, {__lt = function() return true end}) return a < 1
---
local a = setmetatable({}, {__lt = function() return true end}) return 1 < a
---
local a = setmetatable({}, {__lt = function() return true end}) return a < {}
---
local a = setmetatable({}, {__call = function(self, ...) return "called", select("#", ...), ... end}) return a(1, 2), a()
---
local a = setmetatable({}, {__call = 5}) return a()
---
local a = setmetatable({}, {__len = function() return 42 end}) return #a
---
local a = setmetatable({}, {__tostring = function() return "me" end}) return tostring(a)
---
local a = setmetatable({}, {__concat = function(a, b) return type(a) .. type(b) end}) return "x" .. "y" .. a, a .. "x" .. "y", 1 .. a
---
local a = setmetatable({}, {__unm = function(x, y) return x == y end}) return -a
---
local a = setmetatable({}, {__index = function(t, k) error("no field " .. k, 2) end}) return a.foo
---
local t = setmetatable({}, {__newindex = function() error("read only", 2) end}) t.x = 1
---
local p = newproxy(true) getmetatable(p).__index = function(_, k) return k end return p.foo, type(p)
---
local p = newproxy() return type(p), getmetatable(p)
---
local Animal = {} Animal.__index = Animal function Animal.new(n) return setmetatable({name = n}, Animal) end function Animal:speak() return self.name .. " speaks" end
local Dog = setmetatable({}, {__index = Animal}) Dog.__index = Dog function Dog.new(n) local d = Animal.new(n) return setmetatable(d, Dog) end function Dog:bark() return self:speak() .. " woof" end
return Dog.new("Rex"):bark()
---
local t = setmetatable({}, {__index = string}) return t.format("%d", 3)
---
local n = 0 local t = setmetatable({}, {__index = function(t, k) n = n + 1 local v = k * 2 rawset(t, k, v) return v end}) local _ = t[1], t[1], t[2] return n, t[2]
---
string.trim = function(s) return (s:gsub("^%s+", ""):gsub("%s+$", "")) end return ("  x "):trim()
]=====]
