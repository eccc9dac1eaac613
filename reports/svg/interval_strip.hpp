// An estimate with its interval on its own scale, against the rule's thresholds.
#pragma once

#include "model/findings/finding.hpp"

#include <string>

namespace assess::reports {

/// An <svg> as wide as its place, in percent of it, so that one drawing serves every page. No two
/// of its texts meet from 250 pixels of width on. Its texts are there twice, as .roomy and .tight:
/// the page shows one. Empty where the finding measured nothing that a strip could compare.
std::string interval_strip(const Finding& finding, bool large);

} // namespace assess::reports
