"""Simple PDF files: Helvetica, wrapped lines, running headers, page numbers, page labels, bookmarks. Nothing is compressed."""

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 595, 842, 62
SIZE, LEADING, GAP = 11, 14, 8
FIRST_LABEL = 5  # papers are cut out of packs: the first page says so

# Widths of the characters from space to tilde, in thousandths of the size (Adobe's metrics of the standard fonts).
REGULAR = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)
BOLD = (
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
    556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
    280, 389, 584,
)
OTHERS = {"\u2019": 222, "\u2018": 222, "\u201c": 333, "\u201d": 333, "\u2013": 556, "\u2022": 350, "\u00a3": 556}


def width(text, bold):
    widths = BOLD if bold else REGULAR
    return sum(widths[ord(c) - 32] if " " <= c <= "~" else OTHERS[c] for c in text) * SIZE / 1000


def literal(text):
    """A string of the standard's WinAnsi encoding."""
    out = ""
    for byte in text.encode("cp1252"):
        out += "\\" + chr(byte) if chr(byte) in "()\\" else chr(byte) if byte < 0x7F else f"\\{byte:03o}"
    return f"({out})"


def wrapped(text, room, bold):
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and width(longer, bold) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


class Layout:
    """Lines of text on pages, from the top down."""

    def __init__(self, paper):
        self.paper = paper
        self.pages = []  # of drawing commands
        self.bookmarks = []  # (title, page)
        self.turn()

    def turn(self):
        self.pages.append([])
        self.y = PAGE_HEIGHT - MARGIN
        self.draw(MARGIN, PAGE_HEIGHT - 34, self.paper.header, False)
        self.draw(PAGE_WIDTH / 2 - 15, 34, f"Page {len(self.pages) + FIRST_LABEL - 1}", False)

    def draw(self, x, y, text, bold):
        self.pages[-1].append(f"BT /{'F2' if bold else 'F1'} {SIZE} Tf {x:.1f} {y:.1f} Td {literal(text)} Tj ET")

    def line(self, cells, bold):
        """cells: (x, text) on one line."""
        if self.y < MARGIN + LEADING:
            self.turn()
        self.y -= LEADING
        for x, text in cells:
            if text:
                self.draw(x, self.y, text, bold)

    def paragraph(self, text, bold=False, label="", indent=0):
        left = MARGIN + indent
        for number, line in enumerate(wrapped(text, PAGE_WIDTH - MARGIN - left, bold)):
            self.line([(MARGIN, label)] * (number == 0 and bool(label)) + [(left, line)], bold)
        self.y -= GAP

    def table(self, rows):
        column = (PAGE_WIDTH - 2 * MARGIN) / len(rows[0])
        for row in rows:
            cells = [wrapped(cell, column - 10, False) for cell in row]
            for number in range(max(map(len, cells))):
                self.line([(MARGIN + n * column, lines[number] if number < len(lines) else "") for n, lines in enumerate(cells)], False)
        self.y -= GAP

    def block(self, block):
        if block.kind == "table":
            return self.table(block.rows)
        text = block.text()
        if block.kind == "item" and block.level == 1:
            if self.y < MARGIN + 4 * LEADING:
                self.turn()
            self.bookmarks.append((f"{block.label} {text}", len(self.pages)))
        if block.kind in ("item", "bullet"):
            bullet = block.kind == "bullet"
            return self.paragraph(text, not bullet and block.level == 1, "\u2022" if bullet else block.label, 18 if bullet else 36)
        return self.paragraph(text, block.kind in ("title", "heading", "bold"))


def objects_of(layout):
    """The objects of the file, from number 1 on."""
    pages, bookmarks = layout.pages, layout.bookmarks
    first_page, first_bookmark = 6, 6 + 2 * len(pages)
    page_number = lambda page: first_page + 2 * (page - 1)
    kids = " ".join(f"{page_number(n)} 0 R" for n in range(1, len(pages) + 1))
    yield (f"<< /Type /Catalog /Pages 2 0 R /Outlines 5 0 R /PageMode /UseOutlines "
           f"/PageLabels << /Nums [0 << /S /D /St {FIRST_LABEL} >>] >> >>")
    yield f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"
    for font in ("Helvetica", "Helvetica-Bold"):
        yield f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>"
    yield f"<< /Type /Outlines /First {first_bookmark} 0 R /Last {first_bookmark + len(bookmarks) - 1} 0 R /Count {len(bookmarks)} >>"
    for number, page in enumerate(pages, 1):
        yield (f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE_WIDTH} {PAGE_HEIGHT}] /Contents {page_number(number) + 1} 0 R "
               "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>")
        stream = "\n".join(page)
        yield f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream"
    for number, (title, page) in enumerate(bookmarks):
        near = f" /Prev {first_bookmark + number - 1} 0 R" if number else ""
        near += f" /Next {first_bookmark + number + 1} 0 R" if number + 1 < len(bookmarks) else ""
        yield f"<< /Title {literal(title.replace(chr(0x2019), chr(39)))} /Parent 5 0 R{near} /Dest [{page_number(page)} 0 R /Fit] >>"


def write(paper):
    layout = Layout(paper)
    for block in paper.blocks:
        layout.block(block)
    out, offsets = "%PDF-1.4\n", []
    for number, text in enumerate(objects_of(layout), 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(offsets) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return (out + end).encode("ascii")
