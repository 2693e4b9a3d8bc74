// Names of kinds, and ids that live as long as what they name.
#include <gtest/gtest.h>

#include <set>

#include "schema/digest.h"
#include "schema/paper.h"

namespace minutebook::schema {
namespace {

Paper minutes() {
  Paper paper;
  paper.kind = PaperKind::minutes;
  paper.council = "E99000001";
  paper.council_name = "North Vale Council";
  paper.committee = "Children and Young People's Scrutiny Panel";
  paper.date = {2024, 1, 8};
  return paper;
}

Item numbered(const std::string& number) {
  Item item;
  item.number = number;
  return item;
}

TEST(Kinds, HaveDistinctNamesThatAreReadBack) {
  std::set<std::string_view> names;
  for (int i = 0; i < paper_kind_count; ++i) {
    const auto kind = static_cast<PaperKind>(i);
    EXPECT_EQ(paper_kind_of(name_of(kind)), kind);
    EXPECT_TRUE(names.insert(name_of(kind)).second);
  }
  names.clear();
  for (int i = 0; i < passage_kind_count; ++i) {
    const auto kind = static_cast<PassageKind>(i);
    EXPECT_EQ(passage_kind_of(name_of(kind)), kind);
    EXPECT_TRUE(names.insert(name_of(kind)).second);
  }
}

TEST(Kinds, AreReadHoweverTheyAreSpaced) {
  EXPECT_EQ(paper_kind_of("Work Programme"), PaperKind::work_programme);
  EXPECT_EQ(paper_kind_of("forward_plan"), PaperKind::forward_plan);
  EXPECT_EQ(passage_kind_of("TABLE-ROW"), PassageKind::table_row);
  EXPECT_EQ(paper_kind_of("minute"), std::nullopt);
  EXPECT_EQ(passage_kind_of(""), std::nullopt);
}

TEST(Kinds, OfOutcomesAndAttendanceHaveNames) {
  EXPECT_EQ(name_of(Outcome::none), "");
  EXPECT_EQ(name_of(Outcome::lost), "lost");
  EXPECT_EQ(name_of(Attendance::in_attendance), "in-attendance");
}

TEST(PaperId, IsThatOfTheMeetingHoweverTheCommitteeIsSpelled) {
  const std::string id = paper_id(minutes());
  EXPECT_EQ(id.size(), 12U);
  EXPECT_EQ(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz234567"), std::string::npos);
  Paper again = minutes();
  again.committee = "CHILDREN & YOUNG PEOPLES SCRUTINY PANEL";
  again.title = "Another title";
  again.items.push_back(numbered("1"));
  EXPECT_EQ(paper_id(again), id);
}

TEST(PaperId, ChangesWithWhatIdentifiesThePaper) {
  std::set<std::string> ids = {paper_id(minutes())};
  Paper paper = minutes();
  paper.kind = PaperKind::agenda;
  ids.insert(paper_id(paper));
  paper = minutes();
  paper.date = {2024, 1, 9};
  ids.insert(paper_id(paper));
  paper = minutes();
  paper.council = "E99000002";
  ids.insert(paper_id(paper));
  paper = minutes();
  paper.committee = "Cabinet";
  ids.insert(paper_id(paper));
  paper = minutes();
  paper.distinction = "5";
  ids.insert(paper_id(paper));
  EXPECT_EQ(ids.size(), 6U);
}

TEST(PaperId, IsThatOfTheContentWhereTheMeetingIsUnknown) {
  Paper paper;
  Item item = numbered("1");
  item.passages.push_back({PassageKind::text, Outcome::none, 0, false, "", "The panel met."});
  paper.items.push_back(item);
  Paper other = paper;
  EXPECT_EQ(paper_id(paper), paper_id(other));
  other.items[0].passages[0].text = "The board met.";
  EXPECT_NE(paper_id(paper), paper_id(other));
}

TEST(ItemIds, FollowTheNumberElseThePosition) {
  Paper paper;
  paper.items = {numbered(""), numbered("24"), numbered("CYP15"), numbered("45/07"),
                 numbered(""), numbered("24"), numbered("24")};
  const std::vector<std::string> expected = {"x.front", "x.24", "x.cyp15", "x.45-07", "x.p4", "x.24~2", "x.24~3"};
  EXPECT_EQ(item_ids(paper, "x"), expected);
  paper.items = {numbered("1"), numbered("…")};
  EXPECT_EQ(item_ids(paper, "x"), (std::vector<std::string>{"x.1", "x.p1"}));
}

TEST(MentionId, IsThatOfTheText) {
  const std::string id = mention_id("x.24", "Resolved.");
  EXPECT_EQ(id.size(), std::string("x.24.").size() + 8);
  EXPECT_EQ(id, mention_id("x.24", "Resolved."));
  EXPECT_NE(id, mention_id("x.24", "Resolved"));
  EXPECT_EQ(id, mention_id("x.24", "Resolved.", 1));
  EXPECT_EQ(id + "~3", mention_id("x.24", "Resolved.", 3));
}

TEST(Digest, IsSha256) {
  EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(base32(sha256("abc"), 8), "xj4bnp4p");
  EXPECT_EQ(base32(sha256(""), 100).size(), 51U);
}

}  // namespace
}  // namespace minutebook::schema
