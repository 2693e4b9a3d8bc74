#include "query/resolve_scopes.h"

#include <algorithm>

#include "query/parse_errors.h"
#include "query/resolve_fields.h"
#include "schema/analysis.h"

namespace minutebook::query {
namespace {

using schema::FieldId;
using schema::PassageKind;

constexpr const char* places =
    "it is one of resolution, recommendation, action, question, title, attendance, declaration, table-row, text or "
    "boilerplate; several: "
    "in:(resolution OR action)";

bool is_field(const Ast& ast, FieldId id) {
  return ast.kind == AstKind::field && ast.text == schema::field_of(id).name;
}

/// "resolutions" means what "resolution" does.
std::optional<PassageKind> kind_of(std::string name) {
  if (const auto kind = schema::passage_kind_of(name)) return kind;
  if (name.ends_with('s')) name.pop_back();
  return schema::passage_kind_of(name);
}

void add_places(const ParsedQuery& query, const Ast& field, Scope& scope) {
  for (const std::string& value : values_of_field(query, field)) {
    const std::string name = schema::fold_text(value);
    const std::optional<PassageKind> kind = kind_of(name);
    if (name == "title" || name == "titles" || kind == PassageKind::heading) {
      scope.titles = true;
    } else if (kind) {
      if (std::find(scope.kinds.begin(), scope.kinds.end(), *kind) == scope.kinds.end()) scope.kinds.push_back(*kind);
      if (*kind == PassageKind::recommendation) scope.adopted_recommendations = true;
    } else {
      refuse(query.text, field.children.front().begin, "in: no such part of a paper " + quoted(value), places);
    }
  }
}

void add_author(const ParsedQuery& query, const Ast& field, Scope& scope) {
  const std::vector<std::string> values = values_of_field(query, field);
  const std::string who = values.size() == 1 ? schema::fold_text(values.front()) : std::string();
  if (who != "committee" && who != "officer") {
    refuse(query.text, field.children.front().begin, "by: no such author " + quoted(values.front()),
           "it is one of committee or officer");
  }
  (who == "committee" ? scope.adopted_only : scope.officer_only) = true;
}

}  // namespace

bool is_scope_field(const Ast& ast) {
  return is_field(ast, FieldId::in) || is_field(ast, FieldId::by);
}

Scope resolve_scope(const ParsedQuery& query, const std::vector<const Ast*>& fields) {
  Scope scope;
  const Ast* in = nullptr;
  const Ast* by = nullptr;
  for (const Ast* field : fields) {
    const Ast*& slot = is_field(*field, FieldId::in) ? in : by;
    if (slot != nullptr) {
      refuse(query.text, field->begin, field->text + ": twice for the same words",
             "join the places with OR: in:(resolution OR action)");
    }
    slot = field;
  }
  if (in != nullptr) add_places(query, *in, scope);
  if (by == nullptr) return scope;
  add_author(query, *by, scope);
  // by: says who recommends, so it looks at recommendations unless told otherwise, and nowhere else.
  const bool only_recommendations = !scope.titles && scope.kinds == std::vector{PassageKind::recommendation};
  if (in != nullptr && !only_recommendations) {
    refuse(query.text, by->begin, "by: with another place than recommendations",
           "by: says who recommends: in:recommendation by:committee");
  }
  scope.kinds = {PassageKind::recommendation};
  scope.adopted_recommendations = !scope.officer_only;
  return scope;
}

}  // namespace minutebook::query
