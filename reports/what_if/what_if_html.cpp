// A what-if as one page: the gap before and after, where the centres move, the findings.
#include "model/assessment/ellipse.hpp"
#include "model/text/embedded.hpp"
#include "reports/content/statements.hpp"
#include "reports/html/page_data.hpp"
#include "reports/svg/dumbbell.hpp"
#include "reports/svg/group_look.hpp"
#include "reports/svg/path_figure.hpp"
#include "reports/what_if/what_if_words.hpp"
#include "reports/what_if/what_if_writers.hpp"
#include "reports/wording/wording.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace assess {

std::span<const EmbeddedFile> what_if_templates(); // made by CMake

namespace reports::what_if_html {
namespace {

using kainjow::mustache::list;

std::string template_named(std::string_view name) {
    return std::string(*find_embedded(what_if_templates(), name));
}

void add_gap(const WhatIf& what_if, PageData& page) {
    const auto rows = gap_rows(what_if);
    std::vector<Dumbbell> bars;
    for (const auto& row : rows) {
        const auto d = static_cast<std::size_t>(row.diagonal);
        const auto& before = what_if.gap->before.at(d);
        bars.push_back({before ? *before : Estimate{}, what_if.gap->after.at(d)});
    }
    const DumbbellScale scale(bars, what_if.before.policy);
    list lines;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        PageData line;
        line.set("name", page_words(row.name));
        const auto set = [&](const std::string& name, const EstimateCells& cells) {
            line.set(name, page_words(cells.value));
            line.set(name + "_interval", page_words(cells.interval));
        };
        set("before", row.before);
        set("after", row.after);
        set("change", row.change);
        line.set("bar", row.before.available ? scale.row(bars[i]) : std::string());
        lines.push_back(std::move(line));
    }
    page.set("rows", lines);
    page.set("has_gap", !rows.empty());
    page.set("axis", scale.axis());
}

std::optional<Ellipse> sure_of(const GapReport& report, const std::string& id) {
    const auto group = std::ranges::find(report.groups, id, &Group::id);
    return group == report.groups.end() ? std::nullopt
                                        : centroid_ellipse(*group, report.policy.interval_level);
}

PathPlan path_plan(const WhatIf& what_if, const std::vector<GroupLook>& looks) {
    PathPlan plan;
    plan.title = Message{"what-if.figure.title"};
    plan.moment_head = Message{"what-if.figure.when"};
    plan.moments = {Message{"what-if.table.before"}, Message{"what-if.table.after"}};
    plan.level = what_if.before.policy.interval_level;
    for (std::size_t g = 0; g < what_if.groups.size(); ++g) {
        const auto& shift = what_if.groups[g];
        if (!looks[g].drawn) {
            continue;
        }
        GroupPath path{group_name(what_if.before.groups[g]), looks[g], {}};
        if (shift.before) {
            path.points.push_back({0, *shift.before, shift.placed_before, std::nullopt});
        }
        if (shift.after) {
            path.points.push_back(
                {1, *shift.after, shift.placed_after, sure_of(what_if.after, shift.id)});
        }
        plan.groups.push_back(std::move(path));
    }
    return plan;
}

PageData centres_data(const WhatIf& what_if, const std::vector<GroupLook>& looks) {
    const std::array both{centre_rows(what_if, Diagonal::Building),
                          centre_rows(what_if, Diagonal::Orchestration)};
    list centres;
    for (std::size_t g = 0; g < what_if.groups.size(); ++g) {
        for (const auto& rows : both) {
            const auto& row = rows[g];
            PageData each;
            each.set("glyph", glyph(looks[g]));
            each.set("name", page_words(row.name));
            each.set("diagonal", page_words(Message{"what-if.diagonal",
                                                    {{"diagonal", Select{id_of(row.diagonal)}}}}));
            each.set("before", page_words(row.before.value));
            each.set("after", page_words(row.after.value));
            each.set("change", page_words(row.change.value));
            each.set("interval", page_words(row.change.interval));
            centres.push_back(std::move(each));
        }
    }
    return centres;
}

PageData fates_data(const WhatIf& what_if) {
    list lists;
    for (const auto& fate : finding_lists(what_if)) {
        PageData each;
        each.set("title", page_words(fate.title));
        each.set("lines", page_list(fate.lines));
        lists.push_back(std::move(each));
    }
    return lists;
}

PageFrame frame_of(const WhatIf& what_if) {
    const auto& report = what_if.before;
    PageFrame frame;
    frame.kind = Message{"what-if.kind"};
    frame.title = report.answers.source.empty()
                      ? Message{"what-if.title"}
                      : Message{"what-if.title.of-source", {{"source", report.answers.source}}};
    frame.heading = Message{"what-if.heading"};
    frame.verdict = verdict_data(report, english().text(what_if.answer));
    frame.facts = page_list(head_facts(report));
    frame.sections = {{"gap", Message{"what-if.heading.gap"}},
                      {"centres", Message{"what-if.heading.movements"}},
                      {"findings", Message{"what-if.heading.findings"}},
                      {"method", Message{"what-if.heading.method"}}};
    frame.provenance = provenance(report);
    frame.style = closing_style() + template_named("what-if-style");
    return frame;
}

void write(const WhatIf& what_if, std::ostream& out) {
    // The looks of the report before: its groups are the ones whose shifts are told.
    const auto looks = group_looks(what_if.before);
    PageData page;
    page.set("gap_title", page_words(gap_title(what_if)));
    page.set("changes", page_list(change_sentences(what_if)));
    add_gap(what_if, page);
    page.set("missing", page_list(missing_notes(what_if)));
    const auto plan = path_plan(what_if, looks);
    page.set("figure", figure_data(path_figure(plan, Size::Wide), path_figure(plan, Size::Narrow),
                                   "centres"));
    page.set("centres", centres_data(what_if, looks));
    const auto findings = fates_data(what_if);
    page.set("has_findings", findings.is_non_empty_list());
    page.set("findings", findings);
    page.set("method", page_list(what_if_method(what_if)));
    const auto notes = what_if_caveats(what_if);
    page.set("has_caveats", !notes.empty());
    page.set("caveats", page_list(notes));
    write_page(frame_of(what_if), std::move(page), template_named("what-if"), {}, out);
}

} // namespace
} // namespace reports::what_if_html

void write_what_if_html(const WhatIf& what_if, const WriterSettings& /*settings*/,
                        std::ostream& out) {
    reports::what_if_html::write(what_if, out);
}

} // namespace assess
