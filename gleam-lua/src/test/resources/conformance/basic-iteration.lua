-- manual 5.1: next, pairs, ipairs
-- next
expressions [=====[
next({})
next({}, nil)
next({5})
next({5}, nil)
next({5}, 1)
next({a = 1})
next({a = 1}, "a")
next({1, 2, 3}, 1)
next({1, 2, 3}, 2)
next({1, 2, 3}, 3)
next({nil, 2})
next({nil, nil, 3})
next({nil, 2}, 1)
next({[0] = "z"})
next({[-1] = "m"})
next({[1.5] = "f"})
next({[true] = 1})
next({[false] = 1})
next({[2^53] = "big"})
next({1, n = 1}, 1)
next({false})
next()
next(nil)
next(5)
next("x")
next(setmetatable({}, {__index = {1}}))
next(setmetatable({}, {__pairs = print}))
next({5}, 1.0)
select("#", next({}))
select("#", next({7}, 1))
rawequal(next, next), next == next
]=====]
blocks [=====[
local t = {10, 20, 30} local k, s = nil, 0 repeat local v k, v = next(t, k) s = s + (v or 0) until k == nil return s
---
local t = {a = 1, b = 2, c = 3} local n = 0 for k, v in next, t do n = n + v end return n
---
local t = {a = 1, b = 2} for k in next, t do t[k] = nil end return next(t)
---
local t = {} for i = 1, 100 do t[i] = i end for k in next, t do t[k] = nil end return next(t)
---
local t = {x = 1} t.x = nil return next(t)
---
local t = {x = 1, y = 2} t.x = nil return next(t)
---
local t = {} t[1] = 1 t[1] = nil t.a = 2 return next(t)
---
local t = {1, 2, 3} t[1] = nil return next(t)
---
local t = {1, 2, 3} local k = next(t) t[k] = nil return next(t, k)
---
local t = {} for i = 1, 50 do t["k" .. i] = i end local seen = 0 for k, v in next, t do t[k] = nil seen = seen + v end return seen, next(t)
---
local t = {} for i = 1, 20 do t[i] = i end local seen = 0 for k, v in next, t do t[k] = v * 2 seen = seen + 1 end return seen, t[20]
---
local t = {[1] = "a", [2] = "b", x = "c"} local n = 0 for _ in next, t do n = n + 1 end return n
---
local function isempty(t) return next(t) == nil end return isempty({}), isempty({nil}), isempty({false}), isempty({[0] = 1})
---
local t = {{}, {}} local k, v = next(t) return k, type(v)
]=====]
-- pairs
blocks [=====[
for k, v in pairs({}) do return "never" end
---
for k, v in pairs({7}) do return k, v end
---
for k, v in pairs({a = 7}) do return k, v end
---
for k in pairs({[1.5] = 7}) do return k end
---
local n = 0 for k, v in pairs({1, 2, 3, a = 4, b = 5}) do n = n + v end return n
---
local n = 0 for k, v in pairs({1, nil, 3}) do n = n + k end return n
---
local r = {} for k, v in pairs({10, 20, 30}) do r[#r + 1] = k .. "=" .. v end return table.concat(r, " ")
---
local f, t, k = pairs({}) return f == next, type(t), k
---
return select("#", pairs({}))
---
local f = pairs()
---
local f = pairs(nil)
---
local f = pairs(5)
---
local f = pairs("x")
---
for k, v in pairs(nil) do end
---
local x for k, v in pairs(x) do end
---
local t = {} for k, v in pairs(t.missing) do end
---
local t = {1, 2, 3} for k, v in pairs(t) do t[k] = nil end return next(t)
---
local t = {a = 1, b = 2, c = 3} for k, v in pairs(t) do t[k] = v + 1 end return t.a + t.b + t.c
---
local n = 0 for k, v in pairs({1, 2, 3, 4, 5}) do if v == 3 then break end n = n + 1 end return n
---
local n = 0 for k, v in pairs(setmetatable({1}, {__index = {2, 3}})) do n = n + 1 end return n
---
local n = 0 for k, v in pairs(setmetatable({1}, {__pairs = function() return function() end end})) do n = n + 1 end return n
---
local outer = {a = {1, 2}, b = {3}} local s = 0 for k, t in pairs(outer) do for _, v in pairs(t) do s = s + v end end return s
---
local keys = {} for k in pairs({x = 1, y = 2, z = 3}) do keys[#keys + 1] = k end table.sort(keys) return table.concat(keys)
---
local t = {} for i = 1, 1000 do t["k" .. i] = i end local s = 0 for _, v in pairs(t) do s = s + v end return s
---
for k, v in pairs({false}) do return k, v end
---
local t = {1, 2} local fs = {} for k, v in pairs(t) do fs[k] = function() return k * v end end return fs[1](), fs[2]()
---
local n = 0 for k, v in pairs(_G) do if k == "print" then n = n + 1 end end return n
]=====]
-- ipairs
blocks [=====[
for i, v in ipairs({}) do return "never" end
---
for i, v in ipairs({7}) do return i, v end
---
local r = {} for i, v in ipairs({10, 20, 30}) do r[i] = i * v end return table.concat(r, " ")
---
local n = 0 for i in ipairs({1, 2, nil, 4}) do n = n + 1 end return n
---
local n = 0 for i in ipairs({nil, 2}) do n = n + 1 end return n
---
local n = 0 for i in ipairs({[0] = 0, 1, 2}) do n = n + 1 end return n
---
local n = 0 for i in ipairs({1, 2, x = 3}) do n = n + 1 end return n
---
local n = 0 for i, v in ipairs({false, false}) do n = n + 1 end return n
---
local f, t, i = ipairs({}) return type(f), type(t), i
---
return select("#", ipairs({}))
---
local f = ipairs()
---
local f = ipairs(nil)
---
local f = ipairs(5)
---
local f = ipairs("x")
---
local x for i in ipairs(x) do end
---
local f, t = ipairs({5, 6}) return f(t, 0)
---
local f, t = ipairs({5, 6}) return f(t, 1)
---
local f, t = ipairs({5, 6}) local i = f(t, 2) return i
---
local f, t = ipairs({5, 6}) return select("#", f(t, 2))
---
local f, t = ipairs({5, 6}) return f(t, -1)
---
local t = {1, 2, 3} local n = 0 for i, v in ipairs(t) do n = n + 1 if n < 10 then t[#t + 1] = n end end return n
---
local t = {1, 2, 3, 4} local n = 0 for i, v in ipairs(t) do t[i + 1] = nil n = n + 1 end return n
---
local n = 0 for i, v in ipairs(setmetatable({}, {__index = {1, 2}})) do n = n + 1 end return n
---
local n = 0 for i, v in ipairs({1, 2, 3}) do if v == 2 then break end n = n + 1 end return n
---
for i, v in ipairs({1, 2}) do i = 10 v = 20 end return "ends"
---
return ipairs({}) == ipairs({1})
]=====]
-- other iterators
blocks [=====[
local function range(n) local i = 0 return function() i = i + 1 if i <= n then return i end end end local s = 0 for i in range(4) do s = s + i end return s
---
local function step(max, i) if i < max then return i + 1, i * i end end local s = 0 for i, sq in step, 5, 0 do s = s + sq end return s
---
local log = {} for a, b, c in function(s, v) if not v then return 1, 2, 3 end end do log[#log + 1] = a + b + c end return log[1]
---
for a, b in function(s, v) if not v then return "first" end end do return a, b end
---
for i in nil do end
---
for i in 5 do end
---
for i in "x" do end
---
local t = {} for i in t.f do end
---
for i in setmetatable({}, {__call = function(self, s, c) if (c or 0) < 2 then return (c or 0) + 1 end end}) do if i == 2 then return i end end
---
local n = 0 for k in coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end end) do n = n + k end return n
---
local n = 0 for false_first in function() n = n + 1 if n == 1 then return false end end do n = n + 10 end return n
---
local t = {} for k, v in next, {a = 1}, nil, "extra" do t[#t + 1] = k end return t[1]
---
local s = {} for w in string.gmatch("a b c", "%a") do s[#s + 1] = w end return table.concat(s)
---
local function it() return function() return nil end end for x in it() do return "never" end return "done"
---
local state = {} local got for x in function(s, c) got = s return nil end, state do end return got == state
]=====]
