"""Rows as gleam sends them to a program: frames of MessagePack values on standard input and output."""
import struct

NUMBERS = dict(enumerate("fdBHIQbhiq", 0xCA))
SIZED = {start + i: (kind, size) for start, kind, sizes in ((0xC4, str, "BHI"), (0xD9, str, "BHI"), (0xDC, list, "HI"),
                                                           (0xDE, dict, "HI")) for i, size in enumerate(sizes)}

def take(form, b, i):  # a number, and where it ends
    return struct.unpack_from(">" + form, b, i)[0], i + struct.calcsize(">" + form)

def read(b, i):  # a value, and where it ends
    c, i = b[i], i + 1
    if c < 0x80 or c >= 0xE0: return c if c < 0x80 else c - 256, i
    if c in (0xC0, 0xC2, 0xC3): return {0xC0: None, 0xC2: False, 0xC3: True}[c], i
    if c in NUMBERS: return take(NUMBERS[c], b, i)
    if c < 0xC0: kind, n = (dict, list, str, str)[(c >> 4) - 8], c & (0x1F if c >= 0xA0 else 0x0F)
    else: kind, (n, i) = SIZED[c][0], take(SIZED[c][1], b, i)
    if kind is str: return b[i:i + n].decode("utf-8", "surrogateescape"), i + n
    values = [None] * (2 * n if kind is dict else n)
    for k in range(len(values)): values[k], i = read(b, i)
    return values if kind is list else dict(zip(values[::2], values[1::2])), i

def write(v):
    if v is None or isinstance(v, bool): return {None: b"\xC0", False: b"\xC2", True: b"\xC3"}[v]
    if isinstance(v, int): return struct.pack(">Bq", 0xD3, v) if v < 2**63 else struct.pack(">BQ", 0xCF, v)
    if isinstance(v, float): return struct.pack(">Bd", 0xCB, v)
    if isinstance(v, str): v = v.encode("utf-8", "surrogateescape"); return struct.pack(">BI", 0xDB, len(v)) + v
    if isinstance(v, list): return struct.pack(">BI", 0xDD, len(v)) + b"".join(map(write, v))
    return struct.pack(">BI", 0xDF, len(v)) + b"".join(write(x) for entry in v.items() for x in entry)

def rows(stream):
    while head := stream.read(4):
        frame, row, i = stream.read(struct.unpack("<i", head)[0]), [], 0
        while i < len(frame): value, i = read(frame, i); row.append(value)
        yield row

def emit(stream, *row):
    frame = b"".join(map(write, row))
    stream.write(struct.pack("<i", len(frame)) + frame)
