#include "server/html.h"

#include <algorithm>

namespace minutebook::server {
namespace {

/// Printable characters of ASCII that may stand in an address, and bytes of UTF-8.
bool in_address(char character) {
  const auto byte = static_cast<unsigned char>(character);
  return byte > 0x20 && byte != 0x7f && character != '"' && character != '<' && character != '>' && character != '\\' &&
         character != '`';
}

std::string lower(std::string_view text) {
  std::string made(text);
  std::transform(made.begin(), made.end(), made.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return made;
}

}  // namespace

Link Link::here(std::string_view path, const std::vector<Parameter>& parameters, std::string_view fragment) {
  std::string text;
  // Two slashes would begin the name of another host.
  for (const char character : path) {
    if (character == '/' && text == "/") continue;
    const bool plain = character == '/' || (static_cast<unsigned char>(character) > 0x20 && character != '%' &&
                                            character != '?' && character != '#');
    text += plain && in_address(character) ? std::string(1, character) : encode_component({&character, 1});
  }
  if (!text.starts_with('/')) text.insert(0, "/");
  text = write_target(text, parameters);
  if (!fragment.empty()) text += "#" + encode_component(fragment);
  return Link(std::move(text));
}

Link Link::same_path(const std::vector<Parameter>& parameters) {
  return Link(write_target({}, parameters));
}

Link Link::within(std::string_view fragment) {
  return Link("#" + encode_component(fragment));
}

std::optional<Link> Link::elsewhere(std::string_view url, std::string_view fragment) {
  const std::string begin = lower(url.substr(0, 8));
  if (!begin.starts_with("http://") && !begin.starts_with("https://")) return std::nullopt;
  if (!std::all_of(url.begin(), url.end(), in_address)) return std::nullopt;
  std::string text(url);
  if (!fragment.empty() && text.find('#') == text.npos) text += "#" + std::string(fragment);
  return Link(std::move(text));
}

Html::Open::~Open() {
  html_.made_.append("</").append(name_).append(">");
}

void Html::escaped(std::string_view text) {
  for (const char character : text) {
    switch (character) {
      case '&':
        made_ += "&amp;";
        break;
      case '<':
        made_ += "&lt;";
        break;
      case '>':
        made_ += "&gt;";
        break;
      case '"':
        made_ += "&quot;";
        break;
      case '\'':
        made_ += "&#39;";
        break;
      default:
        made_ += character;
    }
  }
}

void Html::raw_attribute(std::string_view name, std::string_view value) {
  made_.append(" ").append(name).append("=\"");
  escaped(value);
  made_ += '"';
}

void Html::begin(std::string_view name, Attributes attributes, std::initializer_list<HtmlFlag> flags) {
  made_.append("<").append(name);
  for (const HtmlAttribute& attribute : attributes) raw_attribute(attribute.name.text(), attribute.value);
  for (const HtmlFlag& flag : flags) {
    if (flag.set) made_.append(" ").append(flag.name.text());
  }
}

Html::Open Html::open(HtmlName name, Attributes attributes, std::initializer_list<HtmlFlag> flags) {
  begin(name.text(), attributes, flags);
  made_ += '>';
  return {*this, name.text()};
}

Html::Open Html::open_link(const Link& link, Attributes attributes) {
  begin("a", attributes, {});
  raw_attribute("href", link.text());
  // What is linked elsewhere learns neither the query nor this window.
  if (std::string_view("/#?").find(link.text().front()) == std::string_view::npos)
    raw_attribute("rel", "noopener noreferrer");
  made_ += '>';
  return {*this, "a"};
}

Html::Open Html::open_form(const Link& link, Attributes attributes) {
  begin("form", attributes, {});
  raw_attribute("action", link.text());
  raw_attribute("method", "get");
  made_ += '>';
  return {*this, "form"};
}

void Html::element(HtmlName name, std::string_view text, Attributes attributes) {
  const Open element = open(name, attributes);
  escaped(text);
}

void Html::link(const Link& link, std::string_view text, Attributes attributes) {
  const Open element = open_link(link, attributes);
  escaped(text);
}

void Html::single(HtmlName name, Attributes attributes, std::initializer_list<HtmlFlag> flags) {
  begin(name.text(), attributes, flags);
  made_ += '>';
}

void Html::picture(const Link& source, std::string_view description, Attributes attributes) {
  begin("img", attributes, {});
  raw_attribute("src", source.text());
  raw_attribute("alt", description);
  made_ += '>';
}

void Html::style_sheet(const Link& link) {
  made_ += "<link rel=\"stylesheet\"";
  raw_attribute("href", link.text());
  made_ += '>';
}

void Html::icon(const Link& link) {
  made_ += "<link rel=\"icon\" type=\"image/svg+xml\" sizes=\"any\"";
  raw_attribute("href", link.text());
  made_ += '>';
}

void Html::feed(const Link& link, std::string_view title) {
  made_ += "<link rel=\"alternate\" type=\"application/atom+xml\"";
  raw_attribute("href", link.text());
  raw_attribute("title", title);
  made_ += '>';
}

void Html::text(std::string_view text) {
  escaped(text);
}

}  // namespace minutebook::server
