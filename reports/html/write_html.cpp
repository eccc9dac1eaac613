#include "reports/html/write_html.hpp"

#include "model/diagnostics/diagnostic.hpp"
#include "model/text/embedded.hpp"
#include "reports/content/statements.hpp"
#include "reports/html/page_data.hpp"
#include "reports/svg/figure.hpp"
#include "reports/svg/svg_writer.hpp"

#include <algorithm>
#include <array>
#include <openssl/evp.h>
#include <set>
#include <stdexcept>

namespace assess {

std::span<const EmbeddedFile> page_templates(); // made by CMake
std::span<const EmbeddedFile> page_assets();    // made by CMake

namespace {

using namespace reports;
using kainjow::mustache::list;
using kainjow::mustache::mustache;
using kainjow::mustache::partial;

/// 'sha256-...': what the page's security policy allows to run, and nothing else.
std::string policy_hash(std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    if (EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1) {
        throw Error("OpenSSL cannot compute a SHA-256 hash", "Write another --format.");
    }
    std::array<unsigned char, 2 * EVP_MAX_MD_SIZE> base64{};
    const int written = EVP_EncodeBlock(base64.data(), digest.data(), static_cast<int>(length));
    return "'sha256-" + std::string(base64.begin(), base64.begin() + written) + "'";
}

std::string asset(std::string_view name) {
    return std::string(*find_embedded(page_assets(), name));
}

std::string file(std::string_view name) {
    return std::string(*find_embedded(page_templates(), name));
}

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

PageData tool_names(const GapReport& report) {
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

void add_frame(PageData& page, const GapReport& report) {
    const auto style = asset("palette") + figure_style() + asset("page");
    const auto script = file("page-script");
    page.set("style", style);
    page.set("style_hash", policy_hash(style));
    page.set("script", script);
    page.set("script_hash", policy_hash(script));
    page.set("version", program_version());
    page.set("title", page_words("Gap report" + (report.answers.source.empty()
                                                     ? std::string()
                                                     : ": " + report.answers.source)));
    page.set("heading", report.grouping == Grouping::Team ? "Where your teams stand"
                                                          : "Where your people stand");
    page.set("facts", page_list(head_facts(report)));
    page.set("provenance", page_words(provenance(report)));
    list sections = named({{"where", "Where we stand"},
                           {"findings", "Findings"},
                           {"ladders", "Along the diagonals"},
                           {"tools", "What makes the gap"},
                           {"overlap", "What both groups use"},
                           {"lifecycle", "The lifecycle by role"}});
    if (!report.scores.empty()) {
        sections.push_back(section("said", "What people say"));
    }
    sections.push_back(section("method", "How this was computed"));
    page.set("sections", sections);
    page.set("layers", named({{"people", "People"},
                              {"ellipses", "Ellipses"},
                              {"gap", "Gap"},
                              {"tools", "Tools in use"},
                              {"unused", "Other tools"},
                              {"diagonals", "Diagonals"}}));
}

} // namespace

void write_html(const GapReport& report, const WriterSettings& /*settings*/, std::ostream& out) {
    PageData page;
    add_frame(page, report);
    page.set("verdict", verdict_data(report));
    page.set("groups", groups_data(report));
    page.set("tool_names", tool_names(report));
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
    page.set("method", method_data(report));
    page.set("finding_card", partial([] { return file("card"); }));
    page.set("number_tables", partial([] { return file("tables"); }));
    mustache html(file("page"));
    out << html.render(page);
    if (!html.is_valid()) {
        throw std::logic_error("the page's template is broken: " + html.error_message());
    }
}

} // namespace assess
