// Invented papers in any number, and folders that go when a test ends: for tests of shards and of the index writer.
// Knows nothing of real papers; the same seed gives the same papers.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "schema/paper.h"
#include "schema/vocabulary.h"

namespace minutebook::testing_support {

/// Three topics: "send" with the acronym SEND, below it "ehc-plans" with EHCP and "plans", and "schools" under the
/// label given.
inline std::shared_ptr<const schema::Vocabulary> small_vocabulary(const std::string& label = "schools") {
  const std::string xml =
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\" "
      "xmlns:mb=\"urn:minutebook:vocabulary#\">"
      "<skos:ConceptScheme "
      "rdf:about=\"urn:minutebook:topics\"><skos:prefLabel>Topics</skos:prefLabel></skos:ConceptScheme>"
      "<skos:Concept rdf:about=\"urn:minutebook:topics:send\"><skos:notation>send</skos:notation>"
      "<skos:prefLabel>special educational needs</skos:prefLabel><mb:acronym>SEND</mb:acronym></skos:Concept>"
      "<skos:Concept rdf:about=\"urn:minutebook:topics:ehc-plans\"><skos:notation>ehc-plans</skos:notation>"
      "<skos:broader rdf:resource=\"urn:minutebook:topics:send\"/>"
      "<skos:prefLabel>EHC "
      "plans</skos:prefLabel><mb:acronym>EHCP</mb:acronym><skos:altLabel>plans</skos:altLabel></skos:Concept>"
      "<skos:Concept rdf:about=\"urn:minutebook:topics:schools\"><skos:notation>schools</skos:notation>"
      "<skos:prefLabel>" +
      label + "</skos:prefLabel></skos:Concept></rdf:RDF>";
  return std::make_shared<const schema::Vocabulary>(schema::Vocabulary::from_xml(xml, "a small vocabulary"));
}

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "minutebook-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored_at_the_end_of_a_test;
    std::filesystem::remove_all(path_, ignored_at_the_end_of_a_test);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

class RandomPapers {
 public:
  explicit RandomPapers(unsigned seed) : random_(seed) {}

  schema::Paper paper(std::size_t most_items = 9) {
    schema::Paper paper;
    paper.kind = static_cast<schema::PaperKind>(below(schema::paper_kind_count));
    paper.title = some() ? words(6) : "";
    if (some()) paper.council = "X0" + std::to_string(below(4));
    if (!paper.council.empty()) paper.council_name = "Council " + paper.council;
    if (some()) paper.committee = "Committee " + words(2);
    if (!paper.committee.empty()) paper.committee_kind = some() ? "scrutiny" : "cabinet";
    if (some()) paper.date = {2010 + below(15), 1 + below(12), 1 + below(28)};
    while (some(3)) paper.portfolios.push_back("Cabinet Member for " + words(2));
    while (some(3)) paper.wards.push_back(words(2));
    while (some(3)) paper.warnings.push_back(words(4));
    while (some(2))
      paper.people.push_back({words(2), some() ? "chair" : "", static_cast<schema::Attendance>(below(4))});
    paper.exempt = some(9);
    paper.language = static_cast<schema::Language>(below(schema::language_count));
    if (some(3)) paper.key_decision = some();
    paper.distinction = "d" + std::to_string(++made_);
    paper.page = below(40);
    for (std::size_t items = static_cast<std::size_t>(below(static_cast<int>(most_items) + 1)); items > 0; --items) {
      paper.items.push_back(item());
    }
    // A paper that says nothing has no id of its own.
    if (paper.items.empty() && paper.council.empty()) paper.council = "X0" + std::to_string(below(4));
    return paper;
  }

  /// One of `number` outcomes, from 0.
  int below(int number) { return std::uniform_int_distribution<int>(0, number - 1)(random_); }
  /// True once in `times`.
  bool some(int times = 2) { return below(times) == 0; }
  std::string words(int most) {
    std::string text = word();
    for (int left = below(most); left > 0; --left) text += (some(12) ? ", " : " ") + word();
    return text;
  }

 private:
  schema::Item item() {
    schema::Item item;
    if (some()) item.number = std::to_string(below(5));
    if (some(5)) item.agenda_number = "A" + std::to_string(below(9));
    item.page = below(30);
    item.exempt = some(20);
    if (some()) {
      item.title = words(5);
      item.passages.push_back(
          {schema::PassageKind::heading, schema::Outcome::none, item.page, some(5), "", item.title});
    }
    for (int left = below(8); left > 0; --left) item.passages.push_back(passage());
    return item;
  }

  schema::Passage passage() {
    schema::Passage passage;
    passage.kind = static_cast<schema::PassageKind>(below(schema::passage_kind_count));
    passage.outcome = static_cast<schema::Outcome>(some(3) ? below(9) : 0);
    passage.page = below(300);
    passage.scanned = some(5);
    if (some(4)) passage.paragraph = std::to_string(below(9)) + "." + std::to_string(below(30));
    passage.text = words(some(20) ? 900 : 40);
    passage.welsh = some(4);
    return passage;
  }

  /// Common words, names, acronyms, numbers, other scripts, and words nobody ever met.
  std::string word() {
    static const std::vector<std::string> known = {
        "the",  "of",      "and",        "council",  "committee",  "children", "EHCP",       "EHCPs",
        "SEND", "send",    "Councillor", "Cllrs",    "Okafor",     "Ms",       "O'Brien",    "café",
        "£4.2", "2019/20", "Ysgol",      "plans",    "timeliness", "résumé",   "well-known", "10,000",
        "Łódź", "学校",    "&",          "RESOLVED", "scrutiny",   "schools"};
    if (!some(4)) return known[static_cast<std::size_t>(below(static_cast<int>(known.size())))];
    std::string invented;
    for (int left = 2 + below(9); left > 0; --left) invented.push_back(static_cast<char>('a' + below(26)));
    return invented;
  }

  std::mt19937 random_;
  int made_ = 0;
};

}  // namespace minutebook::testing_support
