// Messages and findings in words, for tests of what a reader reads:
//
//     EXPECT_EQ(said(report.answer), "...");
//     EXPECT_EQ(said(finding).says, "...");
#pragma once

#include "model/facts/message.hpp"
#include "model/findings/finding.hpp"
#include "reports/wording/wording.hpp"

#include <string>
#include <utility>
#include <vector>

namespace assess {

/// In English.
inline std::string said(const Message& message) {
    return reports::english(message);
}
inline std::vector<std::string> said(const std::vector<Message>& messages) {
    return reports::english(messages);
}
inline std::string said(const Value& value) {
    return reports::english().say(value);
}
/// A row of a table.
inline std::vector<std::string> said(const std::vector<Value>& values) {
    std::vector<std::string> all;
    for (const auto& value : values) {
        all.push_back(said(value));
    }
    return all;
}

/// A message that says this and nothing else, as a name that somebody gave: for tests of layout,
/// to which it does not matter what is said.
inline Message saying(std::string words) {
    return {"group.team.name", {{"name", std::move(words)}}};
}

struct SaidMagnitude : Magnitude {
    std::string name; ///< in the place of the message
};

/// A finding whose texts are words, under the names that the messages have.
struct Said : Finding {
    explicit Said(const Finding& finding)
        : Finding(finding), says(said(finding.says)), means(said(finding.means)),
          evidence(said(finding.evidence)), actions(said(finding.actions)),
          flips_when(said(finding.flips_when)) {
        if (finding.magnitude) {
            magnitude = SaidMagnitude{*finding.magnitude, said(finding.magnitude->name)};
        } else {
            magnitude = Quantity<SaidMagnitude>::unavailable(finding.magnitude.reason());
        }
    }

    std::string says;
    std::string means;
    Quantity<SaidMagnitude> magnitude;
    std::vector<std::string> evidence;
    std::vector<std::string> actions;
    std::string flips_when;
};

inline std::vector<Said> said(const std::vector<Finding>& findings) {
    std::vector<Said> all;
    for (const auto& finding : findings) {
        all.emplace_back(finding);
    }
    return all;
}

} // namespace assess
