#include "schema/shard_summary.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>

#include "schema/digest.h"
#include "schema/error.h"
#include "schema/file.h"
#include "schema/seal.h"
#include "schema/shard_format.h"
#include "schema/version.h"

namespace minutebook::schema {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::string_view format_name = "minutebook-shard";

std::string summary_path(const std::string& folder) {
  return folder + "/" + std::string(shard_summary_name);
}

Json parse_summary(const std::string& path) {
  try {
    Json json = Json::parse(read_file(path));
    if (json.at("format") != format_name) throw_damaged(path, "it does not begin like a file of an index");
    const int version = json.at("version");
    if (version == index_version) {
      check_seal(json, path);
      return json;
    }
    throw Error(ErrorCode::unreadable,
                path + " is of index version " + std::to_string(version) + "; this program reads version " +
                    std::to_string(index_version),
                "index the sources again into a new folder with this program");
  } catch (const Json::exception&) {
    throw_damaged(path, "it is not the list of a shard's files");
  }
}

void check_size(const std::string& path, std::uint64_t wanted) {
  std::error_code error;
  const std::uint64_t bytes = fs::file_size(path, error);
  if (error) throw_damaged(path, "it is missing");
  if (bytes != wanted) {
    throw_damaged(path, "it has " + std::to_string(bytes) + " bytes instead of " + std::to_string(wanted));
  }
}

std::string checksum(const std::string& path) {
  return hex(sha256(MappedFile(path).bytes()));
}

}  // namespace

void write_shard_summary(const std::string& folder, const ShardSummary& summary) {
  Json files = Json::object();
  Json checksums = Json::object();
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string name = fs::relative(entry.path(), folder).string();
    files[name] = entry.file_size();
    checksums[name] = checksum(entry.path().string());
  }
  const Json json = {{"format", format_name},    {"version", index_version}, {"items", summary.items},
                     {"papers", summary.papers}, {"files", files},           {"sha256", checksums}};
  replace_file(summary_path(folder), sealed(json, 1));
}

ShardSummary check_shard_summary(const std::string& folder) {
  const std::string path = summary_path(folder);
  const Json json = parse_summary(path);
  try {
    for (const auto& [name, bytes] : json.at("files").items()) check_size(folder + "/" + name, bytes);
    return {json.at("items"), json.at("papers")};
  } catch (const Json::exception&) {
    throw_damaged(path, "it is not the list of a shard's files");
  }
}

ShardChecksums compare_shard_checksums(const std::string& folder) {
  const std::string path = summary_path(folder);
  const Json json = parse_summary(path);
  ShardChecksums found;
  try {
    const Json checksums = json.value("sha256", Json::object());
    for (const auto& entry : json.at("files").items()) {
      const std::string file = folder + "/" + entry.key();
      const auto written = checksums.find(entry.key());
      if (written == checksums.end()) {
        found.unknown.push_back(file);
      } else if (*written != checksum(file)) {
        found.changed.push_back(file);
      }
    }
    return found;
  } catch (const Json::exception&) {
    throw_damaged(path, "it is not the list of a shard's files");
  }
}

}  // namespace minutebook::schema
