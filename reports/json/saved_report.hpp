// Reads a gap report back that was saved as JSON (`assess/gap-report/1`, gap-report.schema.json).
#pragma once

#include "model/explanation/saved_report.hpp"

#include <string>
#include <string_view>

namespace assess::reports {

/// Throws InputError where the text is no gap report, or has lost what an explanation needs.
SavedReport read_saved_report(std::string_view text, const std::string& file);

} // namespace assess::reports
