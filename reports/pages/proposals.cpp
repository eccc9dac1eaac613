#include "reports/pages/proposals.hpp"

#include "reports/content/closing_words.hpp"
#include "reports/content/statements.hpp"
#include "reports/svg/dumbbell.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace assess::reports {
namespace {

std::size_t index(Diagonal diagonal) {
    return static_cast<std::size_t>(diagonal);
}

class Proposals {
public:
    Proposals(const GapReport& report, std::span<const std::size_t> listed, const Wording& wording)
        : m_report(report), m_wording(wording), m_leading(leading_diagonal(report)),
          m_second(other_diagonal(m_leading)) {
        for (const auto i : listed) {
            m_rows.push_back(cells_of(report, report.closing->proposals[i], i));
        }
        number_findings();
    }

    void add_to(std::vector<Block>& blocks) const {
        for (const auto& comparison : m_report.comparisons) {
            Key key;
            for (const auto group : {comparison.first, comparison.second}) {
                key.groups.emplace_back(m_report.groups[group].id,
                                        text(group_name(m_report.groups[group])));
            }
            blocks.emplace_back(std::move(key));
        }
        blocks.emplace_back(table());
        if (m_findings.empty()) {
            return;
        }
        blocks.emplace_back(Paragraph{text(Message{"closing.table.findings"}), Weight::Faint});
        Values findings;
        for (std::size_t i = 0; i < m_findings.size(); ++i) {
            findings.entries.emplace_back(text(Count(i + 1)), text(Name{m_findings[i]}));
        }
        blocks.emplace_back(std::move(findings));
    }

private:
    [[nodiscard]] Text text(const Value& value) const { return m_wording.text(value); }

    void number_findings() {
        for (const auto& finding : m_report.findings) {
            const auto rule = rule_of(finding);
            if (std::ranges::any_of(m_rows, [&](const ProposalCells& row) {
                    return std::ranges::find(row.answers, rule) != row.answers.end();
                })) {
                m_findings.push_back(rule);
            }
        }
    }

    /// The numbers of the findings that ask for it; the findings are named below the table.
    [[nodiscard]] std::string numbers(const ProposalCells& row) const {
        std::string all;
        for (std::size_t i = 0; i < m_findings.size(); ++i) {
            if (std::ranges::find(row.answers, m_findings[i]) != row.answers.end()) {
                all += (all.empty() ? "" : " ") + std::to_string(i + 1);
            }
        }
        return all;
    }

    [[nodiscard]] const Estimate* today(Diagonal diagonal) const {
        for (const auto& comparison : m_report.comparisons) {
            if (const auto& gap = comparison.diagonal.at(index(diagonal))) {
                return &gap->gap;
            }
        }
        return nullptr;
    }

    [[nodiscard]] Table table() const {
        Table table{text(Message{"closing.page.caption"}), columns(), {}};
        table.least_first = 14;
        table.how = text(Message{"closing.page.how"});
        table.rows.emplace_back(today_cells());
        table.narrow.push_back({text(today_in_words())});
        const auto scale = this->scale();
        table.columns[4].head_svg = today(m_leading) == nullptr ? "" : scale.axis();
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const auto bar = today(m_leading) == nullptr ? "" : scale.row(bar_of(m_rows[i]));
            for (std::size_t k = 0; k < m_rows[i].adoptions.size(); ++k) {
                table.rows.emplace_back(cells(m_rows[i], k, bar),
                                        k == 0 ? RowKind::Plain : RowKind::Continues);
                table.narrow.push_back(in_words(m_rows[i], k));
            }
        }
        return table;
    }

    [[nodiscard]] std::vector<Column> columns() const {
        const auto gap_after = [&](Diagonal diagonal) {
            return text(Message{"closing.column.gap-after", {{"gap", gap_name(diagonal)}}});
        };
        std::vector<Column> all{
            {text(Message{"closing.table.takes-up"})},
            {text(Message{"closing.table.ring"})},
            {text(Message{"closing.table.people"}), true},
            {text(Message{"closing.table.used-by"})},
            {text(Message{"closing.table.drawn", {{"gap", gap_name(m_leading)}}})},
            {gap_after(m_leading)},
            {gap_after(m_second), true},
            {text(Message{"closing.table.for"})}};
        all[4].fills = true;
        all[5].strong = true;
        all[5].brief = text(gap_name(m_leading));
        all[6].brief = text(Message{"closing.table.gap", {{"diagonal", Select{id_of(m_second)}}}});
        return all;
    }

    [[nodiscard]] Dumbbell bar_of(const ProposalCells& row) const {
        const auto* before = today(m_leading);
        return {before == nullptr ? Estimate{} : *before,
                m_report.closing->proposals[row.proposal].gap_after.at(index(m_leading))};
    }
    [[nodiscard]] DumbbellScale scale() const {
        std::vector<Dumbbell> bars;
        for (const auto& row : m_rows) {
            bars.push_back(bar_of(row));
        }
        return {bars, m_report.policy};
    }

    [[nodiscard]] std::vector<Cell> today_cells() const {
        const auto* leading = today(m_leading);
        const auto* second = today(m_second);
        const auto value = [&](const Estimate* gap) {
            return text(gap == nullptr ? Value(no_value()) : Value(Decimal(gap->value)));
        };
        Cell gap{value(leading)};
        if (leading != nullptr) {
            gap.below = text(interval_of(*leading));
            gap.brief = text(told_briefly(*leading));
        }
        return {{text(Message{"closing.table.today"})}, {}, {}, {}, {}, gap, {value(second)}, {}};
    }

    [[nodiscard]] std::vector<Cell> cells(const ProposalCells& row, std::size_t place,
                                          const std::string& bar) const {
        const auto& adoption = row.adoptions[place];
        Cell takes_up{text(Message{
            "closing.table.adoption",
            {{"place", Select{place == 0 ? "first" : "next"}}, {"takes_up", adoption.takes_up}}})};
        takes_up.group = m_report.groups[adoption.group].id;
        takes_up.brief = text(Name{adoption.tool});
        Cell used{text(adoption.used_by)};
        used.group = other_group(adoption.group);
        used.brief = text(adoption.used);
        std::vector<Cell> all{
            takes_up, {text(ring_name(adoption.ring))}, {text(Count(adoption.people))}, used};
        if (place > 0) {
            all.resize(8); // what is left is told beside the first adoption
            return all;
        }
        Cell after{text(row.after.at(index(m_leading)))};
        after.below = text(row.interval.at(index(m_leading)));
        after.brief = text(row.after_in_full.at(index(m_leading)));
        all.push_back({{}, CellDrawing{bar, {}}});
        all.push_back(after);
        all.push_back({text(row.after.at(index(m_second)))});
        all.push_back({text(Name{numbers(row)})});
        return all;
    }

    /// The group that the adopting one is compared with.
    [[nodiscard]] std::string other_group(std::size_t group) const {
        for (const auto& comparison : m_report.comparisons) {
            return m_report.groups[group == comparison.first ? comparison.second : comparison.first]
                .id;
        }
        return {};
    }

    [[nodiscard]] Message today_in_words() const {
        const auto* leading = today(m_leading);
        const auto* second = today(m_second);
        return {"closing.stacked.today",
                {{"gap", gap_name(m_leading)},
                 {"value", leading == nullptr ? Value(no_value()) : told_briefly(*leading)},
                 {"second", Select{id_of(m_second)}},
                 {"second_value",
                  second == nullptr ? Value(no_value()) : Value(Decimal(second->value))}}};
    }

    /// What is left is told after the last adoption.
    [[nodiscard]] std::vector<Text> in_words(const ProposalCells& row, std::size_t place) const {
        const auto& adoption = row.adoptions[place];
        std::vector<Text> lines{
            text(Message{"closing.stacked.adoption",
                         {{"place", Select{place == 0 ? "first" : "next"}},
                          {"takes_up", adoption.takes_up},
                          {"ring", ring_name(adoption.ring)}}}),
            text(Message{"closing.stacked.people",
                         {{"people", People{std::nullopt, Count(adoption.people)}},
                          {"used_by", adoption.used_by}}})};
        if (place + 1 < row.adoptions.size()) {
            return lines;
        }
        const auto after = [&](Diagonal diagonal, const Value& value) {
            lines.push_back(text(
                Message{"closing.stacked.after", {{"gap", gap_name(diagonal)}, {"value", value}}}));
        };
        after(m_leading, row.after_in_full.at(index(m_leading)));
        after(m_second, row.after.at(index(m_second)));
        if (const auto asked = numbers(row); !asked.empty()) {
            lines.push_back(text(Message{"closing.stacked.for", {{"findings", asked}}}));
        }
        return lines;
    }

    const GapReport& m_report;
    const Wording& m_wording;
    Diagonal m_leading;
    Diagonal m_second;
    std::vector<ProposalCells> m_rows;
    std::vector<std::string> m_findings; ///< that the rows name, in the report's order
};

} // namespace

void add_proposals(std::vector<Block>& blocks, const GapReport& report,
                   std::span<const std::size_t> listed, const Wording& wording) {
    Proposals(report, listed, wording).add_to(blocks);
}

} // namespace assess::reports
