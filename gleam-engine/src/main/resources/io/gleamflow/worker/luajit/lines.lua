-- The lines of a piece of a file: every line whose first byte lies in the piece. A line ends with LF or CRLF, the last one also
-- with the file. The mark of UTF-8 that may stand at the start of the file is in no line.

local ffi = require "ffi"
local system, Bytes, failure = ...

local byte, find, sub = string.byte, string.find, string.sub
local BUFFER, BLOCK = 262144, 65536
local NEWLINE, RETURN = 10, 13
local MARK = "\239\187\191"

-- How many bytes of files were read, all together.
local read = 0

local Lines = {}
Lines.__index = Lines

-- Reads on, or returns false at the end of the file as it was when the run was planned.
function Lines:fill()
  local piece, buffer = self.piece, self.buffer
  local unread = piece.size - self.position - (buffer.length - self.at)
  if unread <= 0 then return false end
  system.move(buffer.array, buffer.array + self.at, buffer.length - self.at)
  buffer.length, self.at = buffer.length - self.at, 0
  local array, length = buffer:room(buffer.length == buffer.capacity and 1 or 0)
  local n = system.read(self.descriptor, array + length, math.min(unread, buffer.capacity - length), piece)
  if n == 0 then
    failure.throw("DATA", ("%s became shorter while it was read: it had %d bytes, now it ends %d bytes earlier")
      :format(piece.path, piece.size, unread), piece.step)
  end
  buffer.length = length + n
  read = read + n
  return true
end

-- Passes the rest of a line that belongs to the piece before; false when the piece or the file ends in it.
function Lines:skip_line()
  while true do
    local buffer = self.buffer
    local found = system.find(buffer.array + self.at, NEWLINE, buffer.length - self.at)
    if found >= 0 then
      self.position, self.at = self.position + found + 1, self.at + found + 1
      return true
    end
    self.position, self.at = self.position + buffer.length - self.at, buffer.length
    if self.position >= self.piece.stop or not self:fill() then return false end
  end
end

-- Passes the mark of UTF-8 at the start of the file, if it is there.
function Lines:skip_mark()
  local buffer, piece = self.buffer, self.piece
  local more = true
  while buffer.length < #MARK and more do more = self:fill() end
  if buffer.length < #MARK or buffer:text(0, #MARK) ~= MARK then return end
  self.at, self.position = #MARK, #MARK
  -- the first line is this piece's, even when no more of it than the mark lies in the piece
  piece.stop = math.max(piece.stop, math.min(piece.size, #MARK + 1))
end

-- How far from here the newline is that ends the line, or nil when the file ends it.
function Lines:find(longest)
  local seen = 0
  while true do
    local buffer = self.buffer
    local found = system.find(buffer.array + self.at + seen, NEWLINE, buffer.length - self.at - seen)
    seen = found >= 0 and seen + found or buffer.length - self.at
    if seen > longest then
      failure.throw("DATA", ("%s: the line at byte %d is longer than the %d bytes a row may have")
        :format(self.piece.path, self.position, longest), self.piece.step)
    end
    if found >= 0 then return seen end
    if not self:fill() then return nil end
  end
end

-- A line as a text, wherever it ends; goes behind it, and makes a text of what is read already.
function Lines:take(longest)
  local found = self:find(longest)
  local buffer, at = self.buffer, self.at
  local length = found or buffer.length - at
  local step = found and found + 1 or length
  self.position, self.at = self.position + step, at + step
  if found and found > 0 and buffer.array[at + found - 1] == RETURN then length = length - 1 end
  local line = ffi.string(buffer.array + at, length)
  self.block, self.start = buffer:text(self.at, math.min(buffer.length, self.at + BLOCK)), 1
  return line
end

-- The next line as a text, or nil; `count` is which line of the piece it is. Most are cut from a text of many lines: that makes no
-- other objects, as each pointer to a byte is one.
function Lines:next(longest)
  if self.position >= self.piece.stop then return nil end
  self.count = self.count + 1
  local block, start = self.block, self.start
  local newline = find(block, "\n", start, true)
  if not newline or newline - start > longest then return self:take(longest) end
  local step = newline + 1 - start
  self.position, self.at, self.start = self.position + step, self.at + step, newline + 1
  local last = newline - 1
  if byte(block, last) == RETURN and last >= start then last = last - 1 end
  return sub(block, start, last)
end

function Lines:close() system.close(self.descriptor) end

-- Opens a piece: a table with path, start, end, size (of the file), and the step that reads it.
local function open(piece)
  piece.stop = piece["end"]
  local descriptor, reason = system.open(piece.path)
  if not descriptor then failure.throw("RESOURCES", piece.path .. ": " .. reason, piece.step) end
  -- a line starts at the piece's start only if the byte before ends another
  local position = math.max(0, piece.start - 1)
  system.seek(descriptor, position)
  local lines = setmetatable({
    piece = piece, descriptor = descriptor, buffer = Bytes.new(BUFFER), at = 0, position = position, count = 0,
    -- bytes from `at` on as a text, once there is one, and where in it they begin
    block = "", start = 1,
  }, Lines)
  if piece.start == 0 then
    lines:skip_mark()
  elseif not lines:skip_line() then
    lines.position = piece.stop
  end
  return lines
end

return { open = open, bytes = function() return read end }
