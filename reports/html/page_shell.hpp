// The frame of every HTML page: security policy, style, script, title, verdict, provenance. A page
// is this frame, a template for what stands in it, and that template's values.
#pragma once

#include "reports/layout/ink.hpp"
#include "reports/svg/figure.hpp"
#include "reports/svg/group_look.hpp"

#include <initializer_list>
#include <kainjow/mustache.hpp>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess::reports {

using PageData = kainjow::mustache::data;

/// A value in words: on one line, without control characters. The template escapes them.
template <typename Any>
PageData page_words(const Any& value) {
    return worded(value);
}
template <typename Values>
PageData page_list(const Values& values) {
    kainjow::mustache::list items;
    for (const auto& value : values) {
        items.push_back(page_words(value));
    }
    return items;
}

/// What a template says by itself, under the names by which it says it: {{words.show}}.
PageData named_words(std::initializer_list<std::pair<const char*, Message>> words);

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
    Value kind = Message();  ///< beside the program's name: "gap report"
    Value title = Message(); ///< of the window
    Value heading = Message();
    PageData verdict;                                    ///< verdict_pieces()
    PageData facts;                                      ///< page_list()
    std::vector<std::pair<std::string, Value>> sections; ///< id and name; at least one
    Value provenance = Message();
    std::string style; ///< rules of this page alone, after the shared ones
};

/// Where a template calls {{> name}}.
struct PagePartial {
    std::string name;
    std::string text;
};

/// Renders `content` into the frame. `{{> number_tables}}` is known everywhere, and the name of
/// each section as `{{titles.ID}}`. Throws std::logic_error where a template is broken.
void write_page(const PageFrame& frame, PageData values, std::string_view content,
                const std::vector<PagePartial>& partials, std::ostream& out);

} // namespace assess::reports
