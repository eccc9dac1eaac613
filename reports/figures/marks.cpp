#include "reports/figures/marks.hpp"

#include "reports/content/labels.hpp"

#include <algorithm>
#include <numeric>

namespace assess::reports {
namespace {

std::string_view glyph_of(Role role, const Ink& ink) {
    switch (role) {
    case Role::Researcher:
        return ink.sign("◆", "R");
    case Role::Engineer:
        return ink.sign("●", "E");
    case Role::Hybrid:
        return ink.sign("▲", "H");
    case Role::Other:
        break;
    }
    return ink.sign("■", "X");
}

void add_letters(std::vector<GroupMark>& marks, const std::vector<Group>& groups) {
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (marks[a].compared != marks[b].compared) {
            return marks[a].compared;
        }
        return groups[a].placed > groups[b].placed;
    });
    order.resize(std::min(order.size(), most_teams));
    std::sort(order.begin(), order.end());
    char letter = 'A';
    for (const auto index : order) {
        marks[index].glyph = std::string(1, letter++);
        marks[index].tone = Tone::Strong;
    }
}

} // namespace

std::vector<GroupMark> group_marks(const GapReport& report, const Ink& ink) {
    std::vector<GroupMark> marks(report.groups.size());
    for (const auto& comparison : report.comparisons) {
        marks[comparison.first].compared = true;
        marks[comparison.second].compared = true;
    }
    if (report.grouping == Grouping::Team) {
        add_letters(marks, report.groups);
        return marks;
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
        marks[i].tone = tone_of(report.groups[i]);
        marks[i].glyph = glyph_of(report.groups[i].role.value_or(Role::Other), ink);
    }
    return marks;
}

std::string marked_name(const GroupMark& mark, const Group& group, const Ink& ink) {
    const auto name = ink.words(group_name(group));
    return mark.glyph.empty() ? name : mark.glyph + " " + name;
}

} // namespace assess::reports
