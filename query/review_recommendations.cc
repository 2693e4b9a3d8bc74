#include "query/review_recommendations.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "query/table_cells.h"
#include "schema/analysis.h"

namespace minutebook::query {

namespace {

using schema::PassageKind;

constexpr int most_in_range = 60;  // a longer one is no range of recommendations

struct Lead {
  std::string numbers;  ///< "1 and 2"
  std::string_view rest;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// "Recommendation 3 – That …", "Recommendations 1 and 2 (communication): done"
std::optional<Lead> lead_of(std::string_view text) {
  constexpr auto words = std::to_array<std::string_view>(
      {"Recommendations ", "Recommendation ", "RECOMMENDATIONS ", "RECOMMENDATION ", "Rec "});
  for (const std::string_view word : words) {
    if (!text.starts_with(word)) continue;
    std::string_view rest = text.substr(word.size());
    if (rest.starts_with("No ")) rest.remove_prefix(3);
    if (rest.empty() || !is_digit(rest.front())) return std::nullopt;
    std::size_t end = 0;
    while (end < rest.size()) {
      const std::string_view from = rest.substr(end);
      if (is_digit(from.front())) {
        ++end;
      } else if (from.starts_with(" and ") || from.starts_with(" to ")) {
        end += from.starts_with(" and ") ? 5 : 4;
      } else if (from.starts_with("\u2013") && from.size() > 3 && is_digit(from[3])) {
        end += 3;
      } else if ((from.starts_with(", ") || from.starts_with("-")) && from.size() > 2 &&
                 is_digit(from[from[0] == ',' ? 2 : 1])) {
        end += from.front() == ',' ? 2 : 1;
      } else {
        break;
      }
    }
    Lead lead{std::string(rest.substr(0, end)), rest.substr(end)};
    constexpr std::string_view signs = " .:;-\xE2\x80\x93\x94";
    while (!lead.rest.empty() && signs.find(lead.rest.front()) != std::string_view::npos) lead.rest.remove_prefix(1);
    return lead;
  }
  return std::nullopt;
}

int number_in(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string joined_stance_text(std::string_view words) {
  return " " + schema::fold_text(words.substr(0, std::min<std::size_t>(words.size(), 160))) + " ";
}

bool titled_recommendations(const schema::Item& item) {
  const std::string title = schema::fold_text(item.title);
  return title.find("recommendation") != std::string::npos && title.find("response") == std::string::npos &&
         title.find("progress") == std::string::npos;
}

/// Only those that begin with their number, where any does; else those with a paragraph number; else all but the line
/// that opens the list.
void keep_numbered(std::vector<ReviewRecommendation>& found) {
  const auto keep = [&](auto wanted) {
    std::vector<ReviewRecommendation> kept;
    std::copy_if(found.begin(), found.end(), std::back_inserter(kept), wanted);
    if (!kept.empty()) found = std::move(kept);
    return !found.empty() && std::all_of(found.begin(), found.end(), wanted);
  };
  if (keep([](const ReviewRecommendation& one) { return lead_of(one.where.text).has_value(); })) return;
  if (keep([](const ReviewRecommendation& one) { return !one.number.empty(); })) return;
  keep([](const ReviewRecommendation& one) { return !one.text.ends_with(':'); });
}

}  // namespace

std::vector<std::string> recommendation_numbers(std::string_view text) {
  std::vector<std::string> numbers;
  int before = 0;
  bool range = false;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      range = range || text.substr(at).starts_with("\u2013") || text[at] == '-' || text.substr(at).starts_with(" to ");
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() &&
           (is_digit(text[end]) || (text[end] == '.' && end + 1 < text.size() && is_digit(text[end + 1]))))
      ++end;
    const std::string number(text.substr(at, end - at));
    const int value = number_in(number);
    for (int between = before + 1; range && before > 0 && between < value && value - before < most_in_range; ++between)
      numbers.push_back(std::to_string(between));
    numbers.push_back(number);
    before = value;
    range = false;
    at = end;
  }
  if (numbers.empty() && !text.empty()) numbers.emplace_back(text);
  return numbers;
}

Stance stance_of(std::string_view words) {
  struct Turn {
    std::string_view words;
    Stance stance;
  };
  constexpr auto turns = std::to_array<Turn>({
      {" accepted in part", Stance::partly},
      {" agreed in part", Stance::partly},
      {" partially accepted", Stance::partly},
      {" partially agreed", Stance::partly},
      {" partly accepted", Stance::partly},
      {" partly agreed", Stance::partly},
      {" in part ", Stance::partly},
      {" not accepted", Stance::not_agreed},
      {" not agreed", Stance::not_agreed},
      {" not supported", Stance::not_agreed},
      {" rejected", Stance::not_agreed},
      {" declined", Stance::not_agreed},
      {" disagree", Stance::not_agreed},
      {" accepted", Stance::agreed},
      {" agreed", Stance::agreed},
      {" approved", Stance::agreed},
      {" supported", Stance::agreed},
  });
  const std::string text = joined_stance_text(words);
  for (const Turn& turn : turns) {
    const std::size_t at = text.find(turn.words);
    // Further on the words speak of something else: "… as agreed with the schools".
    if (at != std::string::npos && at < 40) return turn.stance;
  }
  if (text.starts_with(" yes ") || text.starts_with(" yes,")) return Stance::agreed;
  if (text.starts_with(" no ") || text.starts_with(" no,")) return Stance::not_agreed;
  return Stance::unstated;
}

std::vector<ReviewRecommendation> report_recommendations(const std::vector<ReadItem>& paper) {
  std::vector<ReviewRecommendation> found;
  for (const ReadItem& read : paper) {
    if (!titled_recommendations(read.item)) continue;
    for (std::size_t i = 0; i < read.item.passages.size(); ++i) {
      const schema::Passage& passage = read.item.passages[i];
      if (passage.kind != PassageKind::recommendation) continue;
      const std::optional<Lead> lead = lead_of(passage.text);
      ReviewRecommendation one{lead ? lead->numbers : passage.paragraph,
                               lead ? std::string(lead->rest) : passage.text,
                               cite(read, i),
                               {},
                               {}};
      found.push_back(std::move(one));
    }
  }
  keep_numbered(found);
  return found;
}

std::vector<ReviewRecommendation> recommended_in(const ReadItem& read) {
  std::vector<ReviewRecommendation> found;
  for (std::size_t i = 0; i < read.item.passages.size(); ++i) {
    const schema::Passage& passage = read.item.passages[i];
    const bool resolved = passage.kind == PassageKind::resolution && passage.outcome == schema::Outcome::recommended;
    if (!resolved || passage.paragraph.empty()) continue;
    found.push_back({passage.paragraph, passage.text, cite(read, i), {}, {}});
  }
  return found;
}

std::vector<FoundReply> replies_in(const ReadItem& read, bool update) {
  std::vector<FoundReply> replies;
  for (std::size_t i = 0; i < read.item.passages.size(); ++i) {
    const schema::Passage& passage = read.item.passages[i];
    if (passage.kind == PassageKind::table_row) {
      const std::vector<TableCell> cells = cells_of(passage.text);
      const auto number = cell_in(cells, Column::number);
      const auto recommendation = cell_in(cells, Column::recommendation);
      if (!recommendation) continue;
      const auto officer = cell_in(cells, Column::officer);
      for (const bool later : {false, true}) {
        const auto words = cell_in(cells, later ? Column::position : Column::response);
        if (!words) continue;
        ReviewReply reply{later ? Stance::unstated : stance_of(words->value), std::string(words->value),
                          officer ? std::string(officer->value) : std::string(), cite(read, i)};
        replies.push_back({number ? recommendation_numbers(number->value) : std::vector<std::string>(),
                           std::string(recommendation->value), later, std::move(reply)});
      }
      continue;
    }
    if (passage.kind == PassageKind::recommendation || passage.kind == PassageKind::heading) continue;
    const std::optional<Lead> lead = lead_of(passage.text);
    if (!lead || lead->rest.empty()) continue;
    const std::string words(lead->rest);
    replies.push_back({recommendation_numbers(lead->numbers),
                       "",
                       update,
                       {update ? Stance::unstated : stance_of(words), words, "", cite(read, i)}});
  }
  return replies;
}

void add_replies(const std::vector<FoundReply>& replies, std::vector<ReviewRecommendation>& recommendations) {
  // "6.1" of a report is recommendation 1 of the table, where the report's own numbers run so.
  const auto fits = [](const std::string& own, const std::string& asked) {
    const std::vector<std::string> all = recommendation_numbers(own);
    return own == asked || std::find(all.begin(), all.end(), asked) != all.end() ||
           (own.find('.') != std::string::npos && own.substr(own.rfind('.') + 1) == asked);
  };
  for (const FoundReply& reply : replies) {
    const bool known =
        std::any_of(recommendations.begin(), recommendations.end(), [&](const ReviewRecommendation& one) {
          return !reply.numbers.empty() && fits(one.number, reply.numbers.front());
        });
    // "5–8" of a table that is all there is of the recommendations is one of its rows.
    const std::vector<std::string> numbers =
        known || reply.numbers.size() < 2
            ? reply.numbers
            : std::vector<std::string>{reply.numbers.front() + "\u2013" + reply.numbers.back()};
    for (const std::string& number : numbers) {
      auto at = std::find_if(recommendations.begin(), recommendations.end(),
                             [&](const ReviewRecommendation& one) { return fits(one.number, number); });
      if (at == recommendations.end()) {
        recommendations.push_back({number, reply.recommendation, reply.reply.where, {}, {}});
        at = recommendations.end() - 1;
      }
      (reply.update ? at->updates : at->responses).push_back(reply.reply);
    }
    if (!reply.numbers.empty()) continue;
    recommendations.push_back({"", reply.recommendation, reply.reply.where, {}, {}});
    ReviewRecommendation& made = recommendations.back();
    (reply.update ? made.updates : made.responses).push_back(reply.reply);
  }
}

}  // namespace minutebook::query
