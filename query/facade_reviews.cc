#include "query/facade_reviews.h"

#include "query/facade_convert.h"
#include "query/facade_enums.h"

namespace minutebook::query {

minutebook::CitedPassage to_public(const Cited& cited) {
  minutebook::CitedPassage made;
  made.council = cited.council;
  made.council_name = cited.council_name;
  made.committee = cited.committee;
  made.date = to_public(cited.date);
  made.paper = cited.paper;
  made.paper_kind = to_public(cited.paper_kind);
  made.paper_title = cited.paper_title;
  made.source = cited.source;
  made.url = cited.url;
  made.item = cited.item;
  made.number = cited.number;
  made.title = cited.title;
  made.page = cited.page;
  made.scanned = cited.scanned;
  made.paragraph = cited.paragraph;
  made.kind = to_public(cited.kind);
  made.outcome = to_public(cited.outcome);
  made.mention = cited.mention;
  made.text = cited.text;
  return made;
}

minutebook::ReviewStatement to_public(const ReviewStatement& one) {
  return {to_public(one.stage), one.form, to_public(one.where)};
}

minutebook::ReviewReply to_public(const ReviewReply& one) {
  return {to_public(one.stance), one.words, one.officer, to_public(one.where)};
}

minutebook::ReviewRecommendation to_public(const ReviewRecommendation& one) {
  return {one.number, one.text, to_public(one.where), all_to_public(one.responses), all_to_public(one.updates)};
}

minutebook::ReviewMembers to_public(const ReviewMembers& one) {
  return {one.names, to_public(one.where)};
}

minutebook::Review to_public(const Review& review) {
  minutebook::Review made;
  made.name = review.name;
  made.also_called = review.also_called;
  made.forms = review.forms;
  made.council = review.council;
  made.council_name = review.council_name;
  made.committees = review.committees;
  made.stage = to_public(review.stage);
  made.names_subject = review.names_subject;
  made.first_mention = to_public(review.first_mention);
  made.last_mention = to_public(review.last_mention);
  made.report_date = to_public(review.report_date);
  made.years = review.years;
  made.planned_for = review.planned_for;
  made.members = all_to_public(review.members);
  made.recommendations = all_to_public(review.recommendations);
  made.statements = all_to_public(review.statements);
  made.joined_by = review.joined_by;
  made.may_be_same = review.may_be_same;
  return made;
}

minutebook::AnswerEvidence to_public(const AnswerEvidence& one) {
  return {to_public(one.where), one.words, one.in_title, one.says_so};
}

minutebook::Action to_public(const Action& action) {
  minutebook::Action made;
  made.asked = to_public(action.asked);
  made.said = to_public(action.said);
  made.text = action.text;
  made.addressee = action.addressee;
  made.due = {action.due.words, action.due.date};
  made.where = to_public(action.where);
  made.also = all_to_public(action.also);
  made.trace = to_public(action.trace);
  if (action.answer) made.answer = to_public(*action.answer);
  made.searched_until = to_public(action.searched_until);
  return made;
}

minutebook::Reviews to_public(const Reviews& reviews) {
  return {to_public(reviews.searched), all_to_public(reviews.reviews), reviews.councils};
}

minutebook::Actions to_public(const Actions& actions) {
  return {to_public(actions.searched), all_to_public(actions.actions), actions.answered, actions.none_found,
          actions.cannot_tell};
}

minutebook::Completion to_public(const Completion& completion) {
  return {to_public(completion.kind), completion.text, completion.items};
}

ActionOptions from_public(const minutebook::ActionOptions& options) {
  return {.everything = options.everything, .open_only = options.open_only};
}

}  // namespace minutebook::query
