// Reading only those passages of an item that hold one of some words or concepts: most passages of a matching item are
// no mentions, and theirs are passed over without being kept. Knows the layout of schema/shard_forward.h; knows nothing
// of queries or text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/shard.h"

namespace minutebook::schema {

class PassagePick {
 public:
  /// `words`: numbers in the shard, each below `word_count`; `concepts`: numbers in the vocabulary.
  PassagePick(const std::vector<WordId>& words, std::vector<std::uint32_t> concepts, std::uint32_t word_count);

  /// `item`: its record in the forward file; `path` names the file in errors. Reuses the memory of `passages`, which
  /// gets an entry for each passage (it may be longer): those picked and the first are read, of the others words and
  /// spans are left as they were. All that hold one of the words or concepts are picked, and a few that do not; their
  /// numbers go to `picked`, ascending. Returns the number of passages. `counts`: gets the number of words of each.
  std::size_t read(std::string_view item, const std::string& path, std::vector<ForwardPassage>& passages,
                   std::vector<std::size_t>& picked, std::vector<std::uint32_t>* counts = nullptr) const;

 private:
  bool wanted(WordId word) const {
    return (word >> 6) < words_.size() && ((words_[word >> 6] >> (word & 63)) & 1) != 0;
  }

  /// Does one of the words stand among these bytes, which are encoded words?
  bool any_in(std::string_view words) const;

  bool any_concept_in(std::string_view spans, const std::string& path) const;

  /// The first bytes of a word's code; those of a longer word are a hint only.
  struct Code {
    unsigned char first = 0;
    unsigned char second = 0;
    bool single = false;
  };
  bool many_ = false;                    // words: every word of a passage is looked up
  std::vector<Code> codes_;              // of few words, empty if there are many
  std::vector<std::uint64_t> words_;     // a bit for each word of the shard
  std::vector<std::uint32_t> concepts_;  // ascending
};

}  // namespace minutebook::schema
