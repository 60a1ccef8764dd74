expressions [=====[
bit.band(), 1
bit.band(-1, 0xffffffff), bit.band(5, 3), bit.band(1), bit.band(7, 6, 4), bit.band("7", 3)
bit.bor(1, 2), bit.bor(1, 2, 4), bit.bor(0x80000000, 1), bit.bxor(5, 3), bit.bxor(1, 1, 1), bit.bxor(-1, 1)
bit.bnot(0), bit.bnot(-1), bit.bnot(0x7fffffff), bit.tobit(2^31), bit.tobit(2^32), bit.tobit(2^32 + 5), bit.tobit(-2^40 - 3), bit.tobit(1.5), bit.tobit(2.5), bit.tobit(-1.5), bit.tobit(1e10)
bit.lshift(1, 0), bit.lshift(1, 31), bit.lshift(1, 32), bit.lshift(1, 33), bit.lshift(-1, 1), bit.rshift(-1, 1), bit.rshift(-1, 31), bit.rshift(8, 2), bit.arshift(-8, 1), bit.arshift(8, 1), bit.arshift(-1, 31), bit.lshift(1, -1)
bit.rol(1, 31), bit.rol(0x12345678, 8), bit.ror(1, 1), bit.ror(0x12345678, 8), bit.rol(1, 32), bit.bswap(1), bit.bswap(0x12345678)
bit.tohex(255), bit.tohex(-1), bit.tohex(255, 4), bit.tohex(255, -4), bit.tohex(0x12345678, 2), bit.tohex(1, 1), bit.tohex(0xabcdef, -8), bit.tohex(0)
bit.band("x")
bit.band({})
bit.lshift(1)
bit.tohex()
bit.bnot()
require("bit") == bit
]=====]
