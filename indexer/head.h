// The beginnings of papers: how minutes, agendas and reports open, and what body and day they name there.
// Knows nothing of packs or of items.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/blocks.h"
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

/// The paper that begins with, or a little above, block `at`, if that block opens one: minutes ("At a meeting of …"), an agenda, a report under the name
/// of its body and the day. `from`: blocks before it belong to an earlier paper.
std::optional<Head> head_at(const std::vector<Block>& blocks, std::size_t at, std::size_t from);

/// A block that is the name of a body and nothing else: "Children and Young People Scrutiny Committee".
bool is_body_name(std::string_view text);
/// A letterhead: "Northvale County Council", "London Borough of Westmarsh".
bool names_a_council(std::string_view text);
/// The name without the day, the place or the words around it.
std::string body_name_in(std::string_view text);
/// A block that is a date, perhaps with weekday and time, and nothing else.
std::optional<schema::Date> only_date(std::string_view text);

}  // namespace minutebook::indexer
