#include <array>

#include "server/page.h"

namespace minutebook::server {
namespace {

struct Example {
  const char* query;
  const char* key;
};

constexpr std::array<Example, 12> examples = {{{"school transport", "page.help.words"},
                                               {"\"school transport\"", "page.help.phrase"},
                                               {"EHC plans", "page.help.topic"},
                                               {"=send", "page.help.exact"},
                                               {"transport*", "page.help.prefix"},
                                               {"damp OR mould -waste", "page.help.or"},
                                               {"helpline NEAR/5 parents", "page.help.near"},
                                               {"backlog PARA plan", "page.help.para"},
                                               {"in:resolution helpline", "page.help.in"},
                                               {"transport since 2020", "page.help.since"},
                                               {"who:Okafor", "page.help.who"},
                                               {"number:CYP15", "page.help.number"}}};

}  // namespace

Response page_help(Call& call) {
  Page page(call);
  return page.finish(200, page.words.text("page.help-title"), [&] {
    Html& html = page.html;
    html.element("h1", page.words.text("page.help-title"), {{"id", "results"}});
    html.element("p", page.words.text("page.help-intro"));
    const auto table = html.open("table", {{"class", "help"}});
    {
      const auto head = html.open("thead");
      const auto row = html.open("tr");
      html.element("th", page.words.text("page.help-write"), {{"scope", "col"}});
      html.element("th", page.words.text("page.help-finds"), {{"scope", "col"}});
    }
    const auto body = html.open("tbody");
    for (const Example& example : examples) {
      const auto row = html.open("tr");
      {
        const auto cell = html.open("td");
        const auto link = html.open_link(page.here("/search", {{"q", example.query}}));
        html.element("code", example.query, {{"lang", "en"}});
      }
      html.element("td", page.words.text(example.key));
    }
  });
}

}  // namespace minutebook::server
