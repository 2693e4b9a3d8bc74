"""Word 97-2003 documents, byte for byte: [MS-DOC] streams in a compound file, [MS-CFB]. Lists stand in the text with the numbers
that were printed, tables are cells ended by BEL, and addresses of web pages are fields, as Word makes them when they are typed."""

import re
import struct

SECTOR = 512
SMALLEST_STREAM = 4096  # a shorter one would stand in the mini stream
TEXT_AT = 1536          # where the text begins in its stream: behind the FIB, on a sector
FIELD_TABLES = 93       # pairs of places and lengths in the FIB of Word 97
PIECES = 33             # of these the one of the piece table (fcClx)
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
ADDRESS = re.compile(r"https?://[^\s,;]+[^\s,;.]")


def with_fields(text):
    return ADDRESS.sub(lambda found: f'\x13 HYPERLINK "{found[0]}" \x14{found[0]}\x15', text)


def block_text(block):
    if block.kind == "table":
        return "".join("".join(cell + "\x07" for cell in row) + "\x07" for row in block.rows)
    lead = {"item": block.label + "\t", "bullet": "\u2022\t"}.get(block.kind, "")
    return lead + with_fields(block.text()) + "\r"


def file_information(characters, pieces):
    """The FIB: where the text stands, how long it is, and where the table stream has its pieces."""
    base = struct.pack("<HHHHHHHLBBHHLL", 0xA5EC, 0xC1, 0, 0x0809, 0, 0x1200, 0xBF, 0, 0, 0, 0, 0, TEXT_AT, TEXT_AT + characters)
    shorts = struct.pack("<H14H", 14, *[0] * 13, 0x0809)
    longs = struct.pack("<H22L", 22, TEXT_AT + characters, 0, 0, characters, *[0] * 18)
    places = [(0, 0)] * FIELD_TABLES
    places[PIECES] = (0, pieces)
    tables = struct.pack("<H", FIELD_TABLES) + b"".join(struct.pack("<LL", *place) for place in places)
    return base + shorts + longs + tables + struct.pack("<H", 0)


def piece_table(characters):
    """One piece of one byte a character, from the beginning to the end."""
    table = struct.pack("<LL", 0, characters) + struct.pack("<HLH", 0, TEXT_AT * 2 | 1 << 30, 0)
    return b"\x02" + struct.pack("<L", len(table)) + table


def entry(name, kind, left=FREE, right=FREE, child=FREE, start=0, size=0):
    wide = name.encode("utf-16-le")
    return (wide.ljust(64, b"\0") + struct.pack("<HBBLLL", len(wide) + 2 if name else 0, kind, 1, left, right, child) +
            bytes(36) + struct.pack("<LQ", start, size))


def compound_file(streams):
    """[(name, bytes)] in the order of their names (shorter names first) as a file of sectors: allocation table, directory, streams."""
    padded = [(name, data.ljust(max(SMALLEST_STREAM, -(-len(data) // SECTOR) * SECTOR), b"\0")) for name, data in streams]
    chain, starts, at = [FAT, END], [], 2
    for _, data in padded:
        starts.append(at)
        count = len(data) // SECTOR
        chain += [*range(at + 1, at + count), END]
        at += count
    assert len(chain) <= SECTOR // 4, "a paper of the corpus has one sector of allocation table at most"
    table = struct.pack(f"<{SECTOR // 4}L", *chain, *[FREE] * (SECTOR // 4 - len(chain)))
    entries = [entry("Root Entry", 5, child=1, start=END)]
    for number, ((name, data), start) in enumerate(zip(padded, starts), 1):
        following = number + 1 if number < len(padded) else FREE
        entries.append(entry(name, 2, right=following, start=start, size=len(data)))
    entries += [entry("", 0)] * (SECTOR // 128 - len(entries))
    head = (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6) +
            struct.pack("<9L", 0, 1, 1, 0, SMALLEST_STREAM, END, 0, END, 0) + struct.pack("<109L", 0, *[FREE] * 108))
    return head + table + b"".join(entries) + b"".join(data for _, data in padded)


def write(paper):
    text = "".join(map(block_text, paper.blocks)).encode("cp1252")
    pieces = piece_table(len(text))
    document = file_information(len(text), len(pieces)).ljust(TEXT_AT, b"\0") + text
    return compound_file([("1Table", pieces), ("WordDocument", document)])
