-- manual 5.7: the methods of files
name = os.tmpname()
function file(text) local f = assert(io.open(name, "wb")) f:write(text) f:close() return name end
function content() local f = assert(io.open(name, "rb")) local all = f:read("*a") f:close() return all end
function all(...) local r = {} for a, b in ... do r[#r + 1] = tostring(a) .. (b and "+" .. tostring(b) or "") end return table.concat(r, "|") end
function opened(text, mode) return assert(io.open(file(text), mode or "r")) end
-- file:close
blocks [=====[
local f = opened("x") return f:close()
---
local f = opened("x") f:close() return pcall(f.close, f)
---
local f = opened("x") f:close() return tostring(f)
---
local f = opened("x") f:close() return io.type(f)
---
local f = opened("", "w") f:write("kept") f:close() return content()
---
local f = opened("x") return select("#", f:close())
---
return pcall(io.stdout.close)
---
return pcall(opened("x").close, 5)
---
return pcall(opened("x").close, {})
---
local f, g = opened("x"), opened("x") f:close() return g:read("*a"), g:close()
---
local f = opened("x") f:close() return pcall(f.read, f, "*a")
---
local f = opened("x") f:close() return pcall(f.write, f, "a")
---
local f = opened("x") f:close() return pcall(f.lines, f)
---
local f = opened("x") f:close() return pcall(f.seek, f)
---
local f = opened("x") f:close() return pcall(f.flush, f)
---
local f = opened("x") f:close() return pcall(f.setvbuf, f, "no")
---
local f = opened("x") f:close() return pcall(io.input, f), io.input(io.stdin) == io.stdin
---
local f = opened("a\nb") local it = f:lines() it() f:close() return pcall(it)
---
local f = opened("x") f.close(f) return io.type(f)
---
local p = io.popen("exit 0") return p:close()
---
local p = io.popen("cat > /dev/null", "w") p:write("x") return p:close()
---
local f = opened("x") f:close() f = opened("y") local s = f:read() f:close() return s
]=====]
-- file:flush, file:setvbuf
blocks [=====[
local f = opened("", "w") f:write("x") f:flush() local s = content() f:close() return s
---
local f = opened("", "w") return f:flush() ~= nil, f:close()
---
local f = opened("x") return f:flush() ~= nil
---
local f = opened("", "w") f:write("a") f:flush() f:write("b") f:flush() local s = content() f:close() return s
---
local f = opened("", "w") f:flush() f:flush() f:close() return content()
---
local f = opened("", "a") f:write("a") f:flush() local s = content() f:close() return s
---
local f = opened("abc", "r+") f:write("X") f:flush() local s = content() f:close() return s
---
local f = opened("abc", "r+") f:write("X") f:flush() f:seek("set", 1) local s = f:read(1) f:close() return s
---
local f = opened("", "w+") f:write("abc") f:flush() f:seek("set") local s = f:read("*a") f:close() return s
---
return pcall(io.stdout.flush)
---
return pcall(io.stdout.flush, {})
---
local f = io.open("/dev/full", "w") f:write("x") local a, b, c = f:flush() return a, b, c
---
local f = io.tmpfile() f:write("x") return f:flush() ~= nil, f:close()
---
local p = io.popen("cat > " .. name, "w") p:write("piped") p:flush() p:close() return content()
---
return io.stdout:flush() ~= nil, io.stderr:flush() ~= nil
---
local f = opened("", "w") for i = 1, 100 do f:write(i) f:flush() end f:close() return #content()
---
local f = opened("", "w") local r = f:flush("ignored") f:close() return r ~= nil
---
local f = opened("", "w") f:setvbuf("no") f:write("x") local s = content() f:flush() f:close() return #s <= 1
---
local f = opened("", "w") f:write(("x"):rep(9000)) f:flush() local s = content() f:close() return #s
---
local f = opened("", "w") f:seek("set", 3) f:write("x") f:flush() local s = content() f:close() return s
---
local f = opened("", "w") local r = f:setvbuf("no") f:close() return r
---
local f = opened("", "w") local r = f:setvbuf("full", 1024) f:close() return r
---
local f = opened("", "w") local r = f:setvbuf("line") f:close() return r
---
local f = opened("", "w") local r = f:setvbuf("line", 10) f:close() return r
---
local f = opened("", "w") f:setvbuf("full") f:write("a") f:close() return content()
---
local f = opened("", "w") f:setvbuf("line") f:write("a\nb") f:close() return content()
---
local f = opened("", "w") f:setvbuf("no") f:write("a", "b") f:close() return content()
---
local f = opened("x") local r = f:setvbuf("full") f:close() return r
---
local f = opened("x") return pcall(f.setvbuf, f, "what")
---
local f = opened("x") return pcall(f.setvbuf, f)
---
local f = opened("x") return pcall(f.setvbuf, f, {})
---
local f = opened("x") return pcall(f.setvbuf, f, "full", "x")
---
local f = opened("x") return pcall(f.setvbuf, f, "")
---
return pcall(io.stdout.setvbuf)
---
return io.stdout:setvbuf("line")
---
return io.stdout:setvbuf("full", 4096), io.stdout:setvbuf("line")
---
local f = io.tmpfile() return f:setvbuf("no"), f:setvbuf("full")
---
local f = opened("", "w") f:setvbuf("full", 2) f:write("abcdef") f:close() return content()
---
local f = opened("", "w") f:setvbuf("full", "16") f:write("s") f:close() return content()
---
local f = opened("abc", "r+") f:setvbuf("no") f:write("X") f:seek("set") local s = f:read("*a") f:close() return s
]=====]
-- file:lines
blocks [=====[
return all(opened("a\nb\nc"):lines())
---
return all(opened("a\nb\n"):lines())
---
return all(opened(""):lines())
---
return all(opened("\n"):lines())
---
return all(opened("a\n\nb"):lines())
---
return all(opened("ab\ncd"):lines("*l"))
---
return all(opened("ab\ncd\n"):lines("*L"))
---
return all(opened("abcdef"):lines(4))
---
return all(opened("1 2 3"):lines("*n"))
---
return all(opened("1a2b"):lines("*n", 1))
---
return all(opened("ab"):lines(1, 1))
---
local f = opened("a\nb") local n = 0 for l in f:lines() do n = n + 1 end return n, io.type(f), f:close()
---
local f = opened("a\nb\nc") for l in f:lines() do if l == "b" then break end end return f:read()
---
local f = opened("a\nb\nc") f:read() return all(f:lines())
---
local f = opened("a\nb") local it = f:lines() return it(), it(), it()
---
local f = opened("a") local it = f:lines() it() it() return pcall(it)
---
local f = opened("a\nb") local i, j = f:lines(), f:lines() return i(), j()
---
local f = opened("a\nb") all(f:lines()) f:seek("set") return all(f:lines())
---
return pcall(io.stdout.lines)
---
local f = opened("x") return type(f:lines()), select("#", f:lines())
---
local p = io.popen("printf 'x\\ny\\n'") local r = all(p:lines()) p:close() return r
---
local f = opened("x", "w") local ok, e = pcall(function() for l in f:lines() do end end) return ok, e
---
local f = opened("x") local ok, e = pcall(f:lines("*x")) return ok, e
---
local f = opened("a\r\nb") return all(f:lines())
]=====]
-- file:read
blocks [=====[
return opened("one\ntwo"):read()
---
return opened("one\ntwo"):read("*l", "*l", "*l")
---
return opened("one\ntwo"):read("*L", "*L")
---
return opened("one\ntwo"):read("*a")
---
return opened("one\ntwo"):read("*a", "*a")
---
return opened("10 20"):read("*n", "*n", "*n")
---
return opened("hello"):read(2, 2, 2, 2)
---
return opened("hello"):read(0, 5, 0)
---
return opened("hello"):read(1000)
---
return opened(""):read(0)
---
return opened(""):read("*a", "*l")
---
return opened("\n\nx"):read("*l", "*l", "*l")
---
return opened("x 5"):read("*n"), 1
---
local f = opened("x 5") f:read("*n") return f:read("*a")
---
local f = opened("12abc") return f:read("*n"), f:read("*a")
---
local f = opened("0x1G") return f:read("*n"), f:read("*a")
---
local f = opened("1e5e5") return f:read("*n"), f:read("*a")
---
local f = opened("1.5.5") return f:read("*n"), f:read("*a")
---
local f = opened("1-2") return f:read("*n"), f:read("*n")
---
local f = opened("infinity!") return f:read("*n"), f:read("*a")
---
local f = opened("infx") return f:read("*n"), f:read("*a")
---
local f = opened("0x1p4 0x.8") return f:read("*n", "*n")
---
local f = opened("1e+") return f:read("*n"), f:read("*a")
---
local f = opened("-") return f:read("*n"), f:read("*a")
---
local f = opened("a\nb\nc") return f:read("*l"), f:read(1), f:read("*a")
---
local f = opened("abc", "r+") f:write("X") f:seek("cur", 0) return f:read("*a")
---
local f = opened("\0a\0"):read("*a") return f, #f
---
return pcall(io.stdout.read)
---
return #opened(("x"):rep(30000)):read("*a"), #opened(("x"):rep(30000)):read(20000), #opened(("x"):rep(30000)):read("*l")
---
return #opened(("line\n"):rep(5000)):read("*a")
]=====]
-- file:seek
blocks [=====[
return opened("hello"):seek()
---
return opened("hello"):seek("set"), 1
---
return opened("hello"):seek("end")
---
return opened("hello"):seek("cur")
---
return opened("hello"):seek("set", 2)
---
return opened("hello"):seek("end", -2)
---
return opened("hello"):seek("end", 5)
---
return opened("hello"):seek("set", -1)
---
return opened("hello"):seek("cur", -1)
---
local f = opened("hello") f:seek("set", 2) return f:read("*a")
---
local f = opened("hello") f:seek("end", -1) return f:read("*a")
---
local f = opened("hello") f:read(2) return f:seek()
---
local f = opened("hello") f:read(2) f:seek("cur", 1) return f:read("*a")
---
local f = opened("hello") f:read(2) f:seek("cur", -2) return f:read("*a")
---
local f = opened("hello") f:read("*l") return f:seek()
---
local f = opened("hello") f:seek("end", 10) return f:read("*a"), f:seek()
---
local f = opened("hello", "r+") f:seek("end") f:write("!") f:close() return content()
---
local f = opened("hello", "r+") f:seek("set", 1) f:write("E") f:close() return content()
---
local f = opened("hello", "w") f:seek("set", 3) f:write("x") f:close() return content()
---
local f = opened("hello", "a") local a = f:seek("end") f:write("!") local b = f:seek() return a, b
---
local f = opened("hello") return pcall(f.seek, f, "what")
---
local f = opened("hello") return pcall(f.seek, f, {})
---
local f = opened("hello") return pcall(f.seek, f, "set", "x")
---
local f = opened("hello") local p = f:seek("set", "2")
---
local f = opened("hello") return f:seek("set", 1.9)
---
local f = opened("hello") return f:seek(nil, 2)
---
local f = opened("hello") return f:seek(nil)
---
local f = opened("12 34") f:read("*n") return f:seek()
---
local f = opened("a\nb\n") f:read() local p = f:seek() f:read() f:seek("set", p) return f:read()
---
return pcall(io.stdout.seek)
]=====]
-- file:write
blocks [=====[
local f = opened("", "w") f:write("x") f:close() return content()
---
local f = opened("", "w") f:write("a", "b", 1, 2.5) f:close() return content()
---
local f = opened("", "w") f:write() f:close() return content()
---
local f = opened("", "w") f:write("") f:close() return content()
---
local f = opened("", "w") local r = f:write("x") f:close() return r == true
---
local f = opened("", "w") return pcall(f.write, f, nil)
---
local f = opened("", "w") return pcall(f.write, f, {})
---
local f = opened("", "w") pcall(f.write, f, "before", {}) f:close() return content()
---
local f = opened("", "w") f:write(1e15, " ", 0.1, " ", -0.5, " ", 2^31) f:close() return content()
---
local f = opened("", "w") f:write("\0\255\n\r") f:close() return content()
---
local f = opened("", "w") for i = 1, 3000 do f:write(i, "\n") end f:close() return #content()
---
local f = opened("", "w") f:write(("x"):rep(20000)) f:close() return #content()
---
local f = opened("", "a") f:write("1") f:close() f = io.open(name, "a") f:write("2") f:close() return content()
---
local f = opened("abc", "r+") f:write("XY") f:close() return content()
---
local f = opened("abc", "r+") f:read(1) f:seek("cur", 0) f:write("X") f:close() return content()
---
local f = opened("abc") return f:write("x")
---
local f = opened("", "w") return pcall(f.write, "x")
---
return pcall(io.stdout.write)
---
return pcall(io.stdout.write, nil, "x")
---
local f = opened("", "w") f.write(f, "by dot") f:close() return content()
---
local f = opened("abcdef", "r+") f:write("1") f:seek("set", 3) f:write("2") f:close() return content()
---
local f = opened("", "w+") f:write("abc") f:seek("set", 1) f:write("X") f:seek("set") return f:read("*a")
---
local f = io.open("/dev/full", "w") local a = f:write("x") return a == true, f:close()
---
local f = opened("", "w") f:write("a\n") f:write("b\n") f:close() local r = {} for l in io.lines(name) do r[#r + 1] = l end return #r
]=====]
os.remove(name)
