#include "model/findings/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace assess {

std::string decimal(double value) {
    auto text = fmt::format("{:.2f}", value);
    return text == "-0.00" ? "0.00" : text;
}

std::string percent(double share) {
    const double rounded = std::round(share * 100);
    if (rounded <= 0 && share > 0) {
        return "under 1%";
    }
    if (rounded >= 100 && share < 1) {
        return "over 99%";
    }
    return fmt::format("{:.0f}%", rounded);
}

namespace {

/// The shortest text from `say(decimals)` that differs from `limit`'s.
template <typename Say>
std::string told_apart(double value, double limit, int decimals, const Say& say) {
    auto text = say(value, decimals);
    constexpr int most = 6;
    for (int more = decimals + 1; value != limit && text == say(limit, decimals) && more <= most;
         ++more) {
        auto finer = say(value, more);
        if (finer != say(limit, more)) {
            return finer;
        }
    }
    return text;
}

} // namespace

std::string decimal_against(double value, double limit) {
    return told_apart(value, limit, 2, [](double number, int decimals) {
        return decimals == 2 ? decimal(number) : fmt::format("{:.{}f}", number, decimals);
    });
}

std::string percent_against(double share, double limit) {
    return told_apart(share, limit, 0, [](double number, int decimals) {
        return decimals == 0 ? percent(number) : fmt::format("{:.{}f}%", number * 100, decimals);
    });
}

std::string grouped(std::size_t value) {
    auto text = fmt::format("{}", value);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) {
        text.insert(static_cast<std::size_t>(at), 1, ',');
    }
    return text;
}

std::string Told::number(std::size_t count) const {
    return hides(count) ? fmt::format("fewer than {}", least) : grouped(count);
}

std::string Told::people(std::size_t count) const {
    return hides(count) ? number(count) + " people" : assess::people(count);
}

std::string_view Told::uses(std::size_t count) const {
    return hides(count) ? "use" : assess::uses(count);
}

Told told(const Group& group) {
    return {group.least_told};
}

std::string_view uses(std::size_t count) {
    return count == 1 ? "uses" : "use";
}

std::string p_value(double p) {
    return p < 0.001 ? "p below 0.001" : fmt::format("p = {:.3f}", p);
}

std::string level_of(const Estimate& estimate) {
    return fmt::format("{}%", std::round(estimate.level * 1000) / 10);
}

namespace {

std::string said_with_interval(const Estimate& estimate, std::string (*say)(double)) {
    if (estimate.has_interval()) {
        return fmt::format("{} ({} interval {} to {})", say(estimate.value), level_of(estimate),
                           say(*estimate.lower), say(*estimate.upper));
    }
    if (estimate.reason.empty()) {
        return say(estimate.value);
    }
    return fmt::format("{} (no interval, because {})", say(estimate.value), estimate.reason);
}

} // namespace

std::string with_interval(const Estimate& estimate) {
    return said_with_interval(estimate, decimal);
}

std::string share_with_interval(const Estimate& estimate) {
    return said_with_interval(estimate, percent);
}

namespace {

std::string said_unsettled(const Estimate& estimate, const std::string& whom,
                           std::string (*say)(double)) {
    return fmt::format("{} ({} to {}) from {} does not settle it.", say(estimate.value),
                       say(*estimate.lower), say(*estimate.upper), whom);
}

} // namespace

std::string unsettled(const Estimate& estimate, const std::string& whom) {
    return said_unsettled(estimate, whom, decimal);
}

std::string unsettled_share(const Estimate& estimate, const std::string& whom) {
    return said_unsettled(estimate, whom, percent);
}

std::string counted(std::size_t count, std::string_view singular, std::string_view plural) {
    if (count == 1) {
        return fmt::format("1 {}", singular);
    }
    return plural.empty() ? fmt::format("{} {}s", grouped(count), singular)
                          : fmt::format("{} {}", grouped(count), plural);
}

std::string people(std::size_t count) {
    return counted(count, "person", "people");
}

namespace {

std::string_view singular_noun(Role role) {
    switch (role) {
    case Role::Researcher:
        return "researcher";
    case Role::Engineer:
        return "engineer";
    case Role::Hybrid:
        return "hybrid";
    case Role::Other:
        break;
    }
    return "person of another role";
}

std::string plural_noun(const Group& group) {
    if (!group.role) {
        return "people of " + group.name;
    }
    return *group.role == Role::Other ? "people of other roles" : group.name;
}

std::string noun(const Group& group, std::size_t count) {
    if (count != 1) {
        return plural_noun(group);
    }
    return group.role ? std::string(singular_noun(*group.role)) : "person of " + group.name;
}

} // namespace

std::string people_of(const Group& group) {
    return plural_noun(group);
}

std::string people_of(const Group& group, std::size_t count) {
    const auto said = told(group);
    return fmt::format("{} {}", said.number(count),
                       said.hides(count) ? plural_noun(group) : noun(group, count));
}

std::string k_of_n(std::size_t k, std::size_t n, const Group& group) {
    const auto said = told(group);
    return fmt::format("{} of {} {}", said.number(k), said.number(n),
                       said.hides(n) ? plural_noun(group) : noun(group, n));
}

std::string singular_of(const Group& group) {
    return noun(group, 1);
}

std::string more_of(const Group& group, std::size_t count) {
    return told(group).hides(count) ? "a few more " + plural_noun(group)
                                    : fmt::format("{} more {}", grouped(count), noun(group, count));
}

std::string all_of_them(const Group& group, std::size_t count) {
    if (told(group).hides(count)) {
        return "the " + plural_noun(group);
    }
    return count == 1 ? "the one " + noun(group, 1) : "the " + people_of(group, count);
}

std::string none_of(std::size_t n, const Group& group) {
    return n == 1 && !told(group).hides(n) ? all_of_them(group, n) + " does not"
                                           : fmt::format("none of {} does", all_of_them(group, n));
}

std::string at_start(const Group& group) {
    return group.role ? capitalized(group.name) : group.name;
}

std::string capitalized(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

std::string enumerated(std::span<const std::string> names, std::size_t most,
                       std::string_view last) {
    // "and 1 more" takes the room of the one more.
    const auto shown = names.size() <= most + 1 ? names.size() : most;
    std::string text;
    for (std::size_t i = 0; i < shown; ++i) {
        const bool ends = i + 1 == names.size();
        text += i == 0 ? "" : ends ? fmt::format(" {} ", last) : ", ";
        text += names[i];
    }
    if (shown < names.size()) {
        text += fmt::format(" {} {} more", last, names.size() - shown);
    }
    return text;
}

std::string tool_names(const Landscape& landscape, std::span<const ToolIndex> tools,
                       std::size_t most) {
    std::vector<std::string> names;
    names.reserve(tools.size());
    for (const auto tool : tools) {
        names.push_back(landscape.tools[tool].name);
    }
    return enumerated(names, most);
}

std::string examples(const Landscape& landscape, std::span<const ToolIndex> tools) {
    std::vector<std::string> names;
    for (const auto tool : tools.first(std::min<std::size_t>(2, tools.size()))) {
        names.push_back(landscape.tools[tool].name);
    }
    return enumerated(names, 2, "or");
}

std::string name_of(Diagonal diagonal) {
    return fmt::format("{} diagonal", id_of(diagonal));
}

std::string end_of(Diagonal diagonal, bool high) {
    if (diagonal == Diagonal::Building) {
        return high ? "the model end" : "the software end";
    }
    return high ? "the ML-task end" : "the any-task end";
}

std::string half_of(Diagonal diagonal, bool high) {
    if (diagonal == Diagonal::Building) {
        return high ? "the model half" : "the software half";
    }
    return high ? "the ML-task half" : "the any-task half";
}

namespace {

/// Beyond this many times the present sample, more answers are no advice.
constexpr double most_growth_worth_while = 10;

/// How many more people that is: rounded up to two digits, for no more is known.
std::size_t more(double times, std::size_t n) {
    const double extra = std::max(1.0, std::ceil(static_cast<double>(n) * (times - 1) - 1e-6));
    double unit = 1;
    while (extra / unit >= 100) {
        unit *= 10;
    }
    return static_cast<std::size_t>(std::ceil(extra / unit) * unit);
}

std::string no_number(const Growth& growth) {
    return growth.kind == Growth::Kind::Never
               ? "More answers cannot settle it: the places of the tools are not known exactly "
                 "enough. Smaller tolerances in the landscape could."
               : "No number of answers that one could collect would settle it at the present "
                 "estimate: it lies too close to the threshold.";
}

std::string settled_by(const Growth& growth, const std::string& whom) {
    return growth.times - 1 > most_growth_worth_while
               ? fmt::format("More answers are unlikely to settle it soon: at the present estimate "
                             "and spread it would take about {}.",
                             whom)
               : fmt::format("At the present estimate and spread, about {} would settle it.", whom);
}

} // namespace

std::string settling(const Growth& growth, const Group& first, std::size_t n_first,
                     const Group& second, std::size_t n_second) {
    if (growth.kind != Growth::Kind::Times) {
        return no_number(growth);
    }
    const auto extra_first = more(growth.times, n_first);
    const auto extra_second = more(growth.times, n_second);
    return settled_by(growth, fmt::format("{} more {} and {} more {}", grouped(extra_first),
                                          noun(first, extra_first), grouped(extra_second),
                                          noun(second, extra_second)));
}

std::string settling(const Growth& growth, std::size_t n) {
    if (growth.kind != Growth::Kind::Times) {
        return no_number(growth);
    }
    return settled_by(growth, counted(more(growth.times, n), "more person", "more people"));
}

} // namespace assess
