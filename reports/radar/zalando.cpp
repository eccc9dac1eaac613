// Zalando's tech radar: the argument of radar_visualization() (its README and docs/radar.js, 0.12).
// Quadrants count clockwise from the lower right, rings from the centre; moved is 1 in, -1 out,
// 2 new, 0 none of these. Labels are drawn as text and links go into href; forks of it show more,
// so the description is harmless as HTML too.
#include "reports/content/statements.hpp"
#include "reports/json/json_text.hpp"
#include "reports/radar/harmless.hpp"
#include "reports/radar/radar_words.hpp"
#include "reports/radar/radar_writers.hpp"
#include "reports/wording/wording.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace assess::reports {
namespace zalando_radar {
namespace {

using nlohmann::ordered_json;

int moved(const Blip& blip) {
    switch (sign_of(blip)) {
    case BlipSign::MovedIn:
        return 1;
    case BlipSign::MovedOut:
        return -1;
    case BlipSign::New:
        return 2;
    case BlipSign::Stays:
        break;
    }
    return 0;
}

std::string upper_case(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return text;
}

ordered_json entry_of(const Blip& blip, const GapReport& report) {
    const auto& tool = report.landscape.tools[blip.tool];
    ordered_json entry;
    entry["quadrant"] = std::ranges::find(clockwise_from_lower_right, blip.quadrant) -
                        clockwise_from_lower_right.begin();
    entry["ring"] = static_cast<int>(blip.ring);
    entry["label"] = harmless_name(tool.name);
    if (const auto link = web_address(tool.homepage); !link.empty()) {
        entry["link"] = link;
    }
    entry["active"] = true;
    entry["moved"] = moved(blip);
    entry["description"] = harmless_name(description_of(blip));
    return entry;
}

void write(const TeamRadar& radar, const GapReport& report, const RadarSettings& settings,
           std::ostream& out) {
    ordered_json json;
    json["title"] = harmless_name(title_of(report));
    json["date"] = settings.date;
    json["print_layout"] = true;
    json["quadrants"] = ordered_json::array();
    for (const auto quadrant : clockwise_from_lower_right) {
        json["quadrants"].push_back({{"name", name_of(quadrant)}});
    }
    json["rings"] = ordered_json::array();
    for (const auto ring : rings) {
        json["rings"].push_back({{"name", upper_case(name_of(ring))},
                                 {"color", colour_of(ring)},
                                 {"description", meaning_of(ring)}});
    }
    json["entries"] = ordered_json::array();
    for (const auto& blip : radar.blips) {
        json["entries"].push_back(entry_of(blip, report));
    }
    json["provenance"] = harmless_name(english(provenance(report)));
    out << json_text(json);
}

} // namespace
} // namespace zalando_radar

void write_zalando(const TeamRadar& radar, const GapReport& report, const RadarSettings& settings,
                   std::ostream& out) {
    zalando_radar::write(radar, report, settings, out);
}

} // namespace assess::reports
