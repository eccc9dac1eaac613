#include "reports/text/sections.hpp"

namespace assess::reports {

void write_fates(TextPage& page, std::span<const FateList> lists) {
    bool first = true;
    for (const auto& list : lists) {
        if (!first) {
            page.blank();
        }
        first = false;
        page.subheading(list.title);
        page.list(list.lines, 2);
    }
}

} // namespace assess::reports
