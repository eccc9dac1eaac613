// What holds for every trend, over random teams: people come, go, change their role and their
// tools; tools are moved, dropped, added, renamed, lose and gain a place.
#include "model/statistics/random.hpp"
#include "tests/support/said.hpp"
#include "tests/unit/model/trend/small_teams.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdint>

namespace assess {
namespace {

constexpr std::array depths{"=daily", "=weekly", "=monthly", "=rarely", "", "=wanted"};

class RandomTeam {
public:
    explicit RandomTeam(std::uint64_t seed) : m_random(seed) {
        for (int j = 0; j < 12; ++j) {
            m_tools.push_back({"t" + std::to_string(j), place(), place(), 0.05});
        }
        const auto people = 1 + m_random.below(24);
        for (std::uint32_t i = 0; i < people; ++i) {
            join();
        }
    }

    TrendInput assessment(const std::string& name) {
        auto landscape = plane_of(m_tools, "digest of edition " + std::to_string(m_edition));
        for (auto& tool : landscape.tools) {
            if (tool.id.ends_with("3")) {
                tool.placement.reset();
            }
        }
        return assessment_of(name, std::move(landscape), m_people);
    }

    void change_people() {
        std::erase_if(m_people, [&](const Member&) { return m_random.below(5) == 0; });
        for (auto& person : m_people) {
            if (m_random.below(6) == 0) {
                person.role = roles.at(m_random.below(3));
            }
            if (m_random.below(2) == 0) {
                person.uses = uses();
            }
        }
        for (auto n = m_random.below(5); n > 0; --n) {
            join();
        }
    }

    void change_landscape() {
        ++m_edition;
        m_tools[m_random.below(6)].x = place();
        if (m_random.below(2) == 0) {
            drop(m_tools[m_random.below(static_cast<std::uint32_t>(m_tools.size()))].id);
        }
        if (m_random.below(2) == 0) {
            auto& renamed = m_tools[m_random.below(static_cast<std::uint32_t>(m_tools.size()))];
            rename(renamed, "renamed" + std::to_string(m_edition));
        }
        m_tools.push_back({"added" + std::to_string(m_edition), place(), place(), 0.1});
    }

private:
    double place() { return (static_cast<double>(m_random.below(201)) - 100) / 100; }

    std::vector<std::string> uses() {
        std::vector<std::string> chosen;
        for (const auto& tool : m_tools) {
            if (m_random.below(4) == 0) {
                chosen.push_back(tool.id + depths.at(m_random.below(depths.size())));
            }
        }
        return chosen;
    }

    void join() {
        m_people.push_back({"p" + std::to_string(m_next++), roles.at(m_random.below(3)), uses()});
    }

    void drop(std::string id) { // a copy: the tool goes

        std::erase_if(m_tools, [&](const Placed& tool) { return tool.id == id; });
        for (auto& person : m_people) {
            std::erase_if(person.uses, [&](const std::string& use) {
                return use.substr(0, use.find('=')) == id;
            });
        }
    }

    void rename(Placed& tool, const std::string& id) {
        for (auto& person : m_people) {
            for (auto& use : person.uses) {
                const auto split = std::min(use.find('='), use.size());
                use = (use.substr(0, split) == tool.id ? id : use.substr(0, split)) +
                      use.substr(split);
            }
        }
        tool.aliases = {tool.id, "Tool " + tool.id};
        tool.id = id;
    }

    Random m_random;
    std::vector<Placed> m_tools;
    std::vector<Member> m_people;
    int m_next = 0;
    int m_edition = 1;
};

void expect_sum(const Movement& total, const std::vector<MovementPart>& parts) {
    Point sum;
    std::array<double, 2> along{};
    for (const auto& part : parts) {
        ASSERT_TRUE(part.movement.shift);
        sum += *part.movement.shift;
        for (std::size_t i = 0; i < along.size(); ++i) {
            along.at(i) += part.movement.along_diagonal.at(i)->value;
        }
    }
    EXPECT_NEAR(sum.x, total.shift->x, 1e-12);
    EXPECT_NEAR(sum.y, total.shift->y, 1e-12);
    for (std::size_t i = 0; i < along.size(); ++i) {
        EXPECT_NEAR(along.at(i), total.along_diagonal.at(i)->value, 1e-12);
    }
}

void expect_finite(const Movement& movement) {
    for (std::size_t i = 0; i < 2; ++i) {
        if (const auto& estimate = movement.along_diagonal.at(i)) {
            EXPECT_TRUE(std::isfinite(estimate->value));
            EXPECT_EQ(estimate->has_interval(), estimate->reason.empty());
            if (estimate->has_interval()) {
                EXPECT_TRUE(std::isfinite(*estimate->lower) && std::isfinite(*estimate->upper));
                EXPECT_LE(*estimate->lower, *estimate->sampling_lower + 1e-12);
                EXPECT_GE(*estimate->upper, *estimate->sampling_upper - 1e-12);
                EXPECT_GT(*movement.p.at(i), 0);
                EXPECT_LE(*movement.p.at(i), 1);
                // The interval holds 0 where p says that it may be chance.
                EXPECT_EQ(*movement.p.at(i) > 0.05, *estimate->lower < 0 && *estimate->upper > 0);
            }
        } else {
            EXPECT_FALSE(movement.along_diagonal.at(i).reason().empty());
        }
    }
}

TEST(TrendLaws, ThePartsAddUpToTheMovement) {
    std::size_t taken_apart = 0;
    std::size_t gaps = 0;
    for (std::uint64_t seed = 1; seed <= 80; ++seed) {
        SCOPED_TRACE(seed);
        RandomTeam team(seed);
        const auto before = team.assessment("before");
        team.change_people();
        if (seed % 3 != 0) {
            team.change_landscape();
        }
        const auto trend = trend_of({before, team.assessment("after")});
        const auto& step = trend.steps.front();
        EXPECT_EQ(step.same_landscape, seed % 3 == 0);
        for (const auto& group : step.groups) {
            SCOPED_TRACE(group.id);
            expect_finite(group.total);
            EXPECT_EQ(group.parts.empty(), !group.total.shift || !group.no_parts.empty());
            if (group.parts.empty()) {
                continue;
            }
            ++taken_apart;
            expect_sum(group.total, group.parts);
            for (const auto& part : group.parts) {
                expect_finite(part.movement);
            }
            if (step.linked) {
                EXPECT_EQ(group.stayed + group.left, group.placed_on_second);
                EXPECT_EQ(group.stayed + group.joined, group.placed_after);
            }
            const auto& landscape = group.parts.front();
            EXPECT_EQ(landscape.cause, MovementCause::Landscape);
            if (step.same_landscape) {
                EXPECT_EQ(*landscape.movement.shift, (Point{0, 0}));
                EXPECT_EQ(said(landscape.movement.along_diagonal[0]->reason),
                          "the landscape is the same");
            }
        }
        if (step.gap && step.gap->change.shift) {
            ++gaps;
            for (std::size_t i = 0; i < 2; ++i) {
                EXPECT_NEAR(step.gap->after.at(i)->value - step.gap->before.at(i)->value,
                            step.gap->change.along_diagonal.at(i)->value, 1e-12);
            }
            expect_finite(step.gap->change);
            EXPECT_EQ(step.gap->parts.empty(), !step.gap->no_parts.empty());
            if (!step.gap->parts.empty()) {
                expect_sum(step.gap->change, step.gap->parts);
            }
        }
    }
    EXPECT_GT(taken_apart, 120U);
    EXPECT_GT(gaps, 40U);
}

void expect_negated(const Movement& one, const Movement& other) {
    ASSERT_EQ(one.shift.available(), other.shift.available());
    if (!one.shift) {
        return;
    }
    EXPECT_NEAR(norm(*one.shift + *other.shift), 0, 1e-12);
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& here = *one.along_diagonal.at(i);
        const auto& there = *other.along_diagonal.at(i);
        ASSERT_EQ(here.has_interval(), there.has_interval());
        if (here.has_interval()) {
            const double scale = std::max(1.0, std::abs(*here.lower));
            EXPECT_NEAR(*here.lower, -*there.upper, 1e-9 * scale);
            EXPECT_NEAR(*here.upper, -*there.lower, 1e-9 * scale);
            EXPECT_NEAR(*one.p.at(i), *other.p.at(i), 1e-9);
        }
    }
}

TEST(TrendLaws, ExchangingBeforeAndAfterNegates) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE(seed);
        RandomTeam team(seed);
        const auto before = team.assessment("one");
        team.change_people();
        const auto after = team.assessment("two");
        const auto there = trend_of({before, after}).steps.front();
        const auto back = trend_of({after, before}).steps.front();
        ASSERT_EQ(there.groups.size(), back.groups.size());
        for (const auto& group : there.groups) {
            SCOPED_TRACE(group.id);
            const auto& other = group_named(back, group.id);
            EXPECT_EQ(group.left, other.joined);
            EXPECT_EQ(group.joined, other.left);
            expect_negated(group.total, other.total);
            for (const auto& [cause, counterpart] :
                 {std::pair(MovementCause::Left, MovementCause::Joined),
                  std::pair(MovementCause::Tools, MovementCause::Tools),
                  std::pair(MovementCause::People, MovementCause::People)}) {
                const auto* part = part_of(group.parts, cause);
                const auto* same = part_of(other.parts, counterpart);
                ASSERT_EQ(part == nullptr, same == nullptr);
                if (part != nullptr) {
                    expect_negated(*part, *same);
                }
            }
        }
        if (there.gap && back.gap) {
            expect_negated(there.gap->change, back.gap->change);
        }
    }
}

TEST(TrendLaws, TheOrderOfTheInputDoesNotMatter) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(seed);
        RandomTeam team(seed);
        auto before = team.assessment("one");
        team.change_people();
        team.change_landscape();
        auto after = team.assessment("two");
        const auto one = trend_of({before, after});
        std::ranges::reverse(before.answers.respondents);
        auto& respondents = after.answers.respondents;
        std::rotate(respondents.begin(),
                    respondents.begin() + static_cast<std::ptrdiff_t>(respondents.size() / 2),
                    respondents.end());
        const auto other = trend_of({before, after});
        EXPECT_EQ(one.answer, other.answer);
        ASSERT_EQ(one.steps.front().groups.size(), other.steps.front().groups.size());
        for (std::size_t g = 0; g < one.steps.front().groups.size(); ++g) {
            const auto& here = one.steps.front().groups[g];
            const auto& there = other.steps.front().groups[g];
            ASSERT_EQ(here.total.shift.available(), there.total.shift.available());
            for (std::size_t i = 0; i < 2 && here.total.shift; ++i) {
                EXPECT_EQ(here.total.along_diagonal.at(i)->lower,
                          there.total.along_diagonal.at(i)->lower);
            }
            ASSERT_EQ(here.parts.size(), there.parts.size());
            for (std::size_t p = 0; p < here.parts.size(); ++p) {
                EXPECT_EQ(*here.parts[p].movement.shift, *there.parts[p].movement.shift);
            }
        }
    }
}

TEST(TrendLaws, TheStepsAddUpToTheWholeWay) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(seed);
        RandomTeam team(seed);
        std::vector<TrendInput> inputs{team.assessment("one")};
        team.change_people();
        inputs.push_back(team.assessment("two"));
        team.change_landscape();
        inputs.push_back(team.assessment("three"));
        const auto trend = trend_of(inputs);
        ASSERT_TRUE(trend.whole);
        for (const auto& group : trend.whole->groups) {
            if (!group.total.shift) {
                continue;
            }
            Point sum;
            bool all = true;
            for (const auto& step : trend.steps) {
                const auto& each = group_named(step, group.id).total.shift;
                all = all && each.available();
                sum += all ? *each : Point{0, 0};
            }
            if (all) {
                EXPECT_NEAR(norm(sum - *group.total.shift), 0, 1e-12);
            }
        }
    }
}

} // namespace
} // namespace assess
