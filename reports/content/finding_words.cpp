// Findings in words.
#include "reports/content/statements.hpp"

#include <algorithm>
#include <array>

namespace assess::reports {
namespace {

/// What the number is held against; nothing where it is held against nothing.
Message thresholds_of(const Magnitude& magnitude) {
    if (!magnitude.threshold) {
        return {};
    }
    const Decimal threshold(*magnitude.threshold);
    return magnitude.serious
               ? Message{"finding.thresholds",
                         {{"threshold", threshold}, {"serious", Decimal(*magnitude.serious)}}}
               : Message{"finding.threshold", {{"threshold", threshold}}};
}

} // namespace

Message verdict_of(const Finding& finding) {
    const bool weighs = stands(finding) && finding.severity != Severity::None;
    return {"finding.verdict",
            {{"state", Select{id_of(finding.state)}},
             {"severity", Select{id_of(weighs ? finding.severity : Severity::None)}}}};
}

std::string_view symbol_of(const Finding& finding) {
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

Message measured(const Finding& finding) {
    if (!finding.magnitude) {
        return {};
    }
    const auto& estimate = finding.magnitude->estimate;
    return {"finding.measured",
            {{"what", finding.magnitude->name},
             {"value", Decimal(estimate.value)},
             {"interval", estimate.has_interval() ? interval_of(estimate) : Message()},
             {"thresholds", thresholds_of(*finding.magnitude)}}};
}

Message robustness(const Finding& finding) {
    if (!finding.fragile || !*finding.fragile) {
        return {};
    }
    return finding.flip_share ? Message{"finding.fragile", {{"share", Share(*finding.flip_share)}}}
                              : Message{"finding.fragile.many"};
}

std::vector<Message> evidence_of(const Finding& finding) {
    auto evidence = finding.evidence;
    if (evidence.empty() && finding.magnitude) {
        evidence.push_back(measured(finding));
    }
    if (auto robust = robustness(finding); !robust.empty()) {
        evidence.push_back(std::move(robust));
    }
    return evidence;
}

Message flips_when(const Finding& finding) {
    const bool said =
        std::ranges::find(finding.actions, finding.flips_when) != finding.actions.end();
    return said ? Message() : finding.flips_when;
}

Message absent_statement(const Finding& finding) {
    return {"finding.absent", {{"says", finding.says}, {"name", Name{rule_of(finding)}}}};
}

Message findings_summary(const GapReport& report) {
    std::vector<Value> parts;
    const auto add = [&](State state, MessageId id) {
        const auto count = std::ranges::count(report.findings, state, &Finding::state);
        if (count > 0) {
            parts.emplace_back(Message{id, {{"n", Count(static_cast<std::size_t>(count))}}});
        }
    };
    add(State::Present, "finding.summary.present");
    add(State::Possible, "finding.summary.possible");
    add(State::Undetermined, "finding.summary.undetermined");
    add(State::Absent, "finding.summary.absent");
    if (parts.empty()) {
        return {"finding.summary.none"};
    }
    return {"finding.summary",
            {{"n", Count(report.findings.size())}, {"parts", List(std::move(parts))}}};
}

} // namespace assess::reports
