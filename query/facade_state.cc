#include "query/facade_state.h"

#include "query/facade_convert.h"
#include "schema/today.h"

namespace minutebook::query {

Session::Session(const schema::Index& index) : index_(index), labels_(*index.vocabulary) {}

ResolvedQuery Session::understand(const std::string& text, const Reading& reading) {
  const schema::Index& opened = index_.index();
  const schema::Date today = reading.today.known() ? from_public(reading.today) : schema::today();
  const ResolveContext context{.vocabulary = *opened.vocabulary,
                               .councils = *opened.councils,
                               .names = index_.names(),
                               .expand = reading.expand,
                               .today = today,
                               .papers = &index_.words()};
  return resolve(parse(text), context, labels_);
}

std::unique_ptr<Session> SessionPool::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Session> session = std::move(idle_.back());
      idle_.pop_back();
      return session;
    }
  }
  return std::make_unique<Session>(index_);
}

void SessionPool::give_back(std::unique_ptr<Session> session) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(session));
}

}  // namespace minutebook::query
