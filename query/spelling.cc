#include "query/spelling.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "query/near_words.h"
#include "query/open_index.h"
#include "schema/index_terms.h"

namespace minutebook::query {

namespace {

constexpr std::size_t fewest_letters = 4;
constexpr std::size_t fewest_letters_for_two_slips = 8;
// A word in so few items may be a slip although it stands in papers; more is allowed where nothing was found.
constexpr std::uint64_t hardly_any = 2;
constexpr std::uint64_t few = 20;
// A neighbour must stand in so many times as many items.
constexpr std::uint64_t far_commoner = 50;
constexpr std::size_t most_weighed = 12;  ///< neighbours of a word whose live items are counted
constexpr std::size_t most_offered = 3;

/// A word of the query as typed.
struct TypedWord {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string folded;
  std::string stem;
  std::vector<WordForm> spellings;  ///< looked for already
};

struct Neighbour {
  std::string folded;
  int distance = 0;
  std::uint64_t items = 0;
};

bool letters_only(const std::string& folded) {
  return std::none_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Words that were looked for by their spelling.
class WordCollector {
 public:
  explicit WordCollector(const ResolvedQuery& query) : query_(query) { collect(query.tree); }
  std::vector<TypedWord> words;
  schema::Lexicon lexicon;

 private:
  void collect(const Node& node) {
    if (node.kind == NodeKind::none_of || node.kind == NodeKind::filter) return;
    for (const Node& child : node.children) collect(child);
    if (node.kind != NodeKind::leaf || node.begin >= node.end || node.end > query_.typed.size()) return;
    const LeafKind kind = node.leaf.kind;
    if (kind != LeafKind::stem && kind != LeafKind::phrase && kind != LeafKind::form) return;
    const std::string_view text = std::string_view(query_.typed).substr(node.begin, node.end - node.begin);
    std::vector<schema::Token> tokens;
    schema::tokenise(text, lexicon, tokens);
    // Several words under one stem are a way of writing them together.
    if (kind == LeafKind::stem && tokens.size() != 1) return;
    for (const schema::Token& token : tokens) {
      const schema::Word& word = lexicon.word(token.word);
      const bool beginning = token.end < text.size() && text[token.end] == '*';
      const bool plain = word.folded.size() >= fewest_letters + (word.acronym ? 1 : 0) && letters_only(word.folded);
      if (!plain || beginning || !seen_.insert(node.begin + token.begin).second) continue;
      words.push_back({node.begin + token.begin, node.begin + token.end, word.folded, word.stem, node.leaf.spellings});
    }
  }

  const ResolvedQuery& query_;
  std::set<std::uint32_t> seen_;
};

std::vector<Neighbour> neighbours_of(OpenIndex::Parts& index, schema::Lexicon& lexicon, const TypedWord& word,
                                     int slips) {
  std::map<std::string, int> near;
  for (const OpenShard& shard : index.shards) {
    for (NearWord& one : near_words(*shard.shard, word.folded, slips, slips > 1))
      near.emplace(one.folded, one.distance);
  }
  std::vector<Neighbour> found;
  for (const auto& [folded, distance] : near) {
    const std::string& stem = lexicon.word(lexicon.id_of(folded)).stem;
    const bool looked_for = stem == word.stem || std::any_of(word.spellings.begin(), word.spellings.end(),
                                                             [&](const WordForm& one) { return one.stem == stem; });
    if (looked_for || !letters_only(folded)) continue;
    found.push_back({folded, distance, index.frequency(schema::stem_term(stem))});
  }
  const auto likelier = [](const Neighbour& a, const Neighbour& b) {
    return std::tuple(a.distance, b.items, a.folded) < std::tuple(b.distance, a.items, b.folded);
  };
  std::sort(found.begin(), found.end(), likelier);
  if (found.size() > most_weighed) found.resize(most_weighed);
  for (Neighbour& one : found) one.items = live_items_with_stem(index, lexicon.word(lexicon.id_of(one.folded)).stem);
  std::sort(found.begin(), found.end(), likelier);
  return found;
}

/// Words to offer for a word that `own` live items have.
std::vector<std::string> offers_for(OpenIndex::Parts& index, schema::Lexicon& lexicon, const TypedWord& word,
                                    std::uint64_t own) {
  std::vector<std::string> offers;
  const int most_slips = word.folded.size() >= fewest_letters_for_two_slips ? 2 : 1;
  for (int slips = 1; slips <= most_slips && offers.empty(); ++slips) {
    for (const Neighbour& one : neighbours_of(index, lexicon, word, slips)) {
      if (offers.size() == most_offered) break;
      const bool commoner = one.items >= std::max<std::uint64_t>(1, own * far_commoner);
      if (commoner && stands_in_live_item(index, one.folded)) offers.push_back(one.folded);
    }
  }
  return offers;
}

/// The query with some of its words exchanged. `words` in the order of the query, `chosen` beside them; empty: as
/// typed.
Suggestion rewritten(const ResolvedQuery& query, const std::vector<TypedWord>& words,
                     const std::vector<std::string>& chosen) {
  Suggestion made;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (chosen[i].empty()) continue;
    const std::string typed = query.typed.substr(words[i].begin, words[i].end - words[i].begin);
    made.query += query.typed.substr(copied, words[i].begin - copied) + chosen[i];
    made.corrections.push_back({typed, chosen[i]});
    copied = words[i].end;
  }
  made.query += query.typed.substr(copied);
  return made;
}

/// The likeliest words together; then, one word at a time, the others.
std::vector<Suggestion> variants(const ResolvedQuery& query, const std::vector<TypedWord>& words,
                                 const std::vector<std::vector<std::string>>& offers) {
  std::vector<std::string> best;
  for (const auto& one : offers) best.push_back(one.empty() ? std::string() : one.front());
  std::vector<Suggestion> made = {rewritten(query, words, best)};
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t other = 1; other < offers[i].size(); ++other) {
      std::vector<std::string> chosen = best;
      chosen[i] = offers[i][other];
      made.push_back(rewritten(query, words, chosen));
    }
  }
  return made;
}

}  // namespace

std::uint64_t live_items_with_stem(OpenIndex::Parts& index, const std::string& stem) {
  std::uint64_t items = 0;
  for (OpenShard& shard : index.shards) {
    BitmapPool::Lease found(index.buffers.pool, shard.shard->item_count());
    shard.postings.read(schema::stem_term(stem), *found, nullptr);
    items += found->count_common(shard.live);
  }
  return items;
}

bool stands_in_live_item(OpenIndex::Parts& index, const std::string& folded) {
  std::vector<schema::ForwardPassage> passages;
  for (OpenShard& shard : index.shards) {
    const std::vector<schema::WordId> forms = shard.shard->words_with_folded(folded);
    if (forms.empty()) continue;
    BitmapPool::Lease found(index.buffers.pool, shard.shard->item_count());
    for (const schema::WordId form : forms)
      shard.postings.read(schema::stem_term(shard.shard->stem(form)), *found, nullptr);
    *found &= shard.live;
    // The posting list is of all words with the stem: the record tells whether this one is among them.
    for (std::uint32_t docid = found->next(1); docid != 0; docid = found->next(docid + 1)) {
      const std::size_t count = shard.shard->forward(docid, passages);
      for (std::size_t i = 0; i < count; ++i) {
        for (const schema::WordId word : passages[i].words) {
          if (std::find(forms.begin(), forms.end(), word) != forms.end()) return true;
        }
      }
      if (docid == shard.shard->item_count()) break;
    }
  }
  return false;
}

std::vector<Suggestion> corrections(OpenIndex& index, const ResolvedQuery& query, const Answer& answer,
                                    const SearchOptions& options) {
  WordCollector typed(query);
  const std::uint64_t rare = answer.totals.items == 0 ? few : hardly_any;
  std::vector<TypedWord> words;
  std::vector<std::vector<std::string>> offers;
  std::sort(typed.words.begin(), typed.words.end(),
            [](const TypedWord& a, const TypedWord& b) { return a.begin < b.begin; });
  for (TypedWord& word : typed.words) {
    const std::uint64_t own = live_items_with_stem(index.parts(), word.stem);
    if (own > rare) continue;
    offers.push_back(offers_for(index.parts(), typed.lexicon, word, own));
    words.push_back(std::move(word));
  }
  std::vector<Suggestion> given;
  if (std::all_of(offers.begin(), offers.end(), [](const auto& one) { return one.empty(); })) return given;
  SearchOptions count;
  count.limit = 0;
  count.strict = true;
  count.deadline = options.deadline;
  for (Suggestion& one : variants(query, words, offers)) {
    if (given.size() == most_offered) break;
    const Answer counted = search(index, options.read_again(one.query), count);
    one.items = counted.totals.items;
    if (counted.complete && one.items > answer.totals.items) given.push_back(std::move(one));
  }
  return given;
}

}  // namespace minutebook::query
