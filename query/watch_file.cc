#include "query/watch_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "schema/error.h"
#include "schema/file.h"

namespace minutebook::query {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* format_name = "minutebook-watch";
constexpr int format_version = 1;
constexpr const char* extension = ".json";
constexpr std::size_t longest_name = 64;

void check_name(const std::string& name) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  if (!name.empty() && name.size() <= longest_name && std::all_of(name.begin(), name.end(), allowed)) return;
  throw schema::Error(schema::ErrorCode::usage, "\"" + name + "\" cannot be the name of a watch",
                      "names have letters, digits, - and _, at most 64 of them");
}

Json json_of(const Watch& watch) {
  Json seen = Json::object();
  for (const auto& [item, ends] : watch.seen) seen[item] = ends;
  return {{"format", format_name},      {"version", format_version},  {"name", watch.name},
          {"query", watch.query},       {"expand", watch.expand},     {"created", watch.created},
          {"last_run", watch.last_run}, {"revision", watch.revision}, {"understood", watch.understood},
          {"seen", std::move(seen)}};
}

/// Throws Json::exception for what is not as json_of writes it.
Watch watch_of(const Json& json) {
  Watch watch;
  json.at("name").get_to(watch.name);
  json.at("query").get_to(watch.query);
  json.at("expand").get_to(watch.expand);
  json.at("created").get_to(watch.created);
  json.at("last_run").get_to(watch.last_run);
  json.at("revision").get_to(watch.revision);
  json.at("understood").get_to(watch.understood);
  for (const auto& [item, ends] : json.at("seen").items()) ends.get_to(watch.seen[item]);
  return watch;
}

[[noreturn]] void fail(const std::string& path, const std::string& what) {
  throw schema::Error(schema::ErrorCode::unreadable, path + " " + what,
                      "take it out with minutebook watch remove, then add the watch again");
}

}  // namespace

WatchFolder::WatchFolder(const std::string& index_folder) : folder_(index_folder + "/watches") {}

std::string WatchFolder::path_of(const std::string& name) const {
  check_name(name);
  return folder_ + "/" + name + extension;
}

std::vector<std::string> WatchFolder::names() const {
  std::vector<std::string> names;
  if (!fs::exists(folder_)) return names;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) {
    if (entry.path().extension() == extension) names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool WatchFolder::has(const std::string& name) const {
  return fs::exists(path_of(name));
}

Watch WatchFolder::read(const std::string& name) const {
  const std::string path = path_of(name);
  if (!fs::exists(path)) {
    throw schema::Error(schema::ErrorCode::usage, "there is no watch \"" + name + "\"",
                        "minutebook watch list names those there are");
  }
  const Json json = Json::parse(schema::read_file(path), nullptr, false);
  try {
    if (json.at("format") != format_name) fail(path, "is no watch");
    if (json.at("version") != format_version) fail(path, "is of another version");
    return watch_of(json);
  } catch (const Json::exception&) {
    fail(path, "is damaged");
  }
}

void WatchFolder::write(const Watch& watch) const {
  schema::replace_file(path_of(watch.name), json_of(watch).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
}

void WatchFolder::remove(const std::string& name) const {
  const std::string path = path_of(name);
  if (!fs::exists(path)) read(name);
  schema::remove_tree(path);
  schema::sync_path(folder_);
}

WatchFolder::Lock::Lock(const WatchFolder& watches) {
  schema::make_folder(watches.folder_);
  const std::string path = watches.folder_ + "/lock";
  descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor_ < 0) schema::throw_file_error("open", path);
  int taken = -1;
  do {
    taken = ::flock(descriptor_, LOCK_EX);
  } while (taken != 0 && errno == EINTR);
  if (taken == 0) return;
  ::close(descriptor_);
  schema::throw_file_error("lock", path);
}

WatchFolder::Lock::~Lock() {
  ::close(descriptor_);
}

}  // namespace minutebook::query
