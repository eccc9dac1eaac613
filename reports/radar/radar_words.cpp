#include "reports/radar/radar_words.hpp"

#include "model/assessment/arguments.hpp"
#include "reports/content/words.hpp"
#include "reports/wording/wording.hpp"

namespace assess::reports {

BlipSign sign_of(const Blip& blip) {
    if (blip.moved != RingMove::None) {
        return blip.moved == RingMove::In ? BlipSign::MovedIn : BlipSign::MovedOut;
    }
    return blip.is_new ? BlipSign::New : BlipSign::Stays;
}

std::string name_of(Ring ring) {
    return capitalized(id_of(ring));
}

std::string meaning_of(Ring ring) {
    return english({"radar.ring.meaning", {{"ring", Select{id_of(ring)}}}});
}

std::string_view colour_of(Ring ring) {
    switch (ring) {
    case Ring::Adopt:
        return "#0b3c5d";
    case Ring::Trial:
        return "#1d5f8a";
    case Ring::Assess:
        return "#456f85";
    case Ring::Hold:
        break;
    }
    return "#6b7280";
}

std::string name_of(Quadrant quadrant) {
    return english(quadrant_name(quadrant));
}

std::string title_of(const GapReport& report) {
    const auto& source = report.answers.source;
    return english(source.empty() ? Message{"radar.title.team"}
                                  : Message{"radar.title", {{"source", source}}});
}

std::string description_of(const Blip& blip) {
    std::string text;
    for (const auto& sentence : blip.why) {
        text += text.empty() ? "" : " ";
        text += english(sentence);
    }
    return text;
}

} // namespace assess::reports
