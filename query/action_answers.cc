#include "query/action_answers.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "query/review_names.h"
#include "schema/index_terms.h"

namespace minutebook::query {

namespace {

// An answer's best passage holds so much of what was asked for, by weight, and so many of its words.
constexpr double least_share = 0.6;
constexpr std::size_t least_words = 2;
// Where the item says that it was asked for, less will do.
constexpr double least_share_if_said = 0.4;
constexpr double worth_of_saying = 0.25;

// Titles of business that comes up at every meeting and answers nothing.
constexpr auto routine = std::to_array<std::string_view>(
    {"apologies", "apology", "declaration", "disclosure", "minute of", "minutes", "work programme", "work plan",
     "forward plan", "date of next", "date of the next", "public question", "exclusion of", "urgent business",
     "party whip", "election of", "appointment of"});

constexpr auto says_asked = std::to_array<std::string_view>(
    {"as requested", "as agreed at", "requested by the", "had requested|asked", "had been requested|asked",
     "asked for by", "asked to be told", "previous meeting", "last meeting",
     "request of the committee|panel|board|commission", "committee|panel|board|commission had|has asked|requested",
     "committee|panel|board|commission asked|requested", "further to the", "in response to a request",
     "following a request", "was asked to report", "arising from"});

const std::size_t column = column_of(schema::FieldId::committee);

/// Of ascending words.
template <typename Word>
std::vector<std::string> common(const std::vector<std::string>& a, const std::vector<Word>& b) {
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

template <typename Word>
void sort_once(std::vector<Word>& stems) {
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
}

/// Valid as long as the passage.
std::vector<std::string_view> all_stems(const PassageWords& passage) {
  std::vector<std::string_view> stems;
  for (const PassageWord& word : passage.words) stems.emplace_back(word.stem);
  sort_once(stems);
  return stems;
}

/// Of each stem the first word that has it, folded.
std::vector<std::string> words_as_written(const PassageWords& passage, const std::vector<std::string>& stems) {
  std::vector<std::string> words;
  for (const std::string& stem : stems) {
    const auto at = std::find_if(passage.words.begin(), passage.words.end(),
                                 [&](const PassageWord& word) { return word.stem == stem; });
    if (at != passage.words.end()) words.emplace_back(at->folded);
  }
  return words;
}

/// What an item is about: its title, and in a report that of the paper, for its sections are called "Background".
std::string titles_of(const ReadItem& read) {
  const bool minutes =
      read.head.view.kind == schema::PaperKind::minutes || read.head.view.kind == schema::PaperKind::agenda;
  if (minutes) return read.item.title;
  return read.item.title.empty() ? read.head.view.title : read.item.title + " | " + read.head.view.title;
}

bool is_routine(PassageReader& reader, const ReadItem& read, const std::string& titles) {
  if (titles.empty() || read.head.view.kind == schema::PaperKind::work_programme) return true;
  const PassageWords words = reader.read(titles);
  return has_any(words, routine, words.all());
}

}  // namespace

struct AnswerFinder::Item {
  ItemPlace place;
  std::uint32_t date = 0;
  std::vector<std::string_view> words;  ///< stems of the item, ascending; in the memory of its shard
};

struct AnswerFinder::Committee {
  bool known = false;
  std::uint32_t last = 0;   ///< date of its last paper
  std::vector<Item> items;  ///< by date
};

std::vector<std::string> telling_stems(PassageReader& reader, const std::string& text) {
  const PassageWords words = reader.read(text);
  return name_of_range(words, words.all()).key;
}

AnswerFinder::AnswerFinder(OpenIndex::Parts& index) : index_(index) {}
AnswerFinder::~AnswerFinder() = default;

std::uint32_t AnswerFinder::committee_number(const AnswerWanted& wanted) const {
  return index_.shards[wanted.shard].papers[wanted.ordinal].values[column];
}

const AnswerFinder::Committee& AnswerFinder::committee_of(const AnswerWanted& wanted) {
  const std::uint32_t number = committee_number(wanted);
  if (committee_ && number_ == number) return *committee_;
  number_ = number;
  committee_.reset();
  auto committee = std::make_unique<Committee>();
  const std::string& name = index_.values[column].values[number].value;
  committee->known =
      name.substr(name.rfind('/') + 1) != schema::unknown_value && !name.starts_with(schema::unknown_value);
  if (committee->known) read_committee(number, *committee);
  committee_ = std::move(committee);
  return *committee_;
}

void AnswerFinder::read_committee(std::uint32_t value, Committee& committee) {
  std::vector<schema::ForwardPassage> passages;
  for (std::uint32_t number = 0; number < index_.shards.size(); ++number) {
    const OpenShard& open = index_.shards[number];
    for (const PaperColumns& paper : open.papers) {
      if (paper.dead || paper.values[column] != value || paper.date == 0) continue;
      committee.last = std::max(committee.last, paper.date);
      for (std::uint32_t docid = paper.first_item; docid < paper.first_item + paper.items; ++docid) {
        index_.buffers.time.check();
        Item item{{number, docid}, paper.date, {}};
        const std::size_t count = open.shard->forward(docid, passages);
        for (std::size_t i = 0; i < count; ++i) {
          for (const schema::WordId word : passages[i].words) item.words.emplace_back(open.shard->stem(word));
        }
        sort_once(item.words);
        committee.items.push_back(std::move(item));
      }
    }
  }
  std::stable_sort(committee.items.begin(), committee.items.end(),
                   [](const Item& a, const Item& b) { return a.date < b.date; });
}

/// How much a word tells: 0 for one that every item has.
double AnswerFinder::weight(const std::string& stem) {
  const double items = static_cast<double>(std::max<std::uint64_t>(index_.items, 1));
  return std::log((items + 1) / (static_cast<double>(index_.frequency(schema::stem_term(stem))) + 1));
}

/// The part of the weight of `of` that stands in `in`.
double AnswerFinder::share(const std::vector<std::string>& of, const std::vector<std::string_view>& in) {
  double all = 0;
  double held = 0;
  for (const std::string& stem : of) {
    const double one = weight(stem);
    all += one;
    if (std::binary_search(in.begin(), in.end(), stem)) held += one;
  }
  return all > 0 ? held / all : 0;
}

AnswerFound AnswerFinder::find(const AnswerWanted& wanted) {
  AnswerFound found;
  const std::uint32_t asked = index_.shards[wanted.shard].papers[wanted.ordinal].date;
  const Committee& committee = committee_of(wanted);
  if (!committee.known) return found;
  found.searched_until = schema::unpack_date(committee.last);
  if (asked == 0 || committee.last <= asked) return found;
  found.trace = Trace::none_found;
  double best = 0;
  for (const Item& item : committee.items) {
    index_.buffers.time.check();
    if (item.date <= asked || share(wanted.subject, item.words) < least_share_if_said) continue;
    double score = 0;
    std::optional<AnswerEvidence> one = evidence(wanted, item, score);
    // Of equals the first: later items may come back to it.
    if (!one || score <= best) continue;
    best = score;
    found.evidence = std::move(one);
    found.trace = Trace::answered;
  }
  return found;
}

std::optional<AnswerEvidence> AnswerFinder::evidence(const AnswerWanted& wanted, const Item& item, double& score) {
  const ReadItem read = read_item(index_, item.place);
  const std::string titles = titles_of(read);
  if (is_routine(reader_, read, titles)) return std::nullopt;
  const std::vector<std::string> title = telling_stems(reader_, titles);
  std::vector<std::string> about = wanted.subject;
  about.insert(about.end(), wanted.item.begin(), wanted.item.end());
  sort_once(about);
  const std::vector<std::string> in_title = common(about, title);
  if (in_title.empty()) return std::nullopt;
  AnswerEvidence best;
  for (std::size_t i = 0; i < read.item.passages.size(); ++i) {
    const PassageWords passage = reader_.read(read.item.passages[i].text);
    const std::vector<std::string_view> stems = all_stems(passage);
    const std::vector<std::string> shared = common(wanted.subject, stems);
    const double held = share(wanted.subject, stems);
    const bool says_so = has_any(passage, says_asked, passage.all());
    const bool enough = held >= least_share && shared.size() >= least_words && !wanted.by_title;
    const bool said = says_so && held >= least_share_if_said && !shared.empty();
    const double worth = held + share(about, {title.begin(), title.end()}) / 2 + (says_so ? worth_of_saying : 0);
    if ((!enough && !said) || worth <= score) continue;
    score = worth;
    best = {cite(read, i), words_as_written(passage, shared), true, says_so};
  }
  if (best.where.item.empty()) return std::nullopt;
  for (const std::string& word : words_as_written(reader_.read(titles), in_title)) {
    if (std::find(best.words.begin(), best.words.end(), word) == best.words.end()) best.words.push_back(word);
  }
  return best;
}

}  // namespace minutebook::query
