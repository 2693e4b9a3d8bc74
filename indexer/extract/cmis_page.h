// Pages of CMIS, a committee system built on DotNetNuke: meetings with their documents and agenda.
// Knows nothing of other sites. Source of the rules: labels and classes of its pages; the classes of values name the
// wrong fields at times, so the labels decide.
#pragma once

#include "indexer/extract/html_page.h"

namespace minutebook::indexer {

bool is_cmis(const MarkupTree& tree);
Extraction read_cmis_page(const HtmlPage& page);

}  // namespace minutebook::indexer
