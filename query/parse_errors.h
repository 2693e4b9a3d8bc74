// How a query is refused: one line that names the problem and the place, and a hint; with near names where a name is
// unknown. Knows nothing of the language's grammar.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/error.h"

namespace minutebook::query {

/// A query that is refused at one place of it.
class QueryError : public schema::Error {
 public:
  QueryError(const std::string& message, const std::string& hint, std::size_t position)
      : schema::Error(schema::ErrorCode::usage, message, hint), position_(position) {}

  /// The character it is about, from 1.
  std::size_t position() const { return position_; }

 private:
  std::size_t position_;
};

/// Throws QueryError: "<problem> (character 7 of the query)". `offset` counts bytes of `query`; the message counts
/// characters from 1.
[[noreturn]] void refuse(std::string_view query, std::size_t offset, const std::string& problem,
                         const std::string& hint);

/// In double quotes, on one line, cut after 60 bytes: user text fit for a message.
std::string quoted(std::string_view text);

/// `candidates` most like `wanted` (compared without case), nearest first: few edits, or all of `wanted` inside them.
/// At most `count`.
std::vector<std::string> near_names(std::string_view wanted, std::span<const std::string> candidates,
                                    std::size_t count);

/// "a", "a or b", "a, b or c".
std::string join_alternatives(std::span<const std::string> names);
/// "did you mean a or b?"; empty without names.
std::string did_you_mean(std::span<const std::string> names);

}  // namespace minutebook::query
