#include "reports/radar/radar_format.hpp"

#include "reports/radar/radar_writers.hpp"

#include <array>

namespace assess {

std::span<const RadarFormat> radar_formats() {
    static constexpr std::array all{
        RadarFormat{"byor-csv", "radar.csv", "Thoughtworks' Build Your Own Radar, or a spreadsheet",
                    reports::write_byor_csv},
        RadarFormat{"byor-json", "radar.json", "Thoughtworks' Build Your Own Radar",
                    reports::write_byor_json},
        RadarFormat{"zalando", "config.json", "Zalando's tech radar", reports::write_zalando},
        RadarFormat{"backstage", "tech-radar.json", "Backstage's tech-radar plugin",
                    reports::write_backstage},
    };
    return all;
}

} // namespace assess
