// Errors as RFC 9457 problems: what went wrong with a request, in words for whoever wrote the client.
// Knows nothing of where they come from; never carries the text of an unexpected exception.
#pragma once

#include <string>

#include "schema/error.h"
#include "server/http_message.h"

namespace minutebook::server {

/// "Bad Request"; "Error" for a number this service does not use.
std::string_view status_title(int status);
/// application/problem+json with status, title, detail and, unless empty, hint.
Response problem(int status, const std::string& detail, const std::string& hint = {});
/// What a problem says, read back from it.
struct ProblemText {
  std::string detail;
  std::string hint;
};
ProblemText read_problem(const Response& problem);
/// The same problem in Welsh, marked as such, if all its words are known.
Response problem_in_welsh(const Response& problem);
/// 400 for what is wrong with a query; 503 for an index that cannot be read, without its path.
Response problem_of(const schema::Error& error);

}  // namespace minutebook::server
