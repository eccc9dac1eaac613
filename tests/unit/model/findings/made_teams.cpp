#include "tests/unit/model/findings/made_teams.hpp"

#include <array>
#include <random>
#include <string>
#include <vector>

namespace assess {
namespace {

struct MadeTool {
    const char* id;
    double x;
    double y;
    const char* category;
};

constexpr std::array made_tools{MadeTool{"git", -0.8, -0.6, "swe"},
                                MadeTool{"docker", -0.6, -0.6, "swe"},
                                MadeTool{"aws", -0.8, 0.6, "cloud"},
                                MadeTool{"azure", -0.9, 0.5, "cloud"},
                                MadeTool{"gcp", -0.7, 0.7, "cloud"},
                                MadeTool{"oracle", -0.7, 0.5, "cloud"},
                                MadeTool{"optuna", 0.7, -0.7, "ml"},
                                MadeTool{"comet", 0.4, -0.2, "ml"},
                                MadeTool{"old", 0.2, -0.2, "ml"},
                                MadeTool{"renamed", 0.5, -0.5, "ml"},
                                MadeTool{"airflow", 0.0, -0.3, "data"},
                                MadeTool{"kubeflow", 0.3, 0.5, "platform"},
                                MadeTool{"databricks", 0.5, 0.6, "platform"}};

/// Raw numbers of the generator only: distributions differ from library to library.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_generator(seed) {}
    /// 0 to sides - 1.
    std::size_t throws(std::size_t sides) {
        return static_cast<std::size_t>(m_generator() % sides);
    }

private:
    std::mt19937_64 m_generator;
};

TestTeam made_landscape() {
    TestTeam team;
    team.stage("model-training")
        .stage("deployment")
        .stage("feedback-collection")
        .stage("data-acquisition")
        .category("swe", Quadrant::StandardSweTools, Ring::Adopt)
        .category("data", Quadrant::StandardSweTools, Ring::Adopt)
        .category("cloud", Quadrant::CloudPlatforms, Ring::Adopt)
        .category("ml", Quadrant::SpecializedMlTools, Ring::Trial)
        .category("platform", Quadrant::MachineLearningPlatforms, Ring::Assess);
    for (const auto& made : made_tools) {
        const std::string id = made.id;
        ToolTraits traits{.category = made.category,
                          .on = {Diagonal::Building, Diagonal::Orchestration}};
        traits.status = id == "old"       ? ToolStatus::Retired
                        : id == "renamed" ? ToolStatus::Renamed
                                          : ToolStatus::Active;
        if (id == "comet") {
            traits.stages = {"model-training"};
        } else if (id == "docker") {
            traits.stages = {"deployment"};
        } else if (id == "airflow") {
            traits.stages = {"data-acquisition"};
        }
        traits.tolerance = 0.05;
        team.tool(id, made.x, made.y, traits);
    }
    return team;
}

/// A person leans to one end of the list of tools, where the role is at home, by `lean` of 4.
std::vector<std::string> uses_of_one(Dice& dice, Role role, std::size_t lean) {
    constexpr std::array depths{"", "=daily", "=weekly", "=monthly", "=rarely", "=wanted"};
    std::vector<std::string> chosen;
    const auto count = dice.throws(5);
    for (std::size_t i = 0; i < count; ++i) {
        auto tool = dice.throws(made_tools.size());
        if (dice.throws(4) < lean) {
            tool = role == Role::Researcher ? 6 + tool / 3 : tool / 2;
        }
        const std::string id = made_tools.at(tool).id;
        const bool known = std::ranges::any_of(
            chosen, [&](const std::string& use) { return use.substr(0, use.find('=')) == id; });
        if (!known) {
            chosen.push_back(id + depths.at(dice.throws(depths.size())));
        }
    }
    return chosen;
}

/// All alike, one role content and the other not, or any step.
std::uint8_t step(Dice& dice, Role role, std::size_t mood) {
    const auto chosen = mood == 0   ? 3 + dice.throws(2)
                        : mood == 1 ? (role == Role::Engineer ? 1 : 4) + dice.throws(2)
                                    : 1 + dice.throws(5);
    return static_cast<std::uint8_t>(chosen);
}

} // namespace

Verdicts made_team(std::uint64_t seed) {
    Dice dice(seed);
    auto team = made_landscape();
    const bool scored = dice.throws(2) == 0;
    const bool staged = dice.throws(2) == 0;
    const auto lean = dice.throws(5);
    const auto mood = dice.throws(3);
    if (scored) {
        team.question(ScoreKind::ToolGives, "it gives", "git")
            .question(ScoreKind::ToolFrustrates, "it frustrates", "docker")
            .question(ScoreKind::Need, "no lead time", {}, Role::Researcher)
            .question(ScoreKind::Need, "good practice", {}, Role::Engineer);
    }
    if (dice.throws(4) == 0) {
        team.block("some", {"git", "docker", "optuna", "comet", "aws"});
    }
    constexpr std::array stages{"model-training", "deployment", "feedback-collection",
                                "data-acquisition"};
    for (const auto role : {Role::Researcher, Role::Engineer, Role::Hybrid}) {
        const auto count = dice.throws(role == Role::Hybrid ? 7 : 13);
        for (std::size_t i = 0; i < count; ++i) {
            team.people(1, role, uses_of_one(dice, role, lean));
            if (staged) {
                std::vector<std::string> worked;
                for (const auto* stage : stages) {
                    if (dice.throws(3) == 0) {
                        worked.emplace_back(stage);
                    }
                }
                team.working_on(worked);
            }
            if (scored) {
                for (const auto* question :
                     {"it gives", "it frustrates", "no lead time", "good practice"}) {
                    team.saying(question, {step(dice, role, mood)});
                }
            }
        }
    }
    return team.judge();
}

} // namespace assess
