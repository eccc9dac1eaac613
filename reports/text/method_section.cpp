// How the report was computed, what to bear in mind, and what reproduces it.
#include "model/text/text.hpp"
#include "reports/content/statements.hpp"
#include "reports/layout/page.hpp"
#include "reports/text/sections.hpp"

#include <algorithm>

namespace assess::reports {
namespace {

/// Name and value with dots between them, in two columns where there is room.
void write_policy(TextPage& page, const GapReport& report) {
    const auto values = policy_values(report.policy);
    const auto& ink = page.ink();
    const std::size_t columns = page.width() >= 76 ? 2 : 1;
    const std::size_t gap = 4;
    const auto width = (page.width() - (columns - 1) * gap) / columns;
    const auto rows = (values.size() + columns - 1) / columns;
    for (std::size_t row = 0; row < rows; ++row) {
        std::string line;
        for (std::size_t column = 0; column < columns; ++column) {
            const auto index = column * rows + row;
            if (index >= values.size()) {
                break;
            }
            const auto& [name, value] = values[index];
            const auto shown = ink.words(value);
            const auto room = width - display_width(shown) - 1;
            line += (column == 0 ? "" : std::string(gap, ' ')) +
                    padded_right(shortened(name, room, ink.sign("…", "...")), room) + " " + shown;
        }
        page.line(line);
    }
}

} // namespace

void write_method(TextPage& page, const GapReport& report) {
    page.heading("How this was computed");
    for (const auto& statement : method_statements(report)) {
        page.prose(statement);
    }
    const auto notes = caveats(report);
    if (!notes.empty()) {
        page.blank();
        page.subheading("To bear in mind");
        page.list(notes);
    }
    const auto left_out = left_out_statements(report);
    if (!left_out.empty()) {
        page.blank();
        page.subheading("Rows that are not in this report");
        page.list(left_out);
    }
    page.blank();
    page.subheading("Policy");
    write_policy(page, report);
    page.blank();
    page.prose(provenance(report), 0, Tone::Faint);
}

} // namespace assess::reports
