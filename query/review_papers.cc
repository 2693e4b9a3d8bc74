#include "query/review_papers.h"

#include <algorithm>
#include <array>

namespace minutebook::query {

namespace {

// Sections of a review's own report; a cover report has none of them.
constexpr auto sections = std::to_array<std::string_view>(
    {"foreword", "terms of reference", "method of|investigation|investigating", "methodology", "method", "finding",
     "conclusion", "evidence", "who we spoke to", "witnesses"});
constexpr std::size_t least_sections = 2;

std::size_t section_count(const std::vector<ReadItem>& paper, PassageReader& reader) {
  std::vector<bool> seen(sections.size());
  const auto look = [&](const std::string& text) {
    const PassageWords title = reader.read(text);
    for (std::size_t i = 0; i < sections.size(); ++i) seen[i] = seen[i] || has_phrase(title, sections[i], title.all());
  };
  for (const ReadItem& read : paper) {
    if (!read.item.title.empty()) look(read.item.title);
    for (const schema::Passage& passage : read.item.passages) {
      if (passage.kind == schema::PassageKind::heading) look(passage.text);
    }
  }
  return static_cast<std::size_t>(std::count(seen.begin(), seen.end(), true));
}

std::string_view title_of(const std::vector<ReadItem>& paper) {
  return paper.front().head.view.title;
}

/// The passage of the front that names the form: a title line, or "Task Group" above its members.
std::optional<ReviewPaper> by_front(const std::vector<ReadItem>& paper, PassageReader& reader) {
  const ReadItem& front = paper.front();
  const std::string title(title_of(paper));
  const SignPlace place{schema::PassageKind::heading, true, false, {}, front.head.date};
  std::vector<ReviewSign> by_title = find_review_signs(reader, title, place);
  constexpr std::size_t longest = 24;  // words of a line of the front
  for (std::size_t i = 0; i < front.item.passages.size(); ++i) {
    const std::string& text = front.item.passages[i].text;
    const PassageWords words = reader.read(text);
    if (words.words.size() > longest) continue;
    std::vector<FoundForm> forms = find_review_forms(words, true);
    if (forms.empty()) continue;
    ReviewPaper made{by_title.empty() ? find_review_signs(reader, text, place).front() : by_title.front(), 0, i};
    made.sign.form = forms.front().form;
    made.sign.family = forms.front().family;
    return made;
  }
  if (by_title.empty() || front.item.passages.empty()) return std::nullopt;
  return ReviewPaper{by_title.front(), 0, 0};
}

}  // namespace

bool may_be_review_paper(schema::PaperKind kind) {
  return kind == schema::PaperKind::report || kind == schema::PaperKind::appendix || kind == schema::PaperKind::other;
}

std::optional<ReviewPaper> review_paper(const std::vector<ReadItem>& paper, PassageReader& reader) {
  if (paper.empty() || paper.front().item.passages.empty() || !may_be_review_paper(paper.front().head.view.kind))
    return std::nullopt;
  if (section_count(paper, reader) < least_sections) return std::nullopt;
  std::optional<ReviewPaper> made = by_front(paper, reader);
  if (!made) return std::nullopt;
  if (made->sign.stage == ReviewStage::response || made->sign.stage == ReviewStage::update) return std::nullopt;
  const PassageWords title = reader.read(title_of(paper));
  const PassageWords line = reader.read(paper.front().item.passages[made->passage].text);
  const bool interim = has_phrase(title, "interim", title.all()) || has_phrase(line, "interim", line.all());
  made->sign.stage = interim ? ReviewStage::interim : ReviewStage::final_report;
  made->sign.earlier = false;
  if (made->sign.name.key.empty()) made->sign.name = name_of_title(title);
  return made;
}

}  // namespace minutebook::query
