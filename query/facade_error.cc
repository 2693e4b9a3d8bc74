#include "query/facade_error.h"

#include <utility>

namespace minutebook {

Error::Error(ErrorCode code, const std::string& message, std::string hint, std::optional<std::size_t> position)
    : std::runtime_error(message), code_(code), hint_(std::move(hint)), position_(position) {}
Error::Error(const Error&) = default;
Error& Error::operator=(const Error&) = default;
Error::~Error() = default;

ErrorCode Error::code() const noexcept {
  return code_;
}
const std::string& Error::hint() const noexcept {
  return hint_;
}
std::optional<std::size_t> Error::position() const noexcept {
  return position_;
}

}  // namespace minutebook
