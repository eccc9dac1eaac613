// A recommendation as JSON.
#include "reports/content/closing_words.hpp"
#include "reports/fields/head.hpp"
#include "reports/json/json_text.hpp"
#include "reports/what_if/what_if_writers.hpp"

namespace assess {
namespace fields {
namespace {

using Gaps = std::array<Quantity<Estimate>, 2>;

Gaps gaps_today(const GapReport& report) {
    if (report.comparisons.empty()) {
        const auto none = Quantity<Estimate>::unavailable(why_no_comparison(report));
        return {none, none};
    }
    return gap_estimates(report.comparisons.back());
}

const FieldList<Finding>& short_finding_fields() {
    static const FieldList<Finding> list([](auto& fields) {
        fields.include(finding_fields(), std::identity(),
                       {"id", "subject", "state", "severity", "says"});
    });
    return list;
}

} // namespace

const FieldList<GapReport>& recommendation_document_fields() {
    static const FieldList<GapReport> list([](auto& fields) {
        add_head(fields, "assess/recommendation/1", std::identity(),
                 "What is recommended, in one or two sentences.", [](const GapReport& report) {
                     return reports::closing_lede(report, report.closing.value());
                 });
        fields.add("between", "Ids of the two groups compared, first less second.",
                   OrNull{ListOf{not_empty, 2, 2}}, compared_pair);
        fields.add("between_reason", "Why no two groups are compared.", Reason(),
                   why_no_comparison);
        fields.add("today", "The gap today, first group less second.",
                   ObjectOf(along_diagonals_fields()), gaps_today);
        fields.add("findings", "What the rules find today.",
                   ListOf{ObjectOf(short_finding_fields())}, &GapReport::findings);
        fields.add(
            "recommendation", "What would close it.", ObjectOf(recommendation_fields()),
            [](const GapReport& report) -> const auto& { return report.closing.value(); });
    });
    return list;
}

} // namespace fields

void write_recommendation_json(const GapReport& report, const WriterSettings& /*settings*/,
                               std::ostream& out) {
    out << reports::json_text(fields::recommendation_document_fields().json(report, report));
}

} // namespace assess
