// The program's one clock.
#pragma once

#include <string>

namespace assess {

/// Now, in UTC: "2026-11-23T15:40:00Z". SOURCE_DATE_EPOCH, seconds since 1970, takes the clock's
/// place where it is set (reproducible-builds.org). Throws InputError where it is no number.
std::string utc_now();

} // namespace assess
