// The Xapian database of a shard: sound to Xapian itself, and with the terms that say what an item is.
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "schema/index_terms.h"
#include "tests/unit/built_shard.h"

#ifdef __SANITIZE_ADDRESS__
// Xapian 1.4.22's own check deletes a table through a base class; that is not ours to mend.
extern "C" const char* __asan_default_options() {
  return "new_delete_type_mismatch=0";
}
#endif

namespace minutebook {
namespace {

using testing_support::Built;
using testing_support::documents;
using testing_support::source_row;
using testing_support::TemporaryFolder;
using testing_support::vocabulary;

/// Xapian's own check of a database finds nothing wrong.
void expect_sound(const std::string& folder) {
  std::ostringstream findings;
  EXPECT_EQ(Xapian::Database::check(folder, Xapian::DBCHECK_SHOW_STATS, &findings), 0U) << findings.str();
}

TEST(ShardDatabase, IsSound) {
  for (const unsigned seed : {1U, 2U, 3U}) expect_sound(Built(seed).shard->xapian_folder());
  expect_sound(Built(4, 0).shard->xapian_folder());
}

TEST(ShardDatabase, HoldsManyItems) {
  TemporaryFolder folder;
  indexer::ShardBuilder builder(folder / "shard", vocabulary());
  const std::uint32_t source = builder.add_source(source_row(0));
  constexpr std::uint32_t items = 40001;  // past the docids that keys pack into two bytes
  schema::Paper paper;
  paper.distinction = "long";
  for (std::uint32_t i = 1; i <= items; ++i) {
    schema::Item item;
    item.number = std::to_string(i);
    const std::string third = i % 3 == 0 ? " third" : "";
    item.passages.push_back(
        {schema::PassageKind::text, schema::Outcome::none, 0, false, "", "word number" + std::to_string(i) + third});
    paper.items.push_back(item);
  }
  builder.add_paper(paper, source);
  builder.finish();
  const auto shard = schema::Shard::open(folder / "shard");
  EXPECT_EQ(documents(*shard, "word").size(), items);
  for (const std::uint32_t i : {1U, 2U, 3999U, 32767U, 32768U, 40000U, 40001U}) {
    EXPECT_EQ(documents(*shard, schema::stem_term("number" + std::to_string(i))), std::set<std::uint32_t>{i});
    EXPECT_EQ(shard->item(i).number, std::to_string(i));
  }
  expect_sound(shard->xapian_folder());
  const Xapian::Database database(shard->xapian_folder());
  EXPECT_EQ(database.get_doccount(), items);
  EXPECT_EQ(database.get_termfreq("third"), items / 3);
  EXPECT_GT(database.get_wdf_upper_bound("third"), 0U);
  for (const std::uint32_t wanted : {1U, 2U, 1000U, 1001U, 32766U, 32767U, 32768U, 32769U, 39999U}) {
    Xapian::PostingIterator posting = database.postlist_begin("third");
    posting.skip_to(wanted);
    EXPECT_EQ(*posting, (wanted + 2) / 3 * 3);
    EXPECT_GT(database.get_doclength(wanted), 0U);
  }
  Xapian::PostingIterator posting = database.postlist_begin("third");
  posting.skip_to(items);
  EXPECT_EQ(posting, database.postlist_end("third"));
}

TEST(ShardDatabase, CanBeCompactedByXapianItself) {
  const Built one(21);
  const Built other(22);
  TemporaryFolder folder;
  Xapian::Database both;
  both.add_database(Xapian::Database(one.shard->xapian_folder()));
  both.add_database(Xapian::Database(other.shard->xapian_folder()));
  both.compact(folder / "both");
  expect_sound(folder / "both");
  const Xapian::Database merged(folder / "both");
  EXPECT_EQ(merged.get_doccount(), one.shard->item_count() + other.shard->item_count());
  EXPECT_EQ(merged.get_termfreq("council"), both.get_termfreq("council"));
}

schema::Passage passage(schema::PassageKind kind, const std::string& text,
                        schema::Outcome outcome = schema::Outcome::none) {
  return {kind, outcome, 0, false, "", text};
}

/// One paper with one item that has something of everything.
std::shared_ptr<const schema::Shard> telling_shard(const TemporaryFolder& folder) {
  schema::Paper paper;
  paper.kind = schema::PaperKind::minutes;
  paper.council = "E00";
  paper.council_name = "North Vale Council";
  paper.committee = "Children's Scrutiny Panel";
  paper.committee_kind = "scrutiny";
  paper.date = {2024, 1, 8};
  paper.people = {{"A Petrova", "chair", schema::Attendance::present}};
  schema::Item item;
  item.number = "CYP15";
  item.title = "Helpline";
  item.passages = {
      passage(schema::PassageKind::heading, "Helpline"),
      passage(schema::PassageKind::attendance, "Zelda Quill sent word"),
      passage(schema::PassageKind::text, "Councillor Jo Grey asked and Cllrs White and Black agreed to call back."),
      passage(schema::PassageKind::text, "PLEASE SEND HELP"),
      passage(schema::PassageKind::text, "The EHCPs were late."),
      passage(schema::PassageKind::action, "Report back", schema::Outcome::recommended)};
  paper.items = {item, schema::Item{}};
  indexer::ShardBuilder builder(folder / "shard", vocabulary());
  builder.add_paper(paper, builder.add_source(source_row(0)));
  builder.finish();
  return schema::Shard::open(folder / "shard");
}

TEST(ShardDatabase, TermsSayWhatAnItemIs) {
  TemporaryFolder folder;
  const auto shard = telling_shard(folder);
  using schema::FieldId;
  const std::set<std::uint32_t> first = {1};
  const std::set<std::uint32_t> both = {1, 2};
  const std::vector<std::pair<std::string, std::set<std::uint32_t>>> expected = {
      {schema::value_term(FieldId::council, "E00"), both},
      {schema::value_term(FieldId::committee, std::string(shard->values()[shard->papers()[0].committee].value)), both},
      {schema::value_term(FieldId::committee_kind, "scrutiny"), both},
      {schema::value_term(FieldId::kind, "minutes"), both},
      {schema::value_term(FieldId::date, "20240108"), both},
      {schema::value_term(FieldId::year, "2024"), both},
      {schema::value_term(FieldId::municipal_year, "2023/24"), both},
      {schema::value_term(FieldId::portfolio, "unknown"), both},
      {schema::month_term("202401"), both},
      {schema::number_term("cyp15"), first},
      {schema::number_term("CYP15"), first},
      {schema::title_term("helplin"), first},
      {schema::title_term("late"), {}},
      {schema::acronym_term("EHCP"), first},
      {schema::acronym_term("SEND"), {}},  // all of that passage is in capitals
      {schema::person_term("petrova"), first},
      {schema::person_term("quill"), first},
      {schema::person_term("grey"), first},
      {schema::person_term("white"), first},
      {schema::person_term("black"), first},
      {schema::person_term("asked"), {}},
      {schema::value_term(FieldId::in, "action"), first},
      {schema::value_term(FieldId::in, "resolution"), first},
      {schema::value_term(FieldId::in, "recommendation"), first},
      {schema::value_term(FieldId::in, "declaration"), {}}};
  for (const auto& [term, docids] : expected) EXPECT_EQ(documents(*shard, term), docids) << term;
}

TEST(ShardDatabase, WordsOfTheTitleWeighMore) {
  TemporaryFolder folder;
  const auto shard = telling_shard(folder);
  const Xapian::Database database(shard->xapian_folder());
  const auto wdf = [&](const std::string& term) { return database.postlist_begin(term).get_wdf(); };
  EXPECT_GT(wdf("helplin"), wdf("late"));
  EXPECT_EQ(wdf(schema::value_term(schema::FieldId::council, "E00")), 0U);
}

}  // namespace
}  // namespace minutebook
