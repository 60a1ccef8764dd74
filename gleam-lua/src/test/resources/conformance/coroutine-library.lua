-- manual 5.2: each function
-- coroutine.create
blocks [=====[
return type(coroutine.create(function() end))
---
return type(coroutine.create(print)), coroutine.status(coroutine.create(print))
---
local n = 0 local co = coroutine.create(function() n = 1 end) return n
---
local f = function() end return coroutine.create(f) ~= coroutine.create(f)
---
local co = coroutine.create(function(...) return ... end) return coroutine.resume(co, 1, nil, 3)
---
local co = coroutine.create(math.max) return coroutine.resume(co, 1, 5, 3)
---
local co = coroutine.create(error) return coroutine.resume(co, "text", 0)
---
local co = coroutine.create(coroutine.yield) return coroutine.resume(co, 1, 2)
---
local co = coroutine.create(coroutine.yield) coroutine.resume(co, 1) return coroutine.resume(co, "back")
---
local co = coroutine.create(pcall) return coroutine.resume(co, error, "x")
---
local t = {} t[coroutine.create(print)] = 1 return type(next(t))
---
return tostring(coroutine.create(print)):match("^thread: 0x%x+$") ~= nil
---
local co = coroutine.create(print) return co == co, co == coroutine.create(print), rawequal(co, co)
---
local x = coroutine.create()
---
local x = coroutine.create(nil)
---
local x = coroutine.create(5)
---
local x = coroutine.create("x")
---
local x = coroutine.create({})
---
local x = coroutine.create(setmetatable({}, {__call = print}))
---
local x = coroutine.create(coroutine.create(print))
---
local cos = {} for i = 1, 50 do cos[i] = coroutine.create(function() coroutine.yield(i) return i * 2 end) end local s = 0 for i = 1, 50 do local _, v = coroutine.resume(cos[i]) s = s + v end for i = 1, 50 do local _, v = coroutine.resume(cos[i]) s = s + v end return s
---
local co = coroutine.create(function() return 1 end) return co.x
---
local co = coroutine.create(function() return 1 end) return co()
---
return #coroutine.create(print)
---
return coroutine.create(print) .. "x"
---
return coroutine.create(print) < coroutine.create(print)
]=====]
-- coroutine.resume
blocks [=====[
return coroutine.resume(coroutine.create(function() end))
---
return coroutine.resume(coroutine.create(function() return nil end))
---
return coroutine.resume(coroutine.create(function() return 1, 2, 3 end))
---
local co = coroutine.create(function() end) coroutine.resume(co) return coroutine.resume(co)
---
local co = coroutine.create(function() error("x", 0) end) return coroutine.resume(co)
---
local co = coroutine.create(function() error("x", 0) end) coroutine.resume(co) return coroutine.resume(co)
---
local co = coroutine.create(function() error("with place") end) return coroutine.resume(co)
---
local co = coroutine.create(function() error({code = 5}) end) local ok, e = coroutine.resume(co) return ok, e.code
---
local co = coroutine.create(function() error() end) return coroutine.resume(co)
---
local co = coroutine.create(function() error(nil) end) return select("#", coroutine.resume(co))
---
local co = coroutine.create(function() local x = nil + 1 end) return coroutine.resume(co)
---
local co = coroutine.create(function(a) local b = coroutine.yield(a * 2) return a + b end) return coroutine.resume(co, 5), select(2, coroutine.resume(co, 7))
---
local co co = coroutine.create(function() return coroutine.resume(co) end) return coroutine.resume(co)
---
local co1, co2 co1 = coroutine.create(function() return coroutine.resume(co2) end) co2 = coroutine.create(function() return coroutine.resume(co1) end) return coroutine.resume(co1)
---
local co = coroutine.create(function() coroutine.yield() end) coroutine.resume(co) coroutine.resume(co) return coroutine.resume(co)
---
local co = coroutine.create(function(...) local n = select("#", ...) while true do n = n + select("#", coroutine.yield(n)) end end) coroutine.resume(co, 1, 2) coroutine.resume(co) return coroutine.resume(co, nil, nil)
---
local co = coroutine.create(function() return pcall(error, "inside") end) return coroutine.resume(co)
---
local x = coroutine.resume()
---
local x = coroutine.resume(nil)
---
local x = coroutine.resume(print)
---
local x = coroutine.resume({})
---
return pcall(coroutine.resume, 5)
---
local function deep(n) if n == 0 then coroutine.yield("deep") return 0 end return 1 + deep(n - 1) end local co = coroutine.create(deep) local _, a = coroutine.resume(co, 100) local _, b = coroutine.resume(co) return a, b
---
local co = coroutine.create(function() for i = 1, 1000 do coroutine.yield(i) end return "end" end) local s = 0 for i = 1, 1000 do local _, v = coroutine.resume(co) s = s + v end return s, coroutine.resume(co)
---
local outer = coroutine.create(function() local inner = coroutine.create(function() coroutine.yield(1) return 2 end) local _, a = coroutine.resume(inner) coroutine.yield(a * 10) local _, b = coroutine.resume(inner) return b * 10 end) local _, a = coroutine.resume(outer) local _, b = coroutine.resume(outer) return a, b
]=====]
-- coroutine.yield
blocks [=====[
local co = coroutine.wrap(function() coroutine.yield() end) return select("#", co())
---
local co = coroutine.wrap(function() coroutine.yield(nil) end) return select("#", co())
---
local co = coroutine.wrap(function() coroutine.yield(1, 2, 3) end) return co()
---
local co = coroutine.wrap(function() return coroutine.yield(1) end) co() return co("a", "b")
---
local co = coroutine.wrap(function() local a, b = coroutine.yield() return b, a end) co() return co(1, 2)
---
local co = coroutine.wrap(function() local t = {coroutine.yield()} return #t end) co() return co(1, 2, 3)
---
local co = coroutine.wrap(function() return (coroutine.yield()) end) co() return co(1, 2)
---
local co = coroutine.wrap(function() local s = "a" .. coroutine.yield() .. "c" return s end) co() return co("b")
---
local co = coroutine.wrap(function() return 1 + coroutine.yield() * 2 end) co() return co(5)
---
local co = coroutine.wrap(function() if coroutine.yield() then return "yes" else return "no" end end) co() return co(false)
---
local co = coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end end) return co(), co(), co()
---
local co = coroutine.wrap(function() while true do coroutine.yield("again") end end) return co(), co(), co()
---
local co = coroutine.wrap(function() local ok, v = pcall(coroutine.yield, 1) return ok, v end) return co(), co("v")
---
local co = coroutine.wrap(function() local ok, e = pcall(function() coroutine.yield() error("e", 0) end) return e end) co() return co()
---
local co = coroutine.wrap(function() return xpcall(coroutine.yield, print, 1) end) return co(), co("v")
---
local co = coroutine.wrap(function() local t = setmetatable({}, {__index = function(_, k) return coroutine.yield(k) end}) return t.a .. t.b end) return co(), co("1"), co("2")
---
local co = coroutine.wrap(function() local t = setmetatable({}, {__newindex = function(t, k, v) rawset(t, k, coroutine.yield(v)) end}) t.a = 1 return t.a end) return co(), co("set")
---
local co = coroutine.wrap(function() local t = setmetatable({}, {__add = function(a, b) return coroutine.yield("add") end}) return t + 1 end) return co(), co("sum")
---
local co = coroutine.wrap(function() local t = setmetatable({}, {__call = function(_, a) return coroutine.yield(a) end}) return t(5) end) return co(), co("r")
---
local co = coroutine.wrap(function() local t = setmetatable({}, {__eq = function() return coroutine.yield("eq") end}) return t == setmetatable({}, getmetatable(t)) end) return co(), co(true)
---
local co = coroutine.wrap(function() local mt = {__lt = function() return coroutine.yield("lt") end} return setmetatable({}, mt) < setmetatable({}, mt) end) return co(), co(false)
---
local co = coroutine.wrap(function() local t = setmetatable({}, {__concat = function() return coroutine.yield("concat") end}) return t .. "x" end) return co(), co("joined")
---
local co = coroutine.wrap(function() local t = setmetatable({}, {__unm = function() return coroutine.yield("unm") end}) return -t end) return co(), co("minus")
---
local co = coroutine.wrap(function() for v in function() return coroutine.yield("next") end do return v end end) return co(), co("value")
---
local co = coroutine.wrap(function() for k, v in pairs({coroutine.yield("table")}) do return k, v end end) return co(), co("v")
---
return pcall(coroutine.yield)
---
return pcall(coroutine.yield, 1, 2)
---
local x = coroutine.yield(1)
]=====]
-- coroutine.wrap
blocks [=====[
return type(coroutine.wrap(print))
---
return coroutine.wrap(function() end)()
---
return select("#", coroutine.wrap(function() end)())
---
return coroutine.wrap(function(...) return ... end)(1, nil, 3)
---
local f = coroutine.wrap(function() end) f() return pcall(f)
---
local f = coroutine.wrap(function() end) f() f()
---
local f = coroutine.wrap(function() error("x") end) return pcall(f)
---
local f = coroutine.wrap(function() error("x", 0) end) return pcall(f)
---
local f = coroutine.wrap(function() error("x", 0) end) pcall(f) return pcall(f)
---
local f = coroutine.wrap(function() error({1}) end) local ok, e = pcall(f) return ok, e[1]
---
local f = coroutine.wrap(function() error() end) return pcall(f)
---
local f = coroutine.wrap(function() error("x") end) f()
---
local f = coroutine.wrap(function() error("x", 0) end) local x = f()
---
local f = coroutine.wrap(function() error(5) end) local x = f()
---
local f = coroutine.wrap(function() error({}) end) local x = f()
---
local f = coroutine.wrap(function() local g = coroutine.wrap(function() error("deep") end) g() end) f()
---
for x in coroutine.wrap(function() error("iterator") end) do end
---
local f = coroutine.wrap(function() coroutine.yield(1) local t = nil; t.x = 1 end) f() f()
---
local f = coroutine.wrap(function() local t = nil; t.x = 1 end) return pcall(f)
---
local f f = coroutine.wrap(function() local r = f() return r end) return pcall(f)
---
local s = 0 for v in coroutine.wrap(function() for i = 1, 5 do coroutine.yield(i) end end) do s = s + v end return s
---
local r = {} for a, b in coroutine.wrap(function() coroutine.yield(1, "x") coroutine.yield(2, "y") end) do r[#r + 1] = a .. b end return table.concat(r, " ")
---
local function range(n) return coroutine.wrap(function() for i = 1, n do coroutine.yield(i) end end) end local s = 0 for i in range(3) do for j in range(i) do s = s + j end end return s
---
local function tree(t) if t then tree(t.l) coroutine.yield(t.v) tree(t.r) end end local r = {} for v in coroutine.wrap(function() tree({l = {v = 1}, v = 2, r = {v = 3}}) end) do r[#r + 1] = v end return table.concat(r, " ")
---
local acc = coroutine.wrap(function(x) local s = 0 while true do s = s + x x = coroutine.yield(s) end end) return acc(1), acc(2), acc(3)
---
local f = coroutine.wrap(string.upper) return f("x")
---
local f = coroutine.wrap(string.rep) return pcall(f)
---
local x = coroutine.wrap()
---
local x = coroutine.wrap(nil)
---
local x = coroutine.wrap({})
---
local x = coroutine.wrap("x")
---
local primes = {} local function gen(n) return coroutine.wrap(function() for i = 2, n do coroutine.yield(i) end end) end local function filter(p, g) return coroutine.wrap(function() for v in g do if v % p ~= 0 then coroutine.yield(v) end end end) end local g = gen(30) while true do local p = g() if not p then break end primes[#primes + 1] = p g = filter(p, g) end return table.concat(primes, " ")
]=====]
-- coroutine.status
blocks [=====[
return coroutine.status(coroutine.create(print))
---
local co = coroutine.create(function() end) coroutine.resume(co) return coroutine.status(co)
---
local co = coroutine.create(function() coroutine.yield() end) coroutine.resume(co) return coroutine.status(co)
---
local co = coroutine.create(function() error("x") end) coroutine.resume(co) return coroutine.status(co)
---
local co co = coroutine.create(function() return coroutine.status(co) end) return coroutine.resume(co)
---
local a a = coroutine.create(function() local b = coroutine.create(function() return coroutine.status(a) end) return coroutine.resume(b) end) return coroutine.resume(a)
---
local a, b, c a = coroutine.create(function() return coroutine.resume(b) end) b = coroutine.create(function() return coroutine.resume(c) end) c = coroutine.create(function() return coroutine.status(a), coroutine.status(b), coroutine.status(c) end) return coroutine.resume(a)
---
local a = coroutine.create(function() local b = coroutine.create(function() coroutine.yield() end) coroutine.resume(b) return coroutine.status(b) end) return coroutine.resume(a)
---
local co = coroutine.create(function() pcall(error) coroutine.yield() end) coroutine.resume(co) local s = coroutine.status(co) coroutine.resume(co) return s, coroutine.status(co)
---
local co = coroutine.create(function() return pcall(coroutine.yield) end) coroutine.resume(co) local s = coroutine.status(co) coroutine.resume(co) return s, coroutine.status(co)
---
local log = {} local co co = coroutine.create(function() log[#log + 1] = coroutine.status(co) coroutine.yield() log[#log + 1] = coroutine.status(co) end) log[#log + 1] = coroutine.status(co) coroutine.resume(co) log[#log + 1] = coroutine.status(co) coroutine.resume(co) log[#log + 1] = coroutine.status(co) return table.concat(log, " ")
---
local co = coroutine.create(function() coroutine.yield(1) end) coroutine.resume(co) coroutine.resume(co) coroutine.resume(co) return coroutine.status(co)
---
local x = coroutine.status()
---
local x = coroutine.status(nil)
---
local x = coroutine.status(print)
---
local x = coroutine.status({})
---
local x = coroutine.status("x")
---
return coroutine.wrap(function() return coroutine.status(coroutine.running()) end)()
---
local co = coroutine.create(coroutine.yield) coroutine.resume(co) return coroutine.status(co)
---
local main_seen = coroutine.wrap(function() local co = coroutine.running() local function check() return coroutine.status(co) end return check() end) return main_seen()
---
local ok, e = pcall(coroutine.status, 5) return ok
]=====]
