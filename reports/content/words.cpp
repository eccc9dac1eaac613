#include "reports/content/words.hpp"

#include "model/text/text.hpp"
#include "reports/content/labels.hpp"
#include "reports/wording/wording.hpp"

namespace assess::reports {

std::string capitalized(std::string_view text) {
    std::string capital(text);
    if (!capital.empty() && capital.front() >= 'a' && capital.front() <= 'z') {
        capital.front() = static_cast<char>(capital.front() - 'a' + 'A');
    }
    return capital;
}

std::string name_at_start(const Group& group) {
    return english(group_title(group));
}

std::string listed_with_and(std::span<const std::string> words) {
    return listed(words, "and");
}

std::string interval_cell(const Estimate& estimate, int decimals) {
    return english(interval_of(estimate, decimals));
}

std::string title_of(Diagonal diagonal) {
    return english(diagonal_title(diagonal));
}

std::pair<std::string, std::string> ends_of(Diagonal diagonal) {
    return {english(end_word(diagonal, false)), english(end_word(diagonal, true))};
}

std::string difference_name(const GapReport& report, const Comparison& comparison) {
    return name_at_start(report.groups[comparison.first]) + " minus " +
           report.groups[comparison.second].name;
}

} // namespace assess::reports
