#include "indexer/index_writer_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <set>

#include "schema/error.h"
#include "schema/file.h"

namespace minutebook::indexer {
namespace {

namespace fs = std::filesystem;

std::string this_process() {
  std::array<char, 256> host{};
  if (::gethostname(host.data(), host.size() - 1) != 0) host[0] = '?';
  return "process " + std::to_string(::getpid()) + " on " + host.data();
}

/// Names in `folder` that are not in `keep` are deleted with all below them.
void delete_others(const std::string& folder, const std::set<std::string>& keep) {
  std::set<std::string> others;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (keep.count(name) == 0) others.insert(name);
  }
  for (const std::string& name : others) schema::remove_tree(folder + "/" + name);
}

}  // namespace

WriterLock::WriterLock(const std::string& path)
    : descriptor_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
  if (descriptor_ < 0) schema::throw_file_error("open", path);
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    const bool taken = errno == EWOULDBLOCK;
    ::close(descriptor_);
    if (!taken) schema::throw_file_error("lock", path);
    throw schema::Error(schema::ErrorCode::unreadable,
                        "the index is being written by another run (" + schema::read_file(path) + ")",
                        "wait until it has ended, then run this again");
  }
  const std::string owner = this_process();
  const bool written = ::ftruncate(descriptor_, 0) == 0 &&
                       ::write(descriptor_, owner.data(), owner.size()) == static_cast<ssize_t>(owner.size());
  if (!written) {
    ::close(descriptor_);
    schema::throw_file_error("write", path);
  }
}

WriterLock::~WriterLock() {
  ::close(descriptor_);
}

void prepare_index_folder(const schema::IndexPaths& paths) {
  schema::make_folder(paths.folder);
  const bool ours = fs::exists(paths.current()) || fs::exists(paths.lock());
  if (!ours && !fs::is_empty(paths.folder)) {
    throw schema::Error(schema::ErrorCode::usage, paths.folder + " is not empty and holds no index",
                        "name an empty or a new folder with --index DIR");
  }
}

void make_index_folders(const schema::IndexPaths& paths) {
  for (const std::string& folder : {paths.generations(), paths.shards(), paths.vocabularies()})
    schema::make_folder(folder);
  schema::sync_path(paths.folder);
}

void sweep_index_folder(const schema::IndexPaths& paths) {
  const std::uint64_t published = schema::published_revision(paths);
  std::set<std::string> manifests;
  std::set<std::string> shards;
  std::set<std::string> vocabularies;
  for (const std::uint64_t revision : {published, published - 1}) {
    if (published == 0 || !fs::exists(paths.manifest(revision))) continue;
    const schema::Manifest manifest = schema::read_manifest(paths, revision);
    manifests.insert(fs::path(paths.manifest(revision)).filename().string());
    vocabularies.insert(fs::path(paths.vocabulary(manifest.vocabulary)).filename().string());
    vocabularies.insert(fs::path(paths.councils(manifest.councils)).filename().string());
    for (const schema::ManifestShard& shard : manifest.shards) shards.insert(shard.name);
  }
  delete_others(paths.generations(), manifests);
  delete_others(paths.shards(), shards);
  delete_others(paths.vocabularies(), vocabularies);
  schema::remove_tree(paths.current() + ".tmp");
}

}  // namespace minutebook::indexer
