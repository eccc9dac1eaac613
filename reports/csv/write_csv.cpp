#include "reports/csv/write_csv.hpp"

#include "reports/content/contributions.hpp"
#include "reports/content/statements.hpp"
#include "reports/csv/csv_row.hpp"
#include "reports/csv/csv_rows.hpp"
#include "reports/wording/wording.hpp"

#include <fmt/format.h>

#include <string>

namespace assess {
namespace reports::gap_report_csv {
namespace {

void write_report_rows(const GapReport& report, std::ostream& out) {
    Rows rows(out, "report");
    rows.text("", "format", "assess/gap-report-table/1");
    rows.text("", "program_version", reports::program_version());
    rows.text("", "answer", reports::english(report.answer));
    rows.text("", "source", report.answers.source);
    rows.text("landscape", "edition", report.landscape.edition);
    rows.text("landscape", "digest", report.landscape.digest);
    rows.text("", "seed", fmt::format("{}", report.seed)); // beyond 2^53 no double holds it
    rows.add("", "rows", number(report.answers.rows));
    rows.add("", "respondents", number(report.respondents));
    for (const auto& left_out : report.answers.left_out) {
        rows.add(left_out.reason, "left_out", number(left_out.count));
    }
    for (const auto& hidden : report.hidden_groups) {
        rows.missing(hidden.id, "hidden_group", reports::english(hidden.reason));
    }
    for (const auto& warning : report.warnings) {
        rows.text("", "warning", reports::english(warning));
    }
    if (report.comparisons.empty()) {
        rows.missing("", "comparison", reports::english(report.no_comparison));
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
    add("centroid_x", [](const Point& p) { return p.x; });
    add("centroid_y", [](const Point& p) { return p.y; });
    add("centroid_orchestration", [](const Point& p) { return along(Diagonal::Orchestration, p); });
    add("centroid_building", [](const Point& p) { return along(Diagonal::Building, p); });
}

void write_covariance(Rows& rows, const Group& group) {
    const auto add = [&](std::string_view quantity, double Covariance::*entry) {
        if (group.covariance) {
            rows.add("", quantity, (*group.covariance).*entry, group.placed);
        } else {
            rows.missing("", quantity, group.covariance.reason());
        }
    };
    add("covariance_xx", &Covariance::xx);
    add("covariance_xy", &Covariance::xy);
    add("covariance_yy", &Covariance::yy);
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
        if (use.few) {
            tools.missing(landscape.tools[index].id, "users",
                          fmt::format("fewer than {} people, kept confidential", group.least_told));
        } else if (use.users > 0) {
            const auto& id = landscape.tools[index].id;
            tools.add(id, "users", number(use.users), use.base);
            tools.add(id, "share_of_use", use.share, group.placed);
        }
    }
}

void write_gap_rows(Rows& rows, const Comparison& comparison) {
    if (comparison.gap) {
        rows.add("x", "gap", comparison.gap->x);
        rows.add("y", "gap", comparison.gap->y);
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

void write_test_rows(Rows& rows, std::string_view name, const PermutationTest& test) {
    rows.add(name, "statistic", test.statistic);
    rows.add(name, "p", test.p);
    rows.add(name, "permutations", static_cast<double>(test.permutations));
    rows.add(name, "at_least_as_extreme", static_cast<double>(test.at_least_as_extreme));
    rows.text(name, "exact", test.exact ? "true" : "false");
    rows.add(name, "smallest_p", test.smallest_p);
}

void write_tests_rows(Rows& rows, const Comparison& comparison) {
    if (comparison.centroid_test) {
        write_test_rows(rows, "centroid", *comparison.centroid_test);
    } else {
        rows.missing("centroid", "p", comparison.centroid_test.reason());
    }
    if (comparison.spread) {
        write_test_rows(rows, "spread", comparison.spread->test);
        rows.add("spread", "mean_distance_first", comparison.spread->mean_distance_first);
        rows.add("spread", "mean_distance_second", comparison.spread->mean_distance_second);
        rows.add("spread", "difference", comparison.spread->difference);
    } else {
        rows.missing("spread", "p", comparison.spread.reason());
    }
    if (comparison.energy_test) {
        write_test_rows(rows, "energy", *comparison.energy_test);
    } else {
        rows.missing("energy", "p", comparison.energy_test.reason());
    }
    rows.add("effect", "mahalanobis", comparison.effect.mahalanobis);
    rows.add("effect", "mahalanobis_squared", comparison.effect.mahalanobis_squared);
    rows.add("effect", "bhattacharyya", comparison.effect.bhattacharyya);
    rows.add("effect", "wasserstein_squared", comparison.effect.wasserstein_squared);
}

/// The parts of tools that few people use, together.
void write_few_rows(Rows& parts, const Comparison& comparison) {
    if (const auto& few = comparison.by_few) {
        parts.add("tools of few people", "x", few->x);
        parts.add("tools of few people", "y", few->y);
        for (const auto diagonal : {Diagonal::Orchestration, Diagonal::Building}) {
            parts.add("tools of few people", id_of(diagonal),
                      part_estimate(comparison, *few, diagonal));
        }
    }
}

void write_comparison_rows(const GapReport& report, const Comparison& comparison,
                           std::ostream& out) {
    const auto& first = report.groups[comparison.first].id;
    const auto& second = report.groups[comparison.second].id;
    Rows rows(out, "comparison", first, second);
    write_gap_rows(rows, comparison);
    write_tests_rows(rows, comparison);
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
        for (const auto diagonal : {Diagonal::Orchestration, Diagonal::Building}) {
            parts.add(id, id_of(diagonal), part_estimate(comparison, part, diagonal));
        }
    }
    write_few_rows(parts, comparison);
}

void write_count(Rows& rows, std::string_view subject, std::string_view quantity,
                 const Quantity<std::size_t>& count, std::size_t base) {
    if (count) {
        rows.add(subject, quantity, number(*count), base);
    } else {
        rows.missing(subject, quantity, count.reason());
    }
}

void write_lifecycle_rows(const GapReport& report, std::ostream& out) {
    for (const auto& row : report.lifecycle.stages) {
        const auto& stage = report.landscape.stages[row.stage].id;
        Rows all(out, "lifecycle");
        write_count(all, stage, "people", row.everybody.people, row.everybody.base);
        write_count(all, stage, "covered", row.everybody.covered,
                    row.everybody.people ? *row.everybody.people : 0);
        for (const auto tool : row.everybody.tools) {
            all.text(stage, "tool", report.landscape.tools[tool].id);
        }
        for (std::size_t g = 0; g < row.groups.size(); ++g) {
            Rows rows(out, "lifecycle", report.groups[g].id);
            if (!row.groups[g]) {
                rows.missing(stage, "people", row.groups[g].reason());
                continue;
            }
            write_count(rows, stage, "people", row.groups[g]->people, row.groups[g]->base);
            write_count(rows, stage, "covered", row.groups[g]->covered,
                        row.groups[g]->people ? *row.groups[g]->people : 0);
        }
    }
    for (const auto& hand_off : report.lifecycle.hand_offs) {
        const auto& stages = report.landscape.stages;
        const auto subject = stages[hand_off.from].id + "-to-" + stages[hand_off.to].id;
        Rows rows(out, "hand_off");
        if (hand_off.both) {
            rows.add(subject, "both", number(*hand_off.both));
        } else {
            rows.missing(subject, "both", hand_off.both.reason());
        }
        for (const auto tool : hand_off.tools) {
            rows.text(subject, "tool", report.landscape.tools[tool].id);
        }
    }
}

void write_score_rows(const GapReport& report, std::ostream& out) {
    for (const auto& scores : report.scores) {
        const auto& item = report.answers.score_items[scores.item];
        const auto subject =
            item.tool ? item.id + "@" + report.landscape.tools[*item.tool].id : item.id;
        Rows(out, "score").text(subject, "question", item.text);
        for (std::size_t g = 0; g < scores.groups.size(); ++g) {
            Rows rows(out, "score", report.groups[g].id);
            const auto& score = scores.groups[g];
            if (!score) {
                rows.missing(subject, "mean", score.reason());
                continue;
            }
            rows.add(subject, "missing", number(score->base - score->n), score->base);
            for (std::size_t step = 0; step < score->counts.size(); ++step) {
                rows.add(subject, fmt::format("step_{}", step + 1), number(score->counts.at(step)),
                         score->n);
            }
            if (score->mean) {
                rows.add(subject, "mean", *score->mean);
            } else {
                rows.missing(subject, "mean", score->mean.reason());
            }
            rows.add(subject, "agreement", score->agreement);
        }
    }
}

void write_finding_rows(const Finding& finding, std::ostream& out) {
    const auto subject = reports::rule_of(finding);
    Rows rows(out, "finding");
    rows.text(subject, "state", id_of(finding.state));
    rows.text(subject, "severity", id_of(finding.severity));
    rows.text(subject, "says", reports::english(finding.says));
    if (finding.magnitude) {
        rows.add(subject, "magnitude", finding.magnitude->estimate,
                 reports::english(finding.magnitude->name));
    } else {
        rows.missing(subject, "magnitude", finding.magnitude.reason());
    }
    if (finding.fragile) {
        rows.text(subject, "fragile", *finding.fragile ? "true" : "false");
    } else {
        rows.missing(subject, "fragile", finding.fragile.reason());
    }
    rows.add(subject, "flip_share", finding.flip_share);
}

void write(const GapReport& report, std::ostream& out) {
    out << reports::csv_header;
    write_report_rows(report, out);
    for (const auto& group : report.groups) {
        write_group_rows(group, report.landscape, out);
    }
    for (const auto& comparison : report.comparisons) {
        write_comparison_rows(report, comparison, out);
    }
    write_lifecycle_rows(report, out);
    write_score_rows(report, out);
    for (const auto& comment : report.answers.comments) {
        Rows(out, "comment").text("", "text", comment);
    }
    for (const auto& finding : report.findings) {
        write_finding_rows(finding, out);
    }
    reports::write_closing_rows(report, out);
}

} // namespace
} // namespace reports::gap_report_csv

void write_csv(const GapReport& report, const WriterSettings& /*settings*/, std::ostream& out) {
    reports::gap_report_csv::write(report, out);
}

} // namespace assess
