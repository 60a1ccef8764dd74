-- manual 5.5: the table library without sort
-- table.concat
expressions [=====[
table.concat({})
table.concat({"a"})
table.concat({"a", "b", "c"})
table.concat({"a", "b", "c"}, ",")
table.concat({"a", "b", "c"}, ", ")
table.concat({1, 2, 3}, "-")
table.concat({1.5, -0, 1e15, "x"}, " ")
table.concat({"a", "b", "c"}, ",", 2)
table.concat({"a", "b", "c"}, ",", 2, 3)
table.concat({"a", "b", "c"}, ",", 2, 2)
table.concat({"a", "b", "c"}, ",", 3, 2)
table.concat({"a", "b", "c"}, ",", 4)
table.concat({"a", "b", "c"}, ",", 1, 2)
table.concat({[0] = "z", "a"}, ",", 0)
table.concat({[-1] = "m", [0] = "z", "a"}, ",", -1, 1)
table.concat({}, ",", 1, 0)
table.concat({"a"}, nil), table.concat({"a", "b"}, nil, 2)
table.concat({"a", "b"}, 1), table.concat({"a", "b"}, 1.5)
table.concat({"a", "b", n = 5})
table.concat({"a\0b", "\255"}, "\0")
table.concat({"a", "b", "c"}, ",", "2", "3"), table.concat({"a", "b"}, ",", 1.9)
table.concat({"", "", ""}, ",")
table.concat({"x"}, ",", 1, 1)
#table.concat({("x"):rep(1000), ("y"):rep(1000)}, ",")
table.concat(setmetatable({}, {__index = function(t, i) return i end}), ",", 1, 1)
table.concat(setmetatable({"a"}, {__len = function() return 5 end}))
table.concat({1, {}, 3})
table.concat({true})
table.concat({"a", nil, "c"}, ",", 1, 3)
table.concat({"a"}, ",", 1, 2)
table.concat({"a"}, ",", 0)
table.concat({setmetatable({}, {__tostring = function() return "T" end})})
table.concat()
table.concat(nil)
table.concat("x")
table.concat({}, {})
table.concat({}, true)
table.concat({}, ",", "x")
table.concat({}, ",", 1, {})
table.concat({"a", "b"}, ",", 2^31 - 1, 2^31 - 1)
]=====]
-- table.insert
blocks [=====[
local t = {} table.insert(t, "a") return #t, t[1]
---
local t = {1, 2} table.insert(t, 3) return table.concat(t, " ")
---
local t = {1, 2, 3} table.insert(t, 1, "a") return table.concat(t, " ")
---
local t = {1, 2, 3} table.insert(t, 2, "a") return table.concat(t, " ")
---
local t = {1, 2, 3} table.insert(t, 3, "a") return table.concat(t, " ")
---
local t = {1, 2, 3} table.insert(t, 4, "a") return table.concat(t, " ")
---
local t = {1, 2, 3} table.insert(t, 5, "a") return t[4], t[5]
---
local t = {1, 2, 3} table.insert(t, 0, "a") return t[0], t[1], t[2], t[3], t[4]
---
local t = {1, 2, 3} table.insert(t, -1, "a") return t[-1], t[0], t[1], t[4]
---
local t = {} table.insert(t, 1, "a") return t[1]
---
local t = {} table.insert(t, nil) return #t
---
local t = {1} table.insert(t, 1, nil) return t[1], t[2]
---
local t = {1, 2} table.insert(t, "1", "a") return table.concat(t, " ")
---
local t = {1, 2} table.insert(t, 1.9, "a") return table.concat(t, " ")
---
return select("#", table.insert({}, 1))
---
local t = {} for i = 1, 100 do table.insert(t, 1, i) end return t[1], t[100], #t
---
local t = {} for i = 1, 100 do table.insert(t, i) end return t[1], t[100], #t
---
local t = setmetatable({}, {__newindex = function(t, k, v) rawset(t, k, v .. "!") end}) table.insert(t, "a") return t[1]
---
local t = setmetatable({}, {__index = {1, 2, 3}}) table.insert(t, "a") return rawget(t, 1)
---
table.insert()
---
table.insert({})
---
table.insert({}, 1, 2, 3)
---
table.insert({}, 1, 2, 3, 4)
---
table.insert(nil, 1)
---
table.insert("x", 1)
---
table.insert({}, "x", 1)
---
table.insert({}, {}, 1)
---
table.insert({}, nil, 1)
---
local t = {1, 2, 3, n = 3} table.insert(t, 4) return t.n, #t
---
local q = {} table.insert(q, "a") table.insert(q, "b") local x = table.remove(q, 1) table.insert(q, "c") return x, table.concat(q)
]=====]
-- table.remove
blocks [=====[
local t = {1, 2, 3} return table.remove(t), #t
---
local t = {1, 2, 3} return table.remove(t, 1), table.concat(t, " ")
---
local t = {1, 2, 3} return table.remove(t, 2), table.concat(t, " ")
---
local t = {1, 2, 3} return table.remove(t, 3), table.concat(t, " ")
---
local t = {1, 2, 3} return table.remove(t, 4), table.concat(t, " ")
---
local t = {1, 2, 3} return table.remove(t, 5), table.concat(t, " ")
---
local t = {1, 2, 3} return table.remove(t, 0), table.concat(t, " ")
---
local t = {1, 2, 3} return table.remove(t, -1), table.concat(t, " ")
---
local t = {[0] = "z", 1, 2} return table.remove(t, 0), t[0], #t
---
local t = {[4] = "d", 1, 2, 3} return table.remove(t, 4), t[4]
---
return table.remove({})
---
return select("#", table.remove({}))
---
return select("#", table.remove({}, 1)), select("#", table.remove({1}, 2))
---
return select("#", table.remove({1})), select("#", table.remove({1}, 1))
---
local t = {n = 2, "a", "b"} table.remove(t) return t.n, #t
---
local t = {1, 2, 3} return table.remove(t, "1"), table.concat(t, " ")
---
local t = {false, false} return table.remove(t), table.remove(t, 1), #t
---
local t = {} for i = 1, 100 do t[i] = i end for i = 1, 50 do table.remove(t, 1) end return t[1], #t
---
local t = {1, 2, 3} while #t > 0 do table.remove(t) end return next(t)
---
local t = {1, 2, 3} return table.remove(t, nil), #t
---
local t = setmetatable({}, {__index = {"inherited"}}) return table.remove(t)
---
local t = setmetatable({1}, {__len = function() return 5 end}) return table.remove(t), rawget(t, 1)
---
local ok = pcall(table.remove) return ok
---
table.remove(nil)
---
table.remove("x")
---
table.remove({1}, "x")
---
table.remove({1}, {})
]=====]
-- table.maxn
expressions [=====[
table.maxn({})
table.maxn({1})
table.maxn({1, 2, 3})
table.maxn({1, nil, 3})
table.maxn({nil, nil, nil, 4})
table.maxn({[10] = 1})
table.maxn({[10] = 1, [20] = 2})
table.maxn({[1.5] = 1})
table.maxn({[2.5] = 1, [2] = 1})
table.maxn({[-1] = 1}), table.maxn({[0] = 1}), table.maxn({[-5] = 1, [-2] = 2})
table.maxn({a = 1, b = 2})
table.maxn({1, 2, a = 1, [100] = 5})
table.maxn({[1e10] = 1})
table.maxn({[2^53] = 1})
table.maxn({[math.huge] = 1})
table.maxn({["5"] = 1})
table.maxn({[true] = 1})
table.maxn(setmetatable({}, {__index = {1, 2}}))
(function() local t = {1, 2, 3} t[3] = nil return table.maxn(t) end)()
(function() local t = {} t[1000000] = 1 return table.maxn(t) end)()
table.maxn()
table.maxn(nil)
table.maxn("x")
]=====]
-- table.getn
expressions [=====[
table.getn({})
table.getn({1})
table.getn({1, 2, 3})
table.getn({n = 5})
table.getn({1, 2, n = 5})
table.getn({a = 1})
table.getn({[0] = 1})
table.getn({[2] = 1}) <= 2
table.getn({nil})
table.getn({false})
table.getn({"a", "b"}) == #{"a", "b"}
table.getn(setmetatable({1, 2}, {__len = function() return 9 end}))
table.getn(setmetatable({}, {__index = {1, 2}}))
table.getn({1, 2}, "ignored")
table.getn({{}, {}})
(function() local t = {1, 2, 3} t[3] = nil return table.getn(t) end)()
(function() local t = {} for i = 1, 50 do t[i] = i end return table.getn(t) end)()
(function() local t = {1} table.insert(t, 2) return table.getn(t) end)()
pcall(table.getn) == true
table.getn(nil)
table.getn("x")
table.getn(5)
table.setn == nil or pcall(table.setn, {}, 1)
]=====]
