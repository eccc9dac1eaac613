// Why a blip is in its ring, in words.
#include "model/findings/words.hpp"
#include "model/radar/team_radar.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace assess {
namespace {

/// With more groups than this the sentence names none of them: a survey can have a hundred teams.
constexpr std::size_t most_groups_named = 6;

std::string_view complaint(const RingScore& score) {
    switch (score.kind) {
    case ScoreKind::ToolGives:
        return "it does not give people what they need";
    case ScoreKind::ToolAnswers:
        return "it does not answer what people want";
    default:
        return "it frustrates people";
    }
}

/// The first score that lets people down, as a clause; empty where none does.
std::string_view complaint(const Blip& blip) {
    const auto found = std::ranges::find_if(blip.scores, lets_down);
    return found == blip.scores.end() ? std::string_view() : complaint(*found);
}

std::string retired(const Tool& tool) {
    auto text = std::string("Hold, because it was retired");
    if (tool.status.year) {
        text += fmt::format(" in {}", *tool.status.year);
    }
    return text + ".";
}

/// "3 of 5 researchers and 2 of 2 hybrids use it regularly"; empty where no group's use
/// carries work.
std::string carried_by(const Blip& blip, const GapReport& report) {
    std::vector<std::string> groups;
    std::size_t people = 0;
    for (const auto& use : blip.use) {
        if (use.carries()) {
            groups.push_back(k_of_n(use.regular, use.base, report.groups[use.group]));
            people += use.regular;
        }
    }
    if (groups.empty()) {
        return {};
    }
    const auto who =
        groups.size() <= most_groups_named
            ? listed(groups, "and")
            : fmt::format("{} people in {}", grouped(people), counted(groups.size(), "group"));
    return who + " use it regularly";
}

std::string verdict(const Blip& blip, const GapReport& report) {
    const auto& tool = report.landscape.tools[blip.tool];
    if (tool.status.kind == ToolStatus::Retired) {
        return retired(tool);
    }
    const auto ring = capitalized(std::string(id_of(blip.ring)));
    const auto works = carried_by(blip, report);
    const auto down = complaint(blip);
    if (blip.moved == RingMove::In) {
        return fmt::format("{}, one ring further in than the strategy: {}.", ring, works);
    }
    if (blip.moved == RingMove::Out) {
        return fmt::format("{}, one ring further out than the strategy: {}.", ring, down);
    }
    if (!works.empty() && !down.empty()) {
        return fmt::format("{}, as in the strategy: {}, but {}; the two cancel out.", ring, works,
                           down);
    }
    if (!works.empty() || !down.empty()) {
        // At an end of the radar: there is a reason, and no ring to move to.
        return fmt::format("{}, as in the strategy: {}.", ring, works.empty() ? down : works);
    }
    return fmt::format("{}, as in the strategy.", ring);
}

std::string use_by(const BlipUse& use, const Group& group) {
    if (use.few) {
        return fmt::format("fewer than {} {}", group.least_told, people_of(group));
    }
    if (use.users == 0) {
        return fmt::format("none of {}", people_of(group, use.base));
    }
    return k_of_n(use.users, use.base, group);
}

/// The groups' numbers added up, as far as they are told.
struct UseInSum {
    std::size_t users = 0;
    std::size_t base = 0;
    std::size_t regular = 0;
    std::size_t few = 0; ///< groups
};

UseInSum summed(const Blip& blip) {
    UseInSum sum;
    for (const auto& use : blip.use) {
        sum.users += use.users;
        sum.base += use.base;
        sum.regular += use.regular;
        sum.few += use.few ? 1U : 0U;
    }
    return sum;
}

std::string users_in_words(const Blip& blip, const UseInSum& sum, const GapReport& report) {
    if (blip.use.size() <= most_groups_named) {
        std::vector<std::string> groups;
        for (const auto& use : blip.use) {
            groups.push_back(use_by(use, report.groups[use.group]));
        }
        return "Used by " + listed(groups, "and");
    }
    auto text = fmt::format("Used by {} of {}", grouped(sum.users), people(sum.base));
    if (sum.few > 0) {
        text += fmt::format(", and by a few in {}", counted(sum.few, "more group"));
    }
    return text;
}

std::string use_in_words(const Blip& blip, const GapReport& report) {
    if (blip.use.empty()) {
        return "Nobody was asked about it.";
    }
    const auto sum = summed(blip);
    if (sum.users == 0 && sum.few == 0) {
        return sum.base == 1
                   ? std::string("The one person who was asked does not use it.")
                   : fmt::format("Nobody of the {} who were asked uses it.", people(sum.base));
    }
    auto text = users_in_words(blip, sum, report);
    if (sum.regular > 0) {
        text += fmt::format("; regularly by {} in all", grouped(sum.regular));
    }
    return text + ".";
}

/// "2 people evaluate it.": of answers that nothing was promised for.
void add_other_answers(const Blip& blip, const GapReport& report, std::vector<std::string>& why) {
    struct Said {
        Depth depth;
        std::string_view one;
        std::string_view many;
    };
    constexpr std::array said{Said{Depth::Evaluating, "evaluates", "evaluate"},
                              Said{Depth::Wanted, "wants", "want"},
                              Said{Depth::Stopped, "stopped using", "stopped using"}};
    if (report.answers.promise.least_told() > 0) {
        return;
    }
    for (const auto& [depth, one, many] : said) {
        std::size_t count = 0;
        for (const auto& group : report.groups) {
            count += group.tools[blip.tool].by_depth.at(static_cast<std::size_t>(depth));
        }
        if (count > 0) {
            why.push_back(fmt::format("{} {} it.", people(count), count == 1 ? one : many));
        }
    }
}

std::string_view measured(ScoreKind kind) {
    switch (kind) {
    case ScoreKind::ToolGives:
        return "Gives people what they need";
    case ScoreKind::ToolAnswers:
        return "Answers what people want";
    default:
        return "Frustrates people";
    }
}

std::string in_words(const RingScore& score) {
    return fmt::format("{}: {} of 5 on average from {}.", measured(score.kind),
                       with_interval(score.mean), people(score.mean.n));
}

} // namespace

std::vector<std::string> why_of(const Blip& blip, const GapReport& report) {
    const auto& tool = report.landscape.tools[blip.tool];
    const auto& category = report.landscape.categories[blip.category];
    std::vector<std::string> why{verdict(blip, report)};
    why.push_back(fmt::format("The strategy has its category, {}, in the {} ring.", category.name,
                              id_of(blip.strategy)));
    why.push_back(use_in_words(blip, report));
    add_other_answers(blip, report, why);
    if (tool.status.kind != ToolStatus::Active && !tool.status.note.empty()) {
        why.push_back(tool.status.note);
    }
    for (const auto& score : blip.scores) {
        why.push_back(in_words(score));
    }
    return why;
}

} // namespace assess
