expressions [=====[
list.map({1, 2, 3}, function(x) return x * x end), list.map({}, print), list.map({"1", "2"}, tonumber), list.map({" a ", "b"}, text.trim)
list.map({1, 2}, function(...) return select("#", ...) end), list.map({false, true}, tostring)
list.map({"a", "1"}, tonumber)
list.filter({1, 2, 3, 4}, function(x) return x > 2 end), list.filter({}, print), list.filter({false, true}, function(x) return not x end)
list.reduce({1, 2, 3}, function(a, b) return a - b end), list.reduce({1, 2, 3}, function(a, b) return a - b end, 10), list.reduce({5}, print), list.reduce({}, print, 7)
list.reduce({"a", "b"}, function(a, b) return a .. b end, ""), list.reduce({false}, function(a, b) return b end)
list.reduce({}, print)
list.find({1, 2, 3}, function(x) return x > 1 end), (list.find({1}, function(x) return x > 1 end))
list.any({1, 2}, function(x) return x == 2 end), list.any({}, print), list.all({1, 2}, function(x) return x < 2 end), list.all({}, print)
list.contains({1, "a", true}, "a"), list.contains({1}, "1"), list.contains({}, 1), list.contains({false}, false), list.contains({1}, nil)
list.indexOf({"a", "b", "b"}, "b"), (list.indexOf({"a"}, "c")), list.indexOf({1, 2.5}, 2.5)
list.reverse({1, 2, 3}), list.reverse({}), list.reverse({"x"})
list.unique({1, 2, 1, "1", 2, true, true}), list.unique({}), #list.unique({0/0, 0/0})
list.concat({1}, {2, 3}, {}, {4}), list.concat(), list.concat({})
list.join({"a", 1, 2.5, true, 0.1, 2^53}, ", "), list.join({}), list.join({"a", "b"}), list.join({1/3})
list.slice({1, 2, 3, 4}, 2), list.slice({1, 2, 3, 4}, 2, 3), list.slice({1, 2, 3, 4}, -2), list.slice({1, 2, 3, 4}, 1, -2)
list.slice({1, 2, 3}, 0, 10), list.slice({1, 2, 3}, 3, 2), list.slice({1, 2, 3}, -10, -3), list.slice({}, 1, 1)
list.flatten({1, {2, {3, {4}}}, {}, {5}}), list.flatten({1, {2, {3, {4}}}}, 2), list.flatten({1, {2, {3, {4}}}}, 0), list.flatten({{1, {2}}}, 1000)
list.flatten({{a = 1}, {2}}), list.flatten({"ab", {"c"}})
list.zip({1, 2, 3}, {"a", "b", "c"}), list.zip({1, 2}, {"a"}), list.zip({1}), list.zip({}, {1}), list.zip({1}, {2}, {3})
list.range(1, 5), list.range(5, 1), list.range(5, 1, -2), list.range(0, 1, 0.25), list.range(1, 1), list.range(-2, 2, 2)
list.sum({1, 2, 3.5}), list.sum({}), list.min({3, 1, 2}), list.max({3, 1, 2}), list.min({"b", "a"}), list.max({"b", "a"}), (list.min({})), (list.max({}))
list.groupBy({1, 2, 3, 4}, function(x) return x % 2 == 0 and "even" or "odd" end), list.groupBy({}, print), list.groupBy({"a", "bb", "c"}, string.len)
list.keys({b = 1, a = 2, [10] = 3, [9] = 4, [2.5] = 5}), list.keys({}), list.values({b = 1, a = 2, [10] = 3, [9] = 4}), list.keys({[true] = 1, [false] = 2, x = 3})
list.collect(("a b c"):gmatch("%a")), list.collect(ipairs({"x", "y"})), list.collect(pairs({})), list.collect(function() end)
]=====]

-- sorting
expressions [=====[
list.sort({3, 1, 2}), list.sort({}), list.sort({1}), list.sort({"b", "a", "B", "é", "", "a\0"}), list.sort({2, 10, 1}), list.sort({"2", "10", "1"})
list.sort({"a", 2, true, "B", 1, false}), list.sort({1/0, -1/0, 0}), list.sort({3, 1, 2}, function(a, b) return a > b end)
list.sort({{"b", 1}, {"a", 1}, {"c", 0}, {"d", 1}, {"e", 0}}, function(a, b) return a[2] < b[2] end)
list.sort({5, 3, 5, 1, 3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9})
list.sort({1, 2, 3}, function() return true end), list.sort({1, 2, 3}, function() return false end), list.sort({1, 2, 3}, function() return nil end)
list.sortBy({"ccc", "a", "bb", "d"}, string.len), list.sortBy({3, -1, 2}, math.abs), list.sortBy({}, print), list.sortBy({2, "x", 1}, type)
list.sort({1, {}})
list.sort({1, 0/0})
list.sort({print})
list.sort({setmetatable({}, {})})
list.sortBy({1, 2}, function() end)
list.sortBy({{1}, {2}}, function(x) return x end)
list.sort({1, "x"}, function(a, b) return a < b end)
]=====]

-- nothing changes its arguments
local before = { 3, 1, { 2 } }
local other = { 5 }
for _, f in ipairs {
  function() list.reverse(before) end, function() list.sort(before, function() return true end) end,
  function() list.map(before, tostring) end, function() list.filter(before, tonumber) end, function() list.unique(before) end,
  function() list.flatten(before)[1] = 9 end, function() list.slice(before, 1)[1] = 9 end, function() list.concat(before, other)[1] = 9 end,
  function() list.zip(before, other)[1][1] = 9 end, function() list.sortBy(before, type)[1] = 9 end, function() list.join({ 1, 2 }) end,
} do
  f()
end
print(#before, before[1], before[2], before[3][1], #other, other[1])

-- arguments
expressions [=====[
list.map()
list.map("abc", tostring)
list.map({a = 1}, tostring)
list.map({[2] = 1}, tostring)
list.map({1})
list.map({1}, "tostring")
list.filter(nil, print)
list.filter({1}, nil)
list.reduce({1}, nil)
list.find({1}, 1)
list.contains(nil, 1)
list.indexOf("abc", "a")
list.reverse(5)
list.sort(5)
list.sort({1}, "desc")
list.sortBy({1})
list.unique(true)
list.concat({1}, nil, {2})
list.concat({1}, "x")
list.join({1, {}})
list.join({1}, 5)
list.join("x")
list.slice({1})
list.slice({1}, 1.5)
list.slice({1}, 1, "2")
list.flatten(1)
list.flatten({1}, "all")
list.zip()
list.zip({1}, 2)
list.range()
list.range(1)
list.range(1, 2, 0)
list.range(1, 0/0)
list.range(1, 1e10)
list.sum({1, "2"})
list.sum({1, {}})
list.min({1, "a"})
list.max({{}, {}})
list.min({0/0})
list.groupBy({1}, function() end)
list.keys(5)
list.keys({[print] = 1})
list.values(nil)
list.collect({1})
list.sorted({1})
list.count({1})
]=====]
