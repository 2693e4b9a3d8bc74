// What passages ask for, of whom and by when; and what asks for nothing.
#include <gtest/gtest.h>

#include "query/due_words.h"
#include "query/request_signs.h"

namespace minutebook::testing_support {
namespace {

using query::Asked;
using query::Due;

const schema::Date meeting = {2024, 1, 8};

struct Request {
  const char* text;
  bool decided;
  Asked asked;
  const char* addressee;
  const char* due;
  const char* date;
};

const Request requests[] = {
    {"an update be provided on the progress of the recruitment of home providers; and", true, Asked::update, "", "",
     ""},
    {"the committee to receive an update on the implementation of the helpline.", true, Asked::update, "", "", ""},
    {"a further report on the number of statements be brought to the first meeting of the new Municipal Year.", true,
     Asked::report, "", "to the first meeting of the new Municipal Year", ""},
    {"a full report on damp be submitted to the next meeting.", true, Asked::report, "", "to the next meeting", ""},
    {"to ask the Cabinet Member for a further report on recommendations 3 to 7 in May 2025.", true, Asked::report,
     "Cabinet Member", "in May 2025", "2025-05"},
    {"the Cabinet Member be asked to write to the Secretary of State about ferries; and", true, Asked::letter,
     "Cabinet Member", "", ""},
    {"That the Chair write to the boroughs by 4 March 2024.", true, Asked::letter, "Chair", "by 4 March 2024",
     "2024-03-04"},
    {"the Head of Inclusion report in March 2025 on what the children say.", true, Asked::report, "Head of Inclusion",
     "in March 2025", "2025-03"},
    {"figures for reviews be sent to Members every quarter.", true, Asked::information, "", "every quarter", ""},
    {"the names of providers be given to the Director each month.", true, Asked::information, "", "each month", ""},
    {"That a Group be set up, to report back by October 2024.", true, Asked::report, "", "by October 2024", "2024-10"},
    {"the Executive Board be asked to pay for a bus pass.", true, Asked::step, "Executive Board", "", ""},
    {"the Committee receive a report in July 2025 and every six months after that.", true, Asked::report, "",
     "in July 2025 and every six months after that", "2025-07"},
    {"a further report be made when the second home has been open for six months.", true, Asked::report, "",
     "when the second home has been open for six months", ""},
    {"That the Commission look at progress in twelve months.", true, Asked::update, "", "in twelve months", ""},
    {"a progress update be provided in six months' time.", true, Asked::update, "", "in six months' time", ""},
    {"feedback on the guidance issued in November 2023 be provided.", true, Asked::update, "", "", ""},
    {"That the Clerk should, in the light of the discussion, bring a draft agenda to the next meeting.", true,
     Asked::report, "Clerk", "to the next meeting", ""},
    {"The Director should provide figures each month.", true, Asked::information, "Director", "each month", ""},
    {"to ask for a further report in a year on the names lost.", true, Asked::report, "", "in a year", ""},
    {"Clerk to write", false, Asked::letter, "Clerk", "", ""},
    {"The Clerk to respond accordingly.", false, Asked::letter, "Clerk", "", ""},
    {"Cllr Wick to clear the gully before 4 March 2024.", false, Asked::step, "Cllr Wick", "before 4 March 2024",
     "2024-03-04"},
    {"Cllr Wick asked for an audit of the offices, whose windows were open in February.", false, Asked::report, "", "",
     ""},
    // Nothing is asked for.
    {"The Clerk should be thanked.", true, Asked::nothing, "", "", ""},
    {"Members should note the draft.", true, Asked::nothing, "", "", ""},
    {"Chair to the Board", false, Asked::nothing, "", "", ""},
    {"Councillors are to be told.", false, Asked::nothing, "", "", ""},
    {"The village has cart roads to repair.", false, Asked::nothing, "", "", ""},
    {"the report be noted; and", true, Asked::nothing, "", "", ""},
    {"That the report be received and sent to Cabinet.", true, Asked::nothing, "", "", ""},
    {"That the report of the review be agreed and its recommendations be sent to Cabinet.", true, Asked::nothing, "",
     "", ""},
    {"Copies can be made available if requested.", true, Asked::nothing, "", "", ""},
    {"the press and public be excluded while the next item is considered.", true, Asked::nothing, "", "", ""},
    // In the discussion.
    {"Members requested that feedback be provided to the committee on the form.", false, Asked::update, "", "", ""},
    {"A further update would be provided at a future meeting of the Board.", false, Asked::update, "",
     "at a future meeting of the Board", ""},
    {"The Scrutiny Officer would bring a note to the Panel.", false, Asked::information, "Scrutiny Officer", "", ""},
    {"It was agreed that an audit would be brought in the summer.", false, Asked::report, "", "in the summer", ""},
    {"Councillor Ash promised a reply from Cabinet in April.", false, Asked::information, "Councillor Ash", "in April",
     ""},
    {"An update was provided on the form.", false, Asked::nothing, "", "", ""},
    {"Members asked whether a report had been written.", false, Asked::nothing, "", "", ""},
    {"The Panel had requested that a presentation be provided.", false, Asked::nothing, "", "", ""},
    {"Support would be provided to parents.", false, Asked::nothing, "", "", ""},
};

TEST(Requests, WhatIsAskedForOfWhomAndByWhen) {
  query::PassageReader reader;
  for (const Request& request : requests) {
    SCOPED_TRACE(request.text);
    const auto sign = query::find_request(reader.read(request.text), request.decided, meeting);
    if (request.asked == Asked::nothing) {
      EXPECT_FALSE(sign.has_value());
      continue;
    }
    ASSERT_TRUE(sign.has_value());
    EXPECT_EQ(name_of(sign->asked), name_of(request.asked));
    EXPECT_EQ(sign->addressee, request.addressee);
    EXPECT_EQ(sign->due.words, request.due);
    EXPECT_EQ(sign->due.date, request.date);
  }
}

TEST(Requests, DatesThatArePastAreNotDue) {
  query::PassageReader reader;
  const query::PassageWords passage = reader.read("guidance issued in November 2023 and due in May 2024");
  EXPECT_EQ(query::find_due(passage, passage.all(), meeting), (Due{"in May 2024", "2024-05"}));
  EXPECT_EQ(query::find_due(passage, passage.all(), {}).date, "2023-11") << "nothing is past of a paper without a date";
  const query::PassageWords quarterly = reader.read("quarterly reports be provided, annually");
  EXPECT_EQ(query::find_due(quarterly, quarterly.all(), meeting).words, "annually")
      << "a quarterly report is a kind of report";
}

TEST(DueWords, AreComparedByWhatTheyTell) {
  EXPECT_EQ(query::words_of_time("after 6 months"), query::words_of_time("six months after"));
  EXPECT_EQ(query::words_of_time("to the next meeting"), query::words_of_time("at its next meeting"));
  EXPECT_NE(query::words_of_time("in six months' time"), query::words_of_time("in twelve months"));
  EXPECT_TRUE(query::words_of_time("").empty());
}

}  // namespace
}  // namespace minutebook::testing_support
