// Hashes of sources: of a file's content, and of its path, which is its id.
// Knows nothing of what is in the files.
#pragma once

#include <string>
#include <string_view>

namespace minutebook::indexer {

/// SHA-256 of an open file from its first byte, 64 hexadecimal digits; its offset stays where it is.
/// Throws Error (unreadable) with the reason, not the name.
std::string sha256_of_file(int descriptor);
/// Id of a source: 12 characters of the hash of its absolute path.
std::string source_id(std::string_view absolute_path);

}  // namespace minutebook::indexer
