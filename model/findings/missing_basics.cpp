// missing-basics, on each category in the adopt ring: does everybody have the basics?
//
// About people who use any tool of the category, at whatever depth carries weight, out of those
// who were asked about one:
//   present       nobody uses any, or one of the two compared groups does not; at least
//                 Policy::share_people were asked where nobody uses any
//   possible      the same, but fewer people were asked: nobody of three is soon somebody of five
//   undetermined  nobody was asked, or nobody of one of the two groups was
//   absent        both groups have users (the organization has, where no two groups are compared)
#include "model/findings/advice.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace assess {

namespace missing_basics_rule {
namespace {

struct Subject {
    const RuleInput& input;
    std::size_t index;
    const Category& category;
    std::optional<Pair> pair;
    PeopleUsing everybody;
    std::array<PeopleUsing, 2> groups; ///< of the pair; zeros where there is none

    /// Whoever has no user: 0 or 1 for a group of the pair. Nothing where nobody or nothing lacks.
    [[nodiscard]] std::optional<std::size_t> lacking() const {
        if (!pair || (groups[0].users == 0) == (groups[1].users == 0)) {
            return std::nullopt;
        }
        return groups[0].users == 0 ? 0 : 1;
    }
    [[nodiscard]] const Group& group(std::size_t which) const {
        return which == 0 ? pair->first : pair->second;
    }
};

Subject make_subject(const RuleInput& input, std::size_t index) {
    Subject subject{input, index, input.landscape.categories[index], pair_of(input), {}, {}};
    const auto belongs = [&](ToolIndex tool) { return is_of(input.landscape.tools[tool], index); };
    subject.everybody = people_using(input, belongs);
    if (subject.pair) {
        subject.groups = {people_using(input, subject.pair->first.members, belongs),
                          people_using(input, subject.pair->second.members, belongs)};
    }
    return subject;
}

/// Tools of the category by users, most first; retired ones left out.
std::vector<ToolIndex> tools_of(const Subject& subject, bool used_ones) {
    std::vector<std::pair<std::size_t, ToolIndex>> found;
    const auto& tools = subject.input.landscape.tools;
    for (ToolIndex j = 0; j < tools.size(); ++j) {
        if (!is_of(tools[j], subject.index) || is_retired(tools[j])) {
            continue;
        }
        std::size_t users = 0;
        for (const auto& group : subject.input.groups) {
            users += group.tools[j].users;
        }
        if ((users > 0) == used_ones) {
            found.emplace_back(users, j);
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater{},
                             &std::pair<std::size_t, ToolIndex>::first);
    std::vector<ToolIndex> list;
    for (const auto& [users, tool] : found) {
        list.push_back(tool);
    }
    return list;
}

State state_of(const Subject& subject) {
    const auto enough = [&](std::size_t base) {
        return base >= subject.input.policy.share_people ? State::Present : State::Possible;
    };
    if (subject.everybody.base == 0) {
        return State::Undetermined;
    }
    if (subject.pair && (subject.groups[0].base == 0 || subject.groups[1].base == 0)) {
        return State::Undetermined;
    }
    if (subject.everybody.users == 0) {
        return enough(subject.everybody.base);
    }
    if (!subject.pair) {
        return State::Absent;
    }
    const auto lacking = subject.lacking();
    if (lacking) {
        return enough(subject.groups.at(*lacking).base);
    }
    // Neither of the two uses it, somebody of a third group does: the two lack it.
    if (subject.groups[0].users == 0) {
        return enough(std::min(subject.groups[0].base, subject.groups[1].base));
    }
    return State::Absent;
}

std::string counts_of_pair(const Subject& subject) {
    return fmt::format(
        "{} and {}", k_of_n(subject.groups[0].users, subject.groups[0].base, subject.pair->first),
        k_of_n(subject.groups[1].users, subject.groups[1].base, subject.pair->second));
}

std::string says_lacking(const Subject& subject, State state) {
    const auto& name = subject.category.name;
    const auto hedge = state == State::Possible
                           ? fmt::format(" Fewer than {} were asked, so this may change.",
                                         people(subject.input.policy.share_people))
                           : std::string();
    if (subject.everybody.users == 0) {
        return fmt::format(
            "{} any tool of the category {}, which is in the adopt ring.{}",
            subject.everybody.base == 1
                ? std::string("The one person asked does not use")
                : fmt::format("Nobody of {} asked uses", people(subject.everybody.base)),
            name, hedge);
    }
    const auto lacking = subject.lacking();
    if (!lacking) {
        return fmt::format("Neither {} nor {} use any tool of the category {}, only others do.{}",
                           people_of(subject.pair->first), people_of(subject.pair->second), name,
                           hedge);
    }
    const auto& has = subject.groups.at(1 - *lacking);
    const auto& has_not = subject.groups.at(*lacking);
    return fmt::format("{} {} tools of the category {}, and {}.{}",
                       k_of_n(has.users, has.base, subject.group(1 - *lacking)),
                       told(subject.input).uses(has.users), name,
                       none_of(has_not.base, subject.group(*lacking)), hedge);
}

std::string means(const Subject& subject, State state) {
    if (state == State::Absent) {
        return fmt::format("The basics are there for {} of {}: {}.",
                           told(subject.input).number(subject.everybody.users),
                           people(subject.everybody.base), subject.category.gives);
    }
    const auto lacking = subject.lacking();
    const auto base = lacking ? subject.groups.at(*lacking).base : subject.everybody.base;
    return fmt::format("By these answers, {} {} without {}.",
                       lacking
                           ? people_of(subject.group(*lacking), subject.groups.at(*lacking).base)
                           : people(subject.everybody.base),
                       base == 1 ? "works" : "work", subject.category.gives);
}

/// The tool of the category that most of `group` use; retired ones left out.
std::optional<ToolIndex> most_used(const Subject& subject, const Group& group) {
    std::optional<ToolIndex> best;
    std::size_t most = 0;
    for (const auto tool : tools_of(subject, true)) {
        if (group.tools[tool].users > most) {
            most = group.tools[tool].users;
            best = tool;
        }
    }
    return best;
}

std::string what_to_do(const Subject& subject) {
    const auto& tools = subject.input.landscape.tools;
    if (const auto lacking = subject.lacking()) {
        const auto& has = subject.group(1 - *lacking);
        if (const auto tool = most_used(subject, has)) {
            const auto& has_not = subject.group(*lacking);
            const auto teachers = has.tools[*tool].users;
            const auto& kind = subject.groups.at(1 - *lacking);
            return fmt::format("Bring {} to {} too; {} {} it and can teach it{}.",
                               tools[*tool].name,
                               all_of_them(has_not, subject.groups.at(*lacking).base),
                               k_of_n(teachers, kind.base, has), told(has).uses(teachers),
                               kind.users > teachers ? fmt::format(", {} {} some tool of the kind",
                                                                   told(has).number(kind.users),
                                                                   told(has).uses(kind.users))
                                                     : std::string());
        }
    }
    const auto offers = offers_of(subject.input, subject.index).words();
    return offers.empty()
               ? fmt::format("The landscape has no tool of the category {} that is "
                             "still kept up: no adoption of one mends this.",
                             subject.category.name)
               : fmt::format("Choose one tool of the category {} for {} asked{}: {}.",
                             subject.category.name,
                             subject.everybody.base == 1
                                 ? std::string("the one person")
                                 : "all of the " + people(subject.everybody.base),
                             subject.pair && subject.groups[0].base + subject.groups[1].base <
                                                 subject.everybody.base
                                 ? fmt::format(", {} and {} first",
                                               people_of(subject.group(0), subject.groups[0].base),
                                               people_of(subject.group(1), subject.groups[1].base))
                                 : std::string(),
                             offers);
}

/// "the 5 engineers", whose answers would settle it; where nobody was asked, everybody.
std::string whom_to_ask(const Subject& subject) {
    std::vector<std::string> silent;
    for (std::size_t g = 0; subject.pair && g < 2; ++g) {
        if (subject.groups.at(g).base == 0) {
            silent.push_back(all_of_them(subject.group(g), subject.group(g).listed));
        }
    }
    return silent.empty() ? fmt::format("the {} who answered",
                                        told(subject.input).people(answered(subject.input)))
                          : enumerated(silent, silent.size());
}

void describe_open(const Subject& subject, Finding& finding) {
    const auto& name = subject.category.name;
    const auto question = fmt::format("whether the basics of the category {} are missing", name);
    const auto offers = tools_of(subject, false);
    constexpr std::size_t most_named = 5;
    const auto whom = whom_to_ask(subject);
    const auto ask =
        offers.empty() ? fmt::format("Ask {} about {}.", whom, name)
        : offers.size() <= most_named
            ? fmt::format("Ask {} about {}.", whom,
                          tool_names(subject.input.landscape, offers, most_named))
            : fmt::format("Ask {} about the {} tools of the category; assess landscape list "
                          "--category {} shows them.",
                          whom, grouped(offers.size()), subject.category.id);
    if (subject.everybody.base == 0) {
        const bool none_of_it = offers.empty() && tools_of(subject, true).empty();
        leave_open(subject.input, finding, question,
                   none_of_it ? "the landscape has no tool of this category"
                              : "nobody was asked about a tool of this category",
                   ask);
        return;
    }
    const std::size_t silent = subject.groups[0].base == 0 ? 0 : 1;
    leave_open(subject.input, finding, question,
               fmt::format("none of the {} were asked about a tool of this category",
                           people_of(subject.group(silent))),
               ask);
}

void add_evidence(const Subject& subject, Finding& finding) {
    if (subject.everybody.base == 0) {
        return;
    }
    finding.evidence.push_back(fmt::format("Use of any tool of the category: {} of {} asked.",
                                           told(subject.input).number(subject.everybody.users),
                                           people(subject.everybody.base)));
    if (subject.pair) {
        finding.evidence.push_back(fmt::format("Of the two groups: {}.", counts_of_pair(subject)));
    }
    const auto used = tools_of(subject, true);
    if (!used.empty()) {
        finding.evidence.push_back(
            fmt::format("In use: {}.", tool_names(subject.input.landscape, used, 5)));
    }
    finding.tools = used;
}

std::string flips_when(const Subject& subject, State state) {
    if (state == State::Absent) {
        return subject.pair
                   ? fmt::format("It would be present if one of the groups had no user of the "
                                 "category {} left; today {} have.",
                                 subject.category.name, counts_of_pair(subject))
                   : fmt::format("It would be present if nobody of the {} of {} who use it were "
                                 "left.",
                                 told(subject.input).number(subject.everybody.users),
                                 people(subject.everybody.base));
    }
    const auto lacking = subject.lacking();
    const auto base = lacking ? subject.groups.at(*lacking).base : 0;
    const auto who = !lacking    ? std::string("one person")
                     : base == 1 ? all_of_them(subject.group(*lacking), base)
                                 : "one of the " + people_of(subject.group(*lacking), base);
    const auto* most = subject.everybody.users == 0 && subject.pair ? " of each group" : "";
    return fmt::format("It would be absent if {}{} used a tool of the category {}.", who, most,
                       subject.category.name);
}

/// The groups of the pair, or the only one.
std::vector<CountedPeople> counted_people(const Subject& subject) {
    std::vector<CountedPeople> counted;
    const auto& all = subject.everybody;
    if (!subject.pair && subject.input.groups.size() == 1 &&
        !told(subject.input).hides(all.users)) {
        return {{subject.input.groups.front().id, all.users, all.base}};
    }
    for (std::size_t g = 0; subject.pair && g < 2; ++g) {
        const auto& people = subject.groups.at(g);
        if (told(subject.group(g)).hides(people.users) ||
            told(subject.group(g)).hides(people.base)) {
            return {};
        }
        counted.push_back({subject.group(g).id, people.users, people.base});
    }
    return counted;
}

Finding judge_category(const RuleInput& input, std::size_t index) {
    const auto subject = make_subject(input, index);
    auto finding = start_finding("missing-basics", subject.category.id);
    finding.state = state_of(subject);
    if (subject.pair) {
        finding.groups = {subject.pair->first.id, subject.pair->second.id};
    }
    if (finding.state == State::Undetermined) {
        describe_open(subject, finding);
        add_evidence(subject, finding);
        return finding;
    }
    const bool stands = finding.state != State::Absent;
    finding.severity = stands ? Severity::Notable : Severity::None;
    finding.says =
        stands ? says_lacking(subject, finding.state)
               : fmt::format("The basics of the category {} are in use: {}.", subject.category.name,
                             subject.pair ? counts_of_pair(subject)
                                          : fmt::format("{} of {}",
                                                        told(input).number(subject.everybody.users),
                                                        people(subject.everybody.base)));
    finding.means = means(subject, finding.state);
    finding.magnitude =
        counted_share(input, std::string("share of the people asked who use the category"), subject.everybody);
    finding.counted = counted_people(subject);
    add_evidence(subject, finding);
    finding.flips_when = flips_when(subject, finding.state);
    if (stands) {
        finding.actions.push_back(what_to_do(subject));
    }
    return finding;
}

std::vector<Finding> judge(const RuleInput& input) {
    std::vector<Finding> findings;
    for (std::size_t c = 0; c < input.landscape.categories.size(); ++c) {
        if (input.landscape.categories[c].ring == Ring::Adopt) {
            findings.push_back(judge_category(input, c));
        }
    }
    if (findings.empty()) {
        findings.push_back(start_finding("missing-basics", "organization"));
        leave_open(input, findings.back(), "whether basics are missing",
                   "the landscape has no category in the adopt ring",
                   fmt::format("Use another landscape than the edition {}, with categories in the "
                               "adopt ring.",
                               input.landscape.edition));
    }
    return findings;
}

} // namespace
} // namespace missing_basics_rule

namespace rule {
extern const Rule missing_basics;
const Rule missing_basics{"missing-basics",
                          "Does everybody have the tools that are worth building on early?",
                          missing_basics_rule::judge};
} // namespace rule

} // namespace assess
