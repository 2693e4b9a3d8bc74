// Papers and items as JSON, one object per line: what `inspect` and `check --dump` print (contract: DESIGN.md section
// 5). Knows nothing of how they were read or where they are stored.
#pragma once

#include <string>
#include <vector>

#include "indexer/inspect.h"
#include "schema/mined_acronyms.h"

namespace minutebook::indexer {

/// One line without line end. Bytes that are not UTF-8 (names of files) become U+FFFD.
std::string inspection_json(const Inspection& inspection);

/// An item with the facts of its paper.
struct DumpedItem {
  const std::string& source;
  const std::string& paper_id;
  const schema::Paper& paper;
  const std::string& item_id;
  const schema::Item& item;
};
/// The same for two indexes that hold the same of the item.
std::string dump_json(const DumpedItem& dumped);

/// Topics of a paper: of all its items, the most often named first, without those only inherited from narrower ones.
std::vector<std::string> topics_of(const schema::Paper& paper);
/// Acronyms that an item explains, each meaning once; `lexicon` is used for all items of a paper.
std::vector<schema::MinedAcronym> acronyms_of(const schema::Item& item, schema::Lexicon& lexicon);

}  // namespace minutebook::indexer
