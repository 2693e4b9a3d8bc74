#include "indexer/extract/docx_styles.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <vector>

#include "indexer/extract/docx_names.h"

namespace minutebook::indexer {
namespace {

// A chain of styles that is longer goes in a circle.
constexpr int longest_chain = 50;
constexpr int body_text = 9;

template <typename Value>
void take(std::optional<Value>& value, const std::optional<Value>& farther) {
  if (!value) value = farther;
}

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// Word's own headings are called "heading 1" … in every language's files.
std::optional<int> outline_by_name(std::string_view name) {
  if (name == "title") return 0;
  if (!name.starts_with("heading ") || name.size() != 9 || name[8] < '1' || name[8] > '9') return std::nullopt;
  return name[8] - '1';
}

class StylesReader : public XmlEvents {
 public:
  StylesReader(std::map<std::string, DocxStyle>& styles, std::string& default_paragraph, RunProperties& defaults)
      : styles_(styles), default_paragraph_(default_paragraph), defaults_(defaults) {}

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    const std::string_view value = attributes.get("w:val");
    if (name == "w:style") {
      begin_style(attributes);
    } else if (name == "w:rPrDefault") {
      run_ = &defaults_;
    } else if (name == "w:tblStylePr") {
      ++conditional_;
    } else if (conditional_ > 0 || (style_ == nullptr && run_ == nullptr)) {
      return;  // parts of tables have no text of their own
    } else if (run_ != nullptr && in_run_) {
      read_run_property(name, is_on(attributes), value, *run_);
    } else if (name == "w:rPr") {
      in_run_ = true;
    } else if (style_ != nullptr) {
      style_property(name, value);
    }
  }

  void end(std::string_view name) override {
    if (name == "w:style") {
      style_ = nullptr;
      run_ = nullptr;
    } else if (name == "w:rPrDefault") {
      run_ = nullptr;
    } else if (name == "w:rPr") {
      in_run_ = false;
    } else if (name == "w:tblStylePr" && conditional_ > 0) {
      --conditional_;
    }
  }

  void text(std::string_view) override {}

 private:
  void begin_style(const XmlAttributes& attributes) {
    const std::string id(attributes.get("w:styleId"));
    style_ = &styles_[id];
    run_ = &style_->run;
    const std::string_view preset = attributes.get("w:default");
    if (attributes.get("w:type") == "paragraph" && (preset == "1" || preset == "true" || preset == "on")) {
      default_paragraph_ = id;
    }
  }

  void style_property(std::string_view name, std::string_view value) {
    ParagraphProperties& paragraph = style_->paragraph;
    if (name == "w:name") {
      style_->name = value;
      for (char& c : style_->name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      if (!paragraph.outline) paragraph.outline = outline_by_name(style_->name);
    } else if (name == "w:basedOn") {
      style_->based_on = value;
    } else if (name == "w:outlineLvl") {
      paragraph.outline = number_in(value).value_or(body_text);
    } else if (name == "w:numId") {
      paragraph.list = std::string(value);
    } else if (name == "w:ilvl") {
      paragraph.level = number_in(value);
    }
  }

  std::map<std::string, DocxStyle>& styles_;
  std::string& default_paragraph_;
  RunProperties& defaults_;
  DocxStyle* style_ = nullptr;
  RunProperties* run_ = nullptr;
  bool in_run_ = false;
  int conditional_ = 0;
};

}  // namespace

void RunProperties::take_from(const RunProperties& farther) {
  take(bold, farther.bold);
  take(underlined, farther.underlined);
  take(hidden, farther.hidden);
  take(struck, farther.struck);
}

void ParagraphProperties::take_from(const ParagraphProperties& farther) {
  take(outline, farther.outline);
  take(list, farther.list);
  take(level, farther.level);
}

void read_run_property(std::string_view name, bool on, std::string_view value, RunProperties& run) {
  if (name == "w:b") run.bold = on;
  if (name == "w:u") run.underlined = on;
  if (name == "w:vanish") run.hidden = on;
  if (name == "w:strike" || name == "w:dstrike") run.struck = on || run.struck.value_or(false);
  if (name == "w:rStyle") run.style = value;
}

DocxStyles::DocxStyles(std::string_view xml) {
  StylesReader reader(styles_, default_paragraph_, defaults_);
  read_xml(xml, "styles.xml", docx_namespaces, reader);
}

DocxStyle DocxStyles::resolve(const std::string& id) const {
  DocxStyle style;
  auto found = styles_.find(id);
  for (int i = 0; found != styles_.end() && i < longest_chain; ++i) {
    const DocxStyle& farther = found->second;
    if (i == 0) style.name = farther.name;
    style.paragraph.take_from(farther.paragraph);
    style.run.take_from(farther.run);
    found = farther.based_on.empty() ? styles_.end() : styles_.find(farther.based_on);
  }
  return style;
}

DocxStyle DocxStyles::paragraph_style(const std::string& id) const {
  DocxStyle style = resolve(styles_.contains(id) ? id : default_paragraph_);
  style.run.take_from(defaults_);
  return style;
}

RunProperties DocxStyles::character_style(const std::string& id) const {
  return resolve(id).run;
}

std::string DocxStyles::list_of(const std::string& id) const {
  return resolve(id).paragraph.list.value_or("");
}

}  // namespace minutebook::indexer
