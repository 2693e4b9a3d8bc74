// The manifest of a generation and the switch between generations: what is on disk, before any shard is opened.
// Knows nothing of what is in shards. Layout of the folder: docs/index-format.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace minutebook::schema {

/// A paper that is a copy of another one: kept, but neither found nor counted.
struct PaperCopy {
  std::uint32_t paper = 0;      ///< its ordinal
  std::string of;               ///< id of the paper that represents the work
  std::uint32_t differing = 0;  ///< passages of it that the other paper has not in these words
  bool operator==(const PaperCopy&) const = default;
};

/// A shard as a generation lists it.
struct ManifestShard {
  std::string name;
  std::uint32_t items = 0;
  std::uint32_t papers = 0;
  std::vector<std::uint32_t> dead_papers;   ///< ordinals, ascending
  std::vector<std::uint32_t> dead_sources;  ///< rows, ascending
  std::vector<PaperCopy> copies;            ///< by ordinal, none of them dead
  bool operator==(const ManifestShard&) const = default;
};

struct Manifest {
  std::uint64_t revision = 0;
  std::string created;  ///< UTC, ISO 8601
  std::vector<ManifestShard> shards;
  std::vector<std::string> removed;
  std::string vocabulary;       ///< digest
  bool own_vocabulary = false;  ///< given by a file, not the built-in one
  std::string councils;         ///< digest of the table of councils that was given beside the built-in one; empty: none
};

/// Places in an index folder.
struct IndexPaths {
  std::string folder;
  std::string current() const { return folder + "/CURRENT"; }
  std::string lock() const { return folder + "/lock"; }
  std::string generations() const { return folder + "/generations"; }
  std::string manifest(std::uint64_t revision) const {
    return generations() + "/" + std::to_string(revision) + ".json";
  }
  std::string shards() const { return folder + "/shards"; }
  std::string shard(const std::string& name) const { return shards() + "/" + name; }
  std::string vocabularies() const { return folder + "/vocabulary"; }
  std::string vocabulary(const std::string& digest) const { return vocabularies() + "/" + digest + ".skos.xml"; }
  std::string councils(const std::string& digest) const { return vocabularies() + "/" + digest + ".councils.tsv"; }
};

/// Revision that readers are to open; 0 if nothing is published. Throws Error if CURRENT cannot be understood.
std::uint64_t published_revision(const IndexPaths& paths);
/// Throws Error naming the file: missing, damaged, or of another version (says what to do).
Manifest read_manifest(const IndexPaths& paths, std::uint64_t revision);
/// Writes the manifest durably; readers do not see it yet.
void write_manifest(const IndexPaths& paths, const Manifest& manifest);
/// Switches readers over, durably.
void publish_revision(const IndexPaths& paths, std::uint64_t revision);

}  // namespace minutebook::schema
