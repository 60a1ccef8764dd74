-- Goes on behind a row that an operation cannot take, as if it had never come. What the operation makes of a row is held back until
-- it is known that it has not failed on it.

local Bytes, Row, emitter, failure = ...

-- bytes held back for one row
local MOST = 16777216

-- Holds rows before `next`.
local function holding(operation, next)
  local bytes, ends, count, row = Bytes.new(256), {}, 0, Row.new()
  local held = {}
  function held:row(made)
    count = count + 1
    made:write_all(bytes)
    ends[count] = bytes.length
    if bytes.length > MOST then
      failure.row = false
      failure.operation = operation
      failure.refuse("one row became more than " .. MOST .. " bytes, too many to hold back for `onError`")
    end
  end
  function held:forget() bytes.length, count = 0, 0 end
  function held:release()
    local from, rows = 0, count
    for i = 1, rows do
      row:set_bytes(bytes.array, from, ends[i])
      next:row(row)
      from = ends[i]
    end
    return self:forget()
  end
  function held:finish()
    self:release()
    return next:finish()
  end
  return held
end

-- Builds an operation by `build`, which takes what stands behind it, with a guard before it. `reject` takes a message and the row
-- as it came.
return function(operation, build, next, reject)
  local held = holding(operation, next)
  local guarded = build(held)
  local original = Bytes.new(256)
  local guard = { operation = operation, failed = false }
  local protected = {}
  function protected:row(row)
    original.length = 0
    row:write_all(original)
    local output, outer = emitter.set(false), failure.guard
    failure.guard, guard.failed = guard, false
    local ok, problem = xpcall(guarded.row, failure.handle, guarded, row)
    if not ok and not guard.failed then failure.last_words(problem) end
    failure.guard = outer
    emitter.set(output)
    if not guard.failed then return held:release() end
    held:forget()
    failure.row = false
    return reject(guard.failed, original)
  end
  function protected:finish() return guarded:finish() end
  return protected
end
