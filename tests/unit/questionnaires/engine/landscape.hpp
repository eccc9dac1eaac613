// The landscape that the questionnaires of these tests ask about.
#pragma once

#include "model/landscape/load.hpp"

namespace assess {

inline const Landscape& landscape() {
    static const Landscape edition = built_in_landscape("2021");
    return edition;
}

} // namespace assess
