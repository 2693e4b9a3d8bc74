#include "indexer/blocks.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "indexer/decisions.h"
#include "indexer/head.h"
#include "indexer/item_numbers.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t wrapped_line = 45;  // a shorter line that is followed by a capital was not wrapped
constexpr std::size_t list_line = 60;     // a longer line is no entry of a list, but one that was wrapped
constexpr std::size_t margin_line = 30;   // widest line of a margin column

bool letter_hyphen(std::string_view text) {
  return text.size() >= 2 && text.back() == '-' && !ends_minutes(text) &&
         std::isalpha(static_cast<unsigned char>(text[text.size() - 2])) != 0;
}

/// First parts that English writes with a hyphen ("pre-birth", "co-operation", "multi-agency"): the hyphen at the line
/// end is theirs.
bool keeps_hyphen(std::string_view first) {
  static constexpr std::array<std::string_view, 29> parts = {
      "pre",   "post", "co",   "non",  "self", "well", "multi", "cross", "re",    "sub",
      "inter", "in",   "two",  "part", "full", "half", "long",  "high",  "short", "home",
      "low",   "anti", "semi", "step", "on",   "off",  "year",  "four",  "follow"};
  return std::find(parts.begin(), parts.end(), lower(first)) != parts.end();
}

/// Lists of names: each line that begins with a title of address is an entry.
bool begins_person(std::string_view text) {
  static constexpr std::array<std::string_view, 9> titles = {"councillor", "councillors", "cllr", "cllrs", "mr",
                                                             "mrs",        "ms",          "miss", "dr"};
  return std::any_of(titles.begin(), titles.end(), [&](std::string_view title) { return begins_word(text, title); });
}

/// "Children and Young People's Services" over "Overview and Scrutiny Panel": a name on two lines.
bool completes_name(const Line& line, const Line& before) {
  return is_body_name(line.text) && !is_capitals(line.text) && line.text.size() < 60 && before.text.size() < 60 &&
         !names_a_body(before.text) && is_title_case(before.text) && !ends_sentence(before.text) &&
         !contains_word(line.text, "council") && !before.row && !before.bullet;
}

/// A list of names or an office that filled its line: the next one begins with half an entry ("… Dan Bride, Tom"
/// "Byrne, …") or goes on in small letters.
bool wrapped_list(const Line& line, const Line& before) {
  if (before.text.size() < list_line || begins_person(line.text)) return false;
  const std::string_view entry = std::string_view(line.text).substr(0, line.text.find_first_of(",("));
  const std::vector<std::string_view> words = words_of(entry);
  const bool label = entry.find(':') != std::string_view::npos;
  return !label && !words.empty() && (words.size() == 1 ? line.text.size() > entry.size() : begins_lower(words[1]));
}

/// "name@northvale" over ".gov.uk": an address that was too long for its column.
bool rest_of_address(std::string_view text) {
  return text.size() > 2 && text[0] == '.' && text[1] >= 'a' && text[1] <= 'z' && text.find(' ') == text.npos;
}

/// A new block begins here though no blank line stands before it.
bool begins_block(const Line& line, const Line& before) {
  if (rest_of_address(line.text) && before.text.find('@') != std::string::npos) return false;
  if (line.row || line.bullet || line.heading > 0 || line.page_blank || line.item_start || before.heading > 0)
    return true;
  if (!item_mark(line.text).empty() || !item_mark(before.text).empty()) return true;
  if (leading_enumerator(line.text) || item_number(line.text) || begins_decision(line.text)) return true;
  if (line.bold != before.bold || is_capitals(line.text) != is_capitals(before.text)) return !begins_lower(line.text);
  if (begins_lower(line.text) || letter_hyphen(before.text)) return false;
  if (completes_name(line, before)) return false;
  if (line.text.starts_with("MINUTES of") || line.text.starts_with("Minutes of the meeting")) return true;
  if (begins_person(line.text) && !ends_open(before.text)) return true;
  if (only_date(line.text) && names_a_body(before.text)) return true;
  const auto brackets =
      std::count(before.text.begin(), before.text.end(), '(') - std::count(before.text.begin(), before.text.end(), ')');
  const bool list = !wrapped_list(line, before) && is_title_case(line.text) && is_title_case(before.text) &&
                    !ends_open(before.text) && brackets <= 0 && line.text.front() != '(';
  if (list) return true;                          // one entry a line
  const std::size_t colon = line.text.find(':');  // "Venue: …" under "Date: …"
  if (colon != std::string::npos && colon < 30 && is_title_case(std::string_view(line.text).substr(0, colon)))
    return true;
  return before.text.size() < wrapped_line;
}

Block block_of(const Line& line) {
  Block block{.text = line.text, .page = line.page, .heading = line.heading, .bold = line.bold, .bullet = line.bullet};
  block.page_blank = line.page_blank;
  block.item_start = line.item_start;
  return block;
}

/// "AM", "GD/IK", "RD &": the initials of who is to act.
bool names_actor(std::string_view text) {
  return text.size() >= 2 && text.size() <= 12 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || std::string_view(" &/,+").find(c) != std::string_view::npos;
         });
}

/// Lines that a converter took from a narrow column beside the text: at least two, all short, the first ended by force.
std::size_t margin_lines(const std::vector<Line>& lines, std::size_t at) {
  if (!lines[at].broken_line || lines[at].bullet || lines[at].heading > 0) return 0;
  std::size_t end = at;
  while (end < lines.size() && !lines[end].empty() && lines[end].text.size() <= margin_line && !lines[end].row &&
         !lines[end].bullet)
    ++end;
  const bool closed = end >= lines.size() || lines[end].empty();
  const bool enough = end - at >= 2 || names_actor(lines[at].text);
  return closed && enough && !ends_sentence(lines[end - 1].text) ? end - at : 0;
}

Block take_margin(const std::vector<Line>& lines, std::size_t& at, std::size_t count) {
  Block block = block_of(lines[at]);
  block.margin = true;
  for (std::size_t i = 1; i < count; ++i) join_text(block.text, lines[at + i].text);
  at += count;
  return block;
}

bool heading_like(const Block& block) {
  return block.item_start || block.heading > 0 || block.bold || is_capitals(block.text) ||
         item_number(block.text).has_value();
}

/// `more` continues `block` though a blank line (a page end) stands between them.
bool continues(const Block& block, const Block& more) {
  if (block.row() || more.row() || block.page_blank || more.page_blank || heading_like(more) || block.text.empty())
    return false;
  if (block.heading > 0 || is_capitals(block.text) || ends_sentence(block.text)) return false;
  if (letter_hyphen(block.text)) return !more.bullet;
  if (leading_enumerator(more.text) || begins_decision(more.text) || block.text.size() < 20) return false;
  if (more.bullet) return begins_lower(more.text) && block.text.size() >= 60 && block.text.back() != ',';
  if (begins_lower(more.text)) return block.text.size() >= wrapped_line || ends_open(block.text);
  return ends_open(block.text) && block.text.size() >= wrapped_line;
}

/// A figure alone: a page's number, or an item's (then what follows is a heading and does not continue anything).
bool is_number(const Block& block) {
  return !block.text.empty() && block.text.size() <= 4 &&
         block.text.find_first_not_of("0123456789") == std::string::npos;
}

/// Paragraphs cut by a page end are joined; a margin column between the halves moves behind them.
std::vector<Block> join_halves(std::vector<Block> blocks) {
  std::vector<Block> out;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Block block = std::move(blocks[i]);
    std::vector<Block> margins;
    if (!block.margin) {
      std::size_t next = i + 1;
      while (true) {
        std::vector<Block> between;
        while (next < blocks.size() && (blocks[next].margin || is_number(blocks[next])))
          between.push_back(blocks[next++]);
        if (next >= blocks.size() || !continues(block, blocks[next])) break;
        join_text(block.text, blocks[next].text);
        margins.insert(margins.end(), between.begin(), between.end());
        i = next++;
      }
    }
    out.push_back(std::move(block));
    out.insert(out.end(), margins.begin(), margins.end());
  }
  return out;
}

}  // namespace

void join_text(std::string& text, const std::string& more) {
  if (rest_of_address(more) && text.find('@') != std::string::npos) {
    text += more;
    return;
  }
  if (!letter_hyphen(text)) {
    text += ' ';
  } else if (begins_lower(more)) {
    const std::size_t word = text.find_last_of(" (/") + 1;
    const std::string_view first = std::string_view(text).substr(word, text.size() - 1 - word);
    const bool compound = keeps_hyphen(first) || first.find('-') != std::string_view::npos;
    if (!compound) text.pop_back();
  }
  text += more;
}

std::vector<Block> make_blocks(const std::vector<Line>& lines, bool whole_paragraphs) {
  std::vector<Block> blocks;
  bool open = false;  // the last block may go on with the next line
  std::size_t last = 0;
  for (std::size_t at = 0; at < lines.size();) {
    const Line& line = lines[at];
    if (line.empty()) {
      open = false;
      ++at;
    } else if (line.row) {
      for (Block& row : read_table(lines, at)) blocks.push_back(std::move(row));
      open = false;
    } else if (const std::size_t count = open ? 0 : margin_lines(lines, at); count > 0) {
      blocks.push_back(take_margin(lines, at, count));
    } else {
      if (open && !begins_block(line, lines[last])) {
        join_text(blocks.back().text, line.text);
      } else {
        blocks.push_back(block_of(line));
      }
      open = true;
      last = at++;
    }
  }
  return whole_paragraphs ? blocks : join_halves(std::move(blocks));
}

}  // namespace minutebook::indexer
