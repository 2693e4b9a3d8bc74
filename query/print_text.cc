#include "query/print_text.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "query/citation.h"
#include "query/print_text_expansions.h"
#include "query/text_layout.h"
#include "schema/date.h"

namespace minutebook::query {

namespace {

constexpr std::size_t shown_copies = 3;

std::string dated(const schema::Date& date) {
  return date.known() ? schema::iso_date(date) : "undated";
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!text.empty()) text += between;
    text += part;
  }
  return text;
}

std::string meeting_line(const std::string& council_name, const std::string& council, const std::string& committee,
                         const schema::Date& date, schema::PaperKind kind) {
  const std::string& place = council_name.empty() ? council : council_name;
  return joined({place.empty() ? "unknown council" : place, committee, dated(date), std::string(schema::name_of(kind))},
                " - ");
}

std::string title_line(const std::string& number, const std::string& title, const std::string& paper) {
  const std::string line = joined({number, title.empty() ? paper : title}, "  ");
  return line.empty() ? "(without a title)" : line;
}

/// "p. 4 (scanned), 3.3.1" of a mention or a passage; empty if nothing is known.
template <typename Passage>
std::string place_of(const Passage& passage) {
  const std::string page = passage.page == 0 ? std::string() : "p. " + std::to_string(passage.page);
  return joined({page + (passage.scanned ? " (scanned)" : ""), passage.paragraph}, ", ");
}

std::string filter_line(const ShownFilter& filter) {
  std::string values = joined(filter.labels, " or ");
  const auto& [from, to] = filter.range;
  if (from && to) values = joined({values, schema::iso_date(*from) + " to " + schema::iso_date(*to)}, " or ");
  if (from && !to) values = joined({values, "from " + schema::iso_date(*from)}, " or ");
  if (!from && to) values = joined({values, "to " + schema::iso_date(*to)}, " or ");
  return std::string(schema::field_of(filter.field).name) + ": " + values;
}

/// "also in /papers/draft.pdf, p. 3 (2 passages differ: id …)".
std::string copy_line(const CopyView& copy) {
  std::string line = "also in " + joined({copy.source, copy.url}, "  ");
  if (copy.page > 0) line += ", p. " + std::to_string(copy.page);
  if (copy.differing == 0) return line;
  const std::string differ = counted(copy.differing, "passage") + (copy.differing == 1 ? " differs" : " differ");
  return line + " (" + differ + (copy.paper.empty() ? "" : ": id " + copy.paper) + ")";
}

void print_copies(TextLayout& layout, const PaperView& paper) {
  for (std::size_t i = 0; i < std::min(shown_copies, paper.copies_detail.size()); ++i)
    layout.line({copy_line(paper.copies_detail[i]), false}, 2);
  if (paper.copies_detail.size() > shown_copies)
    layout.line({"and in " + counted(paper.copies_detail.size() - shown_copies, "source") + " more", false}, 2);
  if (!paper.copy_of.empty())
    layout.line({"a copy: searches find the paper " + paper.copy_of + " in its place", false}, 2);
}

class AnswerPrinter {
 public:
  AnswerPrinter(std::ostream& out, const Answer& answer, const TextStyle& style)
      : answer_(answer), style_(style), layout_(out, style.bold, style.columns) {}

  void print() {
    for (const std::string& line : answer_.explained) layout_.verbatim(line);
    if (!answer_.explained.empty()) layout_.blank();
    print_query();
    print_totals();
    print_facets();
    bool some_announced = false;
    for (std::size_t i = 0; i < answer_.results.size(); ++i) {
      const Result& row = answer_.results[i];
      if (row.tier == Tier::some && !some_announced) {
        layout_.blank();
        layout_.line({"Some of the words", true}, 0);
        some_announced = true;
      }
      print_row(row);
    }
    if (!answer_.next.empty()) {
      layout_.blank();
      layout_.line({"more: --cursor " + answer_.next, false}, 0);
    }
  }

 private:
  void print_query() {
    const Interpreted& shown = answer_.interpreted;
    if (!shown.text.empty()) layout_.line({"query: " + shown.text, false}, 0);
    if (!shown.optional.empty()) layout_.line({"not required: " + joined(shown.optional, ", "), false}, 2);
    for (const ShownExpansion& one : shown.expansions) {
      for (const std::string& line : expansion_lines(one)) layout_.line({line, false}, 2);
    }
    for (const ShownFilter& filter : shown.filters) layout_.line({filter_line(filter), false}, 2);
    for (const std::string& note : shown.notes) layout_.line({note, false}, 2);
  }

  void print_totals() {
    const Totals& totals = answer_.totals;
    std::string line;
    if (totals.items > 0) {
      line = counted(totals.items, "item") + " in " + counted(totals.papers, "paper") + " of " +
             counted(totals.meetings, "meeting");
      if (totals.mentions) {
        line += ", " + counted(*totals.mentions, "mention");
        if (totals.whole_mentions)
          line += " (" + with_commas(*totals.whole_mentions) + " with all the words in one passage)";
      }
    } else {
      line = "nothing found";
      if (answer_.emptied) line += ": " + answer_.emptied->reason;
    }
    if (totals.some > 0) line += "; " + counted(totals.some, "item") + " with some of the words";
    layout_.line({line, true}, 0);
    if (answer_.emptied && answer_.emptied->operands.size() > 1) {
      for (const Alone& one : answer_.emptied->operands)
        layout_.line({one.typed + " alone: " + counted(one.items, "item"), false}, 2);
    }
    for (const Suggestion& one : answer_.suggestions)
      layout_.line({"did you mean: " + one.query + " (" + counted(one.items, "item") + ")", true}, 0);
    print_coverage();
    if (!answer_.complete) layout_.line({"not complete: " + answer_.incomplete_reason, true}, 0);
  }

  void print_coverage() {
    const Coverage& coverage = answer_.coverage;
    std::string line = "searched: " + counted(coverage.papers, "paper");
    if (coverage.from.known()) line += ", " + schema::iso_date(coverage.from) + " to " + schema::iso_date(coverage.to);
    if (coverage.not_searched > 0) line += "; " + counted(coverage.not_searched, "source") + " could not be searched";
    const bool dates = std::any_of(answer_.interpreted.filters.begin(), answer_.interpreted.filters.end(),
                                   [](const ShownFilter& filter) { return filter.range.from || filter.range.to; });
    if (coverage.undated > 0)
      line += "; " + counted(coverage.undated, "paper") + " without a date" + (dates ? " left out" : "");
    layout_.line({line, false}, 0);
    if (coverage.unread_pages == 0) return;
    layout_.line(
        {counted(coverage.unread_pages, "page") + " of " + counted(coverage.unread_sources, "source") +
             (coverage.unread_pages == 1 ? " holds" : " hold") + " pictures or unreadable text that was not searched",
         false},
        0);
  }

  void print_facets() {
    for (const Facet& facet : answer_.facets) {
      layout_.blank();
      layout_.line({std::string(schema::field_of(facet.field).name), true}, 0);
      for (const FacetCount& one : facet.counts) {
        const std::string value = one.value == one.label ? one.value : one.label + " (" + one.value + ")";
        layout_.line({padded(with_commas(one.count), 9) + "  " + value + (one.selected ? "  *" : ""), false}, 0);
      }
      const auto shown = static_cast<std::size_t>(
          std::count_if(facet.counts.begin(), facet.counts.end(), [](const FacetCount& one) { return one.count > 0; }));
      if (facet.values > shown)
        layout_.line({padded("", 9) + "  " + counted(facet.values - shown, "value") + " more", false}, 0);
    }
  }

  /// The title stands in the first line already; as a mention it is shown only where there is no other.
  std::vector<const Mention*> mentions_to_show(const Result& row) const {
    std::vector<const Mention*> shown;
    for (const Mention& mention : row.mentions) {
      if (mention.kind != schema::PassageKind::heading || mention.text != row.title) shown.push_back(&mention);
    }
    if (shown.empty() && !row.mentions.empty()) shown.push_back(&row.mentions.front());
    return shown;
  }

  void print_row(const Result& row) {
    layout_.blank();
    layout_.line({title_line(row.number, row.title, row.paper.title), true}, 0);
    layout_.line({meeting_line(row.council_name, row.council, row.committee, row.date, row.paper.kind), false}, 2);
    if (row.grouped > 1)
      layout_.line({with_commas(row.grouped) + " items of the answer stand here; this is the best", false}, 2);
    const std::vector<const Mention*> mentions = mentions_to_show(row);
    const std::size_t shown = style_.mentions == 0 ? mentions.size() : std::min(style_.mentions, mentions.size());
    for (std::size_t i = 0; i < shown; ++i) layout_.runs(place_of(*mentions[i]), mentions[i]->runs, 4);
    const std::size_t left =
        row.mention_count - std::min<std::size_t>(row.mention_count, row.mentions.size()) + mentions.size() - shown;
    if (left > 0) layout_.line({"and " + counted(left, "mention") + " more", false}, 4);
    if (style_.cite) layout_.line({"cite: " + citation_line(citation_of(row)), false}, 2);
    layout_.line({joined({row.paper.source, row.paper.url}, "  "), false}, 2);
    print_copies(layout_, row.paper);
    layout_.line({"id " + row.id, false}, 2);
  }

  const Answer& answer_;
  const TextStyle& style_;
  TextLayout layout_;
};

void print_item(TextLayout& layout, const ShownItem& item) {
  layout.blank();
  layout.line({title_line(item.number, item.title, ""), true}, 0);
  layout.line({"id " + item.id, false}, 2);
  if (!item.topics.empty()) layout.line({"topics: " + joined(item.topics, ", "), false}, 2);
  for (std::size_t i = 0; i < item.passages.size(); ++i) {
    const ShownPassage& passage = item.passages[i];
    // The heading is the title, which stands there already.
    if (i == 0 && passage.kind == schema::PassageKind::heading) continue;
    layout.blank();
    const bool plain = passage.kind == schema::PassageKind::text;
    const std::string kind = plain ? std::string() : std::string(schema::name_of(passage.kind));
    const std::string outcome(schema::name_of(passage.outcome));
    const std::string differs = passage.differs ? "differs" : "";
    layout.runs(joined({place_of(passage), joined({kind, outcome, differs}, ", ")}, "  "), passage.runs, 2);
  }
}

}  // namespace

void print_text(std::ostream& out, const Answer& answer, const TextStyle& style) {
  AnswerPrinter(out, answer, style).print();
}

void print_text(std::ostream& out, const Shown& shown, const TextStyle& style) {
  TextLayout layout(out, style.bold, style.columns);
  layout.line({shown.paper.title.empty() ? "(without a title)" : shown.paper.title, true}, 0);
  layout.line({meeting_line(shown.council_name, shown.council, shown.committee, shown.date, shown.paper.kind), false},
              2);
  layout.line({joined({shown.paper.source, shown.paper.url}, "  "), false}, 2);
  print_copies(layout, shown.paper);
  layout.line({"id " + shown.paper.id, false}, 2);
  for (const ShownItem& item : shown.items) print_item(layout, item);
}

}  // namespace minutebook::query
