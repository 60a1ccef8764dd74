-- manual 5.1: rawequal, rawget, rawset, getmetatable, setmetatable, newproxy
-- rawequal
expressions [=====[
rawequal(1, 1)
rawequal(1, 1.0)
rawequal(1, 2)
rawequal(0, -0)
rawequal(0/0, 0/0)
rawequal("a", "a")
rawequal("a", "b")
rawequal("1", 1)
rawequal("ab", "a" .. "b")
rawequal(nil, nil)
rawequal(nil, false)
rawequal(true, true)
rawequal(true, 1)
rawequal({}, {})
rawequal(print, print)
rawequal(_G, _G)
rawequal(print, pcall)
rawequal(function() end, function() end)
rawequal(setmetatable({}, {__eq = function() return true end}), setmetatable({}, {__eq = function() return true end}))
rawequal(1)
rawequal()
rawequal(1, 1, 2)
rawequal(2^53, 2^53 + 1)
rawequal(1e15, 10^15)
rawequal("", ""), rawequal("\0", "")
]=====]
-- rawget
expressions [=====[
rawget({5}, 1)
rawget({a = 5}, "a")
rawget({}, "a")
rawget({}, nil)
rawget({}, 0/0)
rawget({5}, 1.0)
rawget({5}, "1")
rawget({[1.5] = "f"}, 1.5)
rawget({[true] = "t"}, true)
rawget({[-0] = "z"}, 0)
rawget(setmetatable({}, {__index = {a = 5}}), "a")
rawget(setmetatable({}, {__index = function() return 5 end}), 1)
rawget(setmetatable({a = 1}, {__index = {a = 5}}), "a")
rawget({5}, 1, 2)
rawget({5})
rawget()
rawget(nil, 1)
rawget("x", 1)
rawget(5, 1)
rawget(print, 1)
rawget(_G, "print") == print
rawget(_G, "no such name")
rawget({[2^53] = "big"}, 9007199254740992)
rawget({[1e100] = "huge"}, 1e100)
rawget({false}, 1)
]=====]
-- rawset
blocks [=====[
local t = {} rawset(t, "a", 1) return t.a
---
local t = {} rawset(t, 1, "x") return t[1], #t
---
local t = {} return rawset(t, 1, 2) == t
---
local t = {a = 1} rawset(t, "a", nil) return t.a, next(t)
---
local t = setmetatable({}, {__newindex = function() error("not asked") end}) rawset(t, "a", 1) return t.a
---
local t = setmetatable({}, {__newindex = {}}) rawset(t, "a", 1) return rawget(t, "a")
---
local t = {} rawset(t, 1.0, "x") return t[1]
---
local t = {} rawset(t, -0, "x") return t[0]
---
local t = {} rawset(t, true, 1) rawset(t, false, 2) return t[true], t[false]
---
local t, k = {}, {} rawset(t, k, 1) return t[k]
---
local t = {} rawset(t, "a", 1, "ignored") return t.a
---
local x = rawset()
---
local x = rawset({})
---
local x = rawset({}, 1)
---
local x = rawset(nil, 1, 2)
---
local x = rawset("x", 1, 2)
---
local ok, e = pcall(rawset, {}, nil, 1) return ok, e
---
local ok, e = pcall(rawset, {}, 0/0, 1) return ok, e
---
local ok, e = pcall(rawset, {}, nil, nil) return ok, e
---
local t = {} for i = 1, 100 do rawset(t, i, i * 2) end return #t, t[50]
---
local t = {} for i = 100, 1, -1 do rawset(t, i, i) end return #t
---
rawset(_G, "fresh", 5) local v = fresh rawset(_G, "fresh", nil) return v, fresh
---
local t = setmetatable({}, {__newindex = function(t, k, v) rawset(t, k, v .. "!") end}) t.a = "x" t.a = "y" return t.a
---
local t = {1, 2, 3} rawset(t, 2, nil) return t[1], t[2], t[3]
---
local t = {1, 2, 3} rawset(t, 4, 4) rawset(t, 3, nil) rawset(t, 4, nil) return #t
]=====]
-- getmetatable
expressions [=====[
getmetatable({})
getmetatable(setmetatable({}, {})) ~= nil
getmetatable(nil)
getmetatable(5)
getmetatable(true)
getmetatable(print)
getmetatable(coroutine.create(print))
type(getmetatable(""))
type(getmetatable("any"))
getmetatable("").__index == string
getmetatable("") == getmetatable("other")
getmetatable("").__metatable
getmetatable(setmetatable({}, {__metatable = "locked"}))
getmetatable(setmetatable({}, {__metatable = false}))
getmetatable(setmetatable({}, {__metatable = 42}))
getmetatable(setmetatable({}, {__metatable = nil})) ~= nil
type(getmetatable(io.stdout)), getmetatable(io.stdout).__index == getmetatable(io.stdout)
getmetatable()
getmetatable({}, 1)
getmetatable(getmetatable(setmetatable({}, {__metatable = {}})))
getmetatable(newproxy())
type(getmetatable(newproxy(true)))
getmetatable(setmetatable({}, setmetatable({}, {__index = {__metatable = "inherited"}}))) == "inherited"
(function() local mt = {} return getmetatable(setmetatable({}, mt)) == mt end)()
(function() local mt = {x = 1} local t = setmetatable({}, mt) getmetatable(t).x = 2 return mt.x end)()
]=====]
-- setmetatable
blocks [=====[
local t, mt = {}, {} return setmetatable(t, mt) == t, getmetatable(t) == mt
---
local t = setmetatable({}, {}) return setmetatable(t, nil) == t, getmetatable(t)
---
local t = setmetatable({}, {__index = {a = 1}}) local a = t.a setmetatable(t, nil) return a, t.a
---
local t = setmetatable({}, {__index = {a = 1}}) local a = t.a setmetatable(t, {__index = {a = 2}}) return a, t.a
---
local mt = {} local t = setmetatable({}, mt) mt.__index = function(t, k) return k end return t.late
---
local t = {} setmetatable(t, t) t.__index = function(_, k) return k .. "!" end return t.x
---
local t = setmetatable({}, {__metatable = 1}) local x = setmetatable(t, {})
---
local t = setmetatable({}, {__metatable = false}) local x = setmetatable(t, {})
---
local t = setmetatable({}, {__metatable = 1}) local x = setmetatable(t, nil)
---
local x = setmetatable()
---
local x = setmetatable({})
---
local x = setmetatable({}, 5)
---
local x = setmetatable({}, "x")
---
local x = setmetatable({}, false)
---
local x = setmetatable({}, print)
---
local x = setmetatable(nil, {})
---
local x = setmetatable("x", {})
---
local x = setmetatable(5, {})
---
local x = setmetatable(print, {})
---
return #setmetatable({1, 2}, {}), setmetatable({a = 5}, {}).a
---
local shared = {__index = {v = 7}} local a, b = setmetatable({}, shared), setmetatable({}, shared) shared.__index.v = 8 return a.v, b.v
---
local a = setmetatable({}, {__add = function() return "first" end}) local r = a + 1 setmetatable(a, {__add = function() return "second" end}) return r, a + 1
---
local t = setmetatable({}, {__gc = print, __mode = "k", __len = nil}) return #t
---
local chain = {v = "deep"} for i = 1, 50 do chain = setmetatable({}, {__index = chain}) end return chain.v
---
local t = {} setmetatable(t, {__index = t}) local ok, e = pcall(function() return t.x end) return ok
]=====]
-- newproxy
blocks [=====[
return type(newproxy()), type(newproxy(false)), type(newproxy(true))
---
return getmetatable(newproxy()), getmetatable(newproxy(false))
---
local p = newproxy(true) return type(getmetatable(p)), next(getmetatable(p))
---
local p = newproxy(true) getmetatable(p).__index = {a = 5} return p.a, p.b
---
local p = newproxy(true) local got getmetatable(p).__newindex = function(_, k, v) got = k .. v end p.a = 5 return got
---
local p = newproxy(true) getmetatable(p).__call = function(_, ...) return ... end return p(1, 2)
---
local p = newproxy(true) getmetatable(p).__len = function() return 7 end return #p
---
local p = newproxy(true) getmetatable(p).__tostring = function() return "proxy" end return tostring(p)
---
local p = newproxy(true) local q = newproxy(p) return getmetatable(p) == getmetatable(q), p == q
---
local p = newproxy(true) local q = newproxy(p) getmetatable(p).__eq = function() return true end return p == q, rawequal(p, q)
---
local p = newproxy(true) local q = newproxy(p) getmetatable(p).__lt = function() return true end return p < q, p > q
---
local p = newproxy(true) getmetatable(p).__add = function(a, b) return "sum" end return p + 1, 1 + p
---
local p = newproxy(true) getmetatable(p).__concat = function() return "joined" end return p .. "x", "x" .. p
---
local p = newproxy(true) getmetatable(p).__unm = function() return "minus" end return -p
---
local p = newproxy() return p.x
---
local p = newproxy() p.x = 1
---
local p = newproxy() return p()
---
local p = newproxy() return #p
---
local p = newproxy() return p + 1
---
local p = newproxy() return p .. "x"
---
local p = newproxy() return p < newproxy()
---
local p = newproxy() local q = newproxy(p)
---
local p = newproxy({})
---
local p = newproxy("x")
---
local p, t = newproxy(), {} t[p] = 1 return t[p], t[newproxy()]
]=====]
