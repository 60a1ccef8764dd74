-- Frames on the pipes: four bytes of length, lowest first, and the columns of one row; the length -1 stands before a control
-- map.

local system, Bytes, encode, failure = ...

local BUFFER = 65536
local CONTROL = 0xffffffff

local function little(b, at) return b[at] + b[at + 1] * 0x100 + b[at + 2] * 0x10000 + b[at + 3] * 0x1000000 end

local function put_little(a, at, v)
  for i = 0, 3 do
    a[at + i] = v % 256
    v = math.floor(v / 256)
  end
end

local Input = {}
Input.__index = Input

function Input.new(descriptor)
  return setmetatable({ descriptor = descriptor, buffer = Bytes.new(BUFFER), at = 0 }, Input)
end

-- Makes sure that `count` bytes lie in the buffer; false at the end of the pipe.
function Input:available(count)
  local buffer = self.buffer
  if buffer.length - self.at >= count then return true end
  system.move(buffer.array, buffer.array + self.at, buffer.length - self.at)
  buffer.length, self.at = buffer.length - self.at, 0
  while buffer.length < count do
    local array, length = buffer:room(math.min(math.max(count - buffer.length, BUFFER), buffer.length + BUFFER))
    local n = system.read(self.descriptor, array + length, buffer.capacity - length)
    if n == 0 then return false end
    buffer.length = length + n
  end
  return true
end

-- "row" or "control", with the array and where in it the body lies; nil at the end. Valid until the next call.
function Input:next()
  while self:available(4) do
    local length = little(self.buffer.array, self.at)
    local kind, header = "row", 4
    if length == CONTROL then
      if not self:available(8) then break end
      kind, header, length = "control", 8, little(self.buffer.array, self.at + 4)
    end
    if not self:available(header + length) then break end
    local from = self.at + header
    self.at = from + length
    if length > 0 then return kind, self.buffer.array, from, self.at end
  end
  if self.at < self.buffer.length then failure.throw("RESOURCES", "the stream ends in the middle of a frame") end
end

local Output = {}
Output.__index = Output

function Output.new(descriptor)
  return setmetatable({ descriptor = descriptor, buffer = Bytes.new(2 * BUFFER), whole = 0 }, Output)
end

-- Writes a row; when one of its values cannot be written, nothing of the row is.
function Output:row(row)
  local buffer = self.buffer
  local _, start = buffer:room(4)
  buffer.length = start + 4
  row:write_all(buffer)
  put_little(buffer.array, start, buffer.length - start - 4)
  self.whole = buffer.length
  if buffer.length >= BUFFER then self:flush() end
end

-- Writes a control map, and all that was written before.
function Output:control(map)
  local buffer = self.buffer
  buffer.length = self.whole
  local _, start = buffer:room(8)
  buffer.length = start + 8
  encode.value(buffer, map)
  put_little(buffer.array, start, CONTROL)
  put_little(buffer.array, start + 4, buffer.length - start - 8)
  self.whole = buffer.length
  self:flush()
end

function Output:flush()
  system.write(self.descriptor, self.buffer.array, self.whole)
  self.buffer.length, self.whole = 0, 0
end

return { Input = Input, Output = Output }
