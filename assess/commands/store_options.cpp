#include "assess/commands/store_options.hpp"

#include "assess/commands/counted.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace assess {
namespace {

bool is_told(std::size_t count, const Round& round) {
    return !round.is_confidential() || count >= round.promise.least_people;
}

std::string told_count(std::size_t count, const Round& round) {
    return is_told(count, round) ? fmt::format("{}", count)
                                 : fmt::format("fewer than {}", round.promise.least_people);
}

/// The counts that are too small to be told, together.
struct Hidden {
    const Round& round;
    std::size_t sum = 0;

    void add(std::size_t count) { sum += is_told(count, round) ? 0 : count; }
    /// The whole, less what is told, would say a small count.
    [[nodiscard]] bool gives_away() const { return sum > 0 && !is_told(sum, round); }
};

} // namespace

void append_store_option(std::vector<Option>& table) {
    table.push_back({"store", "FILE",
                     "The store; else the one that ASSESS_STORE names, or assess.db in this "
                     "folder."});
}

std::filesystem::path store_file(const Arguments& arguments) {
    if (const auto file = arguments.get("store")) {
        return *file;
    }
    const char* const named = std::getenv("ASSESS_STORE"); // NOLINT: before any thread
    return named != nullptr && *named != '\0' ? std::filesystem::path(named)
                                              : std::filesystem::path(usual_store);
}

std::string told_total(const Response& response, const Round& round) {
    if (!is_told(response.answered, round)) {
        return told_count(response.answered, round) + " people";
    }
    Hidden by_answer{round};
    for (const auto count : response.by_answer) {
        by_answer.add(count);
    }
    Hidden by_list{round};
    if (response.asked > 0) {
        for (const auto& role : response.roles) {
            by_list.add(role.answered);
        }
        by_list.add(response.not_listed);
    }
    if (by_answer.gives_away() || by_list.gives_away()) {
        const auto step = round.promise.least_people;
        return fmt::format("at least {} people", response.answered / step * step);
    }
    return people(response.answered);
}

std::vector<std::string> told_by_role(const Response& response, const Round& round) {
    std::vector<std::string> lines;
    for (const auto& role : response.roles) {
        const auto asked = fmt::format("{} {}", role.asked,
                                       role.asked == 1 ? id_of(role.role) : plural_of(role.role));
        lines.push_back(is_told(role.asked, round)
                            ? fmt::format("{} of {}", told_count(role.answered, round), asked)
                            : fmt::format("of {} too few to tell", asked));
    }
    return lines;
}

std::string told_in_short(const Response& response, const Round& round) {
    const auto by_role = told_by_role(response, round);
    return by_role.empty() ? ""
                           : fmt::format("Of the {} people who were asked, these answered: {}.",
                                         response.asked, listed(by_role, "and"));
}

} // namespace assess
