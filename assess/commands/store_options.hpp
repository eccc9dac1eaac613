// --store for every command that works on a store, and what may be told of a round's counts.
#pragma once

#include "assess/options.hpp"
#include "questionnaires/store/store.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// The store's name where nobody says another.
inline constexpr std::string_view usual_store = "assess.db";

void append_store_option(std::vector<Option>& table);

/// The file that --store names, or ASSESS_STORE, or "assess.db".
std::filesystem::path store_file(const Arguments& arguments);

/// How many people have answered: "12 people". In a confidential round nothing from which a count
/// below the promised number could be had, also not by taking away the roles that are told:
/// "fewer than 5 people", "at least 10 people".
std::string told_total(const Response& response, const Round& round);

/// "7 of 9 researchers": how many of those who were asked have answered, by role; empty where
/// nobody wrote down who was asked.
std::vector<std::string> told_by_role(const Response& response, const Round& round);

/// told_by_role in one sentence, with the total; empty likewise.
std::string told_in_short(const Response& response, const Round& round);

} // namespace assess
