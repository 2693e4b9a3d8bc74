// The class Mentions of the installed library: batches of items, handed out mention by mention.
#include <utility>

#include "query/facade_convert.h"
#include "query/facade_enums.h"
#include "query/facade_error.h"
#include "query/facade_state.h"

namespace minutebook {

Mentions::State::State(std::shared_ptr<query::SessionPool> sessions)
    : pool(std::move(sessions)), session(pool->take()) {}

Mentions::State::~State() {
  finish(true);
}

void Mentions::State::start(const std::string& text, const MentionOptions& options) {
  query::SearchOptions wanted;
  wanted.sort = query::from_public(options.sort);
  query::ResolvedQuery read = session->understand(text, {options.expand, options.today});
  rows = std::make_unique<query::MentionExport>(session->index(), std::move(read), wanted);
  answer = query::to_public(rows->answer());
}

bool Mentions::State::advance() {
  if (!rows) return false;
  while (row == batch.size() || mention == batch[row].mentions.size()) {
    if (row < batch.size()) ++row;
    mention = 0;
    if (row < batch.size()) continue;
    batch = rows->next();
    row = 0;
    if (batch.empty()) {
      answer.totals.mentions = rows->answer().totals.mentions;
      answer.totals.whole_mentions = rows->answer().totals.whole_mentions;
      finish(true);
      return false;
    }
  }
  const query::Result& item = batch[row];
  if (mention == 0) current.item = query::item_to_public(item);
  current.mention = query::to_public(item.mentions[mention++]);
  digest.add(current.mention.id, current.mention.whole);
  return true;
}

void Mentions::State::finish(bool sound) {
  batch = {};
  rows.reset();
  if (session && sound) pool->give_back(std::move(session));
  session.reset();
}

Mentions::Mentions(std::unique_ptr<State> state) noexcept : state_(std::move(state)) {}
Mentions::Mentions(Mentions&&) noexcept = default;
Mentions& Mentions::operator=(Mentions&&) noexcept = default;
Mentions::~Mentions() = default;

const CitedMention* Mentions::next() {
  try {
    const bool more = query::translated(ErrorCode::internal, [&] { return state_->advance(); });
    return more ? &state_->current : nullptr;
  } catch (const Error&) {
    state_->finish(false);
    throw;
  }
}

Mentions::Iterator Mentions::begin() {
  return Iterator(*this);
}
std::default_sentinel_t Mentions::end() const noexcept {
  return std::default_sentinel;
}
const Answer& Mentions::answer() const noexcept {
  return state_->answer;
}
std::uint64_t Mentions::count() const noexcept {
  return state_->digest.mentions();
}
std::string Mentions::digest() const {
  return state_->digest.text();
}

Mentions::Iterator::Iterator(Mentions& mentions) : mentions_(&mentions), at_(mentions.next()) {}
const CitedMention& Mentions::Iterator::operator*() const {
  return *at_;
}
const CitedMention* Mentions::Iterator::operator->() const {
  return at_;
}
Mentions::Iterator& Mentions::Iterator::operator++() {
  at_ = mentions_->next();
  return *this;
}
void Mentions::Iterator::operator++(int) {
  ++*this;
}
bool Mentions::Iterator::operator==(std::default_sentinel_t) const {
  return at_ == nullptr;
}

}  // namespace minutebook
