#include "assess/commands/held_back.hpp"

#include "model/text/text.hpp"
#include "reports/wording/wording.hpp"

namespace assess {

void say_what_is_held_back(const GapReport& report, std::ostream& err) {
    if (report.answers.promise.kind != Promise::Confidential) {
        return;
    }
    for (const auto& warning : report.warnings) {
        err << printable(reports::english(warning)) << '\n';
    }
}

} // namespace assess
