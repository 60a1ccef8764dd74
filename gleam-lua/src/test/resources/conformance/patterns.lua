-- manual 5.4.1: patterns
expressions [=====[
("hello"):find("l"), ("hello"):find("xyz"), ("hello"):find(""), ("hello"):find("", 3), ("hello"):find("", 10), ("hello"):find("", 6), ("hello"):find("o", -1), ("hello"):find("h", -10), ("hello"):find("l", 4)
("a.b"):find(".", 1, true), ("a.b"):find("%."), ("a+b"):find("+", 1, true), ("a.b"):find(".", 2, true), ("abc"):find("b", 1, false), ("aXb"):find("X", 1, 1)
("hello world"):find("o w"), ("hello"):find("l+"), ("hello"):find("(l)(l)"), ("hello"):find("()ll()"), ("hello"):find("^h"), ("hello"):find("^e"), ("hello"):find("o$"), ("hello"):find("l$")
("hello"):match("l+"), ("hello"):match("(h)(e)"), ("hello"):match("x"), ("hello"):match("()"), ("hello"):match(".-"), ("hello"):match(".-$"), ("hello"):match("h?ello"), ("hello"):match("xh?"), ("  trim "):match("^%s*(.-)%s*$")
("key = value"):match("^(%w+)%s*=%s*(%w+)$"), ("2024-01-15"):match("(%d+)-(%d+)-(%d+)"), ("a,b,c"):match("^([^,]*),(.*)$"), ("[[x]]"):match("%[%[(.-)%]%]")
("THE (quick) fox"):find("%((%a+)%)"), ("f(a(b)c)d"):match("%b()"), ("f(a(b"):match("%b()"), ("xx"):match("%bxx"), ("<<a>>"):match("%b<>"), ("x(y)z"):gsub("%b()", "")
("THE (quick) fox"):find("%f[%a]%a+", 2), ("THE fox"):gsub("%f[%a]%a+", "<%0>"), ("f"):find("%f[%z]"), ("hello world"):gsub("%f[%w]%w", string.upper), (""):find("%f[%z]"), ("a b"):find("%f[%s]")
("abcabc"):match("(a)bc%1"), ("abab"):match("(..)%1"), ("abcd"):match("(.)%1"), ("xyzzy"):match("(.)%1(.)"), ('"a"'):match([[(["'])(.-)%1]])
("aaa"):find("a-", 2), ("aaa"):match("a-$"), ("aaab"):match("^a-b"), ("a.b.c"):match("^(.-)%."), ("a.b.c"):match("^(.*)%."), ("x"):match("x?x?x?"), ("aXbX"):match("(.-)X")
("%d"):find("%%d"), ("a%b"):match("%%(.)"), ("a-b"):match("a%-b"), ("a]b"):match("[]]"), ("a-b"):match("[a%-]+"), ("a^b"):match("[%^]"), ("a^b"):match("[b^]"), ("abc"):match("[^a]"), ("abc"):match("[^a-b]"), ("a-c"):match("[a-]+"), ("]"):match("[^]]"), ("x]"):match("[]x]+")
("0123abcXYZ"):match("%d+"), ("0123abcXYZ"):match("%a+"), ("0123abcXYZ"):match("%l+"), ("0123abcXYZ"):match("%u+"), ("0123abcXYZ"):match("%x+"), (" \t\n\v\f\r"):match("%s+") == " \t\n\v\f\r", ("a!b"):match("%p"), ("\1\127"):match("%c+") == "\1\127", ("a\0b"):match("%z") == "\0"
("_x"):match("%w+"), ("caf\195\169"):match("%w+"), ("caf\195\169"):match("%a*$"), ("\195\169"):match("%W+") == "\195\169", ("~`$^+<=>|_"):match("%p+"), ("abc"):match("%g+"), ("a b"):match("%S+"), ("12a"):match("%D"), ("aB"):match("%L"), ("Ab"):match("%U")
("abc"):gsub("b", "x"), ("abc"):gsub("", "."), ("abc"):gsub(".", {a = "1", b = true, c = false}), ("abc"):gsub("%w", "%0%0"), ("abc"):gsub("(a)(b)", "%2%1"), ("hello"):gsub("l", "L", 1), ("hello"):gsub("l", "L", 0), ("hello"):gsub("l", "L", -1), ("abc"):gsub("x*", "-"), ("abc"):gsub("%w*", "x"), ("a b c"):gsub(" ", "")
("hello world"):gsub("o", function(c) return nil end), ("hello"):gsub("l", function(c) return c:upper() end), ("hello"):gsub("(l)(.)", function(a, b) return b .. a end), ("hello"):gsub("l", function() return 7 end), ("hello"):gsub("()l", function(p) return p end), ("x"):gsub("x", "%%"), ("abc"):gsub("b", "%x"), ("abc"):gsub("^a", "x"), ("aaa"):gsub("^a", "x")
("$name is $age"):gsub("%$(%w+)", {name = "Bob", age = 42}), ("abc"):gsub("b", {b = "%1"}), ("a"):gsub("a", 5), ("abc"):gsub("[ac]", "")
("x"):gsub("x", true)
("x"):gsub("x", nil)
("x"):gsub("x", function() return {} end)
("x"):gsub("x", {x = print})
("x"):gsub("x", "%2")
("x"):gsub("(x", "y")
("x"):gsub("x", "%9")
("a"):find("[b")
("a"):find("[")
("a"):find("[^")
("a"):find("[%")
("a"):find("%")
("a"):find("a%")
("b"):find("a%")
("a"):find("(a")
("a"):find("a)")
("a"):find("a)*")
("a"):find("%1")
("a"):find("(%1)")
("a"):find("%f")
("a"):find("%fa")
("a"):find("%b")
("a"):find("%bx")
("a"):find("(()")
("a"):match("()(a")
("aaa"):find(("(a)"):rep(40))
("a"):find("*"), ("*"):find("*"), ("a"):find("a**"), ("+"):find("+"), ("a-"):find("a--"), ("?"):match("?"), ("^"):find("a^"), ("a^"):find("a^"), ("$a"):find("$a"), ("a$b"):find("a$b")
("hello"):find("l", "2"), ("hello"):find("l", nil), (12345):find("34"), ("12345"):find(34)
("hello"):find({})
("hello"):find()
("hello"):match("l", {})
("hello"):gsub("l")
("hello"):gsub()
("ab\0cd"):find("c"), ("ab\0cd"):match("[%z]"), ("ab\0cd"):gsub("%z", "0")
("abc\ndef"):match("^(.-)\n"), ("a\nb\nc"):gsub("\n", " "), ("a\r\nb"):gsub("\r\n", "|"), ("line1\nline2"):match("[^\n]+$")
("one two  three"):gsub("%s+", " "), ("CamelCaseString"):gsub("(%u)", " %1"), ("a1b22c333"):gsub("%d+", function(d) return "<" .. #d .. ">" end), ("path/to/file.txt"):match("([^/]+)%.(%w+)$"), ("path/to/file.txt"):match("^(.*)/")
("http://example.com:80/x?y=1"):match("^(%w+)://([^:/]+):?(%d*)(/?[^?]*)%??(.*)$")
]=====]
blocks [=====[
local t = {} for w in ("one two three"):gmatch("%a+") do t[#t+1] = w end return table.concat(t, "|")
---
local t = {} for w in ("a,b,,c,"):gmatch("([^,]*)") do t[#t+1] = "[" .. w .. "]" end return table.concat(t)
---
local t = {} for w in ("a,b,,c"):gmatch("([^,]+)") do t[#t+1] = w end return table.concat(t, "|")
---
local t = {} for w in ("a,b,,c,"):gmatch("(.-),") do t[#t+1] = "[" .. w .. "]" end return table.concat(t)
---
local t = {} for k, v in ("a=1, b=2"):gmatch("(%w+)=(%w+)") do t[#t+1] = k .. v end return table.concat(t, "|")
---
local t = {} for p in ("abc"):gmatch("()") do t[#t+1] = p end return table.concat(t, "|")
---
local t = {} for w in ("abc"):gmatch("") do t[#t+1] = "[" .. w .. "]" end return table.concat(t)
---
local t = {} for w in ("aXbX"):gmatch("^a") do t[#t+1] = w end return table.concat(t, "|")
---
local t = {} for w in ("^a^a"):gmatch("^a") do t[#t+1] = w end return table.concat(t, "|")
---
local t = {} for w in ("  x  y "):gmatch("%S+") do t[#t+1] = w end return table.concat(t, "|")
---
local t = {} for w in ("abc"):gmatch("%w*") do t[#t+1] = "[" .. w .. "]" end return table.concat(t)
---
local t = {} for l in ("a\nb\n\nc"):gmatch("[^\n]*") do t[#t+1] = "[" .. l .. "]" end return table.concat(t)
---
local t = {} for l in ("a\nb\n\nc\n"):gmatch("(.-)\n") do t[#t+1] = "[" .. l .. "]" end return table.concat(t)
---
local f = ("a b"):gmatch("%a") return f(), f(), f(), f()
---
local t = {} for a, b in ("abcd"):gmatch("(.)(.)") do t[#t+1] = b .. a end return table.concat(t)
---
local t = {} for c in ("\195\169x"):gmatch("[%z\1-\127\194-\244][\128-\191]*") do t[#t+1] = #c end return table.concat(t, " ")
---
for w in ("x"):gmatch("[") do end
---
for w in ("x"):gmatch() do end
---
local s, n = ("abc"):gsub(".", "%0%0") return s, n
---
local r = {} ("a b"):gsub("%a", function(c) r[#r+1] = c end) return table.concat(r, ",")
---
local s = ("x"):rep(1000) return #s:gsub("x", "yy"), s:find("y"), s:match("^x*$") == s
---
return (("a"):rep(100) .. "b"):match("a*b") ~= nil, (("a"):rep(50)):find(("a?"):rep(10) .. ("a"):rep(50))
---
return ("abc"):gsub("b", function() error("inside") end)
---
return ("abc"):gsub("b", function() error({}) end)
]=====]
