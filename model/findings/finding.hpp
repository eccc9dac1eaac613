// A finding: one rule's verdict on one subject.
#pragma once

#include "model/facts/message.hpp"
#include "model/landscape/landscape.hpp"
#include "model/statistics/quantity.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

enum class State : std::uint8_t { Present, Possible, Undetermined, Absent };
/// How much a finding weighs. Only present and possible findings have one above None.
enum class Severity : std::uint8_t { None, Info, Notable, Serious };

std::string_view id_of(State state);
std::string_view id_of(Severity severity);

/// The number a rule decided by, on its own scale.
struct Magnitude {
    Message name; ///< "gap on the building diagonal"
    Estimate estimate;
    std::optional<double> threshold; ///< the notable one
    std::optional<double> serious;
    double scale_lower = 0; ///< the ends of the scale on which to draw it
    double scale_upper = 1;
};

/// People of one group who use something, out of those who were asked: counted, no estimate.
struct CountedPeople {
    std::string group; ///< its id
    std::size_t users = 0;
    std::size_t base = 0;
};

struct Rule;
/// Of findings that no rule has made: knows nothing, asks for nothing.
extern const Rule no_rule;

struct Finding {
    const Rule* rule = &no_rule; ///< that made it; lives as long as the program
    std::string id;              ///< the rule's: "opposite-ends"
    std::string subject;         ///< "building", "organization", a tool's or category's id
    State state = State::Undetermined;
    Severity severity = Severity::None;
    Message says;  ///< the verdict in one plain sentence
    Message means; ///< what that means for the people, one or two sentences
    Quantity<Magnitude> magnitude;
    Quantity<bool> fragile;             ///< flips within the tools' tolerances
    Quantity<double> flip_share;        ///< of the draws of the tools' places in which it flips
    std::vector<CountedPeople> counted; ///< of missing-basics; empty where a number is not told
    std::vector<Message> evidence;      ///< sentences with the numbers, n included
    std::vector<Message> actions;       ///< what to do; empty for absent findings
    Message flips_when;                 ///< what would change the verdict
    std::vector<ToolIndex> tools;       ///< the tools behind it, most important first
    std::vector<std::string> groups;    ///< ids of the groups it speaks of
};

/// Present or possible: what the finding says is there, or may be.
bool stands(State state);
bool stands(const Finding& finding);

} // namespace assess
