#include "indexer/source_status.h"

#include "indexer/extract/page_ranges.h"

namespace minutebook::indexer {
namespace {

constexpr std::string_view same_as = " is the same as in ";
constexpr std::string_view paper_word = "paper ";
constexpr std::string_view is_withdrawn = " is withdrawn";
constexpr std::string_view unread =
    " not read in full: pictures, or text in fonts that tell no characters; --ocr reads them";

}  // namespace

std::string copy_note(std::string_view what, std::string_view path) {
  return std::string(what).append(same_as).append(path);
}

std::optional<std::string> copied_from(std::string_view note) {
  const std::size_t at = note.find(same_as);
  if (at == note.npos) return std::nullopt;
  return std::string(note.substr(at + same_as.size()));
}

std::string withdrawn_note(std::string_view paper_id) {
  return std::string(paper_word).append(paper_id).append(is_withdrawn);
}

std::optional<std::string> withdrawn_in(std::string_view note) {
  if (!note.starts_with(paper_word) || !note.ends_with(is_withdrawn)) return std::nullopt;
  note.remove_prefix(paper_word.size());
  note.remove_suffix(is_withdrawn.size());
  return std::string(note);
}

std::string unread_note(const std::vector<int>& pages) {
  return page_ranges(pages) + (pages.size() == 1 ? " was" : " were") + std::string(unread);
}

std::vector<std::string> copied_from(const schema::SourceRow& row) {
  std::vector<std::string> paths;
  if (std::optional<std::string> path = copied_from(std::string_view(row.reason))) paths.push_back(std::move(*path));
  for (const std::string& warning : row.warnings) {
    if (std::optional<std::string> path = copied_from(std::string_view(warning))) paths.push_back(std::move(*path));
  }
  return paths;
}

}  // namespace minutebook::indexer
