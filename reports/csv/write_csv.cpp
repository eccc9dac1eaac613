#include "reports/csv/write_csv.hpp"

#include "reports/content/statements.hpp"
#include "reports/csv/csv_row.hpp"

#include <fmt/format.h>

#include <string>

namespace assess {
namespace {

using reports::CsvRow;
using reports::write_row;

double number(std::size_t count) {
    return static_cast<double>(count);
}

/// The table in the making: rows that share a section and their groups.
class Rows {
public:
    Rows(std::ostream& out, std::string_view section, std::string_view group = {},
         std::string_view other_group = {})
        : m_out(out), m_base{section, group, other_group, {}, {}, {}, {}, {}, {}, {}, {}} {}

    void add(std::string_view subject, std::string_view quantity, double value,
             std::optional<std::size_t> n = {}) {
        auto row = named(subject, quantity);
        row.value = value;
        row.n = n;
        write_row(m_out, row);
    }
    void text(std::string_view subject, std::string_view quantity, std::string_view words) {
        auto row = named(subject, quantity);
        row.text = words;
        write_row(m_out, row);
    }
    void missing(std::string_view subject, std::string_view quantity, std::string_view reason) {
        auto row = named(subject, quantity);
        row.reason = reason;
        write_row(m_out, row);
    }
    void add(std::string_view subject, std::string_view quantity, const Quantity<double>& value) {
        if (value) {
            add(subject, quantity, *value);
        } else {
            missing(subject, quantity, value.reason());
        }
    }
    void add(std::string_view subject, std::string_view quantity, const Estimate& estimate,
             std::string_view words = {}) {
        auto row = named(subject, quantity);
        row.value = estimate.value;
        row.lower = estimate.lower;
        row.upper = estimate.upper;
        row.n = estimate.n;
        row.text = words;
        if (!estimate.has_interval()) {
            row.reason = estimate.reason;
        }
        write_row(m_out, row);
    }

private:
    [[nodiscard]] CsvRow named(std::string_view subject, std::string_view quantity) const {
        auto row = m_base;
        row.subject = subject;
        row.quantity = quantity;
        return row;
    }

    std::ostream& m_out;
    CsvRow m_base;
};

void write_report_rows(const GapReport& report, std::ostream& out) {
    Rows rows(out, "report");
    rows.text("", "format", "assess/gap-report-table/1");
    rows.text("", "program_version", reports::program_version());
    rows.text("", "answer", report.answer);
    rows.text("", "source", report.answers.source);
    rows.text("landscape", "edition", report.landscape.edition);
    rows.text("landscape", "digest", report.landscape.digest);
    rows.text("", "seed", fmt::format("{}", report.seed)); // beyond 2^53 no double holds it
    rows.add("", "rows", number(report.answers.rows));
    rows.add("", "respondents", number(report.answers.respondents.size()));
    for (const auto& left_out : report.answers.left_out) {
        rows.add(left_out.reason, "left_out", number(left_out.count));
    }
    for (const auto& warning : report.warnings) {
        rows.text("", "warning", warning);
    }
    for (const auto& warning : report.answers.warnings) {
        rows.text("answers", "warning", warning);
    }
    if (report.comparisons.empty()) {
        rows.missing("", "comparison", report.no_comparison);
    }
    Rows policy(out, "policy");
    for (const auto& [name, value] : reports::policy_numbers(report.policy)) {
        policy.add("", name, value);
    }
}

void write_centre(Rows& rows, const Group& group) {
    const auto add = [&](std::string_view quantity, auto&& read) {
        if (group.centroid) {
            rows.add("", quantity, read(*group.centroid), group.placed);
        } else {
            rows.missing("", quantity, group.centroid.reason());
        }
    };
    add("centroid_x", [](const Point& p) { return p.x(); });
    add("centroid_y", [](const Point& p) { return p.y(); });
    add("centroid_orchestration", [](const Point& p) { return along(Diagonal::Orchestration, p); });
    add("centroid_building", [](const Point& p) { return along(Diagonal::Building, p); });
}

void write_covariance(Rows& rows, const Group& group) {
    const auto add = [&](std::string_view quantity, Eigen::Index i, Eigen::Index j) {
        if (group.covariance) {
            rows.add("", quantity, (*group.covariance)(i, j), group.placed);
        } else {
            rows.missing("", quantity, group.covariance.reason());
        }
    };
    add("covariance_xx", 0, 0);
    add("covariance_xy", 0, 1);
    add("covariance_yy", 1, 1);
    rows.add("", "standard_distance", group.standard_distance);
}

void write_shares(Rows& rows, const Group& group, const Landscape& landscape) {
    for (std::size_t i = 0; i < quadrants.size(); ++i) {
        const auto quadrant = id_of(quadrants[i]);
        if (group.quadrant_share) {
            rows.add(quadrant, "quadrant_share", (*group.quadrant_share)[i]);
        } else {
            rows.missing(quadrant, "quadrant_share", group.quadrant_share.reason());
        }
    }
    for (std::size_t i = 0; i < landscape.categories.size(); ++i) {
        const auto& category = landscape.categories[i].id;
        if (!group.category_share) {
            rows.missing(category, "category_share", group.category_share.reason());
        } else if (i < group.category_share->size()) {
            rows.add(category, "category_share", (*group.category_share)[i]);
        }
    }
}

void write_group_rows(const Group& group, const Landscape& landscape, std::ostream& out) {
    Rows rows(out, "group", group.id);
    rows.add("", "listed", number(group.listed));
    rows.add("", "answered", number(group.n));
    rows.add("", "placed", number(group.placed));
    write_centre(rows, group);
    write_covariance(rows, group);
    write_shares(rows, group, landscape);
    Rows tools(out, "tool", group.id);
    for (ToolIndex index = 0; index < group.tools.size(); ++index) {
        const auto& use = group.tools[index];
        if (use.users > 0) {
            const auto& id = landscape.tools[index].id;
            tools.add(id, "users", number(use.users), use.base);
            tools.add(id, "share_of_use", use.share, group.placed);
        }
    }
}

void write_gap_rows(Rows& rows, const Comparison& comparison) {
    if (comparison.gap) {
        rows.add("x", "gap", comparison.gap->x());
        rows.add("y", "gap", comparison.gap->y());
    } else {
        rows.missing("x", "gap", comparison.gap.reason());
        rows.missing("y", "gap", comparison.gap.reason());
    }
    for (const auto diagonal : diagonals) {
        const auto& gap = comparison.diagonal[static_cast<std::size_t>(diagonal)];
        const auto name = id_of(diagonal);
        if (!gap) {
            rows.missing(name, "gap", gap.reason());
            continue;
        }
        rows.add(name, "gap", gap->gap);
        rows.add(name, "p", gap->p);
        rows.add(name, "p_adjusted", gap->p_adjusted);
        rows.add(name, "welch_p", gap->welch_p);
        rows.add(name, "sampling_variance", gap->sampling_variance);
        rows.add(name, "landscape_variance", gap->landscape_variance);
    }
}

void write_test_rows(Rows& rows, const Comparison& comparison) {
    if (!comparison.centroid_test) {
        rows.missing("centroid", "p", comparison.centroid_test.reason());
        return;
    }
    const auto& test = *comparison.centroid_test;
    rows.add("centroid", "statistic", test.statistic);
    rows.add("centroid", "p", test.p);
    rows.add("centroid", "permutations", static_cast<double>(test.permutations));
    rows.add("centroid", "at_least_as_extreme", static_cast<double>(test.at_least_as_extreme));
    rows.text("centroid", "exact", test.exact ? "true" : "false");
    rows.add("centroid", "smallest_p", test.smallest_p);
}

void write_comparison_rows(const GapReport& report, const Comparison& comparison,
                           std::ostream& out) {
    const auto& first = report.groups[comparison.first].id;
    const auto& second = report.groups[comparison.second].id;
    Rows rows(out, "comparison", first, second);
    write_gap_rows(rows, comparison);
    write_test_rows(rows, comparison);
    rows.add("overlap", "jaccard", comparison.overlap.jaccard);
    if (comparison.overlap.morisita_horn) {
        rows.add("overlap", "morisita_horn", *comparison.overlap.morisita_horn);
    } else {
        rows.missing("overlap", "morisita_horn", comparison.overlap.morisita_horn.reason());
    }
    Rows parts(out, "by_tool", first, second);
    for (const auto& part : comparison.by_tool) {
        const auto& id = report.landscape.tools[part.tool].id;
        parts.add(id, "x", part.x);
        parts.add(id, "y", part.y);
        parts.add(id, "orchestration", part.orchestration);
        parts.add(id, "building", part.building);
    }
}

void write_finding_rows(const Finding& finding, std::ostream& out) {
    const auto subject = reports::rule_of(finding);
    Rows rows(out, "finding");
    rows.text(subject, "state", id_of(finding.state));
    rows.text(subject, "severity", id_of(finding.severity));
    rows.text(subject, "says", finding.says);
    if (finding.magnitude) {
        rows.add(subject, "magnitude", finding.magnitude->estimate, finding.magnitude->name);
    } else {
        rows.missing(subject, "magnitude", finding.magnitude.reason());
    }
}

} // namespace

void write_csv(const GapReport& report, const WriterSettings& /*settings*/, std::ostream& out) {
    out << reports::csv_header;
    write_report_rows(report, out);
    for (const auto& group : report.groups) {
        write_group_rows(group, report.landscape, out);
    }
    for (const auto& comparison : report.comparisons) {
        write_comparison_rows(report, comparison, out);
    }
    for (const auto& finding : report.findings) {
        write_finding_rows(finding, out);
    }
}

} // namespace assess
