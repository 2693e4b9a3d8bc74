#include "query/facade_enums.h"

#include <string_view>

namespace minutebook::query {

minutebook::PaperKind to_public(schema::PaperKind value) {
  switch (value) {
    case schema::PaperKind::agenda:
      return minutebook::PaperKind::agenda;
    case schema::PaperKind::minutes:
      return minutebook::PaperKind::minutes;
    case schema::PaperKind::report:
      return minutebook::PaperKind::report;
    case schema::PaperKind::decision:
      return minutebook::PaperKind::decision;
    case schema::PaperKind::appendix:
      return minutebook::PaperKind::appendix;
    case schema::PaperKind::work_programme:
      return minutebook::PaperKind::work_programme;
    case schema::PaperKind::forward_plan:
      return minutebook::PaperKind::forward_plan;
    case schema::PaperKind::presentation:
      return minutebook::PaperKind::presentation;
    case schema::PaperKind::other:
      return minutebook::PaperKind::other;
  }
  return minutebook::PaperKind::other;
}

minutebook::PassageKind to_public(schema::PassageKind value) {
  switch (value) {
    case schema::PassageKind::text:
      return minutebook::PassageKind::text;
    case schema::PassageKind::heading:
      return minutebook::PassageKind::heading;
    case schema::PassageKind::resolution:
      return minutebook::PassageKind::resolution;
    case schema::PassageKind::recommendation:
      return minutebook::PassageKind::recommendation;
    case schema::PassageKind::action:
      return minutebook::PassageKind::action;
    case schema::PassageKind::question:
      return minutebook::PassageKind::question;
    case schema::PassageKind::attendance:
      return minutebook::PassageKind::attendance;
    case schema::PassageKind::declaration:
      return minutebook::PassageKind::declaration;
    case schema::PassageKind::table_row:
      return minutebook::PassageKind::table_row;
    case schema::PassageKind::boilerplate:
      return minutebook::PassageKind::boilerplate;
  }
  return minutebook::PassageKind::text;
}

minutebook::Outcome to_public(schema::Outcome value) {
  switch (value) {
    case schema::Outcome::none:
      return minutebook::Outcome::none;
    case schema::Outcome::noted:
      return minutebook::Outcome::noted;
    case schema::Outcome::agreed:
      return minutebook::Outcome::agreed;
    case schema::Outcome::approved:
      return minutebook::Outcome::approved;
    case schema::Outcome::recommended:
      return minutebook::Outcome::recommended;
    case schema::Outcome::referred:
      return minutebook::Outcome::referred;
    case schema::Outcome::deferred:
      return minutebook::Outcome::deferred;
    case schema::Outcome::withdrawn:
      return minutebook::Outcome::withdrawn;
    case schema::Outcome::lost:
      return minutebook::Outcome::lost;
  }
  return minutebook::Outcome::none;
}

schema::PaperKind from_public(minutebook::PaperKind value) {
  switch (value) {
    case minutebook::PaperKind::agenda:
      return schema::PaperKind::agenda;
    case minutebook::PaperKind::minutes:
      return schema::PaperKind::minutes;
    case minutebook::PaperKind::report:
      return schema::PaperKind::report;
    case minutebook::PaperKind::decision:
      return schema::PaperKind::decision;
    case minutebook::PaperKind::appendix:
      return schema::PaperKind::appendix;
    case minutebook::PaperKind::work_programme:
      return schema::PaperKind::work_programme;
    case minutebook::PaperKind::forward_plan:
      return schema::PaperKind::forward_plan;
    case minutebook::PaperKind::presentation:
      return schema::PaperKind::presentation;
    case minutebook::PaperKind::other:
      return schema::PaperKind::other;
  }
  return schema::PaperKind::other;
}

schema::PassageKind from_public(minutebook::PassageKind value) {
  switch (value) {
    case minutebook::PassageKind::text:
      return schema::PassageKind::text;
    case minutebook::PassageKind::heading:
      return schema::PassageKind::heading;
    case minutebook::PassageKind::resolution:
      return schema::PassageKind::resolution;
    case minutebook::PassageKind::recommendation:
      return schema::PassageKind::recommendation;
    case minutebook::PassageKind::action:
      return schema::PassageKind::action;
    case minutebook::PassageKind::question:
      return schema::PassageKind::question;
    case minutebook::PassageKind::attendance:
      return schema::PassageKind::attendance;
    case minutebook::PassageKind::declaration:
      return schema::PassageKind::declaration;
    case minutebook::PassageKind::table_row:
      return schema::PassageKind::table_row;
    case minutebook::PassageKind::boilerplate:
      return schema::PassageKind::boilerplate;
  }
  return schema::PassageKind::text;
}

schema::Outcome from_public(minutebook::Outcome value) {
  switch (value) {
    case minutebook::Outcome::none:
      return schema::Outcome::none;
    case minutebook::Outcome::noted:
      return schema::Outcome::noted;
    case minutebook::Outcome::agreed:
      return schema::Outcome::agreed;
    case minutebook::Outcome::approved:
      return schema::Outcome::approved;
    case minutebook::Outcome::recommended:
      return schema::Outcome::recommended;
    case minutebook::Outcome::referred:
      return schema::Outcome::referred;
    case minutebook::Outcome::deferred:
      return schema::Outcome::deferred;
    case minutebook::Outcome::withdrawn:
      return schema::Outcome::withdrawn;
    case minutebook::Outcome::lost:
      return schema::Outcome::lost;
  }
  return schema::Outcome::none;
}

SortOrder from_public(minutebook::SortOrder value) {
  switch (value) {
    case minutebook::SortOrder::relevance:
      return SortOrder::relevance;
    case minutebook::SortOrder::newest:
      return SortOrder::newest;
    case minutebook::SortOrder::oldest:
      return SortOrder::oldest;
  }
  return SortOrder::relevance;
}

GroupBy from_public(minutebook::GroupBy value) {
  switch (value) {
    case minutebook::GroupBy::item:
      return GroupBy::item;
    case minutebook::GroupBy::paper:
      return GroupBy::paper;
    case minutebook::GroupBy::meeting:
      return GroupBy::meeting;
  }
  return GroupBy::item;
}

Period from_public(minutebook::Period value) {
  switch (value) {
    case minutebook::Period::year:
      return Period::year;
    case minutebook::Period::municipal_year:
      return Period::municipal_year;
    case minutebook::Period::month:
      return Period::month;
  }
  return Period::year;
}

}  // namespace minutebook::query

namespace minutebook {

std::string_view name_of(PaperKind kind) {
  return schema::name_of(query::from_public(kind));
}
std::string_view name_of(PassageKind kind) {
  return schema::name_of(query::from_public(kind));
}
std::string_view name_of(Outcome outcome) {
  return schema::name_of(query::from_public(outcome));
}

}  // namespace minutebook
