// The findings, the most serious first; what was looked for and not found in a short list.
#include "model/text/text.hpp"
#include "reports/content/statements.hpp"
#include "reports/layout/page.hpp"
#include "reports/text/sections.hpp"
#include "reports/wording/wording.hpp"

#include <array>

namespace assess::reports {
namespace {

constexpr std::size_t indent = 4;

/// "!!  Present, serious                    opposite-ends, building"
void write_verdict(TextPage& page, const Finding& finding) {
    const auto& ink = page.ink();
    const auto left = padded_right(symbol_of(finding), indent) + verdict_of(finding);
    const auto rule = ink.words(rule_of(finding));
    const auto used = display_width(left) + display_width(rule);
    page.blank();
    if (used + 2 <= page.width()) {
        page.line(ink.toned(Tone::Strong, left) + std::string(page.width() - used, ' ') +
                  ink.toned(Tone::Faint, rule));
        return;
    }
    page.line(ink.toned(Tone::Strong, left));
    page.prose(rule_of(finding), indent, Tone::Faint);
}

void write_finding(TextPage& page, const Finding& finding) {
    write_verdict(page, finding);
    page.prose(english(finding.says), indent, Tone::Strong);
    // What is open has no meaning yet: the number where it goes anywhere, and what settles it.
    if (finding.state == State::Undetermined) {
        if (finding.magnitude && finding.magnitude->estimate.has_interval()) {
            page.labelled("Evidence", evidence_of(finding), indent);
        }
        page.labelled("What to do", english(finding.actions), indent);
        return;
    }
    if (!page.narrow()) {
        page.blank();
    }
    page.labelled("Evidence", evidence_of(finding), indent);
    if (!finding.means.empty()) {
        page.labelled("It means", std::array{english(finding.means)}, indent);
    }
    page.labelled("What to do", english(finding.actions), indent);
    if (auto flips = flips_when(finding); !flips.empty()) {
        page.labelled("Flips when", std::array{std::move(flips)}, indent);
    }
}

void write_absent(TextPage& page, const GapReport& report) {
    bool first = true;
    for (const auto& finding : report.findings) {
        if (finding.state != State::Absent) {
            continue;
        }
        if (first) {
            page.blank();
            page.line(page.ink().toned(Tone::Strong,
                                       padded_right("-", indent) + "Looked for and not found"));
            first = false;
        }
        page.list(std::array{english(finding.says) + " (" + rule_of(finding) + ")"}, indent);
    }
}

} // namespace

void write_findings(TextPage& page, const GapReport& report) {
    page.heading("Findings");
    page.prose(findings_summary(report));
    for (const auto& finding : report.findings) {
        if (finding.state != State::Absent) {
            write_finding(page, finding);
        }
    }
    write_absent(page, report);
}

} // namespace assess::reports
