-- RFC 1321, A.5
expressions [=====[
hash.md5("")
hash.md5("a")
hash.md5("abc")
hash.md5("message digest")
hash.md5("abcdefghijklmnopqrstuvwxyz")
hash.md5("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
hash.md5(("1234567890"):rep(8))
]=====]
-- RFC 3174, 7.3, and FIPS 180
expressions [=====[
hash.sha1("")
hash.sha1("abc")
hash.sha1("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
hash.sha1(("0123456701234567012345670123456701234567012345670123456701234567"):rep(10))
hash.sha1(("a"):rep(10000))
]=====]
-- FIPS 180-4 examples, RFC 6234
expressions [=====[
hash.sha256("")
hash.sha256("abc")
hash.sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
hash.sha256("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu")
hash.sha256("\25")
hash.sha256(("a"):rep(10000))
]=====]
-- lengths around the edges of blocks
for _, length in ipairs { 54, 55, 56, 57, 63, 64, 65, 118, 119, 120, 127, 128, 129 } do
  local s = ("é"):rep(length):sub(1, length)
  print(length, hash.md5(s), hash.sha1(s), hash.sha256(s))
end
-- CRC-32 of ITU-T V.42, whose check is that of 123456789; FNV-1a by draft-eastlake-fnv
expressions [=====[
hash.crc32("123456789") == 0xCBF43926, hash.crc32(""), hash.crc32("a"), hash.crc32("abc"), hash.crc32("The quick brown fox jumps over the lazy dog") == 0x414FA339
hash.crc32("\0"), hash.crc32("\255\255\255\255"), hash.crc32(("x"):rep(1000))
hash.fnv1a("") == 0x811C9DC5, hash.fnv1a("a") == 0xE40C292C, hash.fnv1a("b") == 0xE70C2DE5, hash.fnv1a("foobar") == 0xBF9CF968
hash.fnv1a("\0"), hash.fnv1a("\255\255"), hash.fnv1a(("x"):rep(1000)), hash.fnv1a("key") % 10
]=====]
-- arguments
expressions [=====[
hash.md5()
hash.md5(5)
hash.sha1(nil)
hash.sha256({})
hash.crc32(true)
hash.fnv1a(12)
hash.sha512("x")
hash.sha("x")
]=====]
