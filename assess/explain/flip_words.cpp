#include "assess/explain/flip_words.hpp"

#include "assess/explain/words.hpp"
#include "model/text/text.hpp"
#include "reports/wording/wording.hpp"

#include <fmt/format.h>

namespace assess {
namespace {

std::string change_text(const GapReport& report, const AnswerChange& change) {
    const auto& person = report.answers.respondents[change.person];
    return fmt::format("{} ({}) {} {}", person.id.empty() ? "one of them" : printable(person.id),
                       id_of(person.role), change.takes_up ? "takes up" : "drops",
                       report.landscape.tools[change.tool].name);
}

} // namespace

std::vector<std::string> flip_sentences(const GapReport& report, const FlipSearch& search) {
    if (!search.reason.empty()) {
        return {
            fmt::format("No change of answers was searched: {}.", reports::english(search.reason))};
    }
    if (!search.flip) {
        return {fmt::format("No single answer flips it, and no {} or fewer that the search put "
                            "together step by step ({} tried).",
                            most_changes, grouped(search.tried))};
    }
    std::vector<std::string> sentences;
    const auto& flip = *search.flip;
    sentences.push_back(fmt::format("{} of answers it becomes {}:",
                                    flip.changes.size() == 1
                                        ? std::string("With one change")
                                        : fmt::format("With {} changes", flip.changes.size()),
                                    id_of(flip.becomes)));
    for (const auto& change : flip.changes) {
        sentences.push_back(change_text(report, change) + ".");
    }
    sentences.push_back(fmt::format(
        "Found by trying {} and judging the changed answers again in full. {}",
        counted(search.tried, "change", "changes"),
        flip.changes.size() == 1 ? "Other single changes may do it too."
        : search.smallest
            ? "No single change does it, so that this is the smallest; other pairs may do it too."
            : "No single change does it; a smaller set than this is not ruled out."));
    return sentences;
}

} // namespace assess
