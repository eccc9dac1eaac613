// Why a blip is in its ring.
#include "model/assessment/arguments.hpp"
#include "model/radar/team_radar.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace assess {
namespace {

/// With more groups than this the sentence names none of them: a survey can have a hundred teams.
constexpr std::size_t most_groups_named = 6;

/// The first score that lets people down; nothing where none does.
Message complaint(const Blip& blip) {
    const auto found = std::ranges::find_if(blip.scores, lets_down);
    return found == blip.scores.end()
               ? Message()
               : Message{"radar.complaint", {{"score", Select{id_of(found->kind)}}}};
}

/// "adopt".
Message ring_name(Ring ring) {
    return {"radar.ring", {{"ring", Select{id_of(ring)}}}};
}

/// Says nothing where it is not known.
Message year_of(const std::optional<int>& year) {
    return year ? Message{"retired-tool.year", {{"year", Decimal(*year, 0)}}} : Message();
}

/// Who uses it regularly; nothing where no group's use carries work.
Message carried_by(const Blip& blip, const GapReport& report) {
    std::vector<Value> groups;
    std::size_t people = 0;
    for (const auto& use : blip.use) {
        if (use.carries()) {
            groups.emplace_back(k_of_n(report.groups[use.group], use.regular, use.base));
            people += use.regular;
        }
    }
    if (groups.empty()) {
        return {};
    }
    if (groups.size() <= most_groups_named) {
        return {"radar.carried-by", {{"groups", List(std::move(groups))}}};
    }
    return {"radar.carried-by.many",
            {{"people", plain_people(people)}, {"groups", Count(groups.size())}}};
}

Message verdict(const Blip& blip, const GapReport& report) {
    const auto& status = report.landscape.tools[blip.tool].status;
    if (status.kind == ToolStatus::Retired) {
        return {"radar.retired", {{"year", year_of(status.year)}}};
    }
    const auto ring = ring_name(blip.ring);
    const auto works = carried_by(blip, report);
    const auto down = complaint(blip);
    if (blip.moved != RingMove::None) {
        const bool in = blip.moved == RingMove::In;
        return {"radar.moved",
                {{"ring", ring}, {"in", yes_or_no(in)}, {"reason", in ? works : down}}};
    }
    if (!works.empty() && !down.empty()) {
        return {"radar.stays.cancel-out", {{"ring", ring}, {"works", works}, {"down", down}}};
    }
    if (!works.empty() || !down.empty()) {
        // At an end of the radar: there is a reason, and no ring to move to.
        return {"radar.stays.at-end", {{"ring", ring}, {"reason", works.empty() ? down : works}}};
    }
    return {"radar.stays", {{"ring", ring}}};
}

Message use_by(const BlipUse& use, const Group& group) {
    if (use.few) {
        return {"radar.few",
                {{"least", Count(group.least_told)}, {"who", people_in_general(group)}}};
    }
    if (use.users == 0) {
        return {"radar.none-of", {{"people", people_told(group, use.base)}}};
    }
    return k_of_n(group, use.users, use.base);
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

Message told_use(const Blip& blip, const GapReport& report) {
    if (blip.use.empty()) {
        return {"radar.nobody-asked"};
    }
    const auto sum = summed(blip);
    if (sum.users == 0 && sum.few == 0) {
        return {"radar.nobody-uses", {{"asked", plain_people(sum.base)}}};
    }
    const Count regular(sum.regular);
    if (blip.use.size() > most_groups_named) {
        return {"radar.used-by.many",
                {{"users", Count(sum.users)},
                 {"asked", plain_people(sum.base)},
                 {"few", Count(sum.few)},
                 {"regular", regular}}};
    }
    std::vector<Value> groups;
    for (const auto& use : blip.use) {
        groups.emplace_back(use_by(use, report.groups[use.group]));
    }
    return {"radar.used-by", {{"groups", List(std::move(groups))}, {"regular", regular}}};
}

/// "2 people evaluate it.": of answers that nothing was promised for.
void add_other_answers(const Blip& blip, const GapReport& report, std::vector<Message>& why) {
    constexpr std::array told{Depth::Evaluating, Depth::Wanted, Depth::Stopped};
    if (report.answers.promise.least_told() > 0) {
        return;
    }
    for (const auto depth : told) {
        std::size_t count = 0;
        for (const auto& group : report.groups) {
            count += group.tools[blip.tool].by_depth.at(static_cast<std::size_t>(depth));
        }
        if (count > 0) {
            why.push_back({"radar.other-answer",
                           {{"people", plain_people(count)}, {"depth", Select{id_of(depth)}}}});
        }
    }
}

} // namespace

std::vector<Message> why_of(const Blip& blip, const GapReport& report) {
    const auto& tool = report.landscape.tools[blip.tool];
    const auto& category = report.landscape.categories[blip.category];
    std::vector<Message> why{verdict(blip, report)};
    why.push_back(
        {"radar.strategy", {{"category", category.name}, {"ring", ring_name(blip.strategy)}}});
    why.push_back(told_use(blip, report));
    add_other_answers(blip, report, why);
    if (tool.status.kind != ToolStatus::Active && !tool.status.note.empty()) {
        why.push_back({"radar.note", {{"note", tool.status.note}}});
    }
    for (const auto& score : blip.scores) {
        why.push_back({"radar.score",
                       {{"score", Select{id_of(score.kind)}},
                        {"mean", told_with_interval(score.mean)},
                        {"steps", Count(score_steps)},
                        {"people", plain_people(score.mean.n)}}});
    }
    return why;
}

} // namespace assess
