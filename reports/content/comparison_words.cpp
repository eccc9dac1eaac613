// Comparisons in words.
#include "reports/content/statements.hpp"
#include "reports/content/words.hpp"
#include "reports/layout/numbers.hpp"

#include <fmt/format.h>

#include <cmath>

namespace assess::reports {
namespace {

/// `missing`: what there is none of where there is no interval.
std::string interval_text(const Estimate& estimate, std::string_view missing = "no interval") {
    if (!estimate.has_interval()) {
        return fmt::format("{}; {}, because {}.", fixed(estimate.value), missing,
                           estimate.reason.empty() ? "it was not computed" : estimate.reason);
    }
    return fmt::format("{}, {} interval {} to {}.", fixed(estimate.value), percent(estimate.level),
                       fixed(*estimate.lower), fixed(*estimate.upper));
}

std::string p_text(const DiagonalGap& gap) {
    if (!gap.p) {
        return fmt::format("No p-value, because {}.", gap.p.reason());
    }
    auto text = fmt::format("Permutation {}", p_statement(*gap.p));
    if (gap.p_adjusted) {
        text += fmt::format(", {} after Holm", p_value(*gap.p_adjusted));
    }
    if (gap.welch_p) {
        text += fmt::format("; Welch's t gives {}", p_statement(*gap.welch_p));
    }
    return text + ".";
}

/// How much of the uncertainty is the landscape's own.
std::string landscape_text(const DiagonalGap& gap) {
    const double variance = gap.sampling_variance + gap.landscape_variance;
    if (!gap.gap.has_interval() || !(variance > 0)) {
        return "";
    }
    return fmt::format("Of the variance behind it, {} comes from the people and {} from where the "
                       "tools stand.",
                       percent(gap.sampling_variance / variance),
                       percent(gap.landscape_variance / variance));
}

} // namespace

std::pair<std::string, std::string> ends_of(Diagonal diagonal) {
    return diagonal == Diagonal::Building ? std::pair{"software", "models"}
                                          : std::pair{"any task", "ML tasks"};
}

std::string title_of(Diagonal diagonal) {
    return capitalized(id_of(diagonal)) + " diagonal";
}

std::vector<std::string> diagonal_statements(const GapReport& report, const Comparison& comparison,
                                             Diagonal diagonal) {
    const auto& gap = comparison.diagonal[static_cast<std::size_t>(diagonal)];
    const auto name = difference_name(report, comparison);
    if (!gap) {
        return {fmt::format("{}: not available, because {}.", name, gap.reason())};
    }
    if (!gap->p && gap->p.reason() == gap->gap.reason) {
        return {name + ": " + interval_text(gap->gap, "no interval and no p-value")};
    }
    std::vector<std::string> statements{name + ": " + interval_text(gap->gap), p_text(*gap)};
    if (auto text = landscape_text(*gap); !text.empty()) {
        statements.push_back(std::move(text));
    }
    return statements;
}

std::vector<std::string> centroid_test_statements(const Comparison& comparison) {
    if (!comparison.centroid_test) {
        return {fmt::format("Whether the centres differ at all was not tested, because {}.",
                            comparison.centroid_test.reason())};
    }
    const auto& test = *comparison.centroid_test;
    auto statistic = test.statistic ? "Wd* = " + fixed(*test.statistic) : "Wd* has no number";
    return {fmt::format(
        "Do the centres differ at all? {}, {} ({} {}; the smallest p these group sizes allow is "
        "{}).",
        statistic, p_statement(test.p),
        test.exact ? fmt::format("exact over all {}", grouped(test.permutations))
                   : grouped(test.permutations),
        test.exact ? "splits of the people" : "random splits of the people",
        p_value(test.smallest_p))};
}

namespace {

std::string spread_statement(const GapReport& report, const Comparison& comparison) {
    const auto question = std::string("Do the groups spread alike? ");
    if (!comparison.spread) {
        return question + "Not tested, because " + comparison.spread.reason() + ".";
    }
    const auto& spread = *comparison.spread;
    return fmt::format("{}The mean distance to the middle of the own group is {} for {} and {} for "
                       "{}, {} (PERMDISP). The difference: {}",
                       question, fixed(spread.mean_distance_first),
                       report.groups[comparison.first].name, fixed(spread.mean_distance_second),
                       report.groups[comparison.second].name, p_statement(spread.test.p),
                       interval_text(spread.difference));
}

std::string energy_statement(const Comparison& comparison) {
    const auto question =
        std::string("Do the groups differ in anything, be it place, spread or shape? ");
    if (!comparison.energy_test) {
        return question + "Not tested, because " + comparison.energy_test.reason() + ".";
    }
    return fmt::format("{}Energy test: {}.", question, p_statement(comparison.energy_test->p));
}

std::string effect_statement(const Comparison& comparison) {
    const auto question = std::string("How far apart is that, set against the spread within? ");
    const auto& effect = comparison.effect;
    if (!effect.mahalanobis) {
        return question + "Not available, because " + effect.mahalanobis.reason() + ".";
    }
    auto text = fmt::format("{}The centres are {} standard deviations apart (Mahalanobis).",
                            question, fixed(*effect.mahalanobis));
    if (effect.bhattacharyya) {
        text += fmt::format(" As clouds of people the groups overlap by {} (Bhattacharyya; 0 is "
                            "apart, 1 the same).",
                            fixed(*effect.bhattacharyya));
    }
    return text;
}

} // namespace

std::vector<std::string> test_statements(const GapReport& report, const Comparison& comparison) {
    auto statements = centroid_test_statements(comparison);
    // Where nothing could be tested, one reason is enough.
    if (comparison.centroid_test) {
        statements.push_back(spread_statement(report, comparison));
        statements.push_back(energy_statement(comparison));
        statements.push_back(effect_statement(comparison));
    }
    return statements;
}

std::string few_note(const GapReport& report) {
    const auto least = report.answers.promise.least_told();
    return least == 0 ? std::string()
                      : fmt::format("\"few\": fewer than {} people, kept confidential.", least);
}

std::vector<std::string> overlap_statements(const Comparison& comparison) {
    const auto& overlap = comparison.overlap;
    std::vector<std::string> statements;
    if (overlap.morisita_horn) {
        statements.push_back("Overlap in use (Morisita-Horn; 0 nothing, 1 the same): " +
                             interval_text(*overlap.morisita_horn));
    } else {
        statements.push_back(fmt::format("Overlap in use: not available, because {}.",
                                         overlap.morisita_horn.reason()));
    }
    if (overlap.jaccard) {
        statements.push_back(fmt::format(
            "Of all the tools that either group uses, {} are used by both (Jaccard {}).",
            percent(*overlap.jaccard), fixed(*overlap.jaccard)));
    } else {
        statements.push_back(
            fmt::format("Shared tools: not available, because {}.", overlap.jaccard.reason()));
    }
    return statements;
}

} // namespace assess::reports
