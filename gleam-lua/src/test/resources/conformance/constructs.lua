-- manual 2.4, 2.5: statements and operators
-- precedence
expressions [=====[
2 + 3 * 4, (2 + 3) * 4, 2 * 3 + 4
2 ^ 3 ^ 2, (2 ^ 3) ^ 2
-2 ^ 2, (-2) ^ 2, 2 ^ -1, -2 ^ -2
2 - 3 - 4, 2 - (3 - 4)
100 / 10 / 2, 100 / (10 / 2)
7 % 4 * 2, 7 * 4 % 5, 2 ^ 3 % 5
1 .. 2 .. 3, 1 .. 2 + 3, (1 .. 2) + 3
"a" .. "b" == "ab", "a" .. ("b" == "ab" and "x" or "y")
1 + 1 == 2, 1 + 1 ~= 2, 1 < 2 == true, not 1 == 2, not (1 == 2)
1 == 1 == true, 1 == 2 == false, true == (1 == 1)
not nil == true, not false ~= true
not not nil, not not 1
- - 2, -(-2), - -2 ^ 2
#"abc" + 1, -#"abc", #"abc" == 3, not #"abc"
#"ab" .. "c", #("ab" .. "c")
1 and 2 or 3, nil and 2 or 3, 1 or 2 and 3, (1 or 2) and 3
false or nil, nil or false, false and nil, nil and false
1 < 2 and 2 < 3, 1 < 2 or error("not asked")
2 * -3, 2 - -3, 2 + - 3, 2 ^ - 1
1 .. -1, -1 .. 1, 2 .. 3 ^ 2
"10" + 5, "10" * "2", "3" ^ 2, -"2", 10 .. 20
not 1 .. "x" == "x", (not 1) == false
1 >= 1 and 1 <= 1, 2 > 1 == not (2 <= 1)
5 % 3 ^ 2, (5 % 3) ^ 2, -5 % 3, -(5 % 3)
]=====]
-- and, or, not
expressions [=====[
nil and error("not asked"), false and error("not asked")
1 or error("not asked"), "" or error("not asked")
nil or 1, false or 1, 0 or 1, "" or 1
nil and 1, false and 1, 0 and 1, "" and 1
1 and nil, 1 and false, 1 and 0
nil or nil, nil or false, false or nil
not nil, not false, not true, not 0, not "", not {}
(nil or {1})[1], ({} and "x")
1 and 2 and 3, 1 and nil and 3, nil and 2 and 3
nil or false or 3, nil or 2 or 3, 1 or 2 or 3
(function() return nil end)() or "default", (function() end)() or "default"
(function() return 1, 2 end)() and 3, ((function() return 1, 2 end)())
1 == 1 and "yes" or "no", 1 == 2 and "yes" or "no", 1 == 1 and nil or "no"
type(nil or 0), type(false and 0), type(not 0)
(nil and 1) == nil, (false and 1) == false
x_undefined or "undefined", x_undefined and "defined"
("x"):rep(nil or 2), #(nil or "abc")
1 and 2 or error("not asked"), nil and error("not asked") or 3
not nil and 1, not (nil and 1), not 1 or 2
(1 or 2) + (nil or 3), (1 and 2) .. (false or "x")
]=====]
-- numeric for
blocks [=====[
local r = {} for i = 1, 5 do r[#r + 1] = i end return table.concat(r, " ")
---
local r = {} for i = 5, 1 do r[#r + 1] = i end return #r
---
local r = {} for i = 5, 1, -2 do r[#r + 1] = i end return table.concat(r, " ")
---
local r = {} for i = 1, 2, 0.25 do r[#r + 1] = i end return table.concat(r, " ")
---
local r = {} for i = 0.1, 0.5, 0.1 do r[#r + 1] = i end return #r, r[#r]
---
local n = 0 for i = 1, 0 do n = n + 1 end return n
---
local n = 0 for i = 3, 3 do n = n + 1 end return n
---
local n = 0 for i = 1, 3, 5 do n = n + 1 end return n
---
local n = 0 for i = 1.5, 3.5 do n = n + i end return n
---
local n = 0 for i = -3, 3 do n = n + i end return n
---
local n = 0 for i = 1, 10, 3 do n = n + i end return n
---
local n = 0 for i = 10, 1, -3 do n = n + i end return n
---
local r = {} for i = 2147483645, 2147483649 do r[#r + 1] = i end return table.concat(r, " ")
---
local r = {} for i = -2147483647, -2147483650, -1 do r[#r + 1] = i end return table.concat(r, " ")
---
local n = 0 for i = 2^53 - 2, 2^53 do n = n + 1 if n > 5 then break end end return n
---
local n = 0 for i = 1, math.huge do n = n + 1 if n == 10 then break end end return n
---
local n = 0 for i = math.huge, 1 do n = n + 1 end return n
---
local n = 0 for i = -math.huge, -math.huge do n = n + 1 if n > 3 then break end end return n
---
local n = 0 for i = 0/0, 1 do n = n + 1 end return n
---
local n = 0 for i = 1, 0/0 do n = n + 1 end return n
---
local n = 0 for i = 1, 3, 0/0 do n = n + 1 end return n
---
local r = {} for i = "1", "3" do r[#r + 1] = i end return table.concat(r, " ")
---
local r = {} for i = 3, 1, "-1" do r[#r + 1] = i end return table.concat(r, " ")
---
for i = 1, 2 do local i = i * 10 if i == 20 then return i end end
---
local r = {} for i = 1, 3 do i = i * 10 r[#r + 1] = i end return table.concat(r, " ")
---
local i = "outer" for i = 1, 2 do end return i
---
local r = {} for i = 1, 3 do r[i] = function() i = i + 1 return i end end return r[1](), r[1](), r[2]()
---
local n, stop = 0, 3 for i = 1, stop do stop = 10 n = n + 1 end return n
---
local calls = 0 local function limit() calls = calls + 1 return 3 end for i = 1, limit() do end return calls
---
local n = 0 for i = 1, 3 do for j = i, 3 do for k = j, 3 do n = n + 1 end end end return n
---
for i = 1, 10 do if i == 3 then return i end end
---
for i = 1 do end
---
for i = 1, nil do end
---
for i = {}, 2 do end
---
for i = 1, "x" do end
---
for i = 1, 2, "y" do end
---
for i = 1, 2, nil do end
---
for i = true, 2 do end
---
local s = 0 for i = 1, 1e5 do s = s + i end return s
---
local s = 0 for i = 1, 0, 1 do s = s + 1 end for i = 0, 1, -1 do s = s + 1 end return s
]=====]
-- while, repeat, break
blocks [=====[
local i = 0 while i < 5 do i = i + 1 end return i
---
local i = 0 while true do i = i + 1 if i == 3 then break end end return i
---
while false do return "never" end return "done"
---
while nil do return "never" end return "done"
---
local i = 0 while i do i = i + 1 if i == 3 then i = nil end end return i
---
local i = 0 repeat i = i + 1 until i == 5 return i
---
local i = 0 repeat i = i + 1 until true return i
---
local i = 0 repeat local done = i >= 3 i = i + 1 until done return i
---
local i = 0 repeat local x = i * 2 i = i + 1 until x >= 6 return i
---
local fs = {} local i = 0 repeat local x = i fs[#fs + 1] = function() return x end i = i + 1 until x == 2 return fs[1](), fs[2](), fs[3]()
---
local i = 0 repeat i = i + 1 if i == 2 then break end until false return i
---
local n = 0 while true do while true do n = n + 1 break end n = n + 10 break end return n
---
local n = 0 for i = 1, 3 do while true do n = n + 1 if n % 2 == 0 then break end end end return n
---
do local x = 1 end return x
---
local x = 1 do local x = 2 end return x
---
local x = 1 do x = 2 end return x
---
local x = 1 local x = x + 1 local x = x + 1 return x
---
if false then return 1 elseif nil then return 2 elseif 0 then return 3 else return 4 end
---
if nil then return 1 elseif false then return 2 else return 3 end
---
local r = {} for i = 1, 15 do r[i] = i % 15 == 0 and "fb" or i % 3 == 0 and "f" or i % 5 == 0 and "b" or i end return table.concat(r, " ")
]=====]
-- goto
blocks [=====[
goto done do return "skipped" end ::done:: return "done"
---
local i = 1 ::top:: i = i * 2 if i < 100 then goto top end return i
---
for i = 1, 3 do for j = 1, 3 do if j == 2 then goto continue end if i * j == 3 then return i, j end ::continue:: end end
---
local r = {} for i = 1, 5 do if i % 2 == 0 then goto continue end r[#r + 1] = i ::continue:: end return table.concat(r, " ")
---
local n = 0 while n < 10 do n = n + 1 if n == 5 then goto out end end ::out:: return n
---
local r = {} do local i = 1 ::a:: local x = i r[i] = function() return x end i = i + 1 if i <= 3 then goto a end end return r[1](), r[2](), r[3]()
---
do goto inner ::inner:: end return "left"
---
goto a ::b:: do return "b" end ::a:: goto b
---
local n = 0 ::again:: n = n + 1 if n < 3 then goto again end return n
---
repeat local x = 1 if x then goto continue end local y = 2 ::continue:: until true return "fine"
---
goto missing
---
do ::inner:: end goto inner
---
goto x local a ::x:: return a
---
::twice:: ::twice::
---
local goto = 5 return goto
---
local t = {goto = 1} return t.goto
---
local goto = 5 local t = {goto, goto, x = goto} return t[1], t[2], t.x
---
local f = function(goto) return goto end return f(1)
---
local f = function(a, goto, ...) return goto end return f(1, 2)
---
for goto = 1, 2 do if goto == 2 then return goto end end
---
for goto, v in ipairs({7}) do return goto, v end
---
for k, goto in ipairs({7}) do return k, goto end
---
function goto() return "called" end local r = goto() goto = nil return r
---
local function goto() return "local" end return goto(), goto "x", goto {}
---
local t = {} function t.goto() return 1 end function t:goto2() return 2 end return t.goto(), t:goto2()
---
local t = {goto = function(self) return self ~= nil end} return t:goto()
---
goto = {x = 1} goto.x = goto.x + 1 local r = goto.x goto = nil return r
---
goto = 1 goto, x_other = 2, 3 local r = goto goto, x_other = nil return r
---
local goto, b = 1, 2 return goto + b, -goto, not goto, #"x" + goto
---
local a, goto = 1, 2 return goto
---
goto = function() return "stat" end goto() goto "x" local r = goto() goto = nil return r
---
goto l1 ::l2:: goto l3 ::l1:: goto l2 ::l3:: return "l3"
---
do local i = 0 ::l:: i = i + 1 if i < 3 then goto l end end do local i = 10 ::l:: if i < 12 then i = i + 1 goto l end return i end
---
while true do goto out end ::out:: return "out"
---
local f = function() goto e ::e:: return "in a function" end return f()
---
local n = 0 for i = 1, 3 do goto next ::next:: n = n + i end return n
]=====]
-- assignment
blocks [=====[
local a, b = 1, 2 a, b = b, a return a, b
---
local a, b, c = 1 return a, b, c
---
local a, b = 1, 2, 3 return a, b
---
local a = {} a[1], a[2], a[3] = 1, 2 return a[1], a[2], a[3]
---
local i, a = 1, {} i, a[i] = 2, "x" return i, a[1], a[2]
---
local a = {1, 2, 3} local i = 1 i, a[i], a[i + 1] = 3, "x", "y" return i, a[1], a[2], a[3]
---
local t = {} t.a, t.b, t["c"] = 1, 2, 3 return t.a + t.b + t.c
---
local function f() return 1, 2, 3 end local a, b, c, d = f() return a, b, c, d
---
local function f() return 1, 2, 3 end local a, b, c = 0, f() return a, b, c
---
local function f() return 1, 2, 3 end local a, b, c = f(), 10 return a, b, c
---
local function f() return 1, 2, 3 end local a, b = (f()) return a, b
---
local function f() end local a, b = f() return a, b
---
local t = {f = function() return 1, 2 end} local a, b = t.f() return a, b
---
local a, a = 1, 2 return a
---
a_global, b_global = 1, 2 local r = a_global + b_global a_global, b_global = nil return r, a_global, b_global
---
local t = {1, 2} t[1], t[2] = t[2], t[1] return t[1], t[2]
---
local t = {n = 1} t.n, t.m = t.n + 1, t.n return t.n, t.m
---
local x = 5 local y = x x = 6 return y
---
local t = {} t[1] = t return t[1][1][1] == t
---
local t = {x = 1} t.x = "2" return t.x, type(t.x)
---
local t = {id = 7} t.id = "007" return t.id, #t.id
---
g_number = 5 g_number = "0x10" local r = g_number g_number = nil return r
---
local t = {[1.5] = 1, [true] = 2} t[1.5] = "3" t[true] = " 4 " return t[1.5], t[true]
---
local t = {n = 0} t.n = "1e1" t.n = 5 t.n = "6" return t.n
---
local t = {1, 2} t[1] = "1" t[2] = "02" return t[1], t[2]
---
local t = {x = 1} t.x = true local a = t.x t.x = 2 t.x = {} return a, type(t.x)
---
local t = {x = 1} rawset(t, "x", "2") return t.x
---
local a <const> = 1 return a
]=====]
