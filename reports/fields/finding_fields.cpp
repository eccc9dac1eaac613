// Findings, and what became of them.
#include "reports/fields/field_list.hpp"
#include "reports/fields/lists.hpp"

namespace assess::fields {
namespace {

const FieldList<Magnitude>& magnitude_fields() {
    static const FieldList<Magnitude> list([](auto& fields) {
        fields.add("name", "What it measures.", Text(), &Magnitude::name);
        fields.include(estimate_fields(), &Magnitude::estimate);
        fields.add_with_reason("threshold", "From here on the rule finds it notable.", any_number,
                               [](const Magnitude& one) {
                                   return or_because(one.threshold, {"reason.no-threshold"});
                               });
        fields.add_with_reason("serious", "From here on the rule finds it serious.", any_number,
                               [](const Magnitude& one) {
                                   return or_because(one.serious, {"reason.no-serious-case"});
                               });
        fields.add("scale_lower", "Where the scale begins on which to draw it.", any_number,
                   &Magnitude::scale_lower);
        fields.add("scale_upper", "Where that scale ends.", any_number, &Magnitude::scale_upper);
    });
    return list;
}

auto said_where_asked(std::optional<State> FindingChange::*state, Message FindingChange::*says) {
    return [=](const FindingChange& change) {
        return change.*state ? std::optional(change.*says) : std::nullopt;
    };
}

} // namespace

const FieldList<Finding>& finding_fields() {
    static const FieldList<Finding> list("finding", "A rule's verdict.", [](auto& fields) {
        fields.add("id", "Id of the rule.", not_empty, &Finding::id);
        fields.add("subject", "What it was asked about: a diagonal, a group, a tool, ...", Text(),
                   &Finding::subject);
        fields.add("state", "Whether it is there.", id_up_to(State::Absent), &Finding::state);
        fields.add("severity", "How much it weighs; none unless it is present or possible.",
                   id_up_to(Severity::Serious), &Finding::severity);
        fields.add_with_reason("magnitude", "The number that the rule decided by.",
                               ObjectOf(magnitude_fields()), &Finding::magnitude);
        fields.add_with_reason("fragile",
                               "Whether it flips within the tolerances of the tools' places.",
                               Flag(), &Finding::fragile);
        fields.add_with_reason("flip_share",
                               "Share of the draws of these places in which the state is another.",
                               share, &Finding::flip_share);
        fields.add("says", "The verdict in a sentence.", Text(), &Finding::says);
        fields.add("means", "What that means for the people.", Text(), &Finding::means);
        fields.add("evidence", "Sentences with the numbers.", ListOf{Text()}, &Finding::evidence);
        fields.add("actions", "What to do.", ListOf{Text()}, &Finding::actions);
        fields.add("flips_when", "What would change the verdict.", Text(), &Finding::flips_when);
        fields.add("tools", "Ids of the tools behind it, the most important first.",
                   ListOf{not_empty}, [](const Finding& finding, const GapReport& report) {
                       return tool_ids(finding.tools, report);
                   });
        fields.add("groups", "Ids of the groups that it speaks of.", ListOf{Text()},
                   &Finding::groups);
    });
    return list;
}

const FieldList<Finding>& finding_name_fields() {
    static const FieldList<Finding> list(
        "finding_name", "A finding by its name.", [](auto& fields) {
            fields.include(finding_fields(), std::identity(), {"id", "subject"});
        });
    return list;
}

const FieldList<FindingChange>& finding_change_fields() {
    static const FieldList<FindingChange> list(
        "finding_change", "A rule's verdict before and after.", [](auto& fields) {
            using Change = FindingChange;
            const auto state = id_up_to(State::Absent);
            const auto severity = id_up_to(Severity::Serious);
            fields.add("id", "Id of the rule.", not_empty, &Change::id);
            fields.add("subject", "What it was asked about.", Text(), &Change::subject);
            fields.add("fate",
                       "A finding counts as there while it is present or possible; open: it was "
                       "there, and now nobody can say.",
                       id_up_to(FindingFate::Never), &Change::fate);
            fields.add("before", "Its state before; null: it was no question.", OrNull{state},
                       &Change::before);
            fields.add("after", "Its state after; null: it is no question.", OrNull{state},
                       &Change::after);
            fields.add("severity_before", "How much it weighed.", severity,
                       &Change::severity_before);
            fields.add("severity_after", "How much it weighs.", severity, &Change::severity_after);
            fields.add("says_before", "The verdict before; null: it was no question.",
                       OrNull{Text()}, said_where_asked(&Change::before, &Change::says_before));
            fields.add("says_after", "The verdict after; null: it is no question.", OrNull{Text()},
                       said_where_asked(&Change::after, &Change::says_after));
        });
    return list;
}

} // namespace assess::fields
