// The one exception of the library: what went wrong, where, and what to do about it.
// Besides it only std::bad_alloc leaves the library.
#pragma once

#include <minutebook/export.h>

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>

namespace minutebook {

enum class ErrorCode {
  usage,       ///< an option has a value that is not allowed, a cursor belongs to another answer
  query,       ///< the query cannot be honoured: the user has to change it
  not_found,   ///< the index has nothing with this id
  unreadable,  ///< the folder holds no index, one of another version, or a damaged one
  internal     ///< anything else
};

/// `what()` is one line in UTF-8 that says what, where and why, fit to be shown to users.
class MINUTEBOOK_API Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message, std::string hint = {}, std::optional<std::size_t> position = {});
  Error(const Error&);
  Error& operator=(const Error&);
  ~Error() override;

  ErrorCode code() const noexcept;
  /// What to do next; may be empty.
  const std::string& hint() const noexcept;
  /// Of `query`: the character of the query it is about, from 1; nullopt: it is about the whole.
  std::optional<std::size_t> position() const noexcept;

 private:
  ErrorCode code_;
  std::string hint_;
  std::optional<std::size_t> position_;
};

}  // namespace minutebook
