---@meta

-- What scripts of gleam have at hand beside the libraries of Lua. Written by gleam:ide.

---@class gleam.json
json = {}

---@class gleam.csv
csv = {}

---@class gleam.date
date = {}

---@class gleam.text
text = {}

---@class gleam.hash
hash = {}

---@class gleam.list
list = {}

---The pieces between separators, which are plain text.
---@param text string
---@param separator string
---@return string[]
function split(text, separator) end

---A table with true for every element.
---@param list any[]
---@return table<any, boolean>
function set(list) end

---The value of a JSON text.
---@param text string
---@param options? table
---@return any
function json.decode(text, options) end

---The JSON text of a value, keys in the order of their bytes.
---@param value any
---@param options? table
---@return string
function json.encode(value, options) end

---What null in an array becomes.
json.null = nil

---Marks a table, so that it is an object even when it is empty; keys that are whole numbers become texts.
---@param tbl table
---@return table
function json.object(tbl) end

---Marks a table, so that it is an array or an error.
---@param tbl table
---@return table
function json.array(tbl) end

---The fields of one record; texts all of them.
---@param text string
---@param separator? string
---@return string[]
function csv.parse(text, separator) end

---All records of a text, without empty lines.
---@param text string
---@param separator? string
---@return string[][]
function csv.parseAll(text, separator) end

---One record, without a line end; as many fields as width says, else up to the last that is not nil.
---@param list any[]
---@param separator? string
---@param width? integer
---@return string
function csv.format(list, separator, width) end

---The seconds of a text, by a pattern or as ISO has it.
---@param text string
---@param pattern? string
---@return number
function date.parse(text, pattern) end

---Whether date.parse reads it.
---@param text string
---@param pattern? string
---@return boolean
function date.isValid(text, pattern) end

---The text of a moment, by a pattern or as ISO has it, where an offset is in force.
---@param moment any
---@param pattern? string
---@param offset? string
---@return string
function date.format(moment, pattern, offset) end

---The seconds now, whole ones.
---@return number
function date.now() end

---The seconds of a date, and of a time if it has one.
---@param year integer
---@param month integer
---@param day integer
---@param hour? integer
---@param minute? integer
---@param second? number
---@return number
function date.of(year, month, day, hour, minute, second) end

---A table: year, month, day, hour, minute, second, weekday, dayOfYear, and week and weekYear of ISO.
---@param moment any
---@return table
function date.fields(moment) end

---So many units later, a text for a text; a day that a month does not have is its last.
---@param moment any
---@param n number
---@param unit string
---@return any
function date.add(moment, n, unit) end

---How many whole units lie between; of seconds the fraction too.
---@param from any
---@param to any
---@param unit string
---@return number
function date.diff(from, to, unit) end

---The start of its unit, a text for a text; weeks start on Monday.
---@param moment any
---@param unit string
---@return any
function date.truncate(moment, unit) end

---1 for Monday to 7 for Sunday.
---@param moment any
---@return number
function date.weekday(moment) end

---Whether the year has 366 days.
---@param year integer
---@return boolean
function date.isLeap(year) end

---How many days the month has.
---@param year integer
---@param month integer
---@return number
function date.daysInMonth(year, month) end

---In lower case: Latin, Greek, Cyrillic, Armenian.
---@param s string
---@return string
function text.lower(s) end

---In upper case; ß stays.
---@param s string
---@return string
function text.upper(s) end

---Without the white space around it.
---@param s string
---@return string
function text.trim(s) end

---Without the white space before it.
---@param s string
---@return string
function text.ltrim(s) end

---Without the white space behind it.
---@param s string
---@return string
function text.rtrim(s) end

---Trimmed, with one blank for all white space in a row.
---@param s string
---@return string
function text.normalizeSpaces(s) end

---Whether there is nothing but white space.
---@param s string
---@return boolean
function text.isBlank(s) end

---The pieces between white space.
---@param s string
---@return table
function text.words(s) end

---The lines, without their ends.
---@param s string
---@return table
function text.lines(s) end

---The pieces between what a Lua pattern matches.
---@param s string
---@param pattern string
---@return table
function text.split(s, pattern) end

---The characters.
---@param s string
---@return table
function text.chars(s) end

---How many characters there are.
---@param s string
---@return number
function text.length(s) end

---From one character to another, negative ones from the end.
---@param s string
---@param first integer
---@param last? integer
---@return string
function text.sub(s, first, last) end

---Whether it starts so.
---@param s string
---@param start string
---@return boolean
function text.startsWith(s, start) end

---Whether it ends so.
---@param s string
---@param ending? string
---@return boolean
function text.endsWith(s, ending) end

---Whether it has that text in it.
---@param s string
---@param what string
---@return boolean
function text.contains(s, what) end

---How often it has that text in it.
---@param s string
---@param what string
---@return number
function text.count(s, what) end

---With another text for each; no patterns.
---@param s string
---@param what string
---@param with string
---@return string
function text.replace(s, what, with) end

---Filled up on the left, with blanks by default.
---@param s any
---@param width integer
---@param fill? string
---@return string
function text.padLeft(s, width, fill) end

---Filled up on the right.
---@param s any
---@param width integer
---@param fill? string
---@return string
function text.padRight(s, width, fill) end

---At most so many characters, with the ending if it was longer.
---@param s string
---@param width integer
---@param ending? string
---@return string
function text.truncate(s, width, ending) end

---Whether all bytes are UTF-8.
---@param s string
---@return boolean
function text.isUtf8(s) end

---The Lua pattern that matches this text.
---@param s string
---@return string
function text.escapePattern(s) end

---MD5, 32 hexadecimal digits.
---@param text string
---@return string
function hash.md5(text) end

---SHA-1, 40 hexadecimal digits.
---@param text string
---@return string
function hash.sha1(text) end

---SHA-256, 64 hexadecimal digits.
---@param text string
---@return string
function hash.sha256(text) end

---The CRC-32 of zip, a number.
---@param text string
---@return number
function hash.crc32(text) end

---32-bit FNV-1a, a number; quick, to spread keys.
---@param text string
---@return number
function hash.fnv1a(text) end

---What a function gives for each element; nil is an error.
---@param list any[]
---@param f function
---@return table
function list.map(list, f) end

---The elements for which it is true.
---@param list any[]
---@param f function
---@return table
function list.filter(list, f) end

---Folds from the left, by default from the first element on.
---@param list any[]
---@param f function
---@param initial? any
---@return any
function list.reduce(list, f, initial) end

---The first element for which it is true, and its index.
---@param list any[]
---@param f function
---@return any
function list.find(list, f) end

---Whether it is true for one.
---@param list any[]
---@param f function
---@return boolean
function list.any(list, f) end

---Whether it is true for all.
---@param list any[]
---@param f function
---@return boolean
function list.all(list, f) end

---Whether a value is an element.
---@param list any[]
---@param value any
---@return boolean
function list.contains(list, value) end

---The index of the first such element, or nil.
---@param list any[]
---@param value any
---@return integer?
function list.indexOf(list, value) end

---In order, numbers before texts, or by a function of two elements; stable.
---@param list any[]
---@param before? function
---@return table
function list.sort(list, before) end

---In the order of what a function gives; stable.
---@param list any[]
---@param f function
---@return table
function list.sortBy(list, f) end

---The last element first.
---@param list any[]
---@return table
function list.reverse(list) end

---Without what has come before.
---@param list any[]
---@return table
function list.unique(list) end

---From one index to another, negative ones from the end.
---@param list any[]
---@param from any
---@param to? any
---@return table
function list.slice(list, from, to) end

---Lists one after the other, as one.
---@param list any[]
---@param ... any
---@return table
function list.concat(list, ...) end

---With the elements of lists in place of these, one level deep by default.
---@param list any[]
---@param depth? integer
---@return table
function list.flatten(list, depth) end

---The first elements, the second ones and so on.
---@param list any[]
---@param ... any
---@return table
function list.zip(list, ...) end

---The elements as one text.
---@param list any[]
---@param separator? string
---@return string
function list.join(list, separator) end

---The sum.
---@param list any[]
---@return number
function list.sum(list) end

---The least number or text, or nil.
---@param list any[]
---@return any
function list.min(list) end

---The greatest number or text, or nil.
---@param list any[]
---@return any
function list.max(list) end

---A table: for each value of a function, the list of the elements that have it.
---@param list any[]
---@param f function
---@return table
function list.groupBy(list, f) end

---The keys in order.
---@param tbl table
---@return table
function list.keys(tbl) end

---The values in the order of their keys.
---@param tbl table
---@return table
function list.values(tbl) end

---The numbers from one to another.
---@param from any
---@param to any
---@param step? number
---@return table
function list.range(from, to, step) end

---What an iterator gives.
---@param iterator function
---@return table
function list.collect(iterator) end

---Writes a line to Maven's log.
---@class gleam.log
---@overload fun(...: any)
log = {}

---@param ... any
function log.info(...) end

---@param ... any
function log.warn(...) end

---@param ... any
function log.error(...) end

---Makes a row of these values, in `flatMap`, `forEach` and `lua`.
---@param ... any
function emit(...) end

---Another name of emit.
---@param ... any
function writeRow(...) end

---The libraries of gleam, also where a column has the name of one.
---@type { json: gleam.json, csv: gleam.csv, date: gleam.date, text: gleam.text, hash: gleam.hash, list: gleam.list }
lib = {}
