-- A byte array that grows at its end.

local ffi = require "ffi"
local array_type = ffi.typeof("uint8_t[?]")

local Bytes = {}
Bytes.__index = Bytes

function Bytes.new(capacity)
  return setmetatable({ array = array_type(capacity), length = 0, capacity = capacity }, Bytes)
end

-- Makes room for `count` more bytes, and returns the array and where they go.
function Bytes:room(count)
  local length = self.length
  if length + count > self.capacity then
    local capacity = self.capacity
    while capacity < length + count do capacity = capacity * 2 end
    local larger = array_type(capacity)
    ffi.copy(larger, self.array, length)
    self.array, self.capacity = larger, capacity
  end
  return self.array, length
end

function Bytes:text(from, to)
  return ffi.string(self.array + from, to - from)
end

return Bytes
