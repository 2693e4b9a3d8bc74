// Finding sources: the files of the given folders that may be papers, in order of their paths, and what could not be
// looked into. Knows nothing of contents or of the index.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace minutebook::indexer {

struct FoundSource {
  std::string path;     ///< absolute
  std::string root;     ///< the given folder it was found in, absolute; for a file given itself, its folder
  std::string problem;  ///< not empty: it cannot be read, and why
  bool operator==(const FoundSource&) const = default;
};

struct ScanResult {
  std::vector<FoundSource> sources;  ///< ordered by path, each path once
  std::uint64_t other_files = 0;     ///< not considered: their extension is not one of papers
  std::vector<std::string> notes;    ///< links to folders that were left out, and why
};

/// Walks folders; files given themselves are taken whatever their name. Hidden files and folders are passed over.
/// Folders are walked once: a symbolic link to a folder is followed unless its target was walked already (a loop, among
/// others). Whatever is neither a regular file nor a folder, and what cannot be read, becomes a source with a problem.
/// Throws Error (unreadable) if a path does not exist.
ScanResult scan_sources(const std::vector<std::string>& paths);

}  // namespace minutebook::indexer
