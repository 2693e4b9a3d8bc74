#include "query/answer_interpreted.h"

#include "query/answer_expansions.h"

namespace minutebook::query {

Interpreted shown_query(OpenIndex::Parts& index, const ResolvedQuery& query, bool count_labels) {
  Interpreted shown;
  shown.text = query.interpreted;
  shown.optional = query.optional;
  shown.notes = query.notes;
  for (const Filter& filter : query.filters) {
    ShownFilter& one =
        shown.filters.emplace_back(ShownFilter{filter.field, filter.values, {}, filter.range, filter.typed});
    for (const std::string& value : filter.values) one.labels.push_back(index.label(filter.field, value));
  }
  for (const Expansion& expansion : query.expansions)
    shown.expansions.push_back(shown_expansion(index, expansion, count_labels));
  return shown;
}

}  // namespace minutebook::query
