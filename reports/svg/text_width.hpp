// How wide a text is on a page, without asking a font.
#pragma once

#include <string>
#include <string_view>

namespace assess::reports {

enum class FontWeight : unsigned char { Regular, Bold };

/// Width in the unit of `size`. It is that of DejaVu Sans, the widest of the fonts that the figures
/// name: in any other the text is narrower, so labels that are apart here are apart there.
double text_width(std::string_view text, double size, FontWeight weight = FontWeight::Regular);

/// At most `width` wide; what is longer ends with an ellipsis.
std::string shortened_to(std::string_view text, double width, double size,
                         FontWeight weight = FontWeight::Regular);

} // namespace assess::reports
