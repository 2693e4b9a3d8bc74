#include "server/topic_labels.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace minutebook::server {

void name_topics_in_welsh(const schema::Vocabulary& vocabulary, query::Answer& answer) {
  const auto& concepts = vocabulary.concepts();
  const auto rename = [&](const std::string& id, std::string& label) {
    const auto known = vocabulary.by_id(id);
    if (known) label = concepts[*known].shown(true);
  };
  for (query::ShownFilter& filter : answer.interpreted.filters) {
    if (filter.field != schema::FieldId::topic) continue;
    for (std::size_t i = 0; i < filter.labels.size(); ++i) rename(filter.values[i], filter.labels[i]);
  }
  for (query::Facet& facet : answer.facets) {
    if (facet.field != schema::FieldId::topic) continue;
    for (query::FacetCount& one : facet.counts) rename(one.value, one.label);
  }
}

void name_topics_in_welsh(const schema::Vocabulary& vocabulary, query::Shown& shown) {
  std::unordered_map<std::string, const schema::Concept*> by_label;
  for (const schema::Concept& one : vocabulary.concepts()) by_label.emplace(one.preferred, &one);
  for (query::ShownItem& item : shown.items) {
    for (std::string& topic : item.topics) {
      const auto known = by_label.find(topic);
      if (known != by_label.end()) topic = known->second->shown(true);
    }
  }
}

std::string language_of_topics(const schema::Vocabulary& vocabulary, Language page) {
  if (page == Language::english) return "en";
  const auto& concepts = vocabulary.concepts();
  const bool all = std::all_of(concepts.begin(), concepts.end(),
                               [](const schema::Concept& one) { return !one.preferred_welsh.empty(); });
  return all ? "cy" : "";
}

}  // namespace minutebook::server
