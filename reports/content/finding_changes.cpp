#include "reports/content/finding_changes.hpp"

#include "reports/content/words.hpp"
#include "reports/wording/wording.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>

namespace assess::reports {
namespace {

constexpr std::array fates{FindingFate::Appeared, FindingFate::Went, FindingFate::Open,
                           FindingFate::Stayed};

bool is_as_before(const FindingChange& change) {
    return change.before == change.after && change.severity_before == change.severity_after;
}

std::string line_of(const FindingChange& change) {
    // Of what went, the sentence that held before says what is meant.
    const auto& says = change.fate == FindingFate::Went || change.says_after.empty()
                           ? change.says_before
                           : change.says_after;
    return fmt::format("{} ({}: {})", english(says), rule_of(change), turn_of(change));
}

} // namespace

std::string rule_of(const FindingChange& change) {
    return change.subject.empty() ? change.id : change.id + ", " + change.subject;
}

std::string verdict_in_words(const std::optional<State>& state, Severity severity) {
    if (!state) {
        return "no question";
    }
    std::string words(id_of(*state));
    const bool stands = *state == State::Present || *state == State::Possible;
    if (stands && severity != Severity::None) {
        words +=
            severity == Severity::Info ? ", for information" : ", " + std::string(id_of(severity));
    }
    return words;
}

std::string turn_of(const FindingChange& change) {
    const auto after = verdict_in_words(change.after, change.severity_after);
    if (!change.before) {
        return "new, " + after;
    }
    if (!change.after) {
        return fmt::format("from {} to no question any more",
                           verdict_in_words(change.before, change.severity_before));
    }
    return is_as_before(change)
               ? after + " as before"
               : fmt::format("from {} to {}",
                             verdict_in_words(change.before, change.severity_before), after);
}

std::vector<FateList> fate_lists(std::span<const FindingChange> changes,
                                 std::span<const std::string> titles) {
    std::vector<FateList> lists;
    for (std::size_t i = 0; i < fates.size() && i < titles.size(); ++i) {
        FateList list{titles[i], {}};
        std::vector<std::string> same;
        for (const auto& change : changes) {
            if (change.fate != fates.at(i)) {
                continue;
            }
            if (change.fate == FindingFate::Stayed && is_as_before(change)) {
                same.push_back(fmt::format("{} ({})", change.id, change.subject));
            } else {
                list.lines.push_back(line_of(change));
            }
        }
        if (!same.empty()) {
            list.lines.push_back("As before: " + listed_with_and(same) + ".");
        }
        if (!list.lines.empty()) {
            lists.push_back(std::move(list));
        }
    }
    return lists;
}

} // namespace assess::reports
