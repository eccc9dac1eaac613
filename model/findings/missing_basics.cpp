// missing-basics, on each category in the adopt ring: does everybody have the basics?
//
// About people who use any tool of the category, at whatever depth carries weight, out of those
// who were asked about one:
//   present       nobody uses any, or one of the two compared groups does not; at least
//                 Policy::share_people were asked where nobody uses any
//   possible      the same, but fewer people were asked: nobody of three is soon somebody of five
//   undetermined  nobody was asked, or nobody of one of the two groups was
//   absent        both groups have users (the organization has, where no two groups are compared)
#include "model/assessment/arguments.hpp"
#include "model/findings/adoption_subject.hpp"
#include "model/findings/advice.hpp"
#include "model/findings/rule_support.hpp"

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
    [[nodiscard]] People asked_of(std::size_t which) const {
        return people_told(group(which), groups.at(which).base);
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

/// "6 of 8 people": who uses any tool of the category, of everybody asked.
Message counts_of_all(const Subject& subject) {
    return {"k-of-n",
            {{"k", count_told(subject.input, subject.everybody.users)},
             {"people", plain_people(subject.everybody.base)}}};
}

/// "1 of 3 researchers and 5 of 5 engineers".
Message counts_of_pair(const Subject& subject) {
    const auto& [first, second] = subject.groups;
    return {"pair",
            {{"first", k_of_n(subject.pair->first, first.users, first.base)},
             {"second", k_of_n(subject.pair->second, second.users, second.base)}}};
}

Message says_lacking(const Subject& subject) {
    const Name category{subject.category.name};
    if (subject.everybody.users == 0) {
        return {"missing-basics.says.nobody",
                {{"asked", plain_people(subject.everybody.base)}, {"category", category}}};
    }
    const auto lacking = subject.lacking();
    if (!lacking) {
        return {"missing-basics.says.neither",
                {{"first", group_name(subject.pair->first)},
                 {"second", group_name(subject.pair->second)},
                 {"category", category}}};
    }
    const auto& having = subject.groups.at(1 - *lacking);
    return {"missing-basics.says.one-lacks",
            {{"having", k_of_n(subject.group(1 - *lacking), having.users, having.base)},
             {"users", count_told(subject.input, having.users)},
             {"category", category},
             {"lacking", subject.asked_of(*lacking)}}};
}

Message says(const Subject& subject, State state) {
    if (state == State::Absent) {
        return {"missing-basics.says.in-use",
                {{"category", subject.category.name},
                 {"counts", subject.pair ? counts_of_pair(subject) : counts_of_all(subject)}}};
    }
    const Message hedge{"missing-basics.hedge",
                        {{"least", plain_people(subject.input.policy.share_people)}}};
    return sentences(says_lacking(subject), state == State::Possible ? hedge : Message());
}

Message means(const Subject& subject, State state) {
    if (state == State::Absent) {
        return {"missing-basics.means.there",
                {{"counts", counts_of_all(subject)}, {"gives", subject.category.gives}}};
    }
    const auto lacking = subject.lacking();
    return {
        "missing-basics.means.lacking",
        {{"people", lacking ? subject.asked_of(*lacking) : plain_people(subject.everybody.base)},
         {"gives", subject.category.gives}}};
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

/// One group can learn from the other; nothing where neither of them has more than the other.
std::optional<Message> bring_over(const Subject& subject) {
    const auto lacking = subject.lacking();
    const auto tool =
        lacking ? most_used(subject, subject.group(1 - *lacking)) : std::optional<ToolIndex>();
    if (!tool) {
        return std::nullopt;
    }
    const auto& having = subject.group(1 - *lacking);
    const auto& asked = subject.groups.at(1 - *lacking);
    const auto teachers = having.tools[*tool].users;
    std::vector<NamedValue> values{{"tool", tool_name(subject.input.landscape, *tool)},
                                   {"lacking", subject.asked_of(*lacking)},
                                   {"teachers", count_told(having, teachers)},
                                   {"teachers_of", k_of_n(having, teachers, asked.base)},
                                   {"users", count_told(having, asked.users)}};
    return asked.users > teachers ? Message{"missing-basics.action.bring.kind", std::move(values)}
                                  : Message{"missing-basics.action.bring", std::move(values)};
}

Message what_to_do(const Subject& subject) {
    if (auto bring = bring_over(subject)) {
        return std::move(*bring);
    }
    const Name category{subject.category.name};
    auto offers = offers_of(subject.input, subject.index);
    if (offers.empty()) {
        return {"missing-basics.action.no-adoption", {{"category", category}}};
    }
    const bool others_asked =
        subject.pair && subject.groups[0].base + subject.groups[1].base < subject.everybody.base;
    return {"missing-basics.action.choose",
            {{"category", category},
             {"asked", plain_people(subject.everybody.base)},
             {"first", others_asked ? Message{"pair",
                                              {{"first", subject.asked_of(0)},
                                               {"second", subject.asked_of(1)}}}
                                    : Message()},
             {"offers", std::move(offers)}}};
}

/// "the 5 engineers", whose answers would settle it; where nobody was asked, everybody.
Message whom_to_ask(const Subject& subject) {
    std::vector<Value> silent;
    for (std::size_t g = 0; subject.pair && g < 2; ++g) {
        if (subject.groups.at(g).base == 0) {
            silent.emplace_back(people_told(subject.group(g), subject.group(g).listed));
        }
    }
    return silent.empty()
               ? Message{"missing-basics.who-answered",
                         {{"people", people_told(subject.input, answered(subject.input))}}}
               : Message{"missing-basics.groups-not-asked", {{"groups", List(std::move(silent))}}};
}

/// About the tools of the category that nobody uses, or about the category itself.
Message ask(const Subject& subject) {
    constexpr std::size_t most_named = 5;
    const auto offers = tools_of(subject, false);
    const auto whom = whom_to_ask(subject);
    if (offers.size() > most_named) {
        return {
            "missing-basics.action.ask.many",
            {{"whom", whom}, {"tools", Count(offers.size())}, {"category", subject.category.id}}};
    }
    return {"missing-basics.action.ask",
            {{"whom", whom},
             {"what", offers.empty()
                          ? Value(subject.category.name)
                          : Value(named_tools(subject.input.landscape, offers, most_named))}}};
}

Message why_open(const Subject& subject) {
    if (subject.everybody.base > 0) {
        const std::size_t silent = subject.groups[0].base == 0 ? 0 : 1;
        return {"missing-basics.group-not-asked", {{"group", group_name(subject.group(silent))}}};
    }
    return tools_of(subject, false).empty() && tools_of(subject, true).empty()
               ? Message{"missing-basics.no-tool"}
               : Message{"missing-basics.nobody-asked"};
}

void add_evidence(const Subject& subject, Finding& finding) {
    if (subject.everybody.base == 0) {
        return;
    }
    finding.evidence.push_back({"missing-basics.use", {{"counts", counts_of_all(subject)}}});
    if (subject.pair) {
        finding.evidence.push_back(
            {"missing-basics.of-the-groups", {{"counts", counts_of_pair(subject)}}});
    }
    const auto used = tools_of(subject, true);
    if (!used.empty()) {
        finding.evidence.push_back(
            {"missing-basics.in-use", {{"tools", named_tools(subject.input.landscape, used, 5)}}});
    }
    finding.tools = used;
}

Message flips_when(const Subject& subject, State state) {
    const Name category{subject.category.name};
    if (state == State::Absent) {
        return subject.pair
                   ? Message{"missing-basics.flips.both",
                             {{"category", category}, {"counts", counts_of_pair(subject)}}}
                   : Message{"missing-basics.flips.in-use", {{"counts", counts_of_all(subject)}}};
    }
    if (const auto lacking = subject.lacking()) {
        return {"missing-basics.flips.one-lacks",
                {{"people", subject.asked_of(*lacking)}, {"category", category}}};
    }
    return subject.everybody.users == 0 && subject.pair
               ? Message{"missing-basics.flips.nobody-of-either", {{"category", category}}}
               : Message{"missing-basics.flips.nobody", {{"category", category}}};
}

/// The groups of the pair, or the only one.
std::vector<CountedPeople> counted_people(const Subject& subject) {
    std::vector<CountedPeople> counted;
    const auto& all = subject.everybody;
    if (!subject.pair && subject.input.groups.size() == 1 &&
        !count_told(subject.input, all.users).hidden()) {
        return {{subject.input.groups.front().id, all.users, all.base}};
    }
    for (std::size_t g = 0; subject.pair && g < 2; ++g) {
        const auto& people = subject.groups.at(g);
        if (count_told(subject.group(g), people.users).hidden() ||
            count_told(subject.group(g), people.base).hidden()) {
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
        leave_undetermined(input, finding,
                           {"missing-basics.question", {{"category", subject.category.name}}},
                           why_open(subject), ask(subject));
        add_evidence(subject, finding);
        return finding;
    }
    finding.severity = stands(finding) ? Severity::Notable : Severity::None;
    finding.says = says(subject, finding.state);
    finding.means = means(subject, finding.state);
    finding.magnitude = counted_share(input, {"missing-basics.magnitude"}, subject.everybody);
    finding.counted = counted_people(subject);
    add_evidence(subject, finding);
    finding.flips_when = flips_when(subject, finding.state);
    if (stands(finding)) {
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
        leave_undetermined(
            input, findings.back(), {"missing-basics.question.no-category"},
            Message{"missing-basics.no-category"},
            {"missing-basics.action.other-landscape", {{"edition", input.landscape.edition}}});
    }
    return findings;
}

/// A tool of the category, by a group that has none of it.
bool gives_the_basics(const AdoptionSubject& subject) {
    const auto& tools = subject.input.landscape.tools;
    const auto category = subject.input.landscape.find_category(subject.finding.subject);
    if (!category || !is_of(subject.tool(), *category)) {
        return false;
    }
    for (ToolIndex j = 0; j < subject.group.tools.size(); ++j) {
        if (subject.group.tools[j].users > 0 && is_of(tools[j], *category)) {
            return false;
        }
    }
    return true;
}

} // namespace
} // namespace missing_basics_rule

namespace rule {
extern const Rule missing_basics;
const Rule missing_basics{
    .id = "missing-basics",
    .asks = "missing-basics.asks",
    .criteria = {"missing-basics.criteria.present", "missing-basics.criteria.possible",
                 "missing-basics.criteria.undetermined", "missing-basics.criteria.absent"},
    .policy_groups = {"shares"},
    .adoption = {.what = "missing-basics.asks-for",
                 .met_by = missing_basics_rule::gives_the_basics},
    .judge = missing_basics_rule::judge};
} // namespace rule

} // namespace assess
