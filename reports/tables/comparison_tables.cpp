// comparisons: the gap on each axis and diagonal. tests: every test. effects: sizes and overlap.
#include "reports/tables/tables.hpp"

#include <array>

namespace assess {
namespace tables_of_comparisons {
namespace {

using enum ColumnKind;

constexpr std::array comparison_columns{
    Column{"first", Text, "id of the group from which the other is subtracted"},
    Column{"second", Text, "id of the other group"},
    Column{"coordinate", Text, "x, y, orchestration or building"},
    Column{"gap", Number, "first centroid minus second, -2 to 2"},
    Column{"gap_reason", Text, "why there is none"},
    Column{"lower", Number, "end of the interval; diagonals only"},
    Column{"upper", Number, "the other end"},
    Column{"sampling_lower", Number, "the same from the people alone"},
    Column{"sampling_upper", Number, "the same"},
    Column{"level", Number, "of the intervals, 0.95 by default"},
    Column{"interval_reason", Text, "why there is none"},
    Column{"sampling_variance", Number, "squared standard error from the people"},
    Column{"landscape_variance", Number, "what the tolerances of the tools' places add"},
    Column{"degrees_of_freedom", Number, "Welch and Satterthwaite's"},
    Column{"p", Number, "permutation test of the studentized difference"},
    Column{"p_adjusted", Number, "the same after Holm, over both diagonals"},
    Column{"welch_p", Number, "cross-check: Welch's t"},
    Column{"p_reason", Text, "why there is no p"},
    Column{"n", Integer, "people the gap rests on"},
};

void begin(Table& table, const GapReport& report, const Comparison& comparison) {
    table.text(report.groups[comparison.first].id).text(report.groups[comparison.second].id);
}

void add_quantity(Table& table, const Quantity<double>& value) {
    if (value) {
        table.number(*value);
    } else {
        table.empty();
    }
}

constexpr std::string_view not_on_axes = "on the diagonals only";

void fill_axis(Table& table, const GapReport& report, const Comparison& comparison, bool is_x) {
    begin(table, report, comparison);
    table.text(is_x ? "x" : "y");
    if (comparison.gap) {
        table.number(is_x ? comparison.gap->x : comparison.gap->y).empty();
    } else {
        table.empty().text(comparison.gap.reason());
    }
    table.empty(5).text(not_on_axes);
    table.empty(6).text(not_on_axes);
    table.count(report.groups[comparison.first].placed + report.groups[comparison.second].placed);
    table.end();
}

void fill_diagonal(Table& table, const GapReport& report, const Comparison& comparison,
                   Diagonal diagonal) {
    begin(table, report, comparison);
    table.text(id_of(diagonal));
    const auto& quantity = comparison.diagonal.at(static_cast<std::size_t>(diagonal));
    if (!quantity) {
        table.empty().text(quantity.reason()).empty(5).text(quantity.reason());
        table.empty(6).text(quantity.reason()).empty().end();
        return;
    }
    const auto& gap = quantity->gap;
    const bool given = gap.has_interval();
    table.number(gap.value).empty();
    table.number(gap.lower).number(gap.upper);
    table.number(gap.sampling_lower ? gap.sampling_lower : gap.lower);
    table.number(gap.sampling_upper ? gap.sampling_upper : gap.upper);
    table.number(gap.level);
    table.text(given ? std::string_view() : gap.reason);
    table.number(quantity->sampling_variance).number(quantity->landscape_variance);
    if (given) {
        table.number(quantity->degrees_of_freedom);
    } else {
        table.empty();
    }
    add_quantity(table, quantity->p);
    add_quantity(table, quantity->p_adjusted);
    add_quantity(table, quantity->welch_p);
    table.text(quantity->p ? std::string_view() : quantity->p.reason()).count(gap.n).end();
}

void fill_comparisons(const GapReport& report, Table& table) {
    for (const auto& comparison : report.comparisons) {
        fill_axis(table, report, comparison, true);
        fill_axis(table, report, comparison, false);
        for (const auto diagonal : diagonals) {
            fill_diagonal(table, report, comparison, diagonal);
        }
    }
}

constexpr std::array test_columns{
    Column{"first", Text, "id of the first group"},
    Column{"second", Text, "id of the second group"},
    Column{"test", Text, "centroid (Wd*), spread (PERMDISP) or energy"},
    Column{"statistic", Number, "not available where the groups differ and neither has a spread"},
    Column{"p", Number, "permutation p, above 0 and at most 1"},
    Column{"smallest_p", Number, "the smallest that these numbers of people could have given"},
    Column{"permutations", Integer, "splits that were looked at"},
    Column{"at_least_as_extreme", Integer, "of these, ties included"},
    Column{"exact", Boolean, "whether they were all splits"},
    Column{"cross_check_p", Number, "Krishnamoorthy and Yu's, or F's own distribution"},
    Column{"reason", Text, "why there is no test, or no statistic"},
};

void fill_test(Table& table, const PermutationTest& test, const std::optional<double>& check) {
    add_quantity(table, test.statistic);
    table.number(test.p).number(test.smallest_p).count(test.permutations);
    table.count(test.at_least_as_extreme).flag(test.exact).number(check);
    table.text(test.statistic ? std::string_view() : test.statistic.reason()).end();
}

void fill_no_test(Table& table, std::string_view reason) {
    table.empty(7).text(reason).end();
}

void fill_tests(const GapReport& report, Table& table) {
    for (const auto& comparison : report.comparisons) {
        begin(table, report, comparison);
        table.text("centroid");
        if (comparison.centroid_test) {
            const auto& check = comparison.krishnamoorthy_yu;
            fill_test(table, *comparison.centroid_test,
                      check ? std::optional(check->p) : std::nullopt);
        } else {
            fill_no_test(table, comparison.centroid_test.reason());
        }
        begin(table, report, comparison);
        table.text("spread");
        if (comparison.spread) {
            fill_test(table, comparison.spread->test, comparison.spread->f_p);
        } else {
            fill_no_test(table, comparison.spread.reason());
        }
        begin(table, report, comparison);
        table.text("energy");
        if (comparison.energy_test) {
            fill_test(table, *comparison.energy_test, {});
        } else {
            fill_no_test(table, comparison.energy_test.reason());
        }
    }
}

constexpr std::array effect_columns{
    Column{"first", Text, "id of the first group"},
    Column{"second", Text, "id of the second group"},
    Column{"measure", Text,
           "mahalanobis, mahalanobis_squared, bhattacharyya, wasserstein_squared, "
           "spread_difference, jaccard or morisita_horn"},
    Column{"value", Number, "on the measure's own scale"},
    Column{"lower", Number, "end of the interval, of those that have one"},
    Column{"upper", Number, "the other end"},
    Column{"level", Number, "of the interval"},
    Column{"reason", Text, "why the value or its interval is missing"},
};

class Effects {
public:
    Effects(Table& table, const GapReport& report, const Comparison& comparison)
        : m_table(table), m_report(report), m_comparison(comparison) {}

    void add(std::string_view measure, const Quantity<double>& value) {
        begin(m_table, m_report, m_comparison);
        m_table.text(measure);
        add_quantity(m_table, value);
        m_table.empty(3).text(value ? "it has no interval" : std::string_view(value.reason()));
        m_table.end();
    }
    void add(std::string_view measure, const Estimate& estimate) {
        begin(m_table, m_report, m_comparison);
        m_table.text(measure).number(estimate.value).number(estimate.lower);
        m_table.number(estimate.upper).number(estimate.level);
        m_table.text(estimate.has_interval() ? std::string_view() : estimate.reason).end();
    }

private:
    Table& m_table;
    const GapReport& m_report;
    const Comparison& m_comparison;
};

void fill_effects(const GapReport& report, Table& table) {
    for (const auto& comparison : report.comparisons) {
        Effects effects(table, report, comparison);
        effects.add("mahalanobis", comparison.effect.mahalanobis);
        effects.add("mahalanobis_squared", comparison.effect.mahalanobis_squared);
        effects.add("bhattacharyya", comparison.effect.bhattacharyya);
        effects.add("wasserstein_squared", comparison.effect.wasserstein_squared);
        if (comparison.spread) {
            effects.add("spread_difference", comparison.spread->difference);
        } else {
            effects.add("spread_difference",
                        Quantity<double>::unavailable(comparison.spread.reason()));
        }
        effects.add("jaccard", comparison.overlap.jaccard);
        if (comparison.overlap.morisita_horn) {
            effects.add("morisita_horn", *comparison.overlap.morisita_horn);
        } else {
            effects.add("morisita_horn",
                        Quantity<double>::unavailable(comparison.overlap.morisita_horn.reason()));
        }
    }
}

} // namespace
} // namespace tables_of_comparisons

NamedTable comparisons_table() {
    return {"comparisons", "the gap of two groups on an axis or a diagonal",
            tables_of_comparisons::comparison_columns, tables_of_comparisons::fill_comparisons};
}

NamedTable tests_table() {
    return {"tests", "a test of two groups", tables_of_comparisons::test_columns,
            tables_of_comparisons::fill_tests};
}

NamedTable effects_table() {
    return {"effects", "a measure of how far two groups differ or overlap",
            tables_of_comparisons::effect_columns, tables_of_comparisons::fill_effects};
}

} // namespace assess
