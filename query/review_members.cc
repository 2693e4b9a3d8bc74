#include "query/review_members.h"

#include <algorithm>
#include <array>

namespace minutebook::query {

namespace {

constexpr auto titles = std::to_array<std::string_view>(
    {"councillor", "councillors", "cllr", "cllrs", "alderman", "mr", "mrs", "miss", "ms", "dr", "canon", "revd"});
constexpr auto says_members = std::to_array<std::string_view>(
    {"member|members of the task|working|review|study|topic|group|panel|spotlight", "its|the member|members were|are",
     "members were|are", "membership", "comprised", "consisted of", "volunteered to serve|join",
     "agreed to attend|serve|"
     "join|sit",
     "carried out by councillor|councillors|cllr", "undertaken by councillor|councillors|cllr",
     "with councillor|councillors|cllr|cllrs", "appointed to the task|working|review|group"});

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_title(const PassageWord& word) {
  return contains(titles, word.folded);
}

/// Reads names from word `at` on: capitals, initials and bracketed roles, parted by commas and "and".
class NameList {
 public:
  NameList(const PassageWords& passage, std::size_t at, std::size_t end) : passage_(passage), at_(at), end_(end) {}

  std::vector<std::string> read() {
    while (at_ < end_) {
      const PassageWord& word = passage_.words[at_];
      if (word.sign == ',' || word.sign == ':' || word.folded == "and" || is_title(word)) flush();
      if (word.sign == '(' && !name_.empty()) {
        read_role();
        continue;
      }
      if (word.folded == "and" || word.folded == "with" || is_title(word)) {
        ++at_;
        continue;
      }
      if (!word.capital || word.sign == '"' || word.sign == '-') break;
      if (name_.empty()) name_.first = at_;
      name_.end = ++at_;
    }
    flush();
    return std::move(names_);
  }

 private:
  /// "(Chair)"
  void read_role() {
    std::size_t end = at_ + 1;
    while (end < end_ && end - at_ < 4 && passage_.words[end].sign == 0) ++end;
    const std::string role = passage_.written({at_, end});
    names_.push_back(passage_.written(name_) + " (" + role + ")");
    name_ = {};
    at_ = end;
  }

  void flush() {
    constexpr std::size_t longest = 5;
    if (!name_.empty() && name_.end - name_.first <= longest) names_.push_back(passage_.written(name_));
    name_ = {};
  }

  const PassageWords& passage_;
  std::size_t at_;
  std::size_t end_;
  WordRange name_;
  std::vector<std::string> names_;
};

/// A line that is nothing but a name, with or without a role in brackets.
bool is_name_line(const PassageWords& line) {
  if (line.words.empty() || line.words.size() > 6) return false;
  std::size_t capitals = 0;
  bool bracket = false;
  for (const PassageWord& word : line.words) {
    bracket = bracket || word.sign == '(';
    if (word.folded.find_first_of("0123456789") != std::string_view::npos) return false;
    if (!word.capital && !bracket) return false;
    if (word.capital && !bracket) ++capitals;
  }
  return capitals >= 2 && capitals <= 4;
}

bool opens_list(const PassageWords& line) {
  constexpr std::size_t longest = 6;
  if (line.words.empty() || line.words.size() > longest) return false;
  const std::string_view last = line.words.back().folded;
  return contains(std::to_array<std::string_view>({"councillors", "members", "membership"}), last) ||
         line.words.front().folded == "members" || line.words.front().folded == "membership";
}

}  // namespace

std::vector<std::string> members_in(const PassageWords& passage) {
  for (std::size_t at = 0; at < passage.words.size(); ++at) {
    const WordRange sentence = passage.sentence_of(at);
    if (at != sentence.first) continue;
    if (!has_any(passage, says_members, sentence)) continue;
    const auto* const words = passage.words.data();
    const auto* const title = std::find_if(words + sentence.first, words + sentence.end, is_title);
    if (title == words + sentence.end) continue;
    // One name alone is as often that of somebody who spoke.
    std::vector<std::string> names = NameList(passage, static_cast<std::size_t>(title - words), sentence.end).read();
    if (names.size() > 1) return names;
  }
  return {};
}

MemberList members_on_front(const schema::Item& front, PassageReader& reader) {
  MemberList list;
  bool open = false;
  for (std::size_t i = 0; i < front.passages.size(); ++i) {
    const PassageWords line = reader.read(front.passages[i].text);
    if (open && is_name_line(line)) {
      list.names.push_back(front.passages[i].text);
      continue;
    }
    if (list.names.size() > 1) break;
    list.names.clear();
    open = opens_list(line);
    if (open) list.lead = i;
  }
  if (list.names.size() < 2) list.names.clear();
  return list;
}

}  // namespace minutebook::query
