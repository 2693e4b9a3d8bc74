// Paragraphs that count up from one, whatever their form: "1. To receive apologies.", "4. Police Report. There was …".
// They are the items of agendas and minutes that set no headings. Knows nothing of other kinds of papers.
#pragma once

#include <vector>

#include "indexer/blocks.h"
#include "indexer/item_candidates.h"
#include "schema/paper.h"

namespace minutebook::indexer {

/// The run 1, 2, 3 … among the blocks of [begin, end), at least three; one number may be missing. A list that begins
/// with 1 again inside an item is passed over. Empty: there is no such run. A title that runs into text is cut there
/// and the text becomes the candidate's note; a sentence of minutes is all note.
std::vector<Candidate> counted_paragraphs(const std::vector<Block>& blocks, std::size_t begin, std::size_t end,
                                          schema::PaperKind kind);

/// `found` with the items whose number is missing between two neighbours, though a paragraph begins with it: one that
/// is too long to be a heading ("06.23.11 Village Hall - It was agreed …").
std::vector<Candidate> without_gaps(const std::vector<Block>& blocks, std::vector<Candidate> found,
                                    schema::PaperKind kind);

/// The run where it tells more than the headings that were found: it holds all of these but a stray one, and many more.
std::vector<Candidate> richer_items(std::vector<Candidate> found, std::vector<Candidate> counted);

}  // namespace minutebook::indexer
