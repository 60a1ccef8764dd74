-- manual 5.7: io.lines, io.read, io.write, io.flush, io.popen, io.tmpfile
name = os.tmpname()
function file(text) local f = assert(io.open(name, "wb")) f:write(text) f:close() return name end
function content() local f = assert(io.open(name, "rb")) local all = f:read("*a") f:close() return all end
function all(...) local r = {} for a, b in ... do r[#r + 1] = tostring(a) .. (b and "+" .. tostring(b) or "") end return table.concat(r, "|") end
function from(text, ...) io.input(file(text)) local r = {n = select("#", ...), pcall(io.read, ...)} io.input():close() io.input(io.stdin) return unpack(r, 1, table.maxn(r)) end
-- io.lines
blocks [=====[
return all(io.lines(file("a\nb\nc\n")))
---
return all(io.lines(file("a\nb\nc")))
---
return all(io.lines(file("")))
---
return all(io.lines(file("\n")))
---
return all(io.lines(file("\n\n")))
---
return all(io.lines(file("a\n\nb")))
---
return all(io.lines(file("a\r\nb\r\n")))
---
return all(io.lines(file("a\1b\nc")))
---
return all(io.lines(file("ab\ncd"), "*l"))
---
return all(io.lines(file("ab\ncd\n"), "*L"))
---
return all(io.lines(file("abcdef"), 2))
---
return all(io.lines(file("abcde"), 2))
---
return all(io.lines(file("1 2 3"), "*n"))
---
return all(io.lines(file("1a2b"), "*n", 1))
---
return all(io.lines(file("ab\ncd\n"), 1, "*l"))
---
local f = io.lines(file("text"), "*a") return f(), f(), f()
---
local f = io.lines(file("a\nb")) return f(), f(), f()
---
local f = io.lines(file("a")) f() f() return pcall(f)
---
local n = 0 for l in io.lines(file("1\n2\n3")) do n = n + l end return n
---
for l in io.lines(file("a\nb")) do return l end
---
return pcall(io.lines, "/nonexistent/file")
---
local x = io.lines("/nonexistent/file")
---
return pcall(io.lines, {})
---
return type(io.lines(file("x")))
---
io.input(file("a\nb")) local r = all(io.lines()) io.input():close() io.input(io.stdin) return r
---
io.input(file("a\nb")) local r = {} for l in io.lines() do r[#r + 1] = l end local t = io.type(io.input()) io.input(io.stdin) return #r, t
---
io.input(file("a\nb")) local r = all(io.lines(nil, 1)) io.input(io.stdin) return r
---
return all(io.lines(file(("x"):rep(100000) .. "\ny"))):len()
---
local ok, e = pcall(function() for l in io.lines(file("a"), "*x") do end end) return ok, e
---
return #all(io.lines(file(("line\n"):rep(1000))))
]=====]
-- io.read of formats
expressions [=====[
from("one\ntwo")
from("one\ntwo", "*l")
from("one\ntwo", "*L")
from("one\ntwo", "*a")
from("one\ntwo", "l")
from("one\ntwo", "a")
from("one\ntwo", "*line")
from("one\ntwo", "*all")
from("one\ntwo", "*l", "*l")
from("one\ntwo", "*l", "*l", "*l")
from("one\ntwo", "*l", "*a")
from("one", "*a", "*a")
from("one", "*a", "*l")
from("", "*a")
from("", "*l")
from("", "*n")
from("", 0)
from("", 1)
from("x", 0)
from("x", 0, 1, 0)
from("hello", 2, 2, 2, 2)
from("hello", 100)
from("hello", "2")
from("hello", 2.9)
from("\n", "*l", "*l")
from("a\0b", "*a")
from("a\r\nb", "*l")
from("12", "*n")
from("  12  ", "*n", "*a")
from("-1.5e3 x", "*n", "*a")
from("0x1F ", "*n", "*a")
from(".5", "*n")
from("5.", "*n")
from("+7", "*n")
from("x", "*n")
from("1 x 2", "*n", "*n")
from("1\n2\n", "*n", "*l", "*l")
from("1,2", "*n", 1, "*n")
from("\n\t 3", "*n")
from("1e", "*n")
from("--1", "*n")
from("1.2.3", "*n", "*a")
from("inf", "*n")
from("nan", "*n")
from("0x", "*n")
from("x", "*x")
from("x", "")
from("x", "*")
from("x", {})
from("x", nil)
from("x", true)
from("abc", 1, "*x")
from(("x"):rep(20000), 20000):len()
]=====]
-- io.write
blocks [=====[
io.write("plain\n")
---
io.write("a", "b", "c", "\n")
---
io.write(1, " ", -1.5, " ", 1e100, "\n")
---
io.write("")
---
io.write()
---
io.write("zero \0 byte\n")
---
io.write("\195\169\n")
---
return io.write("") == true
---
return io.write("x\n")
---
local x = io.write(nil)
---
local x = io.write({})
---
local x = io.write(true)
---
local x = io.write("partly ", {})
---
io.write("\n") io.write("no line end") io.write(" until here\n")
---
io.stdout:write("by the handle\n")
---
io.stdout:write("a", 1, "\n")
---
return io.stdout:write("") == true
---
io.output(file("")) io.write("to ", "a ", "file ", 5) io.close() io.output(io.stdout) return content()
---
io.output(file("")) io.write(0.1, "|", 1/3, "|", 2^53, "|", 1e15) io.close() io.output(io.stdout) return content()
---
io.output(file("")) for i = 1, 1000 do io.write(i, ",") end io.close() io.output(io.stdout) return #content()
---
local x = io.write(setmetatable({}, {__tostring = function() return "x" end}))
---
io.write(("x"):rep(5000), "\n")
---
io.write("tab\there", "\n")
---
local w = io.write w("through a local\n")
]=====]
-- io.flush , with io.stderr
blocks [=====[
return io.flush() == true or io.flush() ~= nil
---
io.write("before ") io.flush() io.write("after\n")
---
return io.stdout:flush() ~= nil
---
io.output(file("")) io.write("x") io.flush() local s = content() io.close() io.output(io.stdout) return s
---
io.output(file("")) io.close() local ok, e = pcall(io.flush) io.output(io.stdout) return ok, e
---
return select("#", io.flush())
---
io.flush() io.flush() return "twice"
---
io.flush(1) return "ignores arguments"
---
local f = io.tmpfile() f:write("x") local r = f:flush() f:close() return r ~= nil
---
local f = io.open(file("x")) local r = f:flush() f:close() return r ~= nil
---
local p = io.popen("cat > " .. name, "w") p:write("y") p:flush() p:close() return content()
---
io.output(file("")) io.write("1") io.flush() io.write("2") io.flush() local s = content() io.close() io.output(io.stdout) return s
---
io.output(file("")) io.write("1") io.output():flush() local s = content() io.close() io.output(io.stdout) return s
---
local ok, e = pcall(io.stdout.flush) return ok, e
---
local ok, e = pcall(io.stdout.flush, 5) return ok, e
---
return io.type(io.stderr), io.stderr:write("") == true
---
return io.stderr:flush() ~= nil
---
return io.stdin:read(0), io.stdin:read("*a"), io.stdin:read("*l")
---
io.output(file("")) io.write("a") io.flush() io.output():seek("set", 0) io.write("b") io.flush() local s = content() io.close() io.output(io.stdout) return s
---
local f = io.open(file(""), "w") f:setvbuf("full") f:write("x") f:flush() local s = content() f:close() return s
]=====]
-- io.popen
blocks [=====[
local p = io.popen("echo hi") local s = p:read("*a") p:close() return s
---
local p = io.popen("echo hi", "r") local s = p:read("*l") p:close() return s
---
local p = io.popen("printf 'a\\nb\\n'") local a, b, c = p:read("*l", "*l", "*l") p:close() return a, b, c
---
local p = io.popen("printf 'a\\nb\\n'") local r = all(p:lines()) p:close() return r
---
local p = io.popen("cat > " .. name, "w") p:write("written") p:close() return content()
---
local p = io.popen("echo 1 2 3") local a, b, c = p:read("*n", "*n", "*n") p:close() return a + b + c
---
local p = io.popen("exit 3") local s = p:read("*a") return s, p:close()
---
local p = io.popen("true") return p:close()
---
local p = io.popen("no_such_command_at_all 2>/dev/null") local s = p:read("*a") p:close() return s
---
local p = io.popen("cat") local s = p:read("*a") p:close() return s
---
local p = io.popen("printf 'a\\0b'") local s = p:read("*a") p:close() return s
---
local p = io.popen("true") local r, e, n = p:seek("set") p:close() return r, e, n
---
local p = io.popen("true") p:close() return io.type(p), tostring(p)
---
local p = io.popen("true") p:close() return pcall(p.read, p)
---
return pcall(io.popen)
---
return pcall(io.popen, {})
---
return pcall(io.popen, "true", {})
---
local p = io.popen("true", "x") return io.type(p)
---
local p = io.popen("echo é") local s = p:read() p:close() return s
---
local p = io.popen("yes | head -1000 | wc -l") local n = p:read("*n") p:close() return n
---
local p = io.popen("echo $((6 * 7))") local n = p:read("*n") p:close() return n
---
local p, q = io.popen("echo 1"), io.popen("echo 2") local a, b = p:read(), q:read() p:close() q:close() return a, b
---
local p = io.popen("sort > " .. name, "w") p:write("b\n", "a\n") p:close() return content()
---
io.output(io.popen("cat > " .. name, "w")) io.write("piped") io.close() io.output(io.stdout) return content()
]=====]
-- io.tmpfile
blocks [=====[
local f = io.tmpfile() f:write("x") f:seek("set") local s = f:read("*a") f:close() return s
---
local f = io.tmpfile() local s = f:read("*a") f:close() return s
---
local f, g = io.tmpfile(), io.tmpfile() f:write("f") g:write("gg") f:seek("set") g:seek("set") return f:read("*a"), g:read("*a")
---
local f = io.tmpfile() f:write("12345") f:seek("set", 2) f:write("x") f:seek("set") return f:read("*a")
---
local f = io.tmpfile() f:write("a\nb\n") f:seek("set") return all(f:lines())
---
local f = io.tmpfile() return f:seek("end"), f:seek("cur")
---
local f = io.tmpfile() f:write(("x"):rep(10000)) return f:seek("end")
---
local f = io.tmpfile() f:write(1, " ", 2) f:seek("set") return f:read("*n", "*n")
---
local f = io.tmpfile() return io.type(f), f:close(), io.type(f)
---
local f = io.tmpfile() f:close() return pcall(f.write, f, "x")
---
local f = io.tmpfile() return f:write("x") == true or f:write("") == f
---
local f = io.tmpfile() f:write("abc") return f:read("*a")
---
local f = io.tmpfile() f:write("abc") f:seek("set", 1) local c = f:read(1) f:seek("cur", 0) f:write("X") f:seek("set") return c, f:read("*a")
---
local f = io.tmpfile() f:write("\0\1\255") f:seek("set") return f:read("*a")
---
local f = io.tmpfile() f:setvbuf("no") f:write("x") f:seek("set") return f:read(1)
---
local f = io.tmpfile() f:seek("set", 5) f:write("x") f:seek("set") return f:read("*a")
---
return tostring(io.tmpfile()):match("^file %(0x") ~= nil
---
local f = io.tmpfile() io.output(f) io.write("via output") io.output(io.stdout) f:seek("set") return f:read("*a")
---
local f = io.tmpfile() f:write("via input") f:seek("set") io.input(f) local s = io.read("*a") io.input(io.stdin) return s
---
local t = {} for i = 1, 20 do t[i] = io.tmpfile() t[i]:write(i) end local s = 0 for i = 1, 20 do t[i]:seek("set") s = s + t[i]:read("*n") t[i]:close() end return s
---
return io.tmpfile("ignored") ~= nil
]=====]
os.remove(name)
