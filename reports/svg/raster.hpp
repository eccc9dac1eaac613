// SVG files as PNG and PDF, drawn by librsvg on cairo with the fonts of this machine.
//
// librsvg and what it needs take longer to load than a report to make, so they are loaded when the
// first picture is drawn, and only then. Their functions are found by name at run time; the types
// are those of their headers.
#pragma once

#include <string>
#include <string_view>

namespace assess::reports {

/// Twice as many pixels as the SVG has units. Throws Error where librsvg is missing or fails.
std::string png_of(std::string_view svg);
/// One page of the figure's size. Throws Error as png_of does.
std::string pdf_of(std::string_view svg);

} // namespace assess::reports
