-- Adds up counts of words, from any number of files.
local count = {}
for _, file in ipairs(arg) do
  for line in io.lines(file) do
    local word, n = line:match("^(.*),(%d+)$")
    count[word] = (count[word] or 0) + n
  end
end
io.stdout:setvbuf("full", 65536)
for word, n in pairs(count) do
  io.write(word, ",", n, "\n")
end
