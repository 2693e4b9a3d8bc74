// Answers below /embed: the component's module, and two pages around it. Knows nothing of searching: the component asks
// the API for itself.
#pragma once

#include "server/route.h"

namespace minutebook::server {

/// "minutebook-search.js" and the other files of the component, by their names. Any page may load them: they hold no
/// council's data.
Response embed_file(Call& call);
/// For pages that cannot have scripts: shown in a frame, by the origins that the configuration lists.
Response embed_page(Call& call);
/// How to embed: live, with the line to paste.
Response embed_demo(Call& call);

/// The line that puts the search into a page, for `base_url` (empty: a place to fill in). `pinned`: with the hash of
/// this program's module, which a newer one has not. Throws schema::Error (usage) where there is no component.
std::string embed_line(const std::string& base_url, bool pinned);

}  // namespace minutebook::server
