-- Word count: words of letters and digits, each with its count, in no order.
--   luajit words.lua FILE [PART PARTS]     of one of several parts of the file, which are cut at ends of lines
local BLOCK = 2 ^ 16

local file = assert(io.open(arg[1], "rb"))
local part, parts = tonumber(arg[2] or 1), tonumber(arg[3] or 1)
local size = file:seek("end")

-- where a part begins: behind the end of the line that stands there
local function start(n)
  if n == 0 then return 0 end
  if n == parts then return size end
  file:seek("set", math.floor(size / parts * n))
  file:read("*l")
  return file:seek()
end

local from, to = start(part - 1), start(part)
file:seek("set", from)
local count = {}
while from < to do
  local block = file:read(math.min(BLOCK, to - from))
  -- a part ends with a line, other blocks are completed to do so
  if #block < to - from then block = block .. (file:read("*l") or "") .. "\n" end
  for word in block:gmatch("%w+") do
    count[word] = (count[word] or 0) + 1
  end
  from = from + #block
end

io.stdout:setvbuf("full", BLOCK)
for word, n in pairs(count) do
  io.write(word, ",", n, "\n")
end
