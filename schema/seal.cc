#include "schema/seal.h"

#include <nlohmann/json.hpp>

#include "schema/digest.h"
#include "schema/shard_format.h"

namespace minutebook::schema {
namespace {

constexpr const char* seal_name = "seal";

std::string seal_of(const nlohmann::ordered_json& object) {
  return hex(sha256(object.dump()));
}

}  // namespace

std::string sealed(nlohmann::ordered_json object, int indent) {
  object[seal_name] = seal_of(object);
  return object.dump(indent) + "\n";
}

void check_seal(nlohmann::ordered_json object, const std::string& path) {
  const auto seal = object.find(seal_name);
  if (seal == object.end()) return;
  const nlohmann::ordered_json written = *seal;
  object.erase(seal);
  if (written != seal_of(object)) throw_damaged(path, "it does not hold what was written");
}

}  // namespace minutebook::schema
