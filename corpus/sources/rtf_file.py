"""RTF as word processors of the nineties wrote it: Windows-1252 escapes, printed list numbers, tables of cells."""

HEAD = (r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\froman\fcharset2 Symbol;}}"
        r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0\b heading 1;}}")


def escaped(text):
    out = ""
    for c in text:
        if c in "\\{}":
            out += "\\" + c
        elif c < "\x7f":
            out += c
        else:
            out += "".join(f"\\'{byte:02x}" for byte in c.encode("cp1252"))
    return out


def runs(block):
    out = ""
    for style, text in block.runs:
        if style == "note":
            out += r"{\super\chftn{\footnote\pard\plain\f0 {\super\chftn} " + escaped(text) + "}}"
        elif style in ("", "ins"):
            out += escaped(text)
        elif style == "hidden":
            out += r"{\v " + escaped(text) + "}"
    return out


def block_text(block):
    if block.kind == "table":
        return "".join(r"\trowd" + "".join(rf"\cellx{(n + 1) * 9000 // len(row)}" for n in range(len(row))) + "\n" +
                       "".join(rf"\pard\intbl {escaped(cell)}\cell" + "\n" for cell in row) + "\\row\n" for row in block.rows) + "\\pard\n"
    text = runs(block)
    if block.kind == "heading":
        return rf"\pard\s1\outlinelevel0{{\b {text}}}\par" + "\n"
    if block.kind == "item":
        number = rf"{{\listtext\pard\plain\f0 {escaped(block.label)}\tab}}"
        return rf"\pard\fi-720\li720{number}" + (rf"{{\b {text}}}" if block.level == 1 else text) + "\\par\n"
    if block.kind == "bullet":
        return r"\pard\fi-360\li720{\listtext\pard\plain\f1 \'b7\tab}" + text + "\\par\n"
    return r"\pard " + (rf"{{\b {text}}}" if block.kind in ("title", "bold") else text) + "\\par\n"


def write(paper):
    header = r"{\header\pard\plain\f0 " + escaped(paper.header) + r"\par}"
    footer = r"{\footer\pard\plain\f0 Page {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}"
    return (HEAD + "\n" + header + "\n" + footer + "\n" + "".join(map(block_text, paper.blocks)) + "}\n").encode("ascii")
