// Recommendations of a review and what was said to them: numbered paragraphs of its report, rows of response and
// progress tables, "Recommendations 1 and 2: done" in minutes. Pure functions of items. Knows nothing of the index.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/include/minutebook/reviews.h"
#include "query/read_items.h"

namespace minutebook::query {

/// "5–8" -> 5, 6, 7, 8; "1 and 2"; "R3"; "Recommendation 4"; what holds no number as it stands.
std::vector<std::string> recommendation_numbers(std::string_view text);

/// "Accepted in part. …" -> partly. Only what the words begin with or say outright.
Stance stance_of(std::string_view words);

/// The recommendations that a review's own report makes, from its section of that name.
std::vector<ReviewRecommendation> report_recommendations(const std::vector<ReadItem>& paper);
/// What minutes recommend in an item: resolutions with outcome recommended under one that opens with "that it be
/// recommended".
std::vector<ReviewRecommendation> recommended_in(const ReadItem& item);

/// A reply to one or several recommendations.
struct FoundReply {
  std::vector<std::string> numbers;
  std::string recommendation;  ///< as the table repeats it; empty: it does not
  bool update = false;         ///< of what became of it; else a response
  ReviewReply reply;
};

/// Rows of tables that have a column of recommendations, and paragraphs that begin with "Recommendation 3".
/// `update`: what the paragraphs say is an update, not a response.
std::vector<FoundReply> replies_in(const ReadItem& item, bool update);

/// Adds the replies to the recommendations with their numbers; what has none yet is added as the table words it.
void add_replies(const std::vector<FoundReply>& replies, std::vector<ReviewRecommendation>& recommendations);

}  // namespace minutebook::query
