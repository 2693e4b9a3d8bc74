#include "indexer/hash.h"

#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <system_error>

#include "schema/digest.h"
#include "schema/error.h"

namespace minutebook::indexer {
namespace {

using schema::Error;
using schema::ErrorCode;

constexpr std::size_t piece_bytes = 1 << 17;
constexpr std::size_t id_characters = 12;

void require(bool done) {
  if (!done)
    throw Error(ErrorCode::unreadable, "SHA-256 is not available", "check the OpenSSL configuration of this machine");
}

}  // namespace

std::string sha256_of_file(int descriptor) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  require(context && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1);
  const auto piece = std::make_unique_for_overwrite<std::array<char, piece_bytes>>();
  off_t offset = 0;
  while (true) {
    const ssize_t got = ::pread(descriptor, piece->data(), piece->size(), offset);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw Error(ErrorCode::unreadable, "cannot be read: " + std::generic_category().message(errno));
    if (got == 0) break;
    require(EVP_DigestUpdate(context.get(), piece->data(), static_cast<std::size_t>(got)) == 1);
    offset += got;
  }
  schema::Sha256 digest{};
  require(EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) == 1);
  return schema::hex(digest);
}

std::string source_id(std::string_view absolute_path) {
  return schema::base32(schema::sha256(absolute_path), id_characters);
}

}  // namespace minutebook::indexer
