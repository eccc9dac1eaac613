// The team's technology radar in the formats of programs that draw radars. Writers lay out;
// which ring a tool is in, and why, comes with the value (model/radar).
#pragma once

#include "model/radar/team_radar.hpp"

#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace assess {

struct RadarSettings {
    std::string date; ///< of the radar, "2026-11-23"; not every format has one
};

struct RadarFormat {
    std::string_view name; ///< as in --format
    std::string_view file; ///< what its file is called where it goes
    std::string_view what; ///< one line: which program draws it
    void (*write)(const TeamRadar&, const GapReport&, const RadarSettings&, std::ostream&);
};

/// All formats; the first is the default. Each writes any radar, one without a blip too.
std::span<const RadarFormat> radar_formats();

} // namespace assess
