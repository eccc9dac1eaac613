#include "model/radar/team_radar.hpp"

#include "model/statistics/step_scores.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace assess {
namespace {

std::size_t at_depth(const ToolUse& use, Depth depth) {
    return use.by_depth.at(static_cast<std::size_t>(depth));
}

std::size_t looking(const ToolUse& use) {
    return at_depth(use, Depth::Evaluating) + at_depth(use, Depth::Wanted);
}

bool is_of_interest(const ToolUse& use) {
    return use.users > 0 || use.few || looking(use) > 0;
}

/// The category with the most inviting ring; of several, the one that is named first.
std::size_t leading_category(const Tool& tool, const Landscape& landscape) {
    return *std::ranges::min_element(tool.categories, {}, [&](std::size_t category) {
        return landscape.categories[category].ring;
    });
}

/// The tools' questions that people answered, each with everybody's steps added up.
class Scores {
public:
    explicit Scores(const GapReport& report)
        : m_report(report), m_of_tool(report.landscape.tools.size()) {
        for (const auto& scores : report.scores) {
            const auto& item = report.answers.score_items[scores.item];
            if (item.tool && is_of_tool(item.kind)) {
                m_of_tool.at(*item.tool).push_back(&scores);
            }
        }
    }

    [[nodiscard]] std::vector<RingScore> of(ToolIndex tool) const {
        std::vector<RingScore> all;
        for (const auto* const scores : m_of_tool[tool]) {
            const auto counts = told_counts(*scores);
            RingScore score;
            score.kind = m_report.answers.score_items[scores->item].kind;
            for (const auto count : counts) {
                score.mean.n += count;
            }
            if (score.mean.n == 0) {
                continue;
            }
            score.mean.value = mean_step(counts);
            score.mean.level = m_report.policy.interval_level;
            if (const auto interval = mean_step_interval(counts, score.mean.level)) {
                score.mean.lower = interval->lower;
                score.mean.upper = interval->upper;
            } else {
                score.mean.reason = {"reason.one-answer"};
            }
            all.push_back(std::move(score));
        }
        return all;
    }

private:
    /// Of the groups whose scores are told.
    static std::array<std::size_t, score_steps> told_counts(const ItemScores& scores) {
        std::array<std::size_t, score_steps> counts{};
        for (const auto& group : scores.groups) {
            for (std::size_t step = 0; group && step < counts.size(); ++step) {
                counts.at(step) += group->counts.at(step);
            }
        }
        return counts;
    }

    const GapReport& m_report;
    std::vector<std::vector<const ItemScores*>> m_of_tool;
};

std::vector<BlipUse> use_of(ToolIndex tool, const GapReport& report) {
    std::vector<BlipUse> all;
    for (std::size_t g = 0; g < report.groups.size(); ++g) {
        const auto& use = report.groups[g].tools[tool];
        if (use.base > 0 || use.few) {
            all.push_back({g, use.users, use.base, use.regular, use.few});
        }
    }
    return all;
}

bool is_new(ToolIndex tool, const GapReport& report) {
    bool wanted = false;
    for (const auto& group : report.groups) {
        const auto& use = group.tools[tool];
        if (use.users > 0 || use.few) {
            return false;
        }
        wanted = wanted || looking(use) > 0;
    }
    return wanted;
}

Blip blip_of(ToolIndex index, const GapReport& report, const Scores& scores) {
    const auto& tool = report.landscape.tools[index];
    Blip blip;
    blip.tool = index;
    blip.category = leading_category(tool, report.landscape);
    blip.quadrant = report.landscape.categories[blip.category].quadrant;
    blip.strategy = report.landscape.categories[blip.category].ring;
    blip.use = use_of(index, report);
    blip.scores = scores.of(index);
    blip.ring = ring_of(blip.strategy, tool.status.kind == ToolStatus::Retired,
                        std::ranges::any_of(blip.use, &BlipUse::carries),
                        std::ranges::any_of(blip.scores, lets_down));
    blip.moved = move_between(blip.strategy, blip.ring);
    blip.is_new = is_new(index, report);
    blip.why = why_of(blip, report);
    return blip;
}

} // namespace

TeamRadar make_team_radar(const GapReport& report, const TeamRadarSettings& settings) {
    const auto& tools = report.landscape.tools;
    const Scores scores(report);
    TeamRadar radar;
    for (ToolIndex index = 0; index < tools.size(); ++index) {
        const bool used = std::ranges::any_of(
            report.groups, [&](const Group& group) { return is_of_interest(group.tools[index]); });
        if (tools[index].categories.empty()) {
            if (used) {
                radar.without_category.push_back(index);
            }
        } else if (used || settings.all) {
            radar.blips.push_back(blip_of(index, report, scores));
        }
    }
    const auto by_name = [&](ToolIndex tool) { return std::tie(tools[tool].name, tools[tool].id); };
    std::ranges::sort(radar.blips, [&](const Blip& a, const Blip& b) {
        return std::tuple(a.ring, a.quadrant, by_name(a.tool)) <
               std::tuple(b.ring, b.quadrant, by_name(b.tool));
    });
    std::ranges::sort(radar.without_category, {}, by_name);
    return radar;
}

} // namespace assess
