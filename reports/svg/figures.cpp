#include "reports/svg/figures.hpp"

#include "reports/svg/contributions_figure.hpp"
#include "reports/svg/ladder_figure.hpp"
#include "reports/svg/lifecycle_figure.hpp"
#include "reports/svg/plane_figure.hpp"

#include <array>

namespace assess {

std::span<const NamedFigure> figures() {
    static constexpr std::array all{
        NamedFigure{"plane", "people, groups and tools on the landscape", reports::plane_figure},
        NamedFigure{"orchestration", "the ladder along the orchestration diagonal",
                    reports::orchestration_figure},
        NamedFigure{"building", "the ladder along the building diagonal", reports::building_figure},
        NamedFigure{"contributions", "what each tool makes of the gap",
                    reports::contributions_figure},
        NamedFigure{"lifecycle", "the stages of the lifecycle and who covers them",
                    reports::lifecycle_figure},
    };
    return all;
}

} // namespace assess
