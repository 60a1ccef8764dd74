-- manual 5.1: select, unpack, and what they give to calls
-- select
expressions [=====[
select("#")
select("#", nil)
select("#", nil, nil, nil)
select("#", 1, 2, 3)
select("#", {}, "x")
select(1)
select(1, "a")
select(1, "a", "b", "c")
select(2, "a", "b", "c")
select(3, "a", "b", "c")
select(4, "a", "b", "c")
select(100, "a")
select(-1, "a", "b", "c")
select(-2, "a", "b", "c")
select(-3, "a", "b", "c")
select(-4, "a", "b", "c")
select(-1)
select(0)
select(0, "a")
select("1", "a", "b")
select("2", "a", "b")
select("-1", "a", "b")
select(1.5, "a", "b")
select(2.9, "a", "b")
select(-1.5, "a", "b")
select("##", "a")
select("#x", "a")
select("x", "a")
select("", "a")
select(nil, "a")
select({}, "a")
select(true, "a")
select()
(select(2, "a", "b", "c"))
select(2, nil, nil, nil)
select("#", select(2, nil, nil, nil))
select(-1/0, "a")
select(2^31 - 1, "a")
select("0x2", "a", "b")
]=====]
-- unpack
expressions [=====[
unpack({})
unpack({1})
unpack({1, 2, 3})
unpack({"a", nil, "c"}, 1, 3)
unpack({1, 2, 3}, 2)
unpack({1, 2, 3}, 3)
unpack({1, 2, 3}, 4)
unpack({1, 2, 3}, 2, 2)
unpack({1, 2, 3}, 1, 5)
unpack({1, 2, 3}, 3, 2)
unpack({1, 2, 3}, 0)
unpack({1, 2, 3}, -1, 1)
unpack({[-1] = "m", [0] = "z", "a"}, -1, 1)
unpack({}, 1, 3)
unpack({n = 3})
unpack({1, 2, 3}, nil, 2)
unpack({1, 2, 3}, 2, nil)
unpack({1, 2, 3}, nil, nil)
unpack({1, 2, 3}, "2")
unpack({1, 2, 3}, "2", "3")
unpack({1, 2, 3}, 1.9, 2.9)
select("#", unpack({}, 1, 100))
select("#", unpack({1, nil, 3}, 1, 3))
(unpack({1, 2, 3}))
{unpack({1, 2})}, #{unpack({1, 2, 3})}
#{unpack({1, 2}), unpack({1, 2})}
unpack()
unpack(nil)
unpack(5)
unpack("abc")
unpack({}, "x")
unpack({}, 1, "x")
unpack({}, {})
unpack(setmetatable({}, {__index = function(t, i) return i end}), 1, 2)
unpack({1, 2, 3, x = 4})
unpack({10, 20, 30}, 2^31, 2^31)
unpack({[2^31 - 1] = "last"}, 2^31 - 1, 2^31 - 1)
unpack({}, 1, 0), unpack({}, 5, 1)
math.max(unpack({3, 9, 4}))
string.char(unpack({72, 105}))
]=====]
-- varargs
blocks [=====[
return (function(...) return select("#", ...) end)()
---
return (function(...) return select("#", ...) end)(nil)
---
return (function(...) return ... end)(1, nil, nil)
---
return (function(...) return (...) end)(1, 2)
---
return (function(...) return (...) end)()
---
return (function(...) local a, b = ... return a, b end)(1)
---
return (function(...) local t = {...} return #t, t[1] end)("a", "b")
---
return (function(...) local t = {..., "last"} return #t, t[1], t[2] end)("a", "b")
---
return (function(...) local t = {n = select("#", ...), ...} return t.n, t[1] end)("a", nil)
---
return (function(a, ...) return a, ... end)(1, 2, 3)
---
return (function(a, ...) return select("#", ...) end)()
---
return (function(...) return ..., "end" end)(1, 2)
---
return (function(...) return "start", ... end)(1, 2)
---
local function f(...) return g and g(...) or ... end return f(1, 2)
---
local function count(...) return select("#", ...) end return count(count(1, 2), count())
---
local function f(...) local function g(...) return ... end return g(...), g() end return f(1, 2)
---
local function f(...) for i = 1, select("#", ...) do local v = select(i, ...) if v == nil then return i end end end return f(1, 2, nil, 4)
---
local function rev(...) local n = select("#", ...) if n == 0 then return end local first = ... return (function(...) return ... end)(rev(select(2, ...))), first end return rev(1, 2, 3)
---
local function f(...) return arg and arg.n end return f(1)
---
local t = {} for i = 1, 250 do t[i] = i end local function f(...) return select("#", ...), (select(250, ...)) end return f(unpack(t))
---
local t = {} for i = 1, 7000 do t[i] = i end return select("#", unpack(t)), (select(-1, unpack(t)))
---
local function f(a, b, ...) return b, ... end return f(1), f(1, 2), f(1, 2, 3, 4)
---
local co = coroutine.wrap(function(...) local a = {...} local b = {coroutine.yield(...)} return #a, #b end) co(1, 2) return co(1, 2, 3)
---
return #{(function() return 1, 2, 3 end)()}, #{(function() return 1, 2, 3 end)(), nil}, #{((function() return 1, 2, 3 end)())}
]=====]
