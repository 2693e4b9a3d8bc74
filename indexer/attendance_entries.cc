#include "indexer/attendance_entries.h"

#include <algorithm>
#include <array>

#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

/// Bytes of an "and" between blanks at the beginning of `text`, in English or Welsh; 0: there is none.
std::size_t joining_word(std::string_view text) {
  for (const std::string_view word : {" and ", " & ", " ac ", " a'r ", " a\xE2\x80\x99r "}) {
    if (text.starts_with(word)) return word.size();
  }
  return 0;
}

/// "Ann Holt (AH) CHAIR" before "Ben Reid (BR)": initials in brackets end a name, and a post in capitals behind them.
bool begins_after_initials(std::string_view one, std::string_view rest) {
  static constexpr std::array<std::string_view, 6> posts = {"chair", "chairman",   "clerk",
                                                            "rfo",   "vice-chair", "treasurer"};
  one = trim(one);
  const std::size_t last = one.find_last_of(' ');
  if (last != std::string_view::npos &&
      std::find(posts.begin(), posts.end(), lower(one.substr(last + 1))) != posts.end())
    one = trim(one.substr(0, last));
  const std::size_t open = one.find_last_of('(');
  if (!one.ends_with(')') || open == std::string_view::npos || word_count(one.substr(0, open)) < 2) return false;
  const std::string_view initials = one.substr(open + 1, one.size() - open - 2);
  const bool capitals = initials.size() >= 2 && initials.size() <= 4 &&
                        std::all_of(initials.begin(), initials.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const std::string_view next = rest.substr(0, rest.find(' '));
  const bool post = std::find(posts.begin(), posts.end(), lower(next)) != posts.end();
  return capitals && !post && !rest.empty() && rest[0] >= 'A' && rest[0] <= 'Z' && word_count(rest) >= 2;
}

}  // namespace

std::vector<NameEntry> name_entries(std::string_view text) {
  std::vector<NameEntry> entries;
  std::string one;
  std::string separator;
  int depth = 0;
  const auto close = [&](std::string_view next) {
    if (!trim(one).empty()) {
      entries.push_back({std::string(trim(one)), separator});
      separator = next;
    } else if (next == " and ") {
      separator = next;
    }
    one.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')') --depth;
    const std::string_view rest = text.substr(i);
    const std::size_t joint = joining_word(rest);
    const bool person = begins_word(rest, "mr") || begins_word(rest, "mrs") || begins_word(rest, "ms") ||
                        begins_word(rest, "miss") || begins_word(rest, "clr");
    const bool title = begins_word(rest, "councillor") || begins_word(rest, "councillors") ||
                       begins_word(rest, "cllrs") || begins_word(rest, "cllr") || (person && words_of(one).size() >= 3);
    const bool level = lower(trim(one)) == "county" || lower(trim(one)) == "the" || lower(trim(one)).ends_with(":");
    if (depth <= 0 && (text[i] == ',' || text[i] == ';' || text[i] == '\t')) {
      close(text[i] == ';' ? "; " : ", ");
    } else if (depth <= 0 && joint > 0) {
      close(" and ");
      i += joint - 1;
    } else if (depth <= 0 && i > 0 && text[i - 1] == ' ' && begins_after_initials(one, rest)) {
      close("; ");
      one += text[i];
    } else if (depth <= 0 && i > 0 && text[i - 1] == ' ' && title && !trim(one).empty() && !level) {
      close("; ");
      one += text[i];
    } else {
      one += text[i];
    }
  }
  close("");
  return entries;
}

}  // namespace minutebook::indexer
