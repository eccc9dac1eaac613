#include "model/findings/finding_change.hpp"

#include <algorithm>

namespace assess {
namespace {

bool is_there(const std::optional<State>& state) {
    return state && stands(*state);
}

FindingFate fate_of(const std::optional<State>& before, const std::optional<State>& after) {
    if (is_there(after)) {
        return is_there(before) ? FindingFate::Stayed : FindingFate::Appeared;
    }
    if (!is_there(before)) {
        return FindingFate::Never;
    }
    return after == State::Undetermined ? FindingFate::Open : FindingFate::Went;
}

const Finding* counterpart(std::span<const Finding> findings, const Finding& other) {
    const auto found = std::ranges::find_if(findings, [&](const Finding& each) {
        return each.id == other.id && each.subject == other.subject;
    });
    return found == findings.end() ? nullptr : &*found;
}

FindingChange change_of(const Finding* before, const Finding* after) {
    const auto& named = after == nullptr ? *before : *after;
    FindingChange change;
    change.id = named.id;
    change.subject = named.subject;
    if (before != nullptr) {
        change.before = before->state;
        change.severity_before = before->severity;
        change.says_before = before->says;
    }
    if (after != nullptr) {
        change.after = after->state;
        change.severity_after = after->severity;
        change.says_after = after->says;
    }
    change.fate = fate_of(change.before, change.after);
    return change;
}

/// Appeared, went, open, stayed, never.
int rank_of(FindingFate fate) {
    switch (fate) {
    case FindingFate::Appeared:
        return 0;
    case FindingFate::Went:
        return 1;
    case FindingFate::Open:
        return 2;
    case FindingFate::Stayed:
        return 3;
    case FindingFate::Never:
        break;
    }
    return 4;
}

} // namespace

std::string_view id_of(FindingFate fate) {
    switch (fate) {
    case FindingFate::Appeared:
        return "appeared";
    case FindingFate::Went:
        return "went";
    case FindingFate::Stayed:
        return "stayed";
    case FindingFate::Open:
        return "open";
    case FindingFate::Never:
        break;
    }
    return "never";
}

std::vector<FindingChange> finding_changes(std::span<const Finding> before,
                                           std::span<const Finding> after) {
    std::vector<FindingChange> changes;
    for (const auto& finding : after) {
        changes.push_back(change_of(counterpart(before, finding), &finding));
    }
    for (const auto& finding : before) {
        if (counterpart(after, finding) == nullptr) {
            changes.push_back(change_of(&finding, nullptr));
        }
    }
    std::ranges::stable_sort(changes, {},
                             [](const FindingChange& each) { return rank_of(each.fate); });
    return changes;
}

} // namespace assess
