#include "indexer/attendance_entries.h"

#include <algorithm>
#include <array>

#include "indexer/attendance_names.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

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
  const bool capitals =
      initials.size() >= 2 && initials.size() <= 4 && std::all_of(initials.begin(), initials.end(), is_capital);
  const std::string_view next = rest.substr(0, rest.find(' '));
  const bool post = std::find(posts.begin(), posts.end(), lower(next)) != posts.end();
  return capitals && !post && !rest.empty() && is_capital(rest[0]) && word_count(rest) >= 2;
}

/// "A", "A.", "J.R.": letters before a surname.
bool is_initial(std::string_view word) {
  if (word.size() == 1) return is_capital(word[0]);
  if (word.empty() || word.size() > 6 || word.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < word.size(); i += 2) {
    if (!is_capital(word[i]) || word[i + 1] != '.') return false;
  }
  return true;
}

/// "Holt", "O'Neil", "HOLT": a word with a capital that is neither an initial nor one of an office.
bool is_surname(std::string_view word) {
  return word.size() >= 3 && !is_initial(word) &&
         (is_capital(word[0]) || static_cast<unsigned char>(word[0]) >= 0xC3) && !begins_office(word) &&
         word.find_first_of("0123456789(:/&") == std::string_view::npos;
}

/// Where the second person of "J Holt M Reid" begins, in the words of an entry: initials and a surname, then initials
/// once more, and so on to the end. Anything else may be one person: nothing is parted then.
std::vector<std::size_t> initials_behind_surnames(const std::vector<std::string_view>& words) {
  std::vector<std::size_t> begins;
  std::size_t at = 0;
  while (at < words.size() && begins_title(words[at])) ++at;
  while (at < words.size()) {
    if (!is_initial(words[at])) return {};
    begins.push_back(at);
    while (at < words.size() && is_initial(words[at])) ++at;
    if (at == words.size()) return {};  // "Holt J"
    while (at < words.size() && is_surname(words[at])) ++at;
    if (!is_surname(words[at - 1])) return {};
  }
  if (!begins.empty()) begins.erase(begins.begin());
  return begins;
}

/// "Mr A Holt", "J Holt": a person's name, so that a title behind it begins another one.
bool is_whole_name(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  return words.size() >= 3 || (words.size() == 2 && is_initial(words[0]) && is_surname(words[1]));
}

/// Adds an entry, or the people that stand in it with nothing between them.
void add_entry(std::string_view entry, const std::string& separator, std::vector<NameEntry>& entries) {
  const std::vector<std::string_view> words = words_of(entry);
  std::string before = separator;
  std::size_t from = 0;
  for (const std::size_t word : initials_behind_surnames(words)) {
    const std::size_t to = static_cast<std::size_t>(words[word].data() - entry.data());
    entries.push_back({std::string(trim(entry.substr(from, to - from))), before});
    before = "; ";
    from = to;
  }
  entries.push_back({std::string(trim(entry.substr(from))), before});
}

}  // namespace

std::vector<NameEntry> name_entries(std::string_view text) {
  std::vector<NameEntry> entries;
  std::string one;
  std::string separator;
  int depth = 0;
  const auto close = [&](std::string_view next) {
    if (!trim(one).empty()) {
      add_entry(trim(one), separator, entries);
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
                       begins_word(rest, "cllrs") || begins_word(rest, "cllr") || (person && is_whole_name(one));
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
