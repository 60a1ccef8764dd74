-- manual 5.3: require, package, module
local function write(name, text) local f = assert(io.open(name, "wb")) f:write(text) f:close() return name end
dir = os.tmpname() os.remove(dir) os.execute("mkdir " .. dir .. " " .. dir .. "/sub " .. dir .. "/pack")
write(dir .. "/one.lua", "return {name = ..., from = 'file'}")
write(dir .. "/nothing.lua", "loads = (loads or 0) + 1")
write(dir .. "/falsy.lua", "return false")
write(dir .. "/wrong.lua", "return = 1")
write(dir .. "/fails.lua", "\nerror('while loading')")
write(dir .. "/failstable.lua", "error({})")
write(dir .. "/sets.lua", "package.loaded[...] = 'set by itself'")
write(dir .. "/global.lua", "function from_module() return 'called' end return true")
write(dir .. "/sub/deep.lua", "return 'deep ' .. ...")
write(dir .. "/pack/init.lua", "return 'init of ' .. ...")
write(dir .. "/number.lua", "return 42")
write(dir .. "/needs.lua", "local one = require('one') return one.name .. ' needed'")
write(dir .. "/loop.lua", "local ok, e = pcall(require, 'loop') return {ok, e}")
-- require
blocks [=====[
package.path = dir .. "/?.lua;" .. dir .. "/?/init.lua" return true
---
local m = require("one") return m.name, m.from
---
return require("one") == require("one")
---
return package.loaded.one == require("one")
---
package.loaded.one = nil local m = require("one") return m.name
---
package.loaded.one = "replaced" local m = require("one") package.loaded.one = nil return m
---
return require("nothing")
---
require("nothing") require("nothing") return loads, package.loaded.nothing
---
return require("falsy"), package.loaded.falsy
---
return require("sub.deep")
---
return require("pack")
---
return require("number")
---
return require("sets"), package.loaded.sets
---
require("global") return from_module()
---
return require("needs")
---
local ok, e = pcall(require, "wrong") return ok, (e:gsub(dir, "DIR", nil))
---
local ok, e = pcall(require, "fails") return ok, (e:gsub(dir, "DIR"))
---
local ok, e = pcall(require, "failstable") return ok, type(e)
---
local ok, e = pcall(require, "no such module") return ok, e:match("^[^\n]*")
---
local ok, e = pcall(require, "no.such.module") return (e:gsub(dir, "DIR")):find("no file 'DIR/no/such/module.lua'", 1, true) ~= nil
---
local ok, e = pcall(require, "no.such") return e:find("no field package.preload['no.such']", 1, true) ~= nil
---
local r = require("loop") return r[1], r[2]
---
return require("string") == string, require("table") == table, require("math") == math, require("_G") == _G
---
return require("coroutine") == coroutine, require("io") == io, require("os") == os, require("bit") == bit, require("package") == package
---
return select("#", require("number"))
---
local x = require()
---
local x = require(nil)
---
local x = require({})
---
return (select(2, pcall(require, 5)):match("^[^\n]*"))
]=====]
-- package.preload package.loaded package.path
blocks [=====[
package.preload.pre = function(name) return {name = name} end return require("pre").name
---
package.preload.pre2 = function(name) end return require("pre2"), package.loaded.pre2
---
package.preload.pre3 = function(...) return select("#", ...) end return require("pre3")
---
package.preload.pre4 = function() error("pre fails", 0) end return pcall(require, "pre4")
---
package.preload.pre5 = function() return false end return require("pre5")
---
package.preload.pre6 = function(name) package.loaded[name] = "own" end return require("pre6")
---
package.preload.pre7 = function(name) package.loaded[name] = "own" return "returned" end return require("pre7")
---
package.preload.one = function() return "preload first" end package.loaded.one = nil local r = require("one") package.preload.one = nil package.loaded.one = nil return r
---
package.preload.pre8 = setmetatable({}, {__call = function(_, n) return "called " .. n end}) local ok, e = pcall(require, "pre8") return ok, e:match("^[^\n]*")
---
package.preload.pre9 = 5 local ok, e = pcall(require, "pre9") return ok
---
return type(package.loaded), type(package.preload), type(package.path), type(package.cpath), type(package.config)
---
return package.config
---
return package.loaded._G == _G, package.loaded.string == string
---
local old = package.path package.path = dir .. "/sub/?.lua" local r = require("deep") package.path = old package.loaded.deep = nil return r
---
local old = package.path package.path = "" local ok, e = pcall(require, "unfound") package.path = old return ok
---
local old = package.path package.path = nil local ok, e = pcall(require, "unfound") package.path = old return ok, e
---
local old = package.path package.path = dir .. "/?/init.lua;" .. dir .. "/?.lua" local r = require("pack") package.path = old return r
---
local old = package.path package.path = dir .. "/one.lua" local r = require("whatever") package.path = old return r.name
---
package.loaded.mine = 5 return require("mine")
---
package.loaded.mine = false local ok, e = pcall(require, "mine") return ok
---
return type(package.loaders), type(package.loaders[1]), type(package.loaders[2])
---
table.insert(package.loaders, 1, function(n) if n == "virtual" then return function(name) return "virtual " .. name end end end) local r = require("virtual") table.remove(package.loaders, 1) return r
---
table.insert(package.loaders, 1, function(n) return "\n\tmy own reason" end) local ok, e = pcall(require, "unfound") table.remove(package.loaders, 1) return ok, e:find("my own reason") ~= nil
]=====]
-- package.searchpath package.path
blocks [=====[
return (package.searchpath("one", dir .. "/?.lua"):gsub(dir, "DIR"))
---
return (package.searchpath("sub.deep", dir .. "/?.lua"):gsub(dir, "DIR"))
---
return package.searchpath("sub.deep", dir .. "/?.lua", "/"), 1
---
return (package.searchpath("sub/deep", dir .. "/?.lua", "/"):gsub(dir, "DIR"))
---
return (package.searchpath("sub-deep", dir .. "/?.lua", "-"):gsub(dir, "DIR"))
---
return (package.searchpath("sub-deep", dir .. "/?.lua", "-", "/"):gsub(dir, "DIR"))
---
return (package.searchpath("sub.deep", dir .. "/?.lua", ""))
---
return (package.searchpath("pack", dir .. "/?.lua;" .. dir .. "/?/init.lua"):gsub(dir, "DIR"))
---
return package.searchpath("none", "/nonexistent/?.lua")
---
return package.searchpath("none", "/nonexistent/?.lua;/nonexistent/?/init.lua")
---
return package.searchpath("a.b", "/nonexistent/?.lua;/other/?.x")
---
return package.searchpath("none", "")
---
return package.searchpath("x", "/nonexistent/?/?.lua")
---
return package.searchpath("x", "/nonexistent")
---
return (package.searchpath("x", dir .. "/one.lua"):gsub(dir, "DIR"))
---
return package.searchpath("x", ";;")
---
local x = package.searchpath()
---
local x = package.searchpath("x")
---
local x = package.searchpath({}, "x")
---
return type(package.searchpath("one", dir .. "/?.lua", nil, nil))
]=====]
-- module
blocks [=====[
local f = loadstring("module('made') function hello() return 'hi' end v = 1") f() return made.hello(), made.v, package.loaded.made == made
---
local f = loadstring("module('made2', package.seeall) function kind() return type(print) end") f() return made2.kind()
---
local f = loadstring("module('deep.er') x = 5") f() return deep.er.x, package.loaded["deep.er"] == deep.er
---
local f = loadstring("module('names.self')") f() return names.self._NAME, names.self._M == names.self, names.self._PACKAGE
---
local f = loadstring("module('simple')") f() return simple._NAME, simple._PACKAGE
---
local f = loadstring("module('blind') return print") return f()
---
local f = loadstring("local print = print module('sees') return print ~= nil") return f()
---
loadstring("module('twice') a = 1")() loadstring("module('twice') b = 2")() return twice.a, twice.b
---
local f = loadstring("module('options', function(m) m.opt = 5 end) return opt") return f()
---
string_taken = 5 local f = loadstring("module('string_taken')") return pcall(f)
---
package.preload.viamodule = loadstring("module(..., package.seeall) function f() return _NAME end") return require("viamodule").f(), viamodule == require("viamodule")
---
local t = {} return package.seeall(t), getmetatable(t).__index == _G, t.print == print
---
local t = setmetatable({}, {__tostring = function() return "kept" end}) package.seeall(t) return tostring(t), t.print == print
---
local x = package.seeall()
---
local x = package.seeall(5)
---
local x = module()
---
local f = loadstring("module({})") f()
---
local function inner() module("in_function") w = 7 end inner() return in_function.w, w
---
local f = loadstring("module('second', package.seeall, function(m) m.extra = true end) return extra, type(print)") return f()
---
return pcall(loadstring("module('print')"))
]=====]
os.execute("rm -r " .. dir)
