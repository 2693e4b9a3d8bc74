// What was asked for, between being found and being told, in little memory: what papers say of all their passages is
// kept once, the rest as bytes. Knows nothing of how it is found or printed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/include/minutebook/actions.h"

namespace minutebook::query {

class PackedActions {
 public:
  std::size_t size() const { return entries_.size(); }
  /// Without what became of it.
  void add(const Action& action);
  /// What became of one of them.
  void settle(std::size_t at, Trace trace, const std::optional<AnswerEvidence>& answer,
              const schema::Date& searched_until);
  Asked asked(std::size_t at) const { return entries_[at].asked; }
  Trace trace(std::size_t at) const { return entries_[at].trace; }
  /// Whether one is told before another: newest first, then by council and committee.
  bool before(std::size_t a, std::size_t b) const;
  /// Lets go of it.
  Action take(std::size_t at);

 private:
  struct Entry {
    std::string bytes;   ///< the action without its paper
    std::string answer;  ///< empty: none
    std::uint32_t paper = 0;
    std::uint32_t answer_paper = 0;
    schema::Date searched_until;
    Asked asked = Asked::nothing;
    SaidAs said = SaidAs::resolution;
    Trace trace = Trace::cannot_tell;
  };
  std::uint32_t paper_number(const Cited& where);

  std::vector<Entry> entries_;
  std::vector<Cited> papers_;                               ///< what is the same for all passages of a paper
  std::unordered_map<std::string, std::uint32_t> numbers_;  ///< of papers by id
};

}  // namespace minutebook::query
