#include "indexer/extract/rtf_reader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "indexer/extract/symbol_fonts.h"
#include "indexer/extract/text_encoding.h"

namespace minutebook::indexer {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct Encoding {
  int number;
  const char* name;
};

// By the character sets of fonts.
constexpr std::array<Encoding, 9> charsets = {{{77, "macos-0_2-10.2"},
                                               {128, "windows-932"},
                                               {161, "windows-1253"},
                                               {162, "windows-1254"},
                                               {177, "windows-1255"},
                                               {178, "windows-1256"},
                                               {186, "windows-1257"},
                                               {204, "windows-1251"},
                                               {238, "windows-1250"}}};

constexpr std::array<Encoding, 7> code_pages = {{{1250, "windows-1250"},
                                                 {1251, "windows-1251"},
                                                 {1253, "windows-1253"},
                                                 {1254, "windows-1254"},
                                                 {1257, "windows-1257"},
                                                 {10000, "macos-0_2-10.2"},
                                                 {65001, "UTF-8"}}};

template <std::size_t Count>
const char* name_of(const std::array<Encoding, Count>& table, int number) {
  for (const Encoding& one : table) {
    if (one.number == number) return one.name;
  }
  return nullptr;
}

}  // namespace

const char* RtfReader::encoding() const {
  const int font = groups_.back().font < 0 ? default_font_ : groups_.back().font;
  const auto known = fonts_.find(font);
  const char* name = known == fonts_.end() ? nullptr : name_of(charsets, known->second.charset);
  if (name == nullptr) name = name_of(code_pages, code_page_);
  return name == nullptr ? "windows-1252" : name;
}

void RtfReader::flush() {
  if (pending_.empty()) return;
  const std::string bytes = std::exchange(pending_, {});
  const auto font = fonts_.find(group().font);
  constexpr int symbols = 2;  // the character set of fonts of pictures
  if (group().table == Table::no && font != fonts_.end() && font->second.charset == symbols) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : bytes) {
      const auto code = static_cast<unsigned char>(c);
      write(symbol_text(font->second.name, std::string{digits[code / 16], digits[code % 16]}));
    }
    return;
  }
  const bool ascii =
      std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  write(ascii ? bytes : convert_text(bytes, encoding()));
}

void RtfReader::head_text(std::string_view utf8) {
  std::string& name = group().table == Table::fonts ? fonts_[group().font].name : style_names_[group().style];
  for (const char c : utf8) {
    if (c != ';')
      name += static_cast<char>(group().table == Table::styles ? std::tolower(static_cast<unsigned char>(c)) : c);
  }
}

void RtfReader::write(std::string_view utf8) {
  const Group& here = group();
  if (here.skip) return;
  if (here.table != Table::no) return head_text(utf8);
  const int said = is_blank(utf8) ? 0 : 1;
  if (here.list_text) {
    places_.back().label += utf8;
  } else if (here.deleted) {
    left_out_.deleted += said;
  } else if (here.hidden) {
    left_out_.hidden += said;
  } else if (here.struck) {
    left_out_.struck += said;
  } else {
    places_.back().paragraph.add_text(utf8, {here.bold, here.underlined && !here.link});
  }
}

void RtfReader::end_paragraph() {
  flush();
  Place& place = places_.back();
  if (place.in_table && places_.size() == 1) {
    if (!open_table_) flow_.begin_table();
    if (!open_row_) flow_.begin_row();
    if (!open_cell_) flow_.begin_cell();
    open_table_ = open_row_ = open_cell_ = true;
  } else if (open_table_ && places_.size() == 1) {
    flow_.end_table();
    open_table_ = open_row_ = open_cell_ = false;
  }
  const auto name = style_names_.find(place.style);
  const bool named = name != style_names_.end() && name->second.starts_with("heading ") && name->second.size() == 9;
  constexpr int body_text = 9;
  if (place.outline >= 0 && place.outline < body_text) {
    place.paragraph.heading = place.outline + 1;
  } else if (named && name->second[8] >= '1' && name->second[8] <= '9') {
    place.paragraph.heading = name->second[8] - '0';
  }
  std::string label = std::exchange(place.label, {});
  label.erase(0, std::min(label.find_first_not_of(' '), label.size()));
  label.erase(label.find_last_not_of(' ') + 1);
  const bool letters =
      std::any_of(label.begin(), label.end(), [](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
  place.paragraph.bullet = !label.empty() && (!letters || label == "o");
  if (letters && !place.paragraph.bullet) place.paragraph.label = std::move(label);
  flow_.add(place.paragraph);
  place.paragraph = Paragraph();
}

void RtfReader::end_cell() {
  places_.back().in_table = true;
  end_paragraph();
  if (open_cell_ && places_.size() == 1) flow_.end_cell();
  if (places_.size() == 1) open_cell_ = false;
}

}  // namespace minutebook::indexer
