// Writes HTML that is well-formed and cannot carry markup from data: names of elements and attributes are literals
// checked when this is compiled, text and values are escaped here and nowhere else, addresses are made by Link.
// Knows nothing of any page.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/target.h"

namespace minutebook::server {

/// Name of an element or attribute. Only a literal of small letters, digits and hyphens compiles; names that run code
/// or hold addresses and styles do not.
class HtmlName {
 public:
  consteval HtmlName(const char* name) : name_(name) {
    if (name_.empty()) throw "a name has letters";
    for (const char c : name_) {
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) throw "a name has small letters";
    }
    if (name_.starts_with("on") || name_ == "href" || name_ == "src" || name_ == "action" || name_ == "style" ||
        name_ == "srcdoc" || name_ == "formaction" || name_ == "script")
      throw "addresses are Links; scripts and styles stand in files of their own";
  }
  std::string_view text() const { return name_; }

 private:
  std::string_view name_;
};

/// An address that is safe to follow.
class Link {
 public:
  /// Of this service.
  static Link here(std::string_view path, const std::vector<Parameter>& parameters = {},
                   std::string_view fragment = {});
  /// The address of the page itself with other parameters.
  static Link same_path(const std::vector<Parameter>& parameters);
  /// A place on the same page.
  static Link within(std::string_view fragment);
  /// A place elsewhere; nullopt: it is not http or https, or holds characters that have no business there.
  static std::optional<Link> elsewhere(std::string_view url, std::string_view fragment = {});
  const std::string& text() const { return text_; }

 private:
  explicit Link(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

struct HtmlAttribute {
  HtmlName name;
  std::string value;
};
/// An attribute that is there or not: checked, selected, open. Written if true.
struct HtmlFlag {
  HtmlName name;
  bool set = false;
};

class Html {
 public:
  using Attributes = std::initializer_list<HtmlAttribute>;

  /// An element that is open until this goes out of scope.
  class Open {
   public:
    Open(Html& html, std::string_view name) : html_(html), name_(name) {}
    ~Open();
    Open(const Open&) = delete;
    Open& operator=(const Open&) = delete;

   private:
    Html& html_;
    std::string_view name_;
  };

  [[nodiscard]] Open open(HtmlName name, Attributes attributes = {}, std::initializer_list<HtmlFlag> flags = {});
  [[nodiscard]] Open open_link(const Link& link, Attributes attributes = {});
  /// A form that is sent with GET.
  [[nodiscard]] Open open_form(const Link& link, Attributes attributes = {});
  void element(HtmlName name, std::string_view text, Attributes attributes = {});
  void link(const Link& link, std::string_view text, Attributes attributes = {});
  /// An element without content: input, br, meta.
  void single(HtmlName name, Attributes attributes = {}, std::initializer_list<HtmlFlag> flags = {});
  void picture(const Link& source, std::string_view description, Attributes attributes = {});
  /// Of this service: in the head.
  void style_sheet(const Link& link);
  /// A picture of any size (SVG) that browsers show beside the title.
  void icon(const Link& link);
  void feed(const Link& link, std::string_view title);
  void text(std::string_view text);
  void doctype() { made_ += "<!doctype html>\n"; }
  std::string take() { return std::move(made_); }

 private:
  void begin(std::string_view name, Attributes attributes, std::initializer_list<HtmlFlag> flags);
  void raw_attribute(std::string_view name, std::string_view value);
  void escaped(std::string_view text);
  std::string made_;
};

}  // namespace minutebook::server
