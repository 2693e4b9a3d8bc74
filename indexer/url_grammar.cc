#include "indexer/url_grammar.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <vector>

#include "schema/date.h"

namespace minutebook::indexer {
namespace {

using schema::PaperKind;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  const int lower = std::tolower(static_cast<unsigned char>(c));
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
  return out;
}

/// The name of a document that belongs to a meeting as a whole ("/documents/g<meeting>/<name>"), decoded; nullopt:
/// another URL.
std::optional<std::string> meeting_document(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const std::string path = lower(url);
  constexpr std::string_view folder = "/documents/g";
  const std::size_t at = path.find(folder);
  if (at == std::string::npos) return std::nullopt;
  std::size_t end = at + folder.size();
  const std::size_t digits = end;
  while (end < path.size() && is_digit(path[end])) ++end;
  if (end == digits || end >= path.size() || path[end] != '/') return std::nullopt;
  return percent_decoded(url.substr(end + 1));
}

/// ModernGov numbers its prints: T=0 agenda, 1 minutes, 2 decisions (9 supplement, 10 pack of reports).
std::optional<PaperKind> kind_of_print(std::string_view url) {
  const std::string query = url.find('?') == url.npos ? "" : "&" + lower(url.substr(url.find('?') + 1)) + "&";
  if (query.find("&t=0&") != query.npos) return PaperKind::agenda;
  if (query.find("&t=1&") != query.npos) return PaperKind::minutes;
  if (query.find("&t=2&") != query.npos) return PaperKind::decision;
  return std::nullopt;
}

/// Those who publish name the prints in these words, with "Public" or "Draft" before them at times.
std::optional<PaperKind> kind_of_name(std::string_view name) {
  const std::string text = lower(name);
  constexpr std::array<std::pair<std::string_view, PaperKind>, 7> rules = {
      {{"agenda frontsheet", PaperKind::agenda},
       {"printed minutes", PaperKind::minutes},
       {"printed draft minutes", PaperKind::minutes},
       {"draft minutes", PaperKind::minutes},
       {"minutes", PaperKind::minutes},
       {"printed decisions", PaperKind::decision},
       {"decisions", PaperKind::decision}}};
  for (const auto& [beginning, kind] : rules) {
    if (text.starts_with(beginning)) return kind;
  }
  return std::nullopt;
}

/// The words of a file's name that tell its kind, wherever they stand; the print of a whole meeting before others.
std::optional<PaperKind> kind_in_name(std::string_view name) {
  const std::string text = " " + lower(name);
  constexpr std::array<std::pair<std::string_view, PaperKind>, 15> rules = {
      {{" agenda frontsheet", PaperKind::agenda},
       {" reports pack", PaperKind::agenda},
       {" agenda pack", PaperKind::agenda},
       {" printed minutes", PaperKind::minutes},
       {" printed draft minutes", PaperKind::minutes},
       {" printed decisions", PaperKind::decision},
       {" decision notice", PaperKind::decision},
       {" record of decision", PaperKind::decision},
       {" appendix", PaperKind::appendix},
       {" annex", PaperKind::appendix},
       {" appendices", PaperKind::appendix},
       {" forward plan", PaperKind::forward_plan},
       {" work programme", PaperKind::work_programme},
       {" report", PaperKind::report},
       {" minutes", PaperKind::minutes}}};
  for (const auto& [words, kind] : rules) {
    if (text.find(words) != text.npos) return kind;
  }
  return std::nullopt;
}

/// What follows the date: an hour ("10.00"), then the committee, then the file's extension.
std::string committee_after(std::string_view rest) {
  const std::size_t extension = rest.rfind('.');
  if (extension != rest.npos && rest.size() - extension <= 5) rest = rest.substr(0, extension);
  const auto trim = [&rest] {
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    while (!rest.empty() && rest.back() == ' ') rest.remove_suffix(1);
  };
  trim();
  const bool hour = rest.size() >= 5 && is_digit(rest[0]) && is_digit(rest[1]) && rest[2] == '.' && is_digit(rest[3]) &&
                    is_digit(rest[4]);
  if (!hour) return {};
  rest.remove_prefix(5);
  trim();
  return std::string(rest);
}

bool plain_in_path(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
         std::string_view("-._~/!$&'()*+,;=:@").find(c) != std::string_view::npos;
}

}  // namespace

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool code =
        text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0;
    if (!code) {
      out += text[i];
      continue;
    }
    out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
    i += 2;
  }
  return out;
}

std::string percent_encoded_path(std::string_view path) {
  std::string out;
  for (const char c : path) {
    if (plain_in_path(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', "0123456789ABCDEF"[byte >> 4], "0123456789ABCDEF"[byte & 15]};
  }
  return out;
}

SuppliedMetadata metadata_of_file_name(std::string_view name) {
  std::string text = percent_decoded(name);
  std::replace(text.begin(), text.end(), '_', ' ');
  SuppliedMetadata found;
  found.kind = kind_in_name(text);
  for (const schema::FoundDate& one : schema::find_dates(text)) {
    const std::string_view day = std::string_view(text).substr(one.begin, one.end - one.begin);
    const std::size_t letter = day.find_first_not_of("0123456789");
    const bool print = letter != day.npos && letter <= 2 &&
                       std::isalpha(static_cast<unsigned char>(day[letter])) != 0 &&
                       std::count(day.begin(), day.end(), '-') == 2;
    if (!print) continue;
    found.date = one.date;
    found.committee = committee_after(std::string_view(text).substr(one.end));
    break;
  }
  return found;
}

std::optional<PaperKind> kind_of_page(const std::string& url) {
  constexpr std::array<std::pair<std::string_view, PaperKind>, 6> pages = {
      {{"/mgai.aspx", PaperKind::other},
       {"/ieissuedetails.aspx", PaperKind::other},
       {"/iedecisiondetails.aspx", PaperKind::decision},
       {"/mgdecisiondetails.aspx", PaperKind::decision},
       {"/mgissuehistoryhome.aspx", PaperKind::forward_plan},
       {"/mgplanitem.aspx", PaperKind::forward_plan}}};
  const std::string path = lower(url.substr(0, url.find_first_of("?#")));
  for (const auto& [page, kind] : pages) {
    if (path.ends_with(page)) return kind;
  }
  return std::nullopt;
}

SuppliedMetadata metadata_of_url(const std::string& url) {
  SuppliedMetadata found;
  found.url = url;
  const std::optional<std::string> name = meeting_document(url);
  if (!name) return found;
  std::optional<PaperKind> kind = kind_of_print(url);
  if (!kind) kind = kind_of_name(*name);
  if (!kind) return found;
  found.kind = kind;
  const std::vector<schema::FoundDate> dates = schema::find_dates(*name);
  if (dates.empty()) return found;
  found.date = dates.front().date;
  found.committee = committee_after(std::string_view(*name).substr(dates.front().end));
  return found;
}

}  // namespace minutebook::indexer
