-- A row on its way through the operations. A column is either bytes, decoded when asked for, or a plain value that a script made:
-- nil, a boolean, a number or a string. Anything else becomes bytes at once, so that a step gets the same whether the one before
-- runs in its process or not. One object serves all rows of an operation. A column that came as bytes leaves as the same.

local ffi = require "ffi"
local Bytes, messagepack, encode = ...

-- locals of what every row needs, since a trace has to look up a global or a method each time, and check that it is still the same
local select, type = select, type
local decode = messagepack.decode

local Row = {}
Row.__index = Row

-- stands for a column that has not been decoded
local UNREAD = {}

-- the row whose values are being written, and its field `column` says which: to name them if they cannot be
Row.writing = false

-- A row without columns. Where it has bytes, `starts` is false for columns that have been made.
function Row.new()
  return setmetatable({ width = 0, values = {}, bytes = false, starts = {}, ends = {}, maker = false,
    own = Bytes.new(64), spare = Bytes.new(64) }, Row)
end

local PLAIN = { ["nil"] = true, boolean = true, number = true, string = true }

-- Becomes the row in these bytes, from `at` up to `stop`.
function Row:set_bytes(b, at, stop)
  local width, values, starts, ends = 0, self.values, self.starts, self.ends
  while at < stop do
    width = width + 1
    starts[width] = at
    at = messagepack.skip(b, at, stop)
    ends[width] = at
    values[width] = UNREAD
  end
  self.width, self.bytes = width, b
end

-- Becomes a row of one text.
function Row:set_text(text)
  self.width, self.bytes, self.values[1] = 1, false, text
end

-- Puts a value where a row keeps it if it is plain, with minus zero as the zero it is when it has been bytes; says whether it was.
local function keep(values, i, value)
  local kind = type(value)
  values[i] = kind == "number" and value + 0 or value
  return kind == "string" or kind == "number" or PLAIN[kind]
end

local function keep_all(values, count, ...)
  local plain = true
  for i = 1, count do plain = keep(values, i, (select(i, ...))) and plain end
  return plain
end

-- Becomes a row of the values given, for which `maker` is to blame. Those that are not plain become bytes. There is no loop where
-- there are few, since a loop would cut the trace of those who call this.
function Row:set_values(maker, count, ...)
  local values, plain = self.values, true
  self.width, self.bytes, self.maker = count, false, maker
  if count == 1 then
    plain = keep(values, 1, (...))
  elseif count == 2 then
    local a, b = ...
    plain = keep(values, 1, a)
    plain = keep(values, 2, b) and plain
  elseif count == 3 then
    local a, b, c = ...
    plain = keep(values, 1, a)
    plain = keep(values, 2, b) and plain
    plain = keep(values, 3, c) and plain
  else
    plain = keep_all(values, count, ...)
  end
  if plain then return end
  self.spare.length = 0
  self:write_all(self.spare)
  return self:become_spare()
end

function Row:become_spare()
  self.own, self.spare = self.spare, self.own
  return self:set_bytes(self.own.array, 0, self.own.length)
end

-- Becomes a row without columns.
function Row:clear() self.width, self.bytes = 0, false end

-- Puts a value, for which `maker` is to blame, in the place of a column; a row that is too short gets nil in between. A value that
-- cannot be a column leaves the row as it is.
function Row:put(maker, column, value)
  local values, starts = self.values, self.starts
  for i = self.width + 1, column do values[i], starts[i] = nil, false end
  if column > self.width then self.width = column end
  self.maker = maker
  if PLAIN[type(value)] then
    if value == 0 then value = 0 end
    values[column], starts[column] = value, false
    return
  end
  local out = self.spare
  out.length = 0
  for i = 1, self.width do
    if i == column then self:write_value(i, value, out) else self:write(i, out) end
  end
  return self:become_spare()
end

-- Begins a row with columns of another, as the bytes they are; gives where what follows is written.
local function begin(self, maker, other, columns)
  local out = self.spare
  out.length, self.maker = 0, maker
  for i = 1, #columns do
    if columns[i] > other.width then encode.value(out, nil) else other:write(columns[i], out) end
  end
  return out
end

-- Becomes a row of columns of another, and behind them of values.
function Row:set_kept(maker, other, columns, count, ...)
  local out = begin(self, maker, other, columns)
  for i = 1, count do self:write_value(#columns + i, (select(i, ...)), out) end
  return self:become_spare()
end

-- The same with the elements of a list, of which there may be more than Lua passes to a function.
function Row:set_list(maker, other, columns, count, list)
  local out = begin(self, maker, other, columns)
  for i = 1, count do self:write_value(#columns + i, rawget(list, i), out) end
  return self:become_spare()
end

-- Forgets what has been decoded: a script that had the row may have changed its tables, and rows pass on as they came.
function Row:forget()
  if not self.bytes then return end
  local values, starts = self.values, self.starts
  for i = 1, self.width do
    if starts[i] then values[i] = UNREAD end
  end
end

-- Becomes some of the columns of another row.
function Row:set_columns(other, columns)
  local count, bytes = #columns, other.bytes
  self.width, self.bytes, self.maker = count, bytes, other.maker
  for i = 1, count do
    local column = columns[i]
    self.values[i] = other.values[column]
    if bytes then self.starts[i], self.ends[i] = other.starts[column], other.ends[column] end
  end
end

-- A column counted from 1; nil where the row has none.
local function value_of(self, column)
  if column > self.width then return nil end
  local value = self.values[column]
  if value == UNREAD then
    value = decode(self.bytes, self.starts[column], self.ends[column])
    self.values[column] = value
  end
  return value
end

Row.value = value_of

-- Appends a value as MessagePack that is to be a column.
function Row:write_value(column, value, out)
  Row.writing, self.column = self, column
  encode.value(out, value)
end

-- Appends a column as MessagePack.
function Row:write(column, out)
  local b, from = self.bytes, self.starts[column]
  if b and from then
    local count = self.ends[column] - from
    local a, at = out:room(count)
    ffi.copy(a + at, b + from, count)
    out.length = at + count
  else
    return self:write_value(column, self.values[column], out)
  end
end

-- Appends all columns.
function Row:write_all(out)
  for column = 1, self.width do self:write(column, out) end
end

-- The row as a table: columns by position, and by name where they have names.
function Row:table(names)
  local t = {}
  for i = 1, self.width do
    local value = self:value(i)
    t[i] = value
    if names[i] then t[names[i]] = value end
  end
  return t
end

-- What a function takes that gets the columns as arguments.
function Row:arguments()
  local width = self.width
  if width == 1 then return value_of(self, 1) end
  if width == 2 then return value_of(self, 1), value_of(self, 2) end
  if width == 3 then return value_of(self, 1), value_of(self, 2), value_of(self, 3) end
  for column = 1, width do value_of(self, column) end
  return unpack(self.values, 1, width)
end

return Row
