#include "questionnaires/surveys/survey.hpp"

#include "model/text/text.hpp"
#include "questionnaires/rosters/roster_builder.hpp"
#include "questionnaires/surveys/block_reader.hpp"
#include "questionnaires/surveys/matching.hpp"
#include "questionnaires/surveys/role_reader.hpp"
#include "questionnaires/surveys/survey_header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

namespace assess {

namespace {

CsvSettings csv_settings(const Mapping& mapping) {
    CsvSettings settings;
    settings.delimiter = mapping.delimiter;
    return settings;
}

class SurveyImport {
public:
    SurveyImport(ByteSource source, const std::string& name, const Mapping& mapping,
                 bool keep_unknown, Landscape& landscape)
        : m_mapping(mapping), m_problems(name),
          m_reader(std::move(source), m_problems, csv_settings(mapping)), m_finder(landscape),
          m_header(m_reader, mapping, m_problems), m_roles(mapping, m_header, m_problems) {
        m_answers.source = name;
        Diagnostics mapping_problems;
        m_blocks.reserve(mapping.blocks.size());
        for (const MappedBlock& block : mapping.blocks) {
            m_blocks.emplace_back(mapping, block, keep_unknown, m_header, m_finder, m_problems,
                                  mapping_problems);
        }
        if (mapping.id) {
            m_id = m_header.find(*mapping.id, "the respondent's id", m_problems);
        }
        if (mapping.team) {
            m_team = m_header.find(*mapping.team, "the team", m_problems);
        }
        // Problems of the mapping and of the header first: without them right, the rows would
        // only repeat them.
        for (const Diagnostic& diagnostic : m_problems.diagnostics()) {
            mapping_problems.push_back(diagnostic);
        }
        if (!mapping_problems.empty()) {
            throw InputError(std::move(mapping_problems));
        }
    }

    Answers run() {
        while (m_reader.next()) {
            take_row();
        }
        if (m_answers.rows == 0 && m_problems.empty()) {
            m_problems.add(0, {}, "there are no respondents, only a header",
                           "Export the survey's answers again.");
        }
        check_ids();
        m_problems.throw_if_any();
        finish();
        return std::move(m_answers);
    }

private:
    void take_row() {
        ++m_answers.rows;
        if (m_reader.size() != m_header.size()) {
            m_problems.add(m_reader.line(), {},
                           fmt::format("the row has {} fields where the header has {}",
                                       m_reader.size(), m_header.size()),
                           "Export the survey's answers again; line breaks and separators in a "
                           "cell need quotes around it.");
            return;
        }
        const auto role = m_roles.role_of(m_reader);
        if (!role) {
            return;
        }
        Respondent person;
        person.role = *role;
        if (m_id) {
            person.id = trimmed(m_reader[*m_id]);
            m_lines.push_back(m_reader.line());
            if (person.id.empty()) {
                m_problems.add(m_reader.line(), m_header.name(*m_id), "the id is empty",
                               "Mend the export, or take 'id' out of the mapping.");
            }
        }
        if (m_team) {
            person.team = team_of(m_reader[*m_team]);
        }
        m_usages.clear();
        std::uint64_t bit = 1;
        for (SurveyBlockReader& block : m_blocks) {
            const bool answered = block.read(m_reader, m_usages);
            if (!block.mapped().only_wishes()) {
                person.answered |= answered ? bit : 0;
                bit <<= 1U;
            }
        }
        std::sort(m_usages.begin(), m_usages.end(),
                  [](const Usage& a, const Usage& b) { return a.tool < b.tool; });
        person.usages.assign(m_usages.begin(), m_usages.end());
        m_answers.respondents.push_back(std::move(person));
    }

    std::uint32_t team_of(std::string_view cell) {
        if (is_missing(m_mapping, cell)) {
            return Respondent::no_team;
        }
        const std::string name = plain_text(cell);
        const auto [known, is_new] =
            m_teams.emplace(name, static_cast<std::uint32_t>(m_answers.teams.size()));
        if (is_new) {
            m_answers.teams.push_back(name);
        }
        return known->second;
    }

    void check_ids() {
        std::vector<std::size_t> order(m_lines.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto id_at = [&](std::size_t i) -> const std::string& {
            return m_answers.respondents[i].id;
        };
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const int by_id = id_at(a).compare(id_at(b));
            return by_id != 0 ? by_id < 0 : a < b;
        });
        for (std::size_t i = 1; i < order.size(); ++i) {
            const std::string& id = id_at(order[i]);
            if (!id.empty() && id == id_at(order[i - 1])) {
                m_problems.add(m_lines[order[i]], m_header.name(*m_id),
                               fmt::format("the id {} is on line {} already", in_quotes(id),
                                           m_lines[order[i - 1]]),
                               "Keep one of the two rows.");
            }
        }
    }

    void finish() {
        for (const SurveyBlockReader& block : m_blocks) {
            if (!block.mapped().only_wishes()) {
                m_answers.blocks.push_back(
                    {block.mapped().id, block.mapped().title, block.offers()});
            }
            if (std::string warning = block.warning(); !warning.empty()) {
                m_answers.warnings.push_back(std::move(warning));
            }
        }
        m_answers.left_out = m_roles.left_out();
        m_answers.ids_given = m_id.has_value();
        sort_teams(m_answers);
        m_finder.settle(m_answers);
        sort_respondents(m_answers);
        m_answers.respondents.shrink_to_fit();
    }

    const Mapping& m_mapping;
    Problems m_problems;
    CsvReader m_reader;
    ToolFinder m_finder;
    SurveyHeader m_header;
    RoleReader m_roles;
    std::vector<SurveyBlockReader> m_blocks;
    std::optional<std::size_t> m_id;
    std::optional<std::size_t> m_team;
    Answers m_answers;
    std::vector<std::size_t> m_lines; ///< of the respondents, where they have ids
    std::vector<Usage> m_usages;      ///< of the current row; keeps its memory
    std::map<std::string, std::uint32_t> m_teams;
};

} // namespace

Answers read_survey_csv(ByteSource source, const std::string& name, const Mapping& mapping,
                        bool keep_unknown, Landscape& landscape) {
    return SurveyImport(std::move(source), name, mapping, keep_unknown, landscape).run();
}

} // namespace assess
