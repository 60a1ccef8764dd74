-- What scripts see: Lua's libraries, with what the other runtime has beside them, and nothing that reaches the frames.

local failure, random, bit32 = ...

local world = {}

-- Loads a text whose first line is `line` of `file`, and gives the function it is; fails with the place of a mistake.
function world.load(operation, text, file, line)
  failure.operation, failure.row = operation, false
  local chunk, problem = loadstring(("\n"):rep(line - 1) .. text, "@" .. file)
  if not chunk then
    local at, message = problem:match(":(%d+): (.*)$")
    failure.place(operation, file, tonumber(at or line), message or problem)
  end
  failure.knows(chunk, file)
  return chunk
end

local function print_to_log(...)
  local texts = {}
  for i = 1, select("#", ...) do texts[i] = tostring((select(i, ...))) end
  io.stderr:write(table.concat(texts, "\t"), "\n")
end

-- The memory of this process is bounded; that of programs it starts is not.
local FREE = "ulimit -S -v unlimited 2>/dev/null\n"

local function exit(code)
  if code == nil or code == true then code = 0 elseif code == false then code = 1 end
  failure.exited(code)
end

-- Prepares the libraries.
function world.prepare()
  io.output(io.stderr)
  io.stdout:setvbuf("no")
  print = print_to_log
  os.exit = exit
  local execute, popen = os.execute, io.popen
  os.execute = function(command) return execute(command and FREE .. command) end
  io.popen = function(command, mode) return popen(FREE .. command, mode) end
  math.random, math.randomseed = random.random, random.randomseed
  math.mod, string.gfind = math.fmod, string.gmatch
  table.unpack = unpack
  table.pack = function(...) return { n = select("#", ...), ... } end
  _G.bit32 = bit32
  package.path, package.cpath = "./?.lua;./?/init.lua", ""
  arg = nil
end

return world
