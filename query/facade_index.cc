// The class Index of the installed library: each call takes a session, works, translates what comes out.
#include <optional>
#include <string_view>
#include <utility>

#include "query/answer_rows.h"
#include "query/facade_convert.h"
#include "query/facade_enums.h"
#include "query/facade_error.h"
#include "query/facade_reviews.h"
#include "query/facade_state.h"
#include "query/include/minutebook/index.h"
#include "query/include/minutebook/timeline.h"
#include "query/include/minutebook/version.h"
#include "schema/fields.h"
#include "schema/index.h"
#include "schema/version.h"

namespace minutebook {

namespace {

static_assert(std::string_view(MINUTEBOOK_VERSION) == schema::program_version,
              "the library's version is the program's");

/// Lends a session to `work`. One that was left in the middle by anything but a refusal is not used again.
template <typename Work>
auto ask(query::SessionPool& pool, ErrorCode refused, Work work) {
  std::unique_ptr<query::Session> session = query::translated(refused, [&] { return pool.take(); });
  try {
    auto result = query::translated(refused, [&] { return work(*session); });
    pool.give_back(std::move(session));
    return result;
  } catch (const Error& error) {
    if (error.code() != ErrorCode::unreadable && error.code() != ErrorCode::internal)
      pool.give_back(std::move(session));
    throw;
  }
}

}  // namespace

const char* version() noexcept {
  return MINUTEBOOK_VERSION;
}

std::vector<Field> fields() {
  std::vector<Field> made;
  for (const schema::Field& field : schema::fields) {
    made.push_back({std::string(field.name), std::string(field.alias), std::string(field.description),
                    std::string(field.example), field.facet});
  }
  return made;
}

std::string default_index_folder() {
  return query::translated(ErrorCode::usage, [] { return schema::default_index_folder(); });
}

Index::Index(std::shared_ptr<State> state) noexcept : state_(std::move(state)) {}
Index::Index(const Index&) = default;
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(const Index&) = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

Index Index::open(const std::string& folder) {
  return query::translated(ErrorCode::usage, [&] {
    const auto state = std::make_shared<State>(schema::open_index(folder));
    // Databases that cannot be opened are told now, not at the first question.
    state->pool.give_back(state->pool.take());
    return Index(state);
  });
}

const std::string& Index::folder() const noexcept {
  return state_->pool.index().folder;
}
std::uint64_t Index::revision() const noexcept {
  return state_->pool.index().revision;
}
bool Index::outdated() const {
  return query::translated(ErrorCode::usage, [&] { return schema::current_revision(folder()) != revision(); });
}

Answer Index::search(const std::string& query, const SearchOptions& options) const {
  return ask(state_->pool, ErrorCode::query, [&](query::Session& session) {
    const query::SearchOptions wanted = query::from_public(options);
    const query::ResolvedQuery read = session.understand(query, {options.expand, options.today});
    query::translated(ErrorCode::usage,
                      [&] { return query::read_cursor(wanted.cursor, session.index().parts(), read, wanted); });
    return query::to_public(query::search(session.index(), read, wanted));
  });
}

Mentions Index::mentions(const std::string& query, const MentionOptions& options) const {
  return query::translated(ErrorCode::query, [&] {
    // The stream keeps the sessions, whatever becomes of the index.
    Mentions made(std::make_unique<Mentions::State>(std::shared_ptr<query::SessionPool>(state_, &state_->pool)));
    made.state_->start(query, options);
    return made;
  });
}

Document Index::show(const std::string& id, const std::string& mark) const {
  return ask(state_->pool, ErrorCode::not_found, [&](query::Session& session) {
    std::optional<query::ResolvedQuery> marked;
    if (!mark.empty()) marked = query::translated(ErrorCode::query, [&] { return session.understand(mark, {}); });
    return query::to_public(query::show(session.index(), id, marked ? &*marked : nullptr));
  });
}

Timeline Index::timeline(const std::string& query, const TimelineOptions& options) const {
  return ask(state_->pool, ErrorCode::query, [&](query::Session& session) {
    const query::ResolvedQuery read = session.understand(query, {options.expand, options.today});
    return query::to_public(query::timeline(session.index(), read, query::from_public(options.period)));
  });
}

Reviews Index::reviews(const std::string& subject, const ReviewOptions& options) const {
  return ask(state_->pool, ErrorCode::query, [&](query::Session& session) {
    const query::ResolvedQuery read = session.understand(subject, {options.expand, options.today});
    return query::to_public(query::reviews(session.index(), read));
  });
}

Actions Index::actions(const std::string& query, const ActionOptions& options) const {
  return ask(state_->pool, ErrorCode::query, [&](query::Session& session) {
    const query::ResolvedQuery read = session.understand(query, {options.expand, options.today});
    return query::to_public(query::actions(session.index(), read, query::from_public(options)));
  });
}

std::vector<Completion> Index::suggest(const std::string& typed, std::size_t limit) const {
  return ask(state_->pool, ErrorCode::usage, [&](query::Session& session) {
    return query::all_to_public(query::complete(session.index(), typed, limit));
  });
}

}  // namespace minutebook
