"""OpenDocument texts with automatic numbers, notes, tables, a header and a footer."""

from xml.sax.saxutils import escape

from package import package

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACES = " ".join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in [
    ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("fo", "xsl-fo-compatible"),
    ("manifest", "manifest")])
BOLD = '<style:text-properties fo:font-weight="bold"/>'


def paragraph(content, style="Standard"):
    return f'<text:p text:style-name="{style}">{content}</text:p>'


class Document:
    def __init__(self, paper):
        self.paper = paper
        self.notes = 0

    def runs(self, block):
        out = ""
        for style, text in block.runs:
            if style == "note":
                self.notes += 1
                out += (f'<text:note text:id="n{self.notes}" text:note-class="footnote"><text:note-citation>{self.notes}'
                        f"</text:note-citation><text:note-body>{paragraph(escape(text))}</text:note-body></text:note>")
            elif style in ("", "ins"):
                out += escape(text)
            elif style == "hidden":
                out += f'<text:span text:style-name="Hidden">{escape(text)}</text:span>'
            elif style == "comment":
                out += f"<office:annotation>{paragraph(escape(text))}</office:annotation>"
        return out

    def in_list(self, content, style, level):
        more = ' text:continue-numbering="true"' if style == "Items" else ""
        opened = f'<text:list text:style-name="{style}"{more}><text:list-item>' + "<text:list><text:list-item>" * (level - 1)
        return opened + content + "</text:list-item></text:list>" * level

    def block(self, block):
        if block.kind == "table":
            rows = "".join("<table:table-row>" + "".join(f"<table:table-cell>{paragraph(escape(cell))}</table:table-cell>" for cell in row) +
                           "</table:table-row>" for row in block.rows)
            return f'<table:table><table:table-column table:number-columns-repeated="{len(block.rows[0])}"/>{rows}</table:table>'
        content = self.runs(block)
        if block.kind == "heading":
            return f'<text:h text:outline-level="{block.level}">{content}</text:h>'
        if block.kind == "item":
            return self.in_list(paragraph(content, "Strong" if block.level == 1 else "Standard"), "Items", block.level)
        if block.kind == "bullet":
            return self.in_list(paragraph(content), "Bullets", 1)
        return paragraph(content, "Strong" if block.kind in ("title", "bold") else "Standard")


def styles(paper):
    before, _, after = paper.item.partition("%1")
    level = '<text:list-level-style-number text:level="{}" style:num-format="{}"{}/>'
    items = (level.format(1, "1", f' style:num-prefix="{escape(before)}" style:num-suffix="{escape(after)}" text:start-value="{paper.start}"') +
             level.format(2, "1", ' text:display-levels="2"') +
             level.format(3, "a", ' style:num-prefix="(" style:num-suffix=")"'))
    return (f'<style:style style:name="Strong" style:family="paragraph" style:parent-style-name="Standard">{BOLD}</style:style>'
            '<style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/></style:style>'
            f'<text:list-style style:name="Items">{items}</text:list-style>'
            '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="\u2022"/></text:list-style>')


def write(paper):
    document = Document(paper)
    body = "".join(map(document.block, paper.blocks))
    master = ('<style:master-page style:name="Standard" style:page-layout-name="Page"><style:header>' + paragraph(escape(paper.header)) +
              "</style:header><style:footer>" + paragraph("Page <text:page-number>1</text:page-number>") + "</style:footer></style:master-page>")
    kind = "application/vnd.oasis.opendocument.text"
    files = "".join(f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{media}"/>'
                    for name, media in [("/", kind), ("content.xml", "text/xml"), ("styles.xml", "text/xml")])
    version = 'office:version="1.2"'
    return package([
        ("mimetype", kind),
        ("META-INF/manifest.xml", f"{XML}<manifest:manifest {SPACES}>{files}</manifest:manifest>"),
        ("styles.xml", f'{XML}<office:document-styles {SPACES} {version}><office:styles><style:style style:name="Standard" style:family="paragraph"/>'
                       '</office:styles><office:automatic-styles><style:page-layout style:name="Page"/></office:automatic-styles>'
                       f"<office:master-styles>{master}</office:master-styles></office:document-styles>"),
        ("content.xml", f"{XML}<office:document-content {SPACES} {version}><office:automatic-styles>{styles(paper)}</office:automatic-styles>"
                        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>")])
