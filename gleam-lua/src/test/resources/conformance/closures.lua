-- manual 2.5.8, 2.5.9, 2.6: calls, functions, closures
-- closures
blocks [=====[
local function counter() local n = 0 return function() n = n + 1 return n end end local a, b = counter(), counter() return a(), a(), b(), a()
---
local x = 1 local function get() return x end local function set(v) x = v end set(5) return get(), x
---
local fs = {} for i = 1, 3 do fs[i] = function() return i end end return fs[1](), fs[2](), fs[3]()
---
local fs = {} for i = 1, 3 do local j = i * 10 fs[i] = function() j = j + 1 return j end end return fs[1](), fs[1](), fs[2](), fs[3]()
---
local fs = {} local i = 1 while i <= 3 do local j = i fs[i] = function() return j end i = i + 1 end return fs[1](), fs[2](), fs[3]()
---
local fs = {} local i = 1 while i <= 3 do fs[i] = function() return i end i = i + 1 end return fs[1](), fs[2](), fs[3]()
---
local fs = {} for k, v in pairs({10, 20}) do fs[k] = function() return k + v end end return fs[1](), fs[2]()
---
local a = {} do local x = 1 a.get = function() return x end a.set = function(v) x = v end end a.set(7) return a.get()
---
local function f() local x = 0 local function up() x = x + 1 return x end local function down() x = x - 1 return x end return up, down end local up, down = f() return up(), up(), down()
---
local function outer() local x = 1 return function() local y = 2 return function() x = x + y return x end end end local f = outer()() return f(), f()
---
local function f(x) return function(y) return function(z) return x + y + z end end end return f(1)(2)(3)
---
local function f(n) if n > 0 then local g = f(n - 1) return function() return g() + 1 end end return function() return 0 end end return f(50)()
---
local x = "first" local function f() return x end x = "second" local y = f() x = "third" return y, f()
---
local function f(x) local function g() x = x + 1 return x end g() return x end return f(1)
---
local function f(...) local a = {...} return function() return #a end end return f(1, 2, 3)()
---
local f local function g() return f end f = 5 return g()
---
local function fact(n) return n <= 1 and 1 or n * fact(n - 1) end return fact(10)
---
local even, odd function even(n) if n == 0 then return true end return odd(n - 1) end function odd(n) if n == 0 then return false end return even(n - 1) end return even(10), odd(7), even(7)
---
local a, b, c, d, e, f = 1, 2, 3, 4, 5, 6 local function g() return a + b + c + d + e + f end a = 10 return g()
---
local r = {} for i = 1, 2 do for j = 1, 2 do r[#r + 1] = function() return i .. j end end end return r[1](), r[2](), r[3](), r[4]()
---
local function make() local t = {} for i = 1, 3 do t[i] = function() return t end end return t end local t = make() return t[1]() == t
---
local x = 1 local f = function() local x = x + 1 return x end return f(), x
---
local fs = {} for i = 1, 3 do if i == 2 then fs[1] = function() return i end break end end return fs[1]()
---
local f do local x = 5 f = function() return x end end local y = 6 return f(), y
---
local fs = {} for i = 1, 2 do local a, b = i, i * 2 fs[i] = {function() return a + b end, function(v) a = v end} end fs[1][2](100) return fs[1][1](), fs[2][1]()
---
local function id(f) return f end return id(function(x) return x * 2 end)(21)
---
local memo = setmetatable({}, {__mode = "k"}) local function fib(n) if n < 2 then return n end if not memo[n] then memo[n] = fib(n - 1) + fib(n - 2) end return memo[n] end return fib(50)
---
local compose = function(...) local fs = {...} return function(x) for i = #fs, 1, -1 do x = fs[i](x) end return x end end return compose(function(x) return x + 1 end, function(x) return x * 2 end)(5)
---
local t = {} for i = 1, 100 do t[i] = function() return i end end local s = 0 for i = 1, 100 do s = s + t[i]() end return s
---
local function f() return f end return f == f
---
local x = 0 local function inc() x = x + 1 return x end local t = {inc(), inc(), [10] = inc(), inc()} return t[1], t[2], t[3], t[10]
---
local function f() local a = 1 local g = function() a = a + 1 return a end return g(), g(), a end return f()
]=====]
-- calls
blocks [=====[
local function f() return end return f()
---
local function f() return nil end return f()
---
local function f() return 1, 2, 3 end return f()
---
local function f() return 1, 2, 3 end return (f())
---
local function f() return 1, 2, 3 end return f(), f()
---
local function f() return 1, 2, 3 end return f(), (f())
---
local function f(...) return select("#", ...) end local function g() return 1, 2 end return f(g()), f(g(), g()), f((g())), f(g(), nil)
---
local function f(a, b, c) return a, b, c end return f(1), f(1, 2), f(1, 2, 3), f(1, 2, 3, 4)
---
local t = {f = function(self, x) return self.n + x end, n = 5} return t:f(1), t.f(t, 2), t["f"](t, 3)
---
local t = {a = {b = {c = function() return "deep" end}}} return t.a.b.c(), t["a"]["b"]["c"]()
---
local function f(t) return t[1] end return f{5}, f {6}, (f{7})
---
local function f(s) return #s end return f"abc", f 'ab', f[[abcd]], f [==[a]==]
---
local t = {f = function(self, s) return s end} return t:f"x", t:f{1}[1], t:f[[y]]
---
return ("x"):rep(3), ("%d"):format(5), #("abc"):upper():lower()
---
local function f() return {g = function() return {h = "deep"} end} end return f().g().h
---
local function f() return function() return function() return "third" end end end return f()()()
---
return (function(...) return ... end)(1, 2)
---
return (function(a, b) return b, a end)(1, 2)
---
local function f(n) if n == 0 then return "end" end return f(n - 1) end return f(50000)
---
local function f(n, acc) if n == 0 then return acc end return f(n - 1, acc + n) end return f(10000, 0)
---
local function a(n) if n == 0 then return "done" end return (function(m) return a(m) end)(n - 1) end return a(1000)
---
local t = {} function t.f(...) return select("#", ...) end function t:g(...) return select("#", ...), self == t end return t.f(1, 2), t:g(1, 2)
---
local t = {x = {}} function t.x.f() return 1 end function t.x:g() return self == t.x end return t.x.f(), t.x:g()
---
local f = print == nil and 1 or function() return "chosen" end return f()
---
local log = {} local function l(x) log[#log + 1] = x return x end local t = {[l(1)] = l(2), l(3)} l(4) return table.concat(log, " ")
---
local log = {} local function l(x) log[#log + 1] = x return x end local _ = l(1) + l(2) * l(3) .. l(4) return table.concat(log, " ")
---
local log = {} local function l(x) log[#log + 1] = x return x end (function() end)(l(1), l(2), l(3)) return table.concat(log, " ")
---
local function f(a, a) return a end return f(1, 2)
---
local function f(self) return self end return f(5)
---
local f = function(...) local a, b = ... return a, b, ... end return f(1, 2, 3)
---
local s = 0 for i = 1, 10 do (function() s = s + i end)() end return s
---
local function f() return ... end return f
---
return type(function() end), (function() end) == (function() end)
---
local t = setmetatable({}, {__call = function(_, ...) return ... end}) return t(1, 2), t{3}, t"x"
]=====]
-- table constructors
blocks [=====[
local t = {} return #t, next(t)
---
local t = {1, 2, 3} return #t, t[1], t[3], t[4]
---
local t = {1, 2, 3,} return #t
---
local t = {1; 2; 3;} return #t
---
local t = {a = 1, b = 2} return t.a, t.b, #t
---
local t = {["a b"] = 1, [1] = "x", [2.5] = "f", [true] = "t"} return t["a b"], t[1], t[2.5], t[true]
---
local t = {1, a = 2, 3, b = 4, 5} return #t, t[1], t[2], t[3], t.a, t.b
---
local t = {[1] = "explicit", "implicit"} return t[1]
---
local t = {"implicit", [2] = "explicit"} return t[1], t[2]
---
local function f() return 1, 2, 3 end local t = {f()} return #t
---
local function f() return 1, 2, 3 end local t = {f(), f()} return #t
---
local function f() return 1, 2, 3 end local t = {f(), 10} return #t, t[2]
---
local function f() return 1, 2, 3 end local t = {(f())} return #t
---
local function f() return 1, 2, 3 end local t = {f(), nil} return #t
---
local function f() return 1, 2, 3 end local t = {x = f(), f()} return #t, t.x
---
local t = {{1, 2}, {3, 4}} return t[1][2], t[2][1], #t
---
local t = {f = function() return "f" end, g = {h = "h"}} return t.f(), t.g.h
---
local t = {nil, nil, 3} return t[1], t[2], t[3]
---
local t = {nil} return #t, next(t)
---
local t = {...} return #t
---
local x = "key" local t = {x = 1, [x] = 2} return t.x, t.key
---
local t = {[1] = 1, [2] = 2, [3] = 3} return #t
---
local t = {10, [2] = "two", 20} return t[1], t[2]
---
local t = {n = #{1, 2}, s = "a" .. "b", b = not nil} return t.n, t.s, t.b
---
return #{1, 2, {3, 4}, "x", nil}, ({1, 2, 3})[2], ({a = 5}).a
---
return {1} == {1}, #{{}}, type({}), next({}, nil)
---
local t = {[nil] = 1}
---
local t = {[0/0] = 1}
---
local t = {} t[1], t[2] = {}, t return t[2] == t, #t
---
local t = {[-1] = "m", [0] = "z", [1] = "o"} return #t, t[-1], t[0]
]=====]
