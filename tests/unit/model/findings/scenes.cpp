#include "tests/unit/model/findings/scenes.hpp"

#include "tests/support/short_names.hpp"

namespace assess {

TestTeam square() {
    TestTeam team;
    team.category("swe", Quadrant::StandardSweTools, Ring::Adopt)
        .category("cloud", Quadrant::CloudPlatforms, Ring::Adopt)
        .category("ml", Quadrant::SpecializedMlTools, Ring::Trial)
        .category("platform", Quadrant::MachineLearningPlatforms, Ring::Assess)
        .tool("git", -0.8, -0.6, {.category = "swe"})
        .tool("docker", -0.6, -0.6, {.category = "swe"})
        .tool("aws", -0.8, 0.6, {.category = "cloud", .on = {Diagonal::Building}})
        .tool("optuna", 0.7, -0.7, {.category = "ml", .on = {Diagonal::Building}})
        .tool("comet", 0.4, -0.2, {.category = "ml", .on = {Diagonal::Building}})
        .tool("kubeflow", 0.3, 0.5, {.category = "platform", .on = {Diagonal::Orchestration}});
    return team;
}

TestTeam staged() {
    TestTeam team;
    team.stage("model-training")
        .stage("deployment")
        .category("ml", Quadrant::SpecializedMlTools, Ring::Trial)
        .tool("train", 0.6, -0.6, {.category = "ml", .stages = {"model-training"}})
        .tool("ship", -0.4, -0.4, {.category = "ml", .stages = {"deployment"}})
        .tool("notes", 0.1, 0.1, {.category = "ml"});
    return team;
}

namespace {

/// Three of each at the two ends, 1.40 apart on building.
TestTeam two_ends() {
    return square().people(3, researcher, {"optuna"}).people(3, engineer, {"aws"});
}

Verdicts with_building_gap(double value, double lower, double upper) {
    auto verdicts = two_ends().judge();
    verdicts.with_gap(Diagonal::Building, value, lower, upper);
    return verdicts;
}

Verdicts together(TestTeam team) {
    auto verdicts = team.judge();
    verdicts.with_gap(Diagonal::Building, 0, -0.05, 0.05);
    verdicts.with_gap(Diagonal::Orchestration, 0, -0.05, 0.05);
    return verdicts;
}

Verdicts with_overlap(double value, double lower, double upper) {
    auto verdicts = two_ends().judge();
    verdicts.with_overlap(value, lower, upper);
    return verdicts;
}

/// Five of each, whose spreads are the test's own.
Verdicts with_spread(double difference, double lower, double upper, double p) {
    auto verdicts = square().people(5, researcher, {"optuna"}).people(5, engineer, {"aws"}).judge();
    verdicts.with_spread(difference, lower, upper, p);
    return verdicts;
}

/// Medians 0.50 apart, one rung half way that nobody was asked about.
Verdicts unasked_rung() {
    return TestTeam()
        .tool("left", -0.25, 0.25, {.on = {Diagonal::Building}})
        .tool("middle", 0, 0, {.on = {Diagonal::Building}})
        .tool("right", 0.25, -0.25, {.on = {Diagonal::Building}})
        .block("asked", {"left", "right"})
        .people(3, researcher, {"right"})
        .people(3, engineer, {"left"})
        .judge();
}

TestTeam three_clouds() {
    auto team = square();
    team.tool("azure", -0.9, 0.5, {.category = "cloud"})
        .tool("gcp", -0.7, 0.7, {.category = "cloud"});
    return team;
}

TestTeam four_clouds() {
    auto team = three_clouds();
    team.tool("oracle", -0.7, 0.5, {.category = "cloud"});
    return team;
}

TestTeam with_retired() {
    auto team = square();
    team.tool("old", 0.2, -0.2, {.category = "ml", .status = ToolStatus::Retired, .year = 2022});
    return team;
}

/// Both groups score one shared tool.
Verdicts scored(const std::vector<std::uint8_t>& researchers,
                const std::vector<std::uint8_t>& engineers) {
    return square()
        .question(ScoreKind::ToolGives, "gives", "git")
        .people(researchers.size(), researcher, {"git", "optuna"})
        .saying("gives", researchers)
        .people(engineers.size(), engineer, {"git", "aws"})
        .saying("gives", engineers)
        .judge();
}

/// Two groups clearly apart on building, with some spread.
TestTeam two_sides() {
    auto team = square();
    team.tool("far", 0.95, -0.95, {.category = "ml"})
        .people(3, researcher, {"optuna"})
        .people(1, researcher, {"optuna", "comet"})
        .people(3, engineer, {"aws"})
        .people(1, engineer, {"aws", "docker"});
    return team;
}

} // namespace

const std::vector<Scene>& scenes() {
    static const std::vector<Scene> all{
        {"opposite-ends", State::Present, "building",
         [] { return with_building_gap(0.62, 0.44, 0.80); }},
        {"opposite-ends", State::Possible, "building",
         [] { return with_building_gap(0.62, 0.05, 1.19); }},
        {"opposite-ends", State::Undetermined, "building",
         [] { return with_building_gap(0.08, -0.20, 0.36); }},
        {"opposite-ends", State::Absent, "building",
         [] { return with_building_gap(0.03, -0.05, 0.11); }},

        {"one-region", State::Present, "organization",
         [] {
             return together(square()
                                 .people(20, researcher, {"git", "docker"})
                                 .people(20, engineer, {"git", "docker"}));
         }},
        // Twelve uses, all on the left: the share may be as low as 0.025^(1/12) = 0.74.
        {"one-region", State::Possible, "organization",
         [] {
             return together(square().people(6, researcher, {"git"}).people(6, engineer, {"git"}));
         }},
        // 30 of 40 uses on the left, 0.59 to 0.87.
        {"one-region", State::Undetermined, "organization",
         [] {
             return together(square()
                                 .people(5, researcher, {"git", "docker", "aws", "optuna"})
                                 .people(5, engineer, {"git", "docker", "aws", "optuna"}));
         }},
        {"one-region", State::Absent, "organization",
         [] { return with_building_gap(0.62, 0.44, 0.80); }},

        {"left-end", State::Present, "building",
         [] { return square().people(20, engineer, {"aws"}).judge(); }},
        // 30 of 40 uses at the left end, 0.59 to 0.87.
        {"left-end", State::Possible, "building",
         [] {
             return three_clouds().people(10, engineer, {"aws", "azure", "gcp", "git"}).judge();
         }},
        // 12 of 18 uses.
        {"left-end", State::Undetermined, "building",
         [] {
             return three_clouds().people(6, engineer, {"aws", "azure", "git"}).judge();
         }},
        {"left-end", State::Absent, "building",
         [] { return square().people(20, engineer, {"git"}).judge(); }},

        {"broken-ladder", State::Present, "building",
         [] { return with_building_gap(1.4, 1.0, 1.8); }},
        {"broken-ladder", State::Possible, "building",
         [] { return with_building_gap(1.4, -0.1, 2.9); }},
        {"broken-ladder", State::Undetermined, "building", unasked_rung},
        // Medians at 0.30 and 0.00.
        {"broken-ladder", State::Absent, "building",
         [] {
             return square()
                 .people(3, researcher, {"comet"})
                 .people(3, engineer, {"docker"})
                 .judge();
         }},

        {"no-common-ground", State::Present, "pair", [] { return with_overlap(0.12, 0.02, 0.22); }},
        {"no-common-ground", State::Possible, "pair",
         [] { return with_overlap(0.22, 0.03, 0.41); }},
        {"no-common-ground", State::Undetermined, "pair",
         [] { return with_overlap(0.35, 0.20, 0.50); }},
        {"no-common-ground", State::Absent, "pair", [] { return with_overlap(0.71, 0.52, 0.90); }},

        // None of 80 uses: at most 1 - 0.025^(1/80) = 0.045.
        {"empty-quadrant", State::Present, "machine-learning-platforms",
         [] {
             return square().people(20, engineer, {"git", "docker", "aws", "comet"}).judge();
         }},
        // None of 6 uses: up to 0.46.
        {"empty-quadrant", State::Possible, "machine-learning-platforms",
         [] { return square().people(6, engineer, {"git"}).judge(); }},
        {"empty-quadrant", State::Undetermined, "machine-learning-platforms",
         [] {
             return square().people(10, engineer, {"git", "kubeflow=rarely"}).judge();
         }},
        {"empty-quadrant", State::Absent, "machine-learning-platforms",
         [] { return square().people(10, engineer, {"kubeflow"}).judge(); }},

        {"scattered-group", State::Present, "researcher",
         [] { return with_spread(0.30, 0.05, 0.55, 0.01); }},
        {"scattered-group", State::Possible, "engineer",
         [] { return with_spread(-0.30, -0.65, 0.05, 0.20); }},
        {"scattered-group", State::Undetermined, "researcher",
         [] { return with_spread(0.05, -0.10, 0.20, 0.40); }},
        {"scattered-group", State::Absent, "engineer",
         [] { return with_spread(0.02, -0.04, 0.08, 0.60); }},
        {"scattered-group", State::Present, "cloud",
         [] {
             return four_clouds().people(2, engineer, {"aws", "azure", "gcp", "oracle"}).judge();
         }},
        {"scattered-group", State::Possible, "cloud",
         [] {
             return four_clouds()
                 .people(1, researcher, {"oracle"})
                 .people(2, engineer, {"aws", "azure", "gcp"})
                 .judge();
         }},
        {"scattered-group", State::Undetermined, "organization",
         [] { return four_clouds().block("some", {"aws"}).people(5, engineer, {"aws"}).judge(); }},
        {"scattered-group", State::Absent, "organization",
         [] {
             return four_clouds().people(5, engineer, {"aws", "azure", "gcp"}).judge();
         }},

        {"lifecycle-hole", State::Present, "deployment",
         [] {
             return staged()
                 .people(5, researcher, {"train"})
                 .working_on({"model-training"})
                 .people(5, engineer, {"notes"})
                 .working_on({"deployment"})
                 .judge();
         }},
        {"lifecycle-hole", State::Possible, "model-training",
         [] {
             return staged()
                 .people(2, researcher, {"train"})
                 .working_on({"deployment"})
                 .people(2, engineer, {"ship"})
                 .working_on({"model-training", "deployment"})
                 .judge();
         }},
        {"lifecycle-hole", State::Undetermined, "deployment",
         [] {
             return staged()
                 .people(2, researcher, {"train"})
                 .working_on({"model-training"})
                 .people(2, engineer, {"ship"})
                 .working_on({"model-training"})
                 .judge();
         }},
        {"lifecycle-hole", State::Absent, "model-training-to-deployment",
         [] {
             return staged()
                 .people(5, researcher, {"train", "ship"})
                 .working_on({"model-training"})
                 .people(5, engineer, {"ship"})
                 .working_on({"deployment"})
                 .judge();
         }},

        {"frustrated-group", State::Present, "git",
         [] {
             return scored({5, 5, 5, 5, 4, 5, 5, 5, 5, 4}, {1, 2, 1, 2, 1, 2, 1, 1, 2, 1});
         }},
        {"frustrated-group", State::Possible, "git",
         [] {
             return scored({5, 4, 5, 3}, {2, 3, 1, 4});
         }},
        {"frustrated-group", State::Undetermined, "git",
         [] {
             return scored({5, 4, 1, 3}, {3, 3, 2, 4});
         }},
        {"frustrated-group", State::Absent, "git",
         [] {
             return scored({3, 4, 3, 4, 3, 4, 3, 4, 3, 4, 3, 4, 3, 4, 3, 4},
                           {3, 4, 3, 4, 3, 4, 4, 4, 3, 4, 3, 4, 3, 4, 3, 3});
         }},

        {"retired-tool", State::Present, "old",
         [] {
             return with_retired()
                 .people(1, researcher, {"old=weekly"})
                 .people(2, researcher, {"git"})
                 .judge();
         }},
        {"retired-tool", State::Possible, "old",
         [] { return with_retired().people(1, researcher, {"old=monthly"}).judge(); }},
        {"retired-tool", State::Undetermined, "organization",
         [] { return square().people(5, researcher, {"git"}).judge(); }},
        {"retired-tool", State::Absent, "organization",
         [] { return with_retired().people(5, researcher, {"git"}).judge(); }},

        {"missing-basics", State::Present, "swe",
         [] {
             return square().people(5, researcher, {"optuna"}).people(5, engineer, {"git"}).judge();
         }},
        {"missing-basics", State::Possible, "swe",
         [] {
             return square().people(3, researcher, {"optuna"}).people(5, engineer, {"git"}).judge();
         }},
        {"missing-basics", State::Undetermined, "swe",
         [] {
             return square()
                 .block("ml", {"optuna", "comet"})
                 .people(5, researcher, {"optuna"})
                 .people(5, engineer, {"comet"})
                 .judge();
         }},
        {"missing-basics", State::Absent, "swe",
         [] {
             return square().people(1, researcher, {"docker"}).people(1, engineer, {"git"}).judge();
         }},

        {"bridge-role", State::Present, "hybrid",
         [] {
             return two_sides()
                 .people(3, hybrid, {"optuna", "aws"})
                 .people(1, hybrid, {"optuna", "aws", "docker"})
                 .judge();
         }},
        {"bridge-role", State::Possible, "hybrid",
         [] {
             return two_sides().people(1, hybrid, {"optuna"}).people(1, hybrid, {"aws"}).judge();
         }},
        {"bridge-role", State::Undetermined, "hybrid", [] { return two_sides().judge(); }},
        {"bridge-role", State::Absent, "hybrid",
         [] { return two_sides().people(4, hybrid, {"far"}).judge(); }},
    };
    return all;
}

} // namespace assess
