// Papers of made-up words, for the tests of copies. Knows nothing of what the tests expect.
#pragma once

#include <string>
#include <vector>

#include "schema/paper.h"

namespace minutebook::indexer {

/// `count` words that are the same for the same `seed`.
inline std::string words(int count, int seed) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "word" + std::to_string(seed) + "x" + std::to_string(i) + " ";
  return text;
}

inline schema::Paper paper(schema::PaperKind kind, const std::vector<std::string>& passages) {
  schema::Paper made;
  made.kind = kind;
  made.title = "Housing";
  made.council = "ZZ1";
  made.council_name = "Northvale";
  made.committee = "Cabinet";
  made.committee_kind = "cabinet";
  made.date = {2024, 3, 4};
  schema::Item item;
  for (const std::string& text : passages)
    item.passages.push_back({schema::PassageKind::text, schema::Outcome::none, 0, false, "", text});
  made.items.push_back(item);
  return made;
}

inline schema::Paper titled(schema::Paper made, const std::string& title) {
  made.title = title;
  made.distinction = title;
  return made;
}

inline schema::Paper draft(schema::Paper made) {
  made.items[0].passages[0].text = "DRAFT";
  return made;
}

}  // namespace minutebook::indexer
