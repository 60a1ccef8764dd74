-- The row-by-row steps with Lua. An operation takes rows by `row`, which counts them in `came`, and `finish` when no more come; `next`
-- is the one behind it.

local Row, shapes, failure, script, emitter, previous = ...

-- locals of what every row needs, since a trace has to look up a global or a method each time, and check that it is still the same
local select, type = select, type
local set_values, set_output = Row.set_values, emitter.set

local function widths(count, names)
  return "the script gave " .. count .. (count == 1 and " value" or " values") .. ", and `as` names " .. names
    .. (names == 1 and " column" or " columns")
end

local function refuse_function(value)
  if type(value) == "function" then failure.refuse("the result is a function; call it, as in `parse(line)`") end
end

local steps = {}

-- The values a script returns are the new row; none drop it.
function steps.MAP(operation, next)
  local _, call = script(operation)
  local width, made, behind = #operation.as, Row.new(), next.row
  local enter, remember = previous(operation.script.prev, operation.as, operation.per)
  local function take(count, ...)
    if count == 0 then return end
    refuse_function((...))
    if width ~= 0 and count ~= width then failure.refuse(widths(count, width)) end
    set_values(made, operation, count, ...)
    remember(made)
    return behind(next, made)
  end
  local function counted(...) return take(select("#", ...), ...) end
  local map = {}
  function map:row(row)
    operation.came = operation.came + 1
    failure.operation, failure.row = operation, row
    return counted(call(row, enter(row)))
  end
  function map:finish() return next:finish() end
  return map
end

-- Keeps the rows for which the first value a script returns is neither nil nor false.
function steps.FILTER(operation, next)
  local _, call = script(operation)
  local enter, remember = previous(operation.script.prev, operation.columns, operation.per)
  local filter = {}
  function filter:row(row)
    operation.came = operation.came + 1
    failure.operation, failure.row = operation, row
    local verdict = call(row, enter(row))
    refuse_function(verdict)
    remember(row)
    if verdict then
      row:forget()
      return next:row(row)
    end
  end
  function filter:finish() return next:finish() end
  return filter
end

-- Runs a script for its effects: rows pass on, or, when the script emits, the emitted ones take their place.
function steps.FOR_EACH(operation, next)
  local _, call = script(operation)
  local emits, width, emitted = operation.script.emits, #operation.as, Row.new()
  local input = false
  local function emit(...)
    local count = select("#", ...)
    failure.operation, failure.row = operation, input
    if width ~= 0 and count ~= width then failure.refuse(widths(count, width)) end
    set_values(emitted, operation, count, ...)
    return next:row(emitted)
  end
  local each = {}
  function each:row(row)
    operation.came = operation.came + 1
    failure.operation, failure.row, input = operation, row, row
    local before = set_output(emits and emit)
    call(row)
    set_output(before)
    if not emits then
      row:forget()
      return next:row(row)
    end
  end
  function each:finish() return next:finish() end
  return each
end

-- Any number of rows for each: a script returns an iterator, as the generic `for` takes it, or a list, or nothing and emits.
function steps.FLAT_MAP(operation, next)
  local _, call = script(operation)
  local width, made, behind = #operation.as, Row.new(), next.row
  local input, keep = false, {}
  for i, column in ipairs(operation.keep) do keep[i] = column + 1 end

  local keeps = #keep > 0

  local function pass(count, ...)
    failure.operation, failure.row = operation, input
    if width ~= 0 and count ~= width then failure.refuse(widths(count, width)) end
    if not keeps then set_values(made, operation, count, ...) else made:set_kept(operation, input, keep, count, ...) end
    return behind(next, made)
  end

  local function emit(...) return pass(select("#", ...), ...) end

  local function pass_list(count, list)
    failure.operation, failure.row = operation, input
    if width ~= 0 and count ~= width then failure.refuse(widths(count, width)) end
    made:set_list(operation, input, keep, count, list)
    return behind(next, made)
  end

  local function step(...)
    local control = ...
    if control == nil then return nil end
    pass(select("#", ...), ...)
    failure.operation, failure.row = operation, input
    -- whatever ran behind may have set another output
    set_output(emit)
    return control
  end

  local function iterate(iterator, state, control)
    repeat control = step(iterator(state, control)) until control == nil
  end

  local function list(elements)
    local size = shapes.list_size(elements, failure.refuse)
    if not size then failure.refuse("flatMap wants a list, and got a table without elements from 1") end
    for i = 1, size do
      local element = rawget(elements, i)
      local columns = type(element) == "table" and shapes.list_size(element, failure.refuse)
      if columns then
        pass_list(columns, element)
      else
        pass(1, element)
      end
      failure.operation, failure.row = operation, input
      set_output(emit)
    end
  end

  local flat = {}
  function flat:row(row)
    operation.came = operation.came + 1
    failure.operation, failure.row, input = operation, row, row
    local before = set_output(emit)
    local first, state, control = call(row)
    local kind = type(first)
    if kind == "function" then
      iterate(first, state, control)
    elseif kind == "table" then
      list(first)
    elseif first ~= nil then
      failure.refuse("flatMap wants an iterator, a list or nothing, and got a " .. kind)
    end
    set_output(before)
  end
  function flat:finish() return next:finish() end
  return flat
end

return steps, widths, refuse_function
