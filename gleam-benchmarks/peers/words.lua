-- Word count of standard input: words of letters and digits, each with its count, in no order.
local count = {}
for line in io.lines() do
  for word in line:gmatch("%w+") do
    count[word] = (count[word] or 0) + 1
  end
end
io.stdout:setvbuf("full", 65536)
for word, n in pairs(count) do
  io.write(word, ",", n, "\n")
end
