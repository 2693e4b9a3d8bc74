#include <memory>
#include <optional>
#include <span>
#include <sstream>

#include "query/export_digest.h"
#include "query/mention_export.h"
#include "query/print_csv.h"
#include "query/print_ndjson.h"
#include "server/api.h"
#include "server/search_filters.h"
#include "server/search_request.h"

namespace minutebook::server {
namespace {

constexpr std::size_t piece_bytes = 32768;

query::SearchOptions export_options(const Call& call) {
  query::SearchOptions options = search_options(call);
  // Every mention, however long that takes.
  options.deadline.reset();
  return options;
}

/// Writes rows in one of the forms of an export.
class Form {
 public:
  virtual ~Form() = default;
  virtual void row(std::ostream& out, const query::Result& row) = 0;
  virtual void end(std::ostream& out, const query::Answer& answer) = 0;
};

class Lines : public Form {
 public:
  Lines(std::ostream& out, const Call& call, const query::ResolvedQuery& query, std::uint64_t revision)
      : revision_(revision) {
    query::print_export_head(out, {.query = query.typed,
                                   .expand = call.value("expand") != "no",
                                   .only = call.value("expand") == "typed",
                                   .without = call.values("without-label")});
  }
  void row(std::ostream& out, const query::Result& row) override {
    for (const query::Mention& mention : row.mentions) digest_.add(mention.id, mention.whole);
    query::print_export_rows(out, row, revision_);
  }
  void end(std::ostream& out, const query::Answer& answer) override { query::print_export_end(out, answer, digest_); }

 private:
  const std::uint64_t revision_;
  query::ExportDigest digest_;
};

class Table : public Form {
 public:
  Table(std::ostream& out, std::uint64_t revision) : rows_(out, revision) {}
  void row(std::ostream&, const query::Result& row) override { rows_.add(row); }
  void end(std::ostream&, const query::Answer&) override {}

 private:
  query::CsvMentions rows_;
};

/// An export under way. It keeps the opened index until it is gone.
class Export {
 public:
  Export(Call& call, const query::ResolvedQuery& query, bool table)
      : lease_(call.lease), mentions_(call.index(), query, export_options(call)) {
    const std::uint64_t revision = call.index().index().revision;
    if (table) {
      form_ = std::make_unique<Table>(out_, revision);
    } else {
      form_ = std::make_unique<Lines>(out_, call, query, revision);
    }
  }

  /// Empty: that was all.
  std::string next() {
    while (!ended_ && out_.view().size() < piece_bytes) {
      if (at_ == batch_.size()) {
        batch_ = mentions_.next();
        at_ = 0;
      }
      ended_ = batch_.empty();
      if (ended_) {
        form_->end(out_, mentions_.answer());
      } else {
        form_->row(out_, batch_[at_++]);
      }
    }
    std::string piece = std::move(out_).str();
    out_.str({});
    return piece;
  }

 private:
  const std::shared_ptr<IndexPool::Lease> lease_;
  query::MentionExport mentions_;
  std::ostringstream out_;
  std::unique_ptr<Form> form_;
  std::span<const query::Result> batch_;
  std::size_t at_ = 0;
  bool ended_ = false;
};

/// Searched before anything is sent, so that what is wrong with the query is a refusal and not a torn file.
Response streamed(Call& call, bool table, const char* type, const char* file) {
  const auto made = std::make_shared<Export>(call, understand_search(call), table);
  Response response;
  response.headers = {{"Content-Type", type},
                      {"Content-Disposition", std::string("attachment; filename=\"") + file + "\""},
                      {"Cache-Control", "no-store"}};
  response.stream = [made] { return made->next(); };
  return response;
}

}  // namespace

Response api_mentions(Call& call) {
  if (call.value("format") == "csv") return api_export_csv(call);
  return streamed(call, false, "application/x-ndjson", "mentions.ndjson");
}

Response api_export_csv(Call& call) {
  return streamed(call, true, "text/csv; charset=utf-8", "mentions.csv");
}

}  // namespace minutebook::server
