// SHA-256 and the short printable forms of it that ids are made of.
// Knows nothing of papers or files.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace minutebook::schema {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);
/// 64 hexadecimal digits, lower case.
std::string hex(const Sha256& digest);
/// The first 5 * `characters` bits in base32 (RFC 4648, lower case). At most 51 characters.
std::string base32(const Sha256& digest, std::size_t characters);

}  // namespace minutebook::schema
