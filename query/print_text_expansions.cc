#include "query/print_text_expansions.h"

#include <algorithm>

#include "query/text_layout.h"

namespace minutebook::query {

namespace {

// Labels shown with what they bring; the others are told in one sum.
constexpr std::size_t labels_shown = 8;

void append(std::string& list, const std::string& text) {
  if (!list.empty()) list += ", ";
  list += text;
}

std::string listed(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) append(list, text);
  return list;
}

std::string mined_line(const ShownExpansion& one) {
  const std::string meaning = one.to.empty() ? std::string() : one.to.front();
  const std::string where = counted(one.papers, "paper") + (one.papers == 1 ? " says" : " say");
  if (one.applied)
    return one.of + " also means: " + meaning + ", as " + where + " (adds " + counted(one.items, "item") + ")";
  return one.of + " may mean: " + meaning + ", as " + where + "; papers differ, so it was not added (it would add " +
         counted(one.items, "item") + ")";
}

/// "by label: EHCP 12, EHC plan adds 3 …": the labels that add something, after the one typed.
std::string label_line(const ShownExpansion& one) {
  std::string line;
  std::size_t shown = 0;
  std::size_t more = 0;
  const bool alone =
      std::all_of(one.labels.begin(), one.labels.end(), [](const ShownLabel& label) { return label.adds == 0; });
  if (alone) return line;
  for (const ShownLabel& label : one.labels) {
    const std::string name = label.label.empty() ? "misspellings" : label.label;
    if (label.left_out) continue;
    if (label.typed) {
      append(line, name + " " + with_commas(label.items));
    } else if (label.adds > 0 && shown++ < labels_shown) {
      append(line, name + " adds " + with_commas(label.adds));
    } else if (label.adds > 0) {
      ++more;
    }
  }
  if (more > 0) append(line, "and " + counted(more, "label") + " more");
  return line;
}

std::string left_out_line(const ShownExpansion& one) {
  std::string line;
  for (const ShownLabel& label : one.labels) {
    if (label.left_out && label.adds > 0 && !label.label.empty())
      append(line, label.label + " (" + counted(label.adds, "item") + ")");
  }
  return line;
}

}  // namespace

std::vector<std::string> expansion_lines(const ShownExpansion& one) {
  if (one.mined) return {mined_line(one)};
  if (one.spelling) return {one.of + ": also written " + listed(one.to) + " (adds " + counted(one.items, "item") + ")"};
  // A label whose other spellings differ only by an ending has nothing more to show.
  const std::string means = one.to.empty() ? " in any spelling" : " also means: " + listed(one.to);
  std::vector<std::string> lines = {one.of + means + " (" + counted(one.items, "item") + ")"};
  if (const std::string labels = label_line(one); !labels.empty()) lines.push_back("  by label: " + labels);
  if (const std::string out = left_out_line(one); !out.empty()) lines.push_back("  left out: " + out);
  return lines;
}

}  // namespace minutebook::query
