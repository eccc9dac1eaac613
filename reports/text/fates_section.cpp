#include "reports/text/sections.hpp"
#include "reports/wording/wording.hpp"

namespace assess::reports {

void write_fates(TextPage& page, std::span<const FateList> lists) {
    bool first = true;
    for (const auto& list : lists) {
        if (!first) {
            page.blank();
        }
        first = false;
        page.subheading(english(list.title));
        page.list(english(list.lines), 2);
    }
}

} // namespace assess::reports
