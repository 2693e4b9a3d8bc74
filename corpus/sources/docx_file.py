"""Word documents with automatic numbers, notes, tracked changes, hidden text, a comment, a header and a footer."""

from xml.sax.saxutils import escape

from package import package

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
BULLETS, ITEMS = 2, 1

STYLES = "".join([
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    *(f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/><w:basedOn w:val="Normal"/>'
      f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>' for n in (1, 2)),
    '<w:style w:type="paragraph" w:styleId="MinuteTitle"><w:name w:val="Minute Title"/><w:basedOn w:val="Normal"/>'
    f'<w:pPr><w:numPr><w:numId w:val="{ITEMS}"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>'])


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


class Document:
    def __init__(self, paper):
        self.paper = paper
        self.notes, self.comments = [], []

    def run(self, style, text):
        if style == "note":
            self.notes.append(text)
            return f'<w:r><w:footnoteReference w:id="{len(self.notes) + 1}"/></w:r>'
        if style == "comment":
            self.comments.append(text)
            return f'<w:r><w:commentReference w:id="{len(self.comments)}"/></w:r>'
        if style == "del":
            return f'<w:del w:id="90" w:author="Clerk"><w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>'
        if style == "ins":
            return f'<w:ins w:id="91" w:author="Clerk">{run(text)}</w:ins>'
        return run(text, "<w:vanish/>" if style == "hidden" else "")

    def paragraph(self, block):
        if block.kind == "table":
            rows = "".join("<w:tr>" + "".join(f"<w:tc><w:p>{run(cell)}</w:p></w:tc>" for cell in row) + "</w:tr>" for row in block.rows)
            return f"<w:tbl>{rows}</w:tbl>"
        if block.kind in ("title", "bold"):
            centred = '<w:jc w:val="center"/>' if block.kind == "title" else ""
            return f'<w:p><w:pPr>{centred}</w:pPr>{run(block.text(), "<w:b/>")}</w:p>'
        properties = ""
        if block.kind == "heading":
            properties = f'<w:pStyle w:val="Heading{block.level}"/>'
        elif block.kind == "item" and block.level == 1:
            properties = '<w:pStyle w:val="MinuteTitle"/>'
        elif block.kind in ("item", "bullet"):
            level, numbers = (block.level - 1, ITEMS) if block.kind == "item" else (0, BULLETS)
            properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbers}"/></w:numPr>'
        return f'<w:p><w:pPr>{properties}</w:pPr>{"".join(self.run(*one) for one in block.runs)}</w:p>'

    def body(self):
        section = ('<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/></w:sectPr>')
        return "".join(map(self.paragraph, self.paper.blocks)) + section


def numbering(paper):
    def level(number, form, text, start, style=""):
        return (f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{style}<w:lvlText w:val="{text}"/></w:lvl>')
    items = (level(0, "decimal", escape(paper.item), paper.start, '<w:pStyle w:val="MinuteTitle"/>') +
             level(1, "decimal", "%1.%2", 1) + level(2, "lowerLetter", "(%3)", 1))
    lists = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (ITEMS, BULLETS))
    return (f'<w:abstractNum w:abstractNumId="{ITEMS}">{items}</w:abstractNum><w:abstractNum w:abstractNumId="{BULLETS}">' +
            level(0, "bullet", "\uf0b7", 1) + "</w:abstractNum>" + lists)


def notes_part(notes):
    separator = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    return separator + "".join(f'<w:footnote w:id="{n}"><w:p>{run(text)}</w:p></w:footnote>' for n, text in enumerate(notes, 2))


def write(paper):
    document = Document(paper)
    body = document.body()
    page = '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    comments = "".join(f'<w:comment w:id="{n}" w:author="Clerk"><w:p>{run(text)}</w:p></w:comment>'
                       for n, text in enumerate(document.comments, 1))
    parts = [("styles", "styles", STYLES), ("numbering", "numbering", numbering(paper)),
             ("footnotes", "footnotes", notes_part(document.notes)), ("header", "hdr", f"<w:p>{run(paper.header)}</w:p>"),
             ("footer", "ftr", f'<w:p>{run("Page ")}{page}</w:p>'), ("comments", "comments", comments)]
    types = ('<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
             '<Default Extension="xml" ContentType="application/xml"/>'
             f'<Override PartName="/word/document.xml" ContentType="{TYPE}document.main+xml"/>' +
             "".join(f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}{name}+xml"/>' for name, _, _ in parts))
    package_relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    relations = "".join(f'<Relationship Id="rId{n}" Type="{RELATION}/{name}" Target="{name}.xml"/>' for n, (name, _, _) in enumerate(parts, 1))
    return package([
        ("[Content_Types].xml", f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{types}</Types>'),
        ("_rels/.rels", f'{XML}{package_relations}<Relationship Id="rId1" Type="{RELATION}/officeDocument" Target="word/document.xml"/></Relationships>'),
        ("word/_rels/document.xml.rels", f"{XML}{package_relations}{relations}</Relationships>"),
        ("word/document.xml", f'{XML}<w:document {MAIN} xmlns:r="{RELATION}"><w:body>{body}</w:body></w:document>'),
        *((f"word/{name}.xml", f"{XML}<w:{root} {MAIN}>{content}</w:{root}>") for name, root, content in parts)])
