// Prior reviews, requests and completions, as the installed library hands them out: plain structs without any type of
// the project. Knows nothing of how they are found.
#pragma once

#include "query/include/minutebook/actions.h"
#include "query/include/minutebook/complete.h"
#include "query/include/minutebook/index.h"
#include "query/include/minutebook/past_reviews.h"
#include "query/include/minutebook/requests.h"
#include "query/include/minutebook/reviews.h"
#include "query/include/minutebook/suggestions.h"

namespace minutebook::query {

minutebook::CitedPassage to_public(const Cited& cited);
minutebook::ReviewStatement to_public(const ReviewStatement& one);
minutebook::ReviewReply to_public(const ReviewReply& one);
minutebook::ReviewRecommendation to_public(const ReviewRecommendation& one);
minutebook::ReviewMembers to_public(const ReviewMembers& one);
minutebook::Review to_public(const Review& review);
minutebook::AnswerEvidence to_public(const AnswerEvidence& one);
minutebook::Action to_public(const Action& action);
minutebook::Reviews to_public(const Reviews& reviews);
minutebook::Actions to_public(const Actions& actions);
minutebook::Completion to_public(const Completion& completion);

ActionOptions from_public(const minutebook::ActionOptions& options);

// The enumerations: a switch for each direction, as in query/facade_enums.h.
minutebook::ReviewStage to_public(ReviewStage stage);
minutebook::Stance to_public(Stance stance);
minutebook::Asked to_public(Asked asked);
minutebook::SaidAs to_public(SaidAs said);
minutebook::Trace to_public(Trace trace);
minutebook::CompletionKind to_public(CompletionKind kind);
ReviewStage from_public(minutebook::ReviewStage stage);
Stance from_public(minutebook::Stance stance);
Asked from_public(minutebook::Asked asked);
SaidAs from_public(minutebook::SaidAs said);
Trace from_public(minutebook::Trace trace);

}  // namespace minutebook::query
