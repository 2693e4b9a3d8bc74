// Words that stand beside each other on a page (bands), and the white strips between groups of them that make columns.
// Knows nothing of reading order, nor of what the words mean.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "indexer/extract/pdf_words.h"

namespace minutebook::indexer {

struct Span {
  double left = 0;
  double right = 0;
};

/// Words on about the same base line, from left to right.
struct Band {
  std::vector<const PdfWord*> words;
  double top = 0;
  double bottom = 0;
  double size = 0;  ///< of the font of most of its characters
};

/// From top to bottom. The words must outlive the bands.
std::vector<Band> make_bands(const std::vector<const PdfWord*>& words);

/// Where the band's words stand, with gaps narrower than `gap` filled, and the spaces of a
/// justified line.
std::vector<Span> spans_of(const Band& band, double gap);

/// Both together, gaps narrower than `gap` filled.
std::vector<Span> united(std::vector<Span> spans, const std::vector<Span>& more, double gap);

/// The words of a band by the column they stand in, or nearest to; as many parts as columns, some without words.
std::vector<Band> parts_of(const Band& band, const std::vector<Span>& columns);

std::string text_of(const Band& band);

/// Numbers before a title are often in another font, and so are the pages it stands on ("(Pages 1 - 18)"): they do not
/// count.
bool is_bold(const Band& band);

}  // namespace minutebook::indexer
