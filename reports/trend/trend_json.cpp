// A trend for programs: assess/trend/1, see trend.schema.json.
#include "reports/content/statements.hpp"
#include "reports/fields/head.hpp"
#include "reports/json/json_text.hpp"
#include "reports/trend/trend_words.hpp"
#include "reports/trend/trend_writer.hpp"
#include "reports/wording/wording.hpp"

namespace assess {
namespace fields {
namespace {

const FieldList<Point>& point_shift_fields() {
    static const FieldList<Point> list([](auto& fields) {
        constexpr Number shift{-4, 4}; // of a gap twice that of a group
        fields.add("x", "Towards the model-focused side.", shift, &Point::x);
        fields.add("y", "Towards the all-in-one side.", shift, &Point::y);
    });
    return list;
}

const FieldList<Movement>& movement_fields() {
    static const FieldList<Movement> list("movement", "A movement.", [](auto& fields) {
        fields.add_with_reason("shift", "On x and y.", ObjectOf(point_shift_fields()),
                               &Movement::shift);
        for (const auto diagonal : diagonals) {
            const auto index = static_cast<std::size_t>(diagonal);
            const std::string name(id_of(diagonal));
            fields.add_with_reason(
                name, "Along this diagonal.",
                ObjectOf(estimate_fields()), [=](const Movement& movement) -> const auto& {
                    return movement.along_diagonal.at(index);
                });
            fields.add_with_reason(
                name + "_p", "Two-sided p of \"it did not move\", from the same t as the interval.",
                probability, [=](const Movement& movement) -> const auto& {
                    return movement.p.at(index);
                });
        }
    });
    return list;
}

const FieldList<MovementPart>& part_of_movement_fields() {
    static const FieldList<MovementPart> list("part", "A part of it.", [](auto& fields) {
        fields.include(movement_fields(), &MovementPart::movement);
        fields.add("cause",
                   "landscape: the same answers on the later landscape; left, tools, joined: "
                   "people who left the group, who stayed and use other tools, who joined; "
                   "people: these three together.",
                   id_up_to(MovementCause::People), &MovementPart::cause);
    });
    return list;
}

/// Of a group or of the gap; `movement` is what the parts are of.
template <typename T>
void add_parts_of(FieldList<T>& fields, Movement T::*movement) {
    fields.add("parts", "They add up to the whole; empty where parts_reason says why.",
               ListOf{ObjectOf(part_of_movement_fields())}, &T::parts);
    fields.add("parts_reason", "Why there are no parts.", Reason(), [=](const T& value) {
        return reports::english().say(reports::why_no_parts(value.*movement, value.no_parts));
    });
}

/// A group's movement in a step.
struct MovedGroup {
    const GroupMovement* group;
    bool linked;
};

const FieldList<GroupMovement>& group_movement_fields() {
    static const FieldList<GroupMovement> list([](auto& fields) {
        using Moved = GroupMovement;
        fields.add("id", "Id of the group.", not_empty, &Moved::id);
        fields.add("name", "For the middle of a sentence.", Text(), &Moved::name);
        fields.add("role", "Null for teams.", OrNull{id_up_to(Role::Other)}, &Moved::role);
        fields.add("placed_before", "People with a place before.", Count(), &Moved::placed_before);
        fields.add("placed_after", "People with a place after.", Count(), &Moved::placed_after);
        fields.add("placed_on_second",
                   "Of the earlier answers, those that have a place on the later landscape; 0 "
                   "where the landscape's part is not told.",
                   Count(), &Moved::placed_on_second);
        fields.add("total", "Its whole movement.", ObjectOf(movement_fields()), &Moved::total);
        add_parts_of(fields, &Moved::total);
    });
    return list;
}

const FieldList<MovedGroup>& moved_group_fields() {
    const auto group = [](const MovedGroup& moved) -> const auto& {
        return *moved.group;
    };
    const auto where_linked = [](std::size_t GroupMovement::*people) {
        return [=](const MovedGroup& moved) {
            return moved.linked ? std::optional(moved.group->*people) : std::nullopt;
        };
    };
    static const FieldList<MovedGroup> list("group", "A group moved.", [&](auto& fields) {
        fields.include(group_movement_fields(), group,
                       {"id", "name", "role", "placed_before", "placed_after", "placed_on_second"});
        fields.add("stayed", "People placed in both; null where people are not linked.",
                   OrNull{Count()}, where_linked(&GroupMovement::stayed));
        fields.add("left", "People who left the group or the plane; null likewise.",
                   OrNull{Count()}, where_linked(&GroupMovement::left));
        fields.add("joined", "People who joined either; null likewise.", OrNull{Count()},
                   where_linked(&GroupMovement::joined));
        fields.include(group_movement_fields(), group, {"total", "parts", "parts_reason"});
    });
    return list;
}

const FieldList<GapMovement>& gap_movement_fields() {
    static const FieldList<GapMovement> list("gap", "The gap moved.", [](auto& fields) {
        fields.add("before", "The gap before, first group less second.",
                   ObjectOf(along_diagonals_fields()), &GapMovement::before);
        fields.add("after", "The gap after.", ObjectOf(along_diagonals_fields()),
                   &GapMovement::after);
        fields.add("change", "Its movement.", ObjectOf(movement_fields()), &GapMovement::change);
        add_parts_of(fields, &GapMovement::change);
    });
    return list;
}

const FieldList<TrendStep>& step_fields() {
    static const FieldList<TrendStep> list(
        "step", "From one assessment to another.", [](auto& fields) {
            fields.add("from", "Index into assessments.", Count(), &TrendStep::from);
            fields.add("to", "Index into assessments.", Count(), &TrendStep::to);
            fields.add("linked", "Whether the same people are known in both.", Flag(),
                       &TrendStep::linked);
            fields.add("linked_reason", "Why they are not.", Reason(), &TrendStep::not_linked);
            fields.add("same_landscape", "Whether both stand on one landscape.", Flag(),
                       &TrendStep::same_landscape);
            fields.add("groups", "Those of either.", ListOf{ObjectOf(moved_group_fields())},
                       [](const TrendStep& step) {
                           std::vector<MovedGroup> groups;
                           for (const auto& group : step.groups) {
                               groups.push_back({&group, step.linked});
                           }
                           return groups;
                       });
            fields.add("gap",
                       "Of the two groups that are compared; null where the reason says why.",
                       OrNull{ObjectOf(gap_movement_fields())}, &TrendStep::gap);
            fields.add("gap_reason", "Why there is none.", Reason(), &TrendStep::no_gap);
            fields.add("findings", "Every finding of either: appeared, went, open, stayed, never.",
                       ListOf{ObjectOf(finding_change_fields())}, &TrendStep::findings);
        });
    return list;
}

/// One of a trend's reports.
struct Assessment {
    const Trend* trend;
    std::size_t index;

    [[nodiscard]] const GapReport& report() const { return trend->reports[index]; }
};

const FieldList<Group>& assessed_group_fields() {
    static const FieldList<Group> list([](auto& fields) {
        fields.include(group_fields(), std::identity(),
                       {"id", "name", "role", "placed", "centroid"});
    });
    return list;
}

const FieldList<Landscape>& edition_fields() {
    static const FieldList<Landscape> list([](auto& fields) {
        fields.include(landscape_fields(), std::identity(), {"edition", "title", "digest"});
    });
    return list;
}

const FieldList<Assessment>& assessment_fields() {
    static const FieldList<Assessment> list("assessment", "One assessment.", [](auto& fields) {
        fields.add("name", "The round's, or the file's.", Text(),
                   [](const Assessment& one) { return one.trend->names[one.index]; });
        fields.add("date", "When it was made; null: nobody knows.", OrNull{Text()},
                   [](const Assessment& one) { return one.trend->dates[one.index]; });
        fields.add("source", "The input's name.", Text(),
                   [](const Assessment& one) { return one.report().answers.source; });
        fields.add("promise", "What those who answered were promised.",
                   id_up_to(Promise::Confidential),
                   [](const Assessment& one) { return one.report().answers.promise.kind; });
        fields.add(
            "landscape", "The edition in use.", ObjectOf(edition_fields()),
            [](const Assessment& one) -> const auto& { return one.report().landscape; });
        fields.add("respondents", "People whose answers are in it.", Count(),
                   [](const Assessment& one) { return one.report().respondents; });
        fields.add("answer", "Its answer in one or two sentences.", Text(),
                   [](const Assessment& one) { return one.report().answer; });
        fields.add(
            "groups", "Those that somebody is listed in.",
            ListOf{ObjectOf(assessed_group_fields())},
            [](const Assessment& one) -> const auto& { return one.report().groups; });
        fields.add("warnings", "What to bear in mind.", ListOf{Text()},
                   [](const Assessment& one) { return reports::caveats(one.report()); });
    });
    return list;
}

std::vector<Assessment> assessments(const Trend& trend) {
    std::vector<Assessment> all;
    for (std::size_t index = 0; index < trend.reports.size(); ++index) {
        all.push_back({&trend, index});
    }
    return all;
}

} // namespace

const FieldList<Trend>& trend_fields() {
    static const FieldList<Trend> list([](auto& fields) {
        const auto last = [](const Trend& trend) -> const auto& {
            return trend.reports.back();
        };
        fields.add("format", "Name and version of this format.", Constant{"assess/trend/1"}, last);
        fields.include(head_fields(), last, {"program"});
        fields.add("answer", "What moved, in one to three sentences.", Text(), &Trend::answer);
        fields.include(head_fields(), last, {"seed", "grouping", "policy"});
        fields.add("assessments", "Oldest first.", ListOf{ObjectOf(assessment_fields()), 2},
                   assessments);
        fields.add("steps", "From each assessment to the next.", ListOf{ObjectOf(step_fields()), 1},
                   &Trend::steps);
        fields.add("whole", "From the first to the last, where there are more than two; else null.",
                   OrNull{ObjectOf(step_fields())}, &Trend::whole);
        fields.add("warnings", "What to bear in mind.", ListOf{Text()}, &Trend::warnings);
    });
    return list;
}

} // namespace fields

void write_trend_json(const Trend& trend, const WriterSettings& /*settings*/, std::ostream& out) {
    out << reports::json_text(fields::trend_fields().json(trend, trend.reports.back()));
}

} // namespace assess
