-- Steps of several scripts. Each entry has a place and columns of its own, as an operation has: failures are told of it.

local Row, failure, script, previous, refuse_function = ...

local expressions = {}

-- The entries of an operation with their functions; whether one of them wants `prev`.
local function prepared(operation)
  local entries, wanted = {}, false
  for i, entry in ipairs(operation.entries) do
    local place = entry.place
    -- errors know lines only, so that no column is told
    place.column = 0
    entry.called, entry.title, entry.owner = entry.title, operation.title, operation
    -- while it is loaded it is the operation's, as any script is
    local _, call = script({ title = operation.title, place = operation.place, columns = entry.columns, script = entry.script })
    entry.call = call
    wanted = wanted or entry.script.prev
    entries[i] = entry
  end
  return entries, wanted
end

-- The first value an entry gives for a row.
local function value(entry, row, prev)
  failure.operation, failure.row = entry, row
  local result = entry.call(row, prev)
  refuse_function(result)
  return result
end

-- Gives columns new values, one after the other: each script sees those that were set before.
function expressions.SET(operation, next)
  local entries, wanted = prepared(operation)
  local enter, remember = previous(wanted, operation.columns, operation.per)
  local set = {}
  function set:row(row)
    operation.came = operation.came + 1
    local prev = enter(row)
    for i = 1, #entries do
      local entry = entries[i]
      row:put(entry, entry.column + 1, (value(entry, row, prev)))
    end
    remember(row)
    row:forget()
    return next:row(row)
  end
  function set:finish() return next:finish() end
  return set
end

-- A new row for each, one value from each script.
function expressions.MAP(operation, next)
  local entries, wanted = prepared(operation)
  local enter, remember = previous(wanted, operation.columns, operation.per)
  local mapped = Row.new()
  local map = {}
  function map:row(row)
    operation.came = operation.came + 1
    local prev = enter(row)
    mapped:clear()
    for i = 1, #entries do mapped:put(entries[i], i, (value(entries[i], row, prev))) end
    remember(mapped)
    return next:row(mapped)
  end
  function map:finish() return next:finish() end
  return map
end

-- Rows for which each script is true pass on; any other is a failure that names all that were not.
function expressions.CHECK(operation, next)
  local entries = prepared(operation)
  local check = {}
  function check:row(row)
    operation.came = operation.came + 1
    local first, titles = false, ""
    for i = 1, #entries do
      local entry = entries[i]
      if not value(entry, row) then
        titles = titles .. (first and ", `" or "`") .. entry.called .. "`"
        first = first or entry
      end
    end
    row:forget()
    if first then
      failure.operation = first
      failure.refuse(titles)
    end
    return next:row(row)
  end
  function check:finish() return next:finish() end
  return check
end

return function(operation, next) return expressions[operation.result](operation, next) end
