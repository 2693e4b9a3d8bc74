// Makes every date of a query a field with plain days: natural words ("since 2020" -> since:2020-01-01) and date fields
// alike. Knows nothing of indexes; only syntax trees and dates.
#pragma once

#include "query/natural_dates.h"
#include "query/parse.h"

namespace minutebook::query {

/// The tree with dates rewritten; parts keep the bytes they were read from. A full date without a word of relation
/// stays as words. Words below NEAR, PARA, ITEM, PAPER and inside fields are left alone. Throws schema::Error (usage)
/// for a date field that is no date.
Ast rewrite_dates(const ParsedQuery& query, const schema::Date& today);

/// The days a rewritten date field means; nullopt: it asks for papers without a date (date:unknown).
std::optional<schema::DateRange> days_of_field(const Ast& field);

/// True for the fields `rewrite_dates` makes and reads: date and the date words.
bool is_date_field(const Ast& ast);

}  // namespace minutebook::query
