#include "questionnaires/read_answers.hpp"

#include "model/text/text.hpp"
#include "questionnaires/collected/answered_file.hpp"
#include "questionnaires/collected/to_answers.hpp"
#include "questionnaires/csv/byte_source.hpp"
#include "questionnaires/rosters/roster.hpp"
#include "questionnaires/surveys/survey.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string>
#include <utility>

namespace assess {

namespace {

constexpr std::size_t most_json = std::size_t{64} << 20U;

bool looks_like_json(std::string_view head) {
    const std::string_view text = trimmed(head);
    return text.starts_with('{') || text.starts_with('[');
}

void refuse_other_formats(std::string_view head, const std::string& name) {
    if (head.starts_with("PK\x03\x04") || head.starts_with("\xD0\xCF\x11\xE0")) {
        throw InputError({{name, 0, 0, {}},
                          "this is a spreadsheet or an archive, not CSV or JSON",
                          "Save the sheet as CSV (UTF-8) and give that file."});
    }
    if (head.starts_with("%PDF") || head.starts_with("\x1F\x8B")) {
        throw InputError({{name, 0, 0, {}},
                          "this is neither CSV nor JSON",
                          "Give the answers as a CSV file or a JSON roster; unpack it first where "
                          "it is packed."});
    }
}

/// One person's answer file. It was shown to whoever has it: there is no promise to keep.
Answers read_one_answer_file(std::string_view text, const std::string& name, Landscape& landscape) {
    auto read = read_answered_file(text, name, std::nullopt, landscape);
    if (read.definition.purpose == Purpose::Tool) {
        throw InputError(
            {{name, 0, 0, {}},
             "these answers are about a tool, not about people",
             fmt::format("Place the tool with them: assess landscape place {}", printable(name))});
    }
    const std::array one{CollectedAnswer{std::move(read.file.respondent), &read.definition,
                                         std::move(read.file.answers)}};
    return to_answers(one, name, {}, landscape);
}

ByteSource with_progress(InputFile& input, const ReadSettings& settings) {
    return [&input, &settings, done = std::size_t{0}](std::span<char> into) mutable {
        const std::size_t count = input.read(into);
        done += count;
        if (settings.progress) {
            settings.progress(done, input.size());
        }
        return count;
    };
}

} // namespace

Answers read_answers(const std::filesystem::path& file, const ReadSettings& settings,
                     Landscape& landscape) {
    InputFile input(file);
    const std::string_view head = input.peek();
    refuse_other_formats(head, input.name());
    if (settings.mapping) {
        const Mapping mapping = load_mapping(*settings.mapping);
        if (looks_like_json(head)) {
            throw InputError({{input.name(), 0, 0, {}},
                              "this is JSON, and a mapping reads a survey's CSV export",
                              "Leave --map out for a JSON roster, or give the CSV file."});
        }
        return read_survey_csv(with_progress(input, settings), input.name(), mapping,
                               settings.keep_unknown, landscape);
    }
    if (looks_like_json(head)) {
        const std::string text = input.read_all(most_json);
        if (looks_like_answers(text)) {
            return read_one_answer_file(text, input.name(), landscape);
        }
        return read_roster_json(text, input.name(), settings.keep_unknown, landscape);
    }
    return read_roster_csv(with_progress(input, settings), input.name(), settings.keep_unknown,
                           landscape);
}

} // namespace assess
