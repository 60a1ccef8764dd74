-- manual 2.8: metatables
-- arithmetic
blocks [=====[
local mt = {__add = function(a, b) return "add" end} local t = setmetatable({}, mt) return t + 1, 1 + t, t + t, t + "x", "x" + t, t + nil, t + {}
---
local mt = {__sub = function(a, b) return "sub" end} local t = setmetatable({}, mt) return t - 1, 1 - t, t - t
---
local mt = {__mul = function(a, b) return "mul" end} local t = setmetatable({}, mt) return t * 2, 2 * t, t * t
---
local mt = {__div = function(a, b) return "div" end} local t = setmetatable({}, mt) return t / 2, 2 / t, t / t
---
local mt = {__mod = function(a, b) return "mod" end} local t = setmetatable({}, mt) return t % 2, 2 % t, t % t
---
local mt = {__pow = function(a, b) return "pow" end} local t = setmetatable({}, mt) return t ^ 2, 2 ^ t, t ^ t
---
local mt = {__unm = function(a, b) return "unm", a == b end} local t = setmetatable({}, mt) return -t, - -t == nil
---
local a = setmetatable({}, {__add = function() return "of the left" end}) local b = setmetatable({}, {__add = function() return "of the right" end}) return a + b, b + a
---
local v = {} v.__index = v v.__add = function(a, b) return setmetatable({x = a.x + b.x}, v) end v.__mul = function(a, k) return setmetatable({x = a.x * k}, v) end local a, b = setmetatable({x = 1}, v), setmetatable({x = 2}, v) return (a + b).x, ((a + b) * 10).x
---
local t = setmetatable({}, {__add = function(a, b) return type(a), type(b) end}) return t + 1, (1 + t)
---
local t = setmetatable({}, {__sub = function(a, b) return a == 5 and "number first" or "table first" end}) return 5 - t, t - 5
---
local t = setmetatable({}, {__add = 5}) local ok, e = pcall(function() return t + 1 end) return ok, e:match("attempt.*")
---
local t = setmetatable({}, {__add = setmetatable({}, {__call = function(self, a, b) return "called " .. b end})}) return t + 1
---
local t = setmetatable({}, {__add = function() end}) return t + 1
---
local t = setmetatable({}, {__add = function() error("in add", 0) end}) return t + 1
---
local t = setmetatable({}, {}) return t + 1
---
local t = setmetatable({}, {__index = {__add = function() return "inherited" end}}) return t + 1
---
local t = setmetatable({}, {__unm = function() return "minus" end}) return -t, pcall(function() return t - 1 end)
]=====]
-- concatenation and length
blocks [=====[
local t = setmetatable({}, {__concat = function(a, b) return type(a) .. "," .. type(b) end}) return t .. "x", "x" .. t, t .. 1, 1 .. t, t .. t, t .. {}, nil .. t
---
local t = setmetatable({}, {__concat = function(a, b) return "[" .. tostring(type(b)) .. "]" end}) return "a" .. "b" .. t, t .. "a" .. "b", "a" .. t .. "b"
---
local log = {} local t = setmetatable({}, {__concat = function(a, b) log[#log + 1] = (type(a) == "table" and "t" or a) .. "+" .. (type(b) == "table" and "t" or b) return "r" end}) local s = "1" .. "2" .. t .. "3" .. "4" return s, table.concat(log, " ")
---
local t = setmetatable({}, {__concat = 5}) local ok, e = pcall(function() return t .. "x" end) return ok, e:match("attempt.*")
---
local t = setmetatable({}, {}) return t .. "x"
---
local t = setmetatable({}, {__tostring = function() return "T" end}) return t .. "x"
---
return #setmetatable({1, 2, 3}, {__len = function() return 42 end})
---
return #setmetatable({}, {__index = {1, 2, 3}})
---
local p = newproxy(true) getmetatable(p).__len = function() return 7, 8 end return #p
---
local p = newproxy(true) getmetatable(p).__len = function(a, b) return a == p, b == nil end return #p
---
local p = newproxy(true) getmetatable(p).__concat = function(a, b) return a == p and "left" or "right" end return p .. 1, 1 .. p
]=====]
-- comparison
blocks [=====[
local mt = {__eq = function() return true end} local a, b = setmetatable({}, mt), setmetatable({}, mt) return a == b, a ~= b, a == a, not (a == b)
---
local mt = {__eq = function() return false end} local a = setmetatable({}, mt) return a == a, a ~= a, a == setmetatable({}, mt)
---
local n = 0 local mt = {__eq = function() n = n + 1 return true end} local a, b = setmetatable({}, mt), setmetatable({}, mt) local _ = a == 1, a == "x", a == nil, a == {} return n
---
local mt = {__eq = function() return 1 end} return setmetatable({}, mt) == setmetatable({}, mt)
---
local mt = {__eq = function() end} return setmetatable({}, mt) == setmetatable({}, mt)
---
local f = function() return true end return setmetatable({}, {__eq = f}) == setmetatable({}, {__eq = f})
---
return setmetatable({}, {__eq = function() return true end}) == setmetatable({}, {__eq = function() return true end})
---
return setmetatable({}, {__eq = function() return true end}) == {}
---
local mt = {__eq = function(a, b) return a.v == b.v end} local t = {} t[setmetatable({v = 1}, mt)] = "x" return t[setmetatable({v = 1}, mt)]
---
local mt = {__lt = function(a, b) return a.v < b.v end} local a, b = setmetatable({v = 1}, mt), setmetatable({v = 2}, mt) return a < b, b < a, a > b, b > a, a < a
---
local mt = {__lt = function(a, b) return a.v < b.v end} local a, b = setmetatable({v = 1}, mt), setmetatable({v = 2}, mt) return a <= b, b <= a, a >= b, a <= a
---
local mt = {__le = function(a, b) return a.v <= b.v end} local a, b = setmetatable({v = 1}, mt), setmetatable({v = 2}, mt) return a <= b, b <= a, a >= b
---
local mt = {__le = function(a, b) return true end} return setmetatable({}, mt) < setmetatable({}, mt)
---
local mt = {__lt = function() return "true" end, __le = function() return nil end} local a, b = setmetatable({}, mt), setmetatable({}, mt) return a < b, a <= b
---
local a, b = setmetatable({}, {__lt = function() return true end}), setmetatable({}, {__lt = function() return true end}) return a < b
---
local a = setmetatable({}, {__lt = function() return true end}) return a < 5
---
local a = setmetatable({}, {__lt = function() return true end}) return a < "x"
---
local a = setmetatable({}, {__lt = function() return true end}) return 5 > a
---
local a = setmetatable({}, {__lt = function() return true end}) return a < {}
---
local mt = {__lt = function(a, b) error("in lt", 0) end} return setmetatable({}, mt) < setmetatable({}, mt)
---
local mt = {__lt = function(a, b) return a.v < b.v end} local t = {} for i = 1, 5 do t[i] = setmetatable({v = (i * 3) % 5}, mt) end table.sort(t) return t[1].v, t[2].v, t[3].v, t[4].v, t[5].v
]=====]
-- __index
blocks [=====[
return setmetatable({}, {__index = {a = 1}}).a
---
return setmetatable({a = 1}, {__index = {a = 2}}).a
---
return setmetatable({a = nil}, {__index = {a = 2}}).a, setmetatable({a = false}, {__index = {a = 2}}).a
---
return setmetatable({}, {__index = function(t, k) return k end}).key, setmetatable({}, {__index = function(t, k) return k end})[5]
---
return setmetatable({}, {__index = function(t, k) return 1, 2, 3 end}).x
---
local t t = setmetatable({}, {__index = function(s, k) return s == t end}) return t.x
---
return setmetatable({}, {__index = setmetatable({}, {__index = setmetatable({}, {__index = {deep = 5}})})}).deep
---
return setmetatable({}, {__index = string}).format("%d", 5)
---
return setmetatable({}, {__index = "text"}).len
---
return setmetatable({}, {__index = 5}).x
---
return setmetatable({}, {__index = function() error("no field", 0) end}).x
---
return setmetatable({}, {__index = function(t, k) error("no field " .. k, 2) end}).x
---
local n = 0 local t = setmetatable({}, {__index = function(t, k) n = n + 1 t[k] = k * 2 return t[k] end}) return t[5], t[5], n
---
local t = setmetatable({}, {__index = function(t, k) return nil end}) return t.x, rawget(t, "x")
---
local t = setmetatable({1, 2}, {__index = function(t, i) return -i end}) return t[1], t[2], t[3], t[0], #t
---
local t = setmetatable({}, {__index = function(t, k) return type(k) end}) return t[1], t[1.5], t.x, t[true], t[{}], t[print]
---
local t = setmetatable({}, {__index = function(t, k) return k == nil end}) return t[nil]
---
local t = setmetatable({}, {__index = function(t, k) return k ~= k end}) return t[0/0]
---
local base = {greet = function(self) return "hi " .. self.name end} local o = setmetatable({name = "o"}, {__index = base}) return o:greet()
---
local a = setmetatable({}, {__index = function(t, k) return k .. "!" end}) return a.b, a["c"], a["d e"]
---
local t = {} setmetatable(t, {__index = t}) return pcall(function() return t.x end) 
---
return ("x").len, ("x").nothing, ("x"):len()
]=====]
-- __newindex
blocks [=====[
local log local t = setmetatable({}, {__newindex = function(t, k, v) log = k .. "=" .. v end}) t.a = 1 return log, rawget(t, "a")
---
local t = setmetatable({a = 1}, {__newindex = function() error("not asked") end}) t.a = 2 return t.a
---
local t = setmetatable({}, {__newindex = function(t, k, v) rawset(t, k, v * 2) end}) t.a = 1 t.a = 5 return t.a
---
local store = {} local t = setmetatable({}, {__newindex = store}) t.a = 1 return store.a, rawget(t, "a")
---
local store = {} local t = setmetatable({}, {__newindex = setmetatable({}, {__newindex = store})}) t.a = 1 return store.a
---
local t = setmetatable({}, {__newindex = 5}) t.a = 1
---
local t = setmetatable({}, {__newindex = function(t, k) error("no new field " .. k, 2) end}) t.a = 1
---
local t = setmetatable({}, {__newindex = function(t, k, v) rawset(t, k, v) end}) t[1] = "a" t[2] = "b" return #t, t[1]
---
local t = setmetatable({}, {__newindex = function(...) return select("#", ...) end}) t.a = 1 return rawget(t, "a")
---
local log = {} local t = setmetatable({}, {__newindex = function(t, k, v) log[#log + 1] = tostring(k) end}) t[nil] = 1 t[0/0] = 2 return #log
---
local t = setmetatable({}, {__index = {a = 1}, __newindex = function(t, k, v) rawset(t, k, v + 1) end}) t.a = t.a return t.a
---
local t = setmetatable({a = 1}, {__newindex = function(t, k, v) rawset(t, k, "new") end}) t.a = nil t.a = 2 return t.a
---
local read_only = function(t) return setmetatable({}, {__index = t, __newindex = function() error("read only", 2) end}) end local t = read_only({a = 1}) local ok, e = pcall(function() t.a = 2 end) return t.a, ok, e
---
local t = setmetatable({}, {__newindex = function(t, k, v) rawset(t, k, v) end}) function t.f() return "f" end function t:g() return self == t end return t.f(), t:g()
---
local t = setmetatable({}, {__newindex = function(t, k, v) rawset(t, k, v) end}) t.a, t.b = 1, 2 return t.a, t.b
]=====]
-- __call, __tostring, __metatable, __mode
blocks [=====[
return setmetatable({}, {__call = function(self, ...) return select("#", ...), ... end})(1, nil, 3)
---
local t t = setmetatable({}, {__call = function(self) return self == t end}) return t(), (t())
---
local t = setmetatable({}, {__call = function(self, a) return a * 2 end}) return t(5), pcall(t, 6), select(2, pcall(t, 7))
---
local t = setmetatable({}, {__call = setmetatable({}, {__call = function() return "twice" end})}) return pcall(t)
---
local t = setmetatable({}, {__call = 5}) return t()
---
local t = setmetatable({}, {__call = string.upper}) return pcall(t)
---
local obj = {f = setmetatable({}, {__call = function(self, other, x) return other ~= nil, x end})} return obj.f(1, 2), obj:f(3)
---
local class = setmetatable({}, {__call = function(c, n) return setmetatable({n = n}, {__index = c}) end}) function class:get() return self.n end return class(5):get()
---
local t = setmetatable({}, {__call = function(_, s, c) if c < 3 then return c + 1 end end}) local s = 0 for i in t, nil, 0 do s = s + i end return s
---
return tostring(setmetatable({}, {__tostring = function(t) return "T" end})), tostring(setmetatable({}, {__tostring = function(t) return "a", "b" end}))
---
return getmetatable(setmetatable({}, {__metatable = "hidden"})), pcall(setmetatable, setmetatable({}, {__metatable = 1}), {})
---
local t = setmetatable({}, {__mode = "k"}) t[1] = "number key" collectgarbage() return t[1]
---
local t = setmetatable({}, {__mode = "v"}) local keep = {} t.x = keep collectgarbage() return t.x == keep
---
local t = setmetatable({}, {__mode = "kv"}) local k, v = {}, {} t[k] = v collectgarbage() return t[k] == v
---
local t = setmetatable({}, {__gc = function() error("never seen") end}) t = nil collectgarbage() return "fine"
---
local t = setmetatable({}, {__pairs = function() return function() return "own" end end}) for k in pairs(t) do return k end return "plain"
---
local t = setmetatable({}, {__ipairs = function() error("not asked") end}) for i in ipairs(t) do return i end return "plain"
---
local mt = {} mt.__index = function(t, k) return mt[k] end mt.value = 5 return setmetatable({}, mt).value
---
local meta = {} local t = setmetatable({}, meta) local before = pcall(function() return t + 1 end) meta.__add = function() return "now" end return before, t + 1
---
local t = setmetatable({}, {__name = "MyType"}) local ok, e = pcall(function() return t + 1 end) return e
]=====]
