// Errors on their way out of the installed library: everything becomes minutebook::Error.
// Knows nothing of what was being done.
#pragma once

#include <exception>
#include <new>

#include "query/include/minutebook/error.h"
#include "query/parse_errors.h"
#include "schema/error.h"

namespace minutebook::query {

/// `refused`: what a schema::Error (usage) means where `work` does its work. What a query is refused for at one place
/// of it is of code `query` everywhere.
template <typename Work>
auto translated(minutebook::ErrorCode refused, Work work) -> decltype(work()) {
  try {
    return work();
  } catch (const minutebook::Error&) {
    throw;
  } catch (const QueryError& error) {
    throw minutebook::Error(minutebook::ErrorCode::query, error.what(), error.hint(), error.position());
  } catch (const schema::Error& error) {
    const bool usage = error.code() == schema::ErrorCode::usage;
    throw minutebook::Error(usage ? refused : minutebook::ErrorCode::unreadable, error.what(), error.hint());
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    throw minutebook::Error(minutebook::ErrorCode::internal, error.what());
  }
}

}  // namespace minutebook::query
