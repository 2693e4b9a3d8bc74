// Telling passages of an item that have the same words from each other, by their order: what makes their ids differ.
// Knows the layout of schema/shard_forward.h; knows nothing of text or queries.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook::schema {

/// `item`: its record in the forward file; `path` names the file in errors. For each passage of `wanted` (numbers, in
/// any order): how many passages of the item have its words, up to and with itself; so 1 for all but repeated ones.
std::vector<std::uint32_t> occurrences(std::string_view item, const std::string& path,
                                       std::span<const std::size_t> wanted);

}  // namespace minutebook::schema
