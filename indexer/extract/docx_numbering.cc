#include "indexer/extract/docx_numbering.h"

#include <algorithm>
#include <charconv>

#include "indexer/extract/docx_names.h"
#include "indexer/extract/docx_styles.h"

namespace minutebook::indexer {
namespace {

// Counting beyond what any document prints would overflow.
constexpr int largest_number = 1'000'000;

int number_in(std::string_view text, int otherwise) {
  int number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::clamp(number, -1, largest_number);
}

ListNumbering style_in(std::string_view format) {
  if (format == "bullet") return ListNumbering::bullet;
  if (format == "none") return ListNumbering::none;
  if (format == "decimalZero") return ListNumbering::decimal_zero;
  if (format == "lowerLetter") return ListNumbering::lower_letter;
  if (format == "upperLetter") return ListNumbering::upper_letter;
  if (format == "lowerRoman") return ListNumbering::lower_roman;
  if (format == "upperRoman") return ListNumbering::upper_roman;
  if (format == "ordinal") return ListNumbering::ordinal;
  return ListNumbering::decimal;
}

bool is_level(int level) {
  return level >= 0 && level < docx_list_levels;
}

class NumberingReader : public XmlEvents {
 public:
  NumberingReader(std::map<std::string, DocxNumbering::Definition>& definitions,
                  std::map<std::string, DocxNumbering::List>& lists)
      : definitions_(definitions), lists_(lists) {}

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    const std::string_view value = attributes.get("w:val");
    if (name == "w:abstractNum") {
      definition_ = &definitions_[std::string(attributes.get("w:abstractNumId"))];
    } else if (name == "w:num") {
      list_ = &lists_[std::string(attributes.get("w:numId"))];
    } else if (name == "w:abstractNumId" && list_ != nullptr) {
      list_->definition = value;
    } else if (name == "w:numStyleLink" && definition_ != nullptr) {
      definition_->style_link = value;
    } else if (name == "w:lvlOverride") {
      override_ = number_in(attributes.get("w:ilvl"), -1);
    } else if (name == "w:startOverride" && list_ != nullptr && is_level(override_)) {
      list_->starts[override_] = number_in(value, 1);
    } else if (name == "w:lvl") {
      begin_level(number_in(attributes.get("w:ilvl"), -1));
    } else if (level_ != nullptr) {
      level_property(name, value, attributes);
    }
  }

  void end(std::string_view name) override {
    if (name == "w:abstractNum") definition_ = nullptr;
    if (name == "w:num") list_ = nullptr;
    if (name == "w:lvlOverride") override_ = -1;
    if (name == "w:lvl") level_ = nullptr;
  }

  void text(std::string_view) override {}

 private:
  void begin_level(int level) {
    level_ = nullptr;
    if (!is_level(level)) return;
    if (list_ != nullptr) level_ = &list_->levels[level];
    if (definition_ != nullptr) level_ = &definition_->levels[static_cast<std::size_t>(level)];
  }

  void level_property(std::string_view name, std::string_view value, const XmlAttributes& attributes) {
    if (name == "w:start") level_->start = number_in(value, 1);
    if (name == "w:numFmt") level_->style = style_in(value);
    if (name == "w:lvlText") level_->text = value;
    if (name == "w:lvlRestart") level_->restart = number_in(value, 0);
    if (name == "w:isLgl") level_->legal = is_on(attributes);
    if (name == "w:pStyle") level_->paragraph_style = value;
  }

  std::map<std::string, DocxNumbering::Definition>& definitions_;
  std::map<std::string, DocxNumbering::List>& lists_;
  DocxNumbering::Definition* definition_ = nullptr;
  DocxNumbering::List* list_ = nullptr;
  DocxNumbering::Level* level_ = nullptr;
  int override_ = -1;
};

}  // namespace

DocxNumbering::DocxNumbering(std::string_view xml, const DocxStyles& styles) {
  NumberingReader reader(definitions_, lists_);
  read_xml(xml, "numbering.xml", docx_namespaces, reader);
  for (const auto& [id, definition] : definitions_) {
    if (!definition.style_link.empty()) linked_lists_[definition.style_link] = styles.list_of(definition.style_link);
  }
}

/// The definition a list follows, with its id; a link to a numbering style is followed once.
const DocxNumbering::Definition* DocxNumbering::definition_of(const List& list, std::string& id) const {
  id = list.definition;
  auto found = definitions_.find(id);
  if (found == definitions_.end()) return nullptr;
  const auto link = linked_lists_.find(found->second.style_link);
  if (found->second.style_link.empty() || link == linked_lists_.end()) return &found->second;
  const auto linked = lists_.find(link->second);
  if (linked == lists_.end() || !definitions_.contains(linked->second.definition)) return &found->second;
  id = linked->second.definition;
  return &definitions_.at(id);
}

const DocxNumbering::Level& DocxNumbering::level_in(const List& list, const Definition& definition, int level) const {
  const auto own = list.levels.find(level);
  return own != list.levels.end() ? own->second : definition.levels[static_cast<std::size_t>(level)];
}

int DocxNumbering::start_of(const List& list, const Definition& definition, int level) const {
  const auto own = list.starts.find(level);
  return own != list.starts.end() ? own->second : level_in(list, definition, level).start;
}

std::string DocxNumbering::print(const List& list, const Definition& definition, const std::string& id,
                                 int level) const {
  const Level& own = level_in(list, definition, level);
  const auto& counts = counts_.at(id);
  std::string text;
  for (std::size_t i = 0; i < own.text.size(); ++i) {
    const bool place =
        own.text[i] == '%' && i + 1 < own.text.size() && own.text[i + 1] >= '1' && own.text[i + 1] <= '9';
    if (!place) {
      text += own.text[i];
      continue;
    }
    const int other = own.text[++i] - '1';
    const Level& shown = level_in(list, definition, other);
    const int number = counts[static_cast<std::size_t>(other)].value_or(start_of(list, definition, other));
    const bool figures = own.legal && shown.style != ListNumbering::none;
    text += print_number(number, figures ? ListNumbering::decimal : shown.style);
  }
  return text;
}

ListLabel DocxNumbering::next(const std::string& list_id, int level) {
  const auto found = lists_.find(list_id);
  if (found == lists_.end()) return {};
  List& list = found->second;
  std::string id;
  const Definition* definition = definition_of(list, id);
  if (definition == nullptr) return {};
  level = std::clamp(level, 0, docx_list_levels - 1);
  auto& counts = counts_[id];
  if (!list.used) {  // lists of one definition count on, unless one says where it starts
    for (const auto& [overridden, start] : list.starts) counts[static_cast<std::size_t>(overridden)].reset();
    list.used = true;
  }
  for (int above = 0; above < level; ++above) {
    auto& count = counts[static_cast<std::size_t>(above)];
    if (!count) count = start_of(list, *definition, above);
  }
  auto& count = counts[static_cast<std::size_t>(level)];
  count = count ? std::min(*count + 1, largest_number) : start_of(list, *definition, level);
  for (int below = level + 1; below < docx_list_levels; ++below) {
    const Level& deeper = level_in(list, *definition, below);
    if (level < deeper.restart.value_or(below)) counts[static_cast<std::size_t>(below)].reset();
  }
  if (level_in(list, *definition, level).style == ListNumbering::bullet) return {true, {}};
  return {false, print(list, *definition, id, level)};
}

std::optional<int> DocxNumbering::level_of_style(const std::string& list_id, const std::string& style) const {
  const auto found = lists_.find(list_id);
  if (found == lists_.end()) return std::nullopt;
  std::string id;
  const Definition* definition = definition_of(found->second, id);
  if (definition == nullptr) return std::nullopt;
  for (int level = 0; level < docx_list_levels; ++level) {
    if (definition->levels[static_cast<std::size_t>(level)].paragraph_style == style) return level;
  }
  return std::nullopt;
}

}  // namespace minutebook::indexer
