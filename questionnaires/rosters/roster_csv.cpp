#include "model/text/text.hpp"
#include "questionnaires/csv/csv_reader.hpp"
#include "questionnaires/rosters/roster.hpp"
#include "questionnaires/rosters/roster_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <vector>

namespace assess {

namespace {

constexpr std::string_view layouts =
    "A roster has the columns respondent, role, team and tools, one row a person; or "
    "respondent, role, team, tool and depth, one row a use. Team and depth may be left out.";

/// Where the columns of a roster stand; nothing for those it does not have.
struct RosterColumns {
    std::optional<std::size_t> respondent;
    std::optional<std::size_t> role;
    std::optional<std::size_t> team;
    std::optional<std::size_t> tools;
    std::optional<std::size_t> tool;
    std::optional<std::size_t> depth;
    std::size_t count = 0;

    [[nodiscard]] bool one_row_a_person() const { return tools.has_value(); }
};

std::optional<std::size_t>* column_named(RosterColumns& columns, std::string_view key) {
    const std::array<std::pair<std::string_view, std::optional<std::size_t>*>, 6> named{
        {{"respondent", &columns.respondent},
         {"role", &columns.role},
         {"team", &columns.team},
         {"tools", &columns.tools},
         {"tool", &columns.tool},
         {"depth", &columns.depth}}};
    for (const auto& [name, column] : named) {
        if (name == key) {
            return column;
        }
    }
    return nullptr;
}

std::string found_columns(const CsvReader& header) {
    constexpr std::size_t most_listed = 8;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(header.size(), most_listed); ++i) {
        names.push_back(in_quotes(trimmed(header[i])));
    }
    if (header.size() > most_listed) {
        names.push_back(fmt::format("{} more", header.size() - most_listed));
    }
    return fmt::format("Found {}. ", listed(names, "and"));
}

/// Says what a header lacks. A wide one is more likely a survey's than a roster's.
void check_columns(const RosterColumns& columns, const CsvReader& header, Problems& problems) {
    constexpr std::size_t wide = 12;
    std::string hint = found_columns(header);
    hint += header.size() > wide ? "If this is a survey's export, name its mapping with --map."
                                 : layouts;
    const auto missing = [&](std::string_view what) {
        problems.add(header.line(), {}, what, hint);
    };
    if (!columns.role) {
        missing("the column 'role' is missing");
    }
    if (!columns.tools && !columns.tool) {
        missing("the column 'tools' is missing");
    }
    if (columns.tool && !columns.tools && !columns.respondent) {
        missing("the column 'respondent' is missing: without it nobody knows which rows are one "
                "person's");
    }
    if (columns.tools && columns.tool) {
        problems.add(header.line(), {}, "there is a column 'tool' and a column 'tools'", layouts);
    } else if (columns.tools && columns.depth) {
        problems.add(header.line(), {}, "the column 'depth' does not go with a column 'tools'",
                     "Write the depth behind each tool: Git=daily;Docker=weekly.");
    }
}

RosterColumns read_roster_header(const CsvReader& header, Problems& problems,
                                 RosterBuilder& builder) {
    RosterColumns columns;
    columns.count = header.size();
    std::vector<std::string> unused;
    for (std::size_t i = 0; i < header.size(); ++i) {
        std::optional<std::size_t>* const column = column_named(columns, spelling_key(header[i]));
        if (column == nullptr) {
            if (!trimmed(header[i]).empty()) {
                unused.push_back(in_quotes(trimmed(header[i])));
            }
        } else if (column->has_value()) {
            problems.add(header.line(), {},
                         fmt::format("there are two columns {}", in_quotes(trimmed(header[i]))),
                         "Keep one of them.");
        } else {
            *column = i;
        }
    }
    check_columns(columns, header, problems);
    problems.throw_if_any(); // without its columns nothing sensible can be said of the rows
    if (!unused.empty()) {
        builder.warn(fmt::format("Not used: the column{} {}.", unused.size() == 1 ? "" : "s",
                                 listed(unused, "and")));
    }
    return columns;
}

/// Reads the rows of one roster.
class RosterRows {
public:
    RosterRows(const RosterColumns& columns, CsvReader& reader, RosterBuilder& builder,
               Problems& problems)
        : m_columns(columns), m_reader(reader), m_builder(builder), m_problems(problems) {}

    /// Takes the reader's current record.
    void take() {
        if (is_blank()) {
            return;
        }
        ++m_rows;
        if (m_reader.size() != m_columns.count) {
            say_ragged();
            return;
        }
        const std::string_view respondent = cell(m_columns.respondent);
        if (m_columns.respondent && respondent.empty()) {
            say("respondent", {"the respondent is empty",
                               "Give every row an id; made-up ones such as r1 will do."});
        }
        const std::string_view role_text = cell(m_columns.role);
        const auto role = role_from_words(role_text);
        if (role_text.empty()) {
            say("role", {"the role is empty", "The roles are researcher, engineer, hybrid and "
                                              "other."});
        } else if (!role) {
            say("role", unknown_role(role_text));
        }
        const std::size_t person = person_of(respondent, role);
        take_tools(person);
    }

    [[nodiscard]] std::size_t rows() const { return m_rows; }

private:
    [[nodiscard]] std::string_view cell(const std::optional<std::size_t>& column) const {
        return column ? trimmed(m_reader[*column]) : std::string_view();
    }

    [[nodiscard]] bool is_blank() const {
        for (std::size_t i = 0; i < m_reader.size(); ++i) {
            if (!trimmed(m_reader[i]).empty()) {
                return false;
            }
        }
        return true;
    }

    void say(std::string_view column, const Complaint& complaint) {
        m_problems.add(m_reader.line(), column, complaint.what, complaint.hint);
    }

    void say_ragged() {
        say({}, {fmt::format("the row has {} fields where the header has {}", m_reader.size(),
                             m_columns.count),
                 m_reader.size() > m_columns.count
                     ? "Put a cell that contains the separator in double quotes; separate tools "
                       "with semicolons."
                     : "Every row needs all columns; leave a cell empty where there is nothing to "
                       "say."});
    }

    /// A new person; in the layout of one row a use, the person of that id. A wrong role does not
    /// keep the rest of the row from being checked: nothing comes of the answers then anyway.
    std::size_t person_of(std::string_view respondent, std::optional<Role> role) {
        const std::string_view team = cell(m_columns.team);
        if (!respondent.empty()) {
            const auto [known, is_new] =
                m_by_id.emplace(std::string(respondent), m_builder.people());
            if (!is_new && m_columns.one_row_a_person()) {
                say("respondent", {fmt::format("the respondent {} is on line {} already",
                                               in_quotes(respondent), m_lines[known->second]),
                                   "One row a person: give each their own id, or join the rows."});
            } else if (!is_new) {
                check_same_person(known->second, respondent, role, team);
                return known->second;
            }
        }
        m_lines.push_back(m_reader.line());
        return m_builder.add_person(respondent, role.value_or(Role::Other), team);
    }

    void check_same_person(std::size_t person, std::string_view respondent,
                           std::optional<Role> role, std::string_view team) {
        if (role && *role != m_builder.role_of(person)) {
            say("role",
                {fmt::format("{} is '{}' here and '{}' on line {}", in_quotes(respondent),
                             id_of(*role), id_of(m_builder.role_of(person)), m_lines[person]),
                 "All rows of a person need the same role."});
        }
        if (team != m_builder.team_of(person)) {
            say("team", {fmt::format("{} is in team {} here and in {} on line {}",
                                     in_quotes(respondent), in_quotes(team),
                                     in_quotes(m_builder.team_of(person)), m_lines[person]),
                         "All rows of a person need the same team."});
        }
    }

    void take_tools(std::size_t person) {
        if (!m_columns.one_row_a_person()) {
            const std::string_view tool = cell(m_columns.tool);
            const std::string_view depth = cell(m_columns.depth);
            if (tool.empty() && !depth.empty()) {
                say("tool",
                    {"there is a depth but no tool", "Name the tool, or leave both empty."});
            } else if (!tool.empty()) {
                const auto complaint = m_builder.add_use(person, tool, depth);
                if (complaint) {
                    say("tool", *complaint);
                }
            }
            return;
        }
        std::string_view rest = cell(m_columns.tools);
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(';'), rest.size());
            const std::string_view entry = trimmed(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (entry.empty()) {
                continue;
            }
            if (const auto complaint = m_builder.add_entry(person, entry)) {
                say("tools", *complaint);
            }
        }
    }

    const RosterColumns& m_columns;
    CsvReader& m_reader;
    RosterBuilder& m_builder;
    Problems& m_problems;
    std::size_t m_rows = 0;
    std::vector<std::size_t> m_lines;                     ///< of each person's first row
    std::unordered_map<std::string, std::size_t> m_by_id; ///< only looked up, never iterated
};

} // namespace

Answers read_roster_csv(ByteSource source, const std::string& name, bool keep_unknown,
                        Landscape& landscape) {
    Problems problems(name);
    CsvReader reader(std::move(source), problems);
    if (!reader.next()) {
        problems.throw_if_any(); // a quote that is never closed, say
        throw InputError({{name, 0, 0, {}}, "the file is empty", std::string(layouts)});
    }
    RosterBuilder builder(landscape, keep_unknown);
    const RosterColumns columns = read_roster_header(reader, problems, builder);
    RosterRows rows(columns, reader, builder, problems);
    while (reader.next()) {
        rows.take();
    }
    if (rows.rows() == 0 && problems.empty()) {
        problems.add(0, {}, "there are no respondents, only a header",
                     "Add a row for each person.");
    }
    problems.throw_if_any();
    return builder.finish(name, rows.rows(), columns.respondent.has_value());
}

} // namespace assess
