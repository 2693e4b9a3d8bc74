// The words with which minutes record decisions and actions, and what was decided.
// Knows nothing of blocks or items. Vocabulary: docs/reading-papers.md, "Decisions".
#pragma once

#include <optional>
#include <string_view>

#include "schema/paper.h"

namespace minutebook::indexer {

/// What a paragraph opens with: "Resolved that …" (resolution), "RECOMMENDED: …" (recommendation), "Action: …"
/// (action). The words must stand at its beginning, or behind the body that decides ("The Panel resolved to …"); in
/// capitals they may stand anywhere behind the body's name, "RESOLVED" anywhere. A quotation opens nothing. Discussion
/// ("it was noted that", "it was agreed that") is no opening.
std::optional<schema::PassageKind> decision_opening(std::string_view text);
bool begins_decision(std::string_view text);

/// "Decision", "Resolved:" alone on a line: what follows is decided. "Actions:": what follows is to be done. "Reasons
/// for decision", "Alternative options considered": what follows is about a decision, which ends there.
bool heads_decision(std::string_view text);
bool heads_actions(std::string_view text);
bool follows_decision(std::string_view text);
/// "Minutes" alone: what was said at the meeting follows, below an agenda's text or a decision.
bool heads_minutes(std::string_view text);

/// "It was agreed that …", "It was resolved that …", "The Panel agreed …": a decision only in minutes that use no
/// formal word.
bool informal_decision(std::string_view text);
/// "The Committee:" alone, and an entry of the list behind it, "noted the report;": decisions in such minutes too.
bool leads_acts(std::string_view text);
bool is_act(std::string_view text);

/// Outcome of a resolution by its own words; `inherited` if they say nothing ("(2) an update be provided" under
/// "Resolved that:"), else agreed.
schema::Outcome outcome_of(std::string_view text, schema::Outcome inherited);

/// "Amendment lost.", "The substantive motion was CARRIED": what became of a motion; nullopt: the text says no such
/// thing, or more than that.
std::optional<schema::Outcome> motion_outcome(std::string_view text);

/// The paragraph itself states a decision: "That approval be given …", a formal word, the verdict on a motion.
bool states_decision(std::string_view text);

/// "Voting: unanimous", "Votes for: 9": how the part of a decision above it was voted on; the decision goes on.
bool records_vote(std::string_view text);

/// Last words of minutes: "The meeting ended at 5.03 pm", "-oOo-".
bool ends_minutes(std::string_view text);

}  // namespace minutebook::indexer
