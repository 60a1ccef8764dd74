-- A worker that runs on LuaJIT: one task from the engine on stdin, and its rows, on stdout, to the status that ends it. It does
-- what WorkerMain does on the JVM, for one task: a fresh Lua world costs a fresh process, which starts at once.

-- with the optimisations of level 3 (fuse, fwd) some versions that systems ship compute wrongly, for instance math.max in a loop
require("jit.opt").start(2)

local directory = arg[0]:match("^(.*[/\\])") or "./"

-- Lua as it is now, for the worker's own parts: whatever scripts do to their globals, these do not see it.
local own = {}
for name, value in pairs(_G) do
  own[name] = value
  if type(value) == "table" and value ~= _G then
    own[name] = {}
    for member, of in pairs(value) do own[name][member] = of end
  end
end
setfenv(1, own)

-- Each part of the worker is a file that is given the parts it needs.
local function part(name, ...)
  local file = assert(io.open(directory .. name .. ".lua", "rb"))
  local text = file:read("*a")
  file:close()
  -- a name in brackets is none of the user's, as [C] is in Lua
  return setfenv(assert(loadstring(text, "=[luajit/" .. name .. ".lua]")), own)(...)
end

local Bytes = part("bytes")
local Int64 = part("int64")
local shapes = part("shapes")
local encode = part("encode", Bytes, Int64, shapes)
local failure = part("failure", Bytes, encode, shapes)
local messagepack = part("messagepack", Int64, shapes, failure)
local system = part("system", failure)
local Row = part("row", Bytes, messagepack, encode)
local frames = part("frames", system, Bytes, encode, failure)
local lines = part("lines", system, Bytes, failure)
local emitter = part("emitter", failure)
local world = part("world", system, failure, part("random"), part("bit32"))
local script = part("script", Row, world, failure)
local keys = part("keys", Bytes, messagepack, encode, Int64, system)
local previous = part("previous", keys)
local steps, widths, refuse_function = part("steps", Row, shapes, failure, script, emitter, previous)
local expressions = part("expressions", Row, failure, script, previous, refuse_function)
local general = part("general", Row, failure, emitter, world, keys, widths)
local reduce = part("reduce", Bytes, Row, keys, failure, script)
local operators = part("operators", Bytes, Row, encode, keys, failure)
local guard = part("guard", Bytes, Row, emitter, failure)

local MEMORY = 2 ^ 31

-- stdin and stdout belong to the frames alone, whatever scripts and the programs they start do with theirs
local input = frames.Input.new(system.keep(0))
local output = frames.Output.new(system.keep(1))
system.silence(0)
system.redirect(1, 2)
system.limit_memory(MEMORY)

-- a value that cannot be a column is the fault of the step that made it
function encode.refuse(message)
  local row = Row.writing
  failure.operation = row.maker or failure.operation
  failure.refuse(message .. " (column " .. row.column .. ")")
end

local rows_in, rows_out = 0, 0
-- those of the task, which count the rows that come to them
local operations = {}

-- The most memory this process has had, where the system tells.
local function peak_memory()
  local status = io.open("/proc/self/status", "r")
  if not status then return nil end
  local kilobytes = status:read("*a"):match("\nVmHWM:%s*(%d+) kB")
  status:close()
  return kilobytes and tonumber(kilobytes) * 1024
end

-- Says how far reading is, once a second or so; the clock is looked at now and then only.
local told = os.time()
local function tell_progress()
  local now = os.time()
  if now - told < 2 then return end
  told = now
  output:control { type = "progress", ["in"] = rows_in, bytes = lines.bytes() }
end

-- How many rows have come to each operation.
local function counts()
  local came = {}
  for i, operation in ipairs(operations) do came[i] = operation.came end
  shapes.came_as_list(came, #came)
  return came
end

local function finish(failed)
  world.close()
  output:control {
    type = "status", ["in"] = rows_in, out = rows_out, came = counts(), failure = failed,
    use = { bytes = lines.bytes(), cpu = math.floor(os.clock() * 1e9), peak = peak_memory() },
  }
  system.exit(0)
end

failure.report_to(finish, system.free_memory)

local builders = {
  expressions = function(operation, next) return expressions(operation, next) end,
  general = function(operation, next) return general(operation, next) end,
  partialReduce = function(operation, next, task) return reduce.partial(operation, task.tableMemory, next) end,
  finalReduce = function(operation, next) return reduce.final(operation, next) end,
  partialCount = function(operation, next, task) return operators.partial_count(operation, task.tableMemory, next) end,
  finalCount = function(operation, next) return operators.final_count(operation, next) end,
  front = function(operation, next) return operators.front(operation, next) end,
  drop = function(operation, next) return operators.drop(operation, next) end,
  select = function(operation, next) return operators.select(operation, next) end,
  convert = function(operation, next) return operators.convert(operation, next) end,
}

-- Rows that an operation leaves out are told of as they come.
local function guarded(operation, number, made, next)
  local function reject(failed, row)
    output:control {
      type = "rejected", operation = number, error = failed.message, row = shapes.blob(row:text(0, row.length)), names = {},
      source = failure.place_of_source(),
    }
  end
  return guard(operation, made, next, reject)
end

local function build(task)
  local chain = { finish = function() end }
  function chain:row(row)
    output:row(row)
    rows_out = rows_out + 1
  end
  operations = task.operations
  for _, operation in ipairs(operations) do operation.came = 0 end
  for i = #operations, 1, -1 do
    local operation = operations[i]
    local function made(next) return (builders[operation.kind] or steps[operation.kind])(operation, next, task) end
    if operation.rejects then
      chain = guarded(operation, i - 1, made, chain)
    else
      chain = made(chain)
    end
  end
  return chain
end

local function read_lines(input, longest, chain)
  local row = Row.new()
  for _, piece in ipairs(input.pieces) do
    piece.step = input.step
    local source = lines.open(piece)
    failure.source = source
    for line in function() return source:next(longest) end do
      rows_in = rows_in + 1
      if rows_in % 64 == 0 then tell_progress() end
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

-- Notes where a row was read, as far as that is known, which stands before its values; returns where these begin.
local function skip_place(bytes, from, to)
  local number = messagepack.skip(bytes, from, to)
  local after = messagepack.skip(bytes, number, to)
  local file = messagepack.decode(bytes, from, number)
  if file then failure.source = { piece = { path = file, start = 0 } } end
  if failure.source then failure.source.count = messagepack.decode(bytes, number, after) end
  return after
end

local function read_frames(chain, located)
  local row = Row.new()
  while true do
    local kind, bytes, from, to = input:next()
    if kind ~= "row" then
      local ended = kind == "control" and messagepack.control(bytes, from, to).type == "end"
      if not ended then failure.throw("RESOURCES", "the rows broke off") end
      failure.source = false
      return
    end
    rows_in = rows_in + 1
    if located then from = skip_place(bytes, from, to) end
    row:set_bytes(bytes, from, to)
    chain:row(row)
  end
end

-- What scripts find besides Lua: parameters, emit, the libraries, the functions of the flow.
local function prepare(task)
  local params = {}
  for name, bytes in pairs(task.params) do params[name] = messagepack.text(bytes) end
  _G.params, _G.emit, _G.writeRow = params, emitter.emit, emitter.emit
  world.prepare()
  local first = task.operations[1]
  local function open(name) return assert(loadstring(task.libraries[name], "=[" .. name .. ".lua]")) end
  world.environment = open("prelude")(open, unpack(task.libraryNames))
  for _, text in ipairs(task.functions) do world.load(first, text.source, text.place.file, text.line)() end
end

local function run(task)
  prepare(task)
  local chain = build(task)
  failure.operation, failure.row = task.operations[1], false
  if task.input.pieces then
    read_lines(task.input, task.longestRow, chain)
  elseif task.input.first then
    read_numbers(task.input.first, task.input.last, chain)
  else
    read_frames(chain, task.input.located)
  end
  failure.row = false
  chain:finish()
end

local kind, bytes, from, to = input:next()
if not kind then system.exit(0) end
local ok, problem = xpcall(run, failure.handle, messagepack.control(bytes, from, to))
if not ok then failure.last_words(problem) end
finish(nil)
