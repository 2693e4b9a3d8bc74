#include "indexer/extract/web_service_meeting.h"

#include <algorithm>
#include <map>
#include <optional>

#include "indexer/extract/html_page.h"
#include "indexer/extract/meeting_item.h"
#include "indexer/extract/page_furniture.h"
#include "indexer/extract/read_html.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

NodeId child(const MarkupTree& tree, NodeId element, std::string_view name) {
  for (const NodeId id : tree.children(element)) {
    if (tree[id].name == name) return id;
  }
  return 0;
}

std::string raw_text(const MarkupTree& tree, NodeId element) {
  std::string text;
  for (NodeId id = element + 1; id < tree[element].end; ++id) text += tree[id].text;
  return text;
}

bool says(const MarkupTree& tree, NodeId element, std::string_view name, std::string_view word) {
  return lower(child_text(tree, element, name)) == word;
}

/// What must not be shown, by the service's own flags.
bool is_withheld(const MarkupTree& tree, NodeId element) {
  return says(tree, element, "isrestricted", "true") || says(tree, element, "isdisplayallowed", "false");
}

/// What was left out, to be counted in warnings.
struct LeftOut {
  std::size_t items = 0;
  std::size_t documents = 0;
  std::size_t unpublished = 0;
  std::size_t unfinished = 0;  // the answer breaks off inside: whether it may be shown is not known
};

void warn(std::size_t count, const char* one, const char* many, std::vector<std::string>& warnings) {
  if (count == 0) return;
  warnings.push_back(std::to_string(count) + " " + (count == 1 ? one : many));
}

/// "12", with a sub-number "12a"; empty for 0 and for nothing.
std::string number_of(const MarkupTree& tree, NodeId item, const std::string& stem) {
  const std::string number = child_text(tree, item, stem + "number");
  if (number.find_first_not_of("0") == std::string::npos) return {};
  return number + child_text(tree, item, stem + "subnumber");
}

std::vector<std::string> linked_documents(const MarkupTree& tree, NodeId item, LeftOut& left_out) {
  std::vector<std::string> lines;
  const NodeId list = child(tree, item, "linkeddocuments");
  if (list == 0) return lines;
  for (const NodeId document : tree.children(list)) {
    if (is_withheld(tree, document)) {
      ++left_out.documents;
      continue;
    }
    const std::string url = child_text(tree, document, "url");
    const std::string title = unescaped(child_text(tree, document, "title"));
    if (!url.empty()) lines.push_back(document_line(title, url));
  }
  return lines;
}

/// Minutes or decisions of an item, unless the service says that they are not published.
void add_body(const MarkupTree& tree, NodeId item, const char* element, const char* label, LeftOut& left_out,
              MeetingItem& read) {
  const NodeId body = child(tree, item, element);
  if (body == 0) return;
  std::vector<std::string> lines = lines_of_escaped_html(tree, body);
  if (lines.empty()) return;
  const bool decision = std::string_view(label) == "Decision";
  if (says(tree, item, decision ? "isdecisionpublished" : "isminutepublished", "false")) {
    ++left_out.unpublished;
    return;
  }
  read.sections.push_back({label, std::move(lines)});
}

MeetingItem read_item(const MarkupTree& tree, NodeId item, LeftOut& left_out) {
  MeetingItem read{.id = child_text(tree, item, "agendaitemid")};
  read.title = unescaped(child_text(tree, item, "agendaitemtitle"));
  const std::string agenda = number_of(tree, item, "agendaitem");
  const std::string minute = number_of(tree, item, "minutesitem");
  // The number as displayed carries a prefix ("CYP10.") that the bare one lacks.
  const std::string displayed = child_text(tree, item, "fulldisplaynumberformat");
  const std::string& bare = minute.empty() ? agenda : minute;
  read.number = displayed.find(bare) != std::string::npos && !bare.empty() ? displayed : bare;
  if (!minute.empty() && minute != agenda) read.agenda_number = agenda;
  if (const NodeId text = child(tree, item, "agendatext"); text != 0)
    read.sections.push_back({.label = {}, .lines = lines_of_escaped_html(tree, text)});
  if (auto documents = linked_documents(tree, item, left_out); !documents.empty())
    read.sections.push_back({.label = {}, .lines = std::move(documents)});
  add_body(tree, item, "decisionnonemptyhtmlbody", "Decision", left_out, read);
  add_body(tree, item, "minutesnonemptyhtmlbody", "Minutes", left_out, read);
  return read;
}

/// "Attendee | Role | Attendance", as ModernGov's own page of attendance has it. Members' addresses and parties stay
/// out.
std::vector<std::string> attendance_rows(const MarkupTree& tree, NodeId meeting) {
  std::vector<std::string> rows;
  const NodeId list = child(tree, meeting, "attendees");
  if (list == 0) return rows;
  for (const NodeId id : tree.children(list)) {
    const std::string name = one_line(tree.attribute(id, "name"));
    std::string role = one_line(tree.attribute(id, "roledescription"));
    const std::string office = one_line(tree.attribute(id, "representing"));
    if (!office.empty() && (role.empty() || begins_word(role, "officer"))) role = office;
    if (!name.empty()) rows.push_back(name + '\t' + role + '\t' + one_line(tree.attribute(id, "attendance")));
  }
  if (!rows.empty()) rows.insert(rows.begin(), "Attendee\tRole\tAttendance");
  return rows;
}

/// The name that most of the elements of that name in the answer hold.
std::string commonest(const MarkupTree& tree, NodeId meeting, std::string_view name) {
  std::map<std::string, int> names;
  for (NodeId id = tree.find(name, meeting + 1, tree[meeting].end); id < tree[meeting].end;
       id = tree.find(name, id + 1, tree[meeting].end)) {
    const std::string text = one_line(raw_text(tree, id));
    if (!text.empty()) ++names[text];
  }
  const auto most =
      std::max_element(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == names.end() ? std::string() : most->first;
}

/// The answer names no committee by itself: its documents do, else the body its items were referred to.
std::string committee_of(const MarkupTree& tree, NodeId meeting) {
  std::string name = child_text(tree, meeting, "committeetitle");
  if (name.empty()) name = commonest(tree, meeting, "committeetitle");
  if (name.empty()) name = commonest(tree, meeting, "refertocommittee");
  return unescaped(name);
}

/// The site the answer comes from, by an address in it.
std::string site_of(const MarkupTree& tree, NodeId meeting) {
  for (NodeId id = tree.find("url", meeting, tree[meeting].end); id < tree[meeting].end;
       id = tree.find("url", id + 1, tree[meeting].end)) {
    const std::string url = one_line(raw_text(tree, id));
    const std::size_t scheme = url.find("://");
    if (scheme != std::string::npos) return url.substr(0, std::min(url.find('/', scheme + 3), url.size())) + "/";
  }
  return {};
}

std::vector<std::string> front_lines(const MarkupTree& tree, NodeId meeting, const DocumentFacts& facts) {
  std::vector<std::string> lines;
  add_paragraph(lines, facts.committee.empty() ? std::string() : "# " + facts.committee);
  struct Field {
    const char* element;
    const char* label;
  };
  for (const Field& field : {Field{"meetingdate", "Date"}, Field{"meetingtime", "Time"},
                             Field{"meetinglocation", "Venue"}, Field{"meetingstatus", "Status"},
                             Field{"meetingactualstarttime", "Start"}, Field{"meetingactualfinishtime", "Finish"}}) {
    const std::string value = unescaped(child_text(tree, meeting, field.element));
    if (!value.empty() && !(field.label == std::string_view("Status") && value == "Confirmed"))
      add_paragraph(lines, std::string(field.label) + ": " + value);
  }
  add_paragraphs(lines, attendance_rows(tree, meeting));
  return lines;
}

}  // namespace

std::string child_text(const MarkupTree& tree, NodeId element, std::string_view name) {
  const NodeId found = child(tree, element, name);
  return found == 0 ? std::string() : one_line(raw_text(tree, found));
}

std::vector<std::string> lines_of_escaped_html(const MarkupTree& tree, NodeId element) {
  std::string source = raw_text(tree, element);
  // Escaped twice: tags show up as entities once more.
  if (source.find("&lt;") != std::string::npos && source.find('<') == std::string::npos) source = unescaped(source);
  const HtmlTree read = read_html(source);
  std::vector<std::string> lines =
      lines_of({read.tree, NodeMask(read.tree.size(), false), 0, read.tree.size(), LinkParagraphs::keep});
  drop_site_phrases(lines);
  return lines;
}

Extraction read_web_service_meeting(const MarkupTree& tree, NodeId meeting) {
  if (is_withheld(tree, meeting)) return no_paper("a meeting that is not for display");
  LeftOut left_out;
  std::vector<MeetingItem> items;
  if (const NodeId list = child(tree, meeting, "agendaitems"); list != 0) {
    for (const NodeId id : tree.children(list)) {
      if (is_withheld(tree, id)) {
        ++left_out.items;
      } else if (!tree[id].closed) {
        ++left_out.unfinished;
      } else if (MeetingItem item = read_item(tree, id, left_out); !item.title.empty()) {
        items.push_back(std::move(item));
      }
    }
  }
  DocumentFacts facts;
  facts.kind = kind_of_items(items);
  facts.committee = committee_of(tree, meeting);
  const auto dates = schema::find_dates(child_text(tree, meeting, "meetingdate"));
  if (!dates.empty()) facts.date = schema::iso_date(dates.front().date);
  facts.url = site_of(tree, meeting);
  facts.status = status_of_words(child_text(tree, meeting, "meetingstatus"));
  facts.one_paper = true;
  add_portfolios(items, facts);
  std::vector<std::string> lines = front_lines(tree, meeting, facts);
  for (const MeetingItem& item : items) write_item(item, lines);
  std::vector<std::string> warnings;
  warn(left_out.items, "restricted item was left out", "restricted items were left out", warnings);
  warn(left_out.documents, "restricted document was left out", "restricted documents were left out", warnings);
  warn(left_out.unpublished, "body of minutes or decisions that is not published was left out",
       "bodies of minutes or decisions that are not published were left out", warnings);
  warn(left_out.unfinished, "item in which the answer breaks off was left out",
       "items in which the answer breaks off were left out", warnings);
  return one_page(std::move(lines), std::move(facts), std::move(warnings));
}

}  // namespace minutebook::indexer
