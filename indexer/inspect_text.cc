#include "indexer/inspect_text.h"

#include <array>
#include <string_view>

#include "indexer/inspect_json.h"
#include "schema/analysis.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t decision_bytes = 160;

void add_line(std::string& out, std::string_view label, const std::string& value) {
  if (value.empty()) return;
  out.append("  ").append(label).append(14 > label.size() ? 14 - label.size() : 1, ' ').append(value).append("\n");
}

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : ", ") + value;
  return out;
}

std::string stated(const std::string& value) {
  return value.empty() ? "not stated" : value;
}

std::string shortened(const std::string& text) {
  if (text.size() <= decision_bytes) return text;
  return std::string(schema::cut_utf8(text, decision_bytes)) + "…";
}

std::string council_of(const schema::Paper& paper) {
  return paper.council.empty() ? "not stated" : paper.council_name + " (" + paper.council + ")";
}

std::string committee_of(const schema::Paper& paper) {
  return paper.committee.empty() ? "not stated" : paper.committee + " (" + paper.committee_kind + ")";
}

/// People by attendance, in the order printed papers keep.
void add_people(std::string& out, const schema::Paper& paper) {
  using schema::Attendance;
  for (const Attendance attendance :
       {Attendance::present, Attendance::apologies, Attendance::absent, Attendance::in_attendance}) {
    std::vector<std::string> names;
    for (const schema::Person& person : paper.people) {
      if (person.attendance == attendance)
        names.push_back(person.role.empty() ? person.name : person.name + " (" + person.role + ")");
    }
    add_line(out, name_of(attendance), joined(names));
  }
}

/// "5 text, 1 resolution".
std::string passage_counts(const schema::Item& item) {
  std::array<int, schema::passage_kind_count> counts{};
  for (const schema::Passage& passage : item.passages) ++counts[static_cast<std::size_t>(passage.kind)];
  std::string out;
  for (std::size_t kind = 0; kind < counts.size(); ++kind) {
    if (counts[kind] == 0) continue;
    out += (out.empty() ? "" : ", ") + std::to_string(counts[kind]) + " " +
           std::string(name_of(static_cast<schema::PassageKind>(kind)));
  }
  return out;
}

std::string evidence_of(const schema::Item& item) {
  std::vector<std::string> topics;
  for (const schema::TopicEvidence& topic : item.topics) {
    if (!topic.inherited)
      topics.push_back(topic.topic + " (\"" + topic.label + "\" ×" + std::to_string(topic.count) + ")");
  }
  return joined(topics);
}

bool is_decision(schema::PassageKind kind) {
  using schema::PassageKind;
  return kind == PassageKind::resolution || kind == PassageKind::recommendation || kind == PassageKind::action;
}

/// "EHAT (Early Help Assessment Tool)".
std::string explained_in(const schema::Item& item, schema::Lexicon& lexicon) {
  std::vector<std::string> acronyms;
  for (const schema::MinedAcronym& one : acronyms_of(item, lexicon)) {
    acronyms.push_back(one.capitals + " (" + one.long_form + ")");
  }
  return joined(acronyms);
}

void add_item(std::string& out, const schema::Item& item, schema::Lexicon& lexicon) {
  out += "\n  " + (item.number.empty() ? std::string("–") : item.number) + "  " +
         (item.title.empty() ? "(no title)" : item.title);
  if (!item.agenda_number.empty()) out += " [agenda item " + item.agenda_number + "]";
  if (item.page != 0) out += " [page " + std::to_string(item.page) + "]";
  if (item.exempt) out += " [exempt]";
  out += "\n       " + passage_counts(item) + "\n";
  for (const schema::Passage& passage : item.passages) {
    if (!is_decision(passage.kind)) continue;
    const std::string_view outcome = name_of(passage.outcome);
    out.append("       ").append(name_of(passage.kind));
    if (!outcome.empty()) out.append(" (").append(outcome).append(")");
    out.append(": ").append(shortened(passage.text)).append("\n");
  }
  const std::string topics = evidence_of(item);
  if (!topics.empty()) out += "       topics: " + topics + "\n";
  const std::string acronyms = explained_in(item, lexicon);
  if (!acronyms.empty()) out += "       acronyms: " + acronyms + "\n";
}

std::string language_text(schema::Language language) {
  switch (language) {
    case schema::Language::unknown:
      return stated("");
    case schema::Language::english:
      return "English";
    case schema::Language::welsh:
      return "Welsh";
    case schema::Language::both:
      return "English and Welsh";
  }
  return {};
}

void add_paper(std::string& out, const schema::Paper& paper) {
  out.append("\n")
      .append(name_of(paper.kind))
      .append(": ")
      .append(paper.title.empty() ? "(no title)" : paper.title)
      .append("\n");
  add_line(out, "id", schema::paper_id(paper));
  add_line(out, "council", council_of(paper));
  add_line(out, "committee", committee_of(paper));
  add_line(out, "date", stated(schema::iso_date(paper.date)));
  add_line(out, "language", language_text(paper.language));
  add_line(out, "portfolio", joined(paper.portfolios));
  add_line(out, "wards", joined(paper.wards));
  if (paper.key_decision) add_line(out, "key decision", *paper.key_decision ? "yes" : "no");
  if (paper.exempt) add_line(out, "exempt", "yes: it would not be indexed");
  add_people(out, paper);
  add_line(out, "topics", joined(topics_of(paper)));
  for (const std::string& warning : paper.warnings) add_line(out, "warning", warning);
  schema::Lexicon lexicon;
  for (const schema::Item& item : paper.items) add_item(out, item, lexicon);
}

}  // namespace

std::string inspection_text(const Inspection& inspection) {
  const SourceReading& reading = inspection.reading;
  std::string out = inspection.source + "\n";
  add_line(out, "format", reading.format);
  if (reading.pages > 0) add_line(out, "pages", std::to_string(reading.pages));
  if (!reading.reason.empty()) add_line(out, reading.status, reading.reason);
  for (const std::string& warning : reading.warnings) add_line(out, "warning", warning);
  for (const schema::Paper& paper : reading.papers) add_paper(out, paper);
  return out;
}

}  // namespace minutebook::indexer
