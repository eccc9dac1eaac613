#include "questionnaires/store/asked_list.hpp"

#include "model/text/text.hpp"
#include "questionnaires/csv/byte_source.hpp"
#include "questionnaires/csv/csv_reader.hpp"
#include "questionnaires/engine/session.hpp"
#include "questionnaires/problems.hpp"
#include "questionnaires/rosters/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

namespace assess {
namespace {

constexpr std::string_view layout =
    "The first line names the columns: respondent,role. Then follows one row a person.";

struct AskedColumns {
    std::size_t respondent = 0;
    std::size_t role = 0;
    std::size_t count = 0;
};

AskedColumns read_asked_header(const CsvReader& header, Problems& problems) {
    AskedColumns columns;
    columns.count = header.size();
    const auto place_of = [&](std::string_view name) {
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < header.size(); ++i) {
            if (spelling_key(header[i]) == name) {
                places.push_back(i);
            }
        }
        if (places.size() != 1) {
            problems.add(header.line(), {},
                         places.empty()
                             ? fmt::format("there is no column '{}'", name)
                             : fmt::format("there are {} columns '{}'", places.size(), name),
                         layout);
        }
        return places.empty() ? 0 : places.front();
    };
    columns.respondent = place_of("respondent");
    columns.role = place_of("role");
    problems.throw_if_any(); // without its columns nothing sensible can be said of the rows
    return columns;
}

bool is_blank(const CsvReader& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (!trimmed(row[i]).empty()) {
            return false;
        }
    }
    return true;
}

} // namespace

std::vector<AskedPerson> read_asked_list(const std::filesystem::path& file) {
    InputFile input(file);
    Problems problems(input.name());
    CsvReader row([&](std::span<char> into) { return input.read(into); }, problems);
    if (!row.next()) {
        problems.throw_if_any();
        throw InputError(
            Diagnostic{{input.name(), 0, 0, {}}, "the file is empty", std::string(layout)});
    }
    const auto columns = read_asked_header(row, problems);
    std::vector<AskedPerson> asked;
    std::map<std::string, std::size_t, std::less<>> lines;
    while (row.next()) {
        if (is_blank(row)) {
            continue;
        }
        if (row.size() != columns.count) {
            problems.add(row.line(), {},
                         fmt::format("the row has {} fields where the header has {}", row.size(),
                                     columns.count),
                         "Put a cell that contains the separator in double quotes.");
            continue;
        }
        const std::string respondent(trimmed(row[columns.respondent]));
        if (const auto refusal = check_respondent(respondent, "en")) {
            problems.add(row.line(), "respondent", refusal->what, refusal->hint);
        } else if (const auto [known, is_new] = lines.emplace(respondent, row.line()); !is_new) {
            problems.add(
                row.line(), "respondent",
                fmt::format("{} is on line {} already", in_quotes(respondent), known->second),
                "Name everybody once.");
        }
        const auto role_text = trimmed(row[columns.role]);
        const auto role = role_from_words(role_text);
        if (!role) {
            const auto complaint = unknown_role(role_text);
            problems.add(row.line(), "role", complaint.what, complaint.hint);
        }
        asked.push_back({respondent, role.value_or(Role::Other)});
    }
    if (asked.empty() && problems.empty()) {
        problems.add(0, {}, "there is nobody on the list, only a header", layout);
    }
    problems.throw_if_any();
    return asked;
}

} // namespace assess
