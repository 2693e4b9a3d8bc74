#include "query/review_groups.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace minutebook::query {

namespace {

/// Months in which the review may have been at work; `known` is false where nothing says.
struct Window {
  int from = 0;
  int to = 0;
  bool known = false;
};

int month_number(const schema::Date& date) {
  return date.year * 12 + date.month - 1;
}

// How long reviews take, with room to spare: from the resolution to the report, from the report to the last update.
constexpr int longest_review = 18;
constexpr int longest_report = 24;
constexpr int longest_follow_up = 48;

/// `years`: what the sentence states; all of them before the paper's year mean that the review was then.
Window window_of(const ReviewTrace& trace) {
  const std::vector<int>& years = trace.sign.years;
  const schema::Date& date = trace.where.date;
  if (!date.known()) return years.empty() ? Window{} : Window{years.front() * 12, years.back() * 12 + 11, true};
  const int now = month_number(date);
  const bool past = !years.empty() && years.back() < date.year;
  const int from = years.empty() ? 0 : years.front() * 12;
  const int to = years.empty() ? 0 : years.back() * 12 + 11;
  switch (trace.sign.stage) {
    case ReviewStage::referred:
      if (!years.empty()) return {from, to, true};
      return trace.sign.earlier ? Window{} : Window{now - longest_review, now + longest_review, true};
    case ReviewStage::planned:
    case ReviewStage::agreed:
    case ReviewStage::under_way:
    case ReviewStage::considered:
      return past ? Window{from, to + longest_review, true} : Window{now - 6, now + longest_review, true};
    case ReviewStage::interim:
    case ReviewStage::final_report:
      return past ? Window{from - longest_review, to, true} : Window{now - longest_report, now + 3, true};
    case ReviewStage::response:
    case ReviewStage::update:
      return past ? Window{from - longest_review, now, true} : Window{now - longest_follow_up, now, true};
  }
  return {};
}

bool meet(const Window& a, const Window& b) {
  return a.known && b.known && a.from <= b.to && b.from <= a.to;
}

/// "the 2016 review of apprenticeships" and "apprenticeships for care leavers", 2016: one name holds the other.
bool same_year(const ReviewSign& a, const ReviewSign& b) {
  if (a.years.empty() || a.years != b.years || a.name.key.empty() || b.name.key.empty()) return false;
  const bool less = a.name.key.size() < b.name.key.size();
  const std::vector<std::string>& small = less ? a.name.key : b.name.key;
  const std::vector<std::string>& large = less ? b.name.key : a.name.key;
  return std::includes(large.begin(), large.end(), small.begin(), small.end());
}

enum class Names { differ, overlap, same };

Names compare(const ReviewName& a, const ReviewName& b) {
  if (!a.quoted.empty() && schema::fold_text(a.quoted) == schema::fold_text(b.quoted)) return Names::same;
  if (a.key.empty() || b.key.empty()) return Names::differ;
  if (a.key == b.key) return Names::same;
  const std::vector<std::string>& less = a.key.size() < b.key.size() ? a.key : b.key;
  const std::vector<std::string>& more = a.key.size() < b.key.size() ? b.key : a.key;
  const bool inside = std::includes(more.begin(), more.end(), less.begin(), less.end());
  return inside && less.size() > 1 ? Names::overlap : Names::differ;
}

bool same_council(const ReviewTrace& a, const ReviewTrace& b) {
  return !a.where.council.empty() && a.where.council == b.where.council && a.sign.other_council == b.sign.other_council;
}

bool conflict(FormFamily a, FormFamily b) {
  return a != b && a != FormFamily::review && b != FormFamily::review;
}

bool share_day(const ReviewSign& a, const ReviewSign& b) {
  return std::any_of(a.days.begin(), a.days.end(), [&](const schema::Date& day) {
    return std::find(b.days.begin(), b.days.end(), day) != b.days.end();
  });
}

std::size_t shared_words(const ReviewName& a, const ReviewName& b) {
  return static_cast<std::size_t>(std::count_if(a.key.begin(), a.key.end(), [&](const std::string& stem) {
    return std::binary_search(b.key.begin(), b.key.end(), stem);
  }));
}

/// A row of a work programme that names the day on which the report came.
bool planned_for(const ReviewTrace& plan, const ReviewTrace& report) {
  const bool reports = report.sign.stage == ReviewStage::interim || report.sign.stage == ReviewStage::final_report;
  const std::vector<schema::Date>& days = plan.sign.days;
  return plan.sign.stage == ReviewStage::planned && reports && shared_words(plan.sign.name, report.sign.name) > 1 &&
         report.where.date.known() && std::find(days.begin(), days.end(), report.where.date) != days.end();
}

/// What is sure of a review comes first, so that passing words join it and not the other way round.
int rank(const ReviewTrace& trace) {
  constexpr auto order = std::to_array<ReviewStage>(
      {ReviewStage::final_report, ReviewStage::interim, ReviewStage::agreed, ReviewStage::planned,
       ReviewStage::under_way, ReviewStage::considered, ReviewStage::response, ReviewStage::update});
  const auto* const at = std::find(order.begin(), order.end(), trace.sign.stage);
  if (at != order.end()) return static_cast<int>(at - order.begin());
  return static_cast<int>(order.size()) + (trace.sign.years.empty() ? 1 : 0);
}

class Grouper {
 public:
  Grouper(const std::vector<ReviewTrace>& traces, const TimeLimit& time) : traces_(traces), time_(time) {}

  TraceGroups run() {
    TraceGroups made;
    try {
      group();
    } catch (const TimeIsOver&) {
      made.complete = false;
    }
    for (TraceGroup& group : groups_) std::sort(group.traces.begin(), group.traces.end());
    made.groups = std::move(groups_);
    return made;
  }

 private:
  void group() {
    std::vector<std::size_t> order(traces_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return rank(traces_[a]) < rank(traces_[b]); });
    for (const std::size_t at : order) {
      if (!nameless(traces_[at])) place(at);
    }
    for (const std::size_t at : order) {
      if (nameless(traces_[at])) place_nameless(at);
    }
    for (std::size_t i = 0; i < groups_.size(); ++i) add_doubts(i);
  }

  static bool nameless(const ReviewTrace& trace) {
    return trace.sign.name.key.empty() && trace.sign.name.quoted.empty();
  }

  void place(std::size_t at) {
    time_.look();
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const std::string why = reason(i, at);
      if (why.empty()) continue;
      join(i, at, why);
      return;
    }
    groups_.push_back({{at}, {}, {}});
    windows_.push_back(window_of(traces_[at]));
  }

  void join(std::size_t group, std::size_t at, const std::string& why) {
    TraceGroup& to = groups_[group];
    const bool new_paper = std::none_of(to.traces.begin(), to.traces.end(), [&](std::size_t one) {
      return traces_[one].where.paper == traces_[at].where.paper;
    });
    if (new_paper && std::find(to.joined_by.begin(), to.joined_by.end(), why) == to.joined_by.end())
      to.joined_by.push_back(why);
    to.traces.push_back(at);
    const Window window = window_of(traces_[at]);
    Window& kept = windows_[group];
    // What only speaks of it says nothing of how long it lasted.
    if (!window.known || (traces_[at].sign.stage == ReviewStage::referred && kept.known)) return;
    kept = kept.known
               ? Window{std::max(kept.from, window.from), std::max(std::min(kept.to, window.to), kept.from), true}
               : window;
  }

  /// Why a statement belongs to a group; empty: it does not, or it is not sure.
  std::string reason(std::size_t group, std::size_t at) const {
    const ReviewTrace& trace = traces_[at];
    const Window window = window_of(trace);
    const bool together = meet(windows_[group], window);
    for (const std::size_t other : groups_[group].traces) {
      const ReviewTrace& one = traces_[other];
      if (!same_council(one, trace)) continue;
      const Names names = compare(one.sign.name, trace.sign.name);
      const bool same_paper = one.where.paper == trace.where.paper;
      const bool clash = conflict(one.sign.family, trace.sign.family) && !same_paper;
      const bool titled = !one.sign.name.quoted.empty() && names == Names::same &&
                          schema::fold_text(one.sign.name.quoted) == schema::fold_text(trace.sign.name.quoted);
      if (titled && (together || !window.known || trace.sign.stage == ReviewStage::update)) return "the same title";
      if (one.sign.earlier != trace.sign.earlier && trace.sign.years.empty()) continue;
      if (names == Names::same && !clash) {
        if (together) return "the same subject, at times that agree";
        if (!window.known && !windows_[group].known && one.sign.earlier) return "the same subject, said to be earlier";
      }
      if (names != Names::differ && same_paper && together && !clash) return "the same subject in one paper";
      if (planned_for(one, trace) || planned_for(trace, one)) return "the work programme plans it for that day";
      if (share_day(one.sign, trace.sign) && shared_words(one.sign.name, trace.sign.name) > 0 && !clash)
        return "the same day is stated";
    }
    return {};
  }

  void place_nameless(std::size_t at) {
    time_.look();
    std::vector<std::size_t> fitting;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const bool here = std::any_of(groups_[i].traces.begin(), groups_[i].traces.end(), [&](std::size_t one) {
        return traces_[one].where.item == traces_[at].where.item &&
               traces_[one].sign.earlier == traces_[at].sign.earlier &&
               !conflict(traces_[one].sign.family, traces_[at].sign.family);
      });
      if (here) fitting.push_back(i);
    }
    if (fitting.size() == 1) groups_[fitting.front()].traces.push_back(at);
  }

  void add_doubts(std::size_t group) {
    time_.look();
    for (std::size_t other = 0; other < groups_.size(); ++other) {
      if (other != group && doubtful(group, other)) groups_[group].may_be_same.push_back(other);
    }
  }

  bool doubtful(std::size_t a, std::size_t b) const {
    if (windows_[a].known && windows_[b].known && !meet(windows_[a], windows_[b])) return false;
    for (const std::size_t one : groups_[a].traces) {
      for (const std::size_t two : groups_[b].traces) {
        if (!same_council(traces_[one], traces_[two])) continue;
        if (compare(traces_[one].sign.name, traces_[two].sign.name) == Names::differ &&
            !same_year(traces_[one].sign, traces_[two].sign))
          continue;
        if (before(a, b) && before(b, a)) return true;
      }
    }
    return false;
  }

  /// May group `a`, if it is only known as an earlier review, be `b`? Not if `b` began after that was said.
  bool before(std::size_t a, std::size_t b) const {
    if (windows_[a].known || !windows_[b].known) return true;
    const auto said = [&](std::size_t one) { return month_number(traces_[one].where.date); };
    int first = said(groups_[a].traces.front());
    for (const std::size_t one : groups_[a].traces) first = std::min(first, said(one));
    return windows_[b].from < first - longest_review / 2 || windows_[b].to < first;
  }

  const std::vector<ReviewTrace>& traces_;
  const TimeLimit& time_;
  std::vector<TraceGroup> groups_;
  std::vector<Window> windows_;  // by group
};

}  // namespace

TraceGroups group_traces(const std::vector<ReviewTrace>& traces, const TimeLimit& time) {
  return Grouper(traces, time).run();
}

}  // namespace minutebook::query
