#include "query/include/minutebook/timeline.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "query/evaluate_filter.h"
#include "query/open_index.h"
#include "schema/date.h"

namespace minutebook::query {

namespace {

constexpr int first_month_of_municipal_year = 5;

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

/// Periods are numbered so that the next one has the next number.
int number_of(const schema::Date& date, Period period) {
  switch (period) {
    case Period::year:
      return date.year;
    case Period::municipal_year:
      return date.month < first_month_of_municipal_year ? date.year - 1 : date.year;
    case Period::month:
      return date.year * 12 + date.month - 1;
  }
  return 0;
}

std::string name_of(int number, Period period) {
  switch (period) {
    case Period::year:
      return std::to_string(number);
    case Period::municipal_year:
      return schema::municipal_year({number, first_month_of_municipal_year, 1});
    case Period::month:
      return std::to_string(number / 12) + "-" + two_digits(number % 12 + 1);
  }
  return {};
}

void add(PeriodCounts& sum, const PeriodCounts& more) {
  sum.searched += more.searched;
  sum.papers += more.papers;
  sum.items += more.items;
  sum.mentions += more.mentions;
}

class Counter {
 public:
  Counter(OpenIndex::Parts& index, Period period) : index_(index), period_(period) {}

  void count_searched(const ResolvedQuery& query) {
    const TopFilters filters(index_, query.filters);
    std::vector<FieldBits> failed;
    for (const OpenShard& shard : index_.shards) {
      filters.failed_fields(shard, failed);
      for (std::size_t i = 0; i < shard.papers.size(); ++i) {
        const PaperColumns& paper = shard.papers[i];
        if (paper.dead || failed[i] != 0) continue;
        const GlobalValue& council = index_.values[0].values[paper.values[0]];
        ++at(council.value, council.label, schema::unpack_date(paper.date)).searched;
      }
    }
  }

  void count(const Result& row) {
    const std::string council = row.council.empty() ? std::string(schema::unknown_value) : row.council;
    PeriodCounts& counts = at(council, row.council_name, row.date);
    ++counts.items;
    counts.mentions += row.mentions.size();
    if (papers_.insert(row.paper.id).second) ++counts.papers;
  }

  void finish(Timeline& made) {
    fill_periods(made);
    for (auto& [code, council] : councils_) {
      CouncilCounts one{.council = code == schema::unknown_value ? std::string() : code, .name = council.name};
      for (std::size_t i = 0; i < made.periods.size(); ++i) {
        PeriodCounts counts = council.dated[first_ + static_cast<int>(i)];
        counts.period = made.periods[i].period;
        add(made.periods[i], counts);
        add(one.total, counts);
        one.periods.push_back(std::move(counts));
      }
      one.undated = council.undated;
      add(made.undated, council.undated);
      add(one.total, council.undated);
      add(made.total, one.total);
      made.councils.push_back(std::move(one));
    }
    std::sort(made.councils.begin(), made.councils.end(), [](const CouncilCounts& a, const CouncilCounts& b) {
      return std::tie(b.total.mentions, b.total.items, a.name) < std::tie(a.total.mentions, a.total.items, b.name);
    });
  }

 private:
  struct Council {
    std::string name;
    std::map<int, PeriodCounts> dated;
    PeriodCounts undated;
  };

  PeriodCounts& at(const std::string& code, const std::string& name, const schema::Date& date) {
    Council& council = councils_[code];
    if (council.name.empty()) council.name = name;
    return date.known() ? council.dated[number_of(date, period_)] : council.undated;
  }

  void fill_periods(Timeline& made) {
    bool any = false;
    int last = 0;
    for (const auto& [code, council] : councils_) {
      if (council.dated.empty()) continue;
      first_ = any ? std::min(first_, council.dated.begin()->first) : council.dated.begin()->first;
      last = any ? std::max(last, council.dated.rbegin()->first) : council.dated.rbegin()->first;
      any = true;
    }
    for (int number = first_; any && number <= last; ++number) {
      made.periods.push_back({.period = name_of(number, period_)});
    }
  }

  OpenIndex::Parts& index_;
  Period period_;
  std::map<std::string, Council> councils_;
  std::set<std::string> papers_;
  int first_ = 0;
};

}  // namespace

Timeline timeline(OpenIndex& index, const ResolvedQuery& query, Period period, Deadline deadline) {
  Counter counter(index.parts(), period);
  counter.count_searched(query);
  Answer answer = export_mentions(index, query, {.deadline = deadline}, [&](const Result& row) { counter.count(row); });
  Timeline made;
  made.query = std::move(answer.query);
  made.by = period;
  made.revision = answer.revision;
  made.interpreted = std::move(answer.interpreted);
  made.coverage = answer.coverage;
  made.complete = answer.complete;
  made.incomplete_reason = std::move(answer.incomplete_reason);
  counter.finish(made);
  return made;
}

}  // namespace minutebook::query
