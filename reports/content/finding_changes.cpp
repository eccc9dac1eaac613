#include "reports/content/finding_changes.hpp"

#include <array>
#include <utility>

namespace assess::reports {
namespace {

constexpr std::array fates{FindingFate::Appeared, FindingFate::Went, FindingFate::Open,
                           FindingFate::Stayed};

bool is_as_before(const FindingChange& change) {
    return change.before == change.after && change.severity_before == change.severity_after;
}

/// "present, serious"; "absent"; "no question" where there is no state.
Message verdict(const std::optional<State>& state, Severity severity) {
    const bool there = state && stands(*state);
    return {"findings-change.verdict",
            {{"state", Select{state ? id_of(*state) : "none"}},
             {"severity", Select{id_of(there ? severity : Severity::None)}}}};
}

Message line_of(const FindingChange& change) {
    // Of what went, the sentence that held before says what is meant.
    const auto& says = change.fate == FindingFate::Went || change.says_after.empty()
                           ? change.says_before
                           : change.says_after;
    return {"findings-change.line",
            {{"says", says}, {"rule", rule_of(change)}, {"turn", turn_of(change)}}};
}

FateList fate_list(std::span<const FindingChange> changes, FindingFate fate, MessageId title) {
    FateList list{fate, {title, {{"fate", Select{id_of(fate)}}}}, {}};
    std::vector<Value> same;
    for (const auto& change : changes) {
        if (change.fate != fate) {
            continue;
        }
        if (fate == FindingFate::Stayed && is_as_before(change)) {
            same.emplace_back(Message{"findings-change.as-before.one",
                                      {{"rule", change.id}, {"subject", change.subject}}});
        } else {
            list.lines.push_back(line_of(change));
        }
    }
    if (!same.empty()) {
        list.lines.push_back({"findings-change.as-before", {{"findings", List(std::move(same))}}});
    }
    return list;
}

} // namespace

Message rule_of(const FindingChange& change) {
    return change.subject.empty()
               ? Message{"findings-change.rule", {{"rule", change.id}}}
               : Message{"finding.name", {{"rule", change.id}, {"subject", change.subject}}};
}

Message turn_of(const FindingChange& change) {
    const auto before = verdict(change.before, change.severity_before);
    const auto after = verdict(change.after, change.severity_after);
    if (!change.before) {
        return {"findings-change.turn.new", {{"after", after}}};
    }
    if (!change.after) {
        return {"findings-change.turn.gone", {{"before", before}}};
    }
    return is_as_before(change)
               ? Message{"findings-change.turn.none", {{"after", after}}}
               : Message{"findings-change.turn.other", {{"before", before}, {"after", after}}};
}

std::vector<FateList> fate_lists(std::span<const FindingChange> changes, MessageId title) {
    std::vector<FateList> lists;
    for (const auto fate : fates) {
        auto list = fate_list(changes, fate, title);
        if (!list.lines.empty()) {
            lists.push_back(std::move(list));
        }
    }
    return lists;
}

} // namespace assess::reports
