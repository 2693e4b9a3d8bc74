#include "tests/unit/naive_search.h"

#include "schema/officer_names.h"

namespace minutebook::testing_support {

void NaiveIndex::add(schema::Paper paper, const std::string& path) {
  const auto analysed = tagger_.tag(paper);
  const auto ids = schema::item_ids(paper, schema::paper_id(paper));
  for (std::size_t i = 0; i < paper.items.size(); ++i) {
    NaiveItem item{ids[i], papers_.size(), paper.items[i].number, {}, {}, false};
    for (const auto& topic : paper.items[i].topics) item.topics.insert(topic.topic);
    for (std::size_t p = 0; p < paper.items[i].passages.size(); ++p) {
      const schema::Passage& passage = paper.items[i].passages[p];
      NaivePassage made{passage.kind, passage.outcome, {}, analysed[i].passages[p].spans, true, {}};
      schema::PeopleMarker marker;
      std::vector<std::uint8_t> marks;
      for (const auto& token : analysed[i].passages[p].tokens) {
        made.words.push_back(&lexicon_.word(token.word));
        marks.push_back(schema::marks_of(*made.words.back()));
        made.named.push_back(marker.step(marks.back()));
      }
      std::vector<std::string_view> folded;
      for (const schema::Word* word : made.words) folded.push_back(word->folded);
      for (const schema::NamedWords& name : schema::names_of_officers(folded, marks)) {
        for (std::size_t at = name.first; at < name.end; ++at) made.named[at] = true;
      }
      made.capitals_tell = !schema::written_in_capitals(marks);
      item.passages.push_back(std::move(made));
    }
    item.titled = !paper.items[i].title.empty() && !item.passages.empty() &&
                  item.passages.front().kind == schema::PassageKind::heading;
    items_.push_back(std::move(item));
  }
  papers_.push_back(std::move(paper));
  paths_.push_back(path);
}

std::set<std::string> NaiveIndex::values(schema::FieldId field, const NaiveItem& item) const {
  const schema::Paper& paper = papers_[item.paper];
  const auto stated = [](std::string value) { return value.empty() ? std::string("unknown") : value; };
  switch (field) {
    case schema::FieldId::council:
      return {stated(paper.council)};
    case schema::FieldId::committee:
      return {schema::committee_value(paper.council, schema::committee_key(paper.committee, paper.council_name))};
    case schema::FieldId::committee_kind:
      return {stated(paper.committee_kind)};
    case schema::FieldId::kind:
      return {std::string(schema::name_of(paper.kind))};
    case schema::FieldId::year:
      return {stated(paper.date.known() ? std::to_string(paper.date.year) : "")};
    case schema::FieldId::municipal_year:
      return {stated(schema::municipal_year(paper.date))};
    case schema::FieldId::portfolio: {
      std::set<std::string> keys;
      for (const std::string& name : paper.portfolios) keys.insert(schema::portfolio_key(name));
      keys.erase("");
      return keys.empty() ? std::set<std::string>{"unknown"} : keys;
    }
    case schema::FieldId::language: {
      if (paper.language == schema::Language::both) return {"en", "cy"};
      return {stated(std::string(schema::name_of(paper.language)))};
    }
    case schema::FieldId::topic:
      return item.topics;
    case schema::FieldId::date:
    case schema::FieldId::in:
    case schema::FieldId::by:
    case schema::FieldId::who:
    case schema::FieldId::title:
    case schema::FieldId::number:
    case schema::FieldId::exempt:
    case schema::FieldId::source:
      return {};
  }
  return {};
}

bool NaiveIndex::passes(const query::Filter& filter, const NaiveItem& item) const {
  const schema::Date date = papers_[item.paper].date;
  const bool in_range = date.known() && (filter.range.from || filter.range.to) &&
                        (!filter.range.from || *filter.range.from <= date) &&
                        (!filter.range.to || date <= *filter.range.to);
  if (filter.field == schema::FieldId::date) return in_range;
  if (filter.field == schema::FieldId::exempt) return papers_[item.paper].exempt == (filter.values.front() == "yes");
  if (filter.field == schema::FieldId::source) return paths_[item.paper].ends_with(filter.values.front());
  if (filter.field == schema::FieldId::number) {
    return !item.number.empty() && schema::fold_text(item.number) == schema::fold_text(filter.values.front());
  }
  const std::set<std::string> has = values(filter.field, item);
  return in_range || std::any_of(filter.values.begin(), filter.values.end(),
                                 [&](const auto& value) { return has.contains(value); });
}

bool NaiveIndex::whole(const Node& node, const NaiveItem& item, std::size_t passage) const {
  return holds(node, item, {passage}, {}, true);
}

std::set<std::size_t> NaiveIndex::lit(const Node& node, const NaiveItem& item, std::size_t passage,
                                      const Scopes& scopes, bool& contributes) const {
  std::set<std::size_t> words;
  const auto merge_children = [&](const Scopes& inside) {
    for (const Node& child : node.children) {
      if (!holds(child, item, all_passages(item), inside, false)) continue;
      words.merge(lit(child, item, passage, inside, contributes));
    }
  };
  const auto take = [&](const NaivePlace& place) {
    contributes = true;
    for (std::size_t i = place.first; i <= place.last; ++i) words.insert(i);
  };
  switch (node.kind) {
    case NodeKind::leaf:
      for (const NaivePlace& place : places(node, item, passage, scopes)) take(place);
      break;
    case NodeKind::all_of:
    case NodeKind::any_of:
    case NodeKind::same_item:
    case NodeKind::same_paper:
      merge_children(scopes);
      break;
    case NodeKind::same_passage:
      if (holds(node, item, {passage}, scopes, false)) merge_children(scopes);
      break;
    case NodeKind::near:
      for (const auto& combination : near_combinations(node, item, passage, scopes)) {
        for (const NaivePlace& place : combination) take(place);
      }
      break;
    case NodeKind::scoped: {
      Scopes inside = scopes;
      inside.push_back(&node.scope);
      if (!allowed(item, passage, inside)) break;
      if (node.children.empty()) contributes = true;
      merge_children(inside);
      break;
    }
    case NodeKind::none_of:
    case NodeKind::filter:
      break;
  }
  return words;
}

std::vector<std::size_t> NaiveIndex::all_passages(const NaiveItem& item) {
  std::vector<std::size_t> all(item.passages.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  return all;
}

bool NaiveIndex::holds(const Node& node, const NaiveItem& item, const std::vector<std::size_t>& where,
                       const Scopes& scopes, bool forgiving) const {
  const auto holds_here = [&](const Node& child) { return holds(child, item, where, scopes, forgiving); };
  const auto& children = node.children;
  switch (node.kind) {
    case NodeKind::all_of:
    case NodeKind::same_item:
      return std::all_of(children.begin(), children.end(), holds_here);
    case NodeKind::any_of:
      return std::any_of(children.begin(), children.end(), holds_here);
    case NodeKind::none_of:
      return forgiving || !std::all_of(children.begin(), children.end(), holds_here);
    case NodeKind::filter:
      return passes(node.filter, item);
    case NodeKind::leaf:
    case NodeKind::near:
      return std::any_of(where.begin(), where.end(),
                         [&](std::size_t passage) { return !places(node, item, passage, scopes).empty(); });
    case NodeKind::same_passage:
      return std::any_of(where.begin(), where.end(), [&](std::size_t passage) {
        return allowed(item, passage, scopes) && std::all_of(children.begin(), children.end(), [&](const Node& child) {
                 return holds(child, item, {passage}, scopes, forgiving);
               });
      });
    case NodeKind::same_paper:
      return forgiving ? std::all_of(children.begin(), children.end(), holds_here) : paper_holds(node, item);
    case NodeKind::scoped: {
      Scopes inside = scopes;
      inside.push_back(&node.scope);
      const bool there =
          std::any_of(where.begin(), where.end(), [&](std::size_t passage) { return allowed(item, passage, inside); });
      return there && std::all_of(children.begin(), children.end(),
                                  [&](const Node& child) { return holds(child, item, where, inside, forgiving); });
    }
  }
  return false;
}

bool NaiveIndex::paper_holds(const Node& node, const NaiveItem& item) const {
  bool here = false;
  for (const Node& child : node.children) {
    bool somewhere = false;
    bool everywhere = true;
    for (const NaiveItem& other : items_) {
      if (other.paper != item.paper) continue;
      const bool held = holds(child, other);
      somewhere = somewhere || held;
      everywhere = everywhere && held;
    }
    if (child.kind == NodeKind::none_of ? !everywhere : !somewhere) return false;
    if (child.kind != NodeKind::none_of && holds(child, item)) here = true;
  }
  return here;
}

bool NaiveIndex::allowed(const NaiveItem& item, std::size_t position, const Scopes& scopes) const {
  const NaivePassage& passage = item.passages[position];
  const bool decided = passage.kind == schema::PassageKind::resolution ||
                       (passage.kind == schema::PassageKind::action && passage.outcome != schema::Outcome::none);
  for (const Scope* scope : scopes) {
    std::set<schema::PassageKind> kinds = {passage.kind};
    if (decided) kinds.insert(schema::PassageKind::resolution);
    const bool recommends =
        decided && passage.outcome == schema::Outcome::recommended && scope->adopted_recommendations;
    const bool kind = scope->kinds.empty()
                          ? !scope->titles
                          : recommends || std::any_of(scope->kinds.begin(), scope->kinds.end(),
                                                      [&](auto wanted) { return kinds.contains(wanted); });
    const bool title = scope->titles && position == 0 && item.titled;
    if (!kind && !title) return false;
    if (scope->adopted_only && !decided && passage.outcome == schema::Outcome::none) return false;
    const bool proposal =
        passage.kind == schema::PassageKind::recommendation && passage.outcome == schema::Outcome::none;
    if (scope->officer_only && !proposal) return false;
  }
  return true;
}

}  // namespace minutebook::testing_support
