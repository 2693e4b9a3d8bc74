#include "server/health.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "server/service.h"

namespace minutebook::server {
namespace {

Response plain(int status, const char* type, std::string body) {
  Response response;
  response.status = status;
  response.headers = {{"Content-Type", type}, {"Cache-Control", "no-store"}};
  response.body = std::move(body);
  return response;
}

void print_gauge(std::ostream& out, const char* name, const char* help, std::uint64_t value) {
  out << "# HELP " << name << " " << help << "\n# TYPE " << name << " gauge\n" << name << " " << value << "\n";
}

}  // namespace

Response answer_health(Call&) {
  return plain(200, "text/plain; charset=utf-8", "ok\n");
}

Response answer_ready(Call& call) {
  IndexPool& indexes = call.service.indexes();
  const bool trouble = !indexes.trouble().empty();
  nlohmann::ordered_json body = {{"ready", !trouble && !call.service.ending}, {"revision", indexes.revision()}};
  if (trouble) body["detail"] = "the newest generation of the index cannot be opened; the log says why";
  if (call.service.ending) body["detail"] = "the service is ending";
  return plain(body["ready"] ? 200 : 503, "application/json", body.dump() + "\n");
}

Response answer_metrics(Call& call) {
  std::ostringstream out;
  call.service.metrics().print(out);
  print_gauge(out, "minutebook_index_revision", "Revision of the index that answers.",
              call.service.indexes().revision());
  if (call.service.http_counts) {
    const HttpCounts counts = call.service.http_counts();
    print_gauge(out, "minutebook_connections", "Open connections.", counts.connections);
    print_gauge(out, "minutebook_connections_refused", "Connections refused since the start.",
                counts.refused_connections);
    print_gauge(out, "minutebook_queries_waiting", "Queries that wait for a thread.", counts.waiting_queries);
    print_gauge(out, "minutebook_streams_waiting", "Exports that wait for a thread.", counts.waiting_streams);
  }
  return plain(200, "text/plain; version=0.0.4; charset=utf-8", out.str());
}

}  // namespace minutebook::server
