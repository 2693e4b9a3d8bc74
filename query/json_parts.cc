#include "query/json_parts.h"

#include "query/citation.h"
#include "schema/date.h"

namespace minutebook::query {

Json or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json or_null(const schema::Date& date) {
  return or_null(schema::iso_date(date));
}

Json page_json(int page) {
  return page == 0 ? Json() : Json(page);
}

Json runs_json(const std::vector<Run>& runs) {
  Json list = Json::array();
  for (const Run& run : runs) {
    Json one = {{"t", run.text}};
    if (run.highlight) one["h"] = 1;
    list.push_back(std::move(one));
  }
  return list;
}

Json paper_json(const PaperView& paper) {
  Json made = {{"id", paper.id},
               {"kind", schema::name_of(paper.kind)},
               {"title", paper.title},
               {"source", paper.source},
               {"url", or_null(paper.url)},
               {"copies", paper.copies},
               {"lang", or_null(std::string(schema::name_of(paper.language)))}};
  if (!paper.copies_detail.empty()) {
    Json& details = made["copies_detail"] = Json::array();
    for (const CopyView& copy : paper.copies_detail) {
      details.push_back({{"source", copy.source},
                         {"url", or_null(copy.url)},
                         {"paper", or_null(copy.paper)},
                         {"page", page_json(copy.page)},
                         {"differing", copy.differing}});
    }
  }
  if (!paper.copy_of.empty()) made["copy_of"] = paper.copy_of;
  return made;
}

Json item_json(const Result& row) {
  Json made = {{"id", row.id},
               {"tier", row.tier == Tier::all ? "all" : "some"},
               {"score", row.score},
               {"number", or_null(row.number)},
               {"title", row.title},
               {"council", or_null(row.council)},
               {"council_name", or_null(row.council_name)},
               {"committee", or_null(row.committee)},
               {"date", or_null(row.date)},
               {"paper", paper_json(row.paper)},
               {"citation", citation_line(citation_of(row))}};
  if (row.grouped > 1) made["grouped"] = row.grouped;
  return made;
}

void add_mention_json(Json& made, const Mention& mention) {
  made["match"] = mention.whole ? "whole" : "part";
  made["kind"] = schema::name_of(mention.kind);
  made["page"] = page_json(mention.page);
  if (mention.scanned) made["scanned"] = true;
  made["paragraph"] = or_null(mention.paragraph);
  made["text"] = mention.text;
}

void write_line(std::ostream& out, const Json& json) {
  out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
}

}  // namespace minutebook::query
