#include "sample_reports.hpp"

#include "tests/support/team.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace assess::testing {
namespace {

struct Person {
    Role role;
    std::string team;
    std::vector<std::pair<std::string, Depth>> uses;
    bool answered = true;
};

Landscape small_landscape(const std::vector<std::string>& more_names = {}) {
    Landscape landscape;
    landscape.edition = "test";
    landscape.title = "A landscape for tests";
    landscape.digest = "fnv1a64:0123456789abcdef";
    landscape.categories = {
        {"stack", "Stack", Quadrant::StandardSweTools, Ring::Adopt, "code"},
        {"models", "Models", Quadrant::SpecializedMlTools, Ring::Trial, "models"}};
    const auto add = [&](std::string id, std::string name, double x, double y,
                         std::size_t category) {
        Tool tool;
        tool.id = std::move(id);
        tool.name = std::move(name);
        tool.categories = {category};
        tool.placement = Placement{{x, y}, 0.05, "test", "for a test"};
        tool.on = {Diagonal::Building, Diagonal::Orchestration};
        landscape.tools.push_back(std::move(tool));
    };
    add("cloud", "Cloud", -0.9, 0.4, 0);
    add("docker", "Docker", -0.9, -0.45, 0);
    add("git", "Git", -0.86, -0.74, 0);
    add("notebook", "Notebook", 0.8, -0.83, 1);
    add("platform", "Platform", 0.5, 0.8, 1);
    add("tracker", "Tracker", 0.47, -0.05, 1);
    for (std::size_t i = 0; i < more_names.size(); ++i) {
        const auto share = static_cast<double>(i) / static_cast<double>(more_names.size());
        // Ids are two digits, so that they sort as they count.
        add("x" + std::string(i < 10 ? "0" : "") + std::to_string(i), more_names[i],
            -0.8 + 1.6 * share, 0.7 - share, i % 2);
    }
    landscape.index_spellings();
    return landscape;
}

GapReport made(const Landscape& landscape, const std::vector<Person>& people,
               GapReportSettings settings = {}) {
    Answers answers;
    answers.source = "team.csv";
    answers.rows = people.size() + 3;
    answers.blocks = {{"tools", "Tools", {}}};
    answers.left_out = {{"role not mapped: Student", 2}, {"no role given", 1}};
    for (const auto& person : people) {
        if (!person.team.empty()) {
            answers.teams.push_back(person.team);
        }
    }
    std::sort(answers.teams.begin(), answers.teams.end());
    answers.teams.erase(std::unique(answers.teams.begin(), answers.teams.end()),
                        answers.teams.end());
    for (const auto& person : people) {
        Respondent respondent;
        respondent.role = person.role;
        respondent.answered = person.answered ? 1 : 0;
        const auto team = std::find(answers.teams.begin(), answers.teams.end(), person.team);
        if (team != answers.teams.end()) {
            respondent.team = static_cast<std::uint32_t>(team - answers.teams.begin());
        }
        for (const auto& use : person.uses) {
            const auto tool = std::find_if(landscape.tools.begin(), landscape.tools.end(),
                                           [&](const Tool& t) { return t.id == use.first; });
            respondent.usages.push_back(
                {static_cast<ToolIndex>(tool - landscape.tools.begin()), use.second});
        }
        std::sort(respondent.usages.begin(), respondent.usages.end(),
                  [](const Usage& a, const Usage& b) { return a.tool < b.tool; });
        answers.respondents.push_back(std::move(respondent));
    }
    sort_respondents(answers);
    return make_gap_report(std::move(answers), landscape, Policy{}, settings);
}

std::vector<Person> ordinary_team() {
    using enum Depth;
    return {{Role::Researcher, "", {{"notebook", Daily}, {"git", Monthly}}},
            {Role::Researcher, "", {{"notebook", Weekly}, {"tracker", Daily}}},
            {Role::Researcher, "", {{"tracker", Daily}, {"git", Weekly}}},
            {Role::Researcher, "", {{"platform", Rarely}, {"notebook", Daily}}},
            {Role::Researcher, "", {}},
            {Role::Engineer, "", {{"docker", Daily}, {"git", Daily}, {"cloud", Weekly}}},
            {Role::Engineer, "", {{"docker", Daily}, {"git", Daily}}},
            {Role::Engineer, "", {{"cloud", Daily}, {"git", Daily}}},
            {Role::Engineer, "", {{"docker", Weekly}, {"git", Daily}, {"tracker", Wanted}}},
            {Role::Engineer, "", {{"docker", Weekly}}, false},
            {Role::Hybrid, "", {{"docker", Weekly}, {"notebook", Weekly}}},
            {Role::Hybrid, "", {{"git", Daily}, {"tracker", Daily}}}};
}

GapReport without_a_place() {
    auto landscape = small_landscape();
    landscape.tools[2].placement.reset();
    return made(landscape, {{Role::Researcher, "", {{"git", Depth::Daily}}},
                            {Role::Engineer, "", {{"git", Depth::Daily}}}});
}

/// Everybody of a group at one place: no spread, no interval.
GapReport identical() {
    std::vector<Person> people(4, {Role::Researcher, "", {{"notebook", Depth::Daily}}});
    people.insert(people.end(), 4, {Role::Engineer, "", {{"git", Depth::Daily}}});
    return made(small_landscape(), people);
}

GapReport thousands() {
    const std::vector<std::string> tools{"cloud",    "docker",   "git",
                                         "notebook", "platform", "tracker"};
    std::vector<Person> people;
    for (std::size_t i = 0; i < 3000; ++i) {
        const auto role = roles[i % 4];
        people.push_back({role, "", {{tools[(i * 7 + i / 5) % 6], Depth::Daily}}});
        const auto& second = tools[(i * 3 + 1) % 6];
        if (second != people.back().uses.front().first) {
            people.back().uses.emplace_back(second, Depth::Weekly);
        }
    }
    return made(small_landscape(), people);
}

GapReport many_teams() {
    std::vector<Person> people;
    for (std::size_t i = 0; i < 90; ++i) {
        people.push_back({Role::Engineer,
                          "Team " + std::to_string(i / 3),
                          {{i % 2 == 0 ? "git" : "notebook", Depth::Daily}}});
    }
    GapReportSettings settings;
    settings.grouping = Grouping::Team;
    settings.between = {"Team 1", "Team 2"};
    return made(small_landscape(), people, settings);
}

/// Hostile words wherever the input's words can come out.
GapReport hostile_report() {
    std::vector<Person> people;
    const auto& names = hostile_names();
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto id = "x" + std::string(i < 10 ? "0" : "") + std::to_string(i);
        people.push_back({Role::Engineer, names[i], {{id, Depth::Daily}, {"git", Depth::Daily}}});
        people.push_back({Role::Engineer, names[i], {{id, Depth::Weekly}}});
        people.push_back(
            {Role::Engineer, names[i], {{"notebook", Depth::Weekly}, {id, Depth::Daily}}});
    }
    GapReportSettings settings;
    settings.grouping = Grouping::Team;
    settings.between = {names[0], names[1]};
    auto report = made(small_landscape(names), people, settings);
    for (const auto& name : names) {
        report.warnings.push_back(saying(name));
        report.answers.warnings.push_back(name + "!");
        report.answers.left_out.push_back({name, 1});
        Finding finding;
        finding.id = "retired-tool";
        finding.subject = name;
        finding.state = report.findings.size() % 2 == 0 ? State::Present : State::Absent;
        finding.severity = finding.state == State::Present ? Severity::Notable : Severity::None;
        finding.says = saying(name);
        finding.means = saying(name);
        finding.evidence = {saying(name), saying(name)};
        finding.actions = {saying(name)};
        finding.flips_when = saying(name);
        report.findings.push_back(std::move(finding));
    }
    report.answers.source = names.front();
    report.answer = saying(names.front() + " " + names.back());
    report.landscape.edition = names[1];
    report.landscape.digest = names[2];
    return report;
}

/// Answers to a questionnaire: stages, scales and free texts, in these words.
GapReport said(const std::vector<std::string>& words, const PrivacyPromise& promise) {
    const auto word = [&](std::size_t i) { return words[i % words.size()]; };
    TestTeam team;
    team.stage("model-training")
        .stage("deployment")
        .stage("monitoring")
        .category("ml", Quadrant::SpecializedMlTools, Ring::Trial)
        .tool("train", 0.6, -0.6, {.category = "ml", .stages = {"model-training"}})
        .tool("ship", -0.4, -0.4, {.category = "ml", .stages = {"deployment"}})
        .question(ScoreKind::ToolGives, "gives", "ship")
        .question(ScoreKind::Need, "need", "", Role::Researcher)
        .question(ScoreKind::Want, "alone");
    team.people(6, Role::Researcher, {"train", "ship=rarely"})
        .working_on({"model-training"})
        .saying("gives", {1, 2, 1, 2, 1})
        .saying("need", {1, 1, 2, 1, 1, 3})
        .people(5, Role::Engineer, {"ship"})
        .working_on({"deployment"})
        .saying("gives", {5, 5, 5, 5, 4})
        .saying("need", {5, 1, 5, 1, 3})
        .people(2, Role::Hybrid, {"train"})
        .working_on({"model-training", "deployment"})
        .saying("alone", {4});
    auto [landscape, answers] = team.promise(promise).given();
    for (std::size_t i = 0; i < landscape.stages.size(); ++i) {
        landscape.stages[i].name = word(i);
    }
    for (std::size_t i = 0; i < answers.score_items.size(); ++i) {
        answers.score_items[i].text = word(i + 3);
        answers.score_items[i].steps.fill(word(i + 6));
    }
    answers.comments = words;
    return make_gap_report(std::move(answers), std::move(landscape), {}, {});
}

Quantity<Estimate> sure(double value, double lower, double upper) {
    Estimate estimate;
    estimate.value = value;
    estimate.lower = lower;
    estimate.upper = upper;
    estimate.n = 9;
    return estimate;
}

/// What would close the gaps of a report with two groups: numbers made up by hand. The first group
/// takes up `one`, the second `other`, alone and together.
Recommendation made_up_closing(const GapReport& report, ToolIndex one, ToolIndex other) {
    const auto& pair = report.comparisons.front();
    const Adoption first{one, pair.first, 2, 3, true};
    const Adoption second{other, pair.second, 4, 0, false};
    Recommendation closing;
    closing.depth = Depth::Weekly;
    closing.singles = 9;
    closing.pairs = 36;
    closing.asked_for = 7;
    closing.front = 30;
    const auto d = [](Diagonal diagonal) { return static_cast<std::size_t>(diagonal); };
    Proposal single;
    single.adoptions = {first};
    single.people = 2;
    single.other_uses = true;
    single.gap_after[d(Diagonal::Building)] = sure(0.51, 0.31, 0.71);
    single.gap_after[d(Diagonal::Orchestration)] = sure(-0.02, -0.2, 0.16);
    single.gap_change[d(Diagonal::Building)] = sure(-0.11, -0.2, -0.02);
    single.gap_change[d(Diagonal::Orchestration)] = sure(0, -0.01, 0.01);
    single.answers = {0};
    single.judged = true;
    if (!report.findings.empty()) {
        const auto& finding = report.findings.front();
        single.findings = {{finding.id, finding.subject, finding.state, State::Absent,
                            finding.severity, Severity::None, finding.says,
                            saying("It would be gone."), FindingFate::Went}};
    }
    Proposal without_number = single;
    without_number.adoptions = {second};
    without_number.people = 4;
    without_number.ring = Ring::Trial;
    without_number.other_uses = false;
    without_number.gap_after.fill(
        Quantity<Estimate>::unavailable(saying("one group would still have nobody with a place")));
    without_number.gap_change = without_number.gap_after;
    without_number.judged = false;
    without_number.findings.clear();
    Proposal both = single;
    both.adoptions = {first, second};
    both.people = 6;
    both.ring = Ring::Trial;
    both.other_uses = false;
    both.gap_after[d(Diagonal::Building)] = sure(0.33, 0.1, 0.56);
    Estimate bare; // two people of a kind: a value, no interval
    bare.value = 0.2;
    bare.reason = saying("one answer cannot show a spread");
    both.gap_after[d(Diagonal::Orchestration)] = bare;
    closing.proposals = {single, without_number, both};
    for (std::size_t i = 1; i < report.findings.size(); ++i) {
        if (report.findings[i].state == State::Present) {
            closing.unanswered.push_back(i);
        }
    }
    return closing;
}

GapReport with_closing(GapReport report, ToolIndex one, ToolIndex other) {
    report.closing = made_up_closing(report, one, other);
    return report;
}

GapReport with_nothing_to_close(GapReport report) {
    report.closing.emplace();
    report.closing->reason = {"recommend.none-asks"};
    return report;
}

std::vector<Sample> make_samples() {
    std::vector<Sample> all;
    all.push_back({"ordinary", made(small_landscape(), ordinary_team())});
    all.push_back({"nobody", made(small_landscape(), {})});
    all.push_back(
        {"one person", made(small_landscape(), {{Role::Researcher, "", {{"git", Depth::Daily}}}})});
    auto team = ordinary_team();
    std::erase_if(team, [](const Person& person) { return person.role != Role::Engineer; });
    all.push_back({"one role", made(small_landscape(), team)});
    all.push_back({"two people",
                   made(small_landscape(), {{Role::Researcher, "", {{"notebook", Depth::Daily}}},
                                            {Role::Engineer, "", {{"git", Depth::Daily}}}})});
    all.push_back({"nobody placed", without_a_place()});
    all.push_back({"identical", identical()});
    all.push_back({"thousands", thousands()});
    all.push_back({"many teams", many_teams()});
    all.push_back({"hostile", hostile_report()});
    const std::vector<std::string> plain{"Model training", "Deployment", "Monitoring", "True"};
    all.push_back({"said", said(plain, {})});
    all.push_back({"said in confidence", said(plain, {Promise::Confidential, 5, 10})});
    all.push_back({"said by hostile people", said(hostile_names(), {})});
    // Git and Cloud; the first two hostile names.
    all.push_back({"closing", with_closing(made(small_landscape(), ordinary_team()), 2, 0)});
    all.push_back({"closing of hostile tools", with_closing(hostile_report(), 6, 7)});
    all.push_back({"nothing to close", with_nothing_to_close(made(small_landscape(), team))});
    GapReport bare;
    bare.no_comparison = saying("nobody answered");
    all.push_back({"bare", std::move(bare)});
    return all;
}

} // namespace

const std::vector<std::string>& hostile_names() {
    static const std::vector<std::string> names{
        "<script>alert(1)</script>",
        "=cmd|' /C calc'!A0",
        "a|b||c",
        "line\none\r\ntwo",
        "red\x1b[31m alert\x1b]0;title\x07",
        "left\u202Eright\u2066inner",
        "csi\u009B31m and \u0085",
        std::string(300, 'W') + "ide",
        "機械学習プラットフォーム",
        "🚀 rocket 👩\u200D🔬",
        "`code` *bold* _it_ [link](http://evil.example) ![i](x)",
        "# heading",
        "- item",
        "1. item",
        "@everyone www.evil.example #12",
        "+1+cmd",
        "~~~~~~ ``````",
        "quote \" comma, semicolon;",
        "naïve Ünïcode − dash – “quoted” …",
        "\ttab first",
        "\xEF\xBC\x9D"
        "1+1",
        "nul" + std::string(1, '\0') + "byte",
    };
    return names;
}

const std::vector<Sample>& samples() {
    static const auto all = make_samples();
    return all;
}

const GapReport& sample(std::string_view name) {
    for (const auto& entry : samples()) {
        if (entry.name == name) {
            return entry.report;
        }
    }
    throw std::out_of_range("no sample " + std::string(name));
}

std::string written(const GapReport& report, std::string_view format,
                    const WriterSettings& settings) {
    for (const auto& writer : writers()) {
        if (writer.format == format) {
            std::ostringstream out;
            writer.write(report, settings, out);
            return out.str();
        }
    }
    throw std::out_of_range("no writer " + std::string(format));
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string_view::npos;
         at = text.find(part, at + part.size())) {
        ++found;
    }
    return found;
}

Estimate estimate(double value, double lower, double upper) {
    Estimate made;
    made.value = value;
    made.lower = lower;
    made.upper = upper;
    made.n = 9;
    return made;
}

} // namespace assess::testing
