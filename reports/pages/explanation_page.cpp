#include "reports/pages/explanation_page.hpp"

#include <string>
#include <utility>

namespace assess::reports {

Document explanation_page(const Explanation& explanation, const Wording& wording) {
    Document page;
    page.kind = wording.text(Message{"explain.kind"});
    page.heading = wording.text(Message{"explain.heading"});
    page.title = wording.text(explanation.title);
    page.facts = {page.title};
    page.answer = wording.text(explanation.says);
    for (const auto& part : explanation.parts) {
        Bullets lines;
        for (const auto& line : part.lines) {
            lines.items.push_back(wording.text(line));
        }
        page.sections.push_back(
            {std::string(part.id), wording.text(part.title), {std::move(lines)}});
    }
    return page;
}

} // namespace assess::reports
