// The one exception type of the project: what went wrong, and what to do about it.
// Knows nothing of Xapian, files or commands; those translate their own errors into this one.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace minutebook::schema {

/// Why something failed; the command line maps each to an exit code (cli/main.cc).
enum class ErrorCode {
  usage,      ///< wrong option, bad query, bad value: exit 2
  unreadable  ///< an index, a source or a table cannot be read or written: exit 3
};

/// `what()` is one line that says what, where and why; `hint()` says what to do next (may be empty).
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message, std::string hint = {})
      : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

  ErrorCode code() const { return code_; }
  const std::string& hint() const { return hint_; }

 private:
  ErrorCode code_;
  std::string hint_;
};

}  // namespace minutebook::schema
