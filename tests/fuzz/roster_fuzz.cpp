// Fuzzes the readers of rosters, CSV and JSON: answers that hold together, or an InputError.
#include "model/landscape/load.hpp"
#include "questionnaires/rosters/roster.hpp"
#include "tests/fuzz/check_answers.hpp"

#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const assess::Landscape edition = assess::built_in_landscape("2021");
    const std::string_view text(reinterpret_cast<const char*>(data), size); // NOLINT
    const bool keep_unknown = size % 2 == 1;
    assess::Landscape landscape = edition;
    try {
        const assess::Answers answers =
            text.starts_with("{")
                ? assess::read_roster_json(text, "fuzz.json", keep_unknown, landscape)
                : assess::read_roster_csv(assess::bytes_of(text), "fuzz.csv", keep_unknown,
                                          landscape);
        assess::check_answers(answers, landscape);
    } catch (const assess::InputError& error) {
        for (const assess::Diagnostic& diagnostic : error.diagnostics()) {
            if (to_string(diagnostic).find('\x1b') != std::string::npos) {
                std::abort(); // an escape sequence of the input must not reach the terminal
            }
        }
    }
    return 0;
}
