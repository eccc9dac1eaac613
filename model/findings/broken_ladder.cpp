// broken-ladder, on each diagonal: is there a long stretch between the two groups on which nobody
// uses a tool?
//
// The groups stand at their medians on the diagonal; the rungs are the tools that the landscape
// lists on it. The longest stretch between medians and used rungs is compared with
// Policy::ladder_stretch. A longest stretch is not smooth, so no interval can be trusted for it;
// instead the verdict must hold whoever is left out:
//   present       longer, still longer with any one person left out, and the interval of the gap
//                 on this diagonal excludes 0 (else chance alone may have put the groups apart)
//   possible      longer, but one of these does not hold
//   absent        not longer, whoever is left out
//   undetermined  not longer, but longer with some person left out; or longer only because nobody
//                 was asked about a rung; or fewer than two placed people in a group
#include "model/findings/advice.hpp"
#include "model/findings/ladder.hpp"
#include "model/findings/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace assess {

namespace {

struct Break {
    const RuleInput& input;
    const Pair& pair;
    Diagonal diagonal;
    Ladder ladder;
    std::optional<Rung> below;    ///< the last used rung up to where the stretch starts
    std::optional<Rung> above;    ///< the first used rung from where it ends
    std::vector<Rung> in_between; ///< rungs inside the stretch that are still on the market

    [[nodiscard]] double length() const { return ladder.longest.length(); }
    [[nodiscard]] bool apart_for_sure() const {
        const auto& gap = pair.comparison.diagonal[static_cast<std::size_t>(diagonal)];
        return gap && gap->gap.has_interval() && (*gap->gap.lower > 0 || *gap->gap.upper < 0);
    }
    [[nodiscard]] const std::string& name(const Rung& rung) const {
        return input.landscape.tools[rung.tool].name;
    }
};

Break find_break(const RuleInput& input, const Pair& pair, Diagonal diagonal) {
    Break found{input, pair, diagonal, make_ladder(input, pair, diagonal), {}, {}, {}};
    for (const auto& rung : found.ladder.rungs) {
        if (rung.used && rung.place <= found.ladder.longest.from) {
            found.below = rung;
        }
        if (rung.used && rung.place >= found.ladder.longest.to && !found.above) {
            found.above = rung;
        }
        if (rung.place > found.ladder.longest.from && rung.place < found.ladder.longest.to &&
            !is_retired(input.landscape.tools[rung.tool])) {
            found.in_between.push_back(rung);
        }
    }
    return found;
}

State state_of(const Break& found) {
    const double limit = found.input.policy.ladder_stretch;
    if (found.length() > limit) {
        if (found.ladder.longest_if_unasked_used <= limit) {
            return State::Undetermined;
        }
        return found.ladder.least_without_one > limit && found.apart_for_sure() ? State::Present
                                                                                : State::Possible;
    }
    return found.ladder.most_without_one > limit ? State::Undetermined : State::Absent;
}

std::string rung_or_nothing(const Break& found, const std::optional<Rung>& rung) {
    return rung ? fmt::format("{} at {}", found.name(*rung), decimal(rung->place))
                : std::string("none");
}

std::string between_names(const Break& found) {
    std::vector<std::string> names;
    for (const auto& rung : found.in_between) {
        names.push_back(found.name(rung));
    }
    return names.empty() ? "no tool of the landscape" : enumerated(names, 4);
}

std::string says(const Break& found, State state) {
    const auto pair = found.pair.in_middle();
    const auto diagonal = name_of(found.diagonal);
    const double limit = found.input.policy.ladder_stretch;
    const double apart = std::abs(found.ladder.median_first - found.ladder.median_second);
    switch (state) {
    case State::Present:
    case State::Possible:
        return fmt::format("Between {} there {} a break of {} on the {}, from {} to {}, in which "
                           "too few use any tool; {} {} there unused.",
                           pair, state == State::Present ? "is" : "may be", decimal(found.length()),
                           diagonal, decimal(found.ladder.longest.from),
                           decimal(found.ladder.longest.to), between_names(found),
                           found.in_between.size() <= 1 ? "stands" : "stand");
    case State::Absent:
        if (apart <= limit) {
            return fmt::format("No break on the {}: the medians of {} are {} apart, too near for "
                               "one longer than {}.",
                               diagonal, pair, decimal(apart), decimal(limit));
        }
        return fmt::format("No break on the {}: used tools divide the way between {}, and the "
                           "longest stretch without one is {}.",
                           diagonal, pair, decimal(found.length()));
    case State::Undetermined:
        break;
    }
    if (found.length() > limit) {
        return fmt::format("Nobody can say yet whether the ladder between {} on the {} is broken: "
                           "there is a stretch of {}, but nobody was asked about tools that stand "
                           "in it.",
                           pair, diagonal, decimal(found.length()));
    }
    return fmt::format("The answers leave open whether the ladder between {} on the {} is broken: "
                       "the longest stretch is {}, and without one single person it would be {}.",
                       pair, diagonal, decimal(found.length()),
                       decimal(found.ladder.most_without_one));
}

std::string means(const Break& found, State state) {
    switch (state) {
    case State::Present:
    case State::Possible:
        return fmt::format("Work that passes between {} has no tool to rest on along the way: "
                           "it has to jump.",
                           found.pair.in_middle());
    case State::Absent:
        return "Work can pass from one side to the other by steps that people already know.";
    case State::Undetermined:
        break;
    }
    return "One answer more or less decides it; nothing follows from it yet.";
}

void add_evidence(const Break& found, Finding& finding) {
    const auto& pair = found.pair;
    const auto& policy = found.input.policy;
    finding.evidence.push_back(
        fmt::format("Medians on the diagonal: {} {} ({} placed), {} {} ({} placed).",
                    pair.first.name, decimal(found.ladder.median_first), pair.first.placed,
                    pair.second.name, decimal(found.ladder.median_second), pair.second.placed));
    const auto used = std::ranges::count_if(found.ladder.rungs, &Rung::used);
    finding.evidence.push_back(fmt::format(
        "Used rungs: {} of {} on the diagonal. A rung is used by at least {} and {} of either "
        "group.",
        used, counted(found.ladder.rungs.size(), "tool"), percent(policy.ladder_share),
        people(policy.ladder_people)));
    finding.evidence.push_back(fmt::format("Last used rung before the longest stretch: {}; first "
                                           "one after it: {}; in between, unused: {}.",
                                           rung_or_nothing(found, found.below),
                                           rung_or_nothing(found, found.above),
                                           between_names(found)));
    finding.evidence.push_back(fmt::format(
        "With any one person left out, the longest stretch is {} to {}.",
        decimal(found.ladder.least_without_one), decimal(found.ladder.most_without_one)));
    if (finding.state == State::Possible && !found.apart_for_sure()) {
        finding.evidence.emplace_back("The gap on this diagonal may be chance: its interval does "
                                      "not exclude 0.");
    }
    for (const auto& rung : found.in_between) {
        finding.tools.push_back(rung.tool);
    }
}

/// What stays of the stretch once this rung is used.
double left_by(const Break& found, const Rung& rung) {
    return std::max(rung.place - found.ladder.longest.from, found.ladder.longest.to - rung.place);
}

/// The rung to put in: those that mend the break first, then inviting rings, then the one that
/// divides the stretch best.
std::optional<Rung> best_rung(const Break& found) {
    const auto better = [&](const Rung& a, const Rung& b) {
        const bool mends_a = left_by(found, a) <= found.input.policy.ladder_stretch;
        const bool mends_b = left_by(found, b) <= found.input.policy.ladder_stretch;
        if (mends_a != mends_b) {
            return mends_a;
        }
        const auto ring_a = ring_of(found.input.landscape, a.tool);
        const auto ring_b = ring_of(found.input.landscape, b.tool);
        return ring_a != ring_b ? ring_a < ring_b : left_by(found, a) < left_by(found, b);
    };
    const auto best = std::ranges::min_element(found.in_between, better);
    return best == found.in_between.end() ? std::nullopt : std::optional(*best);
}

void add_actions(const Break& found, Finding& finding) {
    const auto best = best_rung(found);
    const bool inviting = best && ring_of(found.input.landscape, best->tool) <= Ring::Trial;
    if (inviting) {
        finding.actions.push_back(
            fmt::format("Put a rung in: {} would leave a longest stretch of {}. {}",
                        found.name(*best), decimal(left_by(found, *best)),
                        what_to_do_in(ring_of(found.input.landscape, best->tool))));
    } else if (best) {
        finding.actions.push_back(
            fmt::format("The nearest rung to put in is {}, in the {} ring. {}", found.name(*best),
                        id_of(ring_of(found.input.landscape, best->tool)),
                        what_to_do_in(ring_of(found.input.landscape, best->tool))));
    } else {
        finding.actions.emplace_back("No tool of the landscape stands in this stretch: no "
                                     "adoption mends it.");
    }
    if (found.below && found.above) {
        finding.actions.push_back(fmt::format(
            "Build a connector from {} to {}, the used tools on the two sides; build no platform "
            "for it.",
            found.name(*found.below), found.name(*found.above)));
    } else {
        finding.actions.push_back(use_hybrids(found.input, found.pair));
    }
}

std::string flips_when(const Break& found, State state) {
    const auto& policy = found.input.policy;
    const auto limit = decimal(policy.ladder_stretch);
    if (state == State::Absent) {
        return fmt::format("It would be open again if, without some person, the longest stretch "
                           "reached {}; today it is {} at most.",
                           limit, decimal(found.ladder.most_without_one));
    }
    if (state == State::Undetermined) {
        return found.length() > policy.ladder_stretch
                   ? fmt::format("Ask about {}: their use decides.", between_names(found))
                   : fmt::format("More answers settle it: it is absent once the longest stretch "
                                 "stays within {} whoever is left out.",
                                 limit);
    }
    if (const auto best = best_rung(found);
        best && left_by(found, *best) <= policy.ladder_stretch) {
        const auto base = std::max(found.pair.first.tools[best->tool].base, std::size_t{1});
        return fmt::format("This break would close if {} used {}.",
                           people_of(found.pair.first, people_for_a_rung(base, policy)),
                           found.name(*best));
    }
    return fmt::format("No single tool of the landscape would bring it within {}: the groups "
                       "would have to stand nearer to one another.",
                       limit);
}

Finding judge_diagonal(const RuleInput& input, const Pair& pair, Diagonal diagonal) {
    auto finding = start_finding("broken-ladder", id_of(diagonal));
    finding.groups = {pair.first.id, pair.second.id};
    for (const auto* group : {&pair.first, &pair.second}) {
        if (group->placed < 2) {
            leave_open(finding,
                       fmt::format("whether the ladder between {} on the {} is broken",
                                   pair.in_middle(), name_of(diagonal)),
                       fmt::format("only {} of the {} listed {} {} a place on the plane",
                                   group->placed, group->listed, people_of(*group),
                                   group->placed == 1 ? "has" : "have"),
                       "It can be judged once both groups have at least two placed people.");
            return finding;
        }
    }
    const auto found = find_break(input, pair, diagonal);
    finding.state = state_of(found);
    const bool stands = finding.state == State::Present || finding.state == State::Possible;
    finding.severity = stands ? Severity::Notable : Severity::None;
    finding.says = says(found, finding.state);
    finding.means = means(found, finding.state);
    Estimate longest;
    longest.value = found.length();
    longest.n = pair.first.placed + pair.second.placed;
    longest.level = input.policy.interval_level;
    longest.reason = "a longest stretch has none; it was checked by leaving out each person once";
    finding.magnitude =
        Magnitude{fmt::format("longest stretch without a used tool on the {}", name_of(diagonal)),
                  longest,
                  input.policy.ladder_stretch,
                  std::nullopt,
                  0,
                  2};
    add_evidence(found, finding);
    finding.flips_when = flips_when(found, finding.state);
    if (stands) {
        add_actions(found, finding);
    } else if (finding.state == State::Undetermined) {
        finding.actions.push_back(finding.flips_when);
    }
    return finding;
}

std::vector<Finding> judge(const RuleInput& input) {
    const auto pair = pair_of(input);
    if (!pair) {
        return {without_pair("broken-ladder", input,
                             "whether the ladder between two groups is broken")};
    }
    std::vector<Finding> findings;
    for (const auto diagonal : {Diagonal::Building, Diagonal::Orchestration}) {
        findings.push_back(judge_diagonal(input, *pair, diagonal));
    }
    return findings;
}

} // namespace

namespace rule {
extern const Rule broken_ladder;
const Rule broken_ladder{"broken-ladder",
                         "Is there a stretch between the two groups on which nobody uses a tool?",
                         judge};
} // namespace rule

} // namespace assess
