#include "query/citation.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "schema/date.h"

namespace minutebook::query {

namespace {

using schema::PaperKind;

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

std::string date_in_words(const schema::Date& date) {
  return std::to_string(date.day) + " " + std::string(months[static_cast<std::size_t>(date.month - 1)]) + " " +
         std::to_string(date.year);
}

/// "Minutes", "Work programme".
std::string kind_in_words(PaperKind kind) {
  std::string name(schema::name_of(kind));
  std::replace(name.begin(), name.end(), '-', ' ');
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

/// What a number in such a paper numbers.
std::string_view numbered_thing(PaperKind kind) {
  switch (kind) {
    case PaperKind::minutes:
      return "minute";
    case PaperKind::report:
    case PaperKind::appendix:
    case PaperKind::presentation:
      return "section";
    case PaperKind::agenda:
    case PaperKind::decision:
    case PaperKind::work_programme:
    case PaperKind::forward_plan:
    case PaperKind::other:
      return "item";
  }
  return "item";
}

/// Titles of minutes and agendas say again which meeting it was.
bool has_own_title(const Citation& citation) {
  const bool of_meeting = citation.kind == PaperKind::minutes || citation.kind == PaperKind::agenda;
  return !of_meeting && !citation.paper.empty() && citation.paper != citation.title;
}

std::string quoted(const std::string& title) {
  return "\u2018" + title + "\u2019";
}

void add(std::string& line, const std::string& part, std::string_view between = ", ") {
  if (part.empty()) return;
  if (!line.empty()) line += between;
  line += part;
}

Citation of_paper(const PaperView& paper) {
  Citation made;
  made.id = paper.id;
  made.kind = paper.kind;
  made.paper = paper.title;
  made.page = paper.page;
  made.url = paper.url;
  return made;
}

}  // namespace

Citation paper_citation_of(const Result& row) {
  Citation made = of_paper(row.paper);
  made.council = row.council_name;
  made.committee = row.committee;
  made.date = row.date;
  return made;
}

Citation citation_of(const Result& row) {
  Citation made = paper_citation_of(row);
  made.id = row.id;
  made.number = row.number;
  made.title = row.title;
  made.page = row.page;
  return made;
}

Citation citation_of(const Result& row, const Mention& mention) {
  Citation made = citation_of(row);
  made.page = mention.page;
  made.paragraph = mention.paragraph;
  return made;
}

Citation citation_of(const Shown& shown) {
  Citation made = of_paper(shown.paper);
  made.council = shown.council_name;
  made.committee = shown.committee;
  made.date = shown.date;
  if (shown.whole_paper || shown.items.empty()) return made;
  const ShownItem& item = shown.items.front();
  made.id = item.id;
  made.number = item.number;
  made.title = item.title;
  made.page = item.page;
  return made;
}

std::string citation_place(const Citation& citation) {
  std::string place;
  if (!citation.number.empty()) place = std::string(numbered_thing(citation.kind)) + " " + citation.number;
  if (!citation.title.empty()) add(place, quoted(citation.title), " ");
  if (!citation.paragraph.empty()) add(place, "paragraph " + citation.paragraph);
  if (citation.page > 0) add(place, "p. " + std::to_string(citation.page));
  return place;
}

std::string citation_line(const Citation& citation) {
  std::string line = citation.council;
  add(line, citation.committee);
  add(line, kind_in_words(citation.kind));
  if (has_own_title(citation)) add(line, quoted(citation.paper), " ");
  add(line, citation.date.known() ? date_in_words(citation.date) : "undated");
  add(line, citation_place(citation));
  line += '.';
  add(line, citation.url, " ");
  return line;
}

}  // namespace minutebook::query
