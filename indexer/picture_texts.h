// What was read from the pictures of pages, kept in the index folder so that no page is ever read so twice.
// Knows nothing of how pictures are read, nor of papers.
#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace minutebook::indexer {

/// One file a page: ocr/<hash of the document>-<page>-<version of the program>.
class PictureTexts {
 public:
  /// `index_folder` empty: nothing is kept.
  explicit PictureTexts(const std::string& index_folder);

  /// The lines of a page, nullopt: it was not read yet, or by another version. Throws Error (unreadable).
  std::optional<std::vector<std::string>> find(const std::string& sha256, int page) const;
  /// Several threads may keep pages of different documents. Throws Error (unreadable).
  void keep(const std::string& sha256, int page, const std::vector<std::string>& lines) const;
  /// Drops the pages of documents that are not in `documents`, and those of other versions.
  void sweep(const std::unordered_set<std::string>& documents) const;

 private:
  std::string path_of(const std::string& sha256, int page) const;
  std::string folder_;
};

}  // namespace minutebook::indexer
