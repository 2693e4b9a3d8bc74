"""Plain text as a word processor on Windows saves it when asked for Unicode: UTF-16, its order of bytes marked."""


def line(block):
    if block.kind == "table":
        return "\r\n".join("\t".join(row) for row in block.rows)
    sign = {"item": f"{block.label}\t", "bullet": "\N{BULLET}\t"}.get(block.kind, "")
    return sign + block.text()


def write(paper):
    return ("\N{BYTE ORDER MARK}" + "".join(line(block) + "\r\n\r\n" for block in paper.blocks)).encode("utf-16-le")
