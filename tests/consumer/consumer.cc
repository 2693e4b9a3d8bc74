// Uses every part of the installed library and prints what it gave back, one line a fact, cells between tabs. The tests
// compare the lines with what the command prints.
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <ranges>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

#include "commands.h"

namespace {

using namespace minutebook;

static_assert(std::ranges::input_range<Mentions>);
static_assert(std::is_copy_constructible_v<Index> && std::is_nothrow_move_constructible_v<Index>);
static_assert(!std::is_copy_constructible_v<Mentions> && std::is_nothrow_move_constructible_v<Mentions>);
static_assert(MINUTEBOOK_VERSION_NUMBER ==
              MINUTEBOOK_VERSION_MAJOR * 10000 + MINUTEBOOK_VERSION_MINOR * 100 + MINUTEBOOK_VERSION_PATCH);

std::vector<std::string> ids_of(const Index& index, const std::string& query) {
  std::vector<std::string> ids;
  for (const Item& item : index.search(query, {.everything = true}).items) ids.push_back(item.id);
  for (const CitedMention& cited : index.mentions(query)) ids.push_back(cited.mention.id);
  return ids;
}

/// Asks every query from four threads at once, with a bad one between; all must get what one thread gets.
void threads(const Index& index, const Arguments& queries) {
  std::map<std::string, std::vector<std::string>> expected;
  for (const std::string& query : queries) expected[query] = ids_of(index, query);
  std::vector<int> differing(4);
  std::vector<std::thread> running;
  for (int& count : differing) {
    running.emplace_back([&count, &index, &queries, &expected] {
      for (int round = 0; round < 3; ++round) {
        for (const std::string& query : queries) {
          try {
            (void)index.search("(" + query);
            ++count;
          } catch (const Error& error) {
            if (error.code() != ErrorCode::query) ++count;
          }
          if (ids_of(index, query) != expected.at(query)) ++count;
        }
      }
    });
  }
  for (std::thread& one : running) one.join();
  int sum = 0;
  for (const int count : differing) sum += count;
  print("differing", sum);
}

/// Two streams at once, each read in turns, on an index that is closed meanwhile.
void interleaved(const Index& opened, const Arguments& queries) {
  std::optional<Index> index(opened);
  Mentions first = index->mentions(queries.at(0));
  Mentions second = index->mentions(queries.at(1), {.sort = SortOrder::oldest});
  Mentions abandoned = index->mentions(queries.at(0));
  (void)abandoned.next();
  index.reset();
  bool more = true;
  while (more) {
    more = first.next() != nullptr;
    more = second.next() != nullptr || more;
  }
  abandoned = std::move(first);
  print("first", abandoned.count(), abandoned.digest());
  print("second", second.count(), second.digest());
}

std::string name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
      return "usage";
    case ErrorCode::query:
      return "query";
    case ErrorCode::not_found:
      return "not_found";
    case ErrorCode::unreadable:
      return "unreadable";
    case ErrorCode::internal:
      return "internal";
  }
  return "";
}

void refused(const std::function<void()>& call) {
  try {
    call();
    print("no error");
  } catch (const Error& error) {
    print("error", name_of(error.code()), error.position() ? std::to_string(*error.position()) : "none", error.what(),
          error.hint());
  }
}

/// Every kind of wrong call; then the index still answers.
void errors(const Index& index, const Arguments& arguments) {
  refused([&] { Index::open(arguments.at(0)); });
  refused([&] { (void)index.search("transport AND (school"); });
  refused([&] { (void)index.search("é council:Nowhereshire"); });
  refused([&] { (void)index.search("exempt:perhaps"); });
  refused([&] { (void)index.mentions("\"school"); });
  refused([&] { (void)index.timeline("kind:nothing"); });
  refused([&] { (void)index.reviews("kind:nothing"); });
  refused([&] { (void)index.actions("school AND (bus"); });
  refused([&] { (void)index.show("nosuchid"); });
  refused([&] { (void)index.show("nosuchid", "\"school"); });
  refused([&] { (void)index.search("school", {.facets = {{"title", 1}}}); });
  refused([&] { (void)index.search("school", {.cursor = "1-1-0-0"}); });
  print("items", index.search("school").totals.items);
}

void state(const Index& index, const Arguments&) {
  print("version", version(), MINUTEBOOK_VERSION, std::string(version()) == MINUTEBOOK_VERSION);
  print("index", index.folder(), index.revision(), index.outdated(), default_index_folder());
  for (const Field& field : fields()) print("field", field.name, field.alias, field.facet, field.example);
}

/// Says before and after a line of input whether the index is outdated, and what it finds.
void outdated(const Index& index, const Arguments&) {
  for (int asked = 0; asked < 2; ++asked) {
    std::cout << "outdated\t" << index.outdated() << "\t" << index.search("damp").totals.items << std::endl;
    std::string line;
    if (asked == 0) std::getline(std::cin, line);
  }
}

int run(const Arguments& arguments) {
  const std::map<std::string, void (*)(const Index&, const Arguments&)> commands = {
      {"search", search},     {"pages", pages},
      {"mentions", mentions}, {"show", show},
      {"timeline", timeline}, {"reviews", reviews},
      {"actions", actions},   {"suggest", suggest},
      {"threads", threads},   {"interleaved", interleaved},
      {"errors", errors},     {"state", state},
      {"outdated", outdated}, {"memory", memory}};
  std::cout << std::boolalpha;
  const Index index = Index::open(arguments.at(0));
  commands.at(arguments.at(1))(index, {arguments.begin() + 2, arguments.end()});
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  return run({arguments + 1, arguments + count});
}
