// What people say on scales, and who works on which stage: rows and words for every page.
#pragma once

#include "model/gap_report/gap_report.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace assess::reports {

/// One group's answers to one question. Text cells; "-" for what is not available.
struct ScoreRow {
    std::string name; ///< of the group, with a capital
    /// People at each step; nothing where nobody answered or they are not shown.
    std::optional<std::array<std::size_t, score_steps>> counts;
    std::string n;
    std::string missing; ///< people who were to answer and chose no step
    std::string mean;
    std::string interval; ///< "2.10 to 4.30"
    std::string agreement;
    std::string note; ///< a sentence on what is missing and why; may be empty
};

struct ScoreBlock {
    std::string title; ///< the question as it was asked, and the tool it is about
    std::string ends;  ///< "1 not true at all, 5 fully true"; empty where the steps have no words
    std::vector<ScoreRow> rows;
};

/// One for each question that somebody answered, in the report's order.
std::vector<ScoreBlock> score_blocks(const GapReport& report);
/// How to read them, in one or two sentences.
std::string score_key(const GapReport& report);

/// One stage: "3 of 5" for each group and for everybody, and the tools.
struct StageCells {
    std::string stage;
    std::vector<std::string> groups; ///< in the order of GapReport::groups
    std::string everybody;
    std::string covered; ///< people who work on it with a tool that covers it
    std::string tools;   ///< names of the first few
};
std::vector<StageCells> stage_rows(const GapReport& report);
std::string stage_key(const GapReport& report);
/// "Model training to deployment: 2 people work on both; on both sides MLflow is in use."
std::vector<std::string> hand_off_statements(const GapReport& report);

/// Five bars side by side, the tallest for the most people; without anybody a space.
std::string histogram(const std::array<std::size_t, score_steps>& counts, bool unicode);

} // namespace assess::reports
