// Who was there: names, offices, chairs and apologies in the wordings of many councils. The people here are invented.
#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/attendance.h"
#include "indexer/attendance_markers.h"
#include "indexer/attendance_names.h"
#include "indexer/blocks.h"
#include "tests/unit/reading_fixture.h"

namespace minutebook::indexer {
namespace {

/// "name/role/attendance" of everyone listed in `text`, in order; apologies a, absent n, in attendance i, present p.
std::vector<std::string> listed(const std::string& text) {
  const std::vector<Block> blocks = make_blocks(normalise(lines_of(text)));
  std::vector<std::string> people;
  for (const schema::Person& one : read_attendance(blocks, 0, blocks.size()).people) {
    const char* how = one.attendance == schema::Attendance::present         ? "p"
                      : one.attendance == schema::Attendance::in_attendance ? "i"
                      : one.attendance == schema::Attendance::apologies     ? "a"
                                                                            : "n";
    people.push_back(one.name + "/" + one.role + "/" + how);
  }
  return people;
}

TEST(ReadingPeople, Lists) {
  struct Row {
    std::string text;
    std::vector<std::string> people;
  };
  const std::vector<Row> rows = {
      {"PRESENT : Cllrs. Field (Chair), Pullen (Vice-Chair) and Young",
       {"Field/chair/p", "Pullen/vice-chair/p", "Young//p"}},
      {"**PRESENT:** Councillor D Cole in the Chair", {"D Cole/chair/p"}},
      {"Present:\n\nIn the Chair: Alderman Brooks\n\nAldermen: Adair, Reid (Zoom)",
       {"Brooks/chair/p", "Adair//p", "Reid/Zoom/p"}},
      {"Present:\n\nChair: Councillor Paul Holt\n\nCouncillors: Ann Reed, Tom Lake",
       {"Paul Holt/chair/p", "Ann Reed//p", "Tom Lake//p"}},
      {"**Present:**\n\n**Voting Members:** Councillor Liz Orme - in the Chair", {"Liz Orme/chair/p"}},
      {"Present\n\nCounty Councillor Sue Riley (Chair)\nCounty Councillor Simon Ash (Vice Chair)",
       {"Sue Riley/chair/p", "Simon Ash/vice-chair/p"}},
      {"Present: The Mayor (Councillor Colin Stead) in the Chair and Councillors SMITH J and Ann Lee",
       {"Colin Stead/chair/p", "SMITH J//p", "Ann Lee//p"}},
      {"Present Councillor Rob Holt (Chair)\nCouncillor Ann Reed", {"Rob Holt/chair/p", "Ann Reed//p"}},
      {"Members of the Committee present:\n\nCouncillor Ros Long\n\n(Chairperson)\n\nCouncillor Ama Orr",
       {"Ros Long/chair/p", "Ama Orr//p"}},
      {"**Elected Members:**\n\n- \\* Ayesha Aziz\n- r Rachel Lake\n- \\* Mark Orr (Vice-Chairman)",
       {"Ayesha Aziz//p", "Rachel Lake//p", "Mark Orr/vice-chair/p"}},
      {"PRESENT: Councillor A Holt\n\nCO-OPTED MEMBERS (VOTING)\n\nMr E Brook - Church Representative",
       {"A Holt//p", "E Brook/Church Representative/p"}},
      {"Also present:\nCouncillor Kate Orr, Portfolio Holder for Children, Education and Families",
       {"Kate Orr/Portfolio Holder for Children, Education and Families/i"}},
      {"Also in attendance: Martin Gray, Cabinet Member for Education and Ian Chand, Cabinet Member for Care",
       {"Martin Gray/Cabinet Member for Education/i", "Ian Chand/Cabinet Member for Care/i"}},
      {"Officers: Director of Place (G Holt), Head of Leisure (I O'Neil)",
       {"G Holt/Director of Place/i", "I O'Neil/Head of Leisure/i"}},
      {"In attendance:\n\nManaging Director\nHead of Communities\nWill Maclean, Strategic Director",
       {"Will Maclean/Strategic Director/i"}},
      {"Attending: Doug Hend, Executive Director\nWendy Brown, Head of Education",
       {"Doug Hend/Executive Director/i", "Wendy Brown/Head of Education/i"}},
      {"Attendees:\n\n| Name | Council |\n|---|---|\n| Councillor Bill Marsh (Chair) | London Borough of Westmarsh "
       "|\n| Councillor Ann Orr | Easton Council |",
       {"Bill Marsh/chair/p", "Ann Orr/Easton Council/p"}},
      {"PRESENT: Paul Brook (Chair), David Orr,\nLesley Game, Kelly Green, Sarah Holt, Dan Lake, Kate Long, "
       "Tom\nByrne, Tony Dore and Kay Lord",
       {"Paul Brook/chair/p", "David Orr//p", "Lesley Game//p", "Kelly Green//p", "Sarah Holt//p", "Dan Lake//p",
        "Kate Long//p", "Tom Byrne//p", "Tony Dore//p", "Kay Lord//p"}},
      {"| Present: | Also in attendance |\n|---|---|\n| Mr A Holt (Chairman) | Clr Mike Orr |\n| Mrs B Reed | "
       "Apologies: |\n"
       "| Mr C Lake Mrs D Long (Clerk) | Clr Jo Ash (NCC) |",
       {"A Holt/chair/p", "Mike Orr//i", "B Reed//p", "C Lake//p", "D Long/Clerk/p", "Jo Ash/NCC/a"}},
      {"Present: Nick Orr (NO) CHAIR Jane Holt (JH) Neal Reed (NR)",
       {"Nick Orr/NO/p", "Jane Holt/JH/p", "Neal Reed/NR/p"}},
      {"Present: A Holt B Reid C D Orr Mrs E Lake Miss F Dore",
       {"A Holt//p", "B Reid//p", "C D Orr//p", "E Lake//p", "F Dore//p"}},
      {"Present: Councillors J. Holt M.R. Reid, T Orr", {"J. Holt//p", "M.R. Reid//p", "T Orr//p"}},
      {"Other Members Present: A Holt. Apologies: B Reid", {"A Holt//i", "B Reid//a"}},
      {"Present: Cllr A Holt. Also in attendance was the Clerk, Mrs D Long. Apologies were received from Cllr B Reid.",
       {"A Holt//p", "D Long//i", "B Reid//a"}},
      {"In attendance: Mrs D Long, Parish Clerk", {"D Long/Parish Clerk/i"}},
      {"Sederunt:\n\nMr A Holtbury, Mr B Reidling, Mr C Orrdale, Mrs D Longdale, Mr E Lakeside, Mr F Doremont, Mr G "
       "Ashworthy, Mrs H Birchwood, Mr I Cedarham, Mrs J Elmsworth, Mr K Firbankly, Mr L Gorseland, Mrs M Hazelmere",
       {"A Holtbury//p", "B Reidling//p", "C Orrdale//p", "D Longdale//p", "E Lakeside//p", "F Doremont//p",
        "G Ashworthy//p", "H Birchwood//p", "I Cedarham//p", "J Elmsworth//p", "K Firbankly//p", "L Gorseland//p",
        "M Hazelmere//p"}},
      {"Present: Councillor A Holt\n\n| 7 | Ropes: Mr Reid said that they were worn. They were bought again. |\n| Quay "
       "Ltd | Ropes |\n| Mr C Orr | Buoys |",
       {"A Holt//p"}},
      {"Sederunt: Ann Holt, Ben Reid", {"Ann Holt//p", "Ben Reid//p"}},
      {"Present -\n\nCllr D Holt, Cllr M Peak", {"D Holt//p", "M Peak//p"}},
      {"1. Present: Mr A Holt. Apologies: Mrs B Reed", {"A Holt//p", "B Reed//a"}},
      {"Members of the Council present were: Councillors Ann Holt and Ben Reid", {"Ann Holt//p", "Ben Reid//p"}},
      {"Present:\n\nMr A Holt\n\nMatters Arising:\n\nMr C Lake", {"A Holt//p"}},
      {"Present: Councillor A Holt\n\nApologies for absence were received from Cllr D White.",
       {"A Holt//p", "D White//a"}},
      {"Present: Councillor A Holt\n\nThese minutes are subject to confirmation at the meeting of Wednesday, 14 "
       "February.",
       {"A Holt//p"}},
  };
  for (const Row& row : rows) EXPECT_EQ(listed(row.text), row.people) << row.text;
}

TEST(ReadingPeople, Apologies) {
  struct Row {
    std::string text;
    std::vector<std::string> names;
  };
  const std::vector<Row> rows = {
      {"Apologies for absence were received from Councillors Holt and Reed.", {"Holt", "Reed"}},
      {"Apologies for absence were intimated on behalf of Councillors Ann Holt and Tom Reed.",
       {"Ann Holt", "Tom Reed"}},
      {"Apologies for inability to attend were received from Cllr. A. Holt. A minute's silence was held.", {"A. Holt"}},
      {"Apologies were received from Councillor Ann Holt and Councillor Tom Reed attended as her substitute.",
       {"Ann Holt"}},
      {"Councillor Steve Holt sent his apologies.", {"Steve Holt"}},
      {"Councillor Ann Holt apologised for her inability to attend.", {"Ann Holt"}},
      {"Councillor Ann Holt apologised for the noise.", {}},
      {"Apologies were received from Councillor Ann Holt, Leader of the Council, and the Director of Quays.",
       {"Ann Holt"}},
      {"Cllr Mark Holt, Cllr Tess Reed", {"Mark Holt", "Tess Reed"}},
      {"There were no apologies for absence.", {}},
      {"No apologies had been received.", {}},
      {"Councillor Holt opened the meeting and was thanked.", {}},
  };
  for (const Row& row : rows) {
    AttendanceList list;
    read_apologies(row.text, list);
    std::vector<std::string> names;
    for (const schema::Person& one : list.people) names.push_back(one.name);
    EXPECT_EQ(names, row.names) << row.text;
  }
}

TEST(ReadingPeople, NamesWithNothingBetweenThem) {
  const std::string head =
      "HOUSING COMMITTEE\n\nMinutes of the meeting of the Housing Committee held on 4 March 2024\n\n";
  struct Row {
    std::string text;
    std::size_t people;
    bool warned;
  };
  for (const Row& row : std::vector<Row>{{"Present: Councillors Ann Holt Ben Reid Carl Orr", 0, true},
                                         {"Present: Councillors Ann Holt, Ben Reid, Carl Orr", 3, false},
                                         {"Present: Councillors Ann Mary Holt", 1, false},
                                         {"Present: Councillors A Holt B Reid C Orr", 3, false}}) {
    const Understood read = read_text(head + row.text + "\n\n1. ROPES\n\nRESOLVED: That they be bought.\n");
    ASSERT_EQ(read.papers.size(), 1U);
    const auto& warnings = read.papers[0].warnings;
    EXPECT_EQ(read.papers[0].people.size(), row.people) << row.text;
    EXPECT_EQ(std::any_of(warnings.begin(), warnings.end(),
                          [](const std::string& one) { return one.starts_with("nothing parts the names in"); }),
              row.warned)
        << row.text;
  }
}

TEST(ReadingPeople, AListInALaterItem) {
  const std::string head = "Minutes of the meeting of the Quay Panel held on 3 May 2021\n\n";
  const schema::Paper one =
      read_text(head +
                "**1. Welcome**\n\nAll were welcome.\n\n**2. Who came**\n\nPresent: Mr A Reed, Ms "
                "B Holt\n\n**3. Ropes**\n\nNone.\n")
          .papers.at(0);
  EXPECT_EQ(one.people.size(), 2U);
  const schema::Paper officers =
      read_text(head +
                "**1. Welcome**\n\nAll were welcome.\n\n**2. Answers**\n\nOfficers: Mr A Reed, "
                "Ms B Holt\n\n**3. Ropes**\n\nNone.\n")
          .papers.at(0);
  EXPECT_TRUE(officers.people.empty());
}

TEST(ReadingPeople, ApologiesOfAnItemJoinTheList) {
  const Understood read = read_text(
      "HOUSING COMMITTEE\n\nMinutes of the meeting of the Housing Committee held on 4 March 2024\n\nPresent: "
      "Councillors Holt and Orr\n\n"
      "1. APOLOGIES\n\nApologies were received from Councillor Reed.\n\n2. MINUTES\n\nRESOLVED: That they be "
      "approved.\n");
  ASSERT_EQ(read.papers.size(), 1U);
  ASSERT_EQ(read.papers[0].people.size(), 3U);
  EXPECT_EQ(read.papers[0].people[2].name, "Reed");
  EXPECT_EQ(read.papers[0].people[2].attendance, schema::Attendance::apologies);
}

TEST(ReadingPeople, HeadsOfLists) {
  for (const std::string text :
       {"PRESENT", "Also in attendance:", "Officers", "CO-OPTED MEMBERS (VOTING)", "Councillors Present"})
    EXPECT_TRUE(heads_attendance(text)) << text;
  for (const std::string text : {"Apologies for Absence", "Present: Councillor Holt", "Members asked for a plan",
                                 "Attendance at schools", "Chair's announcements"})
    EXPECT_FALSE(heads_attendance(text)) << text;
}

TEST(ReadingPeople, NoPersons) {
  for (const std::string text : {"Managing Director", "West Mercia Police", "London Borough of Westmarsh",
                                 "NHS Clinical Lead", "Head of Communities", "the public"})
    EXPECT_FALSE(person_of(text, schema::Attendance::present, false).has_value()) << text;
}

}  // namespace
}  // namespace minutebook::indexer
