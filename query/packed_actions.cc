#include "query/packed_actions.h"

#include <cstring>
#include <string_view>
#include <tuple>
#include <utility>

namespace minutebook::query {

namespace {

class Packer {
 public:
  void number(std::size_t value) {
    const auto small = static_cast<std::uint32_t>(value);
    char bytes[sizeof small];
    std::memcpy(bytes, &small, sizeof small);
    packed_.append(bytes, sizeof small);
  }
  void text(std::string_view value) {
    number(value.size());
    packed_ += value;
  }
  void passage(const Cited& where) {
    text(where.item);
    text(where.number);
    text(where.title);
    number(static_cast<std::size_t>(where.page));
    number(where.scanned);
    text(where.paragraph);
    number(static_cast<std::size_t>(where.kind));
    number(static_cast<std::size_t>(where.outcome));
    text(where.mention);
    text(where.text);
  }
  /// With no more memory than it needs.
  std::string exactly() const { return std::string(std::string_view(packed_)); }

 private:
  std::string packed_;
};

/// Reads what a Packer wrote, in the same order.
class Unpacker {
 public:
  explicit Unpacker(std::string_view packed) : packed_(packed) {}

  std::uint32_t number() {
    std::uint32_t value = 0;
    std::memcpy(&value, packed_.data() + at_, sizeof value);
    at_ += sizeof value;
    return value;
  }
  std::string text() {
    const std::size_t size = number();
    at_ += size;
    return std::string(packed_.substr(at_ - size, size));
  }
  /// `paper`: what is the same for all passages of its paper.
  Cited passage(const Cited& paper) {
    Cited made = paper;
    made.item = text();
    made.number = text();
    made.title = text();
    made.page = static_cast<int>(number());
    made.scanned = number() != 0;
    made.paragraph = text();
    made.kind = static_cast<schema::PassageKind>(number());
    made.outcome = static_cast<schema::Outcome>(number());
    made.mention = text();
    made.text = text();
    return made;
  }

 private:
  std::string_view packed_;
  std::size_t at_ = 0;
};

}  // namespace

std::uint32_t PackedActions::paper_number(const Cited& where) {
  const auto [at, fresh] = numbers_.try_emplace(where.paper, static_cast<std::uint32_t>(papers_.size()));
  if (fresh) {
    Cited paper;
    paper.council = where.council;
    paper.council_name = where.council_name;
    paper.committee = where.committee;
    paper.date = where.date;
    paper.paper = where.paper;
    paper.paper_kind = where.paper_kind;
    paper.paper_title = where.paper_title;
    paper.source = where.source;
    paper.url = where.url;
    papers_.push_back(std::move(paper));
  }
  return at->second;
}

void PackedActions::add(const Action& action) {
  Packer packer;
  // Mostly it is the passage.
  const bool own_text = action.text != action.where.text;
  packer.number(own_text);
  if (own_text) packer.text(action.text);
  packer.text(action.addressee);
  packer.text(action.due.words);
  packer.text(action.due.date);
  packer.passage(action.where);
  packer.number(action.also.size());
  for (const Cited& one : action.also) packer.passage(one);
  Entry entry;
  entry.bytes = packer.exactly();
  entry.paper = paper_number(action.where);
  entry.asked = action.asked;
  entry.said = action.said;
  entries_.push_back(std::move(entry));
}

void PackedActions::settle(std::size_t at, Trace trace, const std::optional<AnswerEvidence>& answer,
                           const schema::Date& searched_until) {
  Entry& entry = entries_[at];
  entry.trace = trace;
  entry.searched_until = searched_until;
  if (!answer) return;
  Packer packer;
  packer.number(answer->in_title);
  packer.number(answer->says_so);
  packer.number(answer->words.size());
  for (const std::string& word : answer->words) packer.text(word);
  packer.passage(answer->where);
  entry.answer = packer.exactly();
  entry.answer_paper = paper_number(answer->where);
}

bool PackedActions::before(std::size_t a, std::size_t b) const {
  const Cited& one = papers_[entries_[a].paper];
  const Cited& two = papers_[entries_[b].paper];
  return std::tie(two.date, one.council_name, one.committee) < std::tie(one.date, two.council_name, two.committee);
}

Action PackedActions::take(std::size_t at) {
  Entry& entry = entries_[at];
  const Cited& paper = papers_[entry.paper];
  const std::string bytes = std::exchange(entry.bytes, {});
  const std::string answer = std::exchange(entry.answer, {});
  Unpacker packed(bytes);
  Action made;
  made.asked = entry.asked;
  made.said = entry.said;
  made.trace = entry.trace;
  made.searched_until = entry.searched_until;
  const bool own_text = packed.number() != 0;
  if (own_text) made.text = packed.text();
  made.addressee = packed.text();
  made.due.words = packed.text();
  made.due.date = packed.text();
  made.where = packed.passage(paper);
  if (!own_text) made.text = made.where.text;
  made.also.resize(packed.number());
  for (Cited& one : made.also) one = packed.passage(paper);
  if (answer.empty()) return made;
  Unpacker evidence(answer);
  AnswerEvidence& found = made.answer.emplace();
  found.in_title = evidence.number() != 0;
  found.says_so = evidence.number() != 0;
  found.words.resize(evidence.number());
  for (std::string& word : found.words) word = evidence.text();
  found.where = evidence.passage(papers_[entry.answer_paper]);
  return made;
}

}  // namespace minutebook::query
