#include "query/include/minutebook/complete.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "query/open_index.h"
#include "query/spelling.h"
#include "schema/analysis.h"
#include "schema/fields.h"
#include "schema/index_terms.h"

namespace minutebook::query {

namespace {

constexpr std::size_t fewest_letters = 2;
// Words of a shard that are weighed: its commonest with the beginning, for each that is wanted.
constexpr std::size_t weighed_for_each = 8;

void keep_best(std::vector<Completion>& found, std::size_t limit, std::vector<Completion>& all) {
  std::sort(found.begin(), found.end(), [](const Completion& a, const Completion& b) {
    return a.items != b.items ? a.items > b.items : a.text < b.text;
  });
  if (found.size() > limit) found.resize(limit);
  std::move(found.begin(), found.end(), std::back_inserter(all));
}

std::uint64_t items_with(OpenIndex::Parts& index, const std::string& term) {
  std::uint64_t items = 0;
  for (OpenShard& shard : index.shards) {
    BitmapPool::Lease found(index.buffers.pool, shard.shard->item_count());
    shard.postings.read(term, *found, nullptr);
    items += found->count_common(shard.live);
  }
  return items;
}

std::vector<Completion> labels(OpenIndex::Parts& index, const std::string& beginning) {
  std::vector<Completion> found;
  const auto& concepts = index.index.vocabulary->concepts();
  std::set<std::string> shown;
  for (std::uint32_t number = 0; number < concepts.size(); ++number) {
    for (const schema::LabelKey& label : index.label_keys().of(number)) {
      if (label.hidden || !schema::fold_text(label.label).starts_with(beginning)) continue;
      const std::uint64_t items = items_with(index, schema::label_term(concepts[number].id, label.key));
      if (items > 0 && shown.insert(label.key).second) found.push_back({CompletionKind::label, label.label, items});
    }
  }
  return found;
}

bool a_word_begins(const std::string& folded, const std::string& beginning) {
  return folded.starts_with(beginning) || folded.find(' ' + beginning) != std::string::npos;
}

std::vector<Completion> committees(OpenIndex::Parts& index, const std::string& beginning) {
  std::map<std::string, std::uint64_t> by_name;
  for (const NamedValue& one : index.names().committees) {
    if (!a_word_begins(schema::fold_text(one.label), beginning)) continue;
    by_name[one.label] += items_with(index, schema::value_term(schema::FieldId::committee, one.value));
  }
  std::vector<Completion> found;
  for (const auto& [name, items] : by_name) {
    if (items > 0) found.push_back({CompletionKind::committee, name, items});
  }
  return found;
}

std::vector<Completion> words(OpenIndex::Parts& index, const std::string& beginning, std::size_t limit) {
  std::set<std::string> forms;
  for (const OpenShard& shard : index.shards) {
    std::vector<schema::WordId> ids = shard.shard->words_with_prefix(beginning);
    // The commoner a word, the smaller its number.
    std::sort(ids.begin(), ids.end());
    if (ids.size() > limit * weighed_for_each) ids.resize(limit * weighed_for_each);
    for (const schema::WordId id : ids) forms.emplace(shard.shard->folded(id));
  }
  std::vector<Completion> found;
  schema::Lexicon lexicon;
  for (const std::string& form : forms) {
    const std::uint64_t items = live_items_with_stem(index, lexicon.word(lexicon.id_of(form)).stem);
    if (items > 0) found.push_back({CompletionKind::word, form, items});
  }
  std::sort(found.begin(), found.end(), [](const Completion& a, const Completion& b) {
    return a.items != b.items ? a.items > b.items : a.text < b.text;
  });
  std::vector<Completion> living;
  for (Completion& one : found) {
    if (living.size() == limit) break;
    if (stands_in_live_item(index, one.text)) living.push_back(std::move(one));
  }
  return living;
}

}  // namespace

std::vector<Completion> complete(OpenIndex& index, std::string_view typed, std::size_t limit) {
  const std::string beginning = schema::fold_text(typed);
  std::vector<Completion> all;
  if (beginning.size() < fewest_letters || limit == 0) return all;
  OpenIndex::Parts& parts = index.parts();
  std::vector<Completion> found = labels(parts, beginning);
  keep_best(found, limit, all);
  found = committees(parts, beginning);
  keep_best(found, limit, all);
  found = words(parts, beginning, limit);
  keep_best(found, limit, all);
  return all;
}

}  // namespace minutebook::query
