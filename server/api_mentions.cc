#include <ostream>
#include <streambuf>

#include "query/export_digest.h"
#include "query/print_csv.h"
#include "query/print_ndjson.h"
#include "server/api.h"
#include "server/search_filters.h"
#include "server/search_request.h"

namespace minutebook::server {
namespace {

/// What is printed goes to the reader in pieces.
class PieceBuffer : public std::streambuf {
 public:
  explicit PieceBuffer(BodyWriter& writer) : writer_(writer) { waiting_.reserve(piece_bytes); }
  void flush_rest() {
    if (!waiting_.empty()) writer_.write(waiting_);
    waiting_.clear();
  }

 protected:
  std::streamsize xsputn(const char* text, std::streamsize count) override {
    waiting_.append(text, static_cast<std::size_t>(count));
    if (waiting_.size() >= piece_bytes) flush_rest();
    return count;
  }
  int_type overflow(int_type character) override {
    const char one = traits_type::to_char_type(character);
    xsputn(&one, 1);
    return character;
  }

 private:
  static constexpr std::size_t piece_bytes = 32768;
  BodyWriter& writer_;
  std::string waiting_;
};

using Export = void (*)(std::ostream& out, Call& call, const query::ResolvedQuery& query);

void count(const query::Result& row, query::ExportDigest& digest) {
  for (const query::Mention& mention : row.mentions) digest.add(mention.id, mention.whole);
}

void export_lines(std::ostream& out, Call& call, const query::ResolvedQuery& query) {
  query::ExportDigest digest;
  query::print_export_head(out, {.query = query.typed,
                                 .expand = call.value("expand") != "no",
                                 .only = call.value("expand") == "typed",
                                 .without = call.values("without-label")});
  const query::Answer answer =
      query::export_mentions(call.index(), query, search_options(call), [&](const query::Result& row) {
        count(row, digest);
        query::print_export_rows(out, row, call.index().index().revision);
      });
  query::print_export_end(out, answer, digest);
}

void export_table(std::ostream& out, Call& call, const query::ResolvedQuery& query) {
  query::CsvMentions rows(out, call.index().index().revision);
  query::export_mentions(call.index(), query, search_options(call), [&](const query::Result& row) { rows.add(row); });
}

/// The query is understood before anything is sent, so that what is wrong with it is a refusal and not a torn file.
Response streamed(Call& call, Export run, const char* type, const char* file) {
  const auto query = std::make_shared<const query::ResolvedQuery>(understand_search(call));
  const auto kept = std::make_shared<Call>(call);
  Response response;
  response.headers = {{"Content-Type", type},
                      {"Content-Disposition", std::string("attachment; filename=\"") + file + "\""},
                      {"Cache-Control", "no-store"}};
  response.stream = [kept, query, run](BodyWriter& writer) {
    PieceBuffer buffer(writer);
    std::ostream out(&buffer);
    // A reader that has gone must end the search, not only the printing.
    out.exceptions(std::ios::badbit);
    run(out, *kept, *query);
    buffer.flush_rest();
  };
  return response;
}

}  // namespace

Response api_mentions(Call& call) {
  if (call.value("format") == "csv") return api_export_csv(call);
  return streamed(call, export_lines, "application/x-ndjson", "mentions.ndjson");
}

Response api_export_csv(Call& call) {
  return streamed(call, export_table, "text/csv; charset=utf-8", "mentions.csv");
}

}  // namespace minutebook::server
