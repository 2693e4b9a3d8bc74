#include "schema/today.h"

#include <ctime>

namespace minutebook::schema {

Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::localtime_r(&now, &parts);
  return {parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday};
}

}  // namespace minutebook::schema
