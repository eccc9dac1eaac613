// What people said beside the tools they use: scores, and who works on what.
#include "reports/fields/field_list.hpp"
#include "reports/fields/lists.hpp"

namespace assess::fields {
namespace {

/// A group's part of something that is asked of all.
template <typename T>
struct OfGroup {
    std::size_t group;
    const Quantity<T>* value;
};

template <typename T>
std::vector<OfGroup<T>> of_groups(const std::vector<Quantity<T>>& values) {
    std::vector<OfGroup<T>> all;
    for (std::size_t group = 0; group < values.size(); ++group) {
        all.push_back({group, &values[group]});
    }
    return all;
}

/// The group's id, and what is told of it.
template <typename T>
void add_of_group(FieldList<OfGroup<T>>& fields, const std::string& name, const std::string& means,
                  const FieldList<T>& list) {
    fields.add("group", "Its id.", not_empty, [](const OfGroup<T>& one, const GapReport& report) {
        return report.groups[one.group].id;
    });
    fields.add_with_reason(
        name, means, ObjectOf(list),
        [](const OfGroup<T>& one) -> const auto& { return *one.value; });
}

const FieldList<Estimate>& mean_fields() {
    static const FieldList<Estimate> list([](auto& fields) {
        constexpr Number step{1, score_steps};
        fields.add("estimate", "Mean step.", step, &Estimate::value);
        fields.add("lower", "Lower end of its interval.", OrNull{step}, &Estimate::lower);
        fields.add("upper", "Its upper end.", OrNull{step}, &Estimate::upper);
        fields.add(
            "interval_reason", "Why there is no interval.", Reason(),
            [](const Estimate& mean) { return mean.has_interval() ? Message() : mean.reason; });
        fields.add("level", "Level of the interval.", LevelOfInterval(), &Estimate::level);
    });
    return list;
}

const FieldList<GroupScore>& score_fields() {
    static const FieldList<GroupScore> list([](auto& fields) {
        fields.add("n", "People who chose a step.", Count(), &GroupScore::n);
        fields.add("base", "People who were to answer.", Count(), &GroupScore::base);
        fields.add("counts", "People at steps 1 to 5.", ListOf{Count(), score_steps, score_steps},
                   &GroupScore::counts);
        fields.add_with_reason("mean", "Of their steps.", ObjectOf(mean_fields()),
                               &GroupScore::mean);
        fields.add_with_reason("agreement", "Van der Eijk's A: 1 is agreement, -1 two camps.",
                               Number{-1, 1}, &GroupScore::agreement);
    });
    return list;
}

const FieldList<OfGroup<GroupScore>>& group_score_fields() {
    static const FieldList<OfGroup<GroupScore>> list([](auto& fields) {
        add_of_group(fields, "score", "Its answers to the question.", score_fields());
    });
    return list;
}

const FieldList<StageWork>& work_fields() {
    static const FieldList<StageWork> list("stage_work", "Work on a stage.", [](auto& fields) {
        fields.add("base", "People who said what they work on.", Count(), &StageWork::base);
        fields.add_with_reason("people", "Of these, who work on the stage.", Count(),
                               &StageWork::people);
        fields.add_with_reason("covered", "Of those, who use a tool that covers it.", Count(),
                               &StageWork::covered);
        fields.add("tools", "Ids of these tools.", ListOf{not_empty},
                   [](const StageWork& work, const GapReport& report) {
                       return tool_ids(work.tools, report);
                   });
    });
    return list;
}

const FieldList<OfGroup<StageWork>>& group_work_fields() {
    static const FieldList<OfGroup<StageWork>> list([](auto& fields) {
        add_of_group(fields, "work", "Its work on the stage.", work_fields());
    });
    return list;
}

template <typename T>
auto stage_id(std::size_t T::*stage) {
    return [=](const T& value, const GapReport& report) -> const auto& {
        return report.landscape.stages[value.*stage].id;
    };
}

const FieldList<StageRow>& stage_fields() {
    static const FieldList<StageRow> list([](auto& fields) {
        fields.add("stage", "Id of the stage in the landscape.", not_empty,
                   stage_id(&StageRow::stage));
        fields.add("everybody", "All groups together.", ObjectOf(work_fields()),
                   &StageRow::everybody);
        fields.add("groups", "Each group.", ListOf{ObjectOf(group_work_fields())},
                   [](const StageRow& row) { return of_groups(row.groups); });
    });
    return list;
}

const FieldList<HandOff>& hand_off_fields() {
    static const FieldList<HandOff> list([](auto& fields) {
        fields.add("from", "Id of the stage that work leaves.", Text(), stage_id(&HandOff::from));
        fields.add("to", "Id of the stage that it goes to.", Text(), stage_id(&HandOff::to));
        fields.add_with_reason("both", "People who work on both.", Count(), &HandOff::both);
        fields.add("tools", "Ids of tools for either stage, in use on both sides.",
                   ListOf{not_empty}, [](const HandOff& hand_off, const GapReport& report) {
                       return tool_ids(hand_off.tools, report);
                   });
    });
    return list;
}

const FieldList<ScoreItem>& item_fields() {
    static const FieldList<ScoreItem> list([](auto& fields) {
        fields.add("kind", "What it is about: a tool, or a need, want or frustration.",
                   id_up_to(ScoreKind::Frustration), &ScoreItem::kind);
        fields.add("id", "Id of the question.", Text(), &ScoreItem::id);
        fields.add("tool", "Id of the tool that it is about; null: of none.", OrNull{not_empty},
                   [](const ScoreItem& item, const GapReport& report) {
                       return item.tool ? report.landscape.tools[*item.tool].id : "";
                   });
        fields.add("persona", "Whose need, want or frustration it is; null: a tool's.",
                   OrNull{id_up_to(Role::Other)}, &ScoreItem::persona);
        fields.add("text", "The question as it was asked.", Text(), &ScoreItem::text);
        fields.add("steps", "What steps 1 to 5 say.", ListOf{Text(), score_steps, score_steps},
                   &ScoreItem::steps);
    });
    return list;
}

} // namespace

const FieldList<Lifecycle>& lifecycle_fields() {
    static const FieldList<Lifecycle> list([](auto& fields) {
        fields.add("stages", "Who works on each.", ListOf{ObjectOf(stage_fields())},
                   &Lifecycle::stages);
        fields.add("hand_offs", "Where work passes from one stage to another.",
                   ListOf{ObjectOf(hand_off_fields())}, &Lifecycle::hand_offs);
    });
    return list;
}

const FieldList<ItemScores>& scores_fields() {
    static const FieldList<ItemScores> list([](auto& fields) {
        fields.include(
            item_fields(), [](const ItemScores& scores, const GapReport& report) -> const auto& {
                return report.answers.score_items[scores.item];
            });
        fields.add("groups", "The answers of each group.", ListOf{ObjectOf(group_score_fields())},
                   [](const ItemScores& scores) { return of_groups(scores.groups); });
    });
    return list;
}

} // namespace assess::fields
