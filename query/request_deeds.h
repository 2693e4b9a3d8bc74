// Who is asked to do what: "the Chair be asked to write", "that officers provide a note", "would bring a report".
// Pure functions of a passage. Knows nothing of what makes a sentence a request.
#pragma once

#include <array>
#include <string>

#include "query/include/minutebook/actions.h"
#include "query/passage_words.h"

namespace minutebook::query {

struct Deed {
  Asked asked = Asked::nothing;
  std::string addressee;  ///< as written, without article; empty: not stated
  WordRange about;        ///< of what is promised: from the verb on
};

/// "of whom", "how", "whether" …: behind "asked" they make a question.
bool opens_question(std::string_view folded);
/// "X be asked to write", "ask X to write".
Deed asked_of(const PassageWords& passage, const WordRange& sentence);
/// "that the Chair write to …", "the Head of Inclusion report in March", "the Clerk should bring a draft".
Deed told(const PassageWords& passage, const WordRange& sentence);
/// "Clerk to write to the county council": a whole sentence in the form of a note.
Deed noted_down(const PassageWords& passage, const WordRange& sentence);
/// "would bring a note", "undertook to circulate figures"; `to_members`: turns of phrase for telling the committee.
Deed promised(const PassageWords& passage, const WordRange& sentence, bool to_members);

}  // namespace minutebook::query
