// One writer a format of a radar. Where each format's fields come from is said in its source.
#pragma once

#include "reports/radar/radar_format.hpp"

namespace assess::reports {

/// name,ring,quadrant,isNew,status,description: one row a tool. RFC 4180 with LF line ends.
void write_byor_csv(const TeamRadar& radar, const GapReport& report, const RadarSettings& settings,
                    std::ostream& out);
/// The same as an array of objects, every value a string (byor.schema.json).
void write_byor_json(const TeamRadar& radar, const GapReport& report, const RadarSettings& settings,
                     std::ostream& out);
/// What radar_visualization() is called with (zalando.schema.json).
void write_zalando(const TeamRadar& radar, const GapReport& report, const RadarSettings& settings,
                   std::ostream& out);
/// TechRadarLoaderResponse (backstage.schema.json).
void write_backstage(const TeamRadar& radar, const GapReport& report, const RadarSettings& settings,
                     std::ostream& out);

} // namespace assess::reports
