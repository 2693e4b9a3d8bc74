#include "tests/bench/generator.h"

#include <algorithm>

namespace minutebook::bench {
namespace {

#include "tests/bench/titles.inc"

struct CommitteeRow {
  std::string_view kind, names, topics;
};

constexpr CommitteeRow kCommittees[] = {
#include "tests/bench/committees.inc"
};

struct Committee {
  std::string_view kind;
  std::vector<std::string_view> names;
  std::vector<std::size_t> remit;  // subjects
};

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

const std::vector<Committee>& committees() {
  static const std::vector<Committee> all = [] {
    std::vector<Committee> rows;
    for (const CommitteeRow& row : kCommittees) {
      Committee committee{row.kind, split(row.names, '|'), {}};
      for (const std::string_view topic : split(row.topics, ' ')) committee.remit.push_back(subject_of(topic));
      rows.push_back(std::move(committee));
    }
    return rows;
  }();
  return all;
}

// There are more papers of the later years: councils publish more and keep more.
Date draw_date(Random& random) {
  static const ZipfTable years_back(21, 1.0, 8);
  return {2025 - static_cast<int>(years_back.choose(random)), random.between(1, 12), random.between(1, 28)};
}

std::size_t draw_subject(Random& random, const Committee& committee) {
  static const ZipfTable ranks(16, 0.8, 1);
  if (random.chance(0.1)) return random.below(subjects().size());
  return committee.remit[ranks.choose(random) % committee.remit.size()];
}

template <std::size_t N>
std::string draw_title(const std::string_view (&patterns)[N], Random& random, SentenceWriter& writer,
                       std::size_t subject, int year) {
  const std::string_view pattern = patterns[random.below(N)];
  std::string title;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] != '%') {
      title += pattern[at];
      continue;
    }
    const char code = pattern[++at];
    if (code == 'T') title += subjects()[subject].title;
    if (code == 'p') title += writer.phrase();
    if (code == 'F') title += std::to_string(year) + "/" + std::to_string(year + 1).substr(2);
  }
  if (title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

// Builds the items of one paper; holds what they share.
class PaperWriter {
 public:
  PaperWriter(Random& random, Paper& paper, const Committee& committee)
      : random_(random), writer_(random, paper.date.year), paper_(paper), committee_(committee) {}

  void write_minutes();
  void write_report();

 private:
  void add_text(Item& item, int paragraphs);
  void add_list(Item& item, char symbol, ParagraphKind kind);
  void add_minutes_front();
  void add_procedural(int number, const char* title, std::string text);
  std::string names(int count);

  Random& random_;
  SentenceWriter writer_;
  Paper& paper_;
  const Committee& committee_;
};

void PaperWriter::add_text(Item& item, int paragraphs) {
  writer_.set_subject(item.subject);
  for (int i = 0; i < paragraphs; ++i) {
    Paragraph& paragraph = item.paragraphs.emplace_back();
    for (int left = random_.between(3, 6); left > 0; --left) {
      writer_.write('S', paragraph.text);
      if (left > 1) paragraph.text += ' ';
    }
  }
}

// "Resolved that:" and its numbered parts, or the parts of what a report asks for.
void PaperWriter::add_list(Item& item, char symbol, ParagraphKind kind) {
  const int count = random_.between(1, 3);
  for (int i = 1; i <= count; ++i) {
    std::string text = "(" + std::to_string(i) + ") ";
    writer_.write(symbol, text);
    text += i == count ? "." : i + 1 == count ? "; and" : ";";
    item.paragraphs.push_back({kind, std::move(text)});
  }
}

std::string PaperWriter::names(int count) {
  std::string list;
  for (int i = 0; i < count; ++i) {
    if (i > 0) list += i + 1 == count ? " and " : ", ";
    list += person_name(random_);
  }
  return list;
}

void PaperWriter::add_minutes_front() {
  Item& front = paper_.items.emplace_back();
  front.subject = committee_.remit.front();
  const ParagraphKind kind = ParagraphKind::attendance;
  std::string present = "(Present) Councillor " + names(1) + " (in the Chair)";
  present += "\nCouncillors " + names(random_.between(4, 9));
  front.paragraphs.push_back({kind, std::move(present)});
  front.paragraphs.push_back({kind, "(Not Present) Councillors " + names(2)});
}

void PaperWriter::add_procedural(int number, const char* title, std::string text) {
  Item& item = paper_.items.emplace_back();
  item.number = std::to_string(number);
  item.title = title;
  item.subject = committee_.remit.front();
  item.paragraphs.push_back({ParagraphKind::text, std::move(text)});
}

void PaperWriter::write_minutes() {
  add_minutes_front();
  int number = random_.between(1, 80);
  const int last = number + random_.between(7, 13);
  add_procedural(
      number++, "Apologies for absence",
      "Apologies were received from Councillors " + names(2) + ", and the Chair welcomed all those present.");
  add_procedural(
      number++, "Declarations of interest",
      "Councillor " + names(1) + " declared an interest in the business of the meeting as a school governor.");
  for (; number <= last; ++number) {
    Item& item = paper_.items.emplace_back();
    item.number = std::to_string(number);
    item.subject = draw_subject(random_, committee_);
    writer_.set_subject(item.subject);
    item.title = draw_title(kMinuteTitles, random_, writer_, item.subject, paper_.date.year);
    add_text(item, random_.between(3, 5));
    add_list(item, 'O', ParagraphKind::resolution);
  }
}

void PaperWriter::write_report() {
  const std::size_t subject = draw_subject(random_, committee_);
  writer_.set_subject(subject);
  paper_.title = draw_title(kReportTitles, random_, writer_, subject, paper_.date.year);
  paper_.portfolio = portfolios()[subjects()[subject].portfolio];
  Item& front = paper_.items.emplace_back();
  front.subject = subject;
  const std::string officer = person_name(random_);
  std::string sheet = "Report Title\t" + paper_.title + "\nCabinet Portfolio\t" + std::string(paper_.portfolio);
  sheet += "\nCabinet Member\tCllr " + names(1) + "\nExempt Report\tNo\nKey Decision\tNo\nWards Affected\tAll";
  sheet += "\nReport of\t" + officer + ", for the Director\nContact Officer\t" + officer;
  front.paragraphs.push_back({ParagraphKind::text, std::move(sheet)});
  const int sections = random_.between(9, static_cast<int>(std::size(kSections)));
  for (int i = 0; i < sections; ++i) {
    Item& item = paper_.items.emplace_back();
    item.number = std::to_string(i + 1);
    item.title = kSections[i];
    item.subject = subject;
    if (i == 1) {
      item.paragraphs.push_back({ParagraphKind::text, std::string(paper_.committee) + " is recommended to:"});
      add_list(item, 'Q', ParagraphKind::recommendation);
    } else {
      add_text(item, random_.between(3, 5));
    }
  }
}

}  // namespace

const std::vector<Council>& councils() {
  static const std::vector<Council> all = {
#include "tests/bench/councils.inc"
  };
  return all;
}

std::string_view kind_name(PaperKind kind) {
  switch (kind) {
    case PaperKind::minutes:
      return "minutes";
    case PaperKind::report:
      return "report";
  }
  return {};
}

std::string municipal_year(const Date& date) {
  const int first = date.month >= 5 ? date.year : date.year - 1;
  return std::to_string(first) + "/" + std::to_string(first + 1).substr(2);
}

Paper generate_paper(std::uint64_t seed, std::uint64_t number) {
  static const ZipfTable council_ranks(councils().size(), 0.8, 3);
  static const ZipfTable committee_ranks(committees().size(), 0.6, 2);
  Random random(mix(seed) ^ mix(number + 0x51ed270b35ULL));
  Paper paper;
  paper.number = number;
  const std::size_t council = council_ranks.choose(random);
  const Committee& committee = committees()[committee_ranks.choose(random)];
  paper.council = councils()[council];
  paper.committee_kind = committee.kind;
  paper.committee = committee.names[council % committee.names.size()];
  paper.date = draw_date(random);
  paper.portfolio = portfolios()[subjects()[committee.remit.front()].portfolio];
  paper.kind = random.chance(0.55) ? PaperKind::minutes : PaperKind::report;
  PaperWriter writer(random, paper, committee);
  if (paper.kind == PaperKind::minutes) {
    writer.write_minutes();
  } else {
    writer.write_report();
  }
  return paper;
}

std::string body_text(const Item& item) {
  std::string text;
  for (const Paragraph& paragraph : item.paragraphs) {
    if (!text.empty()) text += "\n\n";
    text += paragraph.text;
  }
  return text;
}

std::string item_text(const Item& item) {
  return item.title.empty() ? body_text(item) : item.title + "\n\n" + body_text(item);
}

}  // namespace minutebook::bench
