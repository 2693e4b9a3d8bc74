#include "query/print_similar.h"

#include <cstdio>
#include <string>

#include "query/citation.h"
#include "query/json_parts.h"
#include "query/text_layout.h"
#include "schema/date.h"

namespace minutebook::query {

namespace {

std::string listed(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + text;
  return list;
}

std::vector<std::string> texts_of(const std::vector<SimilarTerm>& terms, bool topics) {
  std::vector<std::string> texts;
  for (const SimilarTerm& term : terms) {
    if (term.topic == topics) texts.push_back(term.text);
  }
  return texts;
}

std::string two_digits(double similarity) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", similarity);
  return text;
}

void print_source(TextLayout& layout, const SimilarAnswer& answer) {
  layout.line({"like: " + answer.label, false}, 0);
  const std::vector<std::string> topics = texts_of(answer.terms, true);
  const std::vector<std::string> words = texts_of(answer.terms, false);
  if (!topics.empty()) layout.line({"topics: " + listed(topics), false}, 2);
  if (!words.empty()) layout.line({"words: " + listed(words), false}, 2);
  std::string line = "searched: " + counted(answer.coverage.papers, "paper");
  if (answer.coverage.from.known())
    line += ", " + schema::iso_date(answer.coverage.from) + " to " + schema::iso_date(answer.coverage.to);
  if (answer.coverage.not_searched > 0)
    line += "; " + counted(answer.coverage.not_searched, "source") + " could not be searched";
  layout.line({line, false}, 0);
}

void print_row(TextLayout& layout, const SimilarRow& one) {
  const Result& row = one.row;
  layout.blank();
  const std::string& title = row.title.empty() ? row.paper.title : row.title;
  layout.line({title.empty() ? "(without a title)" : title, true}, 0);
  layout.line({citation_line(citation_of(row)), false}, 2);
  layout.line({"alike " + two_digits(one.similarity) + ", in common: " + listed(one.shared), false}, 2);
  if (row.grouped > 1) layout.line({counted(row.grouped - 1, "other item") + " of this paper came close", false}, 2);
  for (const Mention& mention : row.mentions)
    layout.runs(mention.page == 0 ? "" : "p. " + std::to_string(mention.page), mention.runs, 4);
  layout.line({row.paper.source, false}, 2);
  layout.line({"id " + row.id, false}, 2);
}

Json row_json(const SimilarRow& one) {
  Json made = item_json(one.row);
  made.erase("tier");
  made.erase("score");
  made["similarity"] = one.similarity;
  made["shared"] = one.shared;
  for (const Mention& mention : one.row.mentions) {
    Json passage = {{"id", mention.id}};
    add_mention_json(passage, mention);
    passage.erase("match");
    passage["runs"] = runs_json(mention.runs);
    made["passage"] = std::move(passage);
  }
  return made;
}

}  // namespace

void print_text(std::ostream& out, const SimilarAnswer& answer, const TextStyle& style) {
  TextLayout layout(out, style.bold, style.columns);
  print_source(layout, answer);
  if (answer.terms.empty()) {
    layout.line({"nothing to compare: no word or topic of it stands elsewhere in the index", true}, 0);
  } else if (answer.rows.empty()) {
    layout.line({"nothing like it: no item has two of these words and topics", true}, 0);
  }
  for (const SimilarRow& row : answer.rows) print_row(layout, row);
}

void print_json(std::ostream& out, const SimilarAnswer& answer) {
  Json terms = Json::array();
  for (const SimilarTerm& term : answer.terms) {
    terms.push_back({{"text", term.text}, {"topic", term.topic}, {"weight", term.weight}, {"items", term.items}});
  }
  Json rows = Json::array();
  for (const SimilarRow& row : answer.rows) rows.push_back(row_json(row));
  write_line(out, {{"like", answer.label},
                   {"revision", answer.revision},
                   {"terms", std::move(terms)},
                   {"papers", answer.coverage.papers},
                   {"not_searched", answer.coverage.not_searched},
                   {"candidates", answer.candidates},
                   {"results", std::move(rows)}});
}

}  // namespace minutebook::query
