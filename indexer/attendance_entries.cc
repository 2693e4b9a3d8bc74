#include "indexer/attendance_entries.h"

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
    const bool title = begins_word(rest, "councillor") || begins_word(rest, "councillors") || begins_word(rest, "cllr");
    const bool level = lower(trim(one)) == "county" || lower(trim(one)) == "the" || lower(trim(one)).ends_with(":");
    if (depth <= 0 && (text[i] == ',' || text[i] == ';' || text[i] == '\t')) {
      close(text[i] == ';' ? "; " : ", ");
    } else if (depth <= 0 && joint > 0) {
      close(" and ");
      i += joint - 1;
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
