// The pure parts of the service: targets, HTML, catalogues, routes, bounds of queries, the pool of workers.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include "schema/error.h"
#include "server/catalogue.h"
#include "server/html.h"
#include "server/problem.h"
#include "server/query_bounds.h"
#include "server/route.h"
#include "server/said.h"
#include "server/target.h"
#include "server/worker_pool.h"

namespace minutebook::server {
namespace {

TEST(Target, IsDecodedOnce) {
  const auto target = read_target("/search?q=a%2Bb+c%25&empty=&q=%C5%B5");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/search");
  EXPECT_EQ(target->parameters, (std::vector<Parameter>{{"q", "a+b c%"}, {"q", "ŵ"}}));
  EXPECT_EQ(read_target("/item/a%252e")->path, "/item/a%2e");
}

TEST(Target, RefusesWhatIsNoPlainAddress) {
  for (const char* target : {"search", "http://x/", "/a%", "/a%2", "/a%zz", "/../x", "/%2e%2e/x", "/a\\b", "/a%5cb",
                             "/?q=%00", "/?q=%1f", "/?q=%7f", "/?q=%ff", "/?q=%c0%80", "*"}) {
    EXPECT_FALSE(read_target(target)) << target;
  }
  EXPECT_FALSE(read_target("/" + std::string(max_target_bytes, 'a')));
  EXPECT_TRUE(read_target("/a..b/..c"));
}

TEST(Target, WrittenIsReadAgain) {
  const std::vector<Parameter> parameters = {{"q", "a b&c=d #e?f/\"%ŵ"}, {"council", "ZZA"}};
  const auto target = read_target(write_target("/search", parameters));
  ASSERT_TRUE(target);
  EXPECT_EQ(target->parameters, parameters);
}

TEST(Html, EscapesTextAndValues) {
  Html html;
  {
    const auto element = html.open("p", {{"title", "\"><b>'&"}});
    html.text("<script>&'\"");
  }
  EXPECT_EQ(html.take(), "<p title=\"&quot;&gt;&lt;b&gt;&#39;&amp;\">&lt;script&gt;&amp;&#39;&quot;</p>");
}

TEST(Html, LinksLeadHereOrToTheWeb) {
  EXPECT_EQ(Link::here("/item/a\"b c", {{"q", "x&y"}}, "m 1").text(), "/item/a%22b%20c?q=x%26y#m%201");
  EXPECT_EQ(Link::here("//evil.example/x").text(), "/evil.example/x");
  EXPECT_EQ(Link::here("item").text(), "/item");
  EXPECT_EQ(Link::elsewhere("https://a.example/b.pdf", "page=4")->text(), "https://a.example/b.pdf#page=4");
  EXPECT_EQ(Link::elsewhere("https://a.example/#x", "page=4")->text(), "https://a.example/#x");
  for (const char* url :
       {"javascript:alert(1)", " https://a.example", "data:text/html,x", "//a.example", "/etc/passwd", "file:///x", "",
        "https://a.example/\"onclick=x", "https://a.example/<b>", "https://a.example/a b", "JaVaScRiPt:x"}) {
    EXPECT_FALSE(Link::elsewhere(url)) << url;
  }
}

TEST(Catalogue, FormsOfNumbersFollowTheLanguage) {
  EXPECT_EQ(plural_form(Language::english, 1), "one");
  EXPECT_EQ(plural_form(Language::english, 0), "other");
  const char* welsh[] = {"zero", "one", "two", "few", "other", "other", "many", "other"};
  for (std::uint64_t n = 0; n < std::size(welsh); ++n) EXPECT_EQ(plural_form(Language::welsh, n), welsh[n]) << n;
  EXPECT_EQ(Catalogue::of(Language::welsh).count("page.papers", 3), "3 phapur");
  EXPECT_EQ(Catalogue::of(Language::english).count("page.items", 1234567), "1,234,567 items");
  EXPECT_EQ(Catalogue::of(Language::english).text("page.filter-is", {{"name", "{value}"}, {"value", "x"}}), "x: x");
}

TEST(Said, SentencesKeepWhatWasTyped) {
  struct Row {
    const char* english;
    const char* welsh;  ///< null: not known
  };
  for (const Row& row :
       {Row{"unclosed quote", "dyfynnod heb ei gau"},
        {"unclosed quote (character 7 of the query)", "dyfynnod heb ei gau (nod 7 o’r chwiliad)"},
        {"no field \"colour\" (character 1 of the query)", "nid oes maes \"colour\" (nod 1 o’r chwiliad)"},
        {"OR and AND in one chain", "OR a AND mewn un gadwyn"},
        // The line with most words of its own, though "{1} inside {2}" fits as well.
        {"a filter inside NEAR", "hidlydd y tu mewn i NEAR"},
        {"PARA inside NEAR", "PARA y tu mewn i NEAR"},
        {"since: \"(character 1 of the query)\" is not a date",
         "since: nid yw \"(character 1 of the query)\" yn ddyddiad"},
        {"none of the 12 items with the words before it has \"{1}\"",
         "nid oes \"{1}\" yn yr un o’r 12 eitem sydd â’r geiriau o’i flaen"},
        {"an unclosed quote", nullptr},
        {"", nullptr},
        {"(character 1 of the query)", nullptr}}) {
    const auto said = in_welsh(row.english);
    EXPECT_EQ(said.value_or("not known"), row.welsh == nullptr ? "not known" : row.welsh) << row.english;
  }
}

TEST(Said, AllOrNothing) {
  std::string known = "unclosed quote";
  std::string empty;
  EXPECT_TRUE(all_in_welsh({&known, &empty}));
  EXPECT_EQ(known, "dyfynnod heb ei gau");
  std::string unknown = "zzyzx";
  known = "unclosed quote";
  EXPECT_FALSE(all_in_welsh({&known, &unknown}));
  EXPECT_EQ(known, "unclosed quote");
}

TEST(Problem, IsReadBackAndSaidInWelsh) {
  const Response english = problem(400, "unclosed quote", "close it with another \", or leave it out");
  EXPECT_EQ(read_problem(english).detail, "unclosed quote");
  const Response welsh = problem_in_welsh(english);
  EXPECT_EQ(read_problem(welsh).detail, "dyfynnod heb ei gau");
  EXPECT_EQ(read_problem(welsh).hint, "caewch ef â \" arall, neu hepgorwch ef");
  EXPECT_EQ(welsh.headers.back().name, "Content-Language");
  // Half of it would be read by the wrong voice.
  EXPECT_EQ(problem_in_welsh(problem(400, "unclosed quote", "zzyzx")).headers.size(), english.headers.size());
  Response other;
  other.body = "not JSON";
  EXPECT_EQ(read_problem(other).detail, "");
  EXPECT_EQ(problem_in_welsh(other).body, "not JSON");
}

TEST(Routes, ParametersAreKnownOrRefusedByName) {
  std::string rest;
  const Route* search = find_route("/api/v1/search", rest);
  ASSERT_NE(search, nullptr);
  EXPECT_EQ(
      wrong_parameter(*search, {{"q", "x"}, {"facet", "kind"}, {"facet", "topic"}, {"council", "a"}, {"council", "b"}}),
      "");
  EXPECT_NE(wrong_parameter(*search, {{"colour", "x"}}).find("colour"), std::string::npos);
  EXPECT_NE(wrong_parameter(*search, {{"q", "x"}, {"q", "y"}}).find("twice"), std::string::npos);
  EXPECT_NE(wrong_parameter(*search, {{"limit", "-1"}}), "");
  EXPECT_NE(wrong_parameter(*search, {{"sort", "rel"}}), "");
  EXPECT_NE(wrong_parameter(*search, {{"strict", "perhaps"}}), "");
  EXPECT_EQ(find_route("/api/v1/items/a.1", rest)->path, "/api/v1/items/");
  EXPECT_EQ(rest, "a.1");
  for (const char* path : {"/api/v1/items/", "/api/v1", "/Search", "/search/", ""})
    EXPECT_EQ(find_route(path, rest), nullptr) << path;
}

TEST(QueryBounds, EachIsRefusedBeyondItsNumber) {
  const auto repeated = [](const std::string& part, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += (i > 0 ? " " : "") + part;
    return text;
  };
  for (const std::string& text : {repeated("word", max_query_words), repeated("\"a b\"", max_phrases),
                                  repeated("wor*", max_wildcards), std::string("council:(\"A\" OR B) x")}) {
    EXPECT_NO_THROW(parse_within_bounds(text)) << text;
  }
  for (const std::string& text : {repeated("word", max_query_words + 1), repeated("\"a b\"", max_phrases + 1),
                                  repeated("wor*", max_wildcards + 1), repeated("\"a wor*\"", max_wildcards + 1),
                                  repeated("(a NEAR b)", max_distances + 1), std::string(max_query_bytes + 1, 'x'),
                                  repeated("(", 20) + "a" + repeated(" -b)", 20)}) {
    EXPECT_THROW(parse_within_bounds(text), schema::Error) << text;
  }
}

TEST(WorkerPool, RefusesWhatItCannotTakeInTime) {
  std::promise<void> hold;
  const std::shared_future<void> held = hold.get_future().share();
  std::atomic<int> late = 0;
  std::atomic<int> done = 0;
  WorkerPool pool(1, 2, std::chrono::milliseconds(20));
  std::promise<void> begun;
  ASSERT_TRUE(pool.submit([&](bool) {
    begun.set_value();
    held.wait();
    ++done;
  }));
  begun.get_future().wait();
  const auto count = [&](bool in_time) { ++(in_time ? done : late); };
  EXPECT_TRUE(pool.submit(count));
  EXPECT_TRUE(pool.submit(count));
  EXPECT_FALSE(pool.submit(count));  // two wait already
  EXPECT_EQ(pool.waiting(), 2U);
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_GT(pool.longest_running(), std::chrono::milliseconds(20));
  hold.set_value();
  pool.end();
  EXPECT_EQ(done, 1);
  EXPECT_EQ(late, 2);  // they waited longer than allowed
  EXPECT_FALSE(pool.submit(count));
}

TEST(WorkerPool, TheRestOfAJobAlwaysFindsAPlaceBehindThoseThatWait) {
  std::promise<void> hold;
  const std::shared_future<void> held = hold.get_future().share();
  WorkerPool pool(1, 1, std::chrono::milliseconds(20));
  std::promise<void> begun;
  std::vector<std::string> order;
  ASSERT_TRUE(pool.submit([&](bool) {
    begun.set_value();
    held.wait();
  }));
  begun.get_future().wait();
  EXPECT_TRUE(pool.submit([&](bool in_time) { order.emplace_back(in_time ? "new" : "late"); }));
  for (int i = 0; i < 3; ++i)
    EXPECT_TRUE(pool.go_on([&](bool in_time) { order.emplace_back(in_time ? "rest" : "ended"); }));
  EXPECT_EQ(pool.waiting(), 1U);  // those that have begun do not count
  EXPECT_FALSE(pool.submit([](bool) {}));
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  std::promise<void> all;
  EXPECT_TRUE(pool.go_on([&](bool) { all.set_value(); }));
  hold.set_value();
  all.get_future().wait();
  pool.end();
  EXPECT_EQ(order, (std::vector<std::string>{"late", "rest", "rest", "rest"}));
  EXPECT_FALSE(pool.go_on([](bool) {}));
}

}  // namespace
}  // namespace minutebook::server
