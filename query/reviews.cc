// From a subject to its reviews: statements in the items that match, the papers that are reviews' own, what was said of
// them by name elsewhere; then one entry for each.
#include "query/include/minutebook/reviews.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "query/evaluate_filter.h"
#include "query/open_index.h"
#include "query/read_items.h"
#include "query/review_entry.h"
#include "query/review_groups.h"
#include "query/review_papers.h"
#include "query/review_stage.h"
#include "query/review_subject.h"

namespace minutebook::query {

namespace {

using schema::PassageKind;

bool is_programme(const ReadItem& read) {
  if (read.head.view.kind == schema::PaperKind::work_programme) return true;
  const std::string titles = schema::fold_text(read.item.title + " " + read.head.view.title);
  return titles.find("work programme") != std::string::npos || titles.find("work plan") != std::string::npos;
}

bool is_title(const schema::Item& item, std::size_t passage) {
  return item.passages[passage].kind == PassageKind::heading && (passage == 0 || item.title.empty());
}

/// Finds statements, once for each passage.
class TraceFinder {
 public:
  TraceFinder(OpenIndex::Parts& index, const ResolvedQuery& subject) : index_(index), subject_(subject) {}

  /// Each step has its share of the time and goes on with what the one before found until then. False: one of them was
  /// cut off.
  bool run(Deadline end) {
    SubjectItems found;
    const bool all_items = until(first_share(end), [&] { read_subject_items(index_, subject_, found); });
    stems_ = std::move(found.stems);
    // Item by item, so that whenever the time is over something is known of what was read.
    const bool all_statements = until(first_share(end), [&] {
      for (const SubjectItem& item : found.items) {
        const OpenShard& shard = index_.shards[item.place.shard];
        if (papers_.emplace(item.place.shard, shard.paper_of[item.place.docid]).second)
          read_own_paper(item.place, own_traces_);
        read_subject_item(item);
      }
    });
    // What a review's own report says comes first.
    traces.insert(traces.begin(), std::make_move_iterator(own_traces_.begin()),
                  std::make_move_iterator(own_traces_.end()));
    const bool all_followed = until(end, [&] {
      for (std::size_t i = 0; i < traces.size(); ++i) {
        const ReviewTrace trace = traces[i];
        if (trace.names_subject) follow(trace);
      }
    });
    return all_items && all_statements && all_followed;
  }

  std::vector<ReviewTrace> traces;

 private:
  Deadline first_share(Deadline end) const { return first_part(index_.buffers.time, end); }

  /// False: the time was over.
  template <typename Work>
  bool until(Deadline end, Work work) {
    const TimeScope scope(index_.buffers.time, end);
    try {
      work();
      return true;
    } catch (const TimeIsOver&) {
      return false;
    }
  }

  /// What other papers of the council say of a review that is called so.
  void follow(const ReviewTrace& trace) {
    const ReviewName& name = trace.sign.name;
    constexpr std::size_t least_words = 2;
    for (const std::string& called : {name.quoted, name.subject}) {
      const bool distinct =
          std::count(called.begin(), called.end(), ' ') + 1 >= static_cast<std::ptrdiff_t>(least_words);
      if (called.empty() || !distinct || trace.where.council.empty()) continue;
      if (!followed_.insert(trace.where.council + "\n" + schema::fold_text(called)).second) continue;
      SubjectItems found;
      read_subject_items(index_, phrase_query(called, trace.where.council), found);
      for (const SubjectItem& item : found.items) read_named_item(item, trace, called == name.quoted);
    }
  }

  void read_subject_item(const SubjectItem& item) {
    const ReadItem read = read_item(index_, item.place);
    const bool own = own_papers_.contains(read.head.view.id);
    const bool titled = has_text() && !read.item.passages.empty() &&
                        read.item.passages[0].kind == PassageKind::heading && item.passages[0] >= Holds::most;
    const ReviewName title = name_of_title(reader_.read(read.item.title));
    for (std::size_t i = 0; i < read.item.passages.size(); ++i) {
      // A row stands for itself: half of the words in it are of another row's subject.
      const bool row = read.item.passages[i].kind == PassageKind::table_row;
      const bool here = item.passages[i] >= (row ? Holds::whole : Holds::most);
      if (!here && !titled) continue;
      for (ReviewSign& sign : signs_of(read, i)) {
        // In its own report "the Task Group" is always the same.
        if ((own && !sign.earlier) || (!here && !belongs(sign, title))) continue;
        if (nameless(sign)) sign.name = lent_name(read, titled);
        add(read, i, std::move(sign), false, traces);
      }
    }
  }

  bool has_text() const { return !subject_.tree.children.empty(); }

  static bool nameless(const ReviewSign& sign) { return sign.name.key.empty() && sign.name.quoted.empty(); }

  /// What a review without a name in its sentence is about: the item of the minutes, or the report.
  ReviewName lent_name(const ReadItem& read, bool titled) {
    const schema::PaperKind kind = read.head.view.kind;
    const bool minutes = kind == schema::PaperKind::minutes || kind == schema::PaperKind::agenda;
    if (minutes || titled) return name_of_title(reader_.read(read.item.title));
    const SignPlace place{PassageKind::heading, true, false, {}, read.head.date};
    const std::vector<ReviewSign> signs = find_review_signs(reader_, read.head.view.title, place);
    return signs.empty() ? ReviewName{} : signs.front().name;
  }

  /// A statement without the subject, in an item about it: it may speak of another review.
  static bool belongs(const ReviewSign& sign, const ReviewName& title) {
    if (sign.name.key.empty()) return true;
    return std::any_of(sign.name.key.begin(), sign.name.key.end(), [&](const std::string& stem) {
      return std::binary_search(title.key.begin(), title.key.end(), stem);
    });
  }

  void read_own_paper(const ItemPlace& place, std::vector<ReviewTrace>& into) {
    const OpenShard& shard = index_.shards[place.shard];
    if (!may_be_review_paper(index_.head(place.shard, shard.paper_of[place.docid]).view.kind)) return;
    const std::vector<ReadItem> paper = read_paper(index_, place);
    std::optional<ReviewPaper> own = review_paper(paper, reader_);
    if (!own) return;
    own_papers_.insert(paper.front().head.view.id);
    add(paper[own->item], own->passage, std::move(own->sign), false, into);
  }

  void read_named_item(const SubjectItem& item, const ReviewTrace& of, bool quoted) {
    const ReadItem read = read_item(index_, item.place);
    if (papers_.emplace(read.place.shard, read.ordinal).second) read_own_paper(item.place, traces);
    if (own_papers_.contains(read.head.view.id)) return;
    for (std::size_t i = 0; i < read.item.passages.size(); ++i) {
      const bool title = is_title(read.item, i);
      if (item.passages[i] != Holds::whole) continue;
      const std::string& text = read.item.passages[i].text;
      const bool as_written = !quoted || text.find(of.sign.name.quoted) != std::string::npos || title;
      if (!as_written) continue;
      for (ReviewSign& sign : signs_of(read, i)) add(read, i, std::move(sign), true, traces);
      // A title in quotes needs no form beside it: "GETTING THERE": TWELVE MONTHS ON.
      if (quoted && title && signs_of(read, i).empty()) add_by_title(read, i, of);
    }
  }

  void add_by_title(const ReadItem& read, std::size_t passage, const ReviewTrace& of) {
    ReviewSign sign;
    sign.form = of.sign.form;
    sign.family = of.sign.family;
    sign.name = of.sign.name;
    const PassageWords words = reader_.read(read.item.passages[passage].text);
    const FoundForm form{sign.form, sign.family, {0, words.words.empty() ? std::size_t{0} : std::size_t{1}}};
    if (words.words.empty()) return;
    sign.stage = stage_of(words, {}, form, {PassageKind::heading, true, false, {}, read.head.date});
    add(read, passage, std::move(sign), true, traces);
  }

  std::vector<ReviewSign> signs_of(const ReadItem& read, std::size_t passage) {
    const schema::Passage& one = read.item.passages[passage];
    if (one.kind == PassageKind::attendance || one.kind == PassageKind::boilerplate) return {};
    const std::string titles = read.item.title + " | " + read.head.view.title;
    const SignPlace place{one.kind,       is_title(read.item, passage), is_programme(read), titles,
                          read.head.date, read.head.council_name};
    return find_review_signs(reader_, one.text, place);
  }

  /// `by_name`: found by the name of a review of the subject.
  void add(const ReadItem& read, std::size_t passage, ReviewSign sign, bool by_name, std::vector<ReviewTrace>& into) {
    ReviewTrace trace{std::move(sign), cite(read, passage), read.place, read.ordinal, false};
    const std::string key = trace.where.mention + "\n" + trace.sign.form + "\n" + trace.sign.name.subject + "\n" +
                            (trace.sign.years.empty() ? "" : std::to_string(trace.sign.years.front()));
    if (!seen_.insert(key).second) return;
    const std::vector<std::string>& name = trace.sign.name.key;
    trace.names_subject =
        by_name || stems_.empty() ||
        std::any_of(name.begin(), name.end(), [&](const std::string& stem) { return stems_.contains(stem); });
    // A plain "review" of something else is no answer to who has reviewed this.
    if (!trace.names_subject && trace.sign.form == "review") return;
    into.push_back(std::move(trace));
  }

  OpenIndex::Parts& index_;
  const ResolvedQuery& subject_;
  PassageReader reader_;
  std::vector<ReviewTrace> own_traces_;
  std::set<std::string, std::less<>> stems_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> papers_;  // looked at whole, by shard and ordinal
  std::set<std::string> own_papers_;                          // ids of papers that are a review's own report
  std::set<std::string> seen_;
  std::set<std::string> followed_;
};

std::vector<std::string> councils_searched(OpenIndex::Parts& index, const ResolvedQuery& query) {
  const TopFilters filters(index, query.filters);
  std::set<std::string> names;
  std::vector<FieldBits> failed;
  for (const OpenShard& shard : index.shards) {
    filters.failed_fields(shard, failed);
    for (std::size_t i = 0; i < shard.papers.size(); ++i) {
      if (!shard.papers[i].dead && failed[i] == 0)
        names.insert(index.values[column_of(schema::FieldId::council)].values[shard.papers[i].values[0]].label);
    }
  }
  return {names.begin(), names.end()};
}

void end_early(Answer& searched, const char* reason) {
  searched.complete = false;
  searched.incomplete_reason = reason;
}

/// What was found is told although there was no time for more.
void make_entries(OpenIndex::Parts& index, const TraceFinder& finder, Deadline deadline, Reviews& made) {
  const char* const more = "the time was over before all reviews were put together; there are more than these";
  TimeLimit& time = index.buffers.time;
  TraceGroups grouped;
  {
    const TimeScope scope(time, first_part(time, deadline));
    grouped = group_traces(finder.traces, time);
  }
  if (!grouped.complete) end_early(made.searched, more);
  const TimeScope scope(time, deadline);
  try {
    for (const TraceGroup& group : grouped.groups) made.reviews.push_back(make_review(index, finder.traces, group));
  } catch (const TimeIsOver&) {
    end_early(made.searched, more);
    for (Review& one : made.reviews)
      std::erase_if(one.may_be_same, [&](std::size_t other) { return other >= made.reviews.size(); });
  }
}

/// Entries in the order in which they are shown; what may be the same is told by its new place.
void put_in_order(std::vector<Review>& entries) {
  std::vector<std::size_t> order(entries.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Review& one = entries[a];
    const Review& two = entries[b];
    if (one.names_subject != two.names_subject) return one.names_subject;
    return std::tie(two.last_mention, one.council_name, one.name) <
           std::tie(one.last_mention, two.council_name, two.name);
  });
  std::vector<std::size_t> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<Review> sorted;
  for (const std::size_t at : order) sorted.push_back(std::move(entries[at]));
  for (Review& one : sorted) {
    for (std::size_t& other : one.may_be_same) other = place[other];
    std::sort(one.may_be_same.begin(), one.may_be_same.end());
  }
  entries = std::move(sorted);
}

}  // namespace

Reviews reviews(OpenIndex& index, const ResolvedQuery& asked, Deadline deadline) {
  const ResolvedQuery subject = without_review_words(asked);
  Reviews made;
  made.searched = search(index, subject, {.limit = 0, .strict = true, .deadline = deadline});
  made.councils = councils_searched(index.parts(), subject);
  TraceFinder finder(index.parts(), subject);
  if (!finder.run(first_part(index.parts().buffers.time, deadline)))
    end_early(made.searched,
              "the time was over before all items were read; there may be more reviews, and more of these");
  make_entries(index.parts(), finder, deadline, made);
  put_in_order(made.reviews);
  return made;
}

}  // namespace minutebook::query
