#include "reports/radar/radar_words.hpp"

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

std::string_view meaning_of(Ring ring) {
    switch (ring) {
    case Ring::Adopt:
        return "Use it from the start, and see that everybody who needs it can.";
    case Ring::Trial:
        return "Use it where little is at stake, and watch its limits.";
    case Ring::Assess:
        return "Find out what it would change here before work depends on it.";
    case Ring::Hold:
        break;
    }
    return "Know what it does, and start nothing new with it.";
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

std::string title_of(const GapReport& report) {
    return "MLOps radar of " +
           (report.answers.source.empty() ? std::string("the team") : report.answers.source);
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
