-- manual 2.2, 2.5.7, 5.5: tables and their library
expressions [=====[
#{}, #{1,2,3}, #{n=1}, #{1,2,nil}, next({}), next({5}), type(next), rawequal({}, {})
table.concat({}), table.concat({1,2,3}), table.concat({1,2,3}, ","), table.concat({1,2.5,"x"}, "-"), table.concat({1,2,3}, ",", 2), table.concat({1,2,3}, ",", 2, 3), table.concat({1,2,3}, ",", 3, 2), table.concat({}, ",", 1, 0), table.concat({"a"}, 1), table.concat({1e15, 0.1, -0})
table.concat({1,{},3})
table.concat({}, ",", 1, 3)
table.concat({1,nil,3}, ",", 1, 3)
table.concat({true})
table.concat()
table.concat({}, {})
unpack({1,2,3}), unpack({}), unpack({1,2,3}, 2), unpack({1,2,3}, 2, 3)
unpack({1,2}, 1, 4)
unpack({}, 1, 0), unpack({[0]=5}, 0, 0), unpack({1,2,3}, -1, 1)
unpack()
unpack({}, 1, 1e8)
table.getn({1,2,3}), table.maxn({}), table.maxn({1,2,[10]=3}), table.maxn({[-1]=1}), table.maxn({[3.5]=1}), table.maxn({a=1})
select("#"), select("#", nil), select("#", nil, nil), select(1, "a", "b"), select(2, "a", "b", "c"), select(-1, "a", "b"), select(5, "a")
select(0)
select(-5, 1)
select()
select("x", 1)
select(2.9, "a", "b", "c")
rawget({a=1}, "a"), rawget({}, 1), rawset({}, "a", 1).a, rawequal("a", "a"), rawequal(1, 1.0), rawequal({}, {}), rawequal(nil, false)
rawget(1, 2)
rawequal(1)
next()
next({}, nil)
pairs(nil)
pairs()
ipairs(nil)
ipairs()
type(nil), type(1), type("x"), type({}), type(print), type(true), type(coroutine.create(print)), type(io.stdout)
type()
setmetatable({}, nil), setmetatable({}, {}), getmetatable({}), getmetatable(setmetatable({}, {__metatable = "locked"})), getmetatable(1), getmetatable(nil)
setmetatable(1, {})
setmetatable({})
setmetatable({}, 1)
setmetatable(setmetatable({}, {__metatable = 1}), {})
getmetatable()
assert(1, 2, 3)
assert(false)
assert(nil, "message")
assert(false, "m", 1)
assert(nil, 42)
assert()
assert(false, {})
]=====]
blocks [=====[
local t = {1,2,3} table.insert(t, 4) return table.concat(t, " ")
---
local t = {1,2,3} table.insert(t, 1, 0) return table.concat(t, " ")
---
local t = {1,2,3} table.insert(t, 4, "x") return table.concat(t, " ")
---
local t = {1,2} table.insert(t, 5, "x") return t[5], t[2]
---
local t = {} table.insert(t, nil) return #t
---
table.insert({}, 1, 2, 3)
---
table.insert({})
---
table.insert(nil, 1)
---
table.insert({}, "x", 1)
---
local t = {1,2,3} return table.remove(t), table.concat(t, " ")
---
local t = {1,2,3} return table.remove(t, 1), table.concat(t, " ")
---
local t = {1,2,3} return table.remove(t, 2), table.concat(t, " ")
---
return table.remove({})
---
return select("#", table.remove({})), select("#", table.remove({}, 1)), select("#", table.remove({1}, 5)), select("#", table.remove({1}, 0)), select("#", table.remove({1}, 1))
---
local t = {[0]="z"} return table.remove(t, 0), t[0]
---
local t = {3,1,2} table.sort(t) return table.concat(t, " ")
---
local t = {"b","a","C","c","B","A"} table.sort(t) return table.concat(t, " ")
---
local t = {"\195\169","z","a","\200"} table.sort(t) return table.concat(t, " ")
---
local t = {3,1,2} table.sort(t, function(a, b) return a > b end) return table.concat(t, " ")
---
local t = {} for i = 1, 20 do t[i] = {k = i % 3, n = i} end table.sort(t, function(a, b) return a.k < b.k end)
local r = {} for i, v in ipairs(t) do r[i] = v.k .. ":" .. v.n end return table.concat(r, " ")
---
local t = {5,3,8,1,9,2,7,3,3,5} table.sort(t, function(a, b) return a < b end) return table.concat(t, " ")
---
local t = {} table.sort(t) return #t
---
local t = {1} table.sort(t) return t[1]
---
local t = {2,1} table.sort(t) return t[1], t[2]
---
table.sort({1,2,3,4,5}, function(a, b) return true end)
---
table.sort({1,2}, 5)
---
table.sort()
---
local t = {1,2,3} local n = 0 for k, v in pairs(t) do n = n + k * v end return n
---
local t = {1,2,nil,4} local n = 0 for i, v in ipairs(t) do n = n + 1 end return n
---
local t = {a=1,b=2,c=3} local n = 0 for k, v in pairs(t) do n = n + v t[k] = nil end return n, next(t)
---
local t = {} for i = 1, 10 do t[i] = i end for k in pairs(t) do t[k] = k * 2 end return table.concat(t, " ")
---
local t = {} t[1.0] = "a" t[2^53] = "b" t[-0.0] = "z" return t[1], t[9007199254740992], t[0], next({[-0.0]=1})
---
local t = {} t[nil] = 1
---
local t = {} t[0/0] = 1
---
local t = {} return t[nil], t[0/0]
---
local t = {10,20,30,nil,x=1,["y z"]=2,[100]=3;40} return #t >= 3, t.x, t["y z"], t[100], t[5]
---
local function f() return 1, 2, 3 end local t = {f(), f()} return #t, t[4]
---
local function f() return 1, 2, 3 end local t = {f(), (f())} return #t
---
local t = {n = 0} t.n = t.n + 1 t["n"] = t["n"] + 1 return t.n
---
local a, b = {}, {} a[b] = 1 b[a] = 2 return a[b], b[a]
---
local t = {} for i = 1, 300 do t["k" .. i] = i end local n = 0 for k, v in pairs(t) do n = n + v end return n
---
local t = {} for i = 1, 1000 do t[i] = i end for i = 1, 1000 do t[i] = nil end return #t, next(t)
---
local t = {} for i = 1000, 1, -1 do t[i] = i end return #t
---
local t = {} table.foreach({10, 20}, function(k, v) t[#t+1] = k .. "=" .. v end) return table.concat(t, " ")
---
local t = {} table.foreachi({10, 20}, function(k, v) t[#t+1] = k .. "=" .. v end) return table.concat(t, " ")
---
return table.foreach({1, 2, 3}, function(k, v) if v == 2 then return "found" end end)
---
local t = {x = "a", 5} t[2] = true t.x = nil t[3] = true t[4] = 1 return #t, t[4], t.x
---
local t = {} for i = 1, 20 do t["k" .. i] = i end for i = 1, 20 do t["k" .. i] = nil end for i = 1, 20 do t[i] = i end return #t, t[20]
---
local t = {} t[4] = 1 t[1] = 2.5 t[0] = "1" t[0] = "x" t[false] = "1" t[2] = 2 t[3] = 3 local n = 0 for k in pairs(t) do n = n + 1 end return n, t[4], t[false]
---
local t = {1, 2, 3} t.z = nil t.x = "1" rawset(t, "z", false) t["1"] = 0 t[true] = true t[4] = nil t.x = nil t.z = nil t[true] = nil t["1"] = nil t[4] = 4 return #t, next({}), t[4]
---
local t = {} local up = 0/0 local ok, e = pcall(function() t[up] = 1 end) return ok, e
---
local t = {} local up local ok, e = pcall(function() t[up] = 1 end) return ok, e
---
return table.concat(table.move({1,2,3}, 1, 3, 2), " "), table.concat(table.move({1,2,3}, 2, 3, 1), " "), table.concat(table.move({1,2,3}, 1, 3, 1, {}), " ")
---
local t = setmetatable({}, {__mode = "k"}) t[{}] = 1 return type(t)
---
local big = {} for i = 1, 60000 do big[#big+1] = "{" .. i .. "}" end
local f = loadstring("return {" .. table.concat(big, ",") .. "}") local t = f() return #t, t[1][1], t[60000][1]
---
local big = {} for i = 1, 60000 do big[#big+1] = i end
local t = loadstring("return {" .. table.concat(big, ",") .. "}")() return #t, t[1], t[30000], t[60000]
]=====]
