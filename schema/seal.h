// The seal of a small JSON file of the index: a checksum of all else in it. A digit that has changed on disk still
// reads as a number; only the seal tells. Knows nothing of what the file says.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace minutebook::schema {

/// The object as text, with its seal as the last member.
std::string sealed(nlohmann::ordered_json object, int indent = -1);

/// Throws Error (unreadable) naming `path` if `object` is not what was sealed. One without a seal, which an earlier
/// program has written, passes.
void check_seal(nlohmann::ordered_json object, const std::string& path);

}  // namespace minutebook::schema
