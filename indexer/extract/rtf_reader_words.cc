#include "indexer/extract/rtf_reader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace minutebook::indexer {
namespace {

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Words that stand for one character.
std::string_view character_of(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 11> characters = {{{"emdash", "\u2014"},
                                                                                                {"endash", "\u2013"},
                                                                                                {"lquote", "\u2018"},
                                                                                                {"rquote", "\u2019"},
                                                                                                {"ldblquote", "\u201C"},
                                                                                                {"rdblquote", "\u201D"},
                                                                                                {"bullet", "\u2022"},
                                                                                                {"emspace", " "},
                                                                                                {"enspace", " "},
                                                                                                {"qmspace", " "},
                                                                                                {"-", ""}}};
  for (const auto& [name, text] : characters) {
    if (name == word) return text;
  }
  return {};
}

}  // namespace

void RtfReader::control_word(std::string_view word, bool has_number, int number) {
  const bool starred = std::exchange(starred_, false);
  if (word == "bin") {  // so many bytes that are no text, whatever is in them
    at_ += std::min(static_cast<std::size_t>(std::max(number, 0)), bytes_.size() - at_);
    return;
  }
  if (skip_characters_ > 0) {
    --skip_characters_;
    return;
  }
  if (word == "u") return unicode(number);
  flush();
  if (group().skip || destination(word)) return;
  if (starred && word != "shpinst") {
    if (word == "annotation") ++left_out_.comments;
    group().skip = true;
    return;
  }
  if (word == "line" || word == "page" || word == "column" || word == "softline") {
    places_.back().paragraph.add_line_end();
  } else if (word == "tab") {
    if (!group().list_text) places_.back().paragraph.add_tab();
  } else if (const std::string_view text = character_of(word); !text.empty()) {
    write(text);
  } else if (!character_word(word, !has_number || number != 0, number)) {
    paragraph_word(word, number);
  }
}

/// Words that open a group for something else than the text; true if this is one.
bool RtfReader::destination(std::string_view word) {
  if (one_of(word, {"colortbl", "info",       "pict",     "footer",  "footerl",   "footerr",   "footerf",
                    "fldinst",  "nonshppict", "xe",       "tc",      "objdata",   "listtable", "revtbl",
                    "filetbl",  "themedata",  "sp",       "ftnsep",  "ftnsepc",   "ftncn",     "aftnsep",
                    "aftnsepc", "aftncn",     "pnseclvl", "private", "datafield", "fchars",    "lchars"})) {
    group().skip = true;
  } else if (word == "fonttbl") {
    group().table = Table::fonts;
  } else if (word == "stylesheet") {
    group().table = Table::styles;
  } else if (one_of(word, {"header", "headerl", "headerr", "headerf"})) {
    places_.emplace_back();
    group().closing = Closing::header;
    std::swap(flow_, header_flow_);
  } else if (word == "footnote") {
    begin_aside("Note " + std::to_string(++notes_) + ": ");
  } else if (one_of(word, {"shptxt", "dptxbxtext"})) {
    begin_aside("");
  } else if (word == "fldrslt") {
    group().link = true;
  } else if (one_of(word, {"listtext", "pntext"})) {
    group().list_text = true;
  } else {
    return false;
  }
  return true;
}

void RtfReader::begin_aside(std::string word) {
  places_.emplace_back();
  flow_.begin_aside();
  group().closing = Closing::aside;
  group().bold = group().underlined = group().hidden = group().struck = false;
  places_.back().paragraph.add_text(word);
}

bool RtfReader::character_word(std::string_view word, bool on, int number) {
  Group& here = group();
  if (word == "b") {
    here.bold = on;
  } else if (word == "ul" || word == "uld" || word == "uldb" || word == "ulw") {
    here.underlined = on;
  } else if (word == "ulnone") {
    here.underlined = false;
  } else if (word == "v") {
    here.hidden = on;
  } else if (word == "strike" || word == "striked") {
    here.struck = on;
  } else if (word == "deleted") {
    here.deleted = on;
  } else if (word == "plain") {
    here.bold = here.underlined = here.hidden = here.struck = here.deleted = false;
    here.font = -1;
  } else if (word == "f") {
    here.font = number;
  } else if (word == "uc") {
    here.after_unicode = std::clamp(number, 0, 10);
  } else {
    return false;
  }
  return true;
}

bool RtfReader::paragraph_word(std::string_view word, int number) {
  Place& place = places_.back();
  if (word == "par" || word == "sect" || word == "nestcell" || word == "nestrow") {
    end_paragraph();
  } else if (word == "cell") {
    end_cell();
  } else if (word == "row") {
    if (open_row_) flow_.end_row();
    open_row_ = false;
  } else if (word == "pard") {
    place.style = 0;
    place.outline = -1;
    place.in_table = false;
  } else if (word == "intbl") {
    place.in_table = true;
  } else if (word == "outlinelevel") {
    place.outline = number;
  } else if (word == "s") {
    (group().table == Table::styles ? group().style : place.style) = number;
  } else if (word == "ansicpg") {
    code_page_ = number;
  } else if (word == "mac") {
    code_page_ = 10000;
  } else if (word == "deff") {
    default_font_ = number;
  } else if (word == "fcharset" && group().table == Table::fonts) {
    fonts_[group().font].charset = number;
  } else {
    return false;
  }
  return true;
}

}  // namespace minutebook::indexer
