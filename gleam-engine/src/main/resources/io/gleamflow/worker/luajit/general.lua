-- The general step: `init()` before the first row, `process(row, emit)` for each, `finish(emit)` behind the last; with keys, for
-- each key. The text is loaded once, with global variables of its own.

local Row, failure, emitter, world, keys, widths = ...

-- What the text of an operation defines.
local function defined(operation)
  local text, environment = operation.lua, world.environment()
  local file = text.place.file
  setfenv(world.load(operation, text.source, file, text.line), environment)()
  failure.operation, failure.row = operation, false
  if rawget(environment, "process") == nil then
    failure.refuse(file .. " defines no global function `process(row, emit)`")
  end
  for _, name in ipairs { "init", "process", "finish" } do
    local kind = type(rawget(environment, name))
    if kind ~= "function" and kind ~= "nil" then
      failure.refuse("`" .. name .. "` of " .. file .. " is a " .. kind .. ", not a function")
    end
  end
  return rawget(environment, "init"), rawget(environment, "process"), rawget(environment, "finish")
end

return function(operation, next)
  local init, process, finish = defined(operation)
  local names, width, begins, any = operation.columns, #operation.as, keys.watch(operation.per), false
  local made, input = Row.new(), false

  local function emit(...)
    local count = select("#", ...)
    failure.operation, failure.row = operation, input
    if width ~= 0 and count ~= width then failure.refuse(widths(count, width)) end
    made:set_values(operation, count, ...)
    return next:row(made)
  end

  local function call(f, output, row, ...)
    if not f then return end
    failure.operation, failure.row, input = operation, row, row
    local before = emitter.set(output)
    f(...)
    emitter.set(before)
    input = false
  end

  local general = {}
  function general:row(row)
    operation.came = operation.came + 1
    if begins(row) then
      if any then
        call(finish, emit, false, emitter.emit)
        -- a guard must not hold this back with what the row at hand makes
        if next.release then next:release() end
      end
      any = true
      call(init, false, false)
    end
    return call(process, emit, row, row:table(names), emitter.emit)
  end
  function general:finish()
    if not any and #operation.per == 0 then
      any = true
      call(init, false, false)
    end
    if any then call(finish, emit, false, emitter.emit) end
    return next:finish()
  end
  return general
end
