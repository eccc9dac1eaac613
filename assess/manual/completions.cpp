#include "assess/manual/completions.hpp"

#include <array>

namespace assess {

std::span<const Shell> shells() {
    static constexpr std::array<Shell, 3> all{{{"bash", "assess", bash_completions},
                                               {"zsh", "_assess", zsh_completions},
                                               {"fish", "assess.fish", fish_completions}}};
    return all;
}

std::vector<std::string> shell_names() {
    std::vector<std::string> names;
    for (const auto& shell : shells()) {
        names.emplace_back(shell.name);
    }
    return names;
}

} // namespace assess
