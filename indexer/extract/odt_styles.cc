#include "indexer/extract/odt_styles.h"

#include <algorithm>
#include <charconv>

namespace minutebook::indexer {

const std::vector<XmlNamespace> odt_namespaces = {
    {":xmlns:office:1.0", "office"}, {":xmlns:text:1.0", "text"},
    {":xmlns:table:1.0", "table"},   {":xmlns:style:1.0", "style"},
    {":xmlns:drawing:1.0", "draw"},  {":xmlns:xsl-fo-compatible:1.0", "fo"},
    {":xmlns:loext:1.0", "loext"},   {":xmlns:svg-compatible:1.0", "svg"},
    {"/1998/namespace", "xml"},      {":xmlns:presentation:1.0", "presentation"},
};

namespace {

constexpr int longest_chain = 50;
constexpr int largest_number = 1'000'000;

int number_in(std::string_view text, int otherwise) {
  int number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::clamp(number, 0, largest_number);
}

ListNumbering style_in(std::string_view format) {
  if (format == "1") return ListNumbering::decimal;
  if (format == "a") return ListNumbering::lower_letter;
  if (format == "A") return ListNumbering::upper_letter;
  if (format == "i") return ListNumbering::lower_roman;
  if (format == "I") return ListNumbering::upper_roman;
  if (format.starts_with("1st")) return ListNumbering::ordinal;
  if (format.starts_with("01")) return ListNumbering::decimal_zero;
  return format.empty() ? ListNumbering::none : ListNumbering::decimal;
}

bool is_bold(std::string_view weight) {
  return weight == "bold" || (weight.size() == 3 && weight >= "600" && weight <= "900");
}

OdtCharacters characters_in(const XmlAttributes& attributes, OdtCharacters characters) {
  if (attributes.has("fo:font-weight")) characters.bold = is_bold(attributes.get("fo:font-weight"));
  if (attributes.has("style:text-underline-style")) {
    characters.underlined = attributes.get("style:text-underline-style") != "none";
  }
  if (attributes.has("text:display")) characters.hidden = attributes.get("text:display") == "none";
  for (const char* line : {"style:text-line-through-style", "style:text-line-through-type"}) {
    if (attributes.has(line)) characters.struck = attributes.get(line) != "none";
  }
  return characters;
}

class StylesReader : public XmlEvents {
 public:
  StylesReader(std::map<std::string, OdtStyles::Style>& styles, std::map<std::string, OdtList>& lists, OdtList& outline)
      : styles_(styles), lists_(lists), outline_(outline) {}

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "style:style" || name == "style:default-style") {
      style_ = &styles_[std::string(attributes.get("style:family")) + '/' + std::string(attributes.get("style:name"))];
      style_->parent = attributes.get("style:parent-style-name");
    } else if (name == "style:text-properties" && style_ != nullptr) {
      style_->characters = characters_in(attributes, style_->characters);
    } else if (name == "text:list-style") {
      list_ = &lists_[std::string(attributes.get("style:name"))];
    } else if (name == "text:outline-style") {
      list_ = &outline_;
    } else if (name.starts_with("text:list-level-style-") || name == "text:outline-level-style") {
      level(name, attributes);
    }
  }

  void end(std::string_view name) override {
    if (name == "style:style" || name == "style:default-style") style_ = nullptr;
    if (name == "text:list-style" || name == "text:outline-style") list_ = nullptr;
  }

  void text(std::string_view) override {}

 private:
  void level(std::string_view name, const XmlAttributes& attributes) {
    const auto number = static_cast<std::size_t>(number_in(attributes.get("text:level"), 0));
    if (list_ == nullptr || number < 1 || number > odt_list_levels) return;
    OdtListLevel& level = (*list_)[number - 1];
    const bool numbered = name.ends_with("-number") || name == "text:outline-level-style";
    level.style = numbered ? style_in(attributes.get("style:num-format")) : ListNumbering::bullet;
    level.prefix = attributes.get("style:num-prefix");
    level.suffix = attributes.get("style:num-suffix");
    level.start = number_in(attributes.get("text:start-value"), 1);
    level.shown_levels = std::max(number_in(attributes.get("text:display-levels"), 1), 1);
    level.format = attributes.get("loext:num-list-format");
  }

  std::map<std::string, OdtStyles::Style>& styles_;
  std::map<std::string, OdtList>& lists_;
  OdtList& outline_;
  OdtStyles::Style* style_ = nullptr;
  OdtList* list_ = nullptr;
};

}  // namespace

OdtCharacters OdtCharacters::with(const OdtCharacters& nearer) const {
  return {nearer.bold ? nearer.bold : bold, nearer.underlined ? nearer.underlined : underlined,
          nearer.hidden ? nearer.hidden : hidden, nearer.struck ? nearer.struck : struck};
}

void OdtStyles::read(std::string_view xml, const std::string& part) {
  StylesReader reader(styles_, lists_, outline_);
  read_xml(xml, part, odt_namespaces, reader);
}

OdtCharacters OdtStyles::characters(std::string_view family, const std::string& style) const {
  const std::string prefix = std::string(family) + '/';
  OdtCharacters characters;
  auto found = styles_.find(prefix + style);
  for (int i = 0; found != styles_.end() && i < longest_chain; ++i) {
    characters = found->second.characters.with(characters);
    if (found->first.size() == prefix.size()) break;
    found = styles_.find(prefix + found->second.parent);
  }
  return characters;
}

bool OdtStyles::is_title(const std::string& paragraph_style) const {
  std::string name = paragraph_style;
  for (int i = 0; !name.empty() && i < longest_chain; ++i) {
    if (name == "Title") return true;
    const auto found = styles_.find("paragraph/" + name);
    if (found == styles_.end()) return false;
    name = found->second.parent;
  }
  return false;
}

const OdtList* OdtStyles::list(const std::string& name) const {
  const auto found = lists_.find(name);
  return found == lists_.end() ? nullptr : &found->second;
}

}  // namespace minutebook::indexer
