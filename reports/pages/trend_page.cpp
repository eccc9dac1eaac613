#include "reports/pages/trend_page.hpp"

#include "model/assessment/ellipse.hpp"
#include "model/text/text.hpp"
#include "reports/content/statements.hpp"
#include "reports/content/words.hpp"
#include "reports/pages/page_parts.hpp"
#include "reports/svg/path_figure.hpp"
#include "reports/trend/trend_words.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace assess::reports {
namespace trend_parts {
namespace {

/// One sign a group in every assessment: that of the newest report that has it.
std::vector<GroupSign> signs_in(const Trend& trend) {
    std::vector<GroupSign> signs;
    for (auto report = trend.reports.rbegin(); report != trend.reports.rend(); ++report) {
        for (auto& sign : signs_of(*report)) {
            if (std::ranges::find(signs, sign.id, &GroupSign::id) == signs.end()) {
                signs.push_back(std::move(sign));
            }
        }
    }
    return signs;
}

PathPlan plan_of(const Trend& trend, const std::vector<GroupSign>& signs) {
    PathPlan plan;
    plan.title = Message{"trend.where"};
    plan.moment_head = Message{"trend.where.moment"};
    plan.moments.assign(trend.names.begin(), trend.names.end());
    plan.level = trend.reports.back().policy.interval_level;
    std::vector<std::string> ids; // of the groups in the plan
    for (std::size_t i = 0; i < trend.reports.size(); ++i) {
        for (const auto& group : trend.reports[i].groups) {
            const auto& look = std::ranges::find(signs, group.id, &GroupSign::id)->look;
            if (!group.centroid || !look.drawn) {
                continue;
            }
            const auto at = std::ranges::find(ids, group.id) - ids.begin();
            if (static_cast<std::size_t>(at) == ids.size()) {
                ids.push_back(group.id);
                plan.groups.push_back({group_title(group), look, {}});
            }
            plan.groups[static_cast<std::size_t>(at)].points.push_back(
                {i, *group.centroid, group.placed, centroid_ellipse(group, plan.level)});
        }
    }
    return plan;
}

/// How the paths are read.
std::vector<Message> reading(const Trend& trend, const PathPlan& plan) {
    const auto& last = trend.names.back();
    std::vector<Message> how{{"trend.where.marks", {{"last", last}}}};
    if (std::ranges::any_of(plan.groups, [&](const GroupPath& path) {
            return path.points.back().moment + 1 < plan.moments.size();
        })) {
        how.push_back({"trend.where.gone", {{"last", last}}});
    }
    if (std::ranges::any_of(plan.groups, [](const GroupPath& path) {
            return path.points.back().sure.has_value();
        })) {
        how.push_back({"trend.where.ellipses"});
    }
    return how;
}

Section where_section(const Trend& trend, const std::vector<GroupSign>& signs,
                      const Wording& wording) {
    const auto plan = plan_of(trend, signs);
    auto figure = figure_block("path", path_figure(plan, Size::Wide),
                               path_figure(plan, Size::Narrow), wording);
    const auto how = texts_of(reading(trend, plan), wording);
    figure.how.insert(figure.how.begin(), how.begin(), how.end());
    return {"where", wording.text(Message{"trend.where"}), {std::move(figure)}};
}

/// The largest part of any movement in the step, in units: both diagonals are drawn on one scale.
std::int64_t largest_part(const Trend& trend, const TrendStep& step) {
    std::int64_t most = 0;
    for (const auto diagonal : diagonals) {
        for (const auto& row : trend_table(trend, step, diagonal).rows) {
            for (const auto& part : row.parts) {
                most = std::max<std::int64_t>(most, std::abs(part.units));
            }
        }
    }
    return most;
}

/// A bar from zero: to the right for a plus, to the left for a minus. `most` units are half of it.
std::string bar_of(const PartCells& part, std::int64_t most, std::string_view tone) {
    if (most == 0) {
        return {};
    }
    const double share =
        50.0 * static_cast<double>(std::abs(part.units)) / static_cast<double>(most);
    const auto percents = [](double value) { return svg_number(value) + "%"; };
    constexpr double height = 10;
    SvgWriter svg;
    svg.open("svg", {{"class", "amount"}, {"aria-hidden", "true"}});
    svg.empty("rect", {{"class", "band b1"}, {"width", "100%"}, {"height", height}});
    svg.empty("rect", {{"class", "bar " + std::string(tone)},
                       {"x", percents(part.units < 0 ? 50 - share : 50)},
                       {"width", percents(share)},
                       {"height", height}});
    svg.empty("line", {{"class", "thr"}, {"x1", "50%"}, {"x2", "50%"}, {"y2", height}});
    svg.close();
    return svg.svg();
}

/// The movements of one step, table by table.
class Movements {
public:
    Movements(const Trend& trend, const TrendStep& step, const std::vector<GroupSign>& signs,
              const Wording& wording)
        : m_trend(trend), m_step(step), m_signs(signs), m_wording(wording),
          m_most(largest_part(trend, step)) {}

    [[nodiscard]] Table table(Diagonal diagonal) const {
        const auto movements = trend_table(m_trend, m_step, diagonal);
        Table table{text(Message{"trend.table",
                                 {{"step", title_of(m_trend, m_step)},
                                  {"diagonal", title_of_table(diagonal)}}}),
                    columns(movements),
                    {}};
        table.least_first = 13; // names of roles with their signs are not cut
        table.cut = 5;
        for (const auto& row : movements.rows) {
            table.rows.emplace_back(cells(row, movements),
                                    row.group ? RowKind::Plain : RowKind::Sum);
            table.narrow.push_back(in_words(row, movements));
        }
        return table;
    }

private:
    [[nodiscard]] Text text(const Value& value) const { return m_wording.text(value); }

    [[nodiscard]] std::vector<Column> columns(const TrendTable& movements) const {
        std::vector<Column> all{{text(Message{"trend.head.group"})},
                                {text(Message{"trend.head.before"}), true},
                                {text(Message{"trend.head.after"}), true},
                                {text(Message{"trend.head.moved"}), true},
                                {text(Message{"trend.head.interval"}), true}};
        all[3].strong = true;
        for (const auto cause : movements.causes) {
            all.push_back({text(name_of(cause)), true});
        }
        return all;
    }

    [[nodiscard]] std::vector<Cell> cells(const TrendRow& row, const TrendTable& movements) const {
        Cell name{text(row.name)};
        std::string_view tone;
        if (row.group) {
            name.group = m_step.groups[*row.group].id;
            const auto sign = std::ranges::find(m_signs, name.group, &GroupSign::id);
            tone = sign == m_signs.end() ? GroupLook().tone : sign->look.tone;
        }
        std::vector<Cell> all{name,
                              {text(row.before)},
                              {text(row.after)},
                              {text(row.moved)},
                              {text(row.interval.empty() ? no_value() : row.interval)}};
        for (const auto cause : movements.causes) {
            const auto part = std::ranges::find(row.parts, cause, &PartCells::cause);
            if (part == row.parts.end()) {
                all.push_back({text(no_value())});
            } else {
                all.push_back({text(part->value), CellDrawing{bar_of(*part, m_most, tone), {}}});
            }
        }
        return all;
    }

    [[nodiscard]] std::vector<Text> in_words(const TrendRow& row,
                                             const TrendTable& movements) const {
        std::vector<Text> lines{text(Message{"trend.row.in-words",
                                             {{"row", row.name},
                                              {"before", row.before},
                                              {"after", row.after},
                                              {"moved", row.moved},
                                              {"interval", row.interval}}})};
        std::vector<Value> parts;
        for (const auto& part : row.parts) {
            if (std::ranges::find(movements.causes, part.cause) == movements.causes.end()) {
                continue; // the landscape's, where it is the same
            }
            parts.emplace_back(
                Message{"trend.row.part", {{"part", name_of(part.cause)}, {"value", part.value}}});
        }
        if (!parts.empty()) {
            lines.push_back(text(List(std::move(parts), List::all, List::Last::None)));
        }
        return lines;
    }

    const Trend& m_trend;
    const TrendStep& m_step;
    const std::vector<GroupSign>& m_signs;
    const Wording& m_wording;
    std::int64_t m_most;
};

/// `newest`: the parts are explained there, once. `findings`: what became of them is told.
struct StepPlan {
    std::string id;
    bool newest = false;
    bool findings = true;
};

Section step_section(const Trend& trend, const TrendStep& step, const StepPlan& plan,
                     const std::vector<GroupSign>& signs, const Wording& wording) {
    Section section{plan.id, wording.text(title_of(trend, step)), {}};
    const Movements movements(trend, step, signs, wording);
    const auto meaning = plan.newest ? meaning_of_parts(trend) : Message();
    for (const auto diagonal : {Diagonal::Building, Diagonal::Orchestration}) {
        section.blocks.emplace_back(Subheading{wording.text(title_of_table(diagonal))});
        section.blocks.emplace_back(
            Paragraph{wording.text(ends_of_table(diagonal)), Weight::Faint});
        auto table = movements.table(diagonal);
        if (!meaning.empty() && diagonal == Diagonal::Building) {
            table.how = wording.text(
                Message{"trend.parts.bars", {{"high", Decimal(1, 0)}, {"low", Decimal(-1, 0)}}});
        }
        section.blocks.emplace_back(std::move(table));
    }
    auto notes = step_notes(trend, step);
    notes.insert(notes.begin(), meaning);
    add_paragraphs(section.blocks, notes, wording, Weight::Faint);
    if (plan.findings) {
        const auto lists = finding_lists(step);
        add_fates(section.blocks, lists, wording);
        if (lists.empty()) {
            section.blocks.emplace_back(Paragraph{wording.text(Message{"trend.fates.none"})});
        }
    }
    return section;
}

Section method_section(const Trend& trend, const Wording& wording) {
    Part method{wording.text(Message{"trend.how.method"}), {}};
    add_paragraphs(method.blocks, trend_method(trend), wording);
    Values policy{{}, true};
    for (const auto& [name, value] : policy_values(trend.reports.back().policy)) {
        policy.entries.emplace_back(wording.text(Name{capitalized(name)}), wording.text(value));
    }
    Part caveats{wording.text(Message{"trend.how.caveats"}), {}};
    if (const auto notes = trend_caveats(trend); !notes.empty()) {
        caveats.blocks.emplace_back(Bullets{texts_of(notes, wording)});
    } else {
        caveats.blocks.emplace_back(Paragraph{wording.text(Message{"trend.how.no-caveats"})});
    }
    return {"method",
            wording.text(Message{"trend.how"}),
            {Parts{{std::move(method),
                    {wording.text(Message{"trend.how.policy"}), {std::move(policy)}},
                    std::move(caveats)}}}};
}

} // namespace
} // namespace trend_parts

Document trend_page(const Trend& trend, const Wording& wording) {
    using namespace trend_parts;
    const auto two = yes_or_no(trend.steps.size() == 1);
    Document page;
    page.kind = wording.text(Message{"trend.kind", {{"two", two}}});
    page.title = wording.text(
        Message{"trend.title",
                {{"two", two}, {"first", trend.names.front()}, {"last", trend.names.back()}}});
    page.heading = wording.text(Message{"trend.step"});
    page.answer = wording.text(trend.answer);
    page.facts = texts_of(trend_facts(trend), wording);
    page.signs = signs_in(trend);
    page.sections.push_back(where_section(trend, page.signs, wording));
    for (std::size_t i = trend.steps.size(); i-- > 0;) { // the newest first
        const StepPlan plan{"step-" + std::to_string(i + 1), i + 1 == trend.steps.size()};
        page.sections.push_back(step_section(trend, trend.steps[i], plan, page.signs, wording));
    }
    if (trend.whole) {
        page.sections.push_back(
            step_section(trend, *trend.whole, {"whole", false, false}, page.signs, wording));
    }
    page.sections.push_back(method_section(trend, wording));
    page.footer = wording.text(trend_provenance(trend));
    return page;
}

} // namespace assess::reports
