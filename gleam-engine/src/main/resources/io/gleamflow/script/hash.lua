-- Digests of texts, byte by byte: hexadecimal texts, and numbers from 0 to 2^32 - 1.
local values = ...
local hash = {}

local band, bnot, bor, bswap, bxor, rol, ror, rshift, tobit, tohex =
  bit.band, bit.bnot, bit.bor, bit.bswap, bit.bxor, bit.rol, bit.ror, bit.rshift, bit.tobit, bit.tohex
local byte, char, floor, rep, sub = string.byte, string.char, math.floor, string.rep, string.sub

-- The bytes that end a message: one bit, zeros up to whole blocks of 64 bytes, and its length in bits.
local function padding(length, lowestFirst)
  local low, high = length * 8 % 2 ^ 32, floor(length / 2 ^ 29)
  local bytes = {}
  for i = 0, 3 do
    local l, h = floor(low / 256 ^ i) % 256, floor(high / 256 ^ i) % 256
    if lowestFirst then
      bytes[1 + i], bytes[5 + i] = l, h
    else
      bytes[8 - i], bytes[4 - i] = l, h
    end
  end
  return "\128" .. rep("\0", (55 - length) % 64) .. char(unpack(bytes))
end

-- Calls step for every block of a message, with a table of its sixteen words.
local function blocks(text, lowestFirst, step)
  local whole = #text - #text % 64
  local words = {}
  local function each(s, from, to)
    for at = from, to, 64 do
      for i = 0, 15 do
        local a, b, c, d = byte(s, at + i * 4, at + i * 4 + 3)
        if lowestFirst then a, b, c, d = d, c, b, a end
        words[i + 1] = tobit(a * 16777216 + b * 65536 + c * 256 + d)
      end
      step(words)
    end
  end
  each(text, 1, whole)
  local tail = sub(text, whole + 1) .. padding(#text, lowestFirst)
  each(tail, 1, #tail)
end

-- Sums below are not cut to 32 bits where the next bit operation does it, and never grow beyond 2^53.

local MD5 = {}
for i = 0, 63 do MD5[i] = floor(math.abs(math.sin(i + 1)) * 2 ^ 32) end
local MD5_WORDS, MD5_TURNS = {}, {}
for i = 0, 15 do
  MD5_WORDS[i], MD5_WORDS[i + 16], MD5_WORDS[i + 32], MD5_WORDS[i + 48] =
    i + 1, (5 * i + 1) % 16 + 1, (3 * i + 5) % 16 + 1, 7 * i % 16 + 1
  for round, turns in ipairs { { 7, 12, 17, 22 }, { 5, 9, 14, 20 }, { 4, 11, 16, 23 }, { 6, 10, 15, 21 } } do
    MD5_TURNS[i + 16 * round - 16] = turns[i % 4 + 1]
  end
end

-- The MD5 of a text, 32 digits.
function hash.md5(text)
  if type(text) ~= "string" then values.wants("hash.md5", "a text", text) end
  local A, B, C, D = 0x67452301, tobit(0xEFCDAB89), tobit(0x98BADCFE), 0x10325476
  blocks(text, true, function(words)
    local a, b, c, d = A, B, C, D
    for i = 0, 15 do
      a, d, c, b = d, c, b, b + rol(a + bxor(d, band(b, bxor(c, d))) + MD5[i] + words[i + 1], MD5_TURNS[i])
    end
    for i = 16, 31 do
      a, d, c, b = d, c, b, b + rol(a + bxor(c, band(d, bxor(b, c))) + MD5[i] + words[MD5_WORDS[i]], MD5_TURNS[i])
    end
    for i = 32, 47 do
      a, d, c, b = d, c, b, b + rol(a + bxor(b, c, d) + MD5[i] + words[MD5_WORDS[i]], MD5_TURNS[i])
    end
    for i = 48, 63 do
      a, d, c, b = d, c, b, b + rol(a + bxor(c, bor(b, bnot(d))) + MD5[i] + words[MD5_WORDS[i]], MD5_TURNS[i])
    end
    A, B, C, D = tobit(A + a), tobit(B + b), tobit(C + c), tobit(D + d)
  end)
  return tohex(bswap(A)) .. tohex(bswap(B)) .. tohex(bswap(C)) .. tohex(bswap(D))
end

-- The SHA-1 of a text, 40 digits.
function hash.sha1(text)
  if type(text) ~= "string" then values.wants("hash.sha1", "a text", text) end
  local A, B, C, D, E = 0x67452301, tobit(0xEFCDAB89), tobit(0x98BADCFE), 0x10325476, tobit(0xC3D2E1F0)
  blocks(text, false, function(words)
    for i = 17, 80 do words[i] = rol(bxor(words[i - 3], words[i - 8], words[i - 14], words[i - 16]), 1) end
    local a, b, c, d, e = A, B, C, D, E
    for i = 1, 20 do
      a, b, c, d, e = rol(a, 5) + bxor(d, band(b, bxor(c, d))) + e + words[i] + 0x5A827999, a, ror(b, 2), c, d
    end
    for i = 21, 40 do
      a, b, c, d, e = rol(a, 5) + bxor(b, c, d) + e + words[i] + 0x6ED9EBA1, a, ror(b, 2), c, d
    end
    for i = 41, 60 do
      a, b, c, d, e = rol(a, 5) + band(b, c) + band(d, bxor(b, c)) + e + words[i] + 0x8F1BBCDC, a, ror(b, 2), c, d
    end
    for i = 61, 80 do
      a, b, c, d, e = rol(a, 5) + bxor(b, c, d) + e + words[i] + 0xCA62C1D6, a, ror(b, 2), c, d
    end
    A, B, C, D, E = tobit(A + a), tobit(B + b), tobit(C + c), tobit(D + d), tobit(E + e)
  end)
  return tohex(A) .. tohex(B) .. tohex(C) .. tohex(D) .. tohex(E)
end

-- The first 32 bits of the fractions of the cube roots of the first 64 primes, as FIPS 180-4 lists them.
local SHA256 = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
}

-- The SHA-256 of a text, 64 digits.
function hash.sha256(text)
  if type(text) ~= "string" then values.wants("hash.sha256", "a text", text) end
  local H = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 }
  blocks(text, false, function(words)
    for i = 17, 64 do
      local x, y = words[i - 15], words[i - 2]
      words[i] = words[i - 16] + bxor(ror(x, 7), ror(x, 18), rshift(x, 3)) + words[i - 7]
        + bxor(ror(y, 17), ror(y, 19), rshift(y, 10))
    end
    local a, b, c, d, e, f, g, h = unpack(H)
    for i = 1, 64 do
      local one = h + bxor(ror(e, 6), ror(e, 11), ror(e, 25)) + bxor(g, band(e, bxor(f, g))) + SHA256[i] + words[i]
      local two = bxor(ror(a, 2), ror(a, 13), ror(a, 22)) + band(a, b) + band(c, bxor(a, b))
      a, b, c, d, e, f, g, h = one + two, a, b, c, tobit(d + one), e, f, g
    end
    local news = { a, b, c, d, e, f, g, h }
    for i = 1, 8 do H[i] = tobit(H[i] + news[i]) end
  end)
  for i = 1, 8 do H[i] = tohex(H[i]) end
  return table.concat(H)
end

local CRC = {}
for i = 0, 255 do
  local c = i
  for _ = 1, 8 do c = band(c, 1) == 1 and bxor(rshift(c, 1), 0xEDB88320) or rshift(c, 1) end
  CRC[i] = c
end

-- The CRC-32 of a text, that of zip and PNG, as a number.
function hash.crc32(text)
  if type(text) ~= "string" then values.wants("hash.crc32", "a text", text) end
  local c = -1
  for i = 1, #text do c = bxor(CRC[bxor(c % 256, byte(text, i))], rshift(c, 8)) end
  return bnot(c) % 2 ^ 32
end

-- The 32-bit FNV-1a of a text, as a number: quick, to spread keys, as in hash.fnv1a(key) % 10.
function hash.fnv1a(text)
  if type(text) ~= "string" then values.wants("hash.fnv1a", "a text", text) end
  local h = 2166136261
  for i = 1, #text do
    h = bxor(h, byte(text, i)) % 4294967296
    -- times 2^24 + 403, in parts that doubles hold
    h = (h * 403 + h % 256 * 16777216) % 4294967296
  end
  return h
end

return hash
