// From a query to what was asked for in the items that match: requests found passage by passage, lists put together,
// answers looked for in the committee's later papers.
#include "query/include/minutebook/actions.h"

#include <algorithm>
#include <array>
#include <utility>

#include "query/action_answers.h"
#include "query/due_words.h"
#include "query/kept_wanted.h"
#include "query/open_index.h"
#include "query/packed_actions.h"
#include "query/read_items.h"
#include "query/request_signs.h"
#include "query/review_names.h"

namespace minutebook::query {

struct ActionList::Found {
  Actions about;
  PackedActions packed;
  std::vector<std::size_t> order;  ///< positions of those that are told
  std::size_t told = 0;
};

namespace {

using schema::PassageKind;

std::optional<SaidAs> said_as(const ReadItem& read, const schema::Passage& passage) {
  const schema::PaperKind paper = read.head.view.kind;
  const bool minutes = paper == schema::PaperKind::minutes || paper == schema::PaperKind::decision;
  switch (passage.kind) {
    case PassageKind::resolution:
      return SaidAs::resolution;
    case PassageKind::action:
      return SaidAs::action;
    case PassageKind::recommendation:
      return SaidAs::recommendation;
    case PassageKind::text:
    case PassageKind::question:
      return minutes ? std::optional(SaidAs::discussion) : std::nullopt;
    case PassageKind::heading:
    case PassageKind::attendance:
    case PassageKind::declaration:
    case PassageKind::table_row:
    case PassageKind::boilerplate:
      return std::nullopt;
  }
  return std::nullopt;
}

/// Rank of a numbering: figures and capitals over small letters over Roman figures over bullets.
int depth_of(const std::string& paragraph) {
  std::string bare;
  for (const char c : paragraph) {
    if (c != '(' && c != ')' && c != '.') bare += c;
  }
  if (bare.empty()) return 4;
  if (bare.find_first_not_of("ivx") == std::string::npos) return 3;
  if (bare.front() >= 'a' && bare.front() <= 'z') return 2;
  return 1;
}

/// The passages from `first` on that are the list a passage ending in a colon opens.
std::size_t list_end(const schema::Item& item, std::size_t first) {
  const schema::Passage& opening = item.passages[first];
  if (!opening.text.ends_with(':')) return first + 1;
  std::size_t end = first + 1;
  while (end < item.passages.size() && item.passages[end].kind == opening.kind &&
         depth_of(item.passages[end].paragraph) > depth_of(opening.paragraph))
    ++end;
  return end;
}

class ActionFinder {
 public:
  ActionFinder(OpenIndex::Parts& index, const ActionOptions& options)
      : index_(index), options_(options), answers_(index) {}

  /// Of all items that match. Throws TimeIsOver.
  void read_items(const ResolvedQuery& query) {
    for (const ItemPlace& place : matching_items(index_, query)) read(place);
  }

  /// One committee after the other, however the papers lie. Throws TimeIsOver.
  void find_answers() {
    std::vector<std::pair<std::uint32_t, std::size_t>> order;
    for (std::size_t i = 0; i < wanted_.size(); ++i) order.emplace_back(answers_.committee_number(wanted_.at(i)), i);
    std::sort(order.begin(), order.end());
    for (const auto& [committee, at] : order) {
      const AnswerFound answer = answers_.find(wanted_.at(at));
      packed_.settle(at, answer.trace, answer.evidence, answer.searched_until);
    }
  }

  /// Hands all over.
  std::unique_ptr<ActionList::Found> finish(Actions about) {
    auto made = std::make_unique<ActionList::Found>();
    for (std::size_t i = 0; i < packed_.size(); ++i) {
      const Trace trace = packed_.trace(i);
      if (!options_.open_only || trace == Trace::none_found) made->order.push_back(i);
      if (packed_.asked(i) == Asked::nothing) continue;
      ++(trace == Trace::answered ? about.answered : trace == Trace::none_found ? about.none_found : about.cannot_tell);
    }
    std::stable_sort(made->order.begin(), made->order.end(),
                     [&](std::size_t a, std::size_t b) { return packed_.before(a, b); });
    made->packed = std::move(packed_);
    made->about = std::move(about);
    return made;
  }

 private:
  struct Pending {
    Action action;
    AnswerWanted wanted;
  };

  void read(const ItemPlace& place) {
    const ReadItem read = read_item(index_, place);
    found_.clear();
    for (std::size_t i = 0; i < read.item.passages.size();) {
      const std::size_t end = list_end(read.item, i);
      if (!add(read, i, end)) {
        // A line that only opens the list: its entries are looked at one by one.
        ++i;
        continue;
      }
      i = end;
    }
    join_discussion();
    for (const Pending& one : found_) {
      packed_.add(one.action);
      wanted_.add(one.wanted);
    }
  }

  bool add(const ReadItem& read, std::size_t first, std::size_t end) {
    const schema::Passage& passage = read.item.passages[first];
    const std::optional<SaidAs> said = said_as(read, passage);
    if (!said) return false;
    const bool decided = *said != SaidAs::discussion;
    const PassageWords words = reader_.read(passage.text);
    std::optional<RequestSign> sign = find_request(words, decided, read.head.date);
    if (!sign && marked_as_action(words, passage))
      sign = RequestSign{Asked::step, {}, find_due(words, words.all(), read.head.date), words.all(), words.all()};
    const bool listed = sign && (*said != SaidAs::recommendation || options_.everything);
    if (!listed && !(options_.everything && decided)) return false;
    // The entries of a list that asks for nothing stand for themselves.
    if (!sign && end > first + 1) return false;
    Pending one;
    Action& action = one.action;
    action.said = *said;
    action.text = passage.text;
    for (std::size_t i = first + 1; i < end; ++i) action.text += " " + read.item.passages[i].text;
    action.where = cite(read, first);
    if (sign && !decided) action.text = words.written(sign->sentence);
    if (sign) {
      action.asked = sign->asked;
      action.addressee = sign->addressee;
      action.due = sign->due;
    }
    one.wanted = wanted(read, action, sign && !decided ? words.written(sign->about) : action.text);
    found_.push_back(std::move(one));
    return true;
  }

  AnswerWanted wanted(const ReadItem& read, const Action& action, const std::string& about) {
    AnswerWanted made{read.place.shard, read.ordinal, subject_stems(about), false,
                      telling_stems(reader_, read.item.title)};
    // Who is asked and by when says nothing of what is asked.
    for (const std::string& beside : {action.addressee, action.due.words}) {
      for (const std::string& stem : telling_stems(reader_, beside)) std::erase(made.subject, stem);
    }
    if (made.subject.size() > 1) return made;
    // "an update in six months" is about what the item is about; then the answer has to say that it is one.
    made.by_title = true;
    made.subject.insert(made.subject.end(), made.item.begin(), made.item.end());
    std::sort(made.subject.begin(), made.subject.end());
    made.subject.erase(std::unique(made.subject.begin(), made.subject.end()), made.subject.end());
    return made;
  }

  /// Stems of the telling words, those of asking aside.
  std::vector<std::string> subject_stems(const std::string& text) {
    constexpr auto of_asking = std::to_array<std::string_view>(
        {"asked",      "ask",      "requested", "request", "resolved", "agreed",      "brought",  "submitted",
         "circulated", "sent",     "shared",    "receive", "received", "noted",       "full",     "including",
         "include",    "included", "detailing", "details", "detail",   "information", "feedback", "invited",
         "write",      "letter",   "regarding", "respect", "bring",    "given"});
    const PassageWords words = reader_.read(text);
    std::vector<std::string> stems = name_of_range(words, words.all()).key;
    for (const PassageWord& word : words.words) {
      if (std::find(of_asking.begin(), of_asking.end(), word.folded) != of_asking.end())
        std::erase(stems, std::string(word.stem));
    }
    return stems;
  }

  /// What the discussion asks for and the resolution of the same item as well is one request.
  void join_discussion() {
    for (std::size_t i = 0; i < found_.size();) {
      const auto same =
          std::find_if(found_.begin(), found_.end(), [&](const Pending& other) { return repeats(found_[i], other); });
      if (same == found_.end()) {
        ++i;
        continue;
      }
      same->action.also.push_back(found_[i].action.where);
      found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  /// "after 6 months", "six months after": the same kind of thing for the same time.
  static bool same_time(const Due& a, const Due& b) {
    const std::vector<std::string> words = words_of_time(a.words);
    return !words.empty() && words == words_of_time(b.words);
  }

  static bool repeats(const Pending& said, const Pending& decided) {
    if (said.action.said != SaidAs::discussion || decided.action.said == SaidAs::discussion) return false;
    if (said.action.asked == Asked::step || decided.action.asked == Asked::nothing) return false;
    if (said.action.asked == decided.action.asked && same_time(said.action.due, decided.action.due)) return true;
    // "undertook to bring a full report": the report that the item resolves on.
    if (said.wanted.by_title && said.action.asked == decided.action.asked) return true;
    const std::vector<std::string>& a = said.wanted.subject;
    const std::vector<std::string>& b = decided.wanted.subject;
    const auto shared = static_cast<std::size_t>(std::count_if(
        b.begin(), b.end(), [&](const std::string& stem) { return std::binary_search(a.begin(), a.end(), stem); }));
    const bool most = shared > 1 && shared * 5 >= b.size() * 3;
    return most || (shared > 0 && shared * 2 >= b.size() && said.action.asked == decided.action.asked);
  }

  OpenIndex::Parts& index_;
  const ActionOptions& options_;
  AnswerFinder answers_;
  PassageReader reader_;
  std::vector<Pending> found_;  // in the item at hand
  PackedActions packed_;
  KeptWanted wanted_;  // of the same positions
};

/// What was done by the deadline counts, and the answer says that it is not complete.
template <typename Part>
void do_until(OpenIndex::Parts& index, Deadline deadline, Answer& searched, const char* cut_off, Part part) {
  const TimeScope scope(index.buffers.time, deadline);
  try {
    part();
  } catch (const TimeIsOver&) {
    if (!searched.complete) searched.incomplete_reason += "; ";
    searched.complete = false;
    searched.incomplete_reason += cut_off;
  }
}

}  // namespace

ActionList::ActionList(std::unique_ptr<Found> found) : found_(std::move(found)) {}
ActionList::~ActionList() = default;
ActionList::ActionList(ActionList&& other) noexcept = default;

const Actions& ActionList::about() const {
  return found_->about;
}

std::size_t ActionList::left() const {
  return found_->order.size() - found_->told;
}

std::optional<Action> ActionList::next() {
  if (left() == 0) return std::nullopt;
  return found_->packed.take(found_->order[found_->told++]);
}

ActionList find_actions(OpenIndex& index, const ResolvedQuery& query, const ActionOptions& options) {
  Actions made;
  made.searched = search(index, query, {.limit = 0, .strict = true, .deadline = options.deadline});
  ActionFinder finder(index.parts(), options);
  do_until(index.parts(), first_part(index.parts().buffers.time, options.deadline), made.searched,
           "the time was over before all items were read; there may be more requests",
           [&] { finder.read_items(query); });
  do_until(index.parts(), first_part(index.parts().buffers.time, options.deadline), made.searched,
           "the time was over before an answer was looked for to every request; for those it cannot be told",
           [&] { finder.find_answers(); });
  return ActionList(finder.finish(std::move(made)));
}

Actions actions(OpenIndex& index, const ResolvedQuery& query, const ActionOptions& options) {
  ActionList list = find_actions(index, query, options);
  Actions made = list.about();
  made.actions.reserve(list.left());
  while (std::optional<Action> one = list.next()) made.actions.push_back(std::move(*one));
  return made;
}

}  // namespace minutebook::query
