#include "query/print_timeline.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

namespace minutebook::query {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t label_columns = 12;
constexpr std::size_t figure_columns = 10;
constexpr std::size_t longest_bar = 40;

std::string padded(const std::string& text, std::size_t width, bool right) {
  // Only ASCII but for the dash, which takes one column and three bytes.
  const std::size_t columns = text == "\u2013" ? 1 : text.size();
  const std::string space(width > columns ? width - columns : 0, ' ');
  return right ? space + text : text + space;
}

std::string figures(const PeriodCounts& counts) {
  std::string line;
  for (const std::string& text : {std::to_string(counts.mentions), std::to_string(counts.items),
                                  std::to_string(counts.searched), per_hundred(counts)}) {
    line += padded(text, figure_columns, true);
  }
  return line;
}

std::uint64_t most_mentions(const Timeline& timeline) {
  std::uint64_t most = 1;
  for (const PeriodCounts& one : timeline.periods) most = std::max(most, one.mentions);
  return most;
}

std::string bar(std::uint64_t value, std::uint64_t most, std::size_t width) {
  const std::size_t length = static_cast<std::size_t>((value * width + most / 2) / most);
  std::string text;
  for (std::size_t i = 0; i < std::max<std::size_t>(length, value > 0 ? 1 : 0); ++i) text += "\u2588";
  return text;
}

const char* const heads = "  mentions     items    papers   per 100";

Json counts_json(const PeriodCounts& counts) {
  Json made = Json::object();
  if (!counts.period.empty()) made["period"] = counts.period;
  made["mentions"] = counts.mentions;
  made["items"] = counts.items;
  made["papers"] = counts.papers;
  made["searched"] = counts.searched;
  made["per_100"] = counts.searched == 0 ? Json() : Json(std::stod(per_hundred(counts)));
  return made;
}

std::string_view name_of(Period period) {
  switch (period) {
    case Period::year:
      return "year";
    case Period::municipal_year:
      return "municipal-year";
    case Period::month:
      return "month";
  }
  return "year";
}

Json periods_json(const std::vector<PeriodCounts>& periods) {
  Json list = Json::array();
  for (const PeriodCounts& one : periods) list.push_back(counts_json(one));
  return list;
}

std::string escaped(std::string_view text) {
  static constexpr std::array<std::pair<char, std::string_view>, 4> signs = {
      {{'<', "&lt;"}, {'>', "&gt;"}, {'&', "&amp;"}, {'"', "&quot;"}}};
  std::string made;
  for (const char c : text) {
    const auto* const sign = std::find_if(signs.begin(), signs.end(), [c](const auto& one) { return one.first == c; });
    if (sign != signs.end()) {
      made += sign->second;
    } else {
      made += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return made;
}

std::string papers_beside(const PeriodCounts& counts) {
  return std::to_string(counts.mentions) + " in " + std::to_string(counts.searched) +
         (counts.searched == 1 ? " paper" : " papers");
}

}  // namespace

std::string per_hundred(const PeriodCounts& counts) {
  if (counts.searched == 0) return "\u2013";
  char text[32];
  std::snprintf(text, sizeof text, "%.1f",
                100.0 * static_cast<double>(counts.mentions) / static_cast<double>(counts.searched));
  return text;
}

void print_timeline_text(std::ostream& out, const Timeline& timeline, std::size_t columns) {
  const std::size_t taken = label_columns + 4 * figure_columns + 2;
  const std::size_t width = std::min(longest_bar, columns > taken + 4 ? columns - taken : std::size_t{4});
  const std::uint64_t most = most_mentions(timeline);
  out << "query: " << timeline.interpreted.text << "\n" << padded("", label_columns, false) << heads << "\n";
  for (const PeriodCounts& one : timeline.periods) {
    out << padded(one.period, label_columns, false) << figures(one);
    if (one.mentions > 0) out << "  " << bar(one.mentions, most, width);
    out << "\n";
  }
  if (timeline.undated.searched > 0)
    out << padded("undated", label_columns, false) << figures(timeline.undated) << "\n";
  out << padded("all", label_columns, false) << figures(timeline.total) << "\n";
  if (!timeline.complete) out << "not complete: " << timeline.incomplete_reason << "\n";
  if (timeline.councils.size() > 1) {
    out << "\n" << padded("", label_columns, false) << heads << "\n";
    for (const CouncilCounts& one : timeline.councils) {
      out << padded("", label_columns, false) << figures(one.total) << "  "
          << (one.council.empty() ? "council not stated" : one.name) << "\n";
    }
    if (timeline.by == Period::month) {
      out << "councils by months: --format csv\n";
    } else {
      print_council_table(out, timeline, columns);
    }
  }
  out << "papers: searched, whatever they hold; per 100: mentions for each hundred of them\n";
  if (timeline.coverage.not_searched > 0)
    out << timeline.coverage.not_searched << (timeline.coverage.not_searched == 1 ? " source" : " sources")
        << " could not be searched: minutebook coverage\n";
}

void print_timeline_json(std::ostream& out, const Timeline& timeline) {
  Json councils = Json::array();
  for (const CouncilCounts& one : timeline.councils) {
    Json council = {{"council", one.council.empty() ? Json() : Json(one.council)}, {"name", one.name}};
    council.update(counts_json(one.total));
    council["undated"] = counts_json(one.undated);
    council["periods"] = periods_json(one.periods);
    councils.push_back(std::move(council));
  }
  Json made = {{"query", timeline.query},
               {"by", name_of(timeline.by)},
               {"revision", timeline.revision},
               {"interpreted", timeline.interpreted.text},
               {"total", counts_json(timeline.total)},
               {"undated", counts_json(timeline.undated)},
               {"periods", periods_json(timeline.periods)},
               {"councils", std::move(councils)},
               {"not_searched", timeline.coverage.not_searched},
               {"complete", timeline.complete}};
  if (!timeline.complete) made["incomplete_reason"] = timeline.incomplete_reason;
  out << made.dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
}

void print_timeline_svg(std::ostream& out, const Timeline& timeline,
                        const std::function<std::string(const PeriodCounts&)>& beside) {
  constexpr std::size_t row = 22;
  constexpr std::size_t label = 80;
  constexpr std::size_t widest = 400;
  const std::uint64_t most = most_mentions(timeline);
  const std::size_t height = row * (timeline.periods.size() + (timeline.complete ? 1 : 2)) + 8;
  out << R"(<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="t d" viewBox="0 0 600 )" << height
      << R"(" font-family="sans-serif" font-size="13">)"
      << "\n<title id=\"t\">Mentions of " << escaped(timeline.interpreted.text) << "</title>\n<desc id=\"d\">";
  for (const PeriodCounts& one : timeline.periods) out << one.period << ": " << one.mentions << "; ";
  out << "all: " << timeline.total.mentions << (timeline.complete ? "" : "; not complete") << "</desc>\n";
  std::size_t y = row;
  for (const PeriodCounts& one : timeline.periods) {
    const std::size_t length = static_cast<std::size_t>(one.mentions * widest / most);
    out << "<text x=\"0\" y=\"" << y << "\" fill=\"currentColor\">" << one.period << "</text><rect x=\"" << label
        << "\" y=\"" << y - 12 << "\" width=\"" << length << "\" height=\"14\" fill=\"#4a6fa5\"/><text x=\""
        << label + length + 6 << "\" y=\"" << y << "\" fill=\"currentColor\">"
        << (beside ? escaped(beside(one)) : papers_beside(one)) << "</text>\n";
    y += row;
  }
  if (!timeline.complete)
    out << "<text x=\"0\" y=\"" << y << "\" fill=\"currentColor\">not complete: " << escaped(timeline.incomplete_reason)
        << "</text>\n";
  out << "</svg>\n";
}

}  // namespace minutebook::query
