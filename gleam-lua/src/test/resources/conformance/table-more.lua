-- manual 5.5 and what LuaJIT keeps or adds: foreach, foreachi, move, sort
-- table.foreach
blocks [=====[
local r = {} table.foreach({10, 20}, function(k, v) r[#r + 1] = k .. "=" .. v end) return table.concat(r, " ")
---
local r = {} table.foreach({a = 1}, function(k, v) r[#r + 1] = k .. "=" .. v end) return table.concat(r, " ")
---
local n = 0 table.foreach({}, function() n = n + 1 end) return n
---
return table.foreach({1, 2, 3}, function(k, v) if v == 2 then return "found" end end)
---
return table.foreach({1, 2, 3}, function(k, v) if v == 2 then return "a", "b" end end)
---
return table.foreach({1, 2, 3}, function() return false end)
---
return table.foreach({1, 2, 3}, function() end)
---
return select("#", table.foreach({1}, function() end))
---
local n = 0 table.foreach({1, nil, 3}, function(k) n = n + k end) return n
---
local n = 0 table.foreach({1, 2, a = 3}, function(k, v) n = n + v end) return n
---
local n = 0 table.foreach(setmetatable({}, {__index = {1, 2}}), function() n = n + 1 end) return n
---
local t = {1, 2, 3} table.foreach(t, function(k) t[k] = nil end) return next(t)
---
local ok, e = pcall(table.foreach, {1}, function() error("inside", 0) end) return ok, e
---
local keys = {} table.foreach({x = 1, y = 2}, function(k) keys[#keys + 1] = k end) table.sort(keys) return table.concat(keys)
---
table.foreach({5}, print)
---
return table.foreach({5}, math.max)
---
local ok = pcall(table.foreach) return ok
---
local ok = pcall(table.foreach, {}) return ok
---
local ok = pcall(table.foreach, {}, 5) return ok
---
local ok = pcall(table.foreach, "x", print) return ok
---
local ok = pcall(table.foreach, nil, print) return ok
]=====]
-- table.foreachi
blocks [=====[
local r = {} table.foreachi({10, 20}, function(i, v) r[#r + 1] = i .. "=" .. v end) return table.concat(r, " ")
---
local n = 0 table.foreachi({}, function() n = n + 1 end) return n
---
local n = 0 table.foreachi({1, 2, a = 3}, function() n = n + 1 end) return n
---
return table.foreachi({1, 2, 3}, function(i, v) if v == 2 then return "found" end end)
---
return table.foreachi({1, 2, 3}, function(i, v) if v == 2 then return "a", "b" end end)
---
return table.foreachi({1, 2, 3}, function() return false end)
---
return table.foreachi({1, 2, 3}, function() end)
---
return select("#", table.foreachi({1}, function() end))
---
local order = {} table.foreachi({"c", "a", "b"}, function(i, v) order[i] = v end) return table.concat(order)
---
local n = 0 table.foreachi({[0] = 1, 2, 3}, function(i) n = n + i end) return n
---
local t = {1, 2, 3} table.foreachi(t, function(i) t[i] = t[i] * 2 end) return table.concat(t, " ")
---
local t = {1, 2} local n = 0 table.foreachi(t, function(i) n = n + 1 if n < 5 then t[#t + 1] = n end end) return n
---
local ok, e = pcall(table.foreachi, {1}, function() error("inside", 0) end) return ok, e
---
table.foreachi({5, 6}, print)
---
return table.foreachi({5}, math.max)
---
local n = 0 table.foreachi(setmetatable({}, {__index = {1, 2}}), function() n = n + 1 end) return n
---
local ok = pcall(table.foreachi) return ok
---
local ok = pcall(table.foreachi, {}) return ok
---
local ok = pcall(table.foreachi, {}, 5) return ok
---
local ok = pcall(table.foreachi, "x", print) return ok
---
local ok = pcall(table.foreachi, nil, print) return ok
]=====]
-- table.move
blocks [=====[
return table.concat(table.move({1, 2, 3}, 1, 3, 2), " ")
---
return table.concat(table.move({1, 2, 3}, 2, 3, 1), " ")
---
return table.concat(table.move({1, 2, 3}, 1, 3, 1), " ")
---
return table.concat(table.move({1, 2, 3}, 1, 3, 4), " ")
---
return table.concat(table.move({1, 2, 3}, 1, 3, 1, {}), " ")
---
return table.concat(table.move({1, 2, 3}, 1, 3, 3, {7, 8, 9}), " ")
---
return table.concat(table.move({1, 2, 3}, 2, 2, 1, {}), " ")
---
return #table.move({1, 2, 3}, 1, 0, 1, {})
---
return #table.move({1, 2, 3}, 3, 1, 1, {})
---
local t = {1, 2, 3} return table.move(t, 1, 3, 2) == t
---
local t = {} return table.move({1}, 1, 1, 1, t) == t
---
local t = table.move({1, 2, 3}, 1, 3, -1) return t[-1], t[0], t[1]
---
local t = table.move({1, nil, 3}, 1, 3, 1, {9, 9, 9}) return t[1], t[2], t[3]
---
local t = table.move({1, 2}, 1, 4, 1, {9, 9, 9, 9}) return t[1], t[2], t[3], t[4]
---
return table.move({1, 2, 3}, "1", "2", "1", {})[2]
---
local log = {} table.move(setmetatable({}, {__index = function(_, i) return i * 10 end}), 1, 3, 1, log) return table.concat(log, " ")
---
local log = {} table.move({1, 2}, 1, 2, 1, setmetatable({}, {__newindex = function(_, k, v) log[#log + 1] = k .. v end})) return table.concat(log, " ")
---
local ok = pcall(table.move) return ok
---
local ok = pcall(table.move, {}, 1, 2) return ok
---
local x = table.move({}, "x", 2, 1)
---
local x = table.move(nil, 1, 2, 1)
---
local x = table.move({}, 1, 2, 1, 5)
]=====]
-- table.sort
blocks [=====[
local t = {} table.sort(t) return #t
---
local t = {1} table.sort(t) return t[1]
---
local t = {2, 1} table.sort(t) return t[1], t[2]
---
local t = {3, 1, 2} table.sort(t) return table.concat(t, " ")
---
local t = {5, 2, 8, 1, 9, 3, 7, 4, 6, 0} table.sort(t) return table.concat(t, " ")
---
local t = {1, 1, 1, 1, 1} table.sort(t) return table.concat(t, " ")
---
local t = {1, 2, 3, 4, 5} table.sort(t) return table.concat(t, " ")
---
local t = {5, 4, 3, 2, 1} table.sort(t) return table.concat(t, " ")
---
local t = {1.5, -1, 0, 1e10, -1e10, 0.5} table.sort(t) return table.concat(t, " ")
---
local t = {1/0, -1/0, 0} table.sort(t) return t[1], t[2], t[3]
---
local t = {"b", "a", "c"} table.sort(t) return table.concat(t, " ")
---
local t = {"a", "B", "_", "1", "é", ""} table.sort(t) return table.concat(t, " ")
---
local t = {"a\0b", "a", "a\0a"} table.sort(t) return #t[1], #t[2], t[2] < t[3]
---
local t = {3, 1, 2} table.sort(t, function(a, b) return a > b end) return table.concat(t, " ")
---
local t = {"aaa", "b", "cc"} table.sort(t, function(a, b) return #a < #b end) return table.concat(t, " ")
---
local t = {{3}, {1}, {2}} table.sort(t, function(a, b) return a[1] < b[1] end) return t[1][1], t[2][1], t[3][1]
---
local t = {3, 1, 2} table.sort(t, nil) return table.concat(t, " ")
---
local t = {3, 1, 2, n = 5, [0] = 9} table.sort(t) return table.concat(t, " "), t[0], t.n
---
local mt = {__lt = function(a, b) return a.v < b.v end} local t = {setmetatable({v = 2}, mt), setmetatable({v = 1}, mt)} table.sort(t) return t[1].v, t[2].v
---
return select("#", table.sort({2, 1}))
---
local t = {} for i = 1, 100 do t[i] = (i * 37) % 101 end table.sort(t) for i = 2, 100 do if t[i - 1] > t[i] then return i end end return "in order"
---
local t = {} for i = 1, 200 do t[i] = i % 7 end table.sort(t, function(a, b) return a > b end) return t[1], t[200], t[29], t[30]
---
local n = 0 table.sort({3, 1, 2, 5, 4}, function(a, b) n = n + 1 return a < b end) return n > 4
---
local t = {3, 1, 2} local ok, e = pcall(table.sort, t, function() error("while comparing", 0) end) return ok, e
---
local ok, e = pcall(table.sort, {1, 2, 3, 4, 5}, function() return true end) return ok, e
---
local t = {4, 2, 3, 1} table.sort(t, function(a, b) return false end) return #t
---
local t = {3, 2, 1} table.sort(t, function(a, b) return a < b and 1 end) return table.concat(t, " ")
---
local t = {2, 1, 3} table.sort(t, function(a, b) return a < b, "extra" end) return table.concat(t, " ")
---
local t = {3, 1, 2} table.sort(t, setmetatable({}, {__call = function() end}))
---
table.sort()
---
table.sort(nil)
---
table.sort("x")
---
table.sort({1, 2}, 5)
---
table.sort({1, 2}, "x")
---
local ok, e = pcall(table.sort, {1, "x"}) return ok, e
---
local ok, e = pcall(table.sort, {{}, {}}) return ok, e
---
local ok, e = pcall(table.sort, {true, false}) return ok, e
---
local ok, e = pcall(table.sort, {1, nil, 3}, nil) return ok == (e == nil)
---
local t = {"10", "9", "1"} table.sort(t, function(a, b) return tonumber(a) < tonumber(b) end) return table.concat(t, " ")
---
local t = setmetatable({3, 1, 2}, {__index = function() return 0 end, __newindex = function() error("not asked") end}) table.sort(t) return table.concat(t, " ")
]=====]
