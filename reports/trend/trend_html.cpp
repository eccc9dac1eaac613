// A trend as one page: the path on the plane, each step's movements, findings, the method.
#include "model/assessment/ellipse.hpp"
#include "model/text/embedded.hpp"
#include "reports/content/statements.hpp"
#include "reports/content/words.hpp"
#include "reports/html/page_shell.hpp"
#include "reports/svg/path_figure.hpp"
#include "reports/svg/svg_writer.hpp"
#include "reports/trend/trend_words.hpp"
#include "reports/trend/trend_writer.hpp"
#include "reports/wording/wording.hpp"

#include <algorithm>
#include <array>
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
    plan.title = Message{"trend.where"};
    plan.moment_head = Message{"trend.where.moment"};
    plan.moments.assign(trend.names.begin(), trend.names.end());
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
                plan.groups.push_back({group_title(group), look, {}});
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
    const auto& last = trend.names.back();
    std::vector<Message> how{{"trend.where.marks", {{"last", last}}}};
    const bool gone = std::ranges::any_of(plan.groups, [&](const GroupPath& path) {
        return path.points.back().moment + 1 < plan.moments.size();
    });
    if (gone) {
        how.push_back({"trend.where.gone", {{"last", last}}});
    }
    const bool ellipses = std::ranges::any_of(plan.groups, [](const GroupPath& path) {
        return !path.points.empty() && path.points.back().sure.has_value();
    });
    if (ellipses) {
        how.push_back({"trend.where.ellipses"});
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
    data.set("interval", page_words(row.interval.empty() ? no_value() : row.interval));
    list parts;
    for (const auto cause : table.causes) {
        const auto found = std::ranges::find(row.parts, cause, &PartCells::cause);
        const auto* part = found == row.parts.end() ? nullptr : &*found;
        PageData each;
        each.set("cause", page_words(name_of(cause)));
        each.set("value", page_words(part == nullptr ? Value(no_value()) : part->value));
        each.set("bar", bar_of(part, most, look == nullptr ? std::string_view() : look->tone));
        parts.push_back(std::move(each));
    }
    data.set("parts", parts);
    return data;
}

PageData table_data(const Trend& trend, const TrendStep& step, Diagonal diagonal, std::int64_t most,
                    const Looks& looks) {
    const auto table = trend_table(trend, step, diagonal);
    const auto title = title_of_table(diagonal);
    PageData data;
    data.set("name", page_words(title));
    data.set("label", page_words(Message{"trend.table",
                                         {{"step", title_of(trend, step)}, {"diagonal", title}}}));
    data.set("ends", page_words(ends_of_table(diagonal)));
    list causes;
    for (const auto cause : table.causes) {
        causes.push_back(page_words(at_start(name_of(cause))));
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

std::string icon_of(FindingFate fate) {
    SvgWriter svg;
    svg.open(
        "svg",
        {{"viewBox", "0 0 14 14"}, {"width", 14.0}, {"height", 14.0}, {"aria-hidden", "true"}});
    const auto circle = [&](std::string_view classes, double radius) {
        svg.empty("circle", {{"class", classes}, {"cx", 7.0}, {"cy", 7.0}, {"r", radius}});
    };
    if (fate == FindingFate::Went) {
        circle("i-line", 5);
    } else if (fate == FindingFate::Open) {
        circle("i-line i-dash", 5);
    } else {
        circle("i-full", fate == FindingFate::Appeared ? 5.5 : 3.5);
    }
    svg.close();
    return svg.svg();
}

std::string id_of_step(std::size_t number) {
    return "step-" + std::to_string(number);
}

PageData fates_data(const TrendStep& step) {
    list fates;
    for (const auto& fate : finding_lists(step)) {
        PageData each;
        each.set("icon", icon_of(fate.fate));
        each.set("title", page_words(fate.title));
        each.set("lines", page_list(fate.lines));
        fates.push_back(std::move(each));
    }
    return fates;
}

/// What the parts are and how their bars are read; empty where there are none.
Message meaning_of_bars(const Trend& trend) {
    const auto meaning = meaning_of_parts(trend);
    return meaning.empty()
               ? meaning
               : sentences(meaning, {"trend.parts.bars",
                                     {{"high", Decimal(1, 0)}, {"low", Decimal(-1, 0)}}});
}

PageData step_data(const Trend& trend, const TrendStep& step, const std::string& id, bool findings,
                   const Looks& looks) {
    std::int64_t most = 0; // both diagonals on one scale
    for (const auto diagonal : diagonals) {
        most = std::max(most, largest_part(trend_table(trend, step, diagonal)));
    }
    list tables;
    for (const auto diagonal : {Diagonal::Building, Diagonal::Orchestration}) {
        tables.push_back(table_data(trend, step, diagonal, most, looks));
    }
    const bool newest = id == id_of_step(trend.steps.size());
    const auto meaning = newest ? meaning_of_bars(trend) : Message(); // once is enough
    const auto fates = fates_data(step);
    PageData data;
    data.set("id", id);
    data.set("name", page_words(title_of(trend, step)));
    data.set("meaning", meaning.empty() ? PageData(false) : page_words(meaning));
    data.set("tables", tables);
    data.set("notes", page_list(step_notes(trend, step)));
    data.set("has_findings", findings);
    data.set("any_fate", fates.is_non_empty_list());
    data.set("fates", fates);
    return data;
}

PageFrame frame_of(const Trend& trend) {
    PageFrame frame;
    const auto two = yes_or_no(trend.steps.size() == 1);
    frame.kind = Message{"trend.kind", {{"two", two}}};
    frame.title =
        Message{"trend.title",
                {{"two", two}, {"first", trend.names.front()}, {"last", trend.names.back()}}};
    frame.heading = Message{"trend.step"};
    frame.verdict = verdict_pieces({{with_minus(english().text(trend.answer))}});
    frame.facts = page_list(trend_facts(trend));
    frame.sections = {{"where", Message{"trend.where"}}};
    frame.provenance = trend_provenance(trend);
    frame.style = template_named("trend-style");
    return frame;
}

PageData policy_data(const Policy& policy) {
    list rows;
    for (const auto& [name, value] : policy_values(policy)) {
        PageData row;
        row.set("name", page_words(Name{capitalized(name)}));
        row.set("value", page_words(value));
        rows.push_back(std::move(row));
    }
    return rows;
}

/// What the template itself says.
void set_words(PageData& page) {
    struct Words {
        const char* key;
        MessageId id;
    };
    static constexpr std::array all{Words{"say_where", "trend.where"},
                                    Words{"say_read", "trend.where.read"},
                                    Words{"say_findings", "trend.findings"},
                                    Words{"say_no_fate", "trend.fates.none"},
                                    Words{"say_how", "trend.how"},
                                    Words{"say_method", "trend.how.method"},
                                    Words{"say_policy", "trend.how.policy"},
                                    Words{"say_choices", "trend.how.choices"},
                                    Words{"say_caveats", "trend.how.caveats"},
                                    Words{"say_no_caveats", "trend.how.no-caveats"}};
    static constexpr std::array heads{
        Words{"group", "trend.head.group"}, Words{"before", "trend.head.before"},
        Words{"after", "trend.head.after"}, Words{"moved", "trend.head.moved"},
        Words{"interval", "trend.head.interval"}};
    for (const auto& [key, id] : all) {
        page.set(key, page_words(Message(id)));
    }
    for (const auto& [key, id] : heads) {
        page.set(std::string("label_") + key, page_words(Message(id)));
        page.set(std::string("say_") + key, page_words(at_start(Message(id))));
    }
}

void write(const Trend& trend, std::ostream& out) {
    const auto looks = looks_of(trend);
    auto frame = frame_of(trend);
    PageData page;
    set_words(page);
    page.set("path", path_data(trend, looks));
    list steps;
    const auto add = [&](const TrendStep& step, const std::string& id, bool findings) {
        steps.push_back(step_data(trend, step, id, findings, looks));
        frame.sections.emplace_back(id, title_of(trend, step));
    };
    for (std::size_t i = trend.steps.size(); i-- > 0;) { // the newest first
        add(trend.steps[i], id_of_step(i + 1), true);
    }
    if (trend.whole) {
        add(*trend.whole, "whole", false);
    }
    frame.sections.emplace_back("method", Message{"trend.how"});
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
