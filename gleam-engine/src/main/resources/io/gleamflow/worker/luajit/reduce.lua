-- Reductions: the combining function of a step, and what has been combined for each key.

local Row, keys, failure, script = ...

local function size(value)
  if type(value) == "number" or value == nil then return 0 end
  return type(value) == "string" and 64 + #value or 512
end

-- The values reduced so far, `width` of them for each key, in one list.
local Reducer = {}
Reducer.__index = Reducer

local function reducer(operation)
  local f = script(operation)
  return setmetatable({ operation = operation, f = f, width = -1, values = {}, arguments = {}, memory = 0 }, Reducer)
end

function Reducer:check(row)
  local count = row.width - 1
  if count < 1 then failure.refuse("a row has no value beside the key, so there is nothing to reduce") end
  if self.width < 0 then
    self.width = count
  elseif count ~= self.width then
    failure.refuse("a row has " .. count .. " values beside the key, and rows before it had " .. self.width)
  end
end

-- Takes the values of the first row of a key.
function Reducer:first(key, row)
  self:check(row)
  local width = self.width
  for i = 1, width do
    local value = row:value(i + 1)
    self.values[(key - 1) * width + i] = value
    self.memory = self.memory + size(value)
  end
  self.memory = self.memory + 8 * width
end

-- Combines what a key has with the values of one more row.
function Reducer:add(key, row)
  self:check(row)
  local width, values = self.width, self.values
  if width == 1 then
    local old = values[key]
    local value = self:single(self.f(old, (row:value(2))))
    if type(value) ~= "number" then self.memory = self.memory + size(value) - size(old) end
    values[key] = value
  else
    self:add_wide((key - 1) * width, row)
  end
end

function Reducer:check_results(count)
  if count == self.width then return end
  failure.refuse("the function returned " .. count .. (count == 1 and " value" or " values") .. " where a row has " .. self.width
    .. " beside the key")
end

-- The one value a function must return where rows have one beside the key.
function Reducer:single(...)
  self:check_results(select("#", ...))
  return (...)
end

function Reducer:take(at, count, ...)
  self:check_results(count)
  for i = 1, count do
    local value = (select(i, ...))
    self.memory = self.memory + size(value) - size(self.values[at + i])
    self.values[at + i] = value
  end
end

function Reducer:counted(at, ...) return self:take(at, select("#", ...), ...) end

function Reducer:add_wide(at, row)
  local width, arguments = self.width, self.arguments
  for i = 1, width do
    arguments[i] = self.values[at + i]
    arguments[width + i] = row:value(i + 1)
  end
  return self:counted(at, self.f(unpack(arguments, 1, 2 * width)))
end

-- Makes a row of a key and its values.
function Reducer:fill(row, key, number)
  local width = self.width
  row.bytes, row.maker, row.values[1] = false, self.operation, key
  for i = 1, width do row.values[i + 1] = self.values[(number - 1) * width + i] end
  row.width = width + 1
  row:made()
end

function Reducer:clear() self.values, self.memory = {}, 0 end

local reduce = {}

-- Makes one row of all rows of a shard that have the same first column; what it holds is bounded, which is right because the
-- function is associative.
function reduce.partial(operation, memory, next)
  local values, known, reduced = reducer(operation), keys.table(), Row.new()
  local key_columns = { 1 }
  local function flush()
    for number = 1, known.size do
      values:fill(reduced, known:value(number), number)
      next:row(reduced)
    end
    known = keys.table()
    values:clear()
  end
  local partial = {}
  function partial:row(row)
    failure.operation, failure.row = operation, row
    local number, new = known:number(row, key_columns)
    if new then values:first(number, row) else values:add(number, row) end
    if known:memory() + values.memory > memory then flush() end
  end
  function partial:finish()
    flush()
    return next:finish()
  end
  return partial
end

-- Makes one row of all rows with the same first column; they come one after the other.
function reduce.final(operation, next)
  local values, reduced = reducer(operation), Row.new()
  local current, any = nil, false
  local function flush()
    if any then
      values:fill(reduced, current, 1)
      next:row(reduced)
    end
  end
  local final = {}
  function final:row(row)
    failure.operation, failure.row = operation, row
    local key = row:value(1)
    if any and keys.equal(key, current) then return values:add(1, row) end
    flush()
    failure.operation, failure.row = operation, row
    any, current = true, key
    values:clear()
    values:first(1, row)
  end
  function final:finish()
    flush()
    return next:finish()
  end
  return final
end

return reduce
