#include "indexer/index_run_intake.h"

#include "indexer/index_run_rows.h"

namespace minutebook::indexer {
namespace {

// So many sources may wait for a slow one before them; each may be large.
constexpr std::size_t most_ahead = 128;

}  // namespace

Intake::Intake(const Plan& plan, PaperClaims& claims, const schema::CouncilRegistry& councils, IndexReport& report,
               RunListeners listeners)
    : plan_(plan), claims_(claims), councils_(councils), report_(report), listeners_(std::move(listeners)) {
  for (const PlannedSource& source : plan.sources) {
    if (source.action == PlannedAction::copy && source.original == nullptr) originals_.try_emplace(source.copy_of);
  }
}

std::optional<std::size_t> Intake::next() {
  std::unique_lock<std::mutex> lock(mutex_);
  const std::vector<PlannedSource>& sources = plan_.sources;
  while (!stopped_) {
    if (listeners_.stop && listeners_.stop()) return std::nullopt;
    while (handed_out_ < sources.size() && sources[handed_out_].action != PlannedAction::read) ++handed_out_;
    if (handed_out_ == sources.size()) return std::nullopt;
    if (early_.size() < most_ahead) return handed_out_++;
    advanced_.wait(lock);
  }
  return std::nullopt;
}

void Intake::stop() {
  const std::lock_guard<std::mutex> lock(mutex_);
  stopped_ = true;
  advanced_.notify_all();
}

std::vector<SettledSource> Intake::settle_leading() {
  const std::lock_guard<std::mutex> lock(mutex_);
  std::vector<SettledSource> settled;
  settle_ready(settled);
  return settled;
}

std::vector<SettledSource> Intake::finish(std::size_t position, ReadSource read) {
  const std::lock_guard<std::mutex> lock(mutex_);
  early_.emplace(position, std::move(read));
  std::vector<SettledSource> settled;
  settle_ready(settled);
  advanced_.notify_all();
  if (listeners_.progress) listeners_.progress(settled_ + early_.size(), plan_.sources.size());
  return settled;
}

void Intake::settle_ready(std::vector<SettledSource>& settled) {
  for (; settled_ < plan_.sources.size(); ++settled_) {
    const PlannedSource& source = plan_.sources[settled_];
    switch (source.action) {
      case PlannedAction::keep:
        count_kept(source);
        break;
      case PlannedAction::copy:
        settle(source, copy_of_original(source), settled);
        break;
      case PlannedAction::refuse:
        settle(source, {row_of(source, councils_), {}}, settled);
        break;
      case PlannedAction::read: {
        const auto ready = early_.find(settled_);
        if (ready == early_.end()) return;
        ReadSource read = std::move(ready->second);
        early_.erase(ready);
        std::vector<ClaimedPaper> papers = claims_.settle(std::move(read.papers), read.row);
        settle(source, {std::move(read.row), std::move(papers)}, settled);
        break;
      }
    }
  }
}

void Intake::count_kept(const PlannedSource& source) {
  if (source.problem.empty()) {
    report_.count(*source.before, true, true);
    return;
  }
  ++report_.sources;
  report_.failed.push_back({source.path, source.problem + "; what was indexed of it before stays"});
}

SettledSource Intake::copy_of_original(const PlannedSource& source) const {
  SettledSource copy{row_of(source, councils_), {}};
  add_original(source.original != nullptr ? *source.original : originals_.at(source.copy_of), copy.row);
  return copy;
}

void Intake::settle(const PlannedSource& source, SettledSource ready, std::vector<SettledSource>& settled) {
  const bool same = source.before != nullptr && ready.papers.empty() && same_row(*source.before, ready.row);
  report_.count(ready.row, source.before != nullptr, same);
  if (const auto original = originals_.find(source.path); original != originals_.end()) original->second = ready.row;
  if (same) return;
  if (source.before != nullptr) replaced_.push_back(source.path);
  settled.push_back(std::move(ready));
}

}  // namespace minutebook::indexer
