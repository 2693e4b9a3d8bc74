// What stands behind the classes of the installed library: sessions, each for one thread at a time, lent out call by
// call. Knows nothing of the plain structs that its users see.
#pragma once

#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "query/export_digest.h"
#include "query/include/minutebook/index.h"
#include "query/include/minutebook/mentions.h"
#include "query/include/minutebook/search.h"
#include "query/mention_export.h"
#include "query/resolve.h"

namespace minutebook::query {

/// How a query's words are to be read.
struct Reading {
  bool expand = true;
  minutebook::Date today;  ///< unknown: the system's day
};

/// What one thread at a time works with.
class Session {
 public:
  explicit Session(const schema::Index& index);

  OpenIndex& index() { return index_; }
  /// Throws schema::Error (usage).
  ResolvedQuery understand(const std::string& text, const Reading& reading);

 private:
  OpenIndex index_;
  LabelFinder labels_;
};

/// Sessions on one opened index, as many as were ever used at once. Serves any number of threads.
class SessionPool {
 public:
  explicit SessionPool(schema::Index index) : index_(std::move(index)) {}

  const schema::Index& index() const { return index_; }
  /// One that is idle, else a new one. What is not given back is forgotten.
  std::unique_ptr<Session> take();
  void give_back(std::unique_ptr<Session> session);

 private:
  const schema::Index index_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Session>> idle_;
};

}  // namespace minutebook::query

struct MINUTEBOOK_INTERNAL minutebook::Index::State {
  explicit State(schema::Index opened) : pool(std::move(opened)) {}

  query::SessionPool pool;
};

/// The session is the stream's own until its last mention was handed out.
struct MINUTEBOOK_INTERNAL minutebook::Mentions::State {
  std::shared_ptr<query::SessionPool> pool;
  std::unique_ptr<query::Session> session;
  std::unique_ptr<query::MentionExport> rows;  ///< null: at the end
  Answer answer;
  std::span<const query::Result> batch = {};
  std::size_t row = 0;      ///< of the batch
  std::size_t mention = 0;  ///< the next of that row
  CitedMention current = {};
  query::ExportDigest digest = {};

  explicit State(std::shared_ptr<query::SessionPool> sessions);
  ~State();
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  /// Searches; advance() moves to the first mention. Throws schema::Error.
  void start(const std::string& text, const MentionOptions& options);
  /// Moves to the next mention; false: there is none.
  bool advance();
  /// Gives the session back, or forgets it where something was left in the middle.
  void finish(bool sound);
};
