// The beginnings of papers: how minutes, agendas and reports open, and what body and day they name there.
// Knows nothing of packs or of items.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/blocks.h"
#include "indexer/body_names.h"
#include "schema/paper.h"

namespace minutebook::indexer {

/// What the first blocks of a paper say. Empty fields are not stated there.
struct Head {
  schema::PaperKind kind = schema::PaperKind::other;
  std::size_t begin = 0;  ///< first block of the paper
  std::size_t body = 0;   ///< first block behind the head
  std::string committee;
  std::string title;
  schema::Date date;
};

/// The paper that begins with, or a little above, block `at`, if that block opens one: minutes ("At a meeting of …"),
/// an agenda, a report under the name of its body and the day. `from`: blocks before it belong to an earlier paper.
std::optional<Head> head_at(const std::vector<Block>& blocks, std::size_t at, std::size_t from);

}  // namespace minutebook::indexer
