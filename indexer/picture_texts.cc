#include "indexer/picture_texts.h"

#include <algorithm>
#include <filesystem>
#include <mutex>

#include "schema/file.h"
#include "schema/version.h"

namespace minutebook::indexer {
namespace {

namespace fs = std::filesystem;

std::string version_ending() {
  return std::string("-") + schema::program_version;
}

}  // namespace

PictureTexts::PictureTexts(const std::string& index_folder)
    : folder_(index_folder.empty() ? std::string() : index_folder + "/ocr") {}

std::string PictureTexts::path_of(const std::string& sha256, int page) const {
  return folder_ + "/" + sha256 + "-" + std::to_string(page) + version_ending();
}

std::optional<std::vector<std::string>> PictureTexts::find(const std::string& sha256, int page) const {
  if (folder_.empty() || sha256.empty() || !fs::exists(path_of(sha256, page))) return std::nullopt;
  const std::string text = schema::read_file(path_of(sha256, page));
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

void PictureTexts::keep(const std::string& sha256, int page, const std::vector<std::string>& lines) const {
  if (folder_.empty() || sha256.empty()) return;
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  // The same document may be read twice at the same time, under two names.
  static std::mutex mutex;
  const std::lock_guard<std::mutex> lock(mutex);
  schema::make_folder(folder_);
  schema::replace_file(path_of(sha256, page), text);
}

void PictureTexts::sweep(const std::unordered_set<std::string>& documents) const {
  if (folder_.empty() || !fs::exists(folder_)) return;
  std::vector<std::string> leaving;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) {
    const std::string name = entry.path().filename().string();
    const bool kept = name.ends_with(version_ending()) && documents.contains(name.substr(0, name.find('-')));
    if (!kept) leaving.push_back(entry.path().string());
  }
  for (const std::string& path : leaving) schema::remove_tree(path);
}

}  // namespace minutebook::indexer
