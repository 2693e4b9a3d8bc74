// Prior reviews, requests and completions.
#include "commands.h"

using namespace minutebook;

namespace {

void print_cited(const CitedPassage& cited) {
  print("cited", cited.mention, name_of(cited.kind), name_of(cited.outcome), cited.paper, name_of(cited.paper_kind),
        cited.paper_title, cited.source, cited.url, cited.item, cited.number, cited.title, cited.page, cited.scanned,
        cited.paragraph, cited.text);
  print("of", cited.council, cited.council_name, cited.committee, iso_date(cited.date));
}

void print_list(const std::string& name, const std::vector<std::string>& list) {
  for (const std::string& one : list) print(name, one);
}

void print_replies(const std::string& name, const std::vector<ReviewReply>& replies) {
  for (const ReviewReply& reply : replies) {
    print(name, name_of(reply.stance), reply.words, reply.officer);
    print_cited(reply.where);
  }
}

void print_review(const Review& review) {
  print("review", review.name, review.council, review.council_name, name_of(review.stage), review.names_subject,
        iso_date(review.first_mention), iso_date(review.last_mention), iso_date(review.report_date));
  print_list("also called", review.also_called);
  print_list("form", review.forms);
  print_list("committee", review.committees);
  print_list("planned for", review.planned_for);
  print_list("joined by", review.joined_by);
  for (const int year : review.years) print("year", year);
  for (const std::size_t other : review.may_be_same) print("may be same", other);
  for (const ReviewMembers& members : review.members) {
    print_list("member", members.names);
    print_cited(members.where);
  }
  for (const ReviewRecommendation& one : review.recommendations) {
    print("recommendation", one.number, one.text);
    print_cited(one.where);
    print_replies("response", one.responses);
    print_replies("update", one.updates);
  }
  for (const ReviewStatement& one : review.statements) {
    print("statement", name_of(one.stage), one.form);
    print_cited(one.where);
  }
}

}  // namespace

void reviews(const Index& index, const Arguments& arguments) {
  const Reviews made = index.reviews(arguments.at(0));
  print("searched", made.searched.query, made.searched.totals.items, made.searched.coverage.papers,
        made.searched.items.size());
  print_list("council", made.councils);
  for (const Review& review : made.reviews) print_review(review);
}

void actions(const Index& index, const Arguments& arguments) {
  const bool open_only = arguments.size() > 1 && arguments[1] == "open";
  const bool everything = arguments.size() > 1 && arguments[1] == "everything";
  const Actions made = index.actions(arguments.at(0), {.everything = everything, .open_only = open_only});
  print("searched", made.searched.query, made.searched.totals.items, made.searched.coverage.papers,
        made.searched.items.size());
  print("counts", made.answered, made.none_found, made.cannot_tell);
  for (const Action& action : made.actions) {
    print("action", name_of(action.asked), name_of(action.said), name_of(action.trace), action.text, action.addressee,
          action.due.words, action.due.date, iso_date(action.searched_until));
    print_cited(action.where);
    for (const CitedPassage& cited : action.also) print_cited(cited);
    if (!action.answer) continue;
    print("answer", action.answer->in_title, action.answer->says_so);
    print_list("shared", action.answer->words);
    print_cited(action.answer->where);
  }
}

void suggest(const Index& index, const Arguments& arguments) {
  const std::size_t limit = arguments.size() > 1 ? std::stoul(arguments[1]) : 6;
  for (const Completion& one : index.suggest(arguments.at(0), limit))
    print(std::string(name_of(one.kind)), one.text, one.items);
}
