#include "model/findings/finding.hpp"

namespace assess {

std::string_view id_of(State state) {
    switch (state) {
    case State::Present:
        return "present";
    case State::Possible:
        return "possible";
    case State::Undetermined:
        return "undetermined";
    case State::Absent:
        break;
    }
    return "absent";
}

std::string_view id_of(Severity severity) {
    switch (severity) {
    case Severity::None:
        return "none";
    case Severity::Info:
        return "info";
    case Severity::Notable:
        return "notable";
    case Severity::Serious:
        break;
    }
    return "serious";
}

bool stands(State state) {
    return state == State::Present || state == State::Possible;
}

bool stands(const Finding& finding) {
    return stands(finding.state);
}

} // namespace assess
