#include "query/review_entry.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "query/review_members.h"
#include "query/review_papers.h"
#include "query/review_recommendations.h"
#include "schema/committee_kinds.h"

namespace minutebook::query {

namespace {

void add_once(std::vector<std::string>& list, const std::string& text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

bool reports(ReviewStage stage) {
  return stage == ReviewStage::interim || stage == ReviewStage::final_report;
}

bool replies(ReviewStage stage) {
  return stage == ReviewStage::response || stage == ReviewStage::update;
}

/// How far a review has come by two statements. An answer says that there was a report, not that the collection shows
/// it: the report counts for more.
ReviewStage further(ReviewStage a, ReviewStage b) {
  if (reports(a) && replies(b)) return a;
  if (replies(a) && reports(b)) return b;
  return std::max(a, b);
}

class EntryMaker {
 public:
  EntryMaker(OpenIndex::Parts& index, const std::vector<ReviewTrace>& traces, const TraceGroup& group) : index_(index) {
    for (const std::size_t at : group.traces) traces_.push_back(&traces[at]);
    std::stable_sort(traces_.begin(), traces_.end(), [](const ReviewTrace* a, const ReviewTrace* b) {
      return std::tie(a->where.date, a->place) < std::tie(b->where.date, b->place);
    });
    made_.joined_by = group.joined_by;
    made_.may_be_same = group.may_be_same;
  }

  Review make() {
    made_.council = traces_.front()->where.council;
    made_.council_name = traces_.front()->where.council_name;
    if (!traces_.front()->sign.other_council.empty()) {
      made_.council.clear();
      made_.council_name = traces_.front()->sign.other_council;
    }
    for (const ReviewTrace* trace : traces_) add_trace(*trace);
    if (made_.forms.size() > 1) std::erase(made_.forms, "review");
    std::sort(made_.years.begin(), made_.years.end());
    made_.years.erase(std::unique(made_.years.begin(), made_.years.end()), made_.years.end());
    choose_name();
    read_reports();
    read_replies();
    return std::move(made_);
  }

 private:
  void add_trace(const ReviewTrace& trace) {
    add_statement(trace);
    made_.names_subject = made_.names_subject || trace.names_subject;
    made_.stage = further(made_.stage, trace.sign.stage);
    add_once(made_.forms, trace.sign.form);
    add_once(made_.committees, trace.where.committee);
    add_once(made_.planned_for, trace.sign.planned_for);
    if (trace.sign.stage == ReviewStage::referred || trace.sign.stage == ReviewStage::planned)
      made_.years.insert(made_.years.end(), trace.sign.years.begin(), trace.sign.years.end());
    add_date(trace.where.date);
    add_members(trace.where);
  }

  /// What says most of a passage that names the review several times.
  void add_statement(const ReviewTrace& trace) {
    const auto same = std::find_if(made_.statements.begin(), made_.statements.end(), [&](const ReviewStatement& one) {
      return one.where.mention == trace.where.mention;
    });
    if (same == made_.statements.end()) {
      made_.statements.push_back({trace.sign.stage, trace.sign.form, trace.where});
    } else if (further(same->stage, trace.sign.stage) != same->stage) {
      same->stage = trace.sign.stage;
      same->form = trace.sign.form;
    }
  }

  void add_date(const schema::Date& date) {
    if (!date.known()) return;
    if (!made_.first_mention.known() || date < made_.first_mention) made_.first_mention = date;
    made_.last_mention = std::max(made_.last_mention, date);
  }

  void add_members(const Cited& where) {
    std::vector<std::string> names = members_in(reader_.read(where.text));
    const bool known = std::any_of(made_.members.begin(), made_.members.end(),
                                   [&](const ReviewMembers& one) { return one.names == names; });
    if (!names.empty() && !known) made_.members.push_back({std::move(names), where});
  }

  /// A title in quotes; else the subject as its report or the resolution has it.
  void choose_name() {
    std::vector<std::string> titles;
    std::vector<std::string> subjects;
    std::vector<const ReviewTrace*> best = traces_;
    std::stable_sort(best.begin(), best.end(), [](const ReviewTrace* a, const ReviewTrace* b) {
      const auto weight = [](const ReviewTrace* one) {
        return (reports(one->sign.stage) ? 2 : 0) + (one->sign.stage == ReviewStage::agreed ? 1 : 0);
      };
      return weight(a) > weight(b);
    });
    for (const ReviewTrace* trace : best) {
      add_once(titles, schema::title_case_if_capitals(trace->sign.name.quoted));
      add_once(subjects, schema::title_case_if_capitals(trace->sign.name.subject));
    }
    if (titles.empty() && !subjects.empty() && subjects[0][0] >= 'a' && subjects[0][0] <= 'z')
      subjects[0][0] = static_cast<char>(subjects[0][0] - 'a' + 'A');
    std::set<std::string> seen;
    for (const auto* list : {&titles, &subjects}) {
      for (const std::string& name : *list) {
        if (!seen.insert(schema::fold_text(name)).second) continue;
        if (made_.name.empty()) {
          made_.name = name;
        } else {
          made_.also_called.push_back(name);
        }
      }
    }
  }

  /// The day on which a paper or a resolution shows the report: not one that only speaks of it.
  bool shows_report(const ReviewTrace& trace) const {
    const schema::PassageKind kind = trace.where.kind;
    const bool stated = kind == schema::PassageKind::heading || kind == schema::PassageKind::resolution;
    const bool presented = trace.where.paper_kind == schema::PaperKind::minutes && trace.sign.days.empty();
    return (stated || presented) && !trace.sign.earlier;
  }

  void read_reports() {
    std::set<std::string> read;
    for (const ReviewTrace* trace : traces_) {
      if (!reports(trace->sign.stage)) continue;
      const std::vector<ReadItem> paper = read_paper(index_, trace->place);
      const bool own = review_paper(paper, reader_).has_value();
      if ((own || shows_report(*trace)) && !made_.report_date.known()) made_.report_date = trace->where.date;
      if (!own || !read.insert(trace->where.paper).second) continue;
      for (ReviewRecommendation& one : report_recommendations(paper)) made_.recommendations.push_back(std::move(one));
      read_members(paper);
    }
    if (!made_.recommendations.empty()) return;
    for (const ReviewTrace* trace : traces_) {
      if (replies(trace->sign.stage) || !read.insert(trace->where.item).second) continue;
      // The item has to be the review's own: its title names it.
      if (trace->where.kind != schema::PassageKind::heading) continue;
      for (ReviewRecommendation& one : recommended_in(read_item(index_, trace->place)))
        made_.recommendations.push_back(std::move(one));
    }
  }

  void read_members(const std::vector<ReadItem>& paper) {
    const MemberList front = members_on_front(paper.front().item, reader_);
    if (!front.names.empty()) made_.members.push_back({front.names, cite(paper.front(), front.lead)});
    for (const ReadItem& read : paper) {
      for (std::size_t i = 0; i < read.item.passages.size(); ++i) add_members(cite(read, i));
    }
  }

  void read_replies() {
    std::set<std::string> read;
    for (const ReviewTrace* trace : traces_) {
      if (!replies(trace->sign.stage)) continue;
      const bool update = trace->sign.stage == ReviewStage::update;
      const schema::PaperKind kind = trace->where.paper_kind;
      const bool whole =
          kind == schema::PaperKind::report || kind == schema::PaperKind::appendix || kind == schema::PaperKind::other;
      const std::vector<ReadItem> items =
          whole ? read_paper(index_, trace->place) : std::vector<ReadItem>{read_item(index_, trace->place)};
      for (const ReadItem& item : items) {
        if (read.insert(item.id).second) add_replies(replies_in(item, update), made_.recommendations);
      }
    }
  }

  OpenIndex::Parts& index_;
  PassageReader reader_;
  std::vector<const ReviewTrace*> traces_;
  Review made_;
};

}  // namespace

Review make_review(OpenIndex::Parts& index, const std::vector<ReviewTrace>& traces, const TraceGroup& group) {
  return EntryMaker(index, traces, group).make();
}

}  // namespace minutebook::query
