#include "indexer/council_evidence.h"

#include <algorithm>
#include <array>
#include <map>

#include "indexer/body_names.h"
#include "indexer/front_sheet.h"
#include "indexer/local_council.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using schema::Council;

// Weights of evidence: an address of the council's own domain or its full name in the letterhead settle the matter;
// names in running text only add up.
constexpr double letterhead_weight = 20;
constexpr double address_weight = 12;
constexpr double full_name_weight = 2;
constexpr double place_weight = 1;
constexpr double body_weight = 3;
constexpr double possessive_weight = 2;
constexpr double venue_weight = 6;
constexpr double enough = 5;
constexpr double ahead = 2;  // times the runner-up

using Scores = std::map<const Council*, double>;

bool existed(const Council& council, const schema::Date& date) {
  if (!date.known()) return true;
  return !(council.start.known() && date < council.start) && !(council.end.known() && council.end < date);
}

void credit(const std::vector<const Council*>& candidates, const schema::Date& date, double weight, Scores& scores) {
  std::vector<const Council*> fitting;
  for (const Council* one : candidates) {
    if (existed(*one, date)) fitting.push_back(one);
  }
  if (fitting.size() == 1) scores[fitting.front()] += weight;
}

/// Hosts of addresses: "name@council.gov.uk", "https://democracy.council.gov.uk/…".
void credit_addresses(const std::string& text, const schema::Date& date, const schema::CouncilRegistry& councils,
                      double weight, Scores& scores) {
  for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at + 1)) {
    std::size_t end = at + 1;
    while (end < text.size() &&
           (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '.' || text[end] == '-'))
      ++end;
    std::string host = text.substr(at + 1, end - at - 1);
    if (end + 2 < text.size() && text[end] == ' ' &&
        text[end + 1] == '.') {  // broken at a line end: "@northvale .gov.uk"
      const std::size_t rest = std::min(text.find_first_of(" ,;)>", end + 1), text.size());
      host += text.substr(end + 1, rest - end - 1);
    }
    while (!host.empty() && host.back() == '.') host.pop_back();
    credit(councils.by_host(lower(host), date), date, weight, scores);
  }
  for (std::size_t at = text.find("://"); at != std::string::npos; at = text.find("://", at + 1)) {
    const std::size_t begin = text.find_last_of(" (<\"", at) + 1;
    const std::size_t end = std::min(text.find_first_of(" )>\"", at), text.size());
    const std::string host = schema::host_of_url(std::string_view(text).substr(begin, end - begin));
    credit(councils.by_host(host, date), date, weight / 4, scores);
  }
}

bool self_reference(std::string_view text, const schema::CouncilMention& mention) {
  const std::string_view after = text.substr(mention.end);
  return begins(after, "'s") || after.starts_with("\xE2\x80\x99s") || begins(after, " council") ||
         begins(after, " residents") || begins(after, " schools");
}

/// "Northshire and Westmarsh": two places together are an area, and neither is whose paper it is.
bool is_area(std::string_view text, const std::vector<schema::CouncilMention>& mentions, std::size_t at) {
  const auto joined = [&](std::size_t first) {
    const schema::CouncilMention& one = mentions[first];
    const schema::CouncilMention& other = mentions[first + 1];
    return !one.full && !other.full && other.begin > one.end && text.substr(one.end, other.begin - one.end) == " and ";
  };
  return (at + 1 < mentions.size() && joined(at)) || (at > 0 && joined(at - 1));
}

/// "partnership with X Council", "X Council's review": another council in the text. Names in headings and lists of
/// examples look the same, so only a clear lead counts at the end.
void credit_names(const std::string& text, const schema::Date& date, const schema::CouncilRegistry& councils,
                  Scores& scores) {
  const std::vector<schema::CouncilMention> mentions = councils.find(text, true);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const schema::CouncilMention& mention = mentions[i];
    if (is_area(text, mentions, i)) continue;
    // "Northshire Children's Scrutiny Panel": a body's name that begins with the place.
    const bool own_body = mention.begin == 0 && !mention.full && text.size() < 120 && is_body_name(text);
    const double weight = own_body                        ? body_weight
                          : mention.full                  ? full_name_weight
                          : self_reference(text, mention) ? possessive_weight
                                                          : place_weight;
    credit(mention.councils, date, weight, scores);
  }
}

/// The letterhead names it on a line of its own, or of the place of meeting; a short line is weaker. Sentences of the
/// front may name others: they count with the running text only.
double front_weight(const std::vector<Block>& blocks, std::size_t at, const schema::CouncilMention& mention) {
  const std::string& text = blocks[at].text;
  if (blocks[at].row() && !front_sheet_label(blocks[at]))
    return 0;  // members of a joint committee and whom they represent
  const bool own_line = (mention.end - mention.begin) * 2 >= text.size();
  const bool place = find_ci(text, "held") != std::string::npos || find_ci(text, "office") != std::string::npos;
  if (own_line || (text.size() < 120 && at < 3) || (place && text.size() < 400)) return letterhead_weight;
  return text.size() < 120 && !ends_sentence(text) ? address_weight / 2 : 0;
}

/// "A meeting of the County Council will be held in …, Northshire": the place of meeting names the council where the
/// body calls itself a council of that kind.
void credit_venues(const std::string& text, const schema::Date& date, const schema::CouncilRegistry& councils,
                   Scores& scores) {
  if (text.size() > 500 || (find_ci(text, " held ") == std::string::npos && !begins(text, "venue"))) return;
  for (const schema::CouncilMention& mention : councils.find(text, true)) {
    if (mention.full) continue;
    std::vector<const Council*> fitting;
    for (const Council* one : mention.councils) {
      for (const std::string_view kind : {"county council", "city council", "borough council", "district council"}) {
        const bool called = find_word_ci(text, kind) != std::string::npos;
        if (called && find_ci(one->official_name, kind) != std::string::npos) fitting.push_back(one);
      }
    }
    credit(fitting, date, venue_weight, scores);
  }
}

/// The initials of a council's name: "NCC". Two letters would be too many other things.
std::string initials_of(const Council& council) {
  std::string initials;
  for (const std::string_view word : words_of(council.official_name)) {
    if (word[0] >= 'A' && word[0] <= 'Z') initials += word[0];
  }
  return initials.size() >= 3 ? initials : std::string();
}

/// A paper that calls a council by its initials is that council's own; only such as its text names anyway are looked
/// for.
void credit_initials(const std::vector<Block>& blocks, Scores& scores) {
  for (auto& [council, score] : scores) {
    const std::string initials = initials_of(*council);
    if (initials.empty()) continue;
    std::size_t met = 0;
    for (const Block& block : blocks) {
      for (const std::string_view word : words_of(block.text)) {
        const std::size_t end = std::min(word.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), word.size());
        met += word.substr(0, end) == initials ? 1 : 0;
      }
    }
    score += possessive_weight * static_cast<double>(met);
  }
}

CouncilFinding best_of(const Scores& scores, double least) {
  const Council* best = nullptr;
  double first = 0;
  double second = 0;
  for (const auto& [council, score] : scores) {
    if (score > first) {
      second = first;
      first = score;
      best = council;
    } else {
      second = std::max(second, score);
    }
  }
  if (best == nullptr || first < least || first < ahead * second) return {};
  return {best, {}};
}

}  // namespace

CouncilFinding find_council(const std::vector<Block>& blocks, std::size_t front, const schema::Date& date,
                            const schema::CouncilRegistry& councils) {
  if (const std::string local = local_council_in(blocks); !local.empty() && councils.by_name(local, date).empty())
    return {nullptr,
            "the paper is that of " + local + ", which is not in the table of councils; add it with --councils"};
  Scores strong;
  for (std::size_t i = 0; i < std::min(front, blocks.size()); ++i) {
    for (const schema::CouncilMention& mention : councils.find(blocks[i].text, false)) {
      credit(mention.councils, date, front_weight(blocks, i, mention), strong);
    }
    credit_addresses(blocks[i].text, date, councils, address_weight, strong);
  }
  if (CouncilFinding found = best_of(strong, address_weight / 2); found.council != nullptr) return found;

  Scores weak = strong;
  for (std::size_t i = front; i < blocks.size(); ++i) {
    credit_addresses(blocks[i].text, date, councils, address_weight, weak);
    credit_names(blocks[i].text, date, councils, weak);
  }
  for (std::size_t i = 0; i < std::min(front, blocks.size()); ++i) {
    credit_names(blocks[i].text, date, councils, weak);
    credit_venues(blocks[i].text, date, councils, weak);
  }
  credit_initials(blocks, weak);
  CouncilFinding found = best_of(weak, enough);
  if (found.council != nullptr) {
    found.warning = "council " + found.council->official_name +
                    " is inferred from the running text; state it with a manifest or --council to be sure";
  } else {
    found.warning = "the council is not stated; give it with a manifest or --council";
  }
  return found;
}

}  // namespace minutebook::indexer
