-- manual 2.7 and LuaJIT: which variable a message names
-- calls
blocks [=====[
local f f()
---
local f local g = function() f() end g()
---
f_undefined()
---
local t = {} t.f()
---
local t = {} t.a.f()
---
local t = {a = {}} t.a.f()
---
local t = {a = {}} t.a:f()
---
local t = {} t[1]()
---
local t, k = {}, "x" t[k]()
---
local t = {{}} t[1].f()
---
local t = {} t["a b"]()
---
(nil)()
---
(5)()
---
("x")()
---
({})()
---
(true)()
---
local s = "x" s:nope()
---
local n = 5 n:nope()
---
string.nope("x")
---
("x"):nope()
---
local function f() return nil end f()()
---
local t = setmetatable({}, {__index = function() return 5 end}) t.f()
---
local t = {f = 5} t:f()
---
local t = {f = {}} t.f()
---
local up = 5 local function f() return up() end local r = f()
---
local up = {} local function f() up.x() end f()
---
local up = {} local function f() up:x() end f()
---
local a, b, c = 1, 2 c(a, b)
---
print(nope_undefined())
---
return (nope_undefined())
---
local x = nope_undefined() + 1
---
if nope_undefined() then end
---
for i = 1, nope_undefined() do end
---
local t = {nope_undefined()}
---
nope_undefined{}
---
nope_undefined"x"
]=====]
-- fields
blocks [=====[
local t t.x = 1
---
local t local x = t.x
---
local t = {} t.a.b = 1
---
local t = {} local x = t.a.b
---
local t = {a = {}} local x = t.a.b.c
---
local t = {a = 5} local x = t.a.b
---
local t = {a = 5} t.a.b = 1
---
undefined_t.x = 1
---
local x = undefined_t.x
---
local x = undefined_t.x.y
---
local x = undefined_t[1]
---
undefined_t[1] = 2
---
local t = {} t[1][2] = 3
---
local t = {} local x = t[1][2]
---
local t, k = {}, "key" local x = t[k].y
---
local t, k = {}, "key" t[k].y = 1
---
local up local function f() return up.x end local r = f()
---
local up local function f() up.x = 1 end f()
---
local up = {} local function f() return up.a.b end local r = f()
---
local x = (nil).y
---
local x = (5).y
---
local x = ("x").y.z
---
local x = (true).y
---
local x = (print).y
---
local function f() end local x = f().y
---
local function f() return 5 end f().y = 1
---
local x = #undefined_t
---
local t = {} local x = #t.a
---
local t local x = #t
---
local t = 5 local x = #t
---
local x = #nil
---
local x = #5
---
local t = {} t[nil] = 1
---
local t = {} t[0/0] = 1
---
local t = {} t[undefined_k] = 1
---
local t = setmetatable({}, {__index = function(t, k) return nil end}) local x = t.a.b
]=====]
-- arithmetic
blocks [=====[
local a local x = a + 1
---
local a local x = 1 + a
---
local a, b local x = a + b
---
local a = {} local x = a - 1
---
local a = "x" local x = a * 2
---
local a = true local x = a / 2
---
local a = print local x = a % 2
---
local a local x = a ^ 2
---
local a local x = -a
---
local x = undefined_n + 1
---
local x = 1 - undefined_n
---
local x = -undefined_n
---
local t = {} local x = t.a + 1
---
local t = {} local x = 1 + t.a
---
local t = {} local x = t.a + t.b
---
local t = {} local x = t[1] * 2
---
local t, k = {}, "key" local x = t[k] * 2
---
local t = {a = {}} local x = t.a.b + 1
---
local t = {n = 1} t.m = t.m + 1
---
local up local function f() return up + 1 end local r = f()
---
local function f() end local x = f() + 1
---
local function f() end local x = 1 + (f())
---
local x = nil + 1
---
local x = 1 + nil
---
local x = {} + 1
---
local x = "abc" + 1
---
local x = 1 + "abc"
---
local x = "10" + {}
---
local x = -"abc"
---
local x = -{}
---
local x = 2 ^ "x"
---
local a, b = 1, "x" local x = a + b
---
local a = "5" local b local x = a + b
---
count_undefined = count_undefined + 1
---
local i = 1 for k = 1, 3 do i = i + undefined_n end
---
local t = setmetatable({}, {__add = function(a, b) return a.x + b end}) local x = t + 1
]=====]
-- arithmetic on two wrong values
blocks [=====[
local b = "x" local x = "x" % b
---
local n local x = nil + n
---
local n local x = n + nil
---
local b = "x" local x = b * "x"
---
local b, n = "x" local x = b - n
---
local n local x = true / n
---
local n local x = {} ^ n
---
local b = "x" local function f() return "x" + b end local x = f()
---
local t = {} local x = nil + t.w
---
local x = nil + undefined_n
]=====]
-- concatenation and comparison
blocks [=====[
local a local x = a .. "x"
---
local a local x = "x" .. a
---
local a local x = "x" .. a .. "y"
---
local a = {} local x = 1 .. a
---
local x = undefined_s .. "x"
---
local x = "x" .. undefined_s
---
local t = {} local x = t.a .. "x"
---
local t = {} local x = "x" .. t.a
---
local t = {} local x = "x" .. t.a .. t.b
---
local x = nil .. "x"
---
local x = true .. "x"
---
local x = {} .. {}
---
local x = print .. 1
---
local up local function f() return "x" .. up end local r = f()
---
local function f() end local x = "x" .. f()
---
local a, b, c = "x", nil, "y" local x = a .. b .. c
---
local x = 1 < "x"
---
local x = "x" < 1
---
local x = nil < 1
---
local x = {} < {}
---
local x = {} <= 1
---
local x = true > false
---
local x = print >= print
---
local a, b = 1, nil local x = a < b
---
local a, b = nil, 1 local x = a < b
---
local a, b = nil, 1 local x = a > b
---
local t = {} local x = t.a < t.b
---
local x = undefined_n <= 5
---
local x = 5 >= undefined_n
---
local a = "5" if a > 4 then end
---
local a = "x" while a < 5 do end
---
local x = nil == 1, {} == {}, "x" == 1 return x
---
local x = coroutine.create(print) < 5
---
local x = io.stdout < io.stdout
---
local x = newproxy() < newproxy()
---
local x = function() end < {}
]=====]
-- arguments of library functions
blocks [=====[
local x = ("x"):rep({})
---
local x = string.rep("x", {})
---
local x = string.rep()
---
local rep = string.rep local x = rep("x")
---
local t = {r = string.rep} local x = t.r("x")
---
local t = {r = string.rep} local x = t:r("x")
---
local x = ("x"):bad()
---
local x = math.floor("x")
---
local x = math.floor({})
---
local x = tostring()
---
local x = setmetatable(1, {})
---
local x = ipairs()
---
local x = ipairs(nil)
---
local x = table.concat(nil)
---
local x = table.concat({{}})
---
local x = string.char(-1)
---
local x = ("x"):sub({})
---
local x = string.format("%d", "x")
---
local x = ("%d"):format("x")
---
local x = ("%d %d"):format(1)
---
local x = tonumber("1", 99)
---
local x = select(0)
---
local x = io.open()
---
local x = io.lines("/nonexistent/file")
---
local x = os.time({})
---
local x = coroutine.resume(5)
---
local x = rawget(5, 1)
---
local x = unpack()
---
local x = bit.band("x")
---
for k in pairs(nil) do end
---
for l in io.lines("/nonexistent/file") do end
---
local up = string.rep local function f() return (up()) end f()
]=====]
