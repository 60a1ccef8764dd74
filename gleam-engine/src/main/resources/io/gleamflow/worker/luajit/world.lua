-- What scripts see: Lua's libraries, with what the other runtime has beside them, and nothing that reaches the frames.

local system, failure, random, bit32 = ...

-- locals, since setfenv of a script reaches functions it can name
local io, os, select, table, tostring = io, os, select, table, tostring

local world = {
  -- makes a table for global variables, behind which those of the world are seen
  environment = false,
}

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

-- pipes to programs that scripts have started
local pipes = {}

-- Prepares the libraries.
function world.prepare()
  io.output(io.stderr)
  io.stdout:setvbuf("no")
  local theirs = _G
  theirs.print, theirs.bit32, theirs.arg = print_to_log, bit32, nil
  theirs.os.exit = exit
  theirs.os.execute = function(command) return os.execute(command and FREE .. command) end
  theirs.io.popen = function(command, mode)
    local pipe, problem, code = io.popen(FREE .. command, mode)
    if pipe then pipes[pipe] = true end
    return pipe, problem, code
  end
  theirs.math.random, theirs.math.randomseed = random.random, random.randomseed
  theirs.math.mod, theirs.string.gfind = math.fmod, string.gmatch
  theirs.table.unpack = unpack
  theirs.table.pack = function(...) return { n = select("#", ...), ... } end
  theirs.package.path, theirs.package.cpath = "./?.lua;./?/init.lua", ""
end

-- Finishes what scripts have left open: files are written, programs that are written to come to their end.
function world.close()
  system.flush_files()
  for pipe in pairs(pipes) do
    if io.type(pipe) == "file" then pipe:close() end
  end
end

return world
