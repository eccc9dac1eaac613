// The gap report as GitHub-flavoured Markdown, for a wiki, a pull request or a chat.
#pragma once

#include "reports/writer.hpp"

#include <ostream>

namespace assess {

/// The sections of the text report in the same order. Does not depend on the terminal: the plane
/// is always 80 columns of Unicode.
void write_markdown(const GapReport& report, const WriterSettings& settings, std::ostream& out);

} // namespace assess
