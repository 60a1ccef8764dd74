-- manual 2.1, 2.2.1, 2.5.1: numbers, their text, arithmetic
expressions [=====[
0, -0, 1, -1, 1.0, 1.5, -1.5, 100, 1e2
tostring(0), tostring(-0), tostring(0*-1), tostring(-0.0), tostring(0/-3)
0.1, 0.2, 0.1+0.2, 1/3, 2/3, -1/3, 10/3, 1e10/3
1e13, 1e14, 1e15, 1e16, 99999999999999, 999999999999999, 123456789012345, 123456789012344.5
1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 0.00012345, 0.000012345
1e100, 1e-100, 1e308, 1.7976931348623157e308, 2.2250738585072014e-308, 5e-324
2^31, 2^32, 2^53, 2^63, 2^64, -2^31, -2^53, 2^53+1, 2^-1074
1/0, -1/0, 0/0 ~= 0/0, tostring(0/0), tostring(-(0/0))
3.14159265358979, 2.718281828459045, 1.4142135623731, 1.7320508075689
0x10, 0xff, 0XFF, 0xA.8, 0x.8p1, 0x1p4, 0x1p-2, 0xffffffff, 0x7fffffffffffffff, 0xffffffffffffffffff
1e1, 1E1, 1e+1, 1e-1, .5, 5., 3e0, 0e12, 1e308*10
0b101, 0B11, 0b0
7 % 3, -7 % 3, 7 % -3, -7 % -3, 5.5 % 2, -5.5 % 2, 5 % 0, 0 % 5, -6 % 3, 1e15 % 7, 5 % (1/0), -5 % (1/0)
2^10, 2^0.5, 2^-1, (-2)^2, -2^2, 2^3^2, 0^0, (-8)^(1/3), 10^15, 10^-5, 0^-1
1+1, 1-2, 3*4, 1/2, 6/2, 2147483647+1, -2147483648-1, 65536*65536, 2147483647*2147483647
9007199254740992+1, 9007199254740993, 4503599627370496.5, 1e15+0.3, 1e14+0.5
"10"+5, "0x10"*2, " 10 "+1, "1e1"+0, -"2", -"-2", "3"^"2", "7"%"4", "1"/"4"
10 .. "", 1.5 .. "|" .. 2, -0 .. "", 1e15 .. "", 2^53 .. "", 0.1 .. 0.2
1 == 1.0, "1" == 1, 0 == -0, 1/0 == 1/0, 2^53 == 2^53+1
1 < 2, 2 < 1, 1 <= 1, 1 > 2, 1 >= 1, -1 < 0, 0/0 < 1, 0/0 > 1, 0/0 <= 0/0, 1/0 > 1e308
100000000000000, 100000000000001, 12345678901234, 123456789012345678
1e21, 1e22, 1e23, 123456.789e3, 0.1e1, 314.16e-2, 0.31416E1
0.5, 0.25, 0.125, 1.05, 1.15, 1.25, 1.005, 2.675, 1234.5678
5e-5, 0.0001, 0.00001, 123456789.123456789, 98765432109876.5
tostring(12345678.9), tostring(1e5), tostring(123e-7), tostring(0.1+0.7)
33333333333333.35, 0.99999999999999, 0.999999999999999, 9.9999999999999e10, 99999999999999.9
]=====]
expressions [=====[
tonumber("10"), tonumber(" 10 "), tonumber("10 x"), tonumber(""), tonumber(" "), tonumber("1e"), tonumber("e1"), tonumber("1e1")
tonumber("0x"), tonumber("0x1p4"), tonumber("-0x10"), tonumber("+5"), tonumber("- 5"), tonumber("5."), tonumber(".5"), tonumber(".")
tonumber("\t5\n"), tonumber("5\0"), tonumber("0x1P-2"), tonumber("1f"), tonumber("inf"), tonumber("nan"), tonumber("-inf"), tonumber("infinity"), tonumber("INF")
tonumber("1e400"), tonumber("-1e400"), tonumber("1e-400"), tonumber("0b101"), tonumber("1_000"), tonumber("1,5"), tonumber("0x.8"), tonumber("0x."), tonumber("0x1.8p1")
tonumber("10",2), tonumber("zz",36), tonumber("9",8), tonumber("-ff",16), tonumber(" ff ",16), tonumber("7fffffff",16), tonumber("ffffffffff",16), tonumber("1.5",10), tonumber(15,16), tonumber("8",8), tonumber("Z",36), tonumber("",16), tonumber("-",16)
tonumber(nil), tonumber({}), tonumber(true), tonumber(print), tonumber(5), tonumber("0x10", 16), tonumber("11", 3)
tonumber()
tonumber({}, 16)
tonumber("1", 99)
tonumber("1", 1)
tonumber("9007199254740993"), tonumber("123456789012345678901234567890"), tonumber("0.1e-1"), tonumber("00012"), tonumber("1e+5"), tonumber("1e +5")
tonumber("2.2250738585072011e-308"), tonumber("1.7976931348623159e308"), tonumber("4.9e-324"), tonumber("2.4703282292062327e-324"), tonumber("6.0221409e+23")
tostring(tonumber("0.30000000000000004")), tostring(tonumber("1.00000000000000011102230246251565404236316680908203125"))
]=====]
expressions [=====[
math.floor(3.7), math.floor(-3.7), math.floor(-0.5), math.floor("3.7"), math.floor(2^53), math.floor(1e100)
math.ceil(3.2), math.ceil(-3.2), math.ceil(-0.5), math.ceil(0.5), math.ceil(5)
math.abs(-3), math.abs(3), math.abs(-0.0), math.abs("-5"), math.sqrt(16), math.sqrt(2), math.sqrt(-1) ~= math.sqrt(-1)
math.max(1), math.max(1,2,3), math.max(3,2,1), math.max(-1,-2), math.min(1), math.min(3,1,2), math.max(1.5, 1), math.min(-0.5, 0)
math.max()
math.min()
math.max("10", 9), math.max(1, "x")
math.fmod(5,3), math.fmod(-5,3), math.fmod(5,-3), math.fmod(5.5,2), math.fmod(1e15,7), math.fmod(1,0) ~= math.fmod(1,0), math.fmod(1/0, 2) ~= 0
math.modf(3.7), math.modf(-3.7)
math.modf(5), math.modf(-0.5)
math.modf(1/0)
math.modf(-1/0)
math.frexp(8), math.frexp(0), math.frexp(-3.5), math.frexp(1e-310)
math.ldexp(0.5, 4), math.ldexp(1, -1074), math.ldexp(1, 1023), math.ldexp(1, 1024), math.ldexp(3, 0)
math.log(1), math.log(8, 2), math.log(100, 10), math.log(27, 3), math.log10(1000), math.log10(0.001), math.log(0), math.log(1024, 2)
math.log(8, 2) == 3, math.log(2^29, 2) == 29, math.log(2^31, 2) == 31, math.log(2^51, 2) == 51, math.log(1000, 10) == 3
math.exp(0), math.exp(1), math.pow(2, 10), math.pow(2, 0.5), math.pow("3", "2"), math.pow(-2, 3)
math.sin(0), math.cos(0), math.tan(0), math.asin(1), math.acos(1), math.atan(1), math.atan2(1, 1), math.atan2(-1, -1), math.atan2(0, -1)
math.sin(1), math.cos(1), math.tan(1), math.sinh(1), math.cosh(1), math.tanh(1), math.atan(-2)
math.deg(math.pi), math.rad(180), math.pi, math.huge, -math.huge
math.floor()
math.floor({})
math.sqrt("x")
math.ldexp(1)
type(math.random()), math.random(1), math.random(5,5), select("#", math.randomseed(42))
]=====]
blocks [=====[
local t = {} for i = 1, 3 do t[#t+1] = i end return table.concat(t, " ")
---
local t = {} for i = 3, 1, -1 do t[#t+1] = i end return table.concat(t, " ")
---
local t = {} for i = 1.5, 3 do t[#t+1] = i end return table.concat(t, " ")
---
local t = {} for i = 0, 1, 0.25 do t[#t+1] = i end return table.concat(t, " ")
---
local n = 0 for i = 3, 1 do n = n + 1 end return n
---
local t = {} for i = 2147483646, 2147483649 do t[#t+1] = i end return table.concat(t, " ")
---
local n = 0 for i = 1, 0/0 do n = n + 1 end return n
---
local n = 0 for i = 1, math.huge do n = n + 1 if n == 5 then break end end return n
---
local t = {} for i = "1", 2 do t[#t+1] = i end return table.concat(t, " ")
---
for i = 1, {} do end
---
for i = "x", 2 do end
---
for i = 1, 2, {} do end
---
for i = nil, 2 do end
---
local s = 0 for i = -5, 5 do s = s + i * i end return s
---
local r = {} for i = 1, 3 do local j = i i = i * 10 r[#r+1] = i + j end return table.concat(r, " ")
---
local a = {} for i = 1, 3 do a[i] = function() return i end end return a[1](), a[2](), a[3]()
]=====]
