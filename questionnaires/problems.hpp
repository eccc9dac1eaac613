// The problems of one input file, collected until all of it was read. A problem that many rows
// share is one problem with a count, so that a misspelt tool in 40 rows does not hide the rest.
#pragma once

#include "model/diagnostics/diagnostic.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace assess {

class Problems {
public:
    /// Different problems that are kept; of more only the number is told.
    static constexpr std::size_t most_kept = 200;

    explicit Problems(std::string file) : m_file(std::move(file)) {}

    [[nodiscard]] const std::string& file() const { return m_file; }

    /// A problem of the line, in the column of that name (which may be empty). The same `what`
    /// in the same column later only raises the count.
    void add(std::size_t line, std::string_view column, std::string_view what,
             std::string_view hint = {});
    /// Counts the line for a problem that is known already; false where it is not. For callers
    /// whose hint is dear.
    bool again(std::size_t line, std::string_view column, std::string_view what);

    [[nodiscard]] bool empty() const { return m_entries.empty(); }
    /// In the order in which they were found.
    [[nodiscard]] Diagnostics diagnostics() const;
    /// Throws InputError with all of them where there are any.
    void throw_if_any() const;

private:
    struct Entry {
        Diagnostic diagnostic;
        std::size_t last_line = 0;
        std::size_t more_rows = 0;
    };

    std::string m_file;
    std::vector<Entry> m_entries;
    std::unordered_map<std::string, std::size_t> m_by_text; ///< only looked up, never iterated
    std::size_t m_not_kept = 0;
};

} // namespace assess
