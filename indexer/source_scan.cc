#include "indexer/source_scan.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <memory>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "indexer/source_file.h"
#include "schema/error.h"

namespace minutebook::indexer {
namespace {

/// Extensions under which councils publish papers; no extension counts too.
constexpr std::array<std::string_view, 12> paper_extensions = {"txt", "text", "md",   "markdown", "html", "htm",
                                                               "xml", "pdf",  "docx", "odt",      "doc",  "rtf"};

bool may_be_paper(std::string_view path) {
  const std::string extension = extension_of(path);
  return extension.empty() ||
         std::find(paper_extensions.begin(), paper_extensions.end(), extension) != paper_extensions.end();
}

/// Programs are files without an extension too; a script says what it is in its first two bytes.
bool is_script(const std::string& path, mode_t mode) {
  if ((mode & S_IXUSR) == 0 || !extension_of(path).empty()) return false;
  std::ifstream file(path, std::ios::binary);
  return file.get() == '#' && file.get() == '!';
}

std::string special_kind(mode_t mode) {
  if (S_ISFIFO(mode)) return "is a named pipe, not a file";
  if (S_ISSOCK(mode)) return "is a socket, not a file";
  return "is a device, not a file";
}

std::string problem_of_link(int code) {
  if (code == ELOOP) return "is a symbolic link that leads back to itself";
  if (code == ENOENT) return "is a symbolic link to nothing";
  return "cannot be looked at: " + std::generic_category().message(code);
}

class Walk {
 public:
  explicit Walk(ScanResult& result) : result_(result) {}

  void add_given(const std::string& given) {
    const std::string path = absolute_path(given);
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
      throw schema::Error(schema::ErrorCode::unreadable,
                          "cannot read " + given + ": " + std::generic_category().message(errno));
    }
    if (S_ISDIR(status.st_mode)) {
      root_ = path;
      walk_folder(path, status);
      follow_links();
      return;
    }
    root_ = path.substr(0, std::max<std::size_t>(path.rfind('/'), 1));
    add_file(path, status.st_mode);
  }

 private:
  using FolderKey = std::pair<dev_t, ino_t>;

  void add_source(const std::string& path, std::string problem) {
    result_.sources.push_back({path, root_, std::move(problem)});
  }

  void add_file(const std::string& path, mode_t mode) { add_source(path, S_ISREG(mode) ? "" : special_kind(mode)); }

  void walk_folder(const std::string& path, const struct stat& status) {
    if (!walked_.insert({status.st_dev, status.st_ino}).second) return;
    for (const std::string& name : names_in(path)) visit(path == "/" ? path + name : path + "/" + name);
  }

  /// Names that are not hidden, ordered.
  std::vector<std::string> names_in(const std::string& folder) {
    std::vector<std::string> names;
    const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(folder.c_str()), &::closedir);
    if (!open) {
      add_source(folder, "is a folder that cannot be read: " + std::generic_category().message(errno));
      return names;
    }
    errno = 0;
    while (const dirent* entry = ::readdir(open.get())) {
      if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
    }
    if (errno != 0)
      add_source(folder, "is a folder that could not be read to its end: " + std::generic_category().message(errno));
    std::sort(names.begin(), names.end());
    return names;
  }

  void visit(const std::string& path) {
    struct stat itself {};
    struct stat target {};
    if (::lstat(path.c_str(), &itself) != 0) {
      // Deleted since the folder was listed: as if it had never been there.
      if (errno != ENOENT) add_source(path, problem_of_link(errno));
    } else if (::stat(path.c_str(), &target) != 0) {
      add_source(path, problem_of_link(errno));
    } else if (S_ISDIR(target.st_mode)) {
      // Real folders go first, so that a file's path does not depend on the links that lead to it.
      S_ISLNK(itself.st_mode) ? linked_folders_.push_back(path) : walk_folder(path, target);
    } else if (S_ISREG(target.st_mode) && (!may_be_paper(path) || is_script(path, target.st_mode))) {
      ++result_.other_files;
    } else {
      add_file(path, target.st_mode);
    }
  }

  void follow_links() {
    // Walking the target of a link may find further links: the list grows while it is worked off.
    for (std::size_t i = 0; i < linked_folders_.size(); ++i) {
      const std::string path = linked_folders_[i];
      struct stat status {};
      if (::stat(path.c_str(), &status) != 0) {
        add_source(path, problem_of_link(errno));
      } else if (walked_.contains({status.st_dev, status.st_ino})) {
        result_.notes.push_back(path + " is a link to a folder that was read already");
      } else {
        walk_folder(path, status);
      }
    }
    linked_folders_.clear();
  }

  ScanResult& result_;
  std::string root_;
  std::set<FolderKey> walked_;
  std::vector<std::string> linked_folders_;
};

}  // namespace

ScanResult scan_sources(const std::vector<std::string>& paths) {
  ScanResult result;
  Walk walk(result);
  for (const std::string& path : paths) walk.add_given(path);
  std::vector<FoundSource>& sources = result.sources;
  std::stable_sort(sources.begin(), sources.end(),
                   [](const FoundSource& a, const FoundSource& b) { return a.path < b.path; });
  const auto same_path = [](const FoundSource& a, const FoundSource& b) { return a.path == b.path; };
  sources.erase(std::unique(sources.begin(), sources.end(), same_path), sources.end());
  return result;
}

}  // namespace minutebook::indexer
