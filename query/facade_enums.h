// The enumerations of the installed library beside those of the project: a switch for each direction, so that the
// compiler complains of a value that only one side has. Knows nothing of the structs that hold them.
#pragma once

#include "query/include/minutebook/index.h"
#include "query/include/minutebook/search.h"
#include "query/include/minutebook/timeline.h"
#include "schema/paper.h"

namespace minutebook::query {

minutebook::PaperKind to_public(schema::PaperKind kind);
minutebook::PassageKind to_public(schema::PassageKind kind);
minutebook::Outcome to_public(schema::Outcome outcome);

schema::PaperKind from_public(minutebook::PaperKind kind);
schema::PassageKind from_public(minutebook::PassageKind kind);
schema::Outcome from_public(minutebook::Outcome outcome);
SortOrder from_public(minutebook::SortOrder order);
GroupBy from_public(minutebook::GroupBy group);
Period from_public(minutebook::Period period);

}  // namespace minutebook::query
