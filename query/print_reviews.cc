#include "query/print_reviews.h"

#include <algorithm>
#include <string>
#include <utility>

#include "query/print_cited.h"
#include "schema/date.h"

namespace minutebook::query {

namespace {

constexpr std::size_t longest_text = 400;
constexpr std::size_t front_line = 80;
constexpr std::size_t listed_councils = 12;

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += between;
    text += part;
  }
  return text;
}

std::string stage_words(ReviewStage stage) {
  switch (stage) {
    case ReviewStage::referred:
      return "referred to";
    case ReviewStage::planned:
      return "planned";
    case ReviewStage::agreed:
      return "agreed or set up";
    case ReviewStage::under_way:
      return "under way";
    case ReviewStage::considered:
      return "considered";
    case ReviewStage::interim:
      return "interim report";
    case ReviewStage::final_report:
      return "final report";
    case ReviewStage::response:
      return "response";
    case ReviewStage::update:
      return "followed up";
  }
  return {};
}

/// What the collection holds of it, for its first line.
std::string stage_line(const Review& review) {
  std::string line = stage_words(review.stage);
  if (review.report_date.known()) line += " " + schema::iso_date(review.report_date);
  const bool reported = review.stage == ReviewStage::interim || review.stage == ReviewStage::final_report;
  for (const ReviewStage stage : {ReviewStage::response, ReviewStage::update}) {
    const auto at = std::find_if(review.statements.begin(), review.statements.end(),
                                 [&](const ReviewStatement& one) { return one.stage == stage; });
    if (at == review.statements.end()) continue;
    if (stage != review.stage) line += ", " + stage_words(stage);
    if (at->where.date.known()) line += " " + schema::iso_date(at->where.date);
  }
  if (!reported && review.stage >= ReviewStage::response) line += " (its report is not in the collection)";
  if (review.stage == ReviewStage::referred) line += " in passing; no paper of its own found";
  return line;
}

class ReviewsPrinter {
 public:
  ReviewsPrinter(std::ostream& out, const Reviews& reviews, const TextStyle& style)
      : reviews_(reviews), layout_(out, style.bold, style.columns) {}

  void print() {
    print_reach(layout_, reviews_.searched);
    print_councils();
    print_total();
    bool rest_announced = false;
    for (std::size_t i = 0; i < reviews_.reviews.size(); ++i) {
      const Review& review = reviews_.reviews[i];
      layout_.blank();
      if (!review.names_subject && !rest_announced) {
        layout_.line({"Reviews of something else that mention it", true}, 0);
        layout_.blank();
        rest_announced = true;
      }
      print_review(i, review);
    }
  }

 private:
  void print_councils() {
    const std::vector<std::string>& names = reviews_.councils;
    const std::size_t shown = std::min(listed_councils, names.size());
    std::string line = joined({names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown)}, ", ");
    if (names.size() > shown) line += " and " + counted(names.size() - shown, "council") + " more";
    if (!line.empty()) layout_.line({"councils: " + line, false}, 0);
  }

  void print_total() {
    const auto of_subject = static_cast<std::uint64_t>(std::count_if(
        reviews_.reviews.begin(), reviews_.reviews.end(), [](const Review& one) { return one.names_subject; }));
    const std::string items = counted(reviews_.searched.totals.items, "item") + " speak" +
                              (reviews_.searched.totals.items == 1 ? "s" : "") + " of the subject";
    if (reviews_.reviews.empty()) {
      layout_.line({"no review found: " + items + ", none of a review of it", true}, 0);
      layout_.line({"A review that none of the papers searched names would not be found.", false}, 0);
      return;
    }
    std::string line = counted(of_subject, "review");
    if (of_subject < reviews_.reviews.size())
      line += " and " + counted(reviews_.reviews.size() - of_subject, "review") + " of something else";
    layout_.line({line + "; " + items, true}, 0);
  }

  void print_review(std::size_t at, const Review& review) {
    const std::string name = review.name.empty() ? "(without a name)" : review.name;
    layout_.line({std::to_string(at + 1) + ". " + name + " - " + joined(review.forms, ", "), true}, 0);
    const std::string council = review.council_name.empty() ? "unknown council" : review.council_name;
    const bool elsewhere = review.council.empty() && !review.council_name.empty();
    const std::string where = elsewhere ? " (spoken of by: " + joined(review.committees, "; ") + ")"
                                        : " - " + joined(review.committees, "; ");
    layout_.line({council + where, false}, 3);
    layout_.line({stage_line(review), false}, 3);
    if (!review.also_called.empty()) layout_.line({"also called: " + joined(review.also_called, "; "), false}, 3);
    if (!review.years.empty()) {
      std::string years;
      for (const int year : review.years) years += (years.empty() ? "" : ", ") + std::to_string(year);
      layout_.line({"years stated: " + years, false}, 3);
    }
    if (!review.planned_for.empty()) layout_.line({"planned for: " + joined(review.planned_for, "; "), false}, 3);
    if (review.first_mention.known())
      layout_.line({"spoken of from " + schema::iso_date(review.first_mention) + " to " +
                        schema::iso_date(review.last_mention) + " in the collection",
                    false},
                   3);
    several_ = review.committees.size() > 1;
    for (const ReviewMembers& one : review.members)
      layout_.line({"members: " + joined(one.names, ", ") + " [" + short_citation(one.where, several_) + "]", false},
                   3);
    print_doubts(review);
    print_recommendations(review);
    for (const ReviewStatement& one : review.statements) {
      // A line of a front page says little without the paper's title.
      const bool front = one.where.number.empty() && one.where.title.empty() && one.where.text.size() < front_line;
      const std::string title = front ? one.where.paper_title + ": " : std::string();
      layout_.line({stage_words(one.stage) + ": " + short_citation(one.where, several_), false}, 3);
      layout_.line({title + shortened(one.where.text, longest_text), false}, 6);
    }
  }

  void print_doubts(const Review& review) {
    if (!review.joined_by.empty())
      layout_.line({"taken for one review by: " + joined(review.joined_by, "; "), false}, 3);
    std::string others;
    for (const std::size_t other : review.may_be_same)
      others += (others.empty() ? "" : ", ") + std::to_string(other + 1);
    if (!others.empty()) layout_.line({"may be the same as " + others + ": the papers do not say", false}, 3);
  }

  void print_recommendations(const Review& review) {
    std::string cited;
    for (const ReviewRecommendation& one : review.recommendations) {
      // Those that stand together are cited once.
      const std::string from = one.where.item;
      if (from != cited)
        layout_.line({"recommendations [" + short_citation(with_no_paragraph(one.where), several_) + "]:", false}, 3);
      cited = from;
      layout_.line({(one.number.empty() ? "-" : one.number) + "  " + shortened(one.text, longest_text), false}, 5);
      for (const ReviewReply& reply : one.responses) print_reply("response", reply);
      for (const ReviewReply& reply : one.updates) print_reply("later", reply);
    }
  }

  static Cited with_no_paragraph(Cited where) {
    where.paragraph.clear();
    return where;
  }

  void print_reply(const std::string& what, const ReviewReply& reply) {
    const std::string stance(name_of(reply.stance));
    std::string line = what + " [" + short_citation(reply.where, several_) + "]" +
                       (stance.empty() ? "" : ", " + stance) + ": " + shortened(reply.words, longest_text);
    if (!reply.officer.empty()) line += " (" + reply.officer + ")";
    layout_.line({line, false}, 8);
  }

  const Reviews& reviews_;
  TextLayout layout_;
  bool several_ = false;  // the review at hand stands in papers of several committees
};

PrintedJson replies_json(const std::vector<ReviewReply>& replies) {
  PrintedJson list = PrintedJson::array();
  for (const ReviewReply& one : replies) {
    list.push_back({{"stance", text_or_null(std::string(name_of(one.stance)))},
                    {"words", one.words},
                    {"officer", text_or_null(one.officer)},
                    {"where", cited_json(one.where)}});
  }
  return list;
}

PrintedJson review_json(const Review& review, std::size_t at) {
  PrintedJson members = PrintedJson::array();
  for (const ReviewMembers& one : review.members)
    members.push_back({{"names", one.names}, {"where", cited_json(one.where)}});
  PrintedJson recommendations = PrintedJson::array();
  for (const ReviewRecommendation& one : review.recommendations) {
    recommendations.push_back({{"number", text_or_null(one.number)},
                               {"text", one.text},
                               {"where", cited_json(one.where)},
                               {"responses", replies_json(one.responses)},
                               {"updates", replies_json(one.updates)}});
  }
  PrintedJson statements = PrintedJson::array();
  for (const ReviewStatement& one : review.statements)
    statements.push_back({{"stage", name_of(one.stage)}, {"form", one.form}, {"where", cited_json(one.where)}});
  return {{"entry", at},
          {"name", review.name},
          {"also_called", review.also_called},
          {"forms", review.forms},
          {"council", text_or_null(review.council)},
          {"council_name", text_or_null(review.council_name)},
          {"committees", review.committees},
          {"stage", name_of(review.stage)},
          {"names_subject", review.names_subject},
          {"first_mention", date_or_null(review.first_mention)},
          {"last_mention", date_or_null(review.last_mention)},
          {"report_date", date_or_null(review.report_date)},
          {"years_stated", review.years},
          {"planned_for", review.planned_for},
          {"members", std::move(members)},
          {"recommendations", std::move(recommendations)},
          {"statements", std::move(statements)},
          {"joined_by", review.joined_by},
          {"may_be_same", review.may_be_same}};
}

}  // namespace

void print_reviews_text(std::ostream& out, const Reviews& reviews, const TextStyle& style) {
  ReviewsPrinter(out, reviews, style).print();
}

void print_reviews_json(std::ostream& out, const Reviews& reviews) {
  PrintedJson made = reach_json(reviews.searched);
  made["councils"] = reviews.councils;
  PrintedJson& list = made["reviews"] = PrintedJson::array();
  for (std::size_t i = 0; i < reviews.reviews.size(); ++i) list.push_back(review_json(reviews.reviews[i], i));
  write_json(out, made);
}

}  // namespace minutebook::query
