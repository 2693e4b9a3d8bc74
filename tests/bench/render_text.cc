#include "tests/bench/generator.h"

namespace minutebook::bench {
namespace {

std::string upper(std::string_view text) {
  std::string capitals(text);
  for (char& c : capitals) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return capitals;
}

void add_minutes_item(const Item& item, std::string& out) {
  if (!item.number.empty()) out.append(item.number).append(" ").append(upper(item.title)).append("\n\n");
  bool in_resolution = false;
  for (const Paragraph& paragraph : item.paragraphs) {
    if (paragraph.kind == ParagraphKind::resolution && !in_resolution) {
      out += "Resolved that:\n\n";
      in_resolution = true;
    }
    out.append(paragraph.text).append("\n\n");
  }
}

void add_section(const Item& item, std::string& out) {
  if (!item.number.empty()) out.append(item.number).append(". ").append(item.title).append("\n\n");
  int position = 0;
  for (const Paragraph& paragraph : item.paragraphs) {
    // Paragraphs of a section are numbered 4.1, 4.2 …; the lines of the front sheet and of the recommendations are not.
    const bool numbered =
        !item.number.empty() && paragraph.kind == ParagraphKind::text && !paragraph.text.ends_with(':');
    if (numbered) out.append("- ").append(item.number).append(".").append(std::to_string(++position)).append(" ");
    out.append(paragraph.text).append("\n\n");
  }
}

}  // namespace

std::string render_text(const Paper& paper) {
  std::string out;
  out.reserve(32'768);
  const std::string committee(paper.committee);
  if (paper.kind == PaperKind::minutes) {
    out.append(upper(committee)).append("\n\n").append(paper.council.name).append("\n\n");
    out.append("At a meeting of the ")
        .append(committee)
        .append(" held on ")
        .append(long_date(paper.date))
        .append("\n\n");
    for (const Item& item : paper.items) add_minutes_item(item, out);
  } else {
    out.append(committee).append("\n\n").append(paper.council.name).append("\n\n");
    out.append(long_date(paper.date)).append("\n\n");
    for (const Item& item : paper.items) add_section(item, out);
  }
  return out;
}

}  // namespace minutebook::bench
