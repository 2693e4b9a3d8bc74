// Invented council papers of the size and vocabulary of real ones: the corpus of the benchmark. A paper depends on the
// seed and its own number only, so a small corpus is a prefix of a big one. Must not know any search engine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/sentence.h"

namespace minutebook::bench {

enum class PaperKind { minutes, report };
enum class ParagraphKind { text, resolution, recommendation, attendance };

struct Paragraph {
  ParagraphKind kind = ParagraphKind::text;
  std::string text;
};

// A minute or a section. The item `front` of a paper (attendance or front sheet) has no number.
struct Item {
  std::string number;  // 24, or 4 for a section whose paragraphs are then 4.1, 4.2 …
  std::string title;
  std::size_t subject = 0;  // index into subjects()
  std::vector<Paragraph> paragraphs;
};

struct Council {
  std::string_view code, name;  // GSS code and official name
};

struct Paper {
  std::uint64_t number = 0;
  Council council;
  std::string_view committee, committee_kind;
  PaperKind kind = PaperKind::minutes;
  Date date;
  std::string_view portfolio;
  std::string title;        // of a report; empty for minutes
  std::vector<Item> items;  // the first one is the front
};

const std::vector<Council>& councils();
std::string_view kind_name(PaperKind kind);
// The municipal year that runs from 1 May: 2023/24.
std::string municipal_year(const Date& date);

Paper generate_paper(std::uint64_t seed, std::uint64_t number);

// The paper as a text file made from a PDF: what the indexer is given.
std::string render_text(const Paper& paper);
// The paragraphs of an item, and these after its title: what an engine without an idea of papers is given.
std::string body_text(const Item& item);
std::string item_text(const Item& item);

}  // namespace minutebook::bench
