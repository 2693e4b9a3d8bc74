#include "server/http_stream.h"

#include <exception>

namespace minutebook::server {

void HttpStream::work() {
  try {
    while (!exchange_->pause([self = shared_from_this()] { self->go_on(); })) {
      const std::string piece = next_();
      if (piece.empty()) return exchange_->finish(true);
      exchange_->push(piece);
    }
  } catch (const std::exception&) {
    // The beginning is sent already: all that can be said is that the end is missing.
    exchange_->finish(false);
  }
}

void HttpStream::go_on() {
  const bool taken = pool_.go_on([self = shared_from_this()](bool in_time) {
    if (in_time) return self->work();
    self->exchange_->finish(false);
  });
  if (!taken) exchange_->finish(false);
}

}  // namespace minutebook::server
