// What is asked for, kept until all of it is known and answers are looked for, in little memory. Knows nothing of where
// it was found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "query/action_answers.h"

namespace minutebook::query {

/// Each stem stands in memory once.
class KeptWanted {
 public:
  void add(const AnswerWanted& wanted) {
    kept_.push_back(
        {wanted.shard, wanted.ordinal, wanted.by_title, stems_.size(), wanted.subject.size(), wanted.item.size()});
    for (const std::vector<std::string>* list : {&wanted.subject, &wanted.item}) {
      for (const std::string& stem : *list) stems_.push_back(&*words_.insert(stem).first);
    }
  }
  std::size_t size() const { return kept_.size(); }
  AnswerWanted at(std::size_t position) const {
    const Kept& kept = kept_[position];
    AnswerWanted made{kept.shard, kept.ordinal, {}, kept.by_title, {}};
    for (std::size_t i = 0; i < kept.subject + kept.item; ++i)
      (i < kept.subject ? made.subject : made.item).push_back(*stems_[kept.stems + i]);
    return made;
  }

 private:
  struct Kept {
    std::uint32_t shard;
    std::uint32_t ordinal;
    bool by_title;
    std::size_t stems;  ///< the first of them
    std::size_t subject;
    std::size_t item;
  };
  std::vector<Kept> kept_;
  std::unordered_set<std::string> words_;
  std::vector<const std::string*> stems_;
};

}  // namespace minutebook::query
