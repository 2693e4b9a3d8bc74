#include "query/facade_state.h"

#include <chrono>

#include "query/facade_convert.h"

namespace minutebook::query {

namespace {

schema::Date system_day() {
  const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

}  // namespace

Session::Session(const schema::Index& index) : index_(index), labels_(*index.vocabulary) {}

ResolvedQuery Session::understand(const std::string& text, const Reading& reading) {
  const schema::Index& opened = index_.index();
  const schema::Date today = reading.today.known() ? from_public(reading.today) : system_day();
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
