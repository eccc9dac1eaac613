#include "questionnaires/problems.hpp"

#include <fmt/format.h>

namespace assess {

namespace {

std::string text_key(std::string_view column, std::string_view what) {
    return fmt::format("{}\n{}", column, what);
}

} // namespace

bool Problems::again(std::size_t line, std::string_view column, std::string_view what) {
    const auto found = m_by_text.find(text_key(column, what));
    if (found == m_by_text.end()) {
        return false;
    }
    Entry& entry = m_entries[found->second];
    if (entry.last_line != line) {
        entry.last_line = line;
        ++entry.more_rows;
    }
    return true;
}

void Problems::add(std::size_t line, std::string_view column, std::string_view what,
                   std::string_view hint) {
    if (again(line, column, what)) {
        return;
    }
    if (m_entries.size() == most_kept) {
        ++m_not_kept;
        return;
    }
    m_by_text.emplace(text_key(column, what), m_entries.size());
    m_entries.push_back(
        {{{m_file, line, 0, std::string(column)}, std::string(what), std::string(hint)}, line, 0});
}

Diagnostics Problems::diagnostics() const {
    Diagnostics all;
    all.reserve(m_entries.size() + 1);
    for (const Entry& entry : m_entries) {
        all.push_back(entry.diagnostic);
        if (entry.more_rows != 0) {
            all.back().what += fmt::format(" (and in {} more row{})", entry.more_rows,
                                           entry.more_rows == 1 ? "" : "s");
        }
    }
    if (m_not_kept != 0) {
        all.push_back({{m_file, 0, 0, {}},
                       fmt::format("{} more problem{} not listed here", m_not_kept,
                                   m_not_kept == 1 ? " is" : "s are"),
                       "Mend those above first; the rest is told then."});
    }
    return all;
}

void Problems::throw_if_any() const {
    if (!empty()) {
        throw InputError(diagnostics());
    }
}

} // namespace assess
