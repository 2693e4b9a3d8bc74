// A paper as answers name it: where it stands, and where else the same work does.
// Knows nothing of items or of how it was found. Not installed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/paper.h"

namespace minutebook::query {

/// Another place of the same work.
struct CopyView {
  std::string source;
  std::string url;    ///< empty: none known
  std::string paper;  ///< id of the paper there, for `show`; empty: the whole source is the same, byte for byte
  int page = 0;       ///< where it begins; 0: the source has no pages
  std::uint32_t differing = 0;  ///< passages there that the paper shown has not in these words
};

/// The paper an item stands in.
struct PaperView {
  std::string id;
  schema::PaperKind kind = schema::PaperKind::other;
  std::string title;
  std::string source;  ///< path as indexed
  std::string url;     ///< empty: none known
  int page = 0;        ///< where it begins in the source; 0: no pages
  schema::Language language = schema::Language::unknown;
  std::vector<std::string> copies;      ///< other sources of the same paper
  std::vector<CopyView> copies_detail;  ///< the same ones, by path
  std::string copy_of;  ///< id of the paper that is found in place of this one; empty: this is found itself
};

}  // namespace minutebook::query
