-- Lua's `emit` and `writeRow`: a row for whatever comes after the step that is running.

local failure = ...

-- locals, since setfenv of a script reaches functions it can name
local error, xpcall = error, xpcall

local current = false
local emitter = {}

-- Lets a step emit until this is called with what it returned.
function emitter.set(output)
  local before = current
  current = output
  return before
end

function emitter.emit(...)
  local output, operation, row = current, failure.operation, failure.row
  if not output then error("emit is for flatMap, forEach, and process and finish of lua", 2) end
  -- what fails behind must not be caught by the script that emits; later steps may emit as well
  local ok, problem = xpcall(output, failure.handle, ...)
  if not ok then failure.last_words(problem) end
  current, failure.operation, failure.row = output, operation, row
end

return emitter
