#include "indexer/extract/html_page.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "indexer/extract/page_address.h"
#include "indexer/extract/page_furniture.h"
#include "indexer/extract/read_html.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

/// The content of the first meta element of that name or property, names in order of preference.
std::string meta_of(const MarkupTree& tree, std::initializer_list<std::string_view> names) {
  for (const std::string_view wanted : names) {
    for (NodeId id = tree.find("meta", 0, tree.size()); id < tree.size(); id = tree.find("meta", id + 1, tree.size())) {
      const bool named = lower(tree.attribute(id, "name")) == wanted || lower(tree.attribute(id, "property")) == wanted;
      if (named && !one_line(tree.attribute(id, "content")).empty()) return one_line(tree.attribute(id, "content"));
    }
  }
  return {};
}

std::string link_of(const MarkupTree& tree, std::string_view relation) {
  for (NodeId id = tree.find("link", 0, tree.size()); id < tree.size(); id = tree.find("link", id + 1, tree.size())) {
    if (lower(tree.attribute(id, "rel")) == relation) return one_line(tree.attribute(id, "href"));
  }
  return {};
}

bool names_council(std::string_view text) {
  static constexpr std::array<std::string_view, 7> words = {"council",     "borough",  "authority", "cyngor",
                                                            "corporation", "assembly", "comhairle"};
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return contains_word(text, word); });
}

/// "Cabinet minutes | Eskermouth Council": what stands behind the last bar or dash, if it names a council.
std::string publisher_of(const MarkupTree& tree, std::string_view title) {
  const std::string stated = meta_of(
      tree, {"og:site_name", "dc.publisher", "dcterms.publisher", "dc.creator", "dcterms.creator", "application-name"});
  if (names_council(stated)) return stated;
  for (const std::string_view sign : {" | ", " - ", " \xE2\x80\x93 "}) {
    const std::size_t at = title.rfind(sign);
    if (at == std::string_view::npos) continue;
    const std::string_view last = trim(title.substr(at + sign.size()));
    if (names_council(last)) return std::string(last);
  }
  return {};
}

std::string first_heading(const MarkupTree& tree, const NodeMask& dropped) {
  for (NodeId id = tree.find("h1", 0, tree.size()); id < tree.size(); id = tree.find("h1", id + 1, tree.size())) {
    if (std::string text = text_of(tree, dropped, id); !text.empty()) return text;
  }
  return {};
}

/// "Agenda for", "Minutes of the meeting of": what titles put before the committee's name.
std::string_view without_lead(std::string_view name) {
  for (const std::string_view lead :
       {"agenda for ", "agenda and minutes for ", "minutes for ", "decisions for ", "attendance for ", "meeting of ",
        "attendance at meeting of ", "attendance details for the meeting of "}) {
    if (begins(name, lead)) return trim(name.substr(lead.size()));
  }
  return name;
}

bool is_weekday(std::string_view word) {
  static constexpr std::array<std::string_view, 14> days = {
      "monday",    "tuesday",     "wednesday",    "thursday", "friday",      "saturday",    "sunday",
      "dydd llun", "dydd mawrth", "dydd mercher", "dydd iau", "dydd gwener", "dydd sadwrn", "dydd sul"};
  return std::find(days.begin(), days.end(), lower(word)) != days.end();
}

/// Takes weekdays, commas, dashes and "on" off the end.
std::string_view without_tail(std::string_view name) {
  for (bool more = true; more;) {
    more = false;
    name = trim(name);
    while (!name.empty() && (name.back() == ',' || name.back() == '-' || name.back() == ':')) {
      name = trim(name.substr(0, name.size() - 1));
      more = true;
    }
    if (name.ends_with("\xE2\x80\x93")) {
      name.remove_suffix(3);
      more = true;
    }
    for (std::size_t space = name.rfind(' '), words = 0; space != std::string_view::npos && words < 2; ++words) {
      const std::string_view last = name.substr(space + 1);
      if (is_weekday(last) || lower(last) == "on" || lower(last) == "ar") {
        name = name.substr(0, space);
        more = true;
        break;
      }
      space = space == 0 ? std::string_view::npos : name.rfind(' ', space - 1);
    }
    if (is_weekday(name)) return {};
  }
  return name;
}

void cut_lines(std::vector<std::string>& lines, std::vector<std::string>& warnings) {
  std::size_t bytes = 0;
  std::size_t cut = 0;
  std::size_t kept = 0;
  for (; kept < lines.size() && kept < max_lines; ++kept) {
    std::string& line = lines[kept];
    if (line.size() > max_line_bytes) {
      line = cut_utf8(line, max_line_bytes);
      ++cut;
    }
    for (char& c : line) {
      if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == '\x7F') c = ' ';
    }
    bytes += line.size();
    if (bytes > max_text_bytes) break;
  }
  if (cut > 0) warnings.push_back(std::to_string(cut) + " lines were cut at 1,000,000 bytes");
  if (kept == lines.size()) return;
  warnings.push_back("only its first " + std::to_string(kept) + " lines were read; what follows is missing");
  lines.resize(kept);
}

void tidy_fact(std::string& fact) {
  fact = cut_utf8(one_line(fact), max_fact_bytes);
}

void tidy_facts(DocumentFacts& facts) {
  for (std::string* fact : {&facts.kind, &facts.title, &facts.committee, &facts.date, &facts.council, &facts.url,
                            &facts.status, &facts.key_decision})
    tidy_fact(*fact);
  for (std::vector<std::string>* list : {&facts.portfolios, &facts.wards}) {
    for (std::string& one : *list) tidy_fact(one);
    std::erase(*list, std::string());
    if (list->size() > 100) list->resize(100);
  }
}

}  // namespace

HtmlPage read_html_page(std::string_view utf8) {
  HtmlTree read = read_html(utf8);
  HtmlPage page{.tree = std::move(read.tree)};
  const MarkupTree& tree = page.tree;
  if (read.flattened)
    page.warnings.emplace_back("its elements are nested very deeply: their innermost ones were read as plain text");
  page.dropped = page_furniture(tree);
  page.heading = first_heading(tree, page.dropped);
  const NodeId title = tree.find("title", 0, tree.size());
  if (title < tree.size()) page.title = text_of(tree, NodeMask(tree.size(), false), title);
  const std::string described = meta_of(tree, {"dc.title", "dcterms.title", "og:title"});
  if (described.size() > page.title.size()) page.title = described;
  const NodeId base = tree.find("base", 0, tree.size());
  const std::string based = base < tree.size() ? one_line(tree.attribute(base, "href")) : std::string();
  for (const std::string& address : {link_of(tree, "canonical"), meta_of(tree, {"og:url"}), read.saved_from, based}) {
    if (page.address.empty() && address.find("://") != std::string::npos) page.address = resolve_link({}, address);
  }
  page.base = based.empty() ? page.address : resolve_link(page.address, based);
  page.publisher = publisher_of(tree, page.title);
  return page;
}

void add_page_facts(const HtmlPage& page, DocumentFacts& facts) {
  facts.url = page.address;
  facts.council = page.publisher;
}

std::string document_line(const std::string& title, const std::string& address) {
  return "- " + (title.empty() ? std::string("Document") : title) + ": " + address;
}

std::vector<std::string> document_lines(const HtmlPage& page, NodeId begin, NodeId end) {
  const MarkupTree& tree = page.tree;
  std::vector<std::string> lines;
  std::set<std::string> seen;
  for (NodeId id = tree.find("a", begin, end); id < end; id = tree.find("a", id + 1, end)) {
    const std::string_view link = tree.attribute(id, "href");
    if (!is_document_link(link)) continue;
    const std::string address = resolve_link(page.base, link);
    std::string title = without_file_size(text_of(tree, page.dropped, id));
    if (address.empty() || !seen.insert(address).second) continue;
    lines.push_back(document_line(title, address));
  }
  return lines;
}

MeetingTitle meeting_of_title(std::string_view title) {
  const std::vector<schema::FoundDate> dates = schema::find_dates(title);
  MeetingTitle meeting;
  std::string_view name = title;
  if (!dates.empty()) {
    meeting.date = dates.front().date;
    name = title.substr(0, dates.front().begin);
  }
  meeting.committee = std::string(without_tail(without_lead(trim(name))));
  return meeting;
}

std::string status_of_words(std::string_view words) {
  for (const std::string_view word : {"cancelled", "canslwyd", "postponed", "gohiriwyd"}) {
    if (contains_word(words, word))
      return word == "canslwyd" ? "cancelled" : word == "gohiriwyd" ? "postponed" : std::string(word);
  }
  return contains_word(words, "draft") || contains_word(words, "drafft") ? "draft" : "";
}

Extraction one_page(std::vector<std::string> lines, DocumentFacts facts, std::vector<std::string> warnings) {
  Extraction result;
  const bool blank = std::all_of(lines.begin(), lines.end(), [](const std::string& line) { return line.empty(); });
  if (blank) {
    result.status = ExtractionStatus::empty;
    return result;
  }
  cut_lines(lines, warnings);
  facts.whole_paragraphs = true;
  tidy_facts(facts);
  result.text.facts = std::move(facts);
  result.text.warnings = std::move(warnings);
  result.text.pages.push_back({.number = 0, .lines = std::move(lines)});
  return result;
}

Extraction no_paper(const std::string& what) {
  Extraction result;
  result.status = ExtractionStatus::empty;
  result.reason = "holds no paper: it is " + what;
  return result;
}

}  // namespace minutebook::indexer
