#include "schema/index.h"

#include <cstdlib>
#include <filesystem>

#include "schema/digest.h"
#include "schema/error.h"
#include "schema/file.h"
#include "schema/index_manifest.h"
#include "schema/shard_format.h"

namespace minutebook::schema {
namespace {

// A writer deletes what only the generation before the last one used; a reader that was that slow looks again.
constexpr int attempts = 3;

Index open_revision(const IndexPaths& paths, std::uint64_t revision) {
  const Manifest manifest = read_manifest(paths, revision);
  Index index;
  index.folder = paths.folder;
  index.revision = revision;
  index.removed = manifest.removed;
  index.vocabulary = std::make_shared<const Vocabulary>(Vocabulary::from_file(paths.vocabulary(manifest.vocabulary)));
  if (index.vocabulary->digest() != manifest.vocabulary)
    throw_damaged(paths.vocabulary(manifest.vocabulary), "it does not hold what was written");
  index.own_vocabulary = manifest.own_vocabulary;
  index.councils = {std::shared_ptr<const CouncilRegistry>(), &CouncilRegistry::built_in()};  // outlives everything
  if (!manifest.councils.empty()) {
    const std::string path = paths.councils(manifest.councils);
    index.councils_table = read_file(path);
    if (hex(sha256(index.councils_table)) != manifest.councils)
      throw_damaged(path, "it does not hold what was written");
    index.councils = std::make_shared<const CouncilRegistry>(CouncilRegistry::with_file(path));
  }
  for (const ManifestShard& listed : manifest.shards) {
    std::shared_ptr<const Shard> shard = Shard::open(paths.shard(listed.name));
    const bool fits = shard->item_count() == listed.items && shard->papers().size() == listed.papers &&
                      (listed.dead_papers.empty() || listed.dead_papers.back() < listed.papers) &&
                      (listed.copies.empty() || listed.copies.back().paper < listed.papers);
    if (!fits) {
      throw Error(ErrorCode::unreadable,
                  shard->folder() + " is not the shard that " + paths.manifest(revision) + " lists",
                  "copy the index back from a backup, or index the sources again into a new folder");
    }
    index.shards.push_back({std::move(shard), listed.dead_papers, listed.dead_sources, listed.copies});
  }
  return index;
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

Index open_index(const std::string& folder) {
  const IndexPaths paths{folder};
  for (int attempt = 1;; ++attempt) {
    const std::uint64_t revision = published_revision(paths);
    if (revision == 0) {
      throw Error(ErrorCode::unreadable, folder + " holds no index",
                  "make one with: minutebook index --index " + folder + " PATH");
    }
    try {
      return open_revision(paths, revision);
    } catch (const Error&) {
      // Files of a generation that is no longer current may be gone; of the current one they may not.
      if (attempt == attempts || published_revision(paths) == revision) throw;
    }
  }
}

std::uint64_t current_revision(const std::string& folder) {
  return published_revision({folder});
}

std::string default_index_folder() {
  const std::string stated = environment("MINUTEBOOK_INDEX");
  if (!stated.empty()) return stated;
  const std::string data = environment("XDG_DATA_HOME");
  if (!data.empty()) return data + "/minutebook";
  const std::string home = environment("HOME");
  if (home.empty()) {
    throw Error(ErrorCode::usage, "no index folder is given and HOME is not set", "name the folder with --index DIR");
  }
  return home + "/.local/share/minutebook";
}

}  // namespace minutebook::schema
