// One scene for each state that each rule can reach: the table that the registry is checked
// against, and the landscape that the tests of single rules start from.
#pragma once

#include "model/findings/finding.hpp"
#include "tests/support/team.hpp"

#include <string>
#include <vector>

namespace assess {

/// Four categories, one a quadrant, and six tools without tolerance. On the building diagonal:
/// aws -0.70, git and kubeflow -0.10, docker 0.00, comet 0.30, optuna 0.70; aws, comet and
/// optuna are its rungs.
TestTeam square();

/// Two stages and their hand-off, a tool for each, one for neither.
TestTeam staged();

struct Scene {
    std::string rule;
    State state = State::Absent;
    std::string subject; ///< of the finding that is in this state
    Verdicts (*make)();
};

/// Every rule in every state.
const std::vector<Scene>& scenes();

} // namespace assess
