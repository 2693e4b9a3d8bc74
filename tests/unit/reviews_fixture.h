// A small index of made-up minutes with a review and requests, for tests of reviews and actions.
// Knows nothing of what they expect.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "query/parse.h"
#include "query/resolve.h"
#include "tests/unit/small_index.h"

namespace minutebook::testing_support {

using schema::Outcome;
using schema::PaperKind;
using schema::PassageKind;

inline constexpr const char* panel = "Ferries Scrutiny Panel";

inline schema::Item item(const std::string& number, const std::string& title, std::vector<schema::Passage> passages) {
  schema::Item made;
  made.number = number;
  made.title = title;
  made.passages.push_back({PassageKind::heading, Outcome::none, 0, false, "", title});
  for (schema::Passage& one : passages) made.passages.push_back(std::move(one));
  return made;
}

inline schema::Paper paper(PaperKind kind, const schema::Date& date, const std::string& committee,
                           const std::string& title, std::vector<schema::Item> items) {
  schema::Paper made;
  made.kind = kind;
  made.title = title;
  made.distinction = title;
  made.council = "E00";
  made.council_name = "Quayside Council";
  made.committee = committee;
  made.committee_kind = "scrutiny";
  made.date = date;
  made.items = std::move(items);
  return made;
}

inline schema::Passage said(const std::string& text) {
  return {PassageKind::text, Outcome::none, 0, false, "", text};
}

inline schema::Passage resolved(const std::string& text, const std::string& paragraph = "") {
  return {PassageKind::resolution, Outcome::agreed, 0, false, paragraph, text};
}

class ReviewsAndActions : public ::testing::Test {
 protected:
  void SetUp() override {
    add(paper(PaperKind::minutes, {2019, 3, 4}, panel, "Minutes",
              {item("1", "GANGWAYS",
                    {said("Members were worried about gangways."),
                     resolved("Resolved that a Task and Finish Group on gangways be set up.")}),
               item("2", "TIMETABLES",
                    {resolved("(1) the report be noted", "(1)"),
                     resolved("a report on winter timetables be submitted to the next meeting.", "(2)"),
                     resolved("an update on lifeboat drills be provided.", "(3)")})}));
    add(paper(
        PaperKind::minutes, {2020, 1, 6}, panel, "Minutes of January",
        {item("7", "GANGWAYS: TASK AND FINISH GROUP REPORT", {said("The report was agreed.")}),
         item("8", "WINTER TIMETABLES", {said("As requested in March, the Manager reported on winter timetables.")}),
         item("9", "PAINT", {resolved("details of the paint used be circulated.")})}));
    publish();
  }

  void add(schema::Paper made) { papers_.push_back(std::move(made)); }

  void publish() {
    const std::string folder = folder_ / ("index" + std::to_string(++published_));
    indexer::IndexWriter writer(folder, small_vocabulary());
    auto builder = writer.new_shard();
    for (std::size_t i = 0; i < papers_.size(); ++i)
      builder->add_paper(papers_[i], builder->add_source(source_named(std::to_string(i))));
    publish_one(writer, std::move(builder));
    index_ = std::make_unique<query::OpenIndex>(schema::open_index(folder));
  }

  query::ResolvedQuery understood(const std::string& text) {
    const query::ResolveContext context{
        *index_->index().vocabulary, *index_->index().councils, index_->names(), true, {}};
    return query::resolve(query::parse(text), context);
  }

  TemporaryFolder folder_;
  int published_ = 0;
  std::vector<schema::Paper> papers_;
  std::unique_ptr<query::OpenIndex> index_;
};

}  // namespace minutebook::testing_support
