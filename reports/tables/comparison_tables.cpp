// comparisons: the gap on each axis and diagonal. tests: every test. effects: sizes and overlap.
#include "reports/fields/lists.hpp"
#include "reports/tables/columns.hpp"
#include "reports/tables/tables.hpp"

namespace assess {
namespace tables_of_comparisons {
namespace {

using fields::Json;

const std::vector<Column>& comparison_columns() {
    static const auto columns =
        Columns()
            .of(fields::pair_fields(), {{"first"}, {"second"}})
            .own("coordinate", ColumnKind::Text, "x, y, orchestration or building.")
            .of(fields::diagonal_gap_fields(), {{"gap", "estimate"},
                                                {"gap_reason", "estimate_reason"},
                                                {"lower"},
                                                {"upper"},
                                                {"sampling_lower"},
                                                {"sampling_upper"},
                                                {"level"},
                                                {"interval_reason"},
                                                {"sampling_variance"},
                                                {"landscape_variance"},
                                                {"degrees_of_freedom"},
                                                {"p"},
                                                {"p_adjusted"},
                                                {"welch_p"},
                                                {"p_reason"},
                                                {"n"}});
    return columns.all();
}

/// Intervals and tests are made on the diagonals.
Json on_axis(const Json& gap, const std::string& axis, std::size_t n) {
    const auto* const elsewhere = "on the diagonals only";
    return {{"estimate", gap[axis]},
            {"estimate_reason", gap[axis + "_reason"]},
            {"interval_reason", elsewhere},
            {"p_reason", elsewhere},
            {"n", n}};
}

Json on_diagonal(const Json& gap, const std::string& diagonal) {
    const auto& reason = gap[diagonal + "_reason"];
    return reason.is_null() ? gap[diagonal]
                            : Json{{"estimate_reason", reason},
                                   {"interval_reason", reason},
                                   {"p_reason", reason}};
}

void fill_comparisons(const GapReport& report, Table& table) {
    for (const auto& comparison : report.comparisons) {
        const auto gap = fields::comparison_fields().json(comparison, report)["gap"];
        const auto n =
            report.groups[comparison.first].placed + report.groups[comparison.second].placed;
        for (const std::string name : {"x", "y", "orchestration", "building"}) {
            auto row = fields::pair_fields().json(comparison, report);
            row["coordinate"] = name;
            row.update(name.size() == 1 ? on_axis(gap, name, n) : on_diagonal(gap, name));
            table.row(row);
        }
    }
}

const std::vector<Column>& test_columns() {
    static const auto columns =
        Columns()
            .of(fields::pair_fields(), {{"first"}, {"second"}})
            .own("test", ColumnKind::Text, "centroid (Wd*), spread (PERMDISP) or energy.")
            .of(fields::permutation_test_fields(), {{"statistic"},
                                                    {"p"},
                                                    {"smallest_p"},
                                                    {"permutations"},
                                                    {"at_least_as_extreme"},
                                                    {"exact"}})
            .own("cross_check_p", ColumnKind::Number,
                 "centroid: by Krishnamoorthy and Yu; spread: by F's own distribution.")
            .own("reason", ColumnKind::Text, "Why there is no test, or no statistic.");
    return columns.all();
}

void fill_tests(const GapReport& report, Table& table) {
    for (const auto& comparison : report.comparisons) {
        const auto tests = fields::comparison_fields().json(comparison, report)["tests"];
        for (const std::string name : {"centroid", "spread", "energy"}) {
            auto row = fields::pair_fields().json(comparison, report);
            row["test"] = name;
            row["reason"] = tests[name + "_reason"];
            if (const auto& test = tests[name]; test.is_object()) {
                row.update(test);
                row["reason"] = test["statistic_reason"];
                row["cross_check_p"] = test.value(Json::json_pointer("/krishnamoorthy_yu/p"),
                                                  test.value("f_p", Json()));
            }
            table.row(row);
        }
    }
}

const std::vector<Column>& effect_columns() {
    static const auto columns =
        Columns()
            .of(fields::pair_fields(), {{"first"}, {"second"}})
            .own("measure", ColumnKind::Text,
                 "mahalanobis, mahalanobis_squared, bhattacharyya, wasserstein_squared, "
                 "spread_difference, jaccard or morisita_horn.")
            .of(fields::estimate_fields(), {{"value", "estimate"}, {"lower"}, {"upper"}, {"level"}})
            .own("reason", ColumnKind::Text, "Why the value or its interval is missing.");
    return columns.all();
}

/// A value alone, an estimate with its interval, or null for this reason.
Json measured(const std::string& measure, const Json& value, const Json& reason) {
    Json row{{"measure", measure}, {"estimate", value}, {"reason", reason}};
    if (value.is_object()) {
        row.update(value);
        row["reason"] = value["interval_reason"];
    } else if (reason.is_null()) {
        row["reason"] = "it has no interval";
    }
    return row;
}

void fill_effects(const GapReport& report, Table& table) {
    for (const auto& comparison : report.comparisons) {
        const auto json = fields::comparison_fields().json(comparison, report);
        const auto add = [&](const std::string& measure, const Json& value, const Json& reason) {
            auto row = fields::pair_fields().json(comparison, report);
            row.update(measured(measure, value, reason));
            table.row(row);
        };
        const auto& effect = json["effect"];
        for (const std::string measure :
             {"mahalanobis", "mahalanobis_squared", "bhattacharyya", "wasserstein_squared"}) {
            add(measure, effect[measure], effect[measure + "_reason"]);
        }
        const auto& tests = json["tests"];
        const auto& spread = tests["spread"];
        add("spread_difference", spread.is_null() ? spread : spread["difference"],
            tests["spread_reason"]);
        const auto& overlap = json["overlap"];
        for (const std::string measure : {"jaccard", "morisita_horn"}) {
            add(measure, overlap[measure], overlap[measure + "_reason"]);
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
