// The findings, the most serious first; what was looked for and not found in a short list.
#include "model/text/text.hpp"
#include "reports/content/statements.hpp"
#include "reports/layout/page.hpp"
#include "reports/text/sections.hpp"

#include <array>

namespace assess::reports {
namespace {

constexpr std::size_t indent = 4;

/// "!!  Present, serious                    opposite-ends, building"
void write_verdict(TextPage& page, const Finding& finding) {
    const auto& ink = page.ink();
    const Name name{rule_of(finding)};
    const auto left = padded_right(symbol_of(finding), indent) + ink.words(verdict_of(finding));
    const auto rule = ink.words(name);
    const auto used = display_width(left) + display_width(rule);
    page.blank();
    if (used + 2 <= page.width()) {
        page.line(ink.toned(Tone::Strong, left) + std::string(page.width() - used, ' ') +
                  ink.toned(Tone::Faint, rule));
        return;
    }
    page.line(ink.toned(Tone::Strong, left));
    page.prose(name, indent, Tone::Faint);
}

void write_finding(TextPage& page, const Finding& finding) {
    write_verdict(page, finding);
    page.prose(finding.says, indent, Tone::Strong);
    // What is open has no meaning yet: the number where it goes anywhere, and what settles it.
    if (finding.state == State::Undetermined) {
        if (finding.magnitude && finding.magnitude->estimate.has_interval()) {
            page.labelled(Message{"page.evidence"}, evidence_of(finding), indent);
        }
        page.labelled(Message{"page.what-to-do"}, finding.actions, indent);
        return;
    }
    if (!page.narrow()) {
        page.blank();
    }
    page.labelled(Message{"page.evidence"}, evidence_of(finding), indent);
    if (!finding.means.empty()) {
        page.labelled(Message{"page.it-means"}, std::array{finding.means}, indent);
    }
    page.labelled(Message{"page.what-to-do"}, finding.actions, indent);
    if (auto flips = flips_when(finding); !flips.empty()) {
        page.labelled(Message{"page.flips-when"}, std::array{std::move(flips)}, indent);
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
            page.line(
                page.ink().toned(Tone::Strong, padded_right(symbol_of(finding), indent) +
                                                   page.ink().words(Message{"page.not-found"})));
            first = false;
        }
        page.list(std::array{absent_statement(finding)}, indent);
    }
}

} // namespace

void write_findings(TextPage& page, const GapReport& report) {
    page.heading(Message{"page.findings"});
    page.prose(findings_summary(report));
    for (const auto& finding : report.findings) {
        if (finding.state != State::Absent) {
            write_finding(page, finding);
        }
    }
    write_absent(page, report);
}

} // namespace assess::reports
