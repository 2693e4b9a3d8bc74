#include "schema/digest.h"

#include <openssl/evp.h>

#include <algorithm>

#include "schema/error.h"

namespace minutebook::schema {

Sha256 sha256(std::string_view bytes) {
  Sha256 digest{};
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1) {
    throw Error(ErrorCode::unreadable, "SHA-256 is not available", "check the OpenSSL configuration of this machine");
  }
  return digest;
}

std::string hex(const Sha256& digest) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const std::uint8_t byte : digest) {
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
  }
  return out;
}

std::string base32(const Sha256& digest, std::size_t characters) {
  constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz234567";
  constexpr std::size_t most = 51;
  std::string out;
  for (std::size_t bit = 0; out.size() < std::min(characters, most); bit += 5) {
    const std::size_t byte = bit / 8;
    const unsigned next = byte + 1 < digest.size() ? digest[byte + 1] : 0U;
    const unsigned window = (static_cast<unsigned>(digest[byte]) << 8U) | next;
    out += alphabet[(window >> (11U - bit % 8)) & 0x1FU];
  }
  return out;
}

}  // namespace minutebook::schema
