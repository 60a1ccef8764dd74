-- manual 2.1: names, strings, numbers, comments
-- numbers
expressions [=====[
0, 00, 000
1, 01, 007
1.0, 1., .1, 0.1
1e1, 1E1, 1e+1, 1e-1, .1e1, 1.e1
1e0, 0e0, 0e10, 1e00001
1e308, 1e309, 1e-308, 1e-400
3.14159265358979323846
0x0, 0xff, 0xFF, 0XfF, 0xABCDEF
0x.1, 0x.8, 0x1., 0x1.8
0x1p0, 0x1p4, 0x1P-4, 0x.8p1, 0xap1
0xffffffff, 0x100000000, 0xffffffffffffffff, 0x1ffffffffffffffff
0x7fffffff, 0x80000000
0b0, 0b1, 0b101, 0B11, 0b11111111
123456789012345678901234567890
0.1 + 0.2, 0.1 + 0.2 == 0.3
1/3, 2/3, 10/3
9007199254740993, 9007199254740992
2147483647, 2147483648, -2147483648, -2147483649
4.9406564584124654e-324, 2.2250738585072014e-308, 1.7976931348623157e308
1e15, 1e14, 123456789012345
0.00001, 0.0001, 0.001
5 .. "", 5. .. "", 0x5 .. ""
-0, -0.0, 0.0, -0 == 0
1e, 5
1e+, 5
0x, 5
0xg, 5
0xp1, 5
0x1p, 5
0b2, 5
0b, 5
1..2, 5
1.2.3, 5
1x, 5
08, 09, 1e08
1_000, 5
]=====]
-- strings
expressions [=====[
"double", 'single', [[long]], [=[longer]=], [==[longest]==]
"", '', [[]], [=[]=]
"it's", 'say "x"', "say \"x\"", 'it\'s'
"\a\b\f\n\r\t\v"
"\\", "\"", '\''
"\65", "\065", "\0065", "\0", "\00", "\000", "\255"
"\0651", "\65a", "\10\13"
"\x41", "\x4a", "\x4A", "\xff", "\x00"
"\u{41}", "\u{e9}", "\u{20AC}", "\u{10FFFF}", "\u{0}", "\u{7f}", "\u{80}", "\u{7ff}", "\u{800}", "\u{ffff}", "\u{10000}"
"a\z   b", "a\zb", "a\z"
[[a\nb]], [[a"b']], [[a]]
[[]]=], [=[]]]=], [=[[[]]]=]
#"\0\0\0", #"é", #"\u{20AC}", #[[ab]]
"\256", 5
"\999", 5
"\xg", 5
"\x4", 5
"\x", 5
"\u{110000}", 5
"\u{}", 5
"\u41", 5
"\u{41", 5
"\q", 5
"\ ", 5
"\A", 5
"unfinished
'unfinished
"wrong'
"a
]=====]
-- long strings, comments and lines
blocks [=====[
return [[
first line end dropped]]
---
return [[

second kept]]
---
return [[a
b]]
---
return "a\
b"
---
return 'a\
b', #"x\
y"
---
return "a\z
        b"
---
return [==[
]]
]=]
]==]
---
return 1 -- comment
---
return 1 --[[ comment ]] + 2
---
return 1 --[==[ comment
]] ]=] ]==] + 2
---
-- only this
return "after"
---
--[[ a ]] --[[ b ]] return "after two"
---
--[ not long
return "after a short one"
---
--[=[ long ]=] return "x" --[=
---
return 1, -- one
  2, -- two
  3 -- three
---
local a = 1; local b = 2; return a + b;
---
local a = 1 local b = 2 return a + b
---
local _ = 1 local _1 = 2 local a_b = 3 return _ + _1 + a_b
---
local and_ = 1 local End = 2 local If = 3 return and_ + End + If
---
local été = 1 local 変数 = 2 return été + 変数
---
local a=1local b=2 return a+b
---
return 1--[[x]]..2
---
return#"abc"
---
return(1)
---
return{1}[1]
---
return 0x10..""
---
local s = "tab	inside" return s
---
return [[
	tab and line]]
---
return "a" --
---
return --[[x]] nil
]=====]
