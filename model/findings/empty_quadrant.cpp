// empty-quadrant, on each quadrant: does hardly anybody use its tools?
//
// A share rule: present when the interval of the quadrant's share of all usage is wholly below
// Policy::empty_quadrant_share (usage_share.hpp says which interval, and from how many people on:
// a handful of people who do not use a quadrant cannot show that so little of it is used).
// A quadrant of whose tools nobody was asked is undetermined, not empty.
#include "model/findings/advice.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/usage_share.hpp"
#include "model/findings/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess {

namespace empty_quadrant_rule {
namespace {

struct Subject {
    const RuleInput& input;
    Quadrant quadrant;
    std::string name;                    ///< "Cloud platforms"
    std::vector<std::size_t> categories; ///< most inviting rings first
    Ring ring = Ring::Hold;              ///< the most inviting of them
    std::vector<ToolIndex> used;         ///< tools in it that somebody uses, most users first
    std::vector<ToolIndex> unused;
};

Subject make_subject(const RuleInput& input, Quadrant quadrant) {
    Subject subject{input, quadrant, std::string(name_of(quadrant)), {}, Ring::Hold, {}, {}};
    for (const auto ring : {Ring::Adopt, Ring::Trial, Ring::Assess, Ring::Hold}) {
        for (std::size_t c = 0; c < input.landscape.categories.size(); ++c) {
            const auto& category = input.landscape.categories[c];
            if (category.quadrant == quadrant && category.ring == ring) {
                subject.categories.push_back(c);
                subject.ring = std::min(subject.ring, ring);
            }
        }
    }
    const auto users = users_by_tool(input);
    for (ToolIndex j = 0; j < users.size(); ++j) {
        const auto& tool = input.landscape.tools[j];
        if (tool.placement && quadrant_of(tool.placement->point) == quadrant) {
            (users[j] > 0 ? subject.used : subject.unused).push_back(j);
        }
    }
    std::ranges::stable_sort(subject.used,
                             [&](ToolIndex a, ToolIndex b) { return users[a] > users[b]; });
    return subject;
}

std::vector<std::string> category_names(const Subject& subject) {
    std::vector<std::string> names;
    for (const auto category : subject.categories) {
        names.push_back(with_ring(subject.input.landscape.categories[category]).words());
    }
    return names;
}

std::string_view lacking(Quadrant quadrant) {
    switch (quadrant) {
    case Quadrant::CloudPlatforms:
        return "what they build likely runs on machines that they look after themselves";
    case Quadrant::MachineLearningPlatforms:
        return "they are bound to no all-in-one way of building models, and may have to join the "
               "pieces by hand";
    case Quadrant::SpecializedMlTools:
        return "whoever builds models among them likely keeps runs, data versions and labels by "
               "hand";
    case Quadrant::StandardSweTools:
        break;
    }
    return "their code and pipelines are harder to hand over and to repeat than with the everyday "
           "equipment of software";
}

std::string says(const Subject& subject, const Estimate& share, State state) {
    const auto n = people(share.n);
    const double limit = subject.input.policy.empty_quadrant_share;
    switch (state) {
    case State::Present:
        return share.value <= 0
                   ? fmt::format("Nobody of {} with a place on the plane uses any tool of the "
                                 "quadrant {}.",
                                 n, subject.name)
                   : fmt::format(
                         "Hardly anybody uses the quadrant {}: {} of all usage, at most {}.",
                         subject.name, percent(share.value), percent_against(*share.upper, limit));
    case State::Possible:
        return fmt::format("The quadrant {} may be empty: {} of all usage of {}, but up to {} fits "
                           "the answers.",
                           subject.name, percent(share.value), n,
                           percent_against(*share.upper, limit));
    case State::Absent:
        return fmt::format("The quadrant {} is not empty: {} of all usage, at least {}.",
                           subject.name, percent(share.value),
                           percent_against(*share.lower, limit));
    case State::Undetermined:
        break;
    }
    if (!share.has_interval()) {
        return fmt::format(
            "Nobody can say yet whether the quadrant {} is empty: it holds {} of the "
            "usage of {}, and {}.",
            subject.name, percent(share.value), n, share.reason);
    }
    return fmt::format("The answers leave open whether the quadrant {} is empty: {} of all usage, "
                       "and as little as {} fits them.",
                       subject.name, percent(share.value), percent_against(*share.lower, limit));
}

std::string means(const Subject& subject, const Estimate& share, State state) {
    switch (state) {
    case State::Present:
    case State::Possible:
        return fmt::format("With {} of the usage of {} there, {}.", percent(share.value),
                           people(share.n), lacking(subject.quadrant));
    case State::Absent:
        return fmt::format("People use {} of it: {}.", counted(subject.used.size(), "tool"),
                           tool_names(subject.input.landscape, subject.used));
    case State::Undetermined:
        break;
    }
    return fmt::format("Nothing follows from {} of the usage of {} yet.", percent(share.value),
                       people(share.n));
}

/// "3% (11% at most)".
std::string with_upper_end(const Estimate& share) {
    return fmt::format("{} ({} at most)", percent(share.value), percent(*share.upper));
}

void add_actions(const Subject& subject, const Estimate& share, Finding& finding) {
    if (subject.ring > Ring::Trial) {
        finding.actions.push_back(fmt::format(
            "Leave {} at {} of all usage unless a need is proven: its categories are in the {} "
            "ring or further out. {}",
            subject.name, with_upper_end(share), id_of(subject.ring),
            first_step_in(subject.ring, people(share.n)).words()));
        return;
    }
    const auto first = subject.categories.front();
    const auto offers = offers_of(subject.input, first).words();
    finding.actions.push_back(fmt::format(
        "To raise {} of all usage, start with {}{}. {}", with_upper_end(share),
        with_ring(subject.input.landscape.categories[first]).words(),
        offers.empty() ? offers : ": " + offers, first_step_in(subject.ring, people(share.n)).words()));
    if (subject.quadrant == Quadrant::CloudPlatforms) {
        finding.actions.push_back(fmt::format(
            "Mind that a platform is a commitment: {} take over its way of working. Specialized "
            "tools are easier to leave again.",
            people(share.n)));
    }
}

std::string in_words(const Subject& subject) {
    return "the quadrant " + subject.name;
}

std::string flips_when(const Subject& subject, const UsageShare& share, State state) {
    const double limit = subject.input.policy.empty_quadrant_share;
    const auto threshold = percent(limit);
    switch (state) {
    case State::Present:
        return fmt::format("It would be only possible if the interval's upper end, {}, reached {}.",
                           percent_against(*share.estimate.upper, limit), threshold);
    case State::Absent:
        return fmt::format("It would be open again if the interval's lower end, {}, fell below {}.",
                           percent_against(*share.estimate.lower, limit), threshold);
    default:
        return settling_share(share, limit, subject.input.policy, in_words(subject));
    }
}

Severity severity_of(const Subject& subject) {
    return subject.ring <= Ring::Trial ? Severity::Notable : Severity::Info;
}

void judge_share(const Subject& subject, const UsageShare& share, Finding& finding) {
    const auto& policy = subject.input.policy;
    finding.state = below(share.estimate, policy.empty_quadrant_share);
    const bool stands = finding.state == State::Present || finding.state == State::Possible;
    finding.severity = stands ? severity_of(subject) : Severity::None;
    finding.says = says(subject, share.estimate, finding.state);
    finding.means = means(subject, share.estimate, finding.state);
    finding.magnitude = Magnitude{fmt::format("share of all usage in {}", subject.name),
                                  share.estimate,
                                  policy.empty_quadrant_share,
                                  std::nullopt,
                                  0,
                                  1};
    finding.evidence.push_back(
        fmt::format("Usage in the quadrant: {}, from {} with a place on the plane.",
                    share_with_interval(share.estimate), people(share.estimate.n)));
    finding.flips_when = flips_when(subject, share, finding.state);
    if (finding.state == State::Possible || finding.state == State::Undetermined) {
        finding.actions.push_back(
            settling_share(share, policy.empty_quadrant_share, policy, in_words(subject)));
    }
    if (stands) {
        add_actions(subject, share.estimate, finding);
    }
}

Finding judge_quadrant(const RuleInput& input, const std::vector<bool>& asked, Quadrant quadrant) {
    auto finding = start_finding("empty-quadrant", id_of(quadrant));
    const auto subject = make_subject(input, quadrant);
    const auto question = fmt::format("whether the quadrant {} is empty", subject.name);
    const auto was_asked = [&](ToolIndex tool) { return asked[tool]; };
    const auto share = share_of_usage(
        input, [&](const Tool& tool) { return quadrant_of(tool.placement->point) == quadrant; });
    if (subject.used.empty() && subject.unused.empty()) {
        leave_open(input, finding, question, "the landscape has no tool in it",
                   fmt::format("Use another landscape than the edition {}, or leave the question.",
                               input.landscape.edition));
    } else if (std::ranges::none_of(subject.used, was_asked) &&
               std::ranges::none_of(subject.unused, was_asked)) {
        leave_open(input, finding, question, "nobody was asked about any of its tools",
                   fmt::format("Ask the {} who answered about tools of {}.",
                               told(input).people(answered(input)),
                               subject.categories.empty()
                                   ? in_words(subject)
                                   : enumerated(category_names(subject), 5, "or")));
    } else if (!share) {
        leave_open(input, finding, question, share.reason(), placed_lacking(input));
    } else {
        judge_share(subject, *share, finding);
    }
    if (!subject.categories.empty()) {
        finding.evidence.push_back(fmt::format("Its categories and their rings: {}.",
                                               enumerated(category_names(subject), 8)));
    }
    finding.tools = subject.used;
    return finding;
}

std::vector<Finding> judge(const RuleInput& input) {
    const auto asked = asked_tools(input);
    std::vector<Finding> findings;
    for (const auto quadrant : quadrants) {
        findings.push_back(judge_quadrant(input, asked, quadrant));
    }
    return findings;
}

} // namespace
} // namespace empty_quadrant_rule

namespace rule {
extern const Rule empty_quadrant;
const Rule empty_quadrant{"empty-quadrant", "Is a quadrant of the plane hardly used by anybody?",
                          empty_quadrant_rule::judge};
} // namespace rule

} // namespace assess
