-- functions in a file of their own

local function inner(line)
  local parts = split(line, " ")
  return parts[1].x.y
end

function broken(line)
  local ok = inner(line)
  return ok
end
