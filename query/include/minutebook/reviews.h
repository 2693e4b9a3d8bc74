// Prior reviews of a subject: task and finish groups, spotlight reviews, inquiries and all other forms of scrutiny
// work, each with its dates, members, recommendations, the executive's response and what came after. Every statement
// carries the passage it was read from. Knows nothing of how reviews are printed. Rules: docs/reviews-and-actions.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/include/minutebook/cited.h"
#include "query/include/minutebook/search.h"

namespace minutebook::query {

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
/// "referred", "planned", "agreed", "under-way", "considered", "interim-report", "final-report", "response", "update".
std::string_view name_of(ReviewStage stage);

/// How an answer to a recommendation was worded.
enum class Stance { unstated, agreed, partly, not_agreed };
std::string_view name_of(Stance stance);  // unstated -> ""

struct ReviewStatement {
  ReviewStage stage = ReviewStage::referred;
  std::string form;  ///< "task and finish group", "spotlight review" …
  Cited where;
};

/// What was said to a recommendation: by the executive in its response, or later of what became of it.
struct ReviewReply {
  Stance stance = Stance::unstated;
  std::string words;    ///< as written
  std::string officer;  ///< responsible, where stated
  Cited where;
};

struct ReviewRecommendation {
  std::string number;  ///< "3", "6.2", "a"; empty: unnumbered
  std::string text;
  Cited where;
  std::vector<ReviewReply> responses;
  std::vector<ReviewReply> updates;
};

struct ReviewMembers {
  std::vector<std::string> names;  ///< as written, "(Chair)" included
  Cited where;
};

struct Review {
  std::string name;
  std::vector<std::string> also_called;
  std::vector<std::string> forms;  ///< as named in the passages
  std::string council;             ///< code; empty: not known, or another council's review, which is only named here
  std::string council_name;
  std::vector<std::string> committees;  ///< in whose papers it stands, as dated
  ReviewStage stage = ReviewStage::referred;
  bool names_subject = false;  ///< false: the subject is only mentioned in its papers
  schema::Date first_mention;
  schema::Date last_mention;
  schema::Date report_date;              ///< of the meeting its report went to; unknown: no report in the collection
  std::vector<int> years;                ///< that passages state for it, ascending
  std::vector<std::string> planned_for;  ///< as work programmes word it
  std::vector<ReviewMembers> members;
  std::vector<ReviewRecommendation> recommendations;
  std::vector<ReviewStatement> statements;  ///< oldest first
  std::vector<std::string> joined_by;       ///< why statements of several papers were taken for one review
  std::vector<std::size_t> may_be_same;     ///< positions in Reviews::reviews
};

struct Reviews {
  Answer searched;                    ///< query, interpreted, totals and coverage of the subject; no rows
  std::vector<Review> reviews;        ///< that name the subject first; newest first
  std::vector<std::string> councils;  ///< names of the councils with papers in the filters' reach
};

/// Reads every item that matches and those that name the reviews found. A query of filters alone lists every review in
/// their reach. When the deadline is reached, what was found by then is told, and `searched` says that it is not
/// complete. Throws as search() does.
Reviews reviews(OpenIndex& index, const ResolvedQuery& subject, Deadline deadline = {});

}  // namespace minutebook::query
