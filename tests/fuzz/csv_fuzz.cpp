// Fuzzes the CSV reader: whatever the bytes, it ends, stays inside its buffer, and reads the same
// in one piece and in pieces of a few bytes.
#include "questionnaires/csv/csv_reader.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

struct Outcome {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> lines;
    std::vector<std::string> problems;
    bool operator==(const Outcome&) const = default;
};

Outcome read(std::string_view text, std::size_t chunk, std::size_t piece) {
    assess::Problems problems("fuzz.csv");
    const assess::ByteSource source = [bytes = assess::bytes_of(text),
                                       piece](std::span<char> into) {
        return bytes(into.first(std::min(piece, into.size())));
    };
    assess::CsvSettings settings;
    settings.delimiter = ','; // sniffing sees as much of the header as the chunk holds
    settings.chunk = chunk;
    settings.longest_record = 4096;
    settings.most_fields = 1000;
    Outcome outcome;
    assess::CsvReader reader(source, problems, settings);
    try {
        while (reader.next()) {
            std::vector<std::string> row;
            for (std::size_t i = 0; i < reader.size(); ++i) {
                row.emplace_back(reader[i]);
            }
            outcome.rows.push_back(std::move(row));
            outcome.lines.push_back(reader.line());
        }
    } catch (const assess::InputError&) {
        // All that was wrong is in the problems.
    }
    for (const assess::Diagnostic& diagnostic : problems.diagnostics()) {
        outcome.problems.push_back(to_string(diagnostic));
    }
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size); // NOLINT
    const Outcome whole = read(text, 4096, 4096);
    if (size < 3000 && !(whole == read(text, 16, 3))) { // longer ones may differ at the limit
        std::abort();
    }
    return 0;
}
