// Citations as entries of reference managers: RIS and BibTeX. Which fields are filled from what: query/citation.h.
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "query/citation.h"
#include "schema/analysis.h"
#include "schema/date.h"

namespace minutebook::query {

namespace {

using schema::PaperKind;

/// One line of valid UTF-8: what cannot stand in a field becomes a space.
std::string one_line(std::string_view text) {
  std::string line = schema::valid_utf8(text) ? std::string(text) : schema::to_nfc(text);
  for (char& byte : line) {
    if (static_cast<unsigned char>(byte) < 0x20 || byte == '\x7F') byte = ' ';
  }
  return line;
}

std::string title_of(const Citation& citation) {
  if (!citation.title.empty()) return citation.title;
  return citation.paper.empty() ? std::string(schema::name_of(citation.kind)) : citation.paper;
}

/// "Children's Board, minutes": what the item stands in.
std::string container_of(const Citation& citation) {
  std::string made = citation.committee;
  if (!made.empty()) made += ", ";
  return made + std::string(schema::name_of(citation.kind));
}

/// BibTeX counts braces, escaped or not, so those of a text are written by name.
std::string_view tex_of(char byte) {
  static constexpr auto escapes = std::to_array<std::pair<char, std::string_view>>({{'\\', "\\textbackslash{}"},
                                                                                    {'~', "\\textasciitilde{}"},
                                                                                    {'^', "\\textasciicircum{}"},
                                                                                    {'{', "\\textbraceleft{}"},
                                                                                    {'}', "\\textbraceright{}"},
                                                                                    {'&', "\\&"},
                                                                                    {'%', "\\%"},
                                                                                    {'$', "\\$"},
                                                                                    {'#', "\\#"},
                                                                                    {'_', "\\_"}});
  const auto* const found =
      std::find_if(escapes.begin(), escapes.end(), [byte](const auto& one) { return one.first == byte; });
  return found == escapes.end() ? std::string_view() : found->second;
}

std::string tex(std::string_view text) {
  std::string made;
  for (const char byte : one_line(text)) {
    const std::string_view escaped = tex_of(byte);
    if (escaped.empty()) {
      made += byte;
    } else {
      made += escaped;
    }
  }
  return made;
}

/// Letters, digits, hyphens, dots and colons: what every program takes for a key.
std::string key_of(const std::string& id) {
  std::string key = "minutebook:" + id;
  std::replace(key.begin(), key.end(), '~', ':');
  return key;
}

class RisWriter {
 public:
  explicit RisWriter(std::ostream& out) : out_(out) {}
  void add(std::string_view tag, std::string_view value) {
    if (!value.empty()) out_ << tag << "  - " << one_line(value) << "\r\n";
  }

 private:
  std::ostream& out_;
};

class BibtexWriter {
 public:
  explicit BibtexWriter(std::ostream& out) : out_(out) {}
  /// `value`: escaped already.
  void add(std::string_view name, const std::string& value) {
    if (!value.empty()) out_ << ",\n  " << name << " = {" << value << "}";
  }

 private:
  std::ostream& out_;
};

}  // namespace

std::string safe_url(std::string_view url) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view unsafe = "{}\\\"<>^`|";
  std::string made;
  for (const char byte : url) {
    const auto code = static_cast<unsigned char>(byte);
    if (code > 0x20 && code != 0x7F && unsafe.find(byte) == std::string_view::npos) {
      made += byte;
    } else {
      made.append("%").append(1, digits[code >> 4]).append(1, digits[code & 15]);
    }
  }
  return made;
}

void print_ris(std::ostream& out, const Citation& citation) {
  const schema::Date& date = citation.date;
  const auto two_digits = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  RisWriter writer(out);
  writer.add("TY", citation.kind == PaperKind::report ? "RPRT" : "GOVDOC");
  writer.add("ID", citation.id);
  // A comma would part surname and first name.
  std::string author = citation.council;
  author.erase(std::remove(author.begin(), author.end(), ','), author.end());
  writer.add("AU", author);
  writer.add("TI", title_of(citation));
  writer.add("T2", container_of(citation));
  if (date.known()) {
    writer.add("PY", std::to_string(date.year));
    writer.add("DA", std::to_string(date.year) + "/" + two_digits(date.month) + "/" + two_digits(date.day) + "/");
  }
  writer.add("M1", citation.number);
  writer.add("SP", citation.page > 0 ? std::to_string(citation.page) : std::string());
  writer.add("UR", citation.url);
  writer.add("N1", citation_line(citation));
  out << "ER  - \r\n";
}

void print_bibtex(std::ostream& out, const Citation& citation) {
  constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                       "jul", "aug", "sep", "oct", "nov", "dec"};
  const schema::Date& date = citation.date;
  out << "@misc{" << key_of(citation.id);
  BibtexWriter writer(out);
  // Braces inside: the council is no person, and a title keeps its capitals.
  if (!citation.council.empty()) writer.add("author", "{" + tex(citation.council) + "}");
  writer.add("title", "{" + tex(title_of(citation)) + "}");
  writer.add("howpublished", tex(container_of(citation)));
  if (date.known()) {
    writer.add("year", std::to_string(date.year));
    out << ",\n  month = " << months[static_cast<std::size_t>(date.month - 1)];
    writer.add("day", std::to_string(date.day));
  }
  writer.add("url", safe_url(citation.url));
  writer.add("note", tex(citation_place(citation)));
  out << "\n}\n";
}

}  // namespace minutebook::query
