// Text of any origin inside GitHub-flavoured Markdown.
#pragma once

#include "reports/layout/ink.hpp"

#include <string>
#include <string_view>

namespace assess::reports {

/// A line that is safe to show, with nothing in it that is markup: no HTML, links, code, emphasis,
/// tables, mentions or references.
std::string escaped_markdown(std::string_view line);
/// A value in such a line.
template <typename Any>
std::string markdown_text(const Any& value) {
    return escaped_markdown(worded(value));
}

} // namespace assess::reports
