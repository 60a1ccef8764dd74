-- The script of a step: a function, and how to hand a row to it.

local Row, world, failure = ...

local arguments_of, value = Row.arguments, Row.value

-- Lua passes no more to a function.
local MOST_ARGUMENTS = 7999

-- Calls a function with columns, and behind them the tables `row` and `prev`, where they are wanted.
local function with_tables(f, script, names)
  local wanted, arguments = script.wanted, {}
  return function(row, prev)
    local count = #wanted
    for i = 1, count do arguments[i] = value(row, wanted[i] + 1) end
    if script.row then
      count = count + 1
      arguments[count] = row:table(names)
    end
    if script.prev then
      count = count + 1
      arguments[count] = prev
    end
    return f(unpack(arguments, 1, count))
  end
end

local function caller(f, script, names)
  local wanted = script.wanted
  if script.byPosition then
    return function(row)
      if row.width > MOST_ARGUMENTS then
        failure.refuse(("a row of %d columns is too wide for a function, which takes %d under luajit; use `row[1]`")
          :format(row.width, MOST_ARGUMENTS))
      end
      return f(arguments_of(row))
    end
  elseif script.row or script.prev then
    return with_tables(f, script, names)
  elseif #wanted == 0 then
    return function() return f() end
  elseif #wanted == 1 then
    local a = wanted[1] + 1
    return function(row) return f(value(row, a)) end
  elseif #wanted == 2 then
    local a, b = wanted[1] + 1, wanted[2] + 1
    return function(row) return f(value(row, a), value(row, b)) end
  elseif #wanted == 3 then
    local a, b, c = wanted[1] + 1, wanted[2] + 1, wanted[3] + 1
    return function(row) return f(value(row, a), value(row, b), value(row, c)) end
  end
  local arguments, count = {}, #wanted
  return function(row)
    for i = 1, count do arguments[i] = value(row, wanted[i] + 1) end
    return f(unpack(arguments, 1, count))
  end
end

-- The function of an operation, and one that calls it with a row and what `prev` is.
return function(operation)
  local script = operation.script
  local f = world.load(operation, script.chunk, script.file, script.line)()
  return f, caller(f, script, operation.columns)
end
