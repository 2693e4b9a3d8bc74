// Names of topics in Welsh, put into answers that have them in English.
// Knows nothing of how answers are written down.
#pragma once

#include <string>

#include "query/include/minutebook/answer.h"
#include "query/include/minutebook/shown.h"
#include "schema/vocabulary.h"
#include "server/catalogue.h"

namespace minutebook::server {

/// In filters and facets; values stay, and so does the order. Topics that the vocabulary names in English alone keep
/// that name.
void name_topics_in_welsh(const schema::Vocabulary& vocabulary, query::Answer& answer);
/// Of an item or a paper.
void name_topics_in_welsh(const schema::Vocabulary& vocabulary, query::Shown& shown);
/// Language of the names of topics on a page, as HTML writes it; empty: the vocabulary has some of them in English
/// alone.
std::string language_of_topics(const schema::Vocabulary& vocabulary, Language page);

}  // namespace minutebook::server
