#include "schema/shard_record.h"

#include "schema/shard_format.h"
#include "schema/shard_text.h"

namespace minutebook::schema {
namespace {

constexpr int attendance_count = static_cast<int>(Attendance::in_attendance) + 1;

// Bits of an item's first byte.
constexpr std::uint8_t item_exempt = 1;
constexpr std::uint8_t title_is_first_passage = 2;

// Bits of a paper's first byte.
constexpr std::uint8_t paper_exempt = 1;
constexpr std::uint8_t key_decision_stated = 2;
constexpr std::uint8_t key_decision_yes = 4;

void append_int(std::string& record, int number) {
  append_varint(record, static_cast<std::uint32_t>(number));
}
int read_int(ByteReader& reader) {
  return static_cast<int>(reader.varint32());
}

void append_strings(std::string& record, const std::vector<std::string>& texts) {
  append_varint(record, texts.size());
  for (const std::string& text : texts) append_string(record, text);
}

std::vector<std::string> read_strings(ByteReader& reader) {
  std::vector<std::string> texts(reader.count());
  for (std::string& text : texts) text = reader.string();
  return texts;
}

void append_topic(std::string& record, const TopicEvidence& topic) {
  append_string(record, topic.topic);
  append_string(record, topic.label);
  append_varint(record, topic.count);
  append_varint(record, topic.passage);
  record.push_back(topic.inherited ? '\1' : '\0');
}

TopicEvidence read_topic(ByteReader& reader) {
  TopicEvidence topic;
  topic.topic = reader.string();
  topic.label = reader.string();
  topic.count = reader.varint32();
  topic.passage = reader.varint32();
  topic.inherited = reader.byte() != 0;
  return topic;
}

void skip_topic(ByteReader& reader) {
  reader.string();
  reader.string();
  reader.varint();
  reader.varint();
  reader.byte();
}

void append_date(std::string& record, const Date& date) {
  append_int(record, date.year);
  append_int(record, date.month);
  append_int(record, date.day);
}

Date read_date(ByteReader& reader) {
  Date date;
  date.year = read_int(reader);
  date.month = read_int(reader);
  date.day = read_int(reader);
  return date;
}

/// Page of a passage, how it was read and its language, in one number.
void append_place(std::string& record, const Passage& passage) {
  append_int(record, passage.page * 4 + (passage.welsh ? 2 : 0) + (passage.scanned ? 1 : 0));
}

void read_place(ByteReader& reader, Passage& passage) {
  const int place = read_int(reader);
  passage.page = place / 4;
  passage.welsh = (place & 2) != 0;
  passage.scanned = (place & 1) != 0;
}

void expect_end(const ByteReader& reader, const std::string& path) {
  if (reader.left() != 0) throw_damaged(path, "a record is longer than what it holds");
}

/// Number, title, page: what paper and item records both hold.
void append_head(std::string& record, const Item& item, bool with_title) {
  append_string(record, item.number);
  append_string(record, item.agenda_number);
  if (with_title) append_string(record, item.title);
  append_int(record, item.page);
}

void read_head(ByteReader& reader, Item& item, bool with_title) {
  item.number = reader.string();
  item.agenda_number = reader.string();
  if (with_title) item.title = reader.string();
  item.page = read_int(reader);
}

}  // namespace

void encode_item(const Item& item, std::span<const std::span<const Token>> tokens, const Lexicon& lexicon,
                 std::string& record) {
  const bool elided = !item.passages.empty() && !item.title.empty() && item.passages.front().text == item.title;
  record.push_back(static_cast<char>((item.exempt ? item_exempt : 0) | (elided ? title_is_first_passage : 0)));
  append_head(record, item, !elided);
  append_varint(record, item.topics.size());
  for (const TopicEvidence& topic : item.topics) append_topic(record, topic);
  for (std::size_t i = 0; i < item.passages.size(); ++i) {
    append_place(record, item.passages[i]);
    append_string(record, item.passages[i].paragraph);
    encode_text(item.passages[i].text, tokens[i], lexicon, record);
  }
}

Item decode_item(std::string_view record, const std::string& path, std::span<const ForwardPassage> passages,
                 const LexiconReader& lexicon) {
  ByteReader reader(record, path);
  Item item;
  const std::uint8_t bits = reader.byte();
  item.exempt = (bits & item_exempt) != 0;
  const bool elided = (bits & title_is_first_passage) != 0;
  read_head(reader, item, !elided);
  item.topics.resize(reader.count());
  for (TopicEvidence& topic : item.topics) topic = read_topic(reader);
  item.passages.resize(passages.size());
  for (std::size_t i = 0; i < passages.size(); ++i) {
    Passage& passage = item.passages[i];
    passage.kind = passages[i].kind;
    passage.outcome = passages[i].outcome;
    read_place(reader, passage);
    passage.paragraph = reader.string();
    decode_text(reader, passages[i].words, lexicon, passage.text);
  }
  expect_end(reader, path);
  if (elided && item.passages.empty()) throw_damaged(path, "an item's title is missing");
  if (elided) item.title = item.passages.front().text;
  return item;
}

void decode_excerpt(std::string_view record, const std::string& path, const ItemExcerpt& excerpt,
                    const LexiconReader& lexicon, Item& item) {
  ByteReader reader(record, path);
  const std::uint8_t bits = reader.byte();
  item.exempt = (bits & item_exempt) != 0;
  const bool elided = (bits & title_is_first_passage) != 0;
  read_head(reader, item, !elided);
  item.topics.clear();
  for (std::size_t topics = reader.count(); topics > 0; --topics) skip_topic(reader);
  item.passages.resize(excerpt.wanted.size());
  std::size_t made = 0;
  if (elided) item.title.clear();
  for (std::size_t i = 0; i < excerpt.passages.size(); ++i) {
    const bool titled = elided && i == 0;
    const bool wanted = made < excerpt.wanted.size() && excerpt.wanted[made] == i;
    if (!wanted && !titled && made == excerpt.wanted.size()) return;
    Passage place;
    read_place(reader, place);
    const std::string_view paragraph = reader.string();
    if (titled) decode_text(reader, excerpt.passages[i].words, lexicon, item.title);
    if (wanted) {
      Passage& passage = item.passages[made++];
      passage.kind = excerpt.passages[i].kind;
      passage.outcome = excerpt.passages[i].outcome;
      passage.page = place.page;
      passage.scanned = place.scanned;
      passage.welsh = place.welsh;
      passage.paragraph = paragraph;
      passage.text.clear();
      if (titled) {
        passage.text = item.title;
      } else {
        decode_text(reader, excerpt.passages[i].words, lexicon, passage.text);
      }
    } else if (!titled) {
      skip_text(reader);
    }
  }
  if (made < excerpt.wanted.size()) throw_damaged(path, "an item has fewer passages than words of them");
}

void encode_paper(const Paper& paper, std::string& record) {
  record.push_back(static_cast<char>((paper.exempt ? paper_exempt : 0) |
                                     (paper.key_decision ? key_decision_stated : 0) |
                                     (paper.key_decision.value_or(false) ? key_decision_yes : 0)));
  record.push_back(static_cast<char>(paper.kind));
  record.push_back(static_cast<char>(paper.language));
  append_string(record, paper.title);
  append_string(record, paper.council);
  append_string(record, paper.council_name);
  append_string(record, paper.committee);
  append_string(record, paper.committee_kind);
  append_date(record, paper.date);
  append_strings(record, paper.portfolios);
  append_strings(record, paper.wards);
  append_strings(record, paper.warnings);
  append_string(record, paper.distinction);
  append_int(record, paper.page);
  append_varint(record, paper.people.size());
  for (const Person& person : paper.people) {
    append_string(record, person.name);
    append_string(record, person.role);
    record.push_back(static_cast<char>(person.attendance));
  }
  append_varint(record, paper.items.size());
  for (const Item& item : paper.items) {
    record.push_back(static_cast<char>(item.exempt ? item_exempt : 0));
    append_head(record, item, true);
  }
}

Paper decode_paper(std::string_view record, const std::string& path) {
  ByteReader reader(record, path);
  Paper paper;
  const std::uint8_t bits = reader.byte();
  paper.exempt = (bits & paper_exempt) != 0;
  if ((bits & key_decision_stated) != 0) paper.key_decision = (bits & key_decision_yes) != 0;
  paper.kind = reader.kind<PaperKind>(paper_kind_count);
  paper.language = reader.kind<Language>(language_count);
  paper.title = reader.string();
  paper.council = reader.string();
  paper.council_name = reader.string();
  paper.committee = reader.string();
  paper.committee_kind = reader.string();
  paper.date = read_date(reader);
  paper.portfolios = read_strings(reader);
  paper.wards = read_strings(reader);
  paper.warnings = read_strings(reader);
  paper.distinction = reader.string();
  paper.page = read_int(reader);
  paper.people.resize(reader.count());
  for (Person& person : paper.people) {
    person.name = reader.string();
    person.role = reader.string();
    person.attendance = reader.kind<Attendance>(attendance_count);
  }
  paper.items.resize(reader.count());
  for (Item& item : paper.items) {
    item.exempt = (reader.byte() & item_exempt) != 0;
    read_head(reader, item, true);
  }
  expect_end(reader, path);
  return paper;
}

void encode_source(const SourceRow& source, std::string& record) {
  for (const std::string* text : {&source.path, &source.id, &source.sha256, &source.metadata_digest, &source.format,
                                  &source.url, &source.status, &source.reason, &source.council, &source.committee}) {
    append_string(record, *text);
  }
  append_strings(record, source.warnings);
  append_varint(record, source.bytes);
  append_int(record, source.pages);
  for (const std::uint32_t number :
       {source.scanned_pages, source.unread_pages, source.date, source.papers, source.items, source.exempt_items}) {
    append_varint(record, number);
  }
}

SourceRow decode_source(std::string_view record, const std::string& path) {
  ByteReader reader(record, path);
  SourceRow source;
  for (std::string* text : {&source.path, &source.id, &source.sha256, &source.metadata_digest, &source.format,
                            &source.url, &source.status, &source.reason, &source.council, &source.committee}) {
    *text = reader.string();
  }
  source.warnings = read_strings(reader);
  source.bytes = reader.varint();
  source.pages = read_int(reader);
  for (std::uint32_t* number : {&source.scanned_pages, &source.unread_pages, &source.date, &source.papers,
                                &source.items, &source.exempt_items}) {
    *number = reader.varint32();
  }
  expect_end(reader, path);
  return source;
}

}  // namespace minutebook::schema
