// How sources are called where it is nobody's business in which folders of this machine they lie: by their paths below
// the folder that they all have in common. Such a name is the end of the path, so that it finds the source as well.
// Knows nothing of who asks.
#pragma once

#include <string>
#include <string_view>

#include "schema/index.h"

namespace minutebook::schema {

/// The deepest folder that holds all sources of the index, whatever became of them, without a "/" behind it; "/" if
/// nothing else does; empty: there are no sources.
std::string common_folder(const Index& index);

/// The end of a path that may be told: whole if nothing is hidden, else what stands behind `hidden_folder`, from the
/// "/" on. Of a path elsewhere, or if all folders are hidden ("/"), that is the name of the file. A filter for sources
/// looks at this.
std::string_view told_end(const Index& index, std::string_view path);
/// The same as a name: "northvale/minutes.pdf".
std::string_view told_path(const Index& index, std::string_view path);
/// An address that is none of the web may be a path as well: then it is not told.
std::string_view told_url(const Index& index, std::string_view url);
/// A sentence about a source, with the paths in it told so.
std::string told_sentence(const Index& index, std::string sentence);

}  // namespace minutebook::schema
