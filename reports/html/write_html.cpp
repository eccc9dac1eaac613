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

/// What the reader can show and hide in the drawn plane.
list layers() {
    list items;
    const auto add = [&](const char* id, const Message& name) {
        PageData item;
        item.set("id", id);
        item.set("name", page_words(name));
        items.push_back(std::move(item));
    };
    add("people", {"page.layer.people"});
    add("ellipses", {"page.layer.ellipses"});
    add("gap", {"page.layer.gap"});
    add("tools", {"page.layer.tools"});
    add("unused", {"page.layer.unused"});
    add("diagonals", {"page.layer.diagonals"});
    return items;
}

PageData names_of_used_tools(const GapReport& report) {
    std::set<std::string> names;
    for (const auto& group : report.groups) {
        for (std::size_t tool = 0; tool < group.tools.size(); ++tool) {
            if (group.tools[tool].users > 0) {
                names.insert(worded(tool_name(report.landscape, static_cast<ToolIndex>(tool))));
            }
        }
    }
    list items;
    for (const auto& name : names) {
        items.push_back(name);
    }
    return items;
}

std::vector<Message> how_to_read(const GapReport& report) {
    const bool confidential = report.answers.promise.kind == Promise::Confidential;
    std::vector<Message> how{confidential ? Message{"page.how.groups"}
                                          : Message{"page.how.people"}};
    const bool ellipses =
        std::ranges::any_of(report.groups, [](const Group& group) { return group.placed > 2; });
    if (ellipses) {
        how.push_back({"page.how.ellipses"});
    }
    how.push_back({"page.how.tools"});
    return how;
}

std::string template_named(std::string_view name) {
    return std::string(*find_embedded(gap_report_templates(), name));
}

PageFrame frame_of(const GapReport& report) {
    PageFrame frame;
    frame.kind = Message{"page.kind"};
    frame.title = report.answers.source.empty()
                      ? Message{"page.title"}
                      : Message{"page.title.of", {{"source", Name{report.answers.source}}}};
    frame.heading = report.grouping == Grouping::Team ? Message{"page.heading.team"}
                                                      : Message{"page.heading.role"};
    frame.verdict = verdict_data(report, english().text(report.answer));
    frame.facts = page_list(head_facts(report));
    frame.sections = {
        {"where", Message{"page.where"}},       {"findings", Message{"page.findings"}},
        {"ladders", Message{"page.diagonals"}}, {"tools", Message{"page.contributions"}},
        {"overlap", Message{"page.overlap"}},   {"lifecycle", Message{"figure.lifecycle"}}};
    if (!report.scores.empty()) {
        frame.sections.emplace_back("said", Message{"page.said"});
    }
    if (report.closing) {
        frame.sections.emplace_back("closing", Message{"page.closing"});
    }
    frame.sections.emplace_back("method", Message{"page.method"});
    frame.provenance = provenance(report);
    frame.style = closing_style();
    return frame;
}

/// What the template says by itself.
PageData template_words() {
    return named_words(
        {{"controls", {"page.controls"}},
         {"show", {"page.show"}},
         {"find", {"page.find-tool"}},
         {"found_one", {"page.found.one", {{"n", Count(1)}}}},
         {"found_many", {"page.found.many", {{"n", Name{"#"}}}}}, // the script puts in the number
         {"how", {"page.how"}},
         {"absent", {"page.absent"}},
         {"bars", sentences({"bars.right"}, {"bars.both-diagonals"})},
         {"bridges", {"page.bridges"}},
         {"used_by_both", {"head.used-by-both"}},
         {"group", {"head.group"}},
         {"at_steps",
          {"page.people-at-steps", {{"first", Count(1)}, {"last", Count(score_steps)}}}},
         {"answers", {"page.answers"}},
         {"none", {"page.no-step"}},
         {"mean", {"page.mean"}},
         {"interval", {"page.interval"}},
         {"agreement", {"page.agreement"}},
         {"method", {"page.method.short"}},
         {"policy", {"page.policy"}},
         {"choices", {"page.choices"}},
         {"caveats", {"page.caveats"}},
         {"no_caveats", {"page.no-caveats"}},
         {"left_out", {"page.left-out"}}});
}

void write(const GapReport& report, std::ostream& out) {
    PageData page;
    page.set("words", template_words());
    page.set("layers", layers());
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
