-- manual 2.11, 5.2: running, isyieldable, and coroutines among other things
-- coroutine.running
blocks [=====[
return coroutine.running()
---
return select("#", coroutine.running())
---
return type(coroutine.wrap(function() return coroutine.running() end)())
---
return coroutine.wrap(function() return select("#", coroutine.running()) end)()
---
local co co = coroutine.create(function() return coroutine.running() == co end) return coroutine.resume(co)
---
local co co = coroutine.create(function() coroutine.yield() return coroutine.running() == co end) coroutine.resume(co) return coroutine.resume(co)
---
return coroutine.wrap(function() local a = coroutine.running() return coroutine.wrap(function() return coroutine.running() ~= a end)() end)()
---
return coroutine.wrap(function() local a = coroutine.running() coroutine.wrap(function() end)() return coroutine.running() == a end)()
---
return coroutine.wrap(function() return pcall(coroutine.running) end)() == true
---
return coroutine.wrap(function() local f = function() return coroutine.running() end return f() == coroutine.running() end)()
---
local seen = {} for i = 1, 3 do coroutine.wrap(function() seen[coroutine.running()] = true end)() end local n = 0 for _ in pairs(seen) do n = n + 1 end return n > 0
---
coroutine.wrap(function() coroutine.yield() end)() return coroutine.running()
---
pcall(coroutine.wrap(function() error("x") end)) return coroutine.running()
---
coroutine.resume(coroutine.create(function() error("x") end)) return coroutine.running()
---
return coroutine.wrap(function() return coroutine.status(coroutine.running()) end)()
---
return coroutine.running(1, 2)
---
local t = setmetatable({}, {__index = function() return type(coroutine.running()) end}) return coroutine.wrap(function() return t.x end)(), t.x
---
local r = {} table.sort({3, 1, 2}, function(a, b) r[1] = coroutine.running() return a < b end) return r[1]
---
return coroutine.wrap(function() local r = ("x"):gsub("x", function() return type(coroutine.running()) end) return r end)()
---
local a = coroutine.create(function() return coroutine.running() end) local ok, b = coroutine.resume(a) return a == b
---
return coroutine.wrap(function() coroutine.yield(coroutine.running()) end)() ~= nil
]=====]
-- coroutine.isyieldable
blocks [=====[
return coroutine.isyieldable()
---
return coroutine.wrap(function() return coroutine.isyieldable() end)()
---
return coroutine.wrap(function() return pcall(coroutine.isyieldable) end)()
---
return pcall(coroutine.isyieldable)
---
local co = coroutine.create(coroutine.isyieldable) return coroutine.resume(co)
---
return coroutine.wrap(function() local t = setmetatable({}, {__index = function() return coroutine.isyieldable() end}) return t.x end)()
---
local t = setmetatable({}, {__index = function() return coroutine.isyieldable() end}) return t.x
---
return coroutine.wrap(function() for v in function() return coroutine.isyieldable() end do return v end end)()
---
return coroutine.wrap(function() coroutine.yield() return coroutine.isyieldable() end)(), 1
---
local f = coroutine.wrap(function() coroutine.yield() return coroutine.isyieldable() end) f() return f()
---
coroutine.wrap(function() end)() return coroutine.isyieldable()
---
pcall(coroutine.wrap(function() error("x") end)) return coroutine.isyieldable()
---
return select("#", coroutine.isyieldable())
---
return coroutine.isyieldable(1)
---
return coroutine.wrap(function() return coroutine.wrap(function() return coroutine.isyieldable() end)() end)()
---
return type(coroutine.isyieldable)
---
return coroutine.wrap(function() return xpcall(coroutine.isyieldable, print) end)()
---
return coroutine.wrap(function() local function f(n) if n == 0 then return coroutine.isyieldable() end return (f(n - 1)) end return f(50) end)()
---
return coroutine.wrap(function() return coroutine.isyieldable() and coroutine.yield("could") end)()
---
local co = coroutine.create(function() return coroutine.isyieldable() end) coroutine.resume(co) return coroutine.isyieldable()
]=====]
-- errors, values, closures
blocks [=====[
local co = coroutine.wrap(function() local ok, e = pcall(function() local ok, e = pcall(function() coroutine.yield(1) error("inner", 0) end) coroutine.yield(e) error("outer", 0) end) coroutine.yield(e) return "end" end) return co(), co(), co(), co()
---
local co = coroutine.create(function() local x <const> = 1 end)
---
local co = coroutine.create(function() coroutine.yield() error("after a yield") end) coroutine.resume(co) return coroutine.resume(co)
---
local co = coroutine.wrap(function()
  coroutine.yield()
  error("on line 3")
end) co() return pcall(co)
---
local up = 0 local co = coroutine.wrap(function() while true do up = up + 1 coroutine.yield() end end) co() co() up = up + 10 co() return up
---
local fs = {} local co = coroutine.wrap(function() for i = 1, 3 do fs[i] = function() return i end coroutine.yield() end end) co() co() co() return fs[1](), fs[2](), fs[3]()
---
local co = coroutine.wrap(function(...) local args = {...} coroutine.yield(#args) return unpack(args) end) return co(1, 2, 3), co()
---
local co = coroutine.wrap(function() local a, b, c = 1, 2, 3 coroutine.yield() local d = a + b + c coroutine.yield(d) return d * 2 end) co() return co(), co()
---
local function producer() return coroutine.create(function() for _, v in ipairs({"a", "b"}) do coroutine.yield(v) end end) end local p, r = producer(), {} while true do local ok, v = coroutine.resume(p) if not v then break end r[#r + 1] = v end return table.concat(r)
---
local log = {} local a = coroutine.wrap(function() log[#log + 1] = "a1" coroutine.yield() log[#log + 1] = "a2" end) local b = coroutine.wrap(function() log[#log + 1] = "b1" coroutine.yield() log[#log + 1] = "b2" end) a() b() a() b() return table.concat(log, " ")
---
local co = coroutine.create(function() return coroutine.yield(coroutine.yield(1)) end) local _, a = coroutine.resume(co) local _, b = coroutine.resume(co, 2) local _, c = coroutine.resume(co, 3) return a, b, c
---
local co = coroutine.wrap(function() return pcall(pcall, pcall, coroutine.yield, "deep") end) return co(), co("back")
---
local co = coroutine.wrap(function() local ok, e = xpcall(function() coroutine.yield(1) error("x", 0) end, function(m) return "handled " .. m end) return ok, e end) return co(), co()
---
local e = setmetatable({}, {__tostring = function() return "an error" end}) local ok, v = coroutine.resume(coroutine.create(function() error(e) end)) return ok, v == e
---
local co = coroutine.create(function() local function f() f() end f() end) local ok, e = coroutine.resume(co) return ok, coroutine.status(co)
---
local co = coroutine.create(function() return ("x"):rep(3, coroutine.yield("sep")) end) local _, a = coroutine.resume(co) return a, coroutine.resume(co, ",")
---
local co = coroutine.wrap(function() return {a = coroutine.yield(1), b = coroutine.yield(2)} end) co() co("A") local t = co("B") return t.a, t.b
---
local co = coroutine.wrap(function() local t = {} t[coroutine.yield("key")] = coroutine.yield("value") return next(t) end) return co(), co("k"), co("v")
---
local co = coroutine.wrap(function() for i = coroutine.yield("from"), coroutine.yield("to") do coroutine.yield(i) end return "end" end) return co(), co(1), co(2), co(), co()
---
local co = coroutine.wrap(function() goto l do return "skipped" end ::l:: return coroutine.yield("after goto") end) return co(), co("r")
---
local ok, e = pcall(coroutine.wrap(function() return nil .. "x" end)) return ok, e
---
local co = coroutine.create(function() local ok, e = pcall(coroutine.wrap(function() error("nested", 0) end)) coroutine.yield(e) return "still alive" end) return select(2, coroutine.resume(co)), select(2, coroutine.resume(co))
---
local co = coroutine.create(loadstring("local a = ... return coroutine.yield(a)")) local _, a = coroutine.resume(co, 1) return a, coroutine.resume(co, 2)
---
local t = {} for i = 1, 300 do t[i] = coroutine.wrap(function() coroutine.yield() return i end) t[i]() end local s = 0 for i = 1, 300 do s = s + t[i]() end return s
]=====]
