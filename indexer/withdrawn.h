// The list of what is kept out of an index until it is restored: sources and folders by path, papers by id.
// Knows nothing of the index itself, which only stores the list.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace minutebook::indexer {

class Withdrawn {
 public:
  /// As stored: "/path", "paper-id\tpath of its source", "paper-id\t=id" (with the paper of that id, of which it is a
  /// copy), "again\tpath" (something of it was restored or withdrawn with another: it must be read again).
  explicit Withdrawn(const std::vector<std::string>& entries);

  /// The entry that keeps the source out: its path or a folder above it; empty if none does.
  std::string source_entry(const std::string& path) const;
  bool keeps_out_paper(const std::string& id) const;
  bool must_read_again(const std::string& path) const;

  void add_source(const std::string& path) { entries_.insert(path); }
  void add_paper(const std::string& id, const std::string& source) { entries_.insert(id + "\t" + source); }
  /// A copy of a paper that is withdrawn; its source is read again by the next run.
  void add_copy(const std::string& id, const std::string& of, const std::string& source);
  /// The path, and the papers that were withdrawn with it. False: it was not withdrawn.
  bool restore_source(const std::string& path);
  /// False: no such paper was withdrawn.
  bool restore_paper(const std::string& id);
  /// The source was read.
  void was_read(const std::string& path);

  /// To be stored; ordered.
  std::vector<std::string> entries() const { return {entries_.begin(), entries_.end()}; }
  /// What users are shown: paths and paper ids.
  std::vector<std::string> names() const;

 private:
  void restore_copies_of(const std::string& id);

  std::set<std::string> entries_;
};

}  // namespace minutebook::indexer
