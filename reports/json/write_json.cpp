#include "reports/json/write_json.hpp"

#include "reports/fields/head.hpp"
#include "reports/json/json_text.hpp"

namespace assess {
namespace fields {

const FieldList<GapReport>& gap_report_fields() {
    static const FieldList<GapReport> list([](auto& fields) {
        add_head(fields, "assess/gap-report/1", std::identity(),
                 "The answer in one or two sentences.", &GapReport::answer);
        fields.add("groups", "Those that somebody is listed in.", ListOf{ObjectOf(group_fields())},
                   &GapReport::groups);
        fields.add("comparisons", "Of two groups each.", ListOf{ObjectOf(comparison_fields())},
                   &GapReport::comparisons);
        fields.add("comparisons_reason", "Why nothing is compared; null where something is.",
                   Reason(), why_no_comparison);
        fields.add_where_any("hidden_groups", "Groups that a confidential report does not show.",
                             ListOf{ObjectOf(hidden_group_fields())}, &GapReport::hidden_groups);
        fields.add_where_any("lifecycle", "Who works on what, where anybody was asked.",
                             ObjectOf(lifecycle_fields()), [](const GapReport& report) {
                                 return report.lifecycle.stages.empty() ? nullptr
                                                                        : &report.lifecycle;
                             });
        fields.add_where_any("scores", "What people say on scales, where anybody was asked.",
                             ListOf{ObjectOf(scores_fields())}, &GapReport::scores);
        fields.add_where_any(
            "comments", "Free texts, sorted, without who wrote them.", ListOf{Text()},
            [](const GapReport& report) -> const auto& { return report.answers.comments; });
        fields.add("findings", "What the rules found, the worst first.",
                   ListOf{ObjectOf(finding_fields())}, &GapReport::findings);
        fields.add_with_reason("closing", "What would close it.", ObjectOf(recommendation_fields()),
                               [](const GapReport& report) {
                                   return or_because(report.closing, {"reason.not-asked-for"});
                               });
        fields.add("warnings", "What to bear in mind.", ListOf{Text()}, &GapReport::warnings);
    });
    return list;
}

} // namespace fields

void write_json(const GapReport& report, const WriterSettings& /*settings*/, std::ostream& out) {
    out << reports::json_text(fields::gap_report_fields().json(report, report));
}

} // namespace assess
