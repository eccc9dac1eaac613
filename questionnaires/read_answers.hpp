// The one way in: any supported file of answers to the Answers value.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/landscape/landscape.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace assess {

struct ReadSettings {
    /// A mapping for survey exports: a file, or the name of one that is built in.
    std::optional<std::string> mapping;
    /// Unknown tools are kept as unplaced ones instead of being errors.
    bool keep_unknown = false;
    /// Called now and then with the bytes read and the bytes in all, 0 where that is not known.
    std::function<void(std::size_t, std::size_t)> progress{};
};

/// Reads a roster (CSV in both layouts, JSON), one person's answers to a built-in questionnaire
/// or, with a mapping, a survey export.
/// May add unplaced tools to the landscape. Throws InputError with every problem of the file,
/// Error where the file cannot be read.
Answers read_answers(const std::filesystem::path& file, const ReadSettings& settings,
                     Landscape& landscape);

} // namespace assess
