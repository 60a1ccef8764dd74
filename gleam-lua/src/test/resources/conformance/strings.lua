-- manual 5.4 without patterns
expressions [=====[
("hello"):byte(), ("hello"):byte(2), ("hello"):byte(-1), ("hello"):byte(10), ("hello"):byte(0)
("hello"):byte(1, -1)
("hello"):byte(2, 3), ("hello"):byte(-3, -2)
("hello"):byte(3, 2)
("\0\255\128"):byte(1, 3)
string.char(), string.char(72, 105), string.char(0, 255), string.char("65")
string.char(256)
string.char(-1)
string.char("x")
("hello"):sub(2), ("hello"):sub(2, 3), ("hello"):sub(-3), ("hello"):sub(-3, -2), ("hello"):sub(0), ("hello"):sub(10), ("hello"):sub(2, 1), ("hello"):sub(-100, 2), ("hello"):sub(3, 100), ("hello"):sub(-2, -3), (""):sub(1), ("hello"):sub(1.9, 2.9), ("hello"):sub("2")
string.sub("x")
string.sub()
(5):rep(2)
("x"):rep(3), ("x"):rep(0), ("x"):rep(-1), ("ab"):rep(2), ("x"):rep(3, ","), ("x"):rep(1, ","), (""):rep(5), ("x"):rep(2.9), ("x"):rep("3")
("x"):rep()
("x"):rep({})
("hello"):upper(), ("HeLLo"):lower(), ("caf\195\169"):upper(), ("\192\201"):lower(), (""):upper(), ("a1_z"):upper()
("hello"):reverse(), (""):reverse(), ("ab"):reverse(), ("\0a"):reverse()
("hello"):len(), #"hello", #"", #"\0\0", ("x"):rep(100):len(), string.len(12)
string.len({})
string.upper(nil)
string.reverse(true)
"a" < "b", "a" < "B", "Z" < "a", "a" < "aa", "" < "a", "a\0b" < "a\0c", "\200" < "a", "z" < "\195\169", "10" < "9", "a" <= "a", "b" > "a", "\127" < "\128"
"abc" == "abc", "abc" ~= "abd", "a\0" == "a", ("a"):rep(40) == ("a"):rep(40)
"a" .. "b", "a" .. 1, 1 .. "b", 1 .. 2, "" .. "", "a" .. "b" .. "c" .. "d", "x" .. -1.5, "n" .. 1e15
'\65\066\x41\x5a\u{41}\u{20ac}', '\z   x', 'a\
b', "\a\b\f\n\r\t\v\\\"\'", '\0', '\0001', '\9'
[[a
b]], [=[a]]b]=], [[
first newline]], [[]], [==[]=]]==]
#[[
x]], "tab\tquote\"", 'single "double"'
("x").len, ("abc").nothing, #("abc"):rep(3)
tostring("x"), tostring(nil), tostring(true), tostring(false), tostring(12), tostring(1.5)
type(tostring({})), tostring({}):match("^table: 0x%x+$") ~= nil, tostring(print):match("^function: ") ~= nil
tostring(setmetatable({}, {__tostring = function() return "T" end}))
tostring()
string.dump
getmetatable("").__index == string, getmetatable("").__name
("%d"):format(3), ("a,b"):find(",", 1, true), ("abc"):gsub("b", "%%")
]=====]
expressions [=====[
string.format("%d", 3), string.format("%d", -3), string.format("%5d|%-5d|%05d", 42, 42, 42), string.format("%+d % d", 5, 5), string.format("%.3d", 5), string.format("%5.3d", 5)
string.format("%d", 3000000000), string.format("%d", 2^40), string.format("%d", 2^53), string.format("%d", -2^63), string.format("%d", 2^63), string.format("%d", "10"), string.format("%d", 1.5), string.format("%d", -1.5), string.format("%d", 1e300), string.format("%d", 0/0)
string.format("%i", 42), string.format("%u", 42), string.format("%u", -1), string.format("%o", 8), string.format("%x", 255), string.format("%X", 255), string.format("%#x", 255), string.format("%#o", 8), string.format("%x", -1), string.format("%08x", 48879), string.format("%x", 2^32)
string.format("%c%c%c", 72, 105, 0), string.format("%5c|%-5c|", 65, 66)
string.format("%f", 3.14159), string.format("%.2f", 3.14159), string.format("%.0f", 3.5), string.format("%10.3f|%-10.3f|%010.3f", 3.14159, 3.14159, 3.14159), string.format("%+.1f", 2), string.format("%f", 1e15), string.format("%.3f", 1e-5), string.format("%.10f", 0.1), string.format("%.20f", 0.1)
string.format("%.0f %.0f %.0f %.0f", 0.5, 1.5, 2.5, 3.5), string.format("%.1f %.1f %.1f", 0.25, 0.35, 0.45), string.format("%.2f %.2f", 1.005, 2.675), string.format("%5.1f", 2.25)
string.format("%e", 12345.678), string.format("%.2e", 0), string.format("%.0e", 15), string.format("%E", 1e100), string.format("%12.3e|%-12.3e|", 1.5, 1.5), string.format("%e", 5e-324), string.format("%.3e", 9.9996)
string.format("%g", 100000), string.format("%g", 1000000), string.format("%g", 1e20), string.format("%g", 1e-4), string.format("%g", 1e-5), string.format("%.3g", 3.14159), string.format("%g", 0), string.format("%#g", 1), string.format("%G", 1e-10), string.format("%.14g", 0.1), string.format("%.17g", 0.1), string.format("%10.4g|", 3.14159), string.format("%.0g", 25), string.format("%.10g", 123456789012)
string.format("%f %e %g", 1/0, 1/0, -1/0), string.format("%5.1f|%-8f|%08f", 1/0, 1/0, -1/0), string.format("%f", 0/0), string.format("%F", 1.5), string.format("%g", -0.0), string.format("%f", -0.0), string.format("%d", -0.0)
string.format("%a", 1), string.format("%a", 0.5), string.format("%A", 255.5), string.format("%a", 0), string.format("%.2a", 1.999)
string.format("%s", "x"), string.format("%5s|%-5s|", "a", "b"), string.format("%.2s", "abc"), string.format("%5.1s|", "abc"), string.format("%s %s %s", nil, true, 12), string.format("%s", 1.5), string.format("%s", setmetatable({}, {__tostring = function() return "T" end})), string.format("%s", "a\0b"), string.format("%.0s|", "abc")
string.format("%q", "a\n\0b\r\"\\"), string.format("%q", "plain"), string.format("%q", "\0011"), string.format("%q", "\200\t"), string.format("%q", 12)
string.format("%%"), string.format("100%%"), string.format(""), string.format("no conversion", 1, 2), string.format("%%d", 1)
string.format("%d")
string.format("%s")
string.format("%d", "x")
string.format("%d", {})
string.format("%d", nil)
string.format("%f", "y")
string.format("%c", "y")
string.format("%q")
string.format("%y", 1)
string.format("%", 1)
string.format("%123d", 1)
string.format("%.123d", 1)
string.format("%10.123f", 1)
string.format("%-+ #0d", 1)
string.format()
string.format({})
string.format(12)
string.format("%s %d %s", "a", 1, "b"), string.format("[%3d%%]", 50), string.format("%s", 2^63), string.format("%5s%5s", 1, 2)
string.format("%.3f", 2/3), string.format("%.14g", 2/3), string.format("%.15g", 2/3), string.format("%.16g", 2/3), string.format("%.1f", 0.05), string.format("%.1f", 0.95), string.format("%.3f", 1234567.8915)
]=====]
