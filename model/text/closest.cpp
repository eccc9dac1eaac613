#include "model/text/closeness.hpp"
#include "model/text/text.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace assess {

namespace {

constexpr std::size_t longest_compared = 256;

/// A longer word is no slip of the keyboard, and comparing it would only cost time.
constexpr std::size_t longest_slip = 64;

/// Shorter words are contained in too many names to mean one of them.
constexpr std::size_t shortest_part = 3;

std::size_t slips_allowed(std::size_t length) {
    return std::max<std::size_t>(1, length / 3);
}

} // namespace

std::size_t edit_distance(std::string_view one, std::string_view other) {
    one = one.substr(0, longest_compared);
    other = other.substr(0, longest_compared);
    std::array<std::array<std::size_t, longest_compared + 1>, 3> rows;
    auto* before = rows.data();
    auto* above = &rows[1];
    auto* current = &rows[2];
    std::iota(current->begin(), current->begin() + static_cast<std::ptrdiff_t>(other.size()) + 1,
              std::size_t{0});
    for (std::size_t i = 1; i <= one.size(); ++i) {
        std::swap(before, above);
        std::swap(above, current);
        (*current)[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const std::size_t replaced = one[i - 1] == other[j - 1] ? 0 : 1;
            auto least =
                std::min({(*above)[j] + 1, (*current)[j - 1] + 1, (*above)[j - 1] + replaced});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
                least = std::min(least, (*before)[j - 2] + 1);
            }
            (*current)[j] = least;
        }
    }
    return (*current)[other.size()];
}

std::optional<std::size_t> closeness(std::string_view word_key, std::string_view name_key) {
    if (word_key.empty() || name_key.empty() || word_key.size() > longest_slip ||
        name_key.size() > longest_slip) {
        return std::nullopt;
    }
    const auto [shorter, longer] = std::minmax({word_key.size(), name_key.size()});
    std::optional<std::size_t> best;
    const auto allowed = slips_allowed(longer);
    if (longer - shorter <= allowed) {
        const auto slips = edit_distance(word_key, name_key);
        if (slips <= allowed && slips < longer) {
            best = 10 * slips;
        }
    }
    if (shorter >= shortest_part) {
        const auto whole = word_key.size() == longer ? word_key : name_key;
        const auto part = word_key.size() == longer ? name_key : word_key;
        const auto at = whole.find(part);
        if (at != std::string_view::npos) {
            // A beginning is worth one and a half slips, another part two and a half.
            const auto score = (at == 0 ? 15 : 25) + std::min<std::size_t>(longer - shorter, 9);
            best = std::min(best.value_or(score), score);
        }
    }
    return best;
}

std::vector<std::string> closest_names(std::string_view word,
                                       std::span<const std::string> candidates, std::size_t most) {
    const auto key = spelling_key(word.substr(0, 4 * longest_slip + 1));
    std::vector<std::pair<std::size_t, const std::string*>> near;
    for (const auto& candidate : candidates) {
        if (const auto score = closeness(key, spelling_key(candidate))) {
            near.emplace_back(*score, &candidate);
        }
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> names;
    for (const auto& [score, name] : near) {
        if (names.size() == most) {
            break;
        }
        if (std::find(names.begin(), names.end(), *name) == names.end()) {
            names.push_back(*name);
        }
    }
    return names;
}

} // namespace assess
