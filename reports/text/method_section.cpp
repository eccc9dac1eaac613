// How the report was computed, what to bear in mind, and what reproduces it.
#include "reports/content/statements.hpp"
#include "reports/layout/page.hpp"
#include "reports/text/sections.hpp"

#include <vector>

namespace assess::reports {
namespace {

void write_policy(TextPage& page, const GapReport& report) {
    std::vector<NameAndNumber> values;
    for (const auto& [name, value] : policy_values(report.policy)) {
        values.emplace_back(name, page.ink().words(value));
    }
    page.lines(names_and_numbers(values, page.width()));
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
