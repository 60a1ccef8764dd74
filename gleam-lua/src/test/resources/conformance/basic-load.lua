-- manual 5.1: load, loadstring, loadfile, dofile, getfenv, setfenv
-- loadstring
expressions [=====[
loadstring("return 1 + 1")()
loadstring("return ...")(1, 2, 3)
loadstring("local a, b = ... return b, a")(1, 2)
loadstring("")()
type(loadstring(""))
loadstring("return")()
loadstring("x =")
loadstring("x = = 1")
loadstring("return 1 1")
loadstring("x =", "=name")
loadstring("x =", "@file.lua")
loadstring("x =", "plain")
loadstring("x =", "")
loadstring("x =", "=")
loadstring("x =", "@")
loadstring("x =\n1 +", "two\nlines")
loadstring("\nx =", "\nstarts with a line end")
loadstring("x = 'a long text that will certainly be cut somewhere in the middle because it is too long' =")
loadstring("x =", "=a long name that will certainly be cut somewhere")
pcall(loadstring("error('e')"))
pcall(loadstring("error('e')", "=name"))
pcall(loadstring("error('e')", "@file"))
pcall(loadstring("\n\nerror('e')", "=l"))
pcall(loadstring("local t = nil\nt.x = 1", "=l"))
loadstring()
loadstring(nil)
loadstring({})
loadstring(5)
loadstring("return 1", {})
loadstring("return 1", 5)
loadstring("#!shebang\nreturn 1")
loadstring("return 1", "=n", "b")
loadstring("return a", "=n", "t", {a = 7})()
(loadstring("\27Lua"))
type(loadstring("return function() end")())
loadstring("goto = 1 return goto")()
loadstring("a = 5"), a
]=====]
-- load
blocks [=====[
return load("return 1")()
---
return load(function() return nil end)()
---
return load(function() end)()
---
return load(function() return "" end)()
---
local parts, i = {"return ", "1", " + ", "2"}, 0 return load(function() i = i + 1 return parts[i] end)()
---
local i = 0 return load(function() i = i + 1 return i < 4 and "x" or i == 4 and " = 5 return x" or nil end)
---
local i = 0 local text = "return 'byte by byte'" return load(function() i = i + 1 return text:sub(i, i) end)()
---
local parts, i = {"return 1", nil, " + 1"}, 0 return load(function() i = i + 1 return parts[i] end)()
---
local parts, i = {"return 1", "", " + 1"}, 0 return load(function() i = i + 1 return parts[i] end)()
---
local done = false return load(function() if not done then done = true return 5 end end)
---
return load(function() return {} end)
---
return load(function() return true end)
---
return load(function() error("reader", 0) end)
---
return load(function() error({}) end)
---
local n = 0 local f, e = load(function() n = n + 1 error("reader " .. n) end) return e
---
local f = load(function() return nil end) return type(f)
---
local once = false return load(function() if not once then once = true return "x =" end end)
---
local once = false return load(function() if not once then once = true return "x =" end end, "=named")
---
local once = false return load(function() if not once then once = true return "x =" end end, "text itself")
---
return load("x =", "=named")
---
return load("return 1", "=n", "t")()
---
return load("return 1", "=n", "b")
---
return load("return 1", "=n", "bt")()
---
return load("return 1", "=n", "x")
---
return load("return 1", "=n", "")
---
return load("return v", "=n", "t", {v = 5})()
---
return load("return v", nil, nil, {v = 5})()
---
return load("v = 5 return v, print", "=n", "t", {})()
---
local env = {} load("function f() return 1 end g = 2", "=n", "t", env)() return type(env.f), env.g, f, g
---
return pcall(load("return v", "=n", "t", nil))
---
return load("return getfenv(1) == getfenv(f)", "=n")()
---
local x = load()
---
local x = load(nil)
---
local x = load(true)
---
local x = load({})
---
local x = load(5)
---
local env = setmetatable({}, {__index = _G}) load("leak = 1", "=n", "t", env)() return rawget(env, "leak"), leak
---
local f = load("local n = 0 return function() n = n + 1 return n end") local a, b = f(), f() return a(), a(), b()
---
return #load("return {...}")(1, 2, 3)
]=====]
-- loadfile and dofile
name = os.tmpname()
function file(text) local f = assert(io.open(name, "wb")) f:write(text) f:close() return name end
blocks [=====[
return loadfile(file("return 1 + 1"))()
---
return loadfile(file("return ..."))(1, 2)
---
return loadfile(file(""))()
---
return loadfile(file("#!/usr/bin/env lua\nreturn 5"))()
---
return loadfile(file("# comment\n\nreturn debug and 5"))()
---
local f, e = loadfile(file("x =")) return f, (e:gsub("^.-:", "FILE:"))
---
local f, e = loadfile(file("#!shebang\n\nx =")) return f, (e:gsub("^.-:", "FILE:"))
---
local f, e = loadfile(file("\n\nx = = 1")) return f, (e:gsub("^.-:", "FILE:"))
---
return loadfile("/nonexistent/file")
---
return loadfile("/nonexistent/file.lua")
---
return loadfile("/")
---
return pcall(dofile, "/")
---
local ok, e = pcall(loadfile(file("\nerror('e')"))) return (e:gsub("^.-:", "FILE:"))
---
return loadfile(file("return v"), "t", {v = 5})()
---
return loadfile(file("return 1"), "b") == nil
---
local f = loadfile(file("local a = ... return a")) return f("x"), f()
---
return loadfile(file("return 'a\\0b', 'é'"))()
---
return loadfile(file("return 1\r\n+ 1"))()
---
local env = {} local f = loadfile(file("g = 1")) setfenv(f, env) f() return env.g, g
---
local x = loadfile({})
---
return loadfile(file("\239\187\191return 'after the mark'"))()
---
local f = loadfile(file("return 1")) os.remove(name) return f()
---
return dofile(file("return 1, 2"))
---
return dofile(file(""))
---
return dofile(file("x_set = 5")), x_set
---
return dofile(file("return ...")), select("#", dofile(file("return ...")))
---
return dofile(file("return type(file)"))
---
local ok, e = pcall(dofile, file("error('e')")) return ok, (e:gsub("^.-:", "FILE:"))
---
local ok, e = pcall(dofile, file("error({})")) return ok, type(e)
---
local ok, e = pcall(dofile, file("x =")) return ok, (e:gsub("^.-:", "FILE:"))
---
local ok, e = pcall(dofile, "/nonexistent/file") return ok, e
---
return pcall(dofile, {})
---
local ok, e = pcall(dofile, file("local a <close> = 1")) return ok, (e:gsub("^.-:", "FILE:"))
---
return dofile(file("#!x\nreturn 'shebang'"))
---
return dofile(file("return (...)"), 5)
---
return #{dofile(file("return 1, nil, 3"))}
---
local co = coroutine.wrap(function() coroutine.yield(dofile(file("return 1"))) return dofile(file("return 2")) end) return co(), co()
---
dofile(file("function from_file() return 'called' end")) return from_file()
---
return dofile(file("return dofile and loadfile and load and loadstring")) ~= nil
---
local t = dofile(file("return {a = 1, b = {2, 3}}")) return t.a, t.b[2]
---
for i = 1, 3 do file("return " .. i) local v = dofile(name) if v ~= i then return "stale" end end return "fresh"
---
return dofile(file("do return 'early' end return 'late'"))
---
return dofile(file("return 1 -- no line end")), dofile(file("return 2 --[[ x ]]"))
---
return pcall(dofile, file("return nil + 1")) == false
]=====]
os.remove(name)
