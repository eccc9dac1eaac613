#include "questionnaires/surveys/role_reader.hpp"

#include "model/text/text.hpp"
#include "questionnaires/surveys/matching.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess {

namespace {

// Free text in a role column must not fill the report.
constexpr std::size_t most_reasons = 50;

} // namespace

YesNo yes_or_no(std::string_view cell) {
    static constexpr std::array yes{"1", "yes",    "y",       "true",    "t",
                                    "x", "ticked", "checked", "selected"};
    static constexpr std::array no{"0", "no",       "n",         "false",
                                   "f", "unticked", "unchecked", "notselected"};
    const std::string key = option_key(cell);
    if (std::find(yes.begin(), yes.end(), key) != yes.end()) {
        return YesNo::Yes;
    }
    return std::find(no.begin(), no.end(), key) != no.end() ? YesNo::No : YesNo::Neither;
}

bool is_missing(const Mapping& mapping, std::string_view cell) {
    if (cell.empty()) {
        return true;
    }
    const std::string plain = plain_text(cell);
    return plain.empty() || std::find(mapping.missing.begin(), mapping.missing.end(), plain) !=
                                mapping.missing.end();
}

RoleReader::RoleReader(const Mapping& mapping, const SurveyHeader& header, Problems& problems)
    : m_mapping(&mapping) {
    const RoleMapping& role = mapping.role;
    if (!role.column.empty()) {
        m_column = header.find(role.column, "the role", problems);
    }
    for (const MappedRole& value : role.values) {
        m_patterns.push_back({pattern_key(value.text), value.role});
    }
    const auto rank = [](const Pattern& pattern) {
        const auto stars = std::count(pattern.key.begin(), pattern.key.end(), '*');
        return std::pair(stars != 0, -static_cast<std::ptrdiff_t>(pattern.key.size()) + stars);
    };
    std::stable_sort(m_patterns.begin(), m_patterns.end(),
                     [&](const Pattern& a, const Pattern& b) { return rank(a) < rank(b); });
    for (const MappedRole& column : role.columns) {
        for (const std::size_t i : header.find_all(column.text, "the role", problems)) {
            m_tick_columns.emplace_back(i, column.role);
        }
    }
}

RoleReader::Outcome RoleReader::outcome_of(std::string_view cell) const {
    if (is_missing(*m_mapping, cell)) {
        return {std::nullopt, "no role given"};
    }
    const std::string key = option_key(cell);
    for (const Pattern& pattern : m_patterns) {
        if (glob_fits(pattern.key, key)) {
            return {pattern.role,
                    fmt::format("left out by the mapping: {}", printable(plain_text(cell)))};
        }
    }
    return {std::nullopt, fmt::format("role not mapped: {}", printable(plain_text(cell)))};
}

RoleReader::Outcome RoleReader::outcome_of_ticks(const CsvReader& record) const {
    std::array<bool, roles.size()> ticked{};
    bool any = false;
    for (const auto& [column, role] : m_tick_columns) {
        const std::string_view cell = record[column];
        if (is_missing(*m_mapping, cell) || yes_or_no(cell) == YesNo::No) {
            continue;
        }
        any = true;
        if (role) {
            ticked[static_cast<std::size_t>(*role)] = true;
        }
    }
    if (m_mapping->role.both && ticked[static_cast<std::size_t>(Role::Researcher)] &&
        ticked[static_cast<std::size_t>(Role::Engineer)]) {
        return {m_mapping->role.both, {}};
    }
    for (const Role role : m_mapping->role.precedence) {
        if (ticked[static_cast<std::size_t>(role)]) {
            return {role, {}};
        }
    }
    return {std::nullopt, any ? "only roles that the mapping leaves out" : "no role given"};
}

void RoleReader::leave_out(const std::string& reason) {
    const auto known = m_left_out.find(reason);
    if (known != m_left_out.end()) {
        ++known->second;
    } else if (m_left_out.size() < most_reasons) {
        m_left_out.emplace(reason, 1);
    } else {
        ++m_left_out["role not mapped: other values"];
    }
}

std::optional<Role> RoleReader::role_of(const CsvReader& record) {
    if (!m_column) {
        const Outcome outcome = outcome_of_ticks(record);
        if (!outcome.role) {
            leave_out(outcome.reason);
        }
        return outcome.role;
    }
    const std::string_view cell = record[*m_column];
    m_cell.assign(cell);
    auto known = m_seen.find(m_cell);
    if (known == m_seen.end()) {
        if (m_seen.size() >= most_remembered) {
            m_seen.clear();
        }
        known = m_seen.emplace(m_cell, outcome_of(cell)).first;
    }
    if (!known->second.role) {
        leave_out(known->second.reason);
    }
    return known->second.role;
}

std::vector<LeftOut> RoleReader::left_out() const {
    std::vector<LeftOut> all;
    for (const auto& [reason, count] : m_left_out) {
        all.push_back({reason, count});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const LeftOut& a, const LeftOut& b) { return a.count > b.count; });
    return all;
}

} // namespace assess
