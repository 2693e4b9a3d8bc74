#include "query/open_index_words.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "schema/index_terms.h"
#include "schema/mined_acronyms.h"
#include "schema/welsh_mutation.h"

namespace minutebook::query {

namespace {

// Shorter words are mostly small words: "go" is not "o".
constexpr std::size_t fewest_welsh_letters = 3;

/// Number of a paper over all shards.
using PaperNumber = std::pair<const OpenShard*, std::uint32_t>;

struct Collected {
  std::map<std::string, std::uint32_t> spellings;  // with the items that have them
  std::set<PaperNumber> papers;
};

std::vector<std::string> commonest_first(const std::map<std::string, std::uint32_t>& counted) {
  std::vector<std::pair<std::uint32_t, std::string>> order;
  for (const auto& [text, items] : counted) order.emplace_back(items, text);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> texts;
  for (auto& [items, text] : order) texts.push_back(std::move(text));
  return texts;
}

}  // namespace

std::uint32_t IndexWords::items(OpenShard& shard, const std::string& term) {
  BitmapPool::Lease found(index_.buffers.pool, shard.shard->item_count());
  shard.postings.read(term, *found, nullptr);
  return found->count_common(shard.live);
}

std::uint64_t IndexWords::items(const std::string& term) {
  std::uint64_t sum = 0;
  for (OpenShard& shard : index_.shards) {
    if (shard.postings.frequency(term) > 0) sum += items(shard, term);
  }
  return sum;
}

std::vector<AcronymMeaning> IndexWords::meanings(const std::string& capitals) {
  const std::string beginning = schema::meaning_term(capitals, "");
  std::map<std::string, Collected> by_key;
  schema::Lexicon lexicon;
  for (OpenShard& shard : index_.shards) {
    for (const std::string& term : shard.postings.terms_beginning(beginning)) {
      BitmapPool::Lease found(index_.buffers.pool, shard.shard->item_count());
      shard.postings.read(term, *found, nullptr);
      *found &= shard.live;
      if (found->empty()) continue;
      const std::string long_form = term.substr(beginning.size());
      Collected& meaning = by_key[schema::long_form_key(long_form, lexicon)];
      meaning.spellings[long_form] += found->count();
      found->for_each([&](std::uint32_t docid) { meaning.papers.emplace(&shard, shard.paper_of[docid]); });
    }
  }
  std::vector<AcronymMeaning> meanings;
  for (const auto& [key, meaning] : by_key) {
    meanings.push_back({key, commonest_first(meaning.spellings), static_cast<std::uint32_t>(meaning.papers.size())});
  }
  std::stable_sort(meanings.begin(), meanings.end(),
                   [](const AcronymMeaning& a, const AcronymMeaning& b) { return a.papers > b.papers; });
  return meanings;
}

std::vector<LongFormEntry> IndexWords::long_forms(const std::string& key_begins) {
  const std::string beginning = schema::long_form_beginning(key_begins);
  const std::size_t prefix = beginning.size() - key_begins.size();
  std::set<std::string> terms;
  for (OpenShard& shard : index_.shards) {
    for (const std::string& term : shard.postings.terms_beginning(beginning)) {
      if (!terms.contains(term) && items(shard, term) > 0) terms.insert(term);
    }
  }
  std::vector<LongFormEntry> found;
  for (const std::string& term : terms) {
    const std::size_t slash = term.rfind('/');
    found.push_back({term.substr(prefix, slash - prefix), term.substr(slash + 1)});
  }
  return found;
}

std::vector<std::string> IndexWords::hyphenated(const std::string& joined) {
  const std::string beginning = schema::hyphenated_term(joined, "");
  std::map<std::string, std::uint32_t> parts;
  for (OpenShard& shard : index_.shards) {
    for (const std::string& term : shard.postings.terms_beginning(beginning)) {
      const std::uint32_t found = items(shard, term);
      if (found > 0) parts[term.substr(beginning.size())] += found;
    }
  }
  return parts.empty() ? hyphenated_forms(joined) : commonest_first(parts);
}

/// "coordination", where papers write "co-ordinated" and nothing else.
std::vector<std::string> IndexWords::hyphenated_forms(const std::string& joined) {
  schema::Lexicon lexicon;
  const std::string stem = lexicon.word(lexicon.id_of(joined)).stem;
  const auto differ = std::mismatch(stem.begin(), stem.end(), joined.begin(), joined.end());
  constexpr std::ptrdiff_t fewest_letters = 4;
  if (differ.first - stem.begin() < fewest_letters) return {};
  std::string beginning = schema::hyphenated_term(std::string(stem.begin(), differ.first), "");
  const std::size_t prefix = schema::hyphenated_term("", "").size() - 1;
  beginning.pop_back();  // the slash that ends a joined word
  std::map<std::string, std::uint32_t> parts;
  for (OpenShard& shard : index_.shards) {
    for (const std::string& term : shard.postings.terms_beginning(beginning)) {
      const std::size_t slash = term.find('/', prefix);
      if (lexicon.word(lexicon.id_of(term.substr(prefix, slash - prefix))).stem != stem) continue;
      const std::uint32_t found = items(shard, term);
      if (found > 0) parts[term.substr(slash + 1)] += found;
    }
  }
  return commonest_first(parts);
}

bool IndexWords::has_stem(const std::string& stem) {
  const std::string term = schema::stem_term(stem);
  return std::any_of(index_.shards.begin(), index_.shards.end(),
                     [&](OpenShard& shard) { return shard.postings.frequency(term) > 0 && items(shard, term) > 0; });
}

std::vector<std::string> IndexWords::welsh_forms(const std::string& folded, const std::string& stem) {
  // The word itself comes first: of words that are met as often it stays.
  std::vector<std::string> radicals = schema::radicals_of(folded);
  radicals.insert(radicals.begin(), folded);
  std::vector<std::string> best;
  std::uint64_t most = 0;
  for (const std::string& radical : radicals) {
    std::vector<std::string> forms = schema::mutated_forms(radical);
    forms.push_back(radical);
    std::uint64_t met = 0;
    std::erase_if(forms, [&](const std::string& form) {
      const std::uint64_t found =
          form == folded || form.size() < fewest_welsh_letters ? 0 : items(schema::unstemmed_term(form));
      met += found;
      return found == 0;
    });
    if (met > most) {
      most = met;
      best = std::move(forms);
    }
  }
  if (best.empty()) return best;
  const bool welsh = most + items(schema::unstemmed_term(folded)) > items(schema::stem_term(stem));
  return welsh ? best : std::vector<std::string>();
}

}  // namespace minutebook::query
