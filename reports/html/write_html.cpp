#include "reports/html/write_html.hpp"

#include "model/text/embedded.hpp"
#include "reports/content/statements.hpp"
#include "reports/html/page_data.hpp"
#include "reports/html/page_shell.hpp"
#include "reports/svg/svg_writer.hpp"
#include "reports/wording/wording.hpp"

#include <algorithm>
#include <set>

namespace assess {

std::span<const EmbeddedFile> gap_report_templates(); // made by CMake

namespace reports::gap_report_html {
namespace {

using kainjow::mustache::list;

PageData section(const char* id, const char* name) {
    PageData item;
    item.set("id", id);
    item.set("name", name);
    return item;
}

list named(std::initializer_list<std::pair<const char*, const char*>> entries) {
    list items;
    for (const auto& [id, name] : entries) {
        items.push_back(section(id, name));
    }
    return items;
}

PageData names_of_used_tools(const GapReport& report) {
    std::set<std::string> names;
    for (const auto& group : report.groups) {
        for (std::size_t tool = 0; tool < group.tools.size(); ++tool) {
            if (group.tools[tool].users > 0) {
                names.insert(svg_words(report.landscape.tools[tool].name));
            }
        }
    }
    list items;
    for (const auto& name : names) {
        items.push_back(name);
    }
    return items;
}

std::vector<std::string> how_to_read(const GapReport& report) {
    std::vector<std::string> how;
    const bool confidential = report.answers.promise.kind == Promise::Confidential;
    how.emplace_back(confidential
                         ? "Every person stands at the mean of the tools they use, weighted by "
                           "depth of use. Single people are not shown: they were promised so. The "
                           "marks are the groups, each at the mean of its people."
                         : "Every person stands at the mean of the tools they use, weighted by "
                           "depth of use (small marks), each group at the mean of its people "
                           "(large marks).");
    const bool ellipses = std::any_of(report.groups.begin(), report.groups.end(),
                                      [](const Group& group) { return group.placed > 2; });
    if (ellipses) {
        how.emplace_back("The shadow of a filled ellipse on any line is the interval of the centre "
                         "along that line. The dashed one is two standard deviations of the "
                         "people.");
    }
    how.emplace_back("Grey dots are tools; the larger, the more they are used here. The small pale "
                     "ones are not used.");
    return how;
}

std::string template_named(std::string_view name) {
    return std::string(*find_embedded(gap_report_templates(), name));
}

PageFrame frame_of(const GapReport& report) {
    PageFrame frame;
    frame.kind = "gap report";
    frame.title = "Gap report" +
                  (report.answers.source.empty() ? std::string() : ": " + report.answers.source);
    frame.heading =
        report.grouping == Grouping::Team ? "Where your teams stand" : "Where your people stand";
    frame.verdict = verdict_data(report, english().text(report.answer));
    frame.facts = head_facts(report);
    frame.sections = {{"where", "Where we stand"},         {"findings", "Findings"},
                      {"ladders", "Along the diagonals"},  {"tools", "What makes the gap"},
                      {"overlap", "What both groups use"}, {"lifecycle", "The lifecycle by role"}};
    if (!report.scores.empty()) {
        frame.sections.emplace_back("said", "What people say");
    }
    if (report.closing) {
        frame.sections.emplace_back("closing", "What would close it");
    }
    frame.sections.emplace_back("method", "How this was computed");
    frame.provenance = provenance(report);
    frame.style = closing_style();
    return frame;
}

void write(const GapReport& report, std::ostream& out) {
    PageData page;
    page.set("layers", named({{"people", "People"},
                              {"ellipses", "Ellipses"},
                              {"gap", "Gap"},
                              {"tools", "Tools in use"},
                              {"unused", "Other tools"},
                              {"diagonals", "Diagonals"}}));
    page.set("groups", groups_data(report));
    page.set("tool_names", names_of_used_tools(report));
    auto where = where_data(report);
    auto how = how_to_read(report);
    page.set("how", page_list(how));
    page.set("where", where);
    page.set("findings", findings_data(report));
    page.set("ladders", ladders_data(report));
    page.set("tools", contributions_data(report));
    page.set("overlap", overlap_data(report));
    page.set("lifecycle", lifecycle_data(report));
    page.set("has_said", !report.scores.empty());
    page.set("said", said_data(report));
    page.set("has_closing", report.closing.has_value());
    page.set("closing", closing_data(report));
    page.set("method", method_data(report));
    write_page(
        frame_of(report), std::move(page), template_named("gap-report"),
        {{"finding_card", template_named("card")}, {"closing_table", template_named("closing")}},
        out);
}

} // namespace
} // namespace reports::gap_report_html

std::string reports::closing_style() {
    return gap_report_html::template_named("closing-style");
}

void write_html(const GapReport& report, const WriterSettings& /*settings*/, std::ostream& out) {
    reports::gap_report_html::write(report, out);
}

} // namespace assess
