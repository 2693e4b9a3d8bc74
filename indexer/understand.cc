#include "indexer/understand.h"

#include <algorithm>

#include "indexer/attendance_places.h"
#include "indexer/blocks.h"
#include "indexer/classify.h"
#include "indexer/council_evidence.h"
#include "indexer/front_sheet.h"
#include "indexer/items.h"
#include "indexer/language.h"
#include "indexer/normalise.h"
#include "indexer/passages.h"
#include "indexer/split.h"
#include "indexer/text_shapes.h"
#include "indexer/url_grammar.h"
#include "schema/analysis.h"
#include "schema/committee_kinds.h"
#include "schema/error.h"

namespace minutebook::indexer {
namespace {

using schema::Item;
using schema::Paper;
using schema::PaperKind;

constexpr std::size_t longest_passage = 4000;  // words; more is worth a look (DESIGN.md decision 3)
constexpr std::size_t front_blocks = 40;

void warn_about(const Item& item, Paper& paper) {
  for (const schema::Passage& passage : item.passages) {
    const std::size_t words = word_count(passage.text);
    if (words <= longest_passage) continue;
    paper.warnings.push_back("a passage of " + std::to_string(words) + " words in item " +
                             (item.number.empty() ? "front" : item.number) + ": is it one paragraph?");
  }
}

/// A list of a meeting's decisions, and the page of a single minute, read like minutes; the notice of a single decision
/// has sections without numbers.
bool records_meeting(const std::vector<Block>& blocks, const std::vector<ItemSpan>& items, PaperKind kind) {
  if (kind != PaperKind::decision && kind != PaperKind::other) return kind == PaperKind::minutes;
  return std::any_of(items.begin(), items.end(), [&](const ItemSpan& item) {
    return item.begin < item.end && blocks[item.begin].item_start && (kind == PaperKind::other || !item.number.empty());
  });
}

/// "EXEMPT ITEMS" over a part of an agenda: said of what follows, not of the item above it.
bool heads_exempt_part(const std::string& text) {
  return text.size() < 60 && (begins_word(text, "exempt items") || begins_word(text, "confidential items") ||
                              begins_word(text, "restricted items"));
}

/// The items behind this one stand under such a heading, and it does not say that there are none.
bool opens_exempt_part(const Item& item) {
  for (std::size_t i = item.title.empty() ? 0 : 1; i < item.passages.size(); ++i) {
    if (!heads_exempt_part(item.passages[i].text)) continue;
    const std::string next = i + 1 < item.passages.size() ? item.passages[i + 1].text : std::string();
    return find_ci(next, "no exempt") == std::string::npos && !begins_word(next, "none") &&
           find_ci(next, "no confidential") == std::string::npos && find_ci(next, "no restricted") == std::string::npos;
  }
  return false;
}

/// An item is exempt if its title says so, or what stands first in it.
bool item_exempt(const Item& item) {
  if (marks_exempt(item.title)) return true;
  const std::size_t first = item.title.empty() ? 0 : 1;
  if (first < item.passages.size() && heads_exempt_part(item.passages[first].text)) return false;
  return !item.number.empty() && first < item.passages.size() && item.passages[first].text.size() < 300 &&
         marks_exempt(item.passages[first].text);
}

void read_items(const std::vector<Block>& blocks, const PaperSpan& span, const SuppliedMetadata& supplied,
                Paper& paper) {
  const std::vector<ItemSpan> spans = find_items(blocks, span.begin, span.end, paper.kind);
  PassageContext context{.kind = paper.kind, .formal = uses_formal_decisions(blocks, span.begin, span.end)};
  if (records_meeting(blocks, spans, paper.kind)) context.kind = PaperKind::minutes;
  if (paper.kind == PaperKind::minutes) {
    AttendanceList list = find_attendance(blocks, spans);
    paper.people = std::move(list.people);
    for (const std::string& names : list.unparted)
      paper.warnings.push_back("nothing parts the names in \"" + names + "\": none of them is listed");
    context.attendance.insert(list.blocks.begin(), list.blocks.end());
  }
  bool exempt_part = false;
  for (const ItemSpan& one : spans) {
    Item item{.number = one.number, .agenda_number = one.agenda_number};
    item.title = schema::to_nfc(one.title);
    item.passages = read_passages(blocks, one, context);
    if (item.passages.empty()) continue;
    item.page = item.passages.front().page;
    item.exempt = supplied.exempt.value_or(exempt_part || item_exempt(item));
    exempt_part = paper.kind == PaperKind::agenda && (exempt_part || opens_exempt_part(item));
    warn_about(item, paper);
    paper.items.push_back(std::move(item));
  }
}

/// Papers of one meeting and kind are told apart by their title.
std::string distinction_of(const Paper& paper) {
  if (paper.kind == PaperKind::minutes || paper.kind == PaperKind::agenda) return {};
  return schema::slug(paper.title);
}

/// The agenda (or the first head) of a pack says for which meeting it is.
MeetingFacts meeting_of(const std::vector<PaperSpan>& spans) {
  if (spans.size() < 2) return {};
  for (const PaperSpan& span : spans) {
    if (span.kind == PaperKind::agenda) return {span.committee, span.date};
  }
  return {spans.front().committee, spans.front().date};
}

const schema::Council* supplied_council(const SuppliedMetadata& supplied, const schema::Date& date,
                                        const schema::CouncilRegistry& councils) {
  if (supplied.council.empty()) return nullptr;
  if (const schema::Council* council = councils.by_code(supplied.council)) return council;
  const auto named = councils.by_name(supplied.council, date);
  if (named.empty()) {
    throw schema::Error(schema::ErrorCode::usage, "no council is called \"" + supplied.council + "\"",
                        "use its name, alias or code as the registry has it, or add it with --councils FILE");
  }
  return named.front();
}

CouncilFinding council_of(const std::vector<Block>& blocks, const std::vector<PaperSpan>& spans,
                          const SuppliedMetadata& supplied, const schema::CouncilRegistry& councils) {
  const schema::Date date = supplied.date ? *supplied.date : spans.front().date;
  if (const schema::Council* council = supplied_council(supplied, date, councils)) return {council, {}};
  const std::vector<ItemSpan> items = find_items(blocks, spans.front().begin, spans.front().end, spans.front().kind);
  const std::size_t front =
      std::min(std::max(items.front().end, spans.front().body), spans.front().begin + front_blocks);
  return find_council(blocks, front, date, councils);
}

/// The council that the document's structure names, or whose site it comes from; empty: none, or several.
std::string council_of_facts(const DocumentFacts& facts, const schema::Date& date,
                             const schema::CouncilRegistry& councils) {
  std::vector<const schema::Council*> named;
  if (!facts.council.empty()) named = councils.by_name(facts.council, date);
  if (named.empty() && !facts.url.empty()) named = councils.by_host(schema::host_of_url(facts.url), date);
  return named.size() == 1 ? named.front()->code : std::string();
}

/// What nobody supplied is as the document's structure states it.
SuppliedMetadata with_facts(const SuppliedMetadata& given, const DocumentFacts& facts,
                            const schema::CouncilRegistry& councils) {
  SuppliedMetadata all = given;
  if (!all.date) all.date = schema::parse_iso_date(facts.date);
  if (!all.kind) all.kind = schema::paper_kind_of(facts.kind);
  if (!all.kind) all.kind = kind_of_page(all.url);
  if (all.committee.empty()) all.committee = facts.committee;
  if (all.title.empty()) all.title = facts.title;
  if (all.council.empty()) all.council = council_of_facts(facts, all.date.value_or(schema::Date{}), councils);
  return all;
}

/// A document that says it is one paper has one beginning, whatever it cites.
std::vector<PaperSpan> whole_paper(const std::vector<Block>& blocks) {
  return {PaperSpan{.begin = 0, .body = 0, .end = blocks.size()}};
}

void add_facts(const DocumentFacts& facts, Paper& paper) {
  if (!facts.portfolios.empty()) paper.portfolios = facts.portfolios;
  if (!facts.wards.empty()) paper.wards = facts.wards;
  if (!facts.key_decision.empty()) paper.key_decision = facts.key_decision == "true";
  if (!facts.status.empty()) paper.warnings.push_back("the meeting or paper is marked \"" + facts.status + "\"");
}

void mark_scanned(const ExtractedText& text, Paper& paper) {
  std::vector<bool> scanned(text.pages.size() + 1, false);
  for (const ExtractedPage& page : text.pages) {
    if (page.number > 0) scanned[static_cast<std::size_t>(page.number)] = page.reading == PageReading::scanned;
  }
  for (Item& item : paper.items) {
    for (schema::Passage& passage : item.passages) passage.scanned = scanned[static_cast<std::size_t>(passage.page)];
  }
}

}  // namespace

Understood understand(const ExtractedText& text, const SuppliedMetadata& given,
                      const schema::CouncilRegistry& councils) {
  Understood understood;
  const SuppliedMetadata supplied = with_facts(given, text.facts, councils);
  const std::vector<Block> blocks = make_blocks(normalise(text), text.facts.whole_paragraphs);
  const bool blank = std::all_of(blocks.begin(), blocks.end(), [](const Block& block) { return block.text.empty(); });
  if (blank) {
    understood.warnings.push_back("the source holds no text");
    return understood;
  }
  const std::vector<PaperSpan> spans =
      text.facts.one_paper ? whole_paper(blocks) : split_papers(blocks, marks_of_pack(text, blocks));
  MeetingFacts pack = meeting_of(spans);
  if (spans.size() > 1 && !pack.date.known())
    pack.date = metadata_of_file_name(supplied.file_name).date.value_or(schema::Date{});
  const CouncilFinding council = council_of(blocks, spans, supplied, councils);
  for (const PaperSpan& span : spans) {
    Paper paper;
    // Supplied facts of a pack are those of its meeting; the earlier minutes inside keep their own date, the reports
    // their own titles.
    SuppliedMetadata own = supplied;
    if (spans.size() > 1) {
      own.title.clear();
      own.kind.reset();
      if (span.kind != PaperKind::agenda) own.file_name.clear();  // it is the pack's
      if (span.kind == PaperKind::minutes && span.date.known() && pack.date.known()) own.date.reset();
    }
    classify_paper(blocks, span, pack, own, paper);
    if (council.council != nullptr) {
      paper.council = council.council->code;
      paper.council_name = council.council->official_name;
    }
    if (!council.warning.empty()) paper.warnings.push_back(council.warning);
    add_facts(text.facts, paper);
    read_items(blocks, span, own, paper);
    mark_scanned(text, paper);
    set_languages(paper);
    if (paper.items.empty()) continue;
    paper.page = paper.items.front().page;
    paper.distinction = distinction_of(paper);
    understood.papers.push_back(std::move(paper));
  }
  return understood;
}

}  // namespace minutebook::indexer
