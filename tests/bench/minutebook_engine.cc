#include "tests/bench/minutebook_engine.h"

#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <string>

#include "minutebook/search.h"
#include "query/parse.h"
#include "query/resolve.h"
#include "schema/councils.h"
#include "schema/index.h"

namespace minutebook::bench {
namespace {

using schema::FieldId;

// In the order of kFacetNames.
constexpr std::array<FieldId, kFacets> facet_fields = {FieldId::council,   FieldId::committee, FieldId::committee_kind,
                                                       FieldId::kind,      FieldId::year,      FieldId::municipal_year,
                                                       FieldId::portfolio, FieldId::topic};

/// The program beside the benchmark.
std::filesystem::path command() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "minutebook";
}

void run(const std::vector<std::string>& arguments) {
  std::vector<char*> argv;
  for (const std::string& one : arguments) argv.push_back(const_cast<char*>(one.c_str()));
  argv.push_back(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    execv(argv[0], argv.data());
    _exit(127);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    throw std::runtime_error("minutebook index failed with status " + std::to_string(status));
  }
}

class MinutebookEngine : public Engine {
 public:
  explicit MinutebookEngine(const std::filesystem::path& folder) : folder_(folder / "minutebook") {}

  void index(PaperSource& papers) override {
    std::filesystem::remove_all(folder_);
    run({command().string(), "index", papers.folder().string(), "--index", folder_.string()});
  }

  void open() override {
    index_ = std::make_unique<query::OpenIndex>(schema::open_index(folder_.string()));
    finder_ = std::make_unique<query::LabelFinder>(*index_->index().vocabulary);
  }

  Answer answer(const BenchQuery& asked) override {
    query::SearchOptions options{.limit = kPageSize, .strict = true, .mentions_per_item = 3};
    for (const FieldId field : facet_fields) options.facets.push_back({field, 0});
    const query::Answer found = query::search(*index_, resolved(asked), options);
    Answer answer{.total = found.totals.items, .shown = found.results.size()};
    for (const query::Result& result : found.results) {
      for (const query::Mention& mention : result.mentions) answer.text_bytes += mention.text.size();
    }
    for (std::size_t i = 0; i < found.facets.size(); ++i) {
      FacetSum sum;
      for (const query::FacetCount& one : found.facets[i].counts) sum.add(one.value, one.count);
      answer.facets[i] = sum.value();
    }
    return answer;
  }

  Export export_all(const BenchQuery& asked) override {
    Export all;
    query::export_mentions(*index_, resolved(asked), {}, [&](const query::Result& result) {
      all.rows += result.mentions.size();
      for (const query::Mention& mention : result.mentions) all.bytes += mention.text.size();
    });
    return all;
  }

  std::uint64_t size_on_disk() const override { return bytes_below(folder_); }

 private:
  query::ResolvedQuery resolved(const BenchQuery& asked) {
    const query::ResolveContext context{.vocabulary = *index_->index().vocabulary,
                                        .councils = schema::CouncilRegistry::built_in(),
                                        .names = index_->names(),
                                        .expand = true,
                                        .today = {2026, 1, 1}};
    return query::resolve(query::parse(asked.minutebook), context, *finder_);
  }

  std::filesystem::path folder_;
  std::unique_ptr<query::OpenIndex> index_;
  std::unique_ptr<query::LabelFinder> finder_;
};

}  // namespace

std::unique_ptr<Engine> make_minutebook(const std::filesystem::path& folder) {
  return std::make_unique<MinutebookEngine>(folder);
}

}  // namespace minutebook::bench
