#include "indexer/supplied_metadata.h"

#include <unistd.h>

#include <string_view>

#include "indexer/url_grammar.h"
#include "schema/digest.h"
#include "schema/error.h"
#include "schema/version.h"

namespace minutebook::indexer {
namespace {

void fill_if_empty(std::string& value, const std::string& other) {
  if (value.empty()) value = other;
}

template <typename Value>
void fill_if_empty(std::optional<Value>& value, const std::optional<Value>& other) {
  if (!value) value = other;
}

std::string printed(const std::optional<bool>& flag) {
  return flag ? (*flag ? "yes" : "no") : "";
}

}  // namespace

MetadataSupplier::MetadataSupplier(const MetadataOptions& options, const schema::CouncilRegistry& councils)
    : options_(options), councils_(councils) {
  if (!options.council.empty()) check_council(options.council, "--council");
  if (!options.base_url.empty() && schema::host_of_url(options.base_url).empty()) {
    throw schema::Error(schema::ErrorCode::usage, "--base-url: \"" + options.base_url + "\" is not a URL with a host",
                        "write it as https://example.org/papers/");
  }
  if (options.manifest.empty()) return;
  for (ManifestRow& row : read_manifest(options.manifest)) {
    if (!row.metadata.council.empty()) check_council(row.metadata.council, row.place);
    paths_.push_back(row.path);
    rows_.emplace(row.path, std::move(row));
  }
}

void MetadataSupplier::check_council(const std::string& council, const std::string& place) const {
  if (councils_.by_code(council) != nullptr || !councils_.by_name(council, {}).empty()) return;
  throw schema::Error(schema::ErrorCode::usage, place + ": no council \"" + council + "\" in the registry",
                      "give its name or code; councils can be added with --councils FILE");
}

std::string MetadataSupplier::url_of(const std::string& path, const std::string& root) const {
  if (options_.base_url.empty()) return {};
  const bool inside = path.size() > root.size() && path.starts_with(root) && (root == "/" || path[root.size()] == '/');
  const std::string relative =
      inside ? path.substr(root == "/" ? 1 : root.size() + 1) : path.substr(path.rfind('/') + 1);
  return options_.base_url + (options_.base_url.back() == '/' ? "" : "/") + percent_encoded_path(relative);
}

SuppliedMetadata MetadataSupplier::metadata_of(const std::string& path, const std::string& root) const {
  SuppliedMetadata metadata;
  if (const auto row = rows_.find(path); row != rows_.end()) metadata = row->second.metadata;
  fill_if_empty(metadata.council, options_.council);
  fill_if_empty(metadata.committee, options_.committee);
  fill_if_empty(metadata.url, url_of(path, root));
  if (metadata.url.empty()) return metadata;
  // The committee's name in a URL has lost its punctuation: source_reader.cc takes it where the paper itself states
  // none.
  const SuppliedMetadata stated = metadata_of_url(metadata.url);
  fill_if_empty(metadata.date, stated.date);
  fill_if_empty(metadata.kind, stated.kind);
  if (metadata.council.empty()) {
    // A host that several councils share names none of them.
    const auto hosts = councils_.by_host(schema::host_of_url(metadata.url), metadata.date.value_or(schema::Date{}));
    if (hosts.size() == 1) metadata.council = hosts.front()->code;
  }
  return metadata;
}

std::vector<std::string> MetadataSupplier::warnings() const {
  std::vector<std::string> warnings;
  for (const std::string& path : paths_) {
    if (::access(path.c_str(), F_OK) != 0) warnings.push_back(rows_.at(path).place + ": there is no file " + path);
  }
  return warnings;
}

std::string metadata_digest(const SuppliedMetadata& metadata, const std::string& councils_digest) {
  std::string key(schema::program_version);
  const auto add = [&key](std::string_view value) { key.append("\0", 1).append(value); };
  add(councils_digest);
  add(metadata.council);
  add(metadata.committee);
  add(metadata.date ? schema::iso_date(*metadata.date) : "");
  add(metadata.kind ? name_of(*metadata.kind) : "");
  add(metadata.title);
  add(printed(metadata.exempt));
  return schema::base32(schema::sha256(key), 26);
}

}  // namespace minutebook::indexer
