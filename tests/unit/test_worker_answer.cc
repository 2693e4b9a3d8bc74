// What the client of a worker makes of its answer: an honest one is taken, and nothing else is.
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "indexer/worker_answer.h"

namespace minutebook::indexer {
namespace {

TEST(WorkerAnswer, AnAnswerForOnePageHasThatPage) {
  WorkerAnswer answer(7);
  answer.accept({FrameType::format, "pdf"});
  EXPECT_THROW(answer.accept({FrameType::page, "1\t1\t"}), std::runtime_error);
  WorkerAnswer other(7);
  other.accept({FrameType::format, "pdf"});
  EXPECT_THROW(other.accept({FrameType::page, "0\t1\t"}), std::runtime_error);
  WorkerAnswer right(7);
  right.accept({FrameType::format, "pdf"});
  EXPECT_FALSE(right.accept({FrameType::page, "7\t1\t"}));
}

TEST(WorkerAnswer, AnHonestAnswerIsTaken) {
  WorkerAnswer answer;
  EXPECT_FALSE(answer.accept({FrameType::format, "text"}));
  EXPECT_FALSE(answer.accept({FrameType::fact, "committee\tScrutiny Panel"}));
  EXPECT_FALSE(answer.accept({FrameType::fact, "ward\tElm"}));
  EXPECT_FALSE(answer.accept({FrameType::fact, "ward\tOak"}));
  EXPECT_FALSE(answer.accept({FrameType::outline, "2\t0\tReport of the Director"}));
  EXPECT_FALSE(answer.accept({FrameType::page, "1\t0\t"}));
  EXPECT_FALSE(answer.accept({FrameType::lines, "a\n\nb\n"}));
  EXPECT_FALSE(answer.accept({FrameType::lines, "c\n"}));
  EXPECT_FALSE(answer.accept({FrameType::page, "2\t1\tiv"}));
  EXPECT_FALSE(answer.accept({FrameType::warning, "line 1 was cut"}));
  EXPECT_TRUE(answer.accept({FrameType::end, ""}));
  const Extraction extraction = answer.take();
  ASSERT_EQ(extraction.text.pages.size(), 2U);
  EXPECT_EQ(extraction.text.pages[0].lines, (std::vector<std::string>{"a", "", "b", "c"}));
  EXPECT_EQ(extraction.text.pages[0].reading, PageReading::text);
  EXPECT_EQ(extraction.text.pages[1].reading, PageReading::scanned);
  EXPECT_EQ(extraction.text.pages[1].label, "iv");
  EXPECT_EQ(extraction.text.facts.committee, "Scrutiny Panel");
  EXPECT_EQ(extraction.text.facts.wards, (std::vector<std::string>{"Elm", "Oak"}));
  ASSERT_EQ(extraction.text.outline.size(), 1U);
  EXPECT_EQ(extraction.text.outline[0].page, 2);
  EXPECT_EQ(extraction.text.outline[0].title, "Report of the Director");
  EXPECT_EQ(extraction.text.warnings, std::vector<std::string>{"line 1 was cut"});
}

TEST(WorkerAnswer, AnEmptyOneMaySayWhy) {
  for (const std::string reason : {"", "holds no paper: it is a list of meetings"}) {
    WorkerAnswer answer;
    EXPECT_FALSE(answer.accept({FrameType::empty, reason}));
    EXPECT_TRUE(answer.accept({FrameType::end, ""}));
    const Extraction extraction = answer.take();
    EXPECT_EQ(extraction.status, ExtractionStatus::empty);
    EXPECT_EQ(extraction.reason, reason);
  }
}

TEST(WorkerAnswer, NothingElseIs) {
  const Frame format{FrameType::format, "text"};
  const Frame page{FrameType::page, "1\t0\t"};
  const std::vector<std::vector<Frame>> lies = {
      {{FrameType::end, ""}},
      {{FrameType::request, "txt"}},
      {page},
      {{FrameType::format, "../../etc"}},
      {format, format},
      {{FrameType::empty, "not\nworded so"}},
      {format, {FrameType::lines, "a\n"}},
      {format, {FrameType::page, "2\t0\t"}},
      {format, {FrameType::page, "-1\t0\t"}},
      {format, {FrameType::page, "1x\t0\t"}},
      {format, page, page},
      {format, {FrameType::page, "1"}},
      {format, {FrameType::page, "1\t3\t"}},
      {format, {FrameType::page, "1\t0\t" + std::string(max_label_bytes + 1, 'x')}},
      {format, {FrameType::fact, "shoe-size\t9"}},
      {format, {FrameType::fact, "title"}},
      {format, page, {FrameType::fact, "title\tLate"}},
      {format, {FrameType::outline, "2\tReport"}},
      {format, {FrameType::outline, "-2\t0\tReport"}},
      {format, page, {FrameType::outline, "1\t0\tLate"}},
      {format, {FrameType::page, "0\t0\t"}, page},
      {format, page, {FrameType::lines, "no end"}},
      {format, page, {FrameType::lines, "caf\xE9\n"}},
      {format, page, {FrameType::lines, "bell \x07\n"}},
      {format, page, {FrameType::lines, std::string(max_line_bytes + 1, 'x') + "\n"}},
      {format, page, {FrameType::warning, "two\nlines"}},
      {format, page, {FrameType::warning, ""}},
      {format, page, {FrameType::empty, ""}},
      {format, page, {FrameType::failed, "after all"}},
      {format, {FrameType::empty, ""}, page},
      {format, {FrameType::failed, std::string(max_sentence_bytes + 1, 'x')}},
      {format, page, {FrameType::end, "more"}},
  };
  for (std::size_t lie = 0; lie < lies.size(); ++lie) {
    WorkerAnswer answer;
    bool refused = false;
    try {
      for (const Frame& frame : lies[lie]) answer.accept(frame);
    } catch (const std::runtime_error&) {
      refused = true;
    }
    EXPECT_TRUE(refused) << lie;
  }
}

TEST(WorkerAnswer, TotalsAreLimited) {
  WorkerAnswer answer;
  answer.accept({FrameType::format, "text"});
  answer.accept({FrameType::page, "0\t0\t"});
  const std::string million(1 << 20, '\n');
  EXPECT_THROW(
      {
        for (int i = 0; i < 3; ++i) answer.accept({FrameType::lines, million});
      },
      std::runtime_error);
}

}  // namespace
}  // namespace minutebook::indexer
