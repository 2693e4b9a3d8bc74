"""Packs of a meeting made by a script: agenda, minutes of the last meeting, many reports with their appendices, as PDF with or
without bookmarks and printed page numbers, and as text with page breaks.

Every name and word in them is invented. Knows nothing of how they are read.
"""
import dataclasses
import random
import sys
import textwrap

from program import ROOT

sys.path.insert(0, str(ROOT / "corpus/sources"))

import pdf_file

COUNCIL = "Kestermere Borough Council"
COMMITTEE = "Communities and Environment Scrutiny Committee"
BLANK = "This page is intentionally left blank"
SUBJECTS = ("Library", "Waste Collection", "Road Safety", "Leisure Centre", "Allotment", "Market Hall", "Flood Defence",
            "Youth Service", "Street Lighting", "Cemetery", "Parking", "Bus Shelter", "Tree Planting", "Housing Repair",
            "Air Quality", "Play Area", "Canal Path", "Energy Saving", "Community Grant", "Food Hygiene")
SORTS = ("Strategy", "Review", "Progress Update", "Contract Award", "Consultation Results")
WORDS = ("members", "officers", "residents", "the", "service", "of", "budget", "and", "borough", "in", "for", "use",
         "each", "year", "with", "report", "partners", "to", "area", "scheme", "costs", "plans", "work", "was", "were")


@dataclasses.dataclass
class Report:
    number: int
    title: str
    pages: int
    style: int
    appendix: bool
    first_page: int = 0  # of the whole pack, from 1
    appendix_page: int = 0


def sentences(chance, count):
    made = []
    for _ in range(count):
        words = [chance.choice(WORDS) for _ in range(chance.randint(9, 22))]
        made.append(" ".join(words).capitalize() + ".")
    return " ".join(made)


def sheet(report):
    """What a report begins with; councils lay it out in different ways."""
    if report.style == 0:
        return [f"Report to: {COMMITTEE}", "Date of meeting: 12 March 2024", "Report of: Director of Places",
                f"Title: {report.title}", "Wards affected: All", "Key decision: No"]
    if report.style == 1:
        return ["REPORT TO: " + COMMITTEE, "DATE: 12 March 2024", "REPORTING OFFICER: Executive Director, Places",
                "SUBJECT: " + report.title, "WARD(S): Borough-wide"]
    return [COUNCIL, COMMITTEE, "12 March 2024", report.title, "Report of the Director of Places"]


def body(chance, report):
    lines, number = [], 0
    for heading in ("Purpose of the report", "Recommendations", "Background", "Proposals", "Financial implications"):
        number += 1
        lines.append(f"{number}. {heading}")
        if heading == "Recommendations":
            lines += ["That the Committee:", "(a) notes the report; and", "(b) agrees the next steps."]
        else:
            lines += [f"{number}.{part} {sentences(chance, 3)}" for part in (1, 2)]
    return lines


class Pages:
    """Pages as lists of lines, wrapped."""

    def __init__(self):
        self.pages = []

    def turn(self):
        self.pages.append([])

    def add(self, paragraphs, most=40):
        for paragraph in paragraphs:
            lines = textwrap.wrap(paragraph, 84)
            if len(self.pages[-1]) + len(lines) > most:
                self.turn()
            self.pages[-1] += [*lines, ""]

    def fill_to(self, count, chance, number):
        """More paragraphs of the same document until it has so many pages."""
        part = 3
        while len(self.pages) < count:
            self.turn()
            while len(self.pages[-1]) < 34:
                self.pages[-1] += [*textwrap.wrap(f"5.{part} {sentences(chance, 4)}", 84), ""]
                part += 1


def make(reports=20, pages_each=(2, 6), seed=7):
    """(pages of the front and of what follows, reports)."""
    chance = random.Random(seed)
    made = [Report(number=n + 4, title=f"{SUBJECTS[n % len(SUBJECTS)]} {chance.choice(SORTS)}"
                   + (f" {n // len(SUBJECTS) + 1}" if n >= len(SUBJECTS) else ""),
                   pages=chance.randint(*pages_each), style=n % 3, appendix=n % 4 == 3) for n in range(reports)]
    front = 1 + (reports + 8) // 12
    pages = Pages()
    for _ in range(front):
        pages.turn()
    pages.turn()
    minutes_at = len(pages.pages)
    pages.add([COUNCIL, COMMITTEE, "Minutes of the meeting held on 16 January 2024",
               "Present: Councillors A Quill (Chair), B Farrow and C Loveday", "1. Apologies for absence",
               "There were none.", "2. Minutes", "Resolved: That the minutes of 7 November 2023 be approved.",
               "3. Heritage Trail", sentences(chance, 4), "Resolved: That the report be noted.",
               "The meeting closed at 8.15 pm."])
    for report in made:
        pages.turn()
        if report.number % 5 == 0:
            pages.add([BLANK])
            pages.turn()
        report.first_page = len(pages.pages)
        pages.add([f"Agenda Item {report.number}"])
        pages.add(sheet(report))
        pages.add(body(chance, report))
        pages.fill_to(report.first_page + report.pages - 1, chance, 5)
        if report.appendix:
            pages.turn()
            report.appendix_page = len(pages.pages)
            pages.add([f"Appendix 1: {report.title} in figures", sentences(chance, 6)])
    write_front(pages.pages, front, made, minutes_at)
    return pages.pages, made, front


def write_front(pages, front, reports, minutes_at):
    lines = [COUNCIL, COMMITTEE, "Agenda", "Tuesday, 12 March 2024 at 6.30 pm", "Council Chamber, Town Hall", "",
             "1. Apologies for absence", "", "2. Declarations of interest", "",
             f"3. Minutes of the meeting held on 16 January 2024 (Pages {minutes_at} - {reports[0].first_page - 1})", ""]
    for report in reports:
        lines += [f"{report.number}. {report.title} (Pages {report.first_page} - {report.first_page + report.pages - 1})", ""]
    for at in range(front):
        pages[at] += lines[at * 36:(at + 1) * 36]


def as_text(pages):
    return "\f".join("\n".join(page) + "\n" for page in pages)


def as_pdf(pages, reports, bookmarks=True, page_numbers=True):
    """Lines at 14 points, "Page 7" at the foot."""
    marks = [("Agenda", 1)] if bookmarks else []
    marks += [(f"{report.number} {report.title}", report.first_page) for report in reports] if bookmarks else []
    count = len(pages)
    at = lambda page: 6 + 2 * (page - 1)
    catalog = "<< /Type /Catalog /Pages 2 0 R" + (" /Outlines 5 0 R" if marks else "") + " >>"
    first_mark = 6 + 2 * count
    objects = [catalog, f"<< /Type /Pages /Kids [{' '.join(f'{at(n)} 0 R' for n in range(1, count + 1))}] /Count {count} >>"]
    objects += [f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>"
                for font in ("Helvetica", "Helvetica-Bold")]
    objects.append(f"<< /Type /Outlines /First {first_mark} 0 R /Last {first_mark + len(marks) - 1} 0 R >>" if marks else "<< >>")
    for number, page in enumerate(pages, 1):
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {at(number) + 1} 0 R "
                       "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>")
        drawn = [(62, 790 - 14 * row, line) for row, line in enumerate(page) if line]
        if page_numbers:
            drawn.append((280, 34, f"Page {number}"))
        stream = "\n".join(f"BT /F1 11 Tf {x} {y} Td {pdf_file.literal(line)} Tj ET" for x, y, line in drawn)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    for number, (title, page) in enumerate(marks):
        near = f" /Prev {first_mark + number - 1} 0 R" if number else ""
        near += f" /Next {first_mark + number + 1} 0 R" if number + 1 < len(marks) else ""
        objects.append(f"<< /Title {pdf_file.literal(title)} /Parent 5 0 R{near} /Dest [{at(page)} 0 R /Fit] >>")
    return file_of(objects)


def file_of(objects):
    out, offsets = "%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n"
    size = len(offsets) + 1
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return (out + end).encode("ascii")
