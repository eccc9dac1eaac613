#include "model/what_if/whole_groups.hpp"

#include "model/change/weighing.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace assess {
namespace {

class Gate {
public:
    Gate(const GapReport& report, const Answers& shown)
        : m_report(report), m_shown(shown), m_depth(default_depth(shown)) {}

    Diagnostics refuse(std::span<const Change> changes) {
        for (const auto& change : changes) {
            look_at(change);
        }
        return std::move(m_problems);
    }

private:
    void add(const Change& change, std::string what, std::string hint) {
        m_problems.push_back(
            {{},
             fmt::format("{}: {}", m_report.landscape.tools[change.tool].name, std::move(what)),
             std::move(hint)});
    }

    void look_at(const Change& change) {
        if (!change.adopts) {
            add(change,
                "dropping a tool is not weighed, since the answers were given in confidence",
                "It would tell who is left without a tool. Weigh what a whole group takes up: "
                "assess recommend lists it.");
            return;
        }
        if (change.depth != m_depth) {
            add(change,
                fmt::format("it can be taken up at one depth only, {}, since the answers were "
                            "given in confidence",
                            id_of(m_depth)),
                "Leave the depth out: comparing depths would tell single people apart.");
        }
        const auto groups = groups_of(change.who);
        if (groups.empty()) {
            add(change,
                "the answers were given in confidence, so only a whole group can take it up",
                fmt::format("Name a group that the report shows{} or everybody.", shown_groups()));
            return;
        }
        for (const auto* group : groups) {
            look_at(change, *group);
        }
    }

    void look_at(const Change& change, const Group& group) {
        if (!m_changed.insert(group.id).second) {
            add(change,
                fmt::format("only one change can be weighed at a time for {}, since the answers "
                            "were given in confidence",
                            group.name),
                "Give one tool for each group: two together would tell single people apart.");
        }
        if (!nobody_names(group, change.tool)) {
            add(change,
                fmt::format("somebody among {} named it already, and the answers were given in "
                            "confidence",
                            group.name),
                "It would change the answers of the others alone. Weigh a tool that nobody in the "
                "group names: assess recommend lists them.");
        }
    }

    /// The report's groups that `who` is; none where it is not one of them, or not all people.
    [[nodiscard]] std::vector<const Group*> groups_of(const Who& who) const {
        std::vector<const Group*> found;
        if (who.kind == Who::Kind::Everybody) {
            std::size_t people = 0;
            for (const auto& group : m_report.groups) {
                found.push_back(&group);
                people += group.listed;
            }
            // Whoever is in no group that is shown would be few, or unknown.
            return people == m_shown.respondents.size() ? found : std::vector<const Group*>{};
        }
        const auto kind = m_report.grouping == Grouping::Role ? Who::Kind::Role : Who::Kind::Team;
        const auto group = std::ranges::find(m_report.groups, who.id, &Group::id);
        if (who.kind == kind && group != m_report.groups.end()) {
            found.push_back(&*group);
        }
        return found;
    }

    [[nodiscard]] std::string shown_groups() const {
        std::vector<std::string> names;
        for (const auto& group : m_report.groups) {
            names.push_back(in_quotes(group.id));
        }
        return names.empty() ? std::string() : fmt::format(" ({})", listed(names));
    }

    const GapReport& m_report;
    const Answers& m_shown;
    Depth m_depth;
    std::set<std::string> m_changed;
    Diagnostics m_problems;
};

} // namespace

Diagnostics refused_changes(const GapReport& report, const Answers& shown,
                            std::span<const Change> changes) {
    if (shown.promise.kind != Promise::Confidential) {
        return {};
    }
    if (!can_weigh(shown, report.policy)) {
        return {{{},
                 "Nothing can be weighed, because the answers were given in confidence and the "
                 "policy has weights of its own for the depths; comparing weights would tell "
                 "single people apart",
                 "Leave the weights of the depths as they are built in."}};
    }
    return Gate(report, shown).refuse(changes);
}

} // namespace assess
