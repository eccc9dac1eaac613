#include "assess/commands/command.hpp"

#include <array>

namespace assess {

std::span<const Command> commands() {
    static const std::array all{report_command(),        ask_command(),       figure_command(),
                                what_if_command(),       recommend_command(), radar_command(),
                                table_command(),         explain_command(),   compare_command(),
                                trend_command(),         form_command(),      landscape_command(),
                                questionnaire_command(), init_command(),      round_command(),
                                submit_command(),        export_command(),    forget_command()};
    return all;
}

} // namespace assess
