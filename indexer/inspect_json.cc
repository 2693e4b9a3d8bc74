#include "indexer/inspect_json.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

namespace minutebook::indexer {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}
Json or_null(int number) {
  return number == 0 ? Json() : Json(number);
}

Json council_json(const schema::Paper& paper) {
  if (paper.council.empty()) return {};
  return {{"code", paper.council}, {"name", paper.council_name}};
}

Json committee_json(const schema::Paper& paper) {
  if (paper.committee.empty()) return {};
  return {{"name", paper.committee}, {"kind", paper.committee_kind}};
}

Json person_json(const schema::Person& person) {
  return {{"name", person.name}, {"role", or_null(person.role)}, {"attendance", name_of(person.attendance)}};
}

Json passage_json(const schema::Passage& passage) {
  Json made = {{"kind", name_of(passage.kind)},
               {"outcome", or_null(std::string(name_of(passage.outcome)))},
               {"paragraph", or_null(passage.paragraph)},
               {"page", or_null(passage.page)},
               {"text", passage.text}};
  if (passage.scanned) made["scanned"] = true;
  if (passage.welsh) made["lang"] = schema::name_of(schema::Language::welsh);
  return made;
}

Json topics_json(const schema::Item& item) {
  Json topics = Json::array();
  for (const schema::TopicEvidence& topic : item.topics) topics.push_back(topic.topic);
  return topics;
}

Json item_json(const schema::Item& item, const std::string& id) {
  Json passages = Json::array();
  for (const schema::Passage& passage : item.passages) passages.push_back(passage_json(passage));
  return {{"id", id},
          {"number", or_null(item.number)},
          {"agenda_number", or_null(item.agenda_number)},
          {"title", item.title},
          {"page", or_null(item.page)},
          {"exempt", item.exempt},
          {"topics", topics_json(item)},
          {"passages", std::move(passages)}};
}

Json acronyms_json(const schema::Item& item, schema::Lexicon& lexicon) {
  Json acronyms = Json::array();
  for (const schema::MinedAcronym& one : acronyms_of(item, lexicon)) {
    acronyms.push_back({{"acronym", one.capitals}, {"long_form", one.long_form}});
  }
  return acronyms;
}

/// Facts of a paper in the order of the contract, without its items.
Json facts_json(const schema::Paper& paper, const std::string& id) {
  Json people = Json::array();
  for (const schema::Person& person : paper.people) people.push_back(person_json(person));
  return {{"id", id},
          {"kind", name_of(paper.kind)},
          {"title", paper.title},
          {"council", council_json(paper)},
          {"committee", committee_json(paper)},
          {"date", or_null(schema::iso_date(paper.date))},
          {"portfolios", paper.portfolios},
          {"exempt", paper.exempt},
          {"key_decision", paper.key_decision ? Json(*paper.key_decision) : Json()},
          {"wards", paper.wards},
          {"lang", or_null(std::string(schema::name_of(paper.language)))},
          {"people", std::move(people)}};
}

Json paper_json(const schema::Paper& paper) {
  const std::string id = schema::paper_id(paper);
  const std::vector<std::string> ids = schema::item_ids(paper, id);
  Json json = facts_json(paper, id);
  json["topics"] = topics_of(paper);
  json["warnings"] = paper.warnings;
  Json items = Json::array();
  schema::Lexicon lexicon;
  for (std::size_t i = 0; i < paper.items.size(); ++i) {
    items.push_back(item_json(paper.items[i], ids[i]));
    items.back()["acronyms"] = acronyms_json(paper.items[i], lexicon);
  }
  json["items"] = std::move(items);
  return json;
}

std::string printed(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::vector<std::string> topics_of(const schema::Paper& paper) {
  std::map<std::string, std::uint32_t> counts;
  for (const schema::Item& item : paper.items) {
    for (const schema::TopicEvidence& topic : item.topics) {
      if (!topic.inherited) counts[topic.topic] += topic.count;
    }
  }
  std::vector<std::pair<std::string, std::uint32_t>> ordered(counts.begin(), counts.end());
  std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> topics;
  for (auto& [topic, count] : ordered) topics.push_back(std::move(topic));
  return topics;
}

std::vector<schema::MinedAcronym> acronyms_of(const schema::Item& item, schema::Lexicon& lexicon) {
  std::vector<schema::MinedAcronym> acronyms;
  std::vector<schema::Token> tokens;
  for (const schema::Passage& passage : item.passages) {
    tokens.clear();
    schema::tokenise(passage.text, lexicon, tokens);
    for (schema::MinedAcronym& one : schema::mine_acronyms(passage.text, tokens, lexicon)) {
      if (std::find(acronyms.begin(), acronyms.end(), one) == acronyms.end()) acronyms.push_back(std::move(one));
    }
  }
  return acronyms;
}

std::string inspection_json(const Inspection& inspection) {
  const SourceReading& reading = inspection.reading;
  std::vector<std::string> warnings = reading.warnings;
  if (!reading.reason.empty()) warnings.insert(warnings.begin(), reading.reason);
  Json papers = Json::array();
  for (const schema::Paper& paper : reading.papers) papers.push_back(paper_json(paper));
  return printed({{"source", inspection.source},
                  {"source_id", inspection.source_id},
                  {"sha256", or_null(inspection.sha256)},
                  {"format", or_null(reading.format)},
                  {"pages", reading.pages},
                  {"warnings", std::move(warnings)},
                  {"papers", std::move(papers)}});
}

std::string dump_json(const DumpedItem& dumped) {
  Json json = item_json(dumped.item, dumped.item_id);
  json["source"] = dumped.source;
  json["paper"] = facts_json(dumped.paper, dumped.paper_id);
  return printed(json);
}

}  // namespace minutebook::indexer
