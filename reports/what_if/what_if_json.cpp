// A what-if as JSON.
#include "reports/fields/head.hpp"
#include "reports/json/json_text.hpp"
#include "reports/what_if/what_if_words.hpp"
#include "reports/what_if/what_if_writers.hpp"

#include <algorithm>

namespace assess {
namespace fields {
namespace {

const FieldList<Who>& who_fields() {
    static const FieldList<Who> list([](auto& fields) {
        fields.add("kind", "Whether it is a role, a team, a person or everybody.",
                   id_up_to(Who::Kind::Person), &Who::kind);
        fields.add("id", "The role, the team's name, the person's id; null: everybody.",
                   OrNull{Text()}, [](const Who& who) {
                       return who.kind == Who::Kind::Everybody ? std::nullopt
                                                               : std::optional(who.id);
                   });
    });
    return list;
}

bool is_few(std::size_t people, const GapReport& report) {
    return people > 0 && people < report.answers.promise.least_told();
}

auto unless_few(std::size_t AppliedChange::*people) {
    return [=](const AppliedChange& applied, const GapReport& report) {
        return is_few(applied.*people, report) ? std::nullopt : std::optional(applied.*people);
    };
}

std::string why_counts_are_null(const AppliedChange& applied, const GapReport& report) {
    const auto counts = {applied.people, applied.changed, applied.unaffected};
    const bool few =
        std::ranges::any_of(counts, [&](std::size_t people) { return is_few(people, report); });
    return few ? kept_confidential(report.answers.promise.least_told()) : "";
}

const FieldList<AppliedChange>& change_fields() {
    static const FieldList<AppliedChange> list([](auto& fields) {
        using Applied = AppliedChange;
        fields.add("change", "Whether they take the tool up or stop using it.",
                   OneOf{{"adopt", "drop"}}, [](const Applied& applied) {
                       return std::string(applied.change.adopts ? "adopt" : "drop");
                   });
        fields.include(
            tool_fields(), [](const Applied& applied, const GapReport& report) -> const auto& {
                return report.landscape.tools[applied.change.tool];
            });
        fields.add("depth", "How deeply they take it up; null for a drop.",
                   OrNull{id_up_to(Depth::Uses)}, [](const Applied& applied) {
                       return applied.change.adopts ? std::optional(applied.change.depth)
                                                    : std::nullopt;
                   });
        fields.add(
            "who", "Whom it is about.", ObjectOf(who_fields()),
            [](const Applied& applied) -> const auto& { return applied.change.who; });
        fields.add("people", "Of these, who answered about tools; null where confidential.",
                   OrNull{Count()}, unless_few(&Applied::people));
        fields.add("changed", "Of these, whose answers it alters.", OrNull{Count()},
                   unless_few(&Applied::changed));
        fields.add("unaffected",
                   "Of these, who use the tool that deeply already (adopt) or do not use it "
                   "(drop).",
                   OrNull{Count()}, unless_few(&Applied::unaffected));
        fields.add("counts_reason", "Why one of these counts is null; else null.", Reason(),
                   why_counts_are_null);
    });
    return list;
}

/// The gap on one diagonal.
struct GapThere {
    const GapChange* gap;
    std::size_t diagonal;
};

const FieldList<GapThere>& before_after_fields() {
    const auto there = [](auto GapChange::*when) {
        return [=](const GapThere& one) -> const auto& {
            return (one.gap->*when).at(one.diagonal);
        };
    };
    static const FieldList<GapThere> list("before_after", "A gap changed.", [&](auto& fields) {
        fields.add_with_reason("before", "Today.", ObjectOf(estimate_fields()),
                               there(&GapChange::before));
        fields.add_with_reason("after", "After the changes.", ObjectOf(estimate_fields()),
                               there(&GapChange::after));
        fields.add_with_reason("change", "After less before; its interval is that of the movement.",
                               ObjectOf(estimate_fields()), there(&GapChange::change));
    });
    return list;
}

const FieldList<GapChange>& gap_change_fields() {
    static const FieldList<GapChange> list([](auto& fields) {
        for (const auto diagonal : diagonals) {
            fields.add(std::string(id_of(diagonal)), "On this diagonal, first group less second.",
                       ObjectOf(before_after_fields()), [=](const GapChange& gap) {
                           return GapThere{&gap, static_cast<std::size_t>(diagonal)};
                       });
        }
    });
    return list;
}

const FieldList<GroupShift>& shift_fields() {
    static const FieldList<GroupShift> list("group_shift", "A centre moved.", [](auto& fields) {
        fields.add("id", "Id of the group.", not_empty, &GroupShift::id);
        fields.add("name", "For the middle of a sentence.", Text(), &GroupShift::name);
        fields.add("placed_before", "People with a place today.", Count(),
                   &GroupShift::placed_before);
        fields.add("placed_after", "People with a place after.", Count(),
                   &GroupShift::placed_after);
        fields.add_with_reason("before", "Where its centre is today.", ObjectOf(place_fields()),
                               &GroupShift::before);
        fields.add_with_reason("after", "Where its centre would be.", ObjectOf(place_fields()),
                               &GroupShift::after);
        fields.add("change", "After less before.", ObjectOf(along_diagonals_fields()),
                   &GroupShift::change);
    });
    return list;
}

} // namespace

const FieldList<WhatIf>& what_if_fields() {
    static const FieldList<WhatIf> list([](auto& fields) {
        add_head(fields, "assess/what-if/1", &WhatIf::before,
                 "What the change comes to, in one or two sentences.", &WhatIf::answer);
        fields.add("changes", "In the order given.", ListOf{ObjectOf(change_fields()), 1},
                   &WhatIf::changes);
        fields.add("between", "Ids of the two groups compared, first less second.",
                   OrNull{ListOf{not_empty, 2, 2}},
                   [](const WhatIf& what_if) { return compared_pair(what_if.before); });
        fields.add_with_reason("gap", "How the gap would change.", ObjectOf(gap_change_fields()),
                               &WhatIf::gap);
        fields.add("groups", "How the groups' centres would move.",
                   ListOf{ObjectOf(shift_fields())}, &WhatIf::groups);
        fields.add("findings", "Every finding, before and after.",
                   ListOf{ObjectOf(finding_change_fields())}, &WhatIf::findings);
        fields.add("warnings", "What to bear in mind, before and after.", ListOf{Text()},
                   reports::what_if_caveats);
    });
    return list;
}

} // namespace fields

void write_what_if_json(const WhatIf& what_if, const WriterSettings& /*settings*/,
                        std::ostream& out) {
    out << reports::json_text(fields::what_if_fields().json(what_if, what_if.before));
}

} // namespace assess
