// How the report was computed, what to bear in mind, and what reproduces it.
#include "model/text/text.hpp"
#include "reports/content/statements.hpp"
#include "reports/layout/page.hpp"
#include "reports/text/sections.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace assess::reports {
namespace {

/// A choice and its number, as they are printed.
using PolicyLine = std::pair<std::string, std::string>;

/// Name and value with room between them; nothing where they do not fit, for a name that is cut
/// cannot be looked up in the policy file.
std::string beside(const PolicyLine& entry, std::size_t width) {
    const auto used = display_width(entry.first) + 1 + display_width(entry.second);
    return used > width
               ? std::string()
               : padded_right(entry.first, width - display_width(entry.second)) + entry.second;
}

std::size_t room_for(std::span<const PolicyLine> entries) {
    std::size_t room = 0;
    for (const auto& [name, value] : entries) {
        room = std::max(room, display_width(name) + 1 + display_width(value));
    }
    return room;
}

/// In two columns where every name has room in them.
void write_policy(TextPage& page, const GapReport& report) {
    std::vector<PolicyLine> values;
    for (const auto& [name, value] : policy_values(report.policy)) {
        values.emplace_back(name, page.ink().words(value));
    }
    constexpr std::size_t gap = 4;
    const auto rows = (values.size() + 1) / 2;
    const auto left = std::span<const PolicyLine>(values).first(rows);
    const auto right = std::span<const PolicyLine>(values).subspan(rows);
    if (room_for(left) + gap + room_for(right) > page.width()) {
        for (const auto& entry : values) {
            const auto line = beside(entry, page.width());
            line.empty() ? page.prose(Name{entry.first + ": " + entry.second}) : page.line(line);
        }
        return;
    }
    const auto most_left = page.width() - gap - room_for(right);
    const auto width = std::clamp((page.width() - gap) / 2, room_for(left), most_left);
    for (std::size_t row = 0; row < rows; ++row) {
        auto line = beside(left[row], width);
        if (row < right.size()) {
            line += std::string(gap, ' ') + beside(right[row], page.width() - gap - width);
        }
        page.line(line);
    }
}

} // namespace

void write_method(TextPage& page, const GapReport& report) {
    page.heading(Message{"page.method"});
    for (const auto& statement : method_statements(report)) {
        page.prose(statement);
    }
    const auto notes = caveats(report);
    if (!notes.empty()) {
        page.blank();
        page.subheading(Message{"page.caveats"});
        page.list(notes);
    }
    const auto left_out = left_out_statements(report);
    if (!left_out.empty()) {
        page.blank();
        page.subheading(Message{"page.left-out"});
        page.list(left_out);
    }
    page.blank();
    page.subheading(Message{"page.policy"});
    write_policy(page, report);
    page.blank();
    page.prose(provenance(report), 0, Tone::Faint);
}

} // namespace assess::reports
