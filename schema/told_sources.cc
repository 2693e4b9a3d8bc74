#include "schema/told_sources.h"

#include <algorithm>
#include <optional>

namespace minutebook::schema {
namespace {

std::string_view folder_of(std::string_view path) {
  return path.substr(0, path.rfind('/') == path.npos ? 0 : path.rfind('/'));
}

/// The folder that both have in common: "/a/b", "/a/bc" -> "/a".
std::string_view shared_folder(std::string_view a, std::string_view b) {
  const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto same = static_cast<std::size_t>(differ.first - a.begin());
  const bool whole = (same == a.size() || a[same] == '/') && (same == b.size() || b[same] == '/');
  return whole ? a.substr(0, same) : folder_of(a.substr(0, same));
}

/// Where an absolute path begins: at a "/" that no word runs up to.
std::size_t find_path(std::string_view sentence, std::size_t from) {
  for (std::size_t at = sentence.find('/', from); at != sentence.npos; at = sentence.find('/', at + 1)) {
    if (at == 0 || std::string_view(" \"'(").find(sentence[at - 1]) != std::string_view::npos) return at;
  }
  return sentence.npos;
}

}  // namespace

std::string common_folder(const Index& index) {
  std::optional<std::string_view> common;
  for (const ShardState& state : index.shards) {
    for (const SourceRow& source : state.shard->sources()) {
      const std::string_view folder = folder_of(source.path);
      common = common ? shared_folder(*common, folder) : folder;
    }
  }
  if (!common) return {};
  return common->empty() ? "/" : std::string(*common);
}

std::string_view told_end(const Index& index, std::string_view path) {
  const std::string& hidden = index.hidden_folder;
  if (hidden.empty()) return path;
  const bool below =
      hidden != "/" && path.size() > hidden.size() && path.starts_with(hidden) && path[hidden.size()] == '/';
  const std::size_t slash = below ? hidden.size() : path.rfind('/');
  return slash == path.npos ? path : path.substr(slash);
}

std::string_view told_path(const Index& index, std::string_view path) {
  std::string_view end = told_end(index, path);
  if (!index.hidden_folder.empty() && end.starts_with('/')) end.remove_prefix(1);
  return end;
}

std::string_view told_url(const Index& index, std::string_view url) {
  const bool web = url.starts_with("http://") || url.starts_with("https://");
  return index.hidden_folder.empty() || web ? url : std::string_view();
}

std::string told_sentence(const Index& index, std::string sentence) {
  const std::string& hidden = index.hidden_folder;
  if (hidden.empty()) return sentence;
  const std::string below = hidden == "/" ? hidden : hidden + "/";
  if (hidden != "/") {
    for (std::size_t at = sentence.find(below); at != sentence.npos; at = sentence.find(below, at))
      sentence.erase(at, below.size());
    return sentence;
  }
  // Folders may have spaces in their names: the last "/" is taken for the end of the path.
  const std::size_t begin = find_path(sentence, 0);
  if (begin != sentence.npos) sentence.erase(begin, sentence.rfind('/') + 1 - begin);
  return sentence;
}

}  // namespace minutebook::schema
