// From the answers about a tool to its entry in an overlay of the landscape.
#pragma once

#include "model/landscape/landscape.hpp"
#include "questionnaires/definitions/definition.hpp"
#include "questionnaires/engine/answer.hpp"

#include <string>

namespace assess {

/// The tool that the answers to a definition of the purpose Tool describe: placed by the rubric,
/// with its tolerance and rationale; stages and diagonals follow from the answers as they do for
/// the edition's own tools (model/landscape/editions/README.md). Its id is new, or that of a tool
/// that the landscape has without a place. `file` is what problems call the answers.
/// Throws InputError with every problem: an answer that is missing, a tool that has a place
/// already, a category that the landscape lacks.
Tool placed_tool(const AnswerMap& answer_map, const Definition& definition,
                 const Landscape& landscape, const std::string& file);

} // namespace assess
