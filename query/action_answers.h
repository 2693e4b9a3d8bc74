// Whether a later item of the same committee answers what was asked: by the words they share, weighed by how rare they
// are, and by what the item says of itself. Careful: what is not sure is no answer. Knows nothing of how requests are
// found.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "query/include/minutebook/actions.h"
#include "query/open_index.h"
#include "query/passage_words.h"
#include "query/read_items.h"

namespace minutebook::query {

/// What is asked, as it is compared.
struct AnswerWanted {
  std::uint32_t shard = 0;
  std::uint32_t ordinal = 0;         ///< of the paper that asks
  std::vector<std::string> subject;  ///< stems of what is asked for, ascending
  bool by_title = false;             ///< the subject is taken from the item's title
  std::vector<std::string> item;     ///< stems of the title of the item that asks, ascending
};

struct AnswerFound {
  Trace trace = Trace::cannot_tell;
  std::optional<AnswerEvidence> evidence;
  schema::Date searched_until;
};

class AnswerFinder {
 public:
  explicit AnswerFinder(OpenIndex::Parts& index);
  ~AnswerFinder();
  AnswerFinder(const AnswerFinder&) = delete;
  AnswerFinder& operator=(const AnswerFinder&) = delete;

  AnswerFound find(const AnswerWanted& wanted);
  /// Number of the committee of a paper. Only the words of the committee last asked about are kept: ask about one after
  /// the other.
  std::uint32_t committee_number(const AnswerWanted& wanted) const;

 private:
  struct Item;
  struct Committee;
  const Committee& committee_of(const AnswerWanted& wanted);
  void read_committee(std::uint32_t value, Committee& committee);
  double weight(const std::string& stem);
  double share(const std::vector<std::string>& of, const std::vector<std::string_view>& in);
  std::optional<AnswerEvidence> evidence(const AnswerWanted& wanted, const Item& item, double& score);

  OpenIndex::Parts& index_;
  PassageReader reader_;
  std::uint32_t number_ = 0;
  std::unique_ptr<Committee> committee_;  // of that number
};

/// Stems of the telling words of a text, ascending.
std::vector<std::string> telling_stems(PassageReader& reader, const std::string& text);

}  // namespace minutebook::query
