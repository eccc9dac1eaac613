// Thoughtworks' Build Your Own Radar. What it reads (its README, contentValidator, inputSanitizer
// and factory): the columns name, ring, quadrant, isNew and description, and in newer versions
// status; every value a string; the names of rings and quadrants in any case. It shows
// descriptions as HTML and names both as text and, in the tips of grouped blips, as HTML.
#include "model/text/text.hpp"
#include "reports/json/json_text.hpp"
#include "reports/layout/csv_words.hpp"
#include "reports/radar/harmless.hpp"
#include "reports/radar/radar_words.hpp"
#include "reports/radar/radar_writers.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace assess::reports {
namespace byor_radar {
namespace {

std::string_view status_of(const Blip& blip) {
    switch (sign_of(blip)) {
    case BlipSign::MovedIn:
        return "Moved In";
    case BlipSign::MovedOut:
        return "Moved Out";
    case BlipSign::New:
        return "New";
    case BlipSign::Stays:
        break;
    }
    return "No Change";
}

/// Versions without a configuration draw rings and quadrants in the order of the rows: rings from
/// the centre, and within them quadrants counter-clockwise from the upper right, which keeps them
/// where they are on the plane.
std::vector<const Blip*> in_order(const TeamRadar& radar) {
    constexpr std::array order{Quadrant::MachineLearningPlatforms, Quadrant::CloudPlatforms,
                               Quadrant::StandardSweTools, Quadrant::SpecializedMlTools};
    std::vector<const Blip*> blips;
    for (const auto& blip : radar.blips) {
        blips.push_back(&blip);
    }
    std::ranges::stable_sort(blips, {}, [&](const Blip* blip) {
        return std::pair(blip->ring, std::ranges::find(order, blip->quadrant));
    });
    return blips;
}

/// The fields in the order of the columns.
std::array<std::pair<std::string_view, std::string>, 6> fields(const Blip& blip,
                                                               const GapReport& report) {
    return {{{"name", harmless_name(report.landscape.tools[blip.tool].name)},
             {"ring", name_of(blip.ring)},
             {"quadrant", std::string(name_of(blip.quadrant))},
             {"isNew", sign_of(blip) == BlipSign::New ? "TRUE" : "FALSE"},
             {"status", std::string(status_of(blip))},
             {"description", html_text(description_of(blip))}}};
}

} // namespace
} // namespace byor_radar

void write_byor_csv(const TeamRadar& radar, const GapReport& report,
                    const RadarSettings& /*settings*/, std::ostream& out) {
    out << "name,ring,quadrant,isNew,status,description\n";
    for (const auto* const blip : byor_radar::in_order(radar)) {
        std::string_view comma;
        for (const auto& [name, value] : byor_radar::fields(*blip, report)) {
            out << std::exchange(comma, ",") << csv_words(value);
        }
        out << '\n';
    }
}

void write_byor_json(const TeamRadar& radar, const GapReport& report,
                     const RadarSettings& /*settings*/, std::ostream& out) {
    auto json = nlohmann::ordered_json::array();
    for (const auto* const blip : byor_radar::in_order(radar)) {
        nlohmann::ordered_json object;
        for (const auto& [name, value] : byor_radar::fields(*blip, report)) {
            object[std::string(name)] = value;
        }
        json.push_back(std::move(object));
    }
    out << json_text(json);
}

} // namespace assess::reports
