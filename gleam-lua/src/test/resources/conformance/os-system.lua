-- manual 5.8: os without time
name = os.tmpname()
function file(text, as) local f = assert(io.open(as or name, "wb")) f:write(text) f:close() return as or name end
function content(as) local f = assert(io.open(as or name, "rb")) local all = f:read("*a") f:close() return all end
function hidden(text) return (text:gsub(name, "NAME", nil)) end
-- os.execute
blocks [=====[
return os.execute()
---
return os.execute("true")
---
return os.execute("false")
---
return os.execute("exit 0"), os.execute("exit 1"), os.execute("exit 2"), os.execute("exit 127"), os.execute("exit 255")
---
return os.execute("exit 42"), os.execute("(exit 4); exit $?")
---
return os.execute("no_such_command_at_all 2>/dev/null")
---
return os.execute("")
---
return os.execute(" ")
---
return os.execute("echo text > " .. name), content()
---
return os.execute("cat > " .. name), content()
---
return os.execute("cd / && pwd > " .. name), content()
---
return os.execute("x=5; test $x = 5")
---
return os.execute("test -e /nonexistent")
---
return os.execute("true | false"), os.execute("false | true")
---
return os.execute("printf é > " .. name), content()
---
return os.execute("true; false"), os.execute("false; true")
---
return os.execute("true\nfalse")
---
return os.execute("exit $((1 + 2))")
---
return os.execute("exit 5\n")
---
return pcall(os.execute, {})
---
return os.execute(nil)
---
return select("#", os.execute("true"))
---
return os.execute("true", "ignored")
---
return os.execute("exit 3\0exit 4")
]=====]
-- os.getenv
expressions [=====[
type(os.getenv("PATH"))
os.getenv("NO_SUCH_VARIABLE_HERE")
os.getenv("")
os.getenv("A=B")
os.getenv("PATH") == os.getenv("PATH")
#os.getenv("PATH") > 0
os.getenv("path")
os.getenv("PATH ")
os.getenv(" PATH")
os.getenv("PATH\0X") == os.getenv("PATH")
os.getenv("é")
os.getenv(5)
os.getenv()
os.getenv(nil)
os.getenv({})
os.getenv(true)
select("#", os.getenv("NO_SUCH_VARIABLE_HERE"))
select("#", os.getenv("PATH"))
os.getenv("PATH", 1) == os.getenv("PATH")
pcall(os.getenv, "NO_SUCH_VARIABLE_HERE")
os.getenv("PATH"):find(":", 1, true) ~= nil or os.getenv("PATH"):find("/", 1, true) ~= nil
os.getenv("NO_SUCH_VARIABLE_HERE") or "default"
]=====]
-- os.remove
blocks [=====[
file("x") return os.remove(name)
---
file("x") os.remove(name) return io.open(name) == nil
---
file("x") os.remove(name) local a, b, c = os.remove(name) return a, hidden(b), c
---
return os.remove("/nonexistent/file")
---
return os.remove("")
---
return os.remove("/proc/version/x")
---
os.remove(name) os.execute("mkdir " .. name) return os.remove(name)
---
os.execute("mkdir " .. name .. "; touch " .. name .. "/x") local a, b, c = os.remove(name) os.execute("rm -r " .. name) return a, hidden(b), c
---
os.execute("ln -s /nonexistent " .. name) return os.remove(name)
---
file("x") os.execute("ln -s " .. name .. " " .. name .. ".link") local a = os.remove(name .. ".link") return a, content()
---
local f = io.open(file("x")) os.remove(name) local s = f:read("*a") f:close() return s
---
return os.remove("relative_name_that_is_not_there")
---
local x = os.remove()
---
local x = os.remove(nil)
---
local x = os.remove({})
---
return os.remove(5)
---
file("x", name .. "é") return os.remove(name .. "é")
---
file("x", name .. " y") return os.remove(name .. " y")
---
file("x") return select("#", os.remove(name))
---
return select("#", os.remove("/nonexistent/file"))
---
file("x") return os.remove(name .. "\0ignored"), io.open(name)== nil
]=====]
-- os.rename
blocks [=====[
file("x") local r = os.rename(name, name .. "2") local s = content(name .. "2") os.remove(name .. "2") return r, s
---
file("x") os.rename(name, name .. "2") local gone = io.open(name) == nil os.remove(name .. "2") return gone
---
file("new") file("old", name .. "2") local r = os.rename(name, name .. "2") local s = content(name .. "2") os.remove(name .. "2") return r, s
---
return os.rename("/nonexistent/file", "/nonexistent/other")
---
file("x") local a, b, c = os.rename(name, "/nonexistent/dir/file") return a, hidden(b), c
---
os.remove(name) local a, b, c = os.rename(name, name .. "2") return a, hidden(b), c
---
file("x") return os.rename(name, name), content()
---
os.remove(name) os.execute("mkdir " .. name) local r = os.rename(name, name .. "2") os.remove(name .. "2") return r
---
os.execute("mkdir " .. name .. "2") file("x") local a, b, c = os.rename(name, name .. "2") os.remove(name .. "2") return a, hidden(b), c
---
os.remove(name) os.execute("mkdir " .. name .. " " .. name .. "2; touch " .. name .. "2/x") local a, b, c = os.rename(name, name .. "2") os.execute("rm -r " .. name .. " " .. name .. "2") return a, hidden(b), c
---
os.execute("mkdir " .. name .. " " .. name .. "2") local r = os.rename(name, name .. "2") os.remove(name .. "2") return r
---
os.execute("mkdir " .. name) file("x", name .. "2") local a, b, c = os.rename(name, name .. "2") os.remove(name) os.remove(name .. "2") return a, hidden(b), c
---
return os.rename("", "x")
---
file("x") local a, b, c = os.rename(name, "") return a, hidden(b), c
---
local x = os.rename()
---
local x = os.rename("x")
---
local x = os.rename({}, "x")
---
local x = os.rename("x", {})
---
file("x") return select("#", os.rename(name, name))
---
return select("#", os.rename("/nonexistent/file", "/nonexistent/other"))
---
file("x") local r = os.rename(name, name .. "é") local s = content(name .. "é") os.remove(name .. "é") return r, s
---
local f = io.open(file("x")) os.rename(name, name .. "2") local s = f:read("*a") f:close() os.remove(name .. "2") return s
]=====]
-- os.tmpname
expressions [=====[
type(os.tmpname())
os.tmpname():match("^/tmp/lua_%w+$") ~= nil
os.tmpname() ~= os.tmpname()
io.type(io.open(os.tmpname()))
io.open(os.tmpname()):read("*a")
os.remove(os.tmpname())
select("#", os.tmpname())
#os.tmpname() > 5
(function() local n = os.tmpname() local f = io.open(n, "w") f:write("x") f:close() local s = io.open(n):read("*a") os.remove(n) return s end)()
(function() local n = os.tmpname() os.remove(n) return io.open(n) == nil end)()
(function() local n = os.tmpname() local m = os.tmpname() local r = os.rename(n, m) os.remove(m) return r end)()
(function() local n = os.tmpname() local s = io.open(n):seek("end") os.remove(n) return s end)()
(function() local n = os.tmpname() os.execute("echo x > " .. n) local s = io.open(n):read() os.remove(n) return s end)()
(function() local n = os.tmpname() return os.remove(n), os.remove(n) == nil end)()
(function() local seen = {} for i = 1, 20 do local n = os.tmpname() if seen[n] then return false end seen[n] = true os.remove(n) end return true end)()
os.tmpname(1) ~= nil
pcall(os.tmpname, {}) == true
type(os.tmpname("ignored"))
os.tmpname():find("%s")
os.tmpname():sub(1, 5)
os.execute("test -f " .. os.tmpname())
os.execute("test -w " .. os.tmpname())
]=====]
-- os.setlocale
expressions [=====[
os.setlocale()
os.setlocale(nil)
os.setlocale("C")
os.setlocale("POSIX")
os.setlocale("") ~= nil, os.setlocale("C")
os.setlocale("xx_XX")
os.setlocale("nonsense")
os.setlocale("C", "all")
os.setlocale("C", "collate")
os.setlocale("C", "ctype")
os.setlocale("C", "monetary")
os.setlocale("C", "numeric")
os.setlocale("C", "time")
os.setlocale("C", "nonsense")
os.setlocale(nil, "all")
os.setlocale(nil, "numeric")
os.setlocale(nil, "nonsense")
os.setlocale({})
os.setlocale("C", {})
os.setlocale("C", nil)
select("#", os.setlocale())
select("#", os.setlocale("nonsense"))
]=====]
-- os.exit
blocks [=====[
return type(os.exit)
---
return pcall(os.exit, {})
---
return pcall(os.exit, "x")
---
local x = os.exit({})
---
local x = os.exit("x")
---
return rawequal(os.exit, os.exit), os.exit == os.time
]=====]
os.remove(name)
