-- libraries as globals and in lib
expressions [=====[
lib.json == json, lib.csv == csv, lib.date == date, lib.text == text, lib.hash == hash, lib.list == list, lib.log == log, lib.split == split, lib.set == set
lib.json.encode({1}), type(lib.text.trim)
lib.jsn
lib.xyz
lib[1]
json[1]
json[nil]
json.stringify
hash.md4
date.strftime("%Y")
rawget(json, "decode") == json.decode, next(lib) ~= nil
(function() local text = "a column" return lib.text.upper(text) end)()
]=====]
-- nothing is added to a library
expressions [=====[
(function() json.parse = json.decode end)()
(function() lib.mine = {} end)()
(function() list.extra = 1 end)()
]=====]
-- the prelude
expressions [=====[
split("a,b,,c", ","), split("", ","), split("a", ","), split("a.b", "."), split("a--b", "--"), split(12.5, ".")
split()
split("a")
split("a", "")
split({}, ",")
split("a", 5)
set({"a", "b"}), set({}), set({"a"}).b
set("a")
set({a = 1})
set()
type(log), pcall(log.info), pcall(log, "x")
]=====]
log("one", 2)
log.info("info", nil)
log.warn("careful")
log.error("broken")

-- globals of scripts do not reach into libraries, loaded or not
type, next, pairs, ipairs, error, select, setmetatable, rawget = 1, 2, 3, 4, nil, nil, nil, nil
math, table, bit = nil, nil, nil
print(csv.parse("a,b")[2], csv.format({ 1.5, true }), text.upper("é"), split("a,b", ",")[2], set({ "x" }).x, list.sum({ 1, 2 }), hash.crc32("a"))
print(pcall(function() local x = csv.parse(5) return x end))
print(pcall(function() local x = csv.pars(5) return x end))
print(pcall(function() local x = split({}) return x end))
