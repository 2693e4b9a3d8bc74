// Prior reviews of a subject, each with its members, recommendations and what became of them: what Index::reviews gives
// back. Plain data; every statement carries the passage it was read from. How reviews are told apart, and what is not
// claimed: docs/reviews-and-actions.md.
#pragma once

#include <minutebook/results.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook {

/// What a passage says of a review; of a review, how far the collection shows it to have come. In this order.
enum class ReviewStage {
  referred,      ///< spoken of in passing
  planned,       ///< proposed, scoped, or a row of a work programme
  agreed,        ///< resolved, or said to have been set up
  under_way,     ///< said to have begun or to be meeting
  considered,    ///< an item about the review that does not say which stage it has come to
  interim,       ///< an interim report
  final_report,  ///< its report, or minutes that receive it
  response,      ///< an answer of the executive to its recommendations
  update         ///< what has become of its recommendations
};

/// How an answer to a recommendation was worded.
enum class Stance { unstated, agreed, partly, not_agreed };

/// As printed in JSON: "under-way", "final-report"; Stance::unstated is empty.
MINUTEBOOK_API std::string_view name_of(ReviewStage stage);
MINUTEBOOK_API std::string_view name_of(Stance stance);

struct ReviewStatement {
  ReviewStage stage = ReviewStage::referred;
  std::string form;  ///< "task and finish group", "spotlight review" …
  CitedPassage where;
};

/// What was said to a recommendation: by the executive in its response, or later of what became of it.
struct ReviewReply {
  Stance stance = Stance::unstated;
  std::string words;    ///< as written
  std::string officer;  ///< responsible; empty: not stated
  CitedPassage where;
};

struct ReviewRecommendation {
  std::string number;  ///< "3", "6.2"; empty: unnumbered
  std::string text;
  CitedPassage where;
  std::vector<ReviewReply> responses;
  std::vector<ReviewReply> updates;
};

struct ReviewMembers {
  std::vector<std::string> names;  ///< as written, "(Chair)" included
  CitedPassage where;
};

struct Review {
  std::string name;
  std::vector<std::string> also_called;
  std::vector<std::string> forms;  ///< as named in the passages
  std::string council;             ///< code; empty: not known, or another council's review
  std::string council_name;
  std::vector<std::string> committees;  ///< in whose papers it stands, as dated
  ReviewStage stage = ReviewStage::referred;
  bool names_subject = false;  ///< false: the subject is only mentioned in its papers
  Date first_mention;
  Date last_mention;
  Date report_date;                      ///< of the meeting its report went to; unknown: the collection has no report
  std::vector<int> years;                ///< that passages state for it, ascending
  std::vector<std::string> planned_for;  ///< as work programmes word it
  std::vector<ReviewMembers> members;
  std::vector<ReviewRecommendation> recommendations;
  std::vector<ReviewStatement> statements;  ///< oldest first
  std::vector<std::string> joined_by;       ///< why statements of several papers were taken for one review
  std::vector<std::size_t> may_be_same;     ///< positions in Reviews::reviews
};

struct Reviews {
  Answer searched;                    ///< of the subject, without items: how it was read, totals, what was not searched
  std::vector<Review> reviews;        ///< those that name the subject first; newest first
  std::vector<std::string> councils;  ///< names of the councils with papers in the filters' reach
};

}  // namespace minutebook
