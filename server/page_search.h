// The parts of the search page: form, filters in use, what was understood, results, what was not searched.
// Know nothing of how the answer was found.
#pragma once

#include "query/include/minutebook/search.h"
#include "server/page.h"

namespace minutebook::server {

/// A search as a page shows it.
struct ShownSearch {
  const query::Answer& answer;
  const query::SearchOptions& options;
};

/// The facets that the page asks for, in the order in which it shows them.
std::vector<query::FacetWish> page_facets();
/// Address of this search without one of its parameters, or without all filters, or with others; never with a cursor.
Link search_without(const Page& page, const Parameter& parameter);
Link search_without_filters(const Page& page);
/// `more` replaces what the search has of the same name.
Link search_with(const Page& page, std::string_view path, const std::vector<Parameter>& more,
                 std::string_view fragment = {});
/// Filters, order and reading of this search: what links into papers carry, so that they lead back to it.
std::vector<Parameter> kept_search(const Page& page);

/// "from" or "to", where what was typed there is no date.
std::vector<std::string> wrong_dates(Call& call);
struct FormState {
  const query::Answer* answer = nullptr;  ///< null after a refusal
  std::vector<std::string> wrong_dates;
};
/// Search box, sort, dates and facets, in one form.
void write_form(Page& page, const FormState& state);
/// "“soon” is not a date …"
std::string date_problem(const Page& page, const std::string& end);
/// Filters in use, each with a link that removes it.
void write_active_filters(Page& page, const query::Answer& answer);
/// That an answer has not all, and why: in the words of Answer::incomplete_reason.
void write_incomplete(Page& page, const std::string& reason);
/// What the query was understood to mean: names that were added, words not required, suggestions, notes.
void write_understanding(Page& page, const query::Answer& answer);
/// "Did you mean": queries with other spellings, never applied by themselves.
void write_suggestions(Page& page, const query::Answer& answer);
void write_results(Page& page, const ShownSearch& search);
/// "24 items"
std::string item_count(const Page& page, const query::Answer& answer);
/// Whether anything is asked for.
bool searched(const Call& call);
/// Why nothing was found and what to do.
void write_nothing(Page& page, const query::Answer& answer);
/// How far the collection reaches and what could not be searched.
void write_coverage(Page& page, const query::Answer& answer);

/// Name of a facet's value for people.
std::string value_label(const Page& page, schema::FieldId field, const std::string& value, const std::string& label);

}  // namespace minutebook::server
