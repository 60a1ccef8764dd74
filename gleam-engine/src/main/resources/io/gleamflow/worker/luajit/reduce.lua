-- Reductions: the combining function of a step, and what has been combined for each key.

local Bytes, Row, keys, failure, script = ...

-- locals of what every row needs, since a trace has to look up a global or a method each time, and check that it is still the same
local select, type = select, type
local value_of, is_plain = Row.value, keys.is_plain

local function size(value)
  if type(value) == "number" or value == nil then return 0 end
  return type(value) == "string" and 64 + #value or 512
end

-- The values reduced so far, `width` of them for each key, in one list.
local Reducer = {}
Reducer.__index = Reducer

local function reducer(operation)
  local f = script(operation)
  local beside = operation.keys == 0 and "" or " beside the key"
  return setmetatable({ operation = operation, f = f, keys = operation.keys, beside = beside, width = -1, values = {},
    arguments = {}, memory = 0 }, Reducer)
end

-- Refuses a row that cannot be reduced with those before it; every row is to be checked before it is taken.
function Reducer:check(row)
  local count = row.width - self.keys
  if count < 1 then failure.refuse("a row has no value" .. self.beside .. ", so there is nothing to reduce") end
  if self.width < 0 then
    self.width = count
  elseif count ~= self.width then
    failure.refuse("a row has " .. count .. " values" .. self.beside .. ", and rows before it had " .. self.width)
  end
end

-- Takes the values of the first row of a key.
function Reducer:first(key, row)
  local width = self.width
  for i = 1, width do
    local value = row:value(self.keys + i)
    self.values[(key - 1) * width + i] = value
    self.memory = self.memory + size(value)
  end
  self.memory = self.memory + 8 * width
end

function Reducer:check_results(count)
  if count == self.width then return end
  failure.refuse("the function returned " .. count .. (count == 1 and " value" or " values") .. " where a row has " .. self.width
    .. self.beside)
end

-- The one value a function must return where rows have one beside the key.
local function single(self, ...)
  local count = select("#", ...)
  if count ~= 1 then self:check_results(count) end
  return (...)
end

-- Combines what a key has with the values of one more row.
function Reducer:add(key, row)
  local width, values = self.width, self.values
  if width == 1 then
    local old = values[key]
    local value = single(self, self.f(old, (row:value(self.keys + 1))))
    if type(value) ~= "number" then self.memory = self.memory + size(value) - size(old) end
    values[key] = value
  else
    self:add_wide((key - 1) * width, row)
  end
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
    arguments[width + i] = row:value(self.keys + i)
  end
  return self:counted(at, self.f(unpack(arguments, 1, 2 * width)))
end

-- Makes a row of a key, which is bytes, and its values.
function Reducer:fill(row, key, number)
  local width, values = self.width, self.values
  failure.operation, failure.row = self.operation, false
  row:set_bytes(key.array, 0, key.length)
  for i = 1, width do row:put(self.operation, self.keys + i, values[(number - 1) * width + i]) end
end

-- The columns of the key, counted from 1.
function Reducer:columns()
  local columns = {}
  for i = 1, self.keys do columns[i] = i end
  return columns
end

function Reducer:clear() self.values, self.memory, self.width = {}, 0, -1 end

-- stands for nil in a table
local NIL = {}

local reduce = {}

-- Makes one row of all rows of a shard that have the same key, which are combined in their order; what it holds is bounded, which
-- is right because the function is associative. Where a row is a plain key and one value, what has been combined is found by the
-- key itself: most rows then need no more than one look-up and the function.
function reduce.partial(operation, memory, next)
  local values, known, reduced, key = reducer(operation), keys.table(), Row.new(), Bytes.new(64)
  local key_columns, f, behind = values:columns(), values.f, next.row
  -- by plain key, and these keys by their numbers
  local combined, names = {}, {}
  local narrow = values.keys == 1

  local function flush()
    for number = 1, known.size do
      key.length = 0
      known:write(number, key)
      local name = names[number]
      if name ~= nil then
        local value = combined[name]
        if value == NIL then value = nil end
        values.values[number] = value
      end
      values:fill(reduced, key, number)
      behind(next, reduced)
    end
    known, combined, names = keys.table(), {}, {}
    values:clear()
  end

  local function bound()
    if known:memory() + values.memory > memory then flush() end
  end

  -- Takes a row in any case, whether or not its key is new.
  local function take(row)
    values:check(row)
    local name = narrow and values.width == 1 and value_of(row, 1)
    if is_plain(name) then
      local number, value = known:add(row, 1), value_of(row, 2)
      values:first(number, row)
      -- it has its place from when all are handed on
      values.values[number] = false
      names[number] = name
      if value == nil then value = NIL end
      combined[name] = value
    else
      local number, new = known:number(row, key_columns)
      if new then values:first(number, row) else values:add(number, row) end
    end
    return bound()
  end

  local partial = {}
  function partial:row(row)
    operation.came = operation.came + 1
    failure.operation, failure.row = operation, row
    if not narrow or row.width ~= 2 or values.width ~= 1 then return take(row) end
    local name = value_of(row, 1)
    local old = combined[name]
    if old == nil then return take(row) end
    if old == NIL then old = nil end
    local value = single(values, f(old, (value_of(row, 2))))
    if type(value) == "number" then
      combined[name] = value
      return
    end
    values.memory = values.memory + size(value) - size(old)
    if value == nil then value = NIL end
    combined[name] = value
    return bound()
  end
  function partial:finish()
    flush()
    return next:finish()
  end
  return partial
end

-- Makes one row of all rows with the same key; they come one after the other.
function reduce.final(operation, next)
  local values, reduced, key, any = reducer(operation), Row.new(), Bytes.new(64), false
  local key_columns = values:columns()
  local indexes = {}
  for i = 1, #key_columns do indexes[i] = i - 1 end
  local begins = keys.watch(indexes)
  local function flush()
    values:fill(reduced, key, 1)
    return next:row(reduced)
  end
  local function finish_key()
    if any then
      flush()
      -- a guard must not hold this back with the row at hand
      if next.release then next:release() end
    end
    any = false
    values:clear()
  end
  local final = {}
  -- a key whose rows were all refused so far has begun, and has no values yet
  function final:row(row)
    operation.came = operation.came + 1
    if begins(row) then
      finish_key()
      key.length = 0
      for i = 1, math.min(#key_columns, row.width) do row:write(i, key) end
    end
    failure.operation, failure.row = operation, row
    values:check(row)
    if any then return values:add(1, row) end
    values:first(1, row)
    any = true
  end
  function final:finish()
    finish_key()
    return next:finish()
  end
  return final
end

return reduce
