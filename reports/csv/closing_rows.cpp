// What would close it, as rows: a proposal is a subject, its adoptions are rows of their own.
#include "reports/content/statements.hpp"
#include "reports/csv/csv_rows.hpp"
#include "reports/wording/wording.hpp"

#include <string>

namespace assess::reports {
namespace {

void write_gap(Rows& rows, const std::string& subject, std::string_view quantity, Diagonal diagonal,
               const std::array<Quantity<Estimate>, 2>& gaps) {
    const auto& gap = gaps.at(static_cast<std::size_t>(diagonal));
    const auto name = std::string(id_of(diagonal)) + "_" + std::string(quantity);
    if (gap) {
        rows.add(subject, name, *gap);
    } else {
        rows.missing(subject, name, gap.reason());
    }
}

void write_proposal(const GapReport& report, const Proposal& proposal, const std::string& subject,
                    std::ostream& out) {
    for (const auto& adoption : proposal.adoptions) {
        CsvRow row;
        row.section = "closing";
        row.group = report.groups[adoption.group].id;
        row.subject = subject;
        row.quantity = "takes_up";
        row.n = adoption.people;
        row.text = report.landscape.tools[adoption.tool].id;
        write_row(out, row);
    }
    Rows rows(out, "closing");
    rows.add(subject, "people", number(proposal.people));
    rows.text(subject, "ring", id_of(proposal.ring));
    rows.text(subject, "other_uses", proposal.other_uses ? "true" : "false");
    for (const auto diagonal : diagonals) {
        write_gap(rows, subject, "after", diagonal, proposal.gap_after);
        write_gap(rows, subject, "change", diagonal, proposal.gap_change);
    }
    for (const auto finding : proposal.answers) {
        rows.text(subject, "answers", rule_of(report.findings[finding]));
    }
}

} // namespace

void write_closing_rows(const GapReport& report, std::ostream& out) {
    if (!report.closing) {
        return;
    }
    const auto& closing = *report.closing;
    Rows rows(out, "closing");
    rows.text("", "depth", id_of(closing.depth));
    rows.text("", "most_ring", id_of(closing.most_ring));
    rows.add("", "singles", number(closing.singles));
    rows.add("", "pairs", number(closing.pairs));
    rows.add("", "asked_for", number(closing.asked_for));
    rows.add("", "front", number(closing.front));
    if (closing.proposals.empty()) {
        rows.missing("", "proposal", english(closing.reason));
    }
    for (std::size_t i = 0; i < closing.proposals.size(); ++i) {
        write_proposal(report, closing.proposals[i], "proposal-" + std::to_string(i + 1), out);
    }
    for (const auto finding : closing.unanswered) {
        rows.text(rule_of(report.findings[finding]), "unanswered", "true");
    }
}

} // namespace assess::reports
