// How the findings say numbers, people, groups and tools. Plain ASCII; the writers may put a
// true minus sign in its place.
#pragma once

#include "model/assessment/group.hpp"
#include "model/findings/verdict.hpp"
#include "model/landscape/landscape.hpp"
#include "model/statistics/quantity.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// "0.62", "-0.20"; never "-0.00".
std::string decimal(double value);
/// "82%"; "under 1%" and "over 99%" where rounding would claim none or all.
std::string percent(double share);
/// The same with as many decimals as tell the number from the limit it is held against: 0.0482
/// against 0.05 is "4.8%", not "5%".
std::string decimal_against(double value, double limit);
std::string percent_against(double share, double limit);
/// 16160 -> "16,160".
std::string grouped(std::size_t value);
/// "1 of 6 engineers uses", "3 of 6 engineers use".
std::string_view uses(std::size_t count);
/// "p = 0.012", "p below 0.001".
std::string p_value(double p);
/// "0.62 (95% interval 0.44 to 0.80)", or "0.62 (no interval, because ...)".
std::string with_interval(const Estimate& estimate);
/// The same for shares: "82% (95% interval 70% to 91%)".
std::string share_with_interval(const Estimate& estimate);
/// "95%".
std::string level_of(const Estimate& estimate);

/// Numbers of people in a report. Where `least` is above 0, a number from 1 to least - 1 is kept
/// confidential, and said as "fewer than 5".
struct Told {
    std::size_t least = 0;
    [[nodiscard]] bool hides(std::size_t count) const { return count > 0 && count < least; }
    /// "3", "16,160", "fewer than 5".
    [[nodiscard]] std::string number(std::size_t count) const;
    /// "1 person", "12 people", "fewer than 5 people".
    [[nodiscard]] std::string people(std::size_t count) const;
    /// "uses" for one person whose number is told, else "use".
    [[nodiscard]] std::string_view uses(std::size_t count) const;
};
/// As the group's promise has it.
Told told(const Group& group);

/// "1 tool", "3 tools".
std::string counted(std::size_t count, std::string_view singular, std::string_view plural = {});
/// "1 person", "12 people".
std::string people(std::size_t count);

/// "researchers", "people of Payments": a plural noun.
std::string people_of(const Group& group);
/// "5 researchers", "1 researcher", "5 people of Payments"; "fewer than 5 researchers".
std::string people_of(const Group& group, std::size_t count);
/// "3 of 5 researchers", "1 of 1 researcher", "fewer than 5 of 9 researchers".
std::string k_of_n(std::size_t k, std::size_t n, const Group& group);
/// "researcher", "person of Payments".
std::string singular_of(const Group& group);
/// "2 more researchers", "1 more engineer"; "a few more engineers" where the number is not told.
std::string more_of(const Group& group, std::size_t count);
/// "the 5 engineers", "the one engineer"; "the engineers" where the number is not told.
std::string all_of_them(const Group& group, std::size_t count);
/// "none of the 5 researchers does", "the one researcher does not".
std::string none_of(std::size_t n, const Group& group);
/// "Researchers"; a team's name as it was given.
std::string at_start(const Group& group);
/// The first letter large, for sentences that start with our own words.
std::string capitalized(std::string text);

/// "Git", "Git and Docker", "Git, Docker, Argo and 4 more".
std::string tool_names(const Landscape& landscape, std::span<const ToolIndex> tools,
                       std::size_t most = 3);
/// The first two at most, as a choice: "Git or Docker".
std::string examples(const Landscape& landscape, std::span<const ToolIndex> tools);
/// The same for any names.
std::string enumerated(std::span<const std::string> names, std::size_t most,
                       std::string_view last = "and");

/// "building diagonal"; the words for its ends: "the software end", "the model end".
std::string name_of(Diagonal diagonal);
std::string end_of(Diagonal diagonal, bool high);
std::string half_of(Diagonal diagonal, bool high);

/// "0.08 (-0.20 to 0.36) from 3 researchers and 3 engineers does not settle it.": what the advice
/// to ask more people stands on. `whom` says who answered.
std::string unsettled(const Estimate& estimate, const std::string& whom);
/// The same for shares: "67% (41% to 87%) from 6 people does not settle it."
std::string unsettled_share(const Estimate& estimate, const std::string& whom);

/// "At the present estimate and spread, about 4 more researchers and 5 more engineers would
/// settle it.", or that it would take too many, or that no number of answers would. Numbers from
/// 100 on have two digits only: they are rough.
std::string settling(const Growth& growth, const Group& first, std::size_t n_first,
                     const Group& second, std::size_t n_second);
/// The same for all people together.
std::string settling(const Growth& growth, std::size_t n);

} // namespace assess
