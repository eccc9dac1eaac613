// Fuzzes mappings and the import through them. The input is a mapping, a line "---", and a CSV.
#include "model/landscape/load.hpp"
#include "questionnaires/surveys/survey.hpp"
#include "tests/fuzz/check_answers.hpp"

#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const assess::Landscape edition = assess::built_in_landscape("2021");
    const std::string_view text(reinterpret_cast<const char*>(data), size); // NOLINT
    constexpr std::string_view divider = "\n---\n";
    const std::size_t at = text.find(divider);
    try {
        const assess::Mapping mapping = assess::parse_mapping(text.substr(0, at), "fuzz.json");
        const std::string_view csv =
            at == std::string_view::npos ? std::string_view() : text.substr(at + divider.size());
        assess::Landscape landscape = edition;
        const assess::Answers answers = assess::read_survey_csv(assess::bytes_of(csv), "fuzz.csv",
                                                                mapping, size % 2 == 1, landscape);
        assess::check_answers(answers, landscape);
    } catch (const assess::InputError&) {
        // Refused, with its problems.
    }
    return 0;
}
