#include "model/trend/group_shifts.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace assess {
namespace {

constexpr MessageId one_placed{"reason.one-answer.person"};
constexpr MessageId one_left{"reason.one-answer.left"};
constexpr MessageId one_stayed{"reason.one-answer.stayed"};
constexpr MessageId one_joined{"reason.one-answer.joined"};

/// The row of a respondent among the placed people of a group.
std::optional<std::uint32_t> row_of(std::uint32_t respondent, const Group& group) {
    const auto& placed = group.placed_members; // rising, as respondents are walked in order
    const auto found = std::ranges::lower_bound(placed, respondent);
    if (found == placed.end() || *found != respondent) {
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(found - placed.begin());
}

/// Who has a place in both, as rows of both.
std::vector<SamePerson> rows_in_both(const Group& before, const Group& after,
                                     const std::vector<SamePerson>& respondents) {
    std::vector<SamePerson> rows;
    for (const auto& [first, second] : respondents) {
        const auto here = row_of(first, before);
        const auto there = row_of(second, after);
        if (here && there) {
            rows.emplace_back(*here, *there);
        }
    }
    return rows;
}

/// The same answers on two landscapes.
std::vector<SamePerson> rows_in_both(const Group& before, const Group& between) {
    std::vector<SamePerson> same;
    for (const auto respondent : before.placed_members) {
        same.emplace_back(respondent, respondent);
    }
    return rows_in_both(before, between, same);
}

std::vector<std::uint32_t> rows_besides(const std::vector<std::uint32_t>& rows, std::size_t n) {
    std::vector<bool> taken(n);
    for (const auto row : rows) {
        taken[row] = true;
    }
    std::vector<std::uint32_t> others;
    for (std::uint32_t row = 0; row < n; ++row) {
        if (!taken[row]) {
            others.push_back(row);
        }
    }
    return others;
}

/// The part of those who left, or joined: the difference of the others and them, times their share.
/// Its value is that of `whole`, which is the same but for rounding.
Shift part_of_some(const Cloud& some, const Cloud& others, Shift whole, double sign,
                   Message reason) {
    const double share = static_cast<double>(some.n()) / static_cast<double>(some.n() + others.n());
    const auto spread =
        sign < 0 ? shift_between(some, others, {}, {}) : shift_between(others, some, {}, {});
    whole.along = spread.along;
    for (auto& along : whole.along) {
        if (along) {
            along->sampling_variance *= share * share;
        }
    }
    whole.n = spread.n;
    whole.reason = std::move(reason);
    return whole;
}

Message too_few(std::size_t moved, MessageId one_moved, std::size_t stayed) {
    return moved == 1 ? Message(one_moved) : stayed == 1 ? Message(one_stayed) : Message();
}

/// Left, tools and joined, of people who are followed.
class FollowedPeople {
public:
    FollowedPeople(const GroupPair& group, std::vector<SamePerson> stayed)
        : m_group(group), m_stayed(std::move(stayed)),
          m_rows_before(rows_of(m_stayed, &SamePerson::first)),
          m_rows_after(rows_of(m_stayed, &SamePerson::second)),
          m_between(cloud_of(*group.between, Edition::Second)),
          m_after(cloud_of(*group.after, Edition::Second)),
          m_stayed_before(cloud_of(*group.between, m_rows_before, Edition::Second)),
          m_stayed_after(cloud_of(*group.after, m_rows_after, Edition::Second)) {}

    void add_parts(GroupShifts& shifts) const {
        shifts.stayed = m_stayed.size();
        shifts.left = m_between.n() - m_stayed.size();
        shifts.joined = m_after.n() - m_stayed.size();
        shifts.parts.push_back({MovementCause::Left, left()});
        shifts.parts.push_back({MovementCause::Tools, tools()});
        shifts.parts.push_back({MovementCause::Joined, joined()});
    }

private:
    static std::vector<std::uint32_t> rows_of(const std::vector<SamePerson>& people,
                                              std::uint32_t SamePerson::*side) {
        std::vector<std::uint32_t> rows;
        for (const auto& person : people) {
            rows.push_back(person.*side);
        }
        return rows;
    }

    [[nodiscard]] Shift left() const {
        if (m_stayed.size() == m_between.n()) {
            return no_shift({"reason.nobody-left"}, m_between.n());
        }
        const auto leavers =
            cloud_of(*m_group.between, rows_besides(m_rows_before, m_between.n()), Edition::Second);
        return part_of_some(leavers, m_stayed_before,
                            shift_between(m_between, m_stayed_before, {}, {}), -1,
                            too_few(leavers.n(), one_left, m_stayed.size()));
    }

    [[nodiscard]] Shift tools() const {
        std::vector<SamePerson> both;
        for (std::uint32_t i = 0; i < m_stayed.size(); ++i) {
            both.emplace_back(i, i);
        }
        return shift_between(m_stayed_before, m_stayed_after, both, one_stayed);
    }

    [[nodiscard]] Shift joined() const {
        if (m_stayed.size() == m_after.n()) {
            return no_shift({"reason.nobody-joined"}, m_after.n());
        }
        const auto joiners =
            cloud_of(*m_group.after, rows_besides(m_rows_after, m_after.n()), Edition::Second);
        return part_of_some(joiners, m_stayed_after, shift_between(m_stayed_after, m_after, {}, {}),
                            1, too_few(joiners.n(), one_joined, m_stayed.size()));
    }

    const GroupPair& m_group;
    std::vector<SamePerson> m_stayed; ///< rows of `between` and of `after`
    std::vector<std::uint32_t> m_rows_before;
    std::vector<std::uint32_t> m_rows_after;
    Cloud m_between;
    Cloud m_after;
    Cloud m_stayed_before;
    Cloud m_stayed_after;
};

/// Whether the landscape's part would tell about fewer people than the promise allows. It
/// is a sum over those who use a tool that was placed anew: told only where each such tool has
/// enough users, or none, and where enough people, or none, lost or gained a place by it.
bool is_about_few(const GroupPair& group, const StepContext& context) {
    const auto is_few = [&](std::size_t count) { return count > 0 && count < context.least_told; };
    const auto in_both = rows_in_both(*group.before, *group.between).size();
    bool few = is_few(group.before->placed - in_both) || is_few(group.between->placed - in_both) ||
               is_few(in_both);
    for (std::size_t j = 0; j < context.moved_tools.size(); ++j) {
        few = few || (context.moved_tools[j] && is_few(group.before->tools[j].users));
    }
    return few;
}

Shift landscape_shift(const GroupPair& group, bool same_landscape) {
    if (same_landscape) {
        return no_shift({"reason.same-landscape"}, group.before->placed);
    }
    return shift_between(cloud_of(*group.before, Edition::First),
                         cloud_of(*group.between, Edition::Second),
                         rows_in_both(*group.before, *group.between), one_placed);
}

} // namespace

GroupShifts group_shifts(const GroupPair& group, const StepContext& context, bool by_person) {
    GroupShifts shifts;
    const auto before = cloud_of(*group.before, Edition::First);
    const auto after = cloud_of(*group.after, Edition::Second);
    const auto in_both = rows_in_both(*group.before, *group.after, context.links.pairs);
    shifts.total = shift_between(before, after, in_both, one_placed);
    if (is_about_few(group, context)) {
        shifts.no_parts = {"trend.no-parts.few", {{"least", Count(context.least_told)}}};
        return shifts;
    }
    shifts.placed_on_second = group.between->placed;
    if (group.between->placed == 0) {
        shifts.no_parts = {"trend.no-parts.no-place"};
        return shifts;
    }
    shifts.parts.push_back(
        {MovementCause::Landscape, landscape_shift(group, context.same_landscape)});
    auto stayed = rows_in_both(*group.between, *group.after, context.links.pairs);
    if (context.links.linked && stayed.empty()) {
        shifts.left = group.between->placed;
        shifts.joined = group.after->placed;
    }
    if (by_person && !stayed.empty()) {
        FollowedPeople(group, std::move(stayed)).add_parts(shifts);
    } else {
        const auto between = cloud_of(*group.between, Edition::Second);
        shifts.parts.push_back(
            {MovementCause::People, shift_between(between, after, stayed, one_placed)});
    }
    return shifts;
}

} // namespace assess
