-- manual 5.7: io
name = os.tmpname()
function file(text) local f = assert(io.open(name, "wb")) f:write(text) f:close() return name end
function content() local f = assert(io.open(name, "rb")) local all = f:read("*a") f:close() return all end
-- io.open
blocks [=====[
local f = io.open(file("text")) local s = f:read("*a") f:close() return s
---
local f = io.open(file("text"), "r") local s = f:read("*a") f:close() return s
---
local f = io.open(file("text"), "rb") local s = f:read("*a") f:close() return s
---
local f = io.open(file("text"), "w") f:close() return content()
---
local f = io.open(file("text"), "w") f:write("new") f:close() return content()
---
local f = io.open(file("text"), "wb") f:write("a\r\n\0b") f:close() return content()
---
local f = io.open(file("text"), "a") f:write(" more") f:close() return content()
---
local f = io.open(file("text"), "ab") f:write("!") f:close() return content()
---
local f = io.open(file("text"), "r+") f:write("T") f:close() return content()
---
local f = io.open(file("text"), "r+b") local a = f:read(2) f:seek("cur", 0) f:write("X") f:close() return a, content()
---
local f = io.open(file("text"), "w+") f:write("abc") f:seek("set") local s = f:read("*a") f:close() return s
---
local f = io.open(file("text"), "a+") local s = f:read("*a") f:write("!") f:close() return s, content()
---
local f = io.open(file("text"), "a+") f:seek("set") f:write("end") f:close() return content()
---
return io.open("/nonexistent/file")
---
return io.open("/nonexistent/file", "w")
---
return io.open("/nonexistent/file", "r+")
---
return io.open("/nonexistent/file", "a")
---
return io.open("")
---
local f, e, n = io.open("/", "w") return f, e, n
---
return (select(2, io.open("/nonexistent/x", "q")))
---
local f = io.open("/") local a, b, c = f:read("*a") f:close() return a, b, c
---
local f = io.open("/") local a, b, c = f:read(1) f:close() return a, b, c
---
local f = io.open("/") local a, b, c = f:read("*l") f:close() return a, b, c
---
return pcall(function() for l in io.lines("/") do end end)
---
return io.open("name\0with a zero")
---
return (select(3, io.open(file("x"), "")))
---
return (select(3, io.open(file("x"), "rw")))
---
local f = io.open()
---
local f = io.open(nil)
---
local f = io.open({})
---
local f = io.open("x", {})
---
local f = io.open(file("x"), nil) f:close() return io.type(f)
---
os.remove(name) local f = io.open(name, "w") f:write("made") f:close() return content()
---
os.remove(name) local f = io.open(name, "a") f:write("made") f:close() return content()
---
local f = io.open(file("x"), "r") local r, e, n = f:write("y") f:close() return r, e, n
---
local f = io.open(file("x"), "w") local r, e, n = f:read("*a") f:close() return r, e, n
---
return tostring(io.open(file("x"))):match("^file %(0x") ~= nil
]=====]
-- io.close
blocks [=====[
local f = io.open(file("x")) return io.close(f)
---
local f = io.open(file("x")) io.close(f) return io.type(f), tostring(f)
---
local f = io.open(file("x")) io.close(f) return pcall(io.close, f)
---
local f = io.open(file("x"), "w") f:write("kept") io.close(f) return content()
---
io.output(file("x")) io.write("text") local r = io.close() io.output(io.stdout) return r, content()
---
io.output(file("x")) local f = io.output() io.close() local t = io.type(f) io.output(io.stdout) return t
---
io.output(file("x")) io.close() local ok, e = pcall(io.write, "y") io.output(io.stdout) return ok, e
---
io.output(file("x")) io.close() local ok, e = pcall(io.close) io.output(io.stdout) return ok, e
---
io.input(file("x")) io.close(io.input()) local ok, e = pcall(io.read) io.input(io.stdin) return ok, e
---
io.input(file("x")) io.close(io.input()) local ok, e = pcall(io.lines) io.input(io.stdin) return ok, e
---
local x = io.close(5)
---
local x = io.close({})
---
local x = io.close("x")
---
local p = io.popen("true") return io.close(p)
---
local p = io.popen("cat") local s = p:read("*a") io.close(p) return s
---
local f = io.tmpfile() return io.close(f), io.type(f)
---
local f = io.open(file("x")) local g = io.open(file("x")) io.close(f) return io.type(f), io.type(g), io.close(g)
---
local f = io.open(file("x")) io.close(f) return select(2, pcall(f.read, f))
---
local f = io.open(file("x")) io.close(f) return select(2, pcall(f.write, f, "y"))
---
local f = io.open(file("x")) io.close(f) return select(2, pcall(f.seek, f))
---
local f = io.open(file("x")) io.close(f) return select(2, pcall(f.lines, f))
---
local f = io.open(file("x")) io.close(f) return select(2, pcall(f.flush, f))
---
local f = io.open(file("x")) io.close(f) return select(2, pcall(f.setvbuf, f, "no"))
]=====]
-- io.input and io.output
blocks [=====[
return io.input() == io.stdin
---
io.input(file("text")) local s = io.read("*a") io.input():close() io.input(io.stdin) return s
---
local f = io.open(file("text")) io.input(f) local s = io.read(2) local same = io.input() == f io.input(io.stdin) f:close() return s, same
---
local r = io.input(file("x")) local same = r == io.input() r:close() io.input(io.stdin) return io.type(r), same
---
local r = io.input(io.stdin) return r == io.stdin
---
local ok, e = pcall(io.input, "/nonexistent/file") return ok, e, io.input() == io.stdin
---
local ok, e = pcall(io.input, {}) return ok, e
---
local ok, e = pcall(io.input, true) return ok, e
---
io.input(nil) return io.input() == io.stdin
---
io.input(file("a\nb\n")) local a, b, c = io.read(), io.read(), io.read() io.input():close() io.input(io.stdin) return a, b, c
---
io.input(file("1 2 3")) local a, b, c = io.read("*n", "*n", "*n") io.input():close() io.input(io.stdin) return a + b + c
---
io.input(file("abc")) local a, b = io.read(1), io.read(1) io.input(name) local c = io.read(1) io.input(io.stdin) return a, b, c
---
io.input(file("l1\nl2")) local n = 0 for l in io.lines() do n = n + #l end io.input(io.stdin) return n
---
local f = io.input(file("x")) f:close() local ok, e = pcall(io.read) io.input(io.stdin) return ok, e
---
io.input(file("a")) local f = io.input() io.input(io.stdin) local s = f:read("*a") f:close() return s
---
return select("#", io.input()), select("#", io.input(io.stdin))
---
io.input(file("x")) local t = io.type(io.input()) io.input():close() local u = io.type(io.input()) io.input(io.stdin) return t, u
---
io.input(file("")) local a, b, c = io.read("*a"), io.read("*l"), io.read(0) io.input(io.stdin) return a, b, c
---
local ok, e = pcall(io.input, "") return ok, e
---
local p = io.popen("echo from a pipe") io.input(p) local s = io.read() io.input(io.stdin) p:close() return s
---
return io.output() == io.stdout
---
io.output(file("old")) io.write("new") io.close() io.output(io.stdout) return content()
---
local f = io.open(file("x"), "w") io.output(f) io.write("by default") local same = io.output() == f io.output(io.stdout) f:close() return same, content()
---
local r = io.output(file("x")) local same = r == io.output() io.close() io.output(io.stdout) return io.type(r), same
---
local ok, e = pcall(io.output, "/nonexistent/file") return ok, e, io.output() == io.stdout
---
local ok, e = pcall(io.output, {}) return ok, e
---
local ok, e = pcall(io.output, false) return ok, e
---
io.output(nil) return io.output() == io.stdout
---
return select("#", io.output()), select("#", io.output(io.stdout))
---
io.output(file("x")) local f = io.output() io.output(io.stdout) f:write("y") f:close() return content()
---
io.output(file("x")) io.write("a") io.output():write("b") io.write("c") io.close() io.output(io.stdout) return content()
---
io.output(file("x")) io.output(name) io.write("again") io.close() io.output(io.stdout) return content()
---
local r = io.output(io.stdout) return r == io.stdout
---
io.output(file("x")) local f = io.output() f:seek("set", 2) io.write("y") io.close() io.output(io.stdout) return #content()
---
io.output(file("x")) io.write("pending") io.flush() local s = content() io.close() io.output(io.stdout) return s
---
local a = io.output(file("x")) local b = io.output(io.stdout) a:close() return io.type(a), io.type(b)
---
io.output(file("x")) io.output():setvbuf("full", 1024) io.write("z") io.close() io.output(io.stdout) return content()
---
io.output(file("x")) local ok = pcall(io.write, {}) io.close() io.output(io.stdout) return ok, content()
---
return tostring(io.output()) == tostring(io.stdout), io.output():write("") == true
]=====]
-- io.type
expressions [=====[
io.type(io.stdin), io.type(io.stdout), io.type(io.stderr)
io.type(5)
io.type("file")
io.type(nil)
io.type({})
io.type(print)
io.type(true)
io.type(newproxy())
io.type(newproxy(true))
io.type(coroutine.create(print))
io.type()
io.type(io)
io.type(io.tmpfile())
io.type(io.open(file("x")))
io.type(io.popen("true"))
(function() local f = io.tmpfile() f:close() return io.type(f) end)()
(function() local f = io.popen("true") f:close() return io.type(f) end)()
(function() local f = io.open(file("x")) f:close() return io.type(f), io.type(f) end)()
io.type(setmetatable({}, getmetatable(io.stdout)))
io.type(io.stdout, 1)
select("#", io.type(5)), select("#", io.type(io.stdout))
io.type(io.open("/nonexistent/file"))
io.type(io.input()), io.type(io.output())
type(io.type(io.stdout))
]=====]
os.remove(name)
