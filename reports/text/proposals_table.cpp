#include "reports/text/proposals_table.hpp"

#include "reports/content/closing_words.hpp"
#include "reports/content/statements.hpp"
#include "reports/figures/marks.hpp"
#include "reports/layout/page.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace assess::reports {
namespace {

class ProposalsTable {
public:
    ProposalsTable(TextPage& page, const GapReport& report)
        : m_page(page), m_report(report), m_ink(page.ink()), m_marks(group_marks(report, m_ink)),
          m_leading(leading_diagonal(report)) {}

    void write(const std::vector<ProposalCells>& rows) {
        write_key();
        number_findings(rows);
        const auto lines = table(rows).lines(m_page.width(), m_ink.sign("…", "..."), 14);
        if (lines.empty()) {
            write_stacked(rows);
        } else {
            m_page.line(m_ink.toned(Tone::Faint, lines.front()));
            m_page.lines(std::span(lines).subspan(1));
        }
        if (!m_findings.empty()) {
            m_page.blank();
            m_page.prose(Message{"closing.table.findings"}, 0, Tone::Faint);
        }
        for (std::size_t i = 0; i < m_findings.size(); ++i) {
            m_page.prose(Message{"closing.table.finding",
                                 {{"number", Count(i + 1)}, {"finding", m_findings[i]}}},
                         2, Tone::Faint);
        }
    }

private:
    static std::size_t index(Diagonal diagonal) { return static_cast<std::size_t>(diagonal); }

    [[nodiscard]] std::string glyph(std::size_t group) const {
        const auto& mark = m_marks[group].glyph;
        return mark.empty() ? m_ink.words(group_name(m_report.groups[group])) : mark;
    }

    void write_key() {
        for (const auto& comparison : m_report.comparisons) {
            std::vector<std::string> parts;
            for (const auto group : {comparison.first, comparison.second}) {
                parts.push_back(marked_name(m_marks[group], m_report.groups[group], m_ink));
            }
            m_page.lines(flowed(parts, m_page.width()));
            m_page.blank();
        }
    }

    /// The numbers of the findings, which are named below the table in the report's order.
    [[nodiscard]] std::string numbers(const ProposalCells& row) const {
        std::string text;
        for (std::size_t i = 0; i < m_findings.size(); ++i) {
            if (std::ranges::find(row.answers, m_findings[i]) != row.answers.end()) {
                text += (text.empty() ? "" : " ") + std::to_string(i + 1);
            }
        }
        return text;
    }

    void number_findings(const std::vector<ProposalCells>& rows) {
        for (const auto& finding : m_report.findings) {
            const auto rule = rule_of(finding);
            if (std::ranges::any_of(rows, [&](const ProposalCells& row) {
                    return std::ranges::find(row.answers, rule) != row.answers.end();
                })) {
                m_findings.push_back(rule);
            }
        }
    }

    [[nodiscard]] Value today(Diagonal diagonal, bool interval) const {
        for (const auto& comparison : m_report.comparisons) {
            if (const auto& gap = comparison.diagonal.at(index(diagonal))) {
                return interval ? told_briefly(gap->gap) : Decimal(gap->gap.value);
            }
        }
        return no_value();
    }

    /// Which group uses the tool already: the mark of the other one, and how many of it.
    [[nodiscard]] Value used(const AdoptionCells& adoption) const {
        for (const auto& comparison : m_report.comparisons) {
            const auto second =
                adoption.group == comparison.first ? comparison.second : comparison.first;
            return Message{"closing.table.used",
                           {{"group", Name{glyph(second)}}, {"use", adoption.used}}};
        }
        return no_value();
    }

    LetterTable table(const std::vector<ProposalCells>& rows) {
        const auto second = other_diagonal(m_leading);
        LetterTable table{
            {{m_ink.words(Message{"closing.table.takes-up"}), Align::Left},
             {m_ink.words(Message{"closing.table.ring"}), Align::Left},
             {m_ink.words(Message{"closing.table.people"})},
             {m_ink.words(Message{"closing.table.used-by"}), Align::Left},
             {m_ink.words(gap_name(m_leading)), Align::Left},
             {m_ink.words(Message{"closing.table.gap", {{"diagonal", Select{id_of(second)}}}})},
             {m_ink.words(Message{"closing.table.for"}), Align::Left}},
            {}};
        table.rows.push_back({m_ink.words(Message{"closing.table.today"}), "", "", "",
                              m_ink.words(today(m_leading, true)),
                              m_ink.words(today(second, false)), ""});
        for (const auto& row : rows) {
            for (std::size_t i = 0; i < row.adoptions.size(); ++i) {
                const auto& adoption = row.adoptions[i];
                const bool first = i == 0;
                table.rows.push_back(
                    {(first ? "" : "+ ") + glyph(adoption.group) + " " +
                         m_ink.words(Name{adoption.tool}),
                     m_ink.words(ring_name(adoption.ring)), m_ink.words(Count(adoption.people)),
                     m_ink.words(used(adoption)),
                     first ? m_ink.words(row.after_in_full.at(index(m_leading))) : "",
                     first ? m_ink.words(row.after.at(index(second))) : "",
                     first ? numbers(row) : ""});
            }
        }
        return table;
    }

    void write_stacked(const std::vector<ProposalCells>& rows) {
        const auto second = other_diagonal(m_leading);
        m_page.prose(Message{"closing.stacked.today",
                             {{"gap", gap_name(m_leading)},
                              {"value", today(m_leading, true)},
                              {"second", Select{id_of(second)}},
                              {"second_value", today(second, false)}}});
        for (const auto& row : rows) {
            for (std::size_t i = 0; i < row.adoptions.size(); ++i) {
                const auto& adoption = row.adoptions[i];
                m_page.prose(Message{"closing.stacked.adoption",
                                     {{"place", Select{i == 0 ? "first" : "next"}},
                                      {"takes_up", adoption.takes_up},
                                      {"ring", ring_name(adoption.ring)}}},
                             0, Tone::Strong);
                m_page.prose(Message{"closing.stacked.people",
                                     {{"people", People{std::nullopt, Count(adoption.people)}},
                                      {"used_by", adoption.used_by}}},
                             2);
            }
            write_after(m_leading, row.after_in_full.at(index(m_leading)));
            write_after(second, row.after.at(index(second)));
            if (const auto asked = numbers(row); !asked.empty()) {
                m_page.prose(Message{"closing.stacked.for", {{"findings", asked}}}, 2);
            }
        }
    }

    void write_after(Diagonal diagonal, const Value& value) {
        m_page.prose(
            Message{"closing.stacked.after", {{"gap", gap_name(diagonal)}, {"value", value}}}, 2);
    }

    TextPage& m_page;
    const GapReport& m_report;
    const Ink& m_ink;
    std::vector<GroupMark> m_marks;
    Diagonal m_leading;
    std::vector<std::string> m_findings; ///< that the rows name, in the report's order
};

} // namespace

void write_proposals(TextPage& page, const GapReport& report, const Recommendation& recommendation,
                     std::span<const std::size_t> listed) {
    std::vector<ProposalCells> rows;
    for (const auto i : listed) {
        rows.push_back(cells_of(report, recommendation.proposals[i], i));
    }
    ProposalsTable(page, report).write(rows);
}

} // namespace assess::reports
