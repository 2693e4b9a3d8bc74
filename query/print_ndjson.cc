#include "query/print_ndjson.h"

#include "query/citation.h"
#include "query/json_parts.h"

namespace minutebook::query {

void print_export_head(std::ostream& out, const ExportHead& head) {
  Json line = {{"export", "mentions"}, {"query", head.query}, {"expand", head.expand}};
  if (head.only) line["only"] = true;
  if (!head.without.empty()) line["without"] = head.without;
  if (!head.boilerplate) line["boilerplate"] = "exclude";
  write_line(out, line);
}

void print_export_rows(std::ostream& out, const Result& row, std::uint64_t revision) {
  const Json item = item_json(row);
  for (const Mention& mention : row.mentions) {
    Json line = item;
    line["mention"] = mention.id;
    add_mention_json(line, mention);
    line["citation"] = citation_line(citation_of(row, mention));
    line["revision"] = revision;
    write_line(out, line);
  }
}

void print_export_end(std::ostream& out, const Answer& answer, const ExportDigest& digest) {
  const Json line = {{"end", true},
                     {"revision", answer.revision},
                     {"mentions", digest.mentions()},
                     {"whole_mentions", answer.totals.whole_mentions ? Json(*answer.totals.whole_mentions) : Json()},
                     {"items", answer.totals.items},
                     {"complete", answer.complete},
                     {"digest", digest.text()}};
  write_line(out, line);
}

}  // namespace minutebook::query
