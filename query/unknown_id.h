// The error of who asks for an item or a paper that the index has not.
// Knows nothing of where ids are looked for.
#pragma once

#include <string>

#include "schema/error.h"

namespace minutebook::query {

/// No item or paper has the id: nothing found, where other errors of usage are questions that cannot be answered.
class UnknownId : public schema::Error {
 public:
  explicit UnknownId(const std::string& id)
      : schema::Error(schema::ErrorCode::usage, "no item or paper has the id \"" + id + "\"",
                      "ids are in the results of minutebook search, as \"id\"") {}
};

}  // namespace minutebook::query
