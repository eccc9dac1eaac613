// A trend as one page: the path on the plane, each step's movements, findings, the method.
#include "model/assessment/ellipse.hpp"
#include "model/text/embedded.hpp"
#include "reports/content/statements.hpp"
#include "reports/content/words.hpp"
#include "reports/html/page_shell.hpp"
#include "reports/layout/numbers.hpp"
#include "reports/svg/path_figure.hpp"
#include "reports/svg/svg_writer.hpp"
#include "reports/trend/trend_words.hpp"
#include "reports/trend/trend_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <span>
#include <utility>

namespace assess {

std::span<const EmbeddedFile> trend_page_files(); // made by CMake

namespace reports::trend_html {
namespace {

using kainjow::mustache::list;

std::string template_named(std::string_view name) {
    return std::string(*find_embedded(trend_page_files(), name));
}

/// One look a group in every assessment: that of the newest report that has it.
using Looks = std::map<std::string, GroupLook, std::less<>>;

Looks looks_of(const Trend& trend) {
    Looks looks;
    for (const auto& report : trend.reports) {
        const auto own = group_looks(report);
        for (std::size_t i = 0; i < own.size(); ++i) {
            looks.insert_or_assign(report.groups[i].id, own[i]);
        }
    }
    return looks;
}

PathPlan plan_of(const Trend& trend, const Looks& looks) {
    PathPlan plan;
    plan.title = "Where the groups stood";
    plan.moment_head = "Assessment";
    plan.moments = trend.names;
    plan.level = trend.reports.back().policy.interval_level;
    std::map<std::string, std::size_t, std::less<>> place; // of the group in the plan
    for (std::size_t i = 0; i < trend.reports.size(); ++i) {
        for (const auto& group : trend.reports[i].groups) {
            const auto& look = looks.find(group.id)->second;
            if (!group.centroid || !look.drawn) {
                continue;
            }
            const auto [at, is_new] = place.try_emplace(group.id, plan.groups.size());
            if (is_new) {
                plan.groups.push_back({name_at_start(group), look, {}});
            }
            plan.groups[at->second].points.push_back(
                {i, *group.centroid, group.placed, centroid_ellipse(group, plan.level)});
        }
    }
    return plan;
}

PageData path_data(const Trend& trend, const Looks& looks) {
    const auto plan = plan_of(trend, looks);
    auto data = figure_data(path_figure(plan, Size::Wide), path_figure(plan, Size::Narrow), "path");
    std::vector<std::string> how{
        fmt::format("Each group's centre: open where it stood first, solid where it stands in {}.",
                    trend.names.back())};
    const bool gone = std::ranges::any_of(plan.groups, [&](const GroupPath& path) {
        return path.points.back().moment + 1 < plan.moments.size();
    });
    if (gone) {
        how.push_back(
            fmt::format("A group with open marks only has no place in {}.", trend.names.back()));
    }
    const bool ellipses = std::ranges::any_of(plan.groups, [](const GroupPath& path) {
        return !path.points.empty() && path.points.back().sure.has_value();
    });
    if (ellipses) {
        how.emplace_back("The shadow of an ellipse on any line is the interval of the last centre "
                         "along that line. A movement has an interval of its own, below.");
    }
    data.set("how", page_list(how));
    return data;
}

/// A bar from zero: to the right for a plus, to the left for a minus. `most` units are half of it.
std::string bar_of(const PartCells* part, std::int64_t most, std::string_view tone) {
    if (part == nullptr || most == 0) {
        return {};
    }
    const double share =
        50.0 * static_cast<double>(std::abs(part->units)) / static_cast<double>(most);
    const auto percents = [](double value) { return svg_number(value) + "%"; };
    SvgWriter svg;
    svg.open("svg", {{"aria-hidden", "true"}});
    svg.empty("rect", {{"class", "band b1"}, {"width", "100%"}, {"height", 10.0}});
    svg.empty("rect", {{"class", "bar " + std::string(tone)},
                       {"x", percents(part->units < 0 ? 50 - share : 50)},
                       {"width", percents(share)},
                       {"height", 10.0}});
    svg.empty("line", {{"class", "thr"}, {"x1", "50%"}, {"x2", "50%"}, {"y2", 10.0}});
    svg.close();
    return svg.svg();
}

std::int64_t largest_part(const TrendTable& table) {
    std::int64_t most = 0;
    for (const auto& row : table.rows) {
        for (const auto& part : row.parts) {
            most = std::max<std::int64_t>(most, std::abs(part.units));
        }
    }
    return most;
}

PageData row_data(const TrendRow& row, const TrendTable& table, std::int64_t most,
                  const GroupLook* look) {
    PageData data;
    data.set("gap", look == nullptr);
    data.set("glyph", look == nullptr ? std::string() : glyph(*look));
    data.set("name", page_words(row.name));
    data.set("before", page_words(row.before));
    data.set("after", page_words(row.after));
    data.set("moved", page_words(row.moved));
    data.set("interval", page_words(row.interval.empty() ? "-" : row.interval));
    list parts;
    for (const auto cause : table.causes) {
        const auto found = std::ranges::find(row.parts, cause, &PartCells::cause);
        const auto* part = found == row.parts.end() ? nullptr : &*found;
        PageData each;
        each.set("cause", std::string(id_of(cause)));
        each.set("value", page_words(part == nullptr ? "-" : part->value));
        each.set("bar", bar_of(part, most, look == nullptr ? std::string_view() : look->tone));
        parts.push_back(std::move(each));
    }
    data.set("parts", parts);
    return data;
}

PageData table_data(const Trend& trend, const TrendStep& step, const std::string& title,
                    Diagonal diagonal, std::int64_t most, const Looks& looks) {
    const auto table = trend_table(trend, step, diagonal);
    const auto [low, high] = ends_of(diagonal);
    PageData data;
    data.set("name", page_words(title_of(diagonal)));
    data.set("label", page_words(fmt::format("{}: {}", title, title_of(diagonal))));
    data.set("ends", page_words(fmt::format("From {} (-1) to {} (1).", low, high)));
    list causes;
    for (const auto cause : table.causes) {
        causes.push_back(head_of(cause));
    }
    data.set("causes", causes);
    list rows;
    for (const auto& row : table.rows) {
        const GroupLook* look = nullptr;
        if (row.group) {
            const auto found = looks.find(step.groups[*row.group].id);
            look = found == looks.end() ? nullptr : &found->second;
        }
        static const GroupLook plain;
        rows.push_back(row_data(row, table, most, row.group && look == nullptr ? &plain : look));
    }
    data.set("rows", rows);
    return data;
}

std::string icon_of(std::string_view title) {
    SvgWriter svg;
    svg.open(
        "svg",
        {{"viewBox", "0 0 14 14"}, {"width", 14.0}, {"height", 14.0}, {"aria-hidden", "true"}});
    const auto circle = [&](std::string_view classes, double radius) {
        svg.empty("circle", {{"class", classes}, {"cx", 7.0}, {"cy", 7.0}, {"r", radius}});
    };
    if (title == "Went") {
        circle("i-line", 5);
    } else if (title == "Open now") {
        circle("i-line i-dash", 5);
    } else {
        circle("i-full", title == "Appeared" ? 5.5 : 3.5);
    }
    svg.close();
    return svg.svg();
}

std::string newest_step(const Trend& trend) {
    return fmt::format("step-{}", trend.steps.size());
}

PageData step_data(const Trend& trend, const TrendStep& step, const std::string& id, bool findings,
                   const Looks& looks) {
    const auto title = title_of(trend, step);
    std::int64_t most = 0; // both diagonals on one scale
    for (const auto diagonal : diagonals) {
        most = std::max(most, largest_part(trend_table(trend, step, diagonal)));
    }
    list tables;
    for (const auto diagonal : {Diagonal::Building, Diagonal::Orchestration}) {
        tables.push_back(table_data(trend, step, title, diagonal, most, looks));
    }
    list fates;
    for (const auto& fate : finding_lists(step)) {
        PageData each;
        each.set("icon", icon_of(fate.title));
        each.set("title", fate.title);
        each.set("lines", page_list(fate.lines));
        fates.push_back(std::move(each));
    }
    auto meaning =
        id == newest_step(trend) ? meaning_of_parts(trend) : std::string(); // once is enough
    if (!meaning.empty()) {
        meaning += " Bars to the right are towards 1, to the left towards -1.";
    }
    PageData data;
    data.set("id", id);
    data.set("name", page_words(title));
    data.set("meaning", meaning.empty() ? PageData(false) : page_words(meaning));
    data.set("tables", tables);
    data.set("notes", page_list(step_notes(trend, step)));
    data.set("has_findings", findings);
    data.set("any_fate", !fates.empty());
    data.set("fates", fates);
    return data;
}

PageFrame frame_of(const Trend& trend) {
    PageFrame frame;
    const bool two = trend.steps.size() == 1;
    frame.kind = two ? "comparison" : "trend";
    frame.title = fmt::format("{}: {} to {}", two ? "Comparison" : "Trend", trend.names.front(),
                              trend.names.back());
    frame.heading = "What moved";
    frame.verdict = verdict_pieces({{trend.answer}});
    frame.facts = trend_facts(trend);
    frame.sections = {{"where", "Where the groups stood"}};
    frame.provenance = trend_provenance(trend);
    frame.style = template_named("trend-style");
    return frame;
}

PageData policy_data(const Policy& policy) {
    list rows;
    for (const auto& [name, value] : policy_values(policy)) {
        PageData row;
        row.set("name", page_words(capitalized(name)));
        row.set("value", page_words(value));
        rows.push_back(std::move(row));
    }
    return rows;
}

void write(const Trend& trend, std::ostream& out) {
    const auto looks = looks_of(trend);
    auto frame = frame_of(trend);
    PageData page;
    page.set("path", path_data(trend, looks));
    list steps;
    const auto add = [&](const TrendStep& step, const std::string& id, bool findings) {
        steps.push_back(step_data(trend, step, id, findings, looks));
        frame.sections.emplace_back(id, title_of(trend, step));
    };
    for (std::size_t i = trend.steps.size(); i-- > 0;) { // the newest first
        add(trend.steps[i], fmt::format("step-{}", i + 1), true);
    }
    if (trend.whole) {
        add(*trend.whole, "whole", false);
    }
    frame.sections.emplace_back("method", "How this was computed");
    page.set("steps", steps);
    page.set("method", page_list(trend_method(trend)));
    const auto notes = trend_caveats(trend);
    page.set("caveats", page_list(notes));
    page.set("has_caveats", !notes.empty());
    page.set("policy", policy_data(trend.reports.back().policy));
    write_page(frame, std::move(page), template_named("trend"), {}, out);
}

} // namespace
} // namespace reports::trend_html

void write_trend_html(const Trend& trend, const WriterSettings& /*settings*/, std::ostream& out) {
    reports::trend_html::write(trend, out);
}

} // namespace assess
