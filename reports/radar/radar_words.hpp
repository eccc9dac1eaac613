// What the formats of a radar say alike: titles, rings, movements, and the order of quadrants.
#pragma once

#include "model/radar/team_radar.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace assess::reports {

/// A blip's one sign: a movement first, then whether it is new.
enum class BlipSign : std::uint8_t { Stays, MovedIn, MovedOut, New };
BlipSign sign_of(const Blip& blip);

/// "Adopt".
std::string name_of(Ring ring);
/// What a tool in the ring is for, one sentence.
std::string meaning_of(Ring ring);
/// "Cloud platforms".
std::string name_of(Quadrant quadrant);
/// "#1d5f8a": dark to pale from the centre outwards; white text can be read on each.
std::string_view colour_of(Ring ring);

inline constexpr std::array rings{Ring::Adopt, Ring::Trial, Ring::Assess, Ring::Hold};

/// The quadrants clockwise from the lower right, the order in which Zalando's radar, and so
/// Backstage's, counts them: each keeps its place of the plane.
inline constexpr std::array clockwise_from_lower_right{
    Quadrant::SpecializedMlTools, Quadrant::StandardSweTools, Quadrant::CloudPlatforms,
    Quadrant::MachineLearningPlatforms};

/// "MLOps radar of team.csv", as the input names itself.
std::string title_of(const GapReport& report);

/// All of Blip::why in one text.
std::string description_of(const Blip& blip);

} // namespace assess::reports
