// Findings in words.
#include "reports/content/statements.hpp"
#include "reports/content/words.hpp"
#include "reports/layout/numbers.hpp"
#include "reports/wording/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace assess::reports {
namespace {

std::string thresholds_of(const Magnitude& magnitude) {
    if (!magnitude.threshold) {
        return "";
    }
    auto text = fmt::format("; the threshold is {}", fixed(*magnitude.threshold));
    if (magnitude.serious) {
        text += fmt::format(", serious from {}", fixed(*magnitude.serious));
    }
    return text;
}

} // namespace

std::string verdict_of(const Finding& finding) {
    auto verdict = capitalized(id_of(finding.state));
    const bool stands = finding.state == State::Present || finding.state == State::Possible;
    if (!stands || finding.severity == Severity::None) {
        return verdict;
    }
    if (finding.severity == Severity::Info) {
        return verdict + ", for information";
    }
    return verdict + ", " + std::string(id_of(finding.severity));
}

std::string symbol_of(const Finding& finding) {
    switch (finding.state) {
    case State::Present:
        return finding.severity == Severity::Serious   ? "!!"
               : finding.severity == Severity::Notable ? "!"
                                                       : "i";
    case State::Possible:
        return "!?";
    case State::Undetermined:
        return "?";
    case State::Absent:
        break;
    }
    return "-";
}

std::string rule_of(const Finding& finding) {
    return finding.subject.empty() ? finding.id : finding.id + ", " + finding.subject;
}

std::string measured(const Finding& finding) {
    if (!finding.magnitude) {
        return "";
    }
    const auto& magnitude = *finding.magnitude;
    const auto& estimate = magnitude.estimate;
    auto text = fmt::format("{} {}", capitalized(english(magnitude.name)), fixed(estimate.value));
    if (estimate.has_interval()) {
        text += fmt::format(" ({} to {})", fixed(*estimate.lower), fixed(*estimate.upper));
    }
    return text + thresholds_of(magnitude) + ".";
}

std::string robustness(const Finding& finding) {
    if (!finding.fragile || !*finding.fragile) {
        return "";
    }
    return fmt::format("Fragile: with the tools elsewhere within their tolerance, the verdict is "
                       "another one in {} of the draws.",
                       finding.flip_share ? percent(*finding.flip_share) : "many");
}

std::vector<std::string> evidence_of(const Finding& finding) {
    auto evidence = english(finding.evidence);
    if (evidence.empty() && finding.magnitude) {
        evidence.push_back(measured(finding));
    }
    if (auto robust = robustness(finding); !robust.empty()) {
        evidence.push_back(std::move(robust));
    }
    return evidence;
}

std::string flips_when(const Finding& finding) {
    const bool said = std::find(finding.actions.begin(), finding.actions.end(),
                                finding.flips_when) != finding.actions.end();
    return said ? std::string() : english(finding.flips_when);
}

std::string findings_summary(const GapReport& report) {
    std::array<std::size_t, 4> counts{};
    for (const auto& finding : report.findings) {
        ++counts[static_cast<std::size_t>(finding.state)];
    }
    std::vector<std::string> parts;
    const auto add = [&](State state, std::string_view one, std::string_view many) {
        const auto count = counts[static_cast<std::size_t>(state)];
        if (count > 0) {
            parts.push_back(fmt::format("{} {}", number_word(count), count == 1 ? one : many));
        }
    };
    add(State::Present, "is present", "are present");
    add(State::Possible, "is possible", "are possible");
    add(State::Undetermined, "cannot be told yet", "cannot be told yet");
    add(State::Absent, "was looked for and not found", "were looked for and not found");
    if (parts.empty()) {
        return "No rule had anything to judge.";
    }
    return fmt::format(
        "Of {} {}, {}. The most serious comes first.", grouped(report.findings.size()),
        report.findings.size() == 1 ? "finding" : "findings", listed_with_and(parts));
}

} // namespace assess::reports
