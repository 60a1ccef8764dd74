-- A worker that runs on LuaJIT: one task from the engine on stdin, and its rows, on stdout, to the status that ends it. It does
-- what WorkerMain does on the JVM, for one task: a fresh Lua world costs a fresh process, which starts at once.

-- with the optimisations of level 3 (fuse, fwd) some versions that systems ship compute wrongly, for instance math.max in a loop
require("jit.opt").start(2)

local directory = arg[0]:match("^(.*[/\\])") or "./"

-- Each part of the worker is a file that is given the parts it needs.
local function part(name, ...)
  local file = assert(io.open(directory .. name .. ".lua", "rb"))
  local text = file:read("*a")
  file:close()
  -- a name in brackets is none of the user's, as [C] is in Lua
  return assert(loadstring(text, "=[" .. name .. ".lua]"))(...)
end

local system = part("system")
local Bytes = part("bytes")
local Int64 = part("int64")
local messagepack = part("messagepack", Bytes, Int64)
local Row = part("row", messagepack)
local frames = part("frames", system, Bytes, messagepack)
local failure = part("failure", Bytes, messagepack)
local lines = part("lines", system, Bytes, failure)
local emitter = part("emitter", failure)
local world = part("world", failure, part("random"), part("bit32"))
local script = part("script", world)
local keys = part("keys", Bytes, messagepack, Int64)
local steps = part("steps", Row, failure, script, emitter)
local reduce = part("reduce", Row, keys, failure, script)
local operators = part("operators", Bytes, Row, messagepack, keys, failure)

local MEMORY = 2 ^ 31
local TABLE_MEMORY = 20 * 2 ^ 20
local LONGEST_ROW = 8 * 2 ^ 20

-- stdin and stdout belong to the frames alone, whatever scripts and the programs they start do with theirs
local input = frames.Input.new(system.keep(0))
local output = frames.Output.new(system.keep(1))
system.silence(0)
system.redirect(1, 2)
system.limit_memory(MEMORY)

-- a value that cannot be a column is the fault of the step that made it
function messagepack.refuse(message)
  local row = Row.writing
  failure.operation = row.maker or failure.operation
  failure.throw("SCRIPT", message .. " (column " .. row.column .. ")")
end

local rows_in, rows_out = 0, 0

local function status(failed)
  output:control { type = "status", ["in"] = rows_in, out = rows_out, failure = failed }
end

failure.report_to(function(map)
  status(map)
  system.exit(0)
end)

local builders = {
  partialReduce = function(operation, next) return reduce.partial(operation, TABLE_MEMORY, next) end,
  finalReduce = function(operation, next) return reduce.final(operation, next) end,
  partialCount = function(operation, next) return operators.partial_count(operation, operation.indexes, TABLE_MEMORY, next) end,
  finalCount = function(operation, next) return operators.final_count(operation, operation.keys, next) end,
  select = function(operation, next) return operators.select(operation, operation.indexes, next) end,
  convert = function(operation, next) return operators.convert(operation, operation.types, next) end,
}

local function build(operations)
  local chain = { finish = function() end }
  function chain:row(row)
    output:row(row)
    rows_out = rows_out + 1
  end
  for i = #operations, 1, -1 do
    local operation = operations[i]
    chain = (builders[operation.kind] or steps[operation.kind])(operation, chain)
  end
  return chain
end

local function read_lines(pieces, chain)
  local row = Row.new()
  for _, piece in ipairs(pieces) do
    local source = lines.open(piece)
    failure.source = source
    for line in function() return source:next(LONGEST_ROW) end do
      rows_in = rows_in + 1
      row:set_text(line)
      chain:row(row)
    end
    source:close()
    failure.source = false
  end
end

local function read_numbers(first, last, chain)
  local row = Row.new()
  for n = first, last do
    rows_in = rows_in + 1
    row:set_values(false, 1, n)
    chain:row(row)
  end
end

local function read_frames(chain)
  local row = Row.new()
  while true do
    local kind, bytes, from, to = input:next()
    if kind ~= "row" then
      if kind ~= "control" or messagepack.control(bytes, from, to).type ~= "end" then error("the rows broke off", 0) end
      return
    end
    rows_in = rows_in + 1
    row:set_bytes(bytes, from, to)
    chain:row(row)
  end
end

local function prepare(task)
  params = {}
  for name, bytes in pairs(task.params) do
    params[name] = messagepack.decode(require("ffi").cast("const uint8_t *", bytes), 0, #bytes)
  end
  emit, writeRow = emitter.emit, emitter.emit
  world.prepare()
  local first = task.operations[1]
  local function open(name) return assert(loadstring(task.libraries[name], "=[" .. name .. ".lua]")) end
  open("prelude")(open, unpack(task.library_names))
  for _, text in ipairs(task.functions) do world.load(first, text.source, text.place.file, text.line)() end
end

local function run(task)
  prepare(task)
  local chain = build(task.operations)
  failure.operation, failure.row = task.operations[1], false
  if task.input.pieces then
    read_lines(task.input.pieces, chain)
  elseif task.input.first then
    read_numbers(task.input.first, task.input.last, chain)
  else
    read_frames(chain)
  end
  failure.row = false
  chain:finish()
end

local kind, bytes, from, to = input:next()
if kind then
  local task = messagepack.control(bytes, from, to)
  local ok, problem = xpcall(run, failure.handle, task)
  if not ok then failure.last_words(problem) end
  status(nil)
end
system.exit(0)
