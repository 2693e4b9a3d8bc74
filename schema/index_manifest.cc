#include "schema/index_manifest.h"

#include <charconv>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "schema/analysis.h"
#include "schema/error.h"
#include "schema/file.h"
#include "schema/seal.h"
#include "schema/shard_format.h"
#include "schema/version.h"

namespace minutebook::schema {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view format_name = "minutebook-index";

void check_version(const Json& json, const std::string& path) {
  if (json.at("format") != format_name) throw_damaged(path, "it is not the manifest of an index");
  const int version = json.at("version");
  if (version == index_version) return;
  throw Error(
      ErrorCode::unreadable,
      path + " is of index version " + std::to_string(version) + "; this program (" + program_version +
          ") reads version " + std::to_string(index_version),
      "index the sources again into a new folder with this program, or read this one with the program that wrote it");
}

// Names of files are bytes, JSON is UTF-8: what is not, is written as a list of its bytes.
Json name_to_json(const std::string& name) {
  if (valid_utf8(name)) return name;
  return std::vector<std::uint8_t>(name.begin(), name.end());
}

std::string name_from(const Json& json) {
  if (json.is_string()) return json;
  const auto bytes = json.get<std::vector<std::uint8_t>>();
  return std::string(bytes.begin(), bytes.end());
}

ManifestShard shard_from(const Json& json) {
  ManifestShard shard{json.at("name"),        json.at("items"),        json.at("papers"),
                      json.at("dead_papers"), json.at("dead_sources"), {}};
  for (const Json& copy : json.at("copies")) shard.copies.push_back({copy.at(0), copy.at(1), copy.at(2)});
  return shard;
}

Json to_json(const ManifestShard& shard) {
  Json copies = Json::array();
  for (const PaperCopy& copy : shard.copies) copies.push_back(Json::array({copy.paper, copy.of, copy.differing}));
  return {{"name", shard.name},
          {"items", shard.items},
          {"papers", shard.papers},
          {"dead_papers", shard.dead_papers},
          {"dead_sources", shard.dead_sources},
          {"copies", std::move(copies)}};
}

}  // namespace

std::uint64_t published_revision(const IndexPaths& paths) {
  if (!std::filesystem::exists(paths.current())) return 0;
  const std::string text = read_file(paths.current());
  std::uint64_t revision = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), revision);
  const bool sound =
      error == std::errc() && std::string_view(end, static_cast<std::size_t>(text.data() + text.size() - end)) == "\n";
  if (!sound || revision == 0) throw_damaged(paths.current(), "it does not hold the number of a generation");
  return revision;
}

Manifest read_manifest(const IndexPaths& paths, std::uint64_t revision) {
  const std::string path = paths.manifest(revision);
  try {
    const Json json = Json::parse(read_file(path));
    check_version(json, path);
    check_seal(json, path);
    Manifest manifest;
    manifest.revision = json.at("revision");
    manifest.created = json.at("created");
    for (const Json& shard : json.at("shards")) manifest.shards.push_back(shard_from(shard));
    for (const Json& name : json.at("removed")) manifest.removed.push_back(name_from(name));
    manifest.vocabulary = json.at("vocabulary");
    manifest.own_vocabulary = json.at("own_vocabulary");
    manifest.councils = json.at("councils");
    if (manifest.revision != revision) throw_damaged(path, "it is the manifest of another generation");
    return manifest;
  } catch (const Json::exception&) {
    throw_damaged(path, "it is not the manifest of an index");
  }
}

void write_manifest(const IndexPaths& paths, const Manifest& manifest) {
  Json shards = Json::array();
  for (const ManifestShard& shard : manifest.shards) shards.push_back(to_json(shard));
  Json removed = Json::array();
  for (const std::string& name : manifest.removed) removed.push_back(name_to_json(name));
  const Json json = {{"format", format_name},
                     {"version", index_version},
                     {"revision", manifest.revision},
                     {"created", manifest.created},
                     {"shards", shards},
                     {"removed", removed},
                     {"vocabulary", manifest.vocabulary},
                     {"own_vocabulary", manifest.own_vocabulary},
                     {"councils", manifest.councils}};
  replace_file(paths.manifest(manifest.revision), sealed(json));
}

void publish_revision(const IndexPaths& paths, std::uint64_t revision) {
  replace_file(paths.current(), std::to_string(revision) + "\n");
}

}  // namespace minutebook::schema
