// Words of any origin for programs that this one does not know: they may put them into a page as
// text or as HTML, once or after decoding it again.
#pragma once

#include <string>
#include <string_view>

namespace assess::reports {

/// One line that is the same as text and as HTML: angle brackets become single angle quotation
/// marks, an ampersand that would begin a character reference becomes a full-width one, control
/// characters are visible escapes. "R&D" and "Weights & Biases" stay as they are.
std::string harmless_name(std::string_view text);

/// One line of HTML that shows the text as it is, for a place that is known to hold HTML.
std::string html_text(std::string_view text);

/// The address where it is one of the web (http or https) and has no character that ends an
/// attribute; else nothing. A link of another kind can run a script.
std::string web_address(std::string_view address);

} // namespace assess::reports
