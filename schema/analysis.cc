// The lexicon: one hash lookup for a known word; everything else about a word is derived when it is first met.
#include "schema/analysis.h"

#include <xapian.h>

#include <algorithm>
#include <cstring>
#include <optional>

#include "schema/characters.h"
#include "schema/spelling.h"

namespace minutebook::schema {

namespace {

// Longest folded form and stem; a Xapian term holds 245 bytes with its prefix.
constexpr std::size_t longest_folded = 200;
constexpr std::size_t first_slots = 1U << 12U;
// So many bytes of a text, its last ones, stand in a slot.
constexpr std::size_t tail_bytes = 8;

std::uint64_t load(const char* from, std::size_t bytes) {
  std::uint64_t value = 0;
  std::memcpy(&value, from, bytes);
  return value;
}

std::uint64_t mix(std::uint64_t value) {
  value *= 0x9E3779B97F4A7C15U;
  return value ^ (value >> 32U);
}

/// Typographic apostrophes made straight, invisible characters dropped.
std::string written_form(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    if (is_apostrophe(decoded.character)) {
      out += '\'';
    } else if (!is_invisible(decoded.character)) {
      append_utf8(decoded.character, out);
    }
    at = decoded.next;
  }
  return out;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_ascii_digit);
}

bool is_number(std::string_view text) {
  const auto belongs = [](char c) { return is_ascii_digit(c) || c == '.' || c == ','; };
  return !text.empty() && std::all_of(text.begin(), text.end(), belongs);
}

/// "2019/20" of "2019-2020" and the like; nullopt if the word is no year pair (only those hold a slash or a dash).
std::optional<std::string> year_pair(std::string_view written) {
  const bool digits_around = written.size() >= 7 && is_ascii_digit(written[3]) && !is_ascii_word(written[4]) &&
                             written[4] != '.' && written[4] != ',' && written[4] != '\'';
  if (!digits_around || !std::all_of(written.begin(), written.begin() + 4, is_ascii_digit)) return std::nullopt;
  const std::string_view last = written.substr(written.size() - 2);
  if (!std::all_of(last.begin(), last.end(), is_ascii_digit)) return std::nullopt;
  return std::string(written.substr(0, 4)) + '/' + std::string(last);
}

/// `written` without a possessive 's; plural years ("1990's") keep their s.
std::string_view without_possessive(std::string_view written) {
  if (written.size() < 3) return written;
  const std::size_t base = written.size() - 2;
  if (written[base] != '\'' || ascii_lower(written[base + 1]) != 's') return written;
  return is_number(written.substr(0, base)) ? written : written.substr(0, base);
}

std::string fold_word(std::string_view written) {
  if (written == "&") return "and";
  if (auto pair = year_pair(written)) return *std::move(pair);
  std::string bare;
  const char dropped = is_number(written) ? ',' : '\'';
  std::copy_if(written.begin(), written.end(), std::back_inserter(bare), [dropped](char c) { return c != dropped; });
  const std::string folded = fold_characters(bare);
  return std::string(cut_utf8(folded, longest_folded));
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [word](std::string_view ending) { return word.ends_with(ending); });
}

/// English plural: "agencies" -> "agency", "branches" -> "branch", "plans" -> "plan"; "class", "bus", "crisis" stay.
std::string without_plural(std::string_view folded) {
  constexpr std::size_t shortest = 4;
  if (folded.size() < shortest || folded.back() != 's' || has_digit(folded)) return std::string(folded);
  if (ends_with_any(folded, {"ss", "us", "is"})) return std::string(folded);
  if (folded.size() > shortest && folded.ends_with("ies"))
    return std::string(folded.substr(0, folded.size() - 3)) + 'y';
  if (ends_with_any(folded, {"sses", "ches", "shes", "xes"})) return std::string(folded.substr(0, folded.size() - 2));
  return std::string(folded.substr(0, folded.size() - 1));
}

/// Letters (and digits) of an acronym without plural ending or possessive; empty if the word is none.
std::string acronym_capitals(std::string_view written) {
  std::string_view base = without_possessive(written);
  if (base.size() == written.size() && base.size() > 2 && base.back() == 's') base.remove_suffix(1);
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < base.size();) {
    const Decoded decoded = decode_utf8(base, at);
    const char32_t c = decoded.character;
    const bool inside = at > 0 && (c == U'&' || (c < 0x80 && is_ascii_digit(static_cast<char>(c))));
    if (!inside && !is_upper(c)) return {};
    if (!inside) ++capitals;
    at = decoded.next;
  }
  return capitals >= 2 && capitals <= 8 ? std::string(base) : std::string();
}

}  // namespace

struct Lexicon::Deriver {
  Xapian::Stem stem{"english"};

  Word derive(std::string written) const {
    Word word;
    word.written = std::move(written);
    word.folded = fold_word(word.written);
    word.capitals = acronym_capitals(word.written);
    word.acronym = !word.capitals.empty();
    const std::string_view base = without_possessive(word.written);
    const bool possessive = base.size() != word.written.size();
    const std::string folded_base = possessive ? fold_word(base) : word.folded;
    const bool plural_acronym = word.acronym && !possessive && word.capitals.size() != word.written.size();
    word.singular = plural_acronym ? fold_word(word.capitals) : without_plural(folded_base);
    word.stem = has_digit(folded_base) ? folded_base : stem_of(folded_base);
    return word;
  }

  std::string stem_of(const std::string& folded) const {
    if (const auto own = stem_of_its_own(folded)) return std::string(*own);
    const std::optional<std::string> with_s = ise_for_ize(folded);
    if (!with_s) return stem(folded);
    std::string made = stem(*with_s);
    if (made.back() == 's') made.back() = 'z';
    return made;
  }
};

Lexicon::Lexicon() : deriver_(std::make_unique<Deriver>()), slots_(first_slots) {}
Lexicon::~Lexicon() = default;

Lexicon::Digest Lexicon::digest_of(std::string_view text) {
  const char* at = text.data();
  std::size_t left = text.size();
  std::uint64_t hash = left;
  for (; left > tail_bytes; left -= tail_bytes, at += tail_bytes) hash = mix(hash ^ load(at, tail_bytes));
  // The last one to eight bytes by overlapping loads of fixed length, which cost less than a copy of varying length.
  std::uint64_t tail = 0;
  if (left == tail_bytes) {
    tail = load(at, 8);
  } else if (left >= 4) {
    tail = load(at, 4) | (load(at + left - 4, 4) << 32U);
  } else if (left > 0) {
    tail = load(at, 1) | (load(at + left / 2, 1) << 8U) | (load(at + left - 1, 1) << 16U);
  }
  return {tail, static_cast<std::uint32_t>(mix(hash ^ tail)), static_cast<std::uint32_t>(text.size())};
}

WordId Lexicon::id_of(std::string_view text) {
  const Digest digest = digest_of(text);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = digest.hash & mask;; slot = (slot + 1) & mask) {
    const Slot& candidate = slots_[slot];
    if (candidate.key == nullptr) return insert(text, digest, slot);
    if (candidate.digest == digest &&
        (text.size() <= tail_bytes || std::memcmp(candidate.key, text.data(), text.size()) == 0)) {
      return candidate.word;
    }
  }
}

WordId Lexicon::insert(std::string_view text, const Digest& digest, std::size_t slot) {
  std::string written = written_form(text);
  WordId id = 0;
  if (written == text) {
    id = static_cast<WordId>(words_.size());
    words_.push_back(deriver_->derive(std::move(written)));
  } else {
    // Another way to write a word: it gets the number of the word's own form. That may move the slots.
    id = id_of(written);
    slot = digest.hash & (slots_.size() - 1);
    while (slots_[slot].key != nullptr) slot = (slot + 1) & (slots_.size() - 1);
  }
  slots_[slot] = {keys_.emplace_back(text).data(), digest, id};
  if (++taken_ * 2 > slots_.size()) grow();
  return id;
}

WordId Lexicon::unstemmed(WordId id) {
  if (words_[id].unstemmed) return id;
  const auto [known, fresh] = unstemmed_.try_emplace(id, static_cast<WordId>(words_.size()));
  if (fresh) {
    Word& word = words_.emplace_back(words_[id]);
    word.stem = word.folded;
    word.unstemmed = true;
  }
  return known->second;
}

void Lexicon::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& moved : old) {
    if (moved.key == nullptr) continue;
    std::size_t slot = moved.digest.hash & mask;
    while (slots_[slot].key != nullptr) slot = (slot + 1) & mask;
    slots_[slot] = moved;
  }
}

}  // namespace minutebook::schema
