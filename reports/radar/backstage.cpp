// Backstage's tech-radar plugin: TechRadarLoaderResponse (tech-radar-common, schema.ts). Quadrants
// count clockwise from the lower right, rings from the centre; moved is 1, 0 or -1. Titles are
// shown as text, descriptions as Markdown, addresses go into href.
#include "reports/content/statements.hpp"
#include "reports/json/json_text.hpp"
#include "reports/markdown/escape.hpp"
#include "reports/radar/harmless.hpp"
#include "reports/radar/radar_words.hpp"
#include "reports/radar/radar_writers.hpp"
#include "reports/wording/wording.hpp"

#include <nlohmann/json.hpp>

namespace assess::reports {
namespace backstage_radar {
namespace {

using nlohmann::ordered_json;

int moved(const Blip& blip) {
    return blip.moved == RingMove::In ? 1 : blip.moved == RingMove::Out ? -1 : 0;
}

ordered_json entry_of(const Blip& blip, const GapReport& report, const std::string& date) {
    const auto& tool = report.landscape.tools[blip.tool];
    ordered_json entry;
    entry["key"] = tool.id;
    entry["id"] = tool.id;
    entry["title"] = harmless_name(tool.name);
    entry["quadrant"] = id_of(blip.quadrant);
    if (const auto url = web_address(tool.homepage); !url.empty()) {
        entry["url"] = url;
    }
    entry["description"] = markdown_text(description_of(blip));
    entry["timeline"] =
        ordered_json::array({{{"date", date},
                              {"ringId", id_of(blip.ring)},
                              {"moved", moved(blip)},
                              {"description", markdown_text(english(blip.why.front()))}}});
    return entry;
}

void write(const TeamRadar& radar, const GapReport& report, const RadarSettings& settings,
           std::ostream& out) {
    ordered_json json;
    json["title"] = harmless_name(title_of(report));
    json["quadrants"] = ordered_json::array();
    for (const auto quadrant : clockwise_from_lower_right) {
        json["quadrants"].push_back({{"id", id_of(quadrant)}, {"name", name_of(quadrant)}});
    }
    json["rings"] = ordered_json::array();
    for (const auto ring : rings) {
        json["rings"].push_back({{"id", id_of(ring)},
                                 {"name", name_of(ring)},
                                 {"color", colour_of(ring)},
                                 {"description", meaning_of(ring)}});
    }
    json["entries"] = ordered_json::array();
    for (const auto& blip : radar.blips) {
        json["entries"].push_back(entry_of(blip, report, settings.date));
    }
    json["provenance"] = harmless_name(english(provenance(report)));
    out << json_text(json);
}

} // namespace
} // namespace backstage_radar

void write_backstage(const TeamRadar& radar, const GapReport& report, const RadarSettings& settings,
                     std::ostream& out) {
    backstage_radar::write(radar, report, settings, out);
}

} // namespace assess::reports
