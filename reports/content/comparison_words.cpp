// Comparisons in sentences.
#include "reports/content/statements.hpp"

#include <cmath>

namespace assess::reports {
namespace {

std::vector<NamedValue> groups_of(const GapReport& report, const Comparison& comparison) {
    return {{"first", group_name(report.groups[comparison.first])},
            {"second", group_name(report.groups[comparison.second])}};
}

std::vector<NamedValue> with(std::vector<NamedValue> arguments, NamedValue more) {
    arguments.push_back(std::move(more));
    return arguments;
}

Value reason_of(const Estimate& estimate) {
    return estimate.reason.empty() ? Value(Message{"comparison.not-computed"})
                                   : Value(estimate.reason);
}

/// A clause: the value with its interval, or with the reason why there is none.
Message estimate_clause(const Estimate& estimate) {
    if (!estimate.has_interval()) {
        return {"comparison.estimate.alone",
                {{"value", Decimal(estimate.value)}, {"reason", reason_of(estimate)}}};
    }
    return {"comparison.estimate",
            {{"value", Decimal(estimate.value)},
             {"level", Level{estimate.level}},
             {"lower", Decimal(*estimate.lower)},
             {"upper", Decimal(*estimate.upper)}}};
}

/// The same where one reason stands against the interval and the p-value.
Message untested_clause(const Estimate& estimate) {
    return estimate.has_interval()
               ? estimate_clause(estimate)
               : Message{"comparison.estimate.untested",
                         {{"value", Decimal(estimate.value)}, {"reason", reason_of(estimate)}}};
}

Message p_statement(const DiagonalGap& gap) {
    if (!gap.p) {
        return {"comparison.no-p", {{"reason", gap.p.reason()}}};
    }
    return {
        "comparison.p",
        {{"p", Probability{*gap.p}},
         {"adjusted", gap.p_adjusted
                          ? Message{"comparison.p.adjusted", {{"p", Probability{*gap.p_adjusted}}}}
                          : Message()},
         {"welch", gap.welch_p ? Message{"comparison.p.welch", {{"p", Probability{*gap.welch_p}}}}
                               : Message()}}};
}

/// How much of the uncertainty is the landscape's own; nothing where that is not known.
Message variance_statement(const DiagonalGap& gap) {
    const double variance = gap.sampling_variance + gap.landscape_variance;
    if (!gap.gap.has_interval() || !(variance > 0)) {
        return {};
    }
    return {"comparison.variance",
            {{"people", Share(gap.sampling_variance / variance)},
             {"landscape", Share(gap.landscape_variance / variance)}}};
}

} // namespace

Message no_comparison(const GapReport& report) {
    return {"comparison.none", {{"reason", report.no_comparison}}};
}

std::vector<Message> diagonal_statements(const GapReport& report, const Comparison& comparison,
                                         Diagonal diagonal) {
    const auto& gap = comparison.diagonal[static_cast<std::size_t>(diagonal)];
    const auto groups = groups_of(report, comparison);
    if (!gap) {
        return {{"comparison.no-gap", with(groups, {"reason", gap.reason()})}};
    }
    if (!gap->p && gap->p.reason() == gap->gap.reason) {
        return {{"comparison.gap", with(groups, {"estimate", untested_clause(gap->gap)})}};
    }
    std::vector<Message> statements{
        {"comparison.gap", with(groups, {"estimate", estimate_clause(gap->gap)})},
        p_statement(*gap)};
    if (auto variance = variance_statement(*gap); !variance.empty()) {
        statements.push_back(std::move(variance));
    }
    return statements;
}

Message centroid_test_statement(const Comparison& comparison) {
    if (!comparison.centroid_test) {
        return {"comparison.centres.not-tested", {{"reason", comparison.centroid_test.reason()}}};
    }
    const auto& test = *comparison.centroid_test;
    return {"comparison.centres",
            {{"statistic", test.statistic ? Message{"comparison.statistic",
                                                    {{"value", Decimal(*test.statistic)}}}
                                          : Message{"comparison.no-statistic"}},
             {"p", Probability{test.p}},
             {"exact", yes_or_no(test.exact)},
             {"splits", Count(test.permutations)},
             {"smallest", Probability{test.smallest_p}}}};
}

namespace {

Message spread_statement(const GapReport& report, const Comparison& comparison) {
    if (!comparison.spread) {
        return {"comparison.spread.not-tested", {{"reason", comparison.spread.reason()}}};
    }
    const auto& spread = *comparison.spread;
    auto arguments = groups_of(report, comparison);
    arguments.insert(arguments.end(), {{"first_distance", Decimal(spread.mean_distance_first)},
                                       {"second_distance", Decimal(spread.mean_distance_second)},
                                       {"p", Probability{spread.test.p}},
                                       {"difference", estimate_clause(spread.difference)}});
    return {"comparison.spread", std::move(arguments)};
}

Message energy_statement(const Comparison& comparison) {
    return comparison.energy_test
               ? Message{"comparison.energy", {{"p", Probability{comparison.energy_test->p}}}}
               : Message{"comparison.energy.not-tested",
                         {{"reason", comparison.energy_test.reason()}}};
}

Message effect_statement(const Comparison& comparison) {
    const auto& effect = comparison.effect;
    if (!effect.mahalanobis) {
        return {"comparison.no-effect", {{"reason", effect.mahalanobis.reason()}}};
    }
    return sentences({"comparison.effect", {{"distance", Decimal(*effect.mahalanobis)}}},
                     effect.bhattacharyya ? Message{"comparison.effect.overlap",
                                                    {{"overlap", Decimal(*effect.bhattacharyya)},
                                                     {"least", Count(0)},
                                                     {"most", Count(1)}}}
                                          : Message());
}

} // namespace

std::vector<Message> test_statements(const GapReport& report, const Comparison& comparison) {
    std::vector<Message> statements{centroid_test_statement(comparison)};
    // Where nothing could be tested, one reason is enough.
    if (comparison.centroid_test) {
        statements.push_back(spread_statement(report, comparison));
        statements.push_back(energy_statement(comparison));
        statements.push_back(effect_statement(comparison));
    }
    return statements;
}

Message few_note(const GapReport& report) {
    const auto least = report.answers.promise.least_told();
    return least == 0 ? Message() : Message{"comparison.few", {{"least", Count(least)}}};
}

Cells cells_of(const GapReport& report, const Bridge& bridge) {
    return {tool_name(report.landscape, bridge.tool),
            users_cell(bridge.users_first, bridge.base_first, bridge.few_first),
            users_cell(bridge.users_second, bridge.base_second, bridge.few_second)};
}

std::vector<Message> overlap_statements(const Comparison& comparison) {
    const auto& [jaccard, morisita_horn, bridges] = comparison.overlap;
    return {morisita_horn ? Message{"comparison.overlap",
                                    {{"least", Count(0)},
                                     {"most", Count(1)},
                                     {"estimate", estimate_clause(*morisita_horn)}}}
                          : Message{"comparison.no-overlap", {{"reason", morisita_horn.reason()}}},
            jaccard ? Message{"comparison.shared",
                              {{"share", Share(*jaccard)}, {"jaccard", Decimal(*jaccard)}}}
                    : Message{"comparison.nothing-shared", {{"reason", jaccard.reason()}}}};
}

} // namespace assess::reports
