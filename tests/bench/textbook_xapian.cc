#include "tests/bench/textbook_xapian.h"

#include <xapian.h>

#include <deque>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "tests/bench/measure.h"

namespace minutebook::bench {
namespace {

constexpr Xapian::valueno kDateSlot = kFacets;  // slots 0 to kFacets - 1 hold the facets

// Prefixes of the boolean terms, in the order of the facets; the colon keeps a value apart from its prefix.
constexpr std::array<std::string_view, kFacets> kPrefixes = {
    "XCOUNCIL:", "XCOMMITTEE:", "XCKIND:", "XKIND:", "XYEAR:", "XMYEAR:", "XPORTFOLIO:", "XTOPIC:"};

std::string date_value(const Date& date) {
  std::string digits = iso_date(date);
  std::erase(digits, '-');
  return digits;
}

// What a results page shows: a header of plain lines, an empty line, the text.
std::string document_data(const Paper& paper, const Item& item, const std::string& text) {
  std::string data;
  data.reserve(text.size() + 256);
  data.append("council=").append(paper.council.name).append("\ncommittee=").append(paper.committee);
  data.append("\ndate=").append(iso_date(paper.date)).append("\nnumber=").append(item.number);
  data.append("\ntitle=").append(item.title).append("\n\n").append(text);
  return data;
}

class TextbookXapian : public Engine {
 public:
  explicit TextbookXapian(const std::filesystem::path& folder) : folder_(folder) {}

  void index(PaperSource& papers) override;
  void open() override;
  Answer answer(const BenchQuery& query) override;
  Export export_all(const BenchQuery& query) override;
  std::uint64_t size_on_disk() const override { return bytes_below(folder_); }

 private:
  Xapian::Query compile(const BenchQuery& query);
  void add_mentions(const Xapian::MSet& matches, const std::string& data, Export& result) const;

  std::filesystem::path folder_;
  Xapian::Database database_;
  Xapian::QueryParser parser_;
  Xapian::Stem stemmer_{"english"};
};

void add_item(Xapian::WritableDatabase& database, Xapian::TermGenerator& generator, const Paper& paper,
              const Item& item) {
  Xapian::Document document;
  const std::string text = item_text(item);
  generator.set_document(document);
  generator.set_termpos(0);
  generator.index_text(item.title, 1, "S");
  generator.index_text(text);
  const auto values = facet_values(paper, item);
  for (std::size_t facet = 0; facet < kFacets; ++facet) {
    document.add_value(static_cast<Xapian::valueno>(facet), values[facet]);
    document.add_boolean_term(std::string(kPrefixes[facet]) + values[facet]);
  }
  document.add_value(kDateSlot, date_value(paper.date));
  document.set_data(document_data(paper, item, text));
  database.add_document(document);
}

void TextbookXapian::index(PaperSource& papers) {
  Xapian::WritableDatabase database(folder_.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("english"));
  generator.set_stemming_strategy(Xapian::TermGenerator::STEM_SOME);
  while (true) {
    const std::vector<Paper>& batch = papers.next_batch();
    if (batch.empty()) break;
    for (const Paper& paper : batch) {
      for (const Item& item : paper.items) add_item(database, generator, paper, item);
    }
  }
  database.commit();
}

void TextbookXapian::open() {
  database_ = Xapian::Database(folder_.string());
  parser_.set_database(database_);
  parser_.set_stemmer(Xapian::Stem("english"));
  parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  parser_.set_default_op(Xapian::Query::OP_AND);
}

Xapian::Query TextbookXapian::compile(const BenchQuery& query) {
  Xapian::Query compiled =
      parser_.parse_query(query.xapian, Xapian::QueryParser::FLAG_BOOLEAN | Xapian::QueryParser::FLAG_PHRASE |
                                            Xapian::QueryParser::FLAG_WILDCARD);
  if (!query.council_code.empty()) {
    compiled = Xapian::Query(Xapian::Query::OP_FILTER, compiled,
                             Xapian::Query(std::string(kPrefixes[0]) + query.council_code));
  }
  if (query.first_year != 0) {
    const Xapian::Query dates(Xapian::Query::OP_VALUE_RANGE, kDateSlot, std::to_string(query.first_year) + "0101",
                              std::to_string(query.last_year) + "1231");
    compiled = Xapian::Query(Xapian::Query::OP_FILTER, compiled, dates);
  }
  return compiled;
}

Answer TextbookXapian::answer(const BenchQuery& query) {
  Xapian::Enquire enquire(database_);
  enquire.set_query(compile(query));
  std::deque<Xapian::ValueCountMatchSpy> spies;  // spies cannot be moved
  for (std::size_t facet = 0; facet < kFacets; ++facet) spies.emplace_back(static_cast<Xapian::valueno>(facet));
  for (auto& spy : spies) enquire.add_matchspy(&spy);
  const Xapian::MSet matches = enquire.get_mset(0, kPageSize, database_.get_doccount());
  Answer answer;
  answer.total = matches.get_matches_estimated();
  if (matches.get_matches_lower_bound() != matches.get_matches_upper_bound()) {
    throw std::runtime_error("the total of " + query.xapian + " is not exact");
  }
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    answer.text_bytes += match.get_document().get_data().size();
    ++answer.shown;
  }
  for (std::size_t facet = 0; facet < kFacets; ++facet) {
    FacetSum sum;
    for (auto value = spies[facet].values_begin(); value != spies[facet].values_end(); ++value) {
      sum.add(*value, value.get_termfreq());
    }
    answer.facets[facet] = sum.value();
  }
  return answer;
}

// Which paragraphs hold the query is what snippets are for: none is made where nothing matches.
void TextbookXapian::add_mentions(const Xapian::MSet& matches, const std::string& data, Export& result) const {
  std::istringstream lines(data.substr(data.find("\n\n") + 2));
  for (std::string paragraph; std::getline(lines, paragraph);) {
    if (paragraph.empty()) continue;
    const std::string snippet = matches.snippet(paragraph, paragraph.size(), stemmer_,
                                                Xapian::MSet::SNIPPET_EMPTY_WITHOUT_MATCH, "<b>", "</b>", "");
    if (snippet.empty()) continue;
    result.bytes += paragraph.size();
    ++result.rows;
  }
}

Export TextbookXapian::export_all(const BenchQuery& query) {
  Xapian::Enquire enquire(database_);
  enquire.set_query(compile(query));
  enquire.set_weighting_scheme(Xapian::BoolWeight());  // an export needs no ranking
  const Stopwatch watch;
  const Xapian::MSet matches = enquire.get_mset(0, database_.get_doccount());
  std::vector<std::string> documents;
  Export result;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    documents.push_back(match.get_document().get_data());
  }
  result.reading = watch.wall();
  for (const std::string& data : documents) add_mentions(matches, data, result);
  return result;
}

}  // namespace

std::unique_ptr<Engine> make_textbook_xapian(const std::filesystem::path& folder) {
  return std::make_unique<TextbookXapian>(folder);
}

}  // namespace minutebook::bench
