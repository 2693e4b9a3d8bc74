// What searching gives back, as the installed library hands it out: plain structs without any type of the project.
// Knows nothing of searching.
#pragma once

#include "query/facade_enums.h"
#include "query/include/minutebook/answer.h"
#include "query/include/minutebook/document.h"
#include "query/include/minutebook/index.h"
#include "query/include/minutebook/periods.h"
#include "query/include/minutebook/results.h"
#include "query/include/minutebook/search.h"
#include "query/include/minutebook/shown.h"
#include "query/include/minutebook/timeline.h"
#include "query/include/minutebook/types.h"

namespace minutebook::query {

/// to_public() of each.
template <typename Ours>
auto all_to_public(const std::vector<Ours>& ours) {
  std::vector<decltype(to_public(ours.front()))> made;
  made.reserve(ours.size());
  for (const Ours& one : ours) made.push_back(to_public(one));
  return made;
}

minutebook::TextRun to_public(const Run& run);
minutebook::Copy to_public(const CopyView& copy);
minutebook::Paper to_public(const PaperView& paper);
minutebook::Totals to_public(const Totals& totals);
minutebook::Coverage to_public(const Coverage& coverage);
minutebook::FacetCount to_public(const FacetCount& count);
minutebook::Facet to_public(const Facet& facet);
minutebook::ShownFilter to_public(const ShownFilter& filter);
minutebook::ShownExpansion to_public(const ShownExpansion& expansion);
minutebook::Interpretation to_public(const Interpreted& read);
minutebook::OperandCount to_public(const Alone& alone);
minutebook::Passage to_public(const ShownPassage& passage);
minutebook::DocumentItem to_public(const ShownItem& item);
minutebook::PeriodCounts to_public(const PeriodCounts& counts);
minutebook::CouncilCounts to_public(const CouncilCounts& council);
minutebook::Date to_public(const schema::Date& date);
minutebook::Mention to_public(const Mention& mention);
minutebook::Answer to_public(const Answer& answer);
minutebook::Document to_public(const Shown& shown);
minutebook::Timeline to_public(const Timeline& timeline);
minutebook::Item to_public(const Result& row);
/// Without mentions.
minutebook::Item item_to_public(const Result& row);

schema::Date from_public(const minutebook::Date& date);
/// Throws minutebook::Error (usage) for a facet that is none.
SearchOptions from_public(const minutebook::SearchOptions& options);

}  // namespace minutebook::query
