-- What the worker needs of the operating system, through FFI: descriptors, and files read by their bytes.

local ffi = require "ffi"
local C = ffi.C

ffi.cdef [[
long read(int descriptor, void *buffer, size_t count);
long write(int descriptor, const void *buffer, size_t count);
int open(const char *path, int flags, ...);
int close(int descriptor);
int dup2(int from, int to);
int fcntl(int descriptor, int command, ...);
long lseek(int descriptor, long offset, int from);
void *memchr(const void *bytes, int byte, size_t count);
char *strerror(int code);
void _exit(int status);
struct gleam_limit { unsigned long soft, hard; };
int getrlimit(int resource, struct gleam_limit *limit);
int setrlimit(int resource, const struct gleam_limit *limit);
void *memmove(void *to, const void *from, size_t count);
int fflush(void *file);
]]

local failure = ...
local MACOS = ffi.os == "OSX"
local READ_ONLY, READ_WRITE = 0, 2
local CLOSE_ON_EXEC = MACOS and 0x1000000 or 0x80000
local DUPLICATE_CLOSED_ON_EXEC = MACOS and 67 or 1030
local ADDRESS_SPACE = MACOS and 5 or 9
local INTERRUPTED = 4
local FIRST_FREE = 10

local system = {}

local function reason() return ffi.string(C.strerror(ffi.errno())) end

-- A copy of a descriptor that programs started by scripts do not inherit.
function system.keep(descriptor)
  local copy = C.fcntl(descriptor, DUPLICATE_CLOSED_ON_EXEC, ffi.cast("int", FIRST_FREE))
  if copy < 0 then error("cannot keep descriptor " .. descriptor .. ": " .. reason(), 0) end
  return copy
end

-- Makes a descriptor mean the same as another one.
function system.redirect(descriptor, to) C.dup2(to, descriptor) end

-- Makes a descriptor read nothing and write nowhere.
function system.silence(descriptor)
  local null = C.open("/dev/null", READ_WRITE)
  C.dup2(null, descriptor)
  C.close(null)
end

-- Bounds the memory of this process, as far as the system can.
function system.limit_memory(bytes)
  local limit = ffi.new("struct gleam_limit")
  if C.getrlimit(ADDRESS_SPACE, limit) == 0 and limit.soft > bytes then
    limit.soft = bytes
    C.setrlimit(ADDRESS_SPACE, limit)
  end
end

-- Lifts that bound.
function system.free_memory()
  local limit = ffi.new("struct gleam_limit")
  if C.getrlimit(ADDRESS_SPACE, limit) == 0 then
    limit.soft = limit.hard
    C.setrlimit(ADDRESS_SPACE, limit)
  end
end

-- Opens a file to read; nil and why when it cannot be.
function system.open(path)
  local descriptor = C.open(path, READ_ONLY + CLOSE_ON_EXEC)
  if descriptor < 0 then return nil, reason() end
  return descriptor
end

function system.close(descriptor) C.close(descriptor) end

function system.seek(descriptor, offset) C.lseek(descriptor, offset, 0) end

-- Reads up to `count` bytes; 0 at the end. `piece` is what to blame: a piece of a file, or nothing for a pipe.
function system.read(descriptor, buffer, count, piece)
  while true do
    local n = tonumber(C.read(descriptor, buffer, count))
    if n >= 0 then return n end
    if ffi.errno() ~= INTERRUPTED then
      failure.throw("RESOURCES", (piece and piece.path or "cannot read") .. ": " .. reason(), piece and piece.step)
    end
  end
end

-- Writes all of it. When nobody reads any more, there is nobody to tell either.
function system.write(descriptor, buffer, count)
  while count > 0 do
    local n = tonumber(C.write(descriptor, buffer, count))
    if n >= 0 then
      buffer, count = buffer + n, count - n
    elseif ffi.errno() ~= INTERRUPTED then
      C._exit(71)
    end
  end
end

-- Where a byte is among `count`, counted from 0, or -1.
local bytes_type = ffi.typeof("uint8_t *")
function system.find(bytes, byte, count)
  local found = C.memchr(bytes, byte, count)
  if found == nil then return -1 end
  return ffi.cast(bytes_type, found) - bytes
end

-- Moves bytes within an array; the places may overlap.
function system.move(to, from, count) C.memmove(to, from, count) end

-- Writes what lies in the buffers of files that scripts have left open.
function system.flush_files() C.fflush(nil) end

function system.exit(status) C._exit(status) end

return system
