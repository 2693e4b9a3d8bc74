// Watches as files of an index folder, watches/NAME.json: reading, writing whole or not at all, one run at a time.
// Knows nothing of what watches report. Layout: docs/index-format.md.
#pragma once

#include <string>
#include <vector>

#include "query/include/minutebook/watch.h"

namespace minutebook::query {

class WatchFolder {
 public:
  /// Of the index in `index_folder`; nothing is read or made yet.
  explicit WatchFolder(const std::string& index_folder);

  /// Names, in order.
  std::vector<std::string> names() const;
  /// Throws schema::Error: (usage) there is none of that name, or it cannot be one (letters, digits, - and _, at most
  /// 64); (unreadable) the file is damaged or of another version.
  Watch read(const std::string& name) const;
  bool has(const std::string& name) const;
  /// Durably, replacing the file in one step. Only while a Lock is held.
  void write(const Watch& watch) const;
  /// Throws as read() does. Only while a Lock is held.
  void remove(const std::string& name) const;

  /// Held by whoever changes watches, other processes too; waits for it. Makes the folder.
  class Lock {
   public:
    explicit Lock(const WatchFolder& watches);
    ~Lock();
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

   private:
    int descriptor_ = -1;
  };

 private:
  std::string path_of(const std::string& name) const;
  std::string folder_;
};

}  // namespace minutebook::query
