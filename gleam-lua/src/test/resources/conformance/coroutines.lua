-- manual 2.11, 5.2
blocks [=====[
local co = coroutine.create(function(a, b) local c = coroutine.yield(a + b) local d, e = coroutine.yield(c * 2) return d + e end)
return coroutine.resume(co, 1, 2), coroutine.resume(co, 10), coroutine.resume(co, 3, 4), coroutine.resume(co)
---
local co = coroutine.create(function() end) return coroutine.status(co), coroutine.resume(co), coroutine.status(co)
---
local co co = coroutine.create(function() return coroutine.status(co), coroutine.running() == co end) return coroutine.resume(co)
---
local a, b a = coroutine.create(function() return coroutine.resume(b) end) b = coroutine.create(function() return coroutine.status(a), coroutine.status(b) end) return coroutine.resume(a)
---
local co co = coroutine.create(function() return coroutine.resume(co) end) return coroutine.resume(co)
---
local a, b a = coroutine.create(function() return coroutine.resume(b) end) b = coroutine.create(function() return coroutine.resume(a) end) return coroutine.resume(a)
---
return coroutine.running()
---
return coroutine.isyieldable(), coroutine.wrap(function() return coroutine.isyieldable() end)()
---
local gen = coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end end) return gen(), gen(), gen(), gen()
---
local gen = coroutine.wrap(function() end) gen() return pcall(gen)
---
local function gen(n) return coroutine.wrap(function() for i = 1, n do coroutine.yield(i) end end) end local s = 0 for i in gen(10) do s = s + i end return s
---
local co = coroutine.wrap(function(...) return select("#", ...), ... end) return co(nil, nil, 3)
---
local co = coroutine.create(function() coroutine.yield() end) return select("#", coroutine.resume(co)), select("#", coroutine.resume(co)), coroutine.resume(co)
---
local co = coroutine.create(function() coroutine.yield(1, nil, 3, nil) end) return select("#", coroutine.resume(co))
---
local co = coroutine.wrap(function() local ok, v = pcall(function() local x = coroutine.yield(1) error("e" .. x) end) coroutine.yield(v) return "end" end) return co(), co("!"), co()
---
local co = coroutine.wrap(function() return xpcall(function() coroutine.yield("y") error("z") end, function(m) return "h" end) end) return co(), co()
---
local co = coroutine.wrap(function() local t = setmetatable({}, {__index = function(t, k) return coroutine.yield(k) end}) return t.foo end) return co(), co("bar")
---
local co = coroutine.wrap(function() for v in coroutine.wrap(function() coroutine.yield(1) coroutine.yield(2) end) do coroutine.yield(v * 10) end end) return co(), co()
---
coroutine.resume(1)
---
coroutine.create(1)
---
coroutine.wrap(nil)
---
coroutine.status({})
---
return pcall(coroutine.yield, 1)
---
return type(coroutine.create(print)), tostring(coroutine.create(print)):match("^thread: 0x") ~= nil
---
local t = {} for i = 1, 100 do t[i] = coroutine.wrap(function() coroutine.yield(i) end) end local s = 0 for i = 1, 100 do s = s + t[i]() end return s
---
local function perms(a, n) n = n or #a if n <= 1 then coroutine.yield(table.concat(a)) else for i = 1, n do a[n], a[i] = a[i], a[n] perms(a, n - 1) a[n], a[i] = a[i], a[n] end end end
local r = {} for p in coroutine.wrap(function() perms({"a", "b", "c"}) end) do r[#r+1] = p end return table.concat(r, " ")
---
local x = 0 local co = coroutine.create(function() x = 1 coroutine.yield() x = 2 end) coroutine.resume(co) local y = x coroutine.resume(co) return y, x
---
local function rec(n) if n == 0 then coroutine.yield("deep") return "done" end return (rec(n - 1)) end local co = coroutine.wrap(rec) return co(1000), co()
---
local co = coroutine.create(function() local function r() return 1 + r() end return r() end) local ok, m = coroutine.resume(co) return ok, (m:gsub("^.-: ", "")), coroutine.status(co)
---
local co = coroutine.create(function(a) local b = coroutine.yield(a) local c = coroutine.yield(b) return a, b, c end)
coroutine.resume(co, 1) coroutine.resume(co, 2) return coroutine.resume(co, 3)
---
local t = {} local co = coroutine.wrap(function(a, b, c, d) coroutine.yield() t[1] = a .. b .. c .. d end) co("w", "x", "y", "z") local l1, l2, l3, l4, l5 = 1, 2, 3, 4, 5 co() return t[1]
---
local co = coroutine.wrap(function(...) coroutine.yield() return ... end) co(1, 2, 3, 4, 5) local a, b, c, d = 9, 9, 9, 9 return co()
]=====]
