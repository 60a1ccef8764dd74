-- What ends a task early, with the step, the row and the place. A failure ends the process as well, at once: so no pcall of a
-- script can hold it up.

local Bytes, encode, shapes = ...

local failure = {
  -- the operation whose script runs, and the row it runs on
  operation = false,
  row = false,
  -- what goes on behind a row that fails, if anything: has the operation it guards, and in `failed` what happened
  guard = false,
  -- where the lines come from that are read, if any: has piece, and count when the line is known
  source = false,
}

-- how messages call a text, which LuaJIT cuts, and its whole name
local names = {}
-- what we have thrown ourselves
local ours = setmetatable({}, { __mode = "k" })
local report, free_memory

-- thrown to a guard, past whatever runs
local REJECTED = {}

-- Lets failures be sent: `send` takes a table and does not return; `free` lifts the bound of memory, so that there is some to say
-- that there was none.
function failure.report_to(send, free) report, free_memory = send, free end

-- Leaves what has been described to the guard, if it is of a row of the operation that it guards.
local function is_rejected(map)
  local guard, operation = failure.guard, failure.operation
  if not guard or not operation or not failure.row or map.blame == "RESOURCES" then return false end
  if operation ~= guard.operation and operation.owner ~= guard.operation then return false end
  guard.failed = guard.failed or map
  return true
end

-- Does not return.
local function report_or_reject(map)
  if is_rejected(map) then error(REJECTED, 0) end
  report(map)
end

-- A text that has been loaded, by one of its functions.
function failure.knows(loaded, file) names[debug.getinfo(loaded, "S").short_src] = file end

-- Throws what has nothing to do with the row at hand; `step` is to blame, or else the operation that runs.
function failure.throw(blame, message, step)
  local value = { blame = blame, message = message, step = step }
  ours[value] = true
  error(value, 0)
end

-- A message of ours, for the row at hand.
function failure.refuse(message) report_or_reject(failure.describe(message, "", 0)) end

-- A message of ours for a place in a text.
function failure.place(operation, file, line, message)
  failure.operation = operation
  report(failure.describe(message, file, line))
end

-- The same when the data is to blame, not a script.
function failure.refuse_data(message)
  local map = failure.describe(message, "", 0)
  map.blame = "DATA"
  report_or_reject(map)
end

local function known_place(text)
  for short, file in pairs(names) do
    if text:sub(1, #short + 1) == short .. ":" then
      local line, rest = text:match("^(%d+): (.*)$", #short + 2)
      if line then return file, tonumber(line), rest end
    end
  end
end

-- The place at the start of a message: file, line and what is left; nil when there is none. What comes out of a coroutine has
-- the place where it was resumed, which may be in the worker, and then its own.
local function placed(text)
  local chunk, line, rest = text:match("^([^\n]-):(%d+): (.*)$")
  if not chunk or chunk == "" then return known_place(text) end
  local inner, inner_line, inner_rest = known_place(rest)
  if inner then return inner, inner_line, inner_rest end
  local file, known_line, known_rest = known_place(text)
  if file then return file, known_line, known_rest end
  if chunk:sub(1, 1) == "[" then return nil, nil, rest end
  return chunk, tonumber(line), rest
end

-- The worker's own part a message comes from; nil when it is none of ours. What a coroutine of the user's throws has the place
-- in the worker where it was resumed, so it must be the complaint of an operation.
local function defect(text)
  local part, rest = text:match("^%[luajit/(.-)%]:%d+: (.*)$")
  return part and (rest:find("^attempt to ") or rest:find("^bad argument ")) and part
end

-- The innermost function of a script that is running.
local function running()
  for level = 3, 100 do
    local info = debug.getinfo(level, "Sl")
    if not info then return nil end
    if names[info.short_src] and info.currentline > 0 then return names[info.short_src], info.currentline end
  end
end

local function text(value)
  if type(value) == "string" or type(value) == "number" then return tostring(value) end
  local meta = debug.getmetatable(value)
  if meta and meta.__tostring then
    local ok, converted = pcall(tostring, value)
    if ok and type(converted) == "string" then return converted end
  end
  return value == nil and "nil" or "(error object is a " .. type(value) .. " value)"
end

local function row_bytes(row)
  local out, refuse = Bytes.new(256), encode.refuse
  encode.refuse = error
  if not row or not pcall(row.write_all, row, out) then out.length = 0 end
  encode.refuse = refuse
  return shapes.blob(out:text(0, out.length))
end

-- Where the row at hand was read, as the engine reads it; nil when that is not known.
function failure.place_of_source()
  local source = failure.source
  if source and source.count and source.piece.path ~= "" then
    return { path = source.piece.path, start = source.piece.start, count = source.count }
  end
end

local NO_MEMORY = "not enough memory"

-- All that is known of a failure, as the engine reads it.
function failure.describe(message, file, line)
  local operation = failure.operation or { title = "worker", place = { file = "", line = 0, column = 0 } }
  local map = {
    blame = message == NO_MEMORY and "RESOURCES" or "SCRIPT",
    place = operation.place,
    step = operation.title,
    message = message,
    details = {},
    names = operation.columns or {},
    row = row_bytes(failure.row),
  }
  if line > 0 and file ~= "" then map.place = { file = file, line = line, column = 0 } end
  map.source = failure.place_of_source()
  return map
end

-- What Lua calls a local variable is a column to who wrote the script, unless they named the arguments themselves.
local function named(message)
  local operation = failure.operation
  if not operation or not operation.script or operation.script.byPosition then return message end
  local before, kind, name, after = message:match("^(attempt to .-)(%l+) '([^']+)'(.*)$")
  if kind ~= "local" and kind ~= "upvalue" then return message end
  for _, column in ipairs(operation.columns) do
    if column == name then return before .. "column '" .. name .. "'" .. after end
  end
  return message
end

local OVERFLOW = "stack overflow"

-- The handler for xpcall: does not return, unless there is no stack left to stand on, or a guard goes on.
function failure.handle(value)
  if value == REJECTED then return value end
  if type(value) == "string" and value:sub(-#OVERFLOW) == OVERFLOW then return value end
  if value ~= nil and ours[value] then
    failure.operation = value.step or failure.operation
    local map = failure.describe(value.message, "", 0)
    map.blame, map.row = value.blame, shapes.blob("")
    report(map)
  end
  local message = text(value)
  if type(value) == "string" and defect(value) then
    local map = failure.describe("this is a defect of gleam: " .. value, "", 0)
    map.blame, map.row, map.details = "ENGINE", shapes.blob(""), {}
    for frame in debug.traceback("", 2):gmatch("\n\t([^\n]+)") do map.details[#map.details + 1] = "  " .. frame end
    report(map)
  end
  local file, line, rest
  if type(value) == "string" or type(value) == "number" then file, line, rest = placed(message) end
  if not file then file, line = running() end
  local map = failure.describe(named(rest or message), file or "", line or 0)
  if is_rejected(map) then return REJECTED end
  report(map)
end

-- What is left to say when the handler could not run: the stack or the memory was used up. Returns only when a guard goes on.
function failure.last_words(value)
  if value == REJECTED then error(value, 0) end
  local said = tostring(value)
  local deep = said:sub(-#OVERFLOW) == OVERFLOW or said:find("error in error handling", 1, true)
  if deep and is_rejected({ message = OVERFLOW }) then return end
  free_memory()
  collectgarbage()
  local message = tostring(value)
  local file, line, rest = placed(message)
  if message:find("error in error handling", 1, true) then rest = OVERFLOW end
  report(failure.describe(rest or message, file or "", line or 0))
end

-- The end by os.exit, wherever it was called.
function failure.exited(code)
  local file, line = running()
  report(failure.describe("the script called os.exit(" .. code .. ")", file or "", line or 0))
end

return failure
