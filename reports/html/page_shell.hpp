// The frame of every HTML page: security policy, style, script, title, verdict, provenance. A page
// is this frame, a template for what stands in it, and that template's values.
#pragma once

#include "reports/svg/figure.hpp"
#include "reports/svg/group_look.hpp"

#include <kainjow/mustache.hpp>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess::reports {

using PageData = kainjow::mustache::data;

/// Words from anywhere: on one line, without control characters, with true minus signs. The
/// template escapes them.
PageData page_words(std::string_view text);
PageData page_list(const std::vector<std::string>& texts);

/// A mark beside a word, as an <svg> element.
std::string glyph(const GroupLook& look);

/// A piece of the verdict: plain, strong, or a group's name with its mark.
struct VerdictPiece {
    std::string text; ///< with the spaces at its ends
    const GroupLook* group = nullptr;
    bool strong = false;
};
PageData verdict_pieces(const std::vector<VerdictPiece>& pieces);

/// Both drawings of a figure, its tables and its notes: `wide`, `narrow`, `has_tables`, `tables`
/// and `notes`. `id` is the figure's own in the page.
PageData figure_data(const Figure& wide, const Figure& narrow, const std::string& id);

/// What is the same on every page.
struct PageFrame {
    std::string kind;  ///< beside the program's name: "gap report"
    std::string title; ///< of the window
    std::string heading;
    PageData verdict; ///< verdict_pieces()
    std::vector<std::string> facts;
    std::vector<std::pair<std::string, std::string>> sections; ///< id and name; at least one
    std::string provenance;
    std::string style; ///< rules of this page alone, after the shared ones
};

/// Where a template calls {{> name}}.
struct PagePartial {
    std::string name;
    std::string text;
};

/// Renders `content` into the frame. `{{> number_tables}}` is known everywhere.
/// Throws std::logic_error where a template is broken.
void write_page(const PageFrame& frame, PageData values, std::string_view content,
                const std::vector<PagePartial>& partials, std::ostream& out);

} // namespace assess::reports
