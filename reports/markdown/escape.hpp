// Text of any origin inside GitHub-flavoured Markdown.
#pragma once

#include <string>
#include <string_view>

namespace assess::reports {

/// One line on which nothing is markup: no HTML, links, code, emphasis, tables, mentions or
/// references; control characters are visible escapes. Numbers get a true minus sign.
std::string markdown_text(std::string_view text);

} // namespace assess::reports
