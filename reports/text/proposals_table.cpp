#include "reports/text/proposals_table.hpp"

#include "reports/content/closing_words.hpp"
#include "reports/content/statements.hpp"
#include "reports/figures/marks.hpp"
#include "reports/layout/numbers.hpp"
#include "reports/layout/page.hpp"

#include <fmt/format.h>

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
            m_page.prose("Findings that ask for it:", 0, Tone::Faint);
        }
        for (std::size_t i = 0; i < m_findings.size(); ++i) {
            m_page.prose(fmt::format("{} {}", i + 1, m_findings[i]), 2, Tone::Faint);
        }
    }

private:
    static std::size_t index(Diagonal diagonal) { return static_cast<std::size_t>(diagonal); }

    [[nodiscard]] std::string glyph(std::size_t group) const {
        const auto& mark = m_marks[group].glyph;
        return mark.empty() ? m_ink.words(m_report.groups[group].name) : mark;
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

    [[nodiscard]] std::string gap(const ProposalCells& row) const {
        const auto d = index(m_leading);
        return m_ink.words(row.after.at(d) == "-"
                               ? row.after.at(d)
                               : fmt::format("{} ({})", row.after.at(d), row.interval.at(d)));
    }

    [[nodiscard]] std::string today(Diagonal diagonal, bool interval) const {
        for (const auto& comparison : m_report.comparisons) {
            if (const auto& gap = comparison.diagonal.at(index(diagonal))) {
                const auto& estimate = gap->gap;
                return m_ink.words(interval && estimate.has_interval()
                                       ? fmt::format("{} ({} to {})", fixed(estimate.value),
                                                     fixed(*estimate.lower), fixed(*estimate.upper))
                                       : fixed(estimate.value));
            }
        }
        return "-";
    }

    /// Which group uses the tool already: the mark of the other one, and how many of it.
    [[nodiscard]] std::string used(const AdoptionCells& adoption) const {
        for (const auto& comparison : m_report.comparisons) {
            const auto second =
                adoption.group == comparison.first ? comparison.second : comparison.first;
            return glyph(second) + " " + adoption.used;
        }
        return "-";
    }

    LetterTable table(const std::vector<ProposalCells>& rows) {
        const auto name = [](Diagonal diagonal) { return std::string(id_of(diagonal)); };
        const auto second = other_diagonal(m_leading);
        LetterTable table{{{"Takes up", Align::Left},
                           {"ring", Align::Left},
                           {"people"},
                           {"used by", Align::Left},
                           {name(m_leading) + " gap", Align::Left},
                           {second == Diagonal::Building ? "build." : "orch."},
                           {"for", Align::Left}},
                          {}};
        table.rows.push_back(
            {"today", "", "", "", today(m_leading, true), today(second, false), ""});
        for (const auto& row : rows) {
            for (std::size_t i = 0; i < row.adoptions.size(); ++i) {
                const auto& adoption = row.adoptions[i];
                const bool first = i == 0;
                table.rows.push_back(
                    {(first ? "" : "+ ") + glyph(adoption.group) + " " + m_ink.words(adoption.tool),
                     adoption.ring, adoption.people, used(adoption), first ? gap(row) : "",
                     first ? m_ink.words(row.after.at(index(second))) : "",
                     first ? numbers(row) : ""});
            }
        }
        return table;
    }

    void write_stacked(const std::vector<ProposalCells>& rows) {
        const auto second = other_diagonal(m_leading);
        m_page.prose(fmt::format("today: {} gap {}, {} {}", id_of(m_leading),
                                 today(m_leading, true), id_of(second), today(second, false)));
        for (const auto& row : rows) {
            for (std::size_t i = 0; i < row.adoptions.size(); ++i) {
                const auto& adoption = row.adoptions[i];
                m_page.prose(fmt::format("{}{} {} {} ({})", i == 0 ? "" : "and ",
                                         i == 0 ? adoption.who : adoption.inside, adoption.takes_up,
                                         adoption.tool, adoption.ring),
                             0, Tone::Strong);
                m_page.prose(
                    fmt::format("{} to bring along; used by {}",
                                adoption.people == "1" ? "1 person" : adoption.people + " people",
                                adoption.used_by),
                    2);
            }
            m_page.prose(fmt::format("{} gap after {}", id_of(m_leading), gap(row)), 2);
            m_page.prose(fmt::format("{} gap after {}", id_of(second), row.after.at(index(second))),
                         2);
            if (const auto asked = numbers(row); !asked.empty()) {
                m_page.prose("for " + asked, 2);
            }
        }
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
