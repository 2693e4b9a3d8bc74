#include "query/print_actions.h"

#include <optional>
#include <sstream>
#include <string>
#include <utility>

#include "query/csv_row.h"
#include "query/print_cited.h"
#include "schema/date.h"

namespace minutebook::query {

namespace {

constexpr std::size_t longest_text = 500;
constexpr std::size_t piece_bytes = 32768;

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string asked_words(const Action& action) {
  switch (action.asked) {
    case Asked::report:
      return "a report";
    case Asked::update:
      return "an update";
    case Asked::information:
      return "information";
    case Asked::letter:
      return "a letter";
    case Asked::step:
      return "a step";
    case Asked::nothing:
      return std::string(name_of(action.said));
  }
  return {};
}

std::string because(const AnswerEvidence& answer) {
  std::string text = "shared words: " + joined(answer.words);
  if (answer.in_title) text += "; some in its title";
  if (answer.says_so) text += "; it says that it was asked for";
  return text;
}

std::string trace_words(const Action& action) {
  switch (action.trace) {
    case Trace::answered:
      return "answered, it seems, by " + citation_line(action.answer->where);
    case Trace::none_found:
      return "open: no later item of this committee found that answers it; papers of this committee searched until " +
             schema::iso_date(action.searched_until);
    case Trace::cannot_tell:
      return action.searched_until.known() ? "cannot tell: no later papers of this committee (the last is of " +
                                                 schema::iso_date(action.searched_until) + ")"
                                           : "cannot tell: its committee or date is not known";
  }
  return {};
}

class ActionsPrinter {
 public:
  ActionsPrinter(std::ostream& out, const Actions& actions, const TextStyle& style)
      : actions_(actions), layout_(out, style.bold, style.columns) {}

  void print() {
    print_reach(layout_, actions_.searched);
    const std::uint64_t all = actions_.answered + actions_.none_found + actions_.cannot_tell;
    std::string line = all == 0 ? "nothing was asked for in " + counted(actions_.searched.totals.items, "item")
                                : counted(all, "request") + ": " + with_commas(actions_.answered) +
                                      " answered, it seems, " + with_commas(actions_.none_found) + " open, " +
                                      with_commas(actions_.cannot_tell) + " that cannot be told";
    layout_.line({line, true}, 0);
    for (const Action& action : actions_.actions) print_action(action);
  }

 private:
  void print_action(const Action& action) {
    layout_.blank();
    layout_.line({asked_words(action) + " - " + citation_line(action.where), true}, 0);
    if (!action.where.title.empty()) layout_.line({action.where.title, false}, 2);
    layout_.line({shortened(action.text, longest_text), false}, 4);
    std::string facts(name_of(action.said));
    if (!action.addressee.empty()) facts += "; asked of: " + action.addressee;
    if (!action.due.words.empty())
      facts += "; due: " + action.due.words + (action.due.date.empty() ? "" : " (" + action.due.date + ")");
    layout_.line({facts, false}, 2);
    if (!action.also.empty())
      layout_.line({"also said in " + counted(action.also.size(), "passage") + " of the item", false}, 2);
    layout_.line({trace_words(action), false}, 2);
    if (!action.answer) return;
    layout_.line({shortened(action.answer->where.text, longest_text), false}, 4);
    layout_.line({because(*action.answer), false}, 4);
  }

  const Actions& actions_;
  TextLayout layout_;
};

PrintedJson action_json(const Action& action) {
  PrintedJson also = PrintedJson::array();
  for (const Cited& where : action.also) also.push_back(cited_json(where));
  PrintedJson made = {{"asked", text_or_null(std::string(name_of(action.asked)))},
                      {"said", name_of(action.said)},
                      {"text", action.text},
                      {"addressee", text_or_null(action.addressee)},
                      {"due", text_or_null(action.due.words)},
                      {"due_date", text_or_null(action.due.date)},
                      {"where", cited_json(action.where)},
                      {"also", std::move(also)},
                      {"status", name_of(action.trace)},
                      {"searched_until", date_or_null(action.searched_until)},
                      {"answer", nullptr}};
  if (action.answer) {
    made["answer"] = {{"words", action.answer->words},
                      {"in_title", action.answer->in_title},
                      {"says_so", action.answer->says_so},
                      {"where", cited_json(action.answer->where)}};
  }
  return made;
}

/// All but the list, which is left open.
void print_head_json(std::ostream& out, const Actions& actions) {
  PrintedJson made = reach_json(actions.searched);
  made["answered"] = actions.answered;
  made["open"] = actions.none_found;
  made["cannot_tell"] = actions.cannot_tell;
  std::string text = printed(made);
  text.pop_back();
  out << text << ",\"actions\":[";
}

void print_json(std::ostream& out, const Action& action, bool first) {
  if (!first) out << ',';
  out << printed(action_json(action));
}

void print_end_json(std::ostream& out) {
  out << "]}\n";
}

void print_head_csv(std::ostream& out) {
  CsvRow row(out);
  row.add({"council",    "council_name",   "committee",   "date",        "number",         "title",        "page",
           "paragraph",  "asked",          "said",        "text",        "addressee",      "due",          "due_date",
           "status",     "searched_until", "answer_date", "answer_item", "answer_mention", "answer_words", "item_id",
           "mention_id", "source",         "url",         "revision"});
  row.end();
}

void print_csv(std::ostream& out, const Action& one, std::uint64_t revision) {
  CsvRow row(out);
  const Cited& where = one.where;
  row.add({where.council, where.council_name, where.committee, schema::iso_date(where.date), where.number, where.title,
           where.page == 0 ? std::string() : std::to_string(where.page), where.paragraph, name_of(one.asked),
           name_of(one.said), one.text, one.addressee, one.due.words, one.due.date, name_of(one.trace),
           schema::iso_date(one.searched_until)});
  const AnswerEvidence none;
  const AnswerEvidence& answer = one.answer ? *one.answer : none;
  row.add({schema::iso_date(answer.where.date), answer.where.item, answer.where.mention, joined(answer.words)});
  row.add({where.item, where.mention, where.source, where.url, std::to_string(revision)});
  row.end();
}

}  // namespace

void print_actions_text(std::ostream& out, const Actions& actions, const TextStyle& style) {
  ActionsPrinter(out, actions, style).print();
}

void print_actions_json(std::ostream& out, const Actions& actions) {
  print_head_json(out, actions);
  for (const Action& one : actions.actions) print_json(out, one, &one == &actions.actions.front());
  print_end_json(out);
}

void print_actions_csv(std::ostream& out, const Actions& actions) {
  print_head_csv(out);
  for (const Action& one : actions.actions) print_csv(out, one, actions.searched.revision);
}

std::string ActionPieces::next() {
  std::ostringstream out;
  if (!begun_) form_ == ActionForm::json ? print_head_json(out, list_.about()) : print_head_csv(out);
  while (!ended_ && out.view().size() < piece_bytes) {
    const std::optional<Action> action = list_.next();
    ended_ = !action;
    if (form_ == ActionForm::csv) {
      if (action) print_csv(out, *action, list_.about().searched.revision);
    } else if (action) {
      print_json(out, *action, first_);
      first_ = false;
    } else {
      print_end_json(out);
    }
  }
  begun_ = true;
  return std::move(out).str();
}

}  // namespace minutebook::query
