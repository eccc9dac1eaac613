#include "model/assessment/answers.hpp"

#include "model/policy/policy.hpp"

#include <algorithm>
#include <array>
#include <compare>
#include <numeric>
#include <tuple>

namespace assess {
namespace {

constexpr std::array<std::string_view, roles.size()> role_ids{"researcher", "engineer", "hybrid",
                                                              "other"};
constexpr std::array<std::string_view, roles.size()> role_plurals{"researchers", "engineers",
                                                                  "hybrids", "others"};
constexpr std::array<std::string_view, depth_count> depth_ids{
    "daily",  "weekly",  "monthly", "rarely",    "uses",          "evaluating",
    "wanted", "stopped", "never",   "dont-know", "not-applicable"};

bool usages_before(const std::vector<Usage>& a, const std::vector<Usage>& b, bool& equal) {
    const auto order = std::lexicographical_compare_three_way(
        a.begin(), a.end(), b.begin(), b.end(), [](const Usage& left, const Usage& right) {
            const auto by_tool = left.tool <=> right.tool;
            return by_tool != 0 ? by_tool : left.depth <=> right.depth;
        });
    equal = order == 0;
    return order < 0;
}

bool stands_before(const Respondent& a, const Respondent& b) {
    if (a.role != b.role) {
        return a.role < b.role;
    }
    if (a.team != b.team) {
        return a.team < b.team;
    }
    bool equal = false;
    const bool before = usages_before(a.usages, b.usages, equal);
    if (!equal) {
        return before;
    }
    if (a.answered != b.answered) {
        return a.answered < b.answered;
    }
    if (a.id != b.id) {
        return a.id < b.id;
    }
    // People without an id, as in a confidential round.
    if (a.stages != b.stages) {
        return a.stages < b.stages;
    }
    return std::lexicographical_compare(a.scores.begin(), a.scores.end(), b.scores.begin(),
                                        b.scores.end(), [](const Score& left, const Score& right) {
                                            return std::tie(left.item, left.step) <
                                                   std::tie(right.item, right.step);
                                        });
}

} // namespace

std::string_view id_of(Role role) {
    return role_ids.at(static_cast<std::size_t>(role));
}

std::string_view plural_of(Role role) {
    return role_plurals.at(static_cast<std::size_t>(role));
}

std::string_view id_of(Depth depth) {
    return depth_ids.at(static_cast<std::size_t>(depth));
}

std::optional<Depth> depth_from_id(std::string_view id) {
    const auto* found = std::find(depth_ids.begin(), depth_ids.end(), id);
    if (found == depth_ids.end()) {
        return std::nullopt;
    }
    return static_cast<Depth>(found - depth_ids.begin());
}

double weight_of(Depth depth, const Policy& policy) {
    const auto index = static_cast<std::size_t>(depth);
    return index < policy.depth_weights.size() ? policy.depth_weights[index] : 0;
}

bool says_nothing(Depth depth) {
    return depth == Depth::DontKnow || depth == Depth::NotApplicable;
}

void sort_respondents(Answers& answers) {
    std::sort(answers.respondents.begin(), answers.respondents.end(), stands_before);
}

std::vector<std::uint32_t> sort_and_track_respondents(Answers& answers) {
    auto& people = answers.respondents;
    std::vector<std::uint32_t> order(people.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
        return stands_before(people[a], people[b]);
    });
    std::vector<Respondent> sorted;
    sorted.reserve(people.size());
    for (const auto place : order) {
        sorted.push_back(std::move(people[place]));
    }
    people = std::move(sorted);
    return order;
}

} // namespace assess
