// What is stated about sources from outside, put together: manifest before command line before URL.
// Knows nothing of contents; how it is weighed against the paper's own words is for understand.h.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/manifest_file.h"
#include "indexer/understand.h"
#include "schema/councils.h"

namespace minutebook::indexer {

/// As given on the command line; empty: not given.
struct MetadataOptions {
  std::string manifest;  ///< a file
  std::string council;   ///< name or code
  std::string committee;
  std::string base_url;  ///< URL of the folder the paths are relative to
};

class MetadataSupplier {
 public:
  /// `councils` must outlive it. Throws Error (usage) for a council that is not in the registry, naming the place, and
  /// what `read_manifest` throws.
  MetadataSupplier(const MetadataOptions& options, const schema::CouncilRegistry& councils);

  /// Of the source at `path` (absolute), found in the folder `root` (absolute).
  SuppliedMetadata metadata_of(const std::string& path, const std::string& root) const;
  /// One sentence for each row of the manifest whose file does not exist.
  std::vector<std::string> warnings() const;

 private:
  void check_council(const std::string& council, const std::string& place) const;
  std::string url_of(const std::string& path, const std::string& root) const;

  MetadataOptions options_;
  const schema::CouncilRegistry& councils_;
  std::unordered_map<std::string, ManifestRow> rows_;  // by path
  std::vector<std::string> paths_;                     // in the manifest's order
};

/// Digest of everything that changes what is understood of a source besides its bytes: its metadata but the URL itself
/// (kept and compared apart), `councils_digest` (of an own table of councils, may be empty) and the version of the
/// program.
std::string metadata_digest(const SuppliedMetadata& metadata, const std::string& councils_digest);

}  // namespace minutebook::indexer
