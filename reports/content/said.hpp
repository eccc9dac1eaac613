// What people say on scales, and who works on which stage: rows and sentences for every page.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/content/labels.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace assess::reports {

/// People at each step of a scale.
using StepCounts = std::array<std::size_t, score_steps>;

/// One group's answers to one question.
struct ScoreRow {
    std::size_t group = 0; ///< index in the report
    Value name;            ///< with a capital
    /// Nothing where nobody answered or they are not shown.
    std::optional<StepCounts> counts{};
    Value n = no_value();
    Value missing = no_value(); ///< people who were to answer and chose no step
    Value mean = no_value();
    Value interval = no_value(); ///< "2.10 to 4.30"
    Value agreement = no_value();
    Message note{}; ///< a sentence on what is missing and why; may be empty
};

struct ScoreBlock {
    Value title;  ///< the question as it was asked, and the tool it is about
    Message ends; ///< "1 not true at all, 5 fully true"; empty where the steps have no words
    std::vector<ScoreRow> rows{};
};

/// One for each question that somebody answered, in the report's order.
std::vector<ScoreBlock> score_blocks(const GapReport& report);
/// How to read them, in one or two sentences.
Message score_key(const GapReport& report);

/// One stage: "3 of 5" for each group and for everybody, and the tools.
struct StageCells {
    std::string stage;
    Cells groups; ///< in the order of GapReport::groups
    Value everybody;
    Value covered;             ///< people who work on it with a tool that covers it
    std::optional<List> tools; ///< names of the first few; nothing where there are none
};
std::vector<StageCells> stage_rows(const GapReport& report);
/// "Lifecycle by role".
Message lifecycle_title(const GapReport& report);
Message stage_key(const GapReport& report);
/// "Model training to deployment: 2 people work on both; on both sides MLflow is in use."
std::vector<Message> hand_off_statements(const GapReport& report);

/// Five bars side by side, the tallest for the most people; without anybody a space.
std::string histogram(const StepCounts& counts, bool unicode);

} // namespace assess::reports
