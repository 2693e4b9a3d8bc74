#include "indexer/withdrawn.h"

namespace minutebook::indexer {
namespace {

const std::string again = "again\t";
const std::string with_paper = "\t=";

bool is_again(const std::string& entry) {
  return entry.starts_with(again);
}
bool is_path(const std::string& entry) {
  return entry.starts_with('/');
}

}  // namespace

Withdrawn::Withdrawn(const std::vector<std::string>& entries) : entries_(entries.begin(), entries.end()) {}

std::string Withdrawn::source_entry(const std::string& path) const {
  for (std::size_t end = path.size(); end != std::string::npos && end > 0; end = path.rfind('/', end - 1)) {
    const std::string above = path.substr(0, end);
    if (entries_.contains(above)) return above;
  }
  return {};
}

bool Withdrawn::keeps_out_paper(const std::string& id) const {
  const auto found = entries_.lower_bound(id + "\t");
  return found != entries_.end() && found->starts_with(id + "\t");
}

bool Withdrawn::must_read_again(const std::string& path) const {
  return entries_.contains(again + path);
}

bool Withdrawn::restore_source(const std::string& path) {
  if (entries_.erase(path) == 0) return false;
  std::vector<std::string> papers;
  std::erase_if(entries_, [&](const std::string& entry) {
    if (is_path(entry) || is_again(entry)) return false;
    const std::string source = entry.substr(entry.find('\t') + 1);
    const bool below = source == path || source.starts_with(path + "/");
    if (below) papers.push_back(entry.substr(0, entry.find('\t')));
    return below;
  });
  for (const std::string& paper : papers) restore_copies_of(paper);
  return true;
}

bool Withdrawn::restore_paper(const std::string& id) {
  const auto found = entries_.lower_bound(id + "\t");
  if (found == entries_.end() || !found->starts_with(id + "\t")) return false;
  const std::string source = found->substr(id.size() + 1);
  entries_.erase(found);
  // A copy that was withdrawn with its paper: its source is noted to be read again already.
  if (is_path(source)) entries_.insert(again + source);
  restore_copies_of(id);
  return true;
}

void Withdrawn::add_copy(const std::string& id, const std::string& of, const std::string& source) {
  entries_.insert(id + with_paper + of);
  entries_.insert(again + source);
}

void Withdrawn::restore_copies_of(const std::string& id) {
  std::erase_if(entries_, [&](const std::string& entry) { return entry.ends_with(with_paper + id); });
}

void Withdrawn::was_read(const std::string& path) {
  entries_.erase(again + path);
}

std::vector<std::string> Withdrawn::names() const {
  std::vector<std::string> names;
  for (const std::string& entry : entries_) {
    if (!is_again(entry)) names.push_back(is_path(entry) ? entry : entry.substr(0, entry.find('\t')));
  }
  return names;
}

}  // namespace minutebook::indexer
