// The section of what would close it: a table with a line of before and after in each row.
#include "reports/content/closing_words.hpp"
#include "reports/content/statements.hpp"
#include "reports/html/page_data.hpp"
#include "reports/svg/dumbbell.hpp"
#include "reports/svg/group_look.hpp"
#include "reports/wording/wording.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace assess::reports {
namespace {

using kainjow::mustache::list;

constexpr std::size_t most_answers = 2;

std::size_t index(Diagonal diagonal) {
    return static_cast<std::size_t>(diagonal);
}

std::optional<Estimate> today_on(const GapReport& report, Diagonal diagonal) {
    for (const auto& comparison : report.comparisons) {
        if (const auto& gap = comparison.diagonal.at(index(diagonal))) {
            return gap->gap;
        }
    }
    return std::nullopt;
}

/// Links to the findings that ask for it.
void add_answers(const GapReport& report, const Proposal& proposal, PageData& row) {
    list answers;
    const auto shown = std::min(most_answers, proposal.answers.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const auto finding = proposal.answers[i];
        PageData each;
        each.set("id", "finding-" + std::to_string(finding + 1));
        each.set("rule", page_words(Name{rule_of(report.findings[finding])}));
        each.set("last", i + 1 == shown);
        answers.push_back(std::move(each));
    }
    row.set("has_answers", shown > 0);
    row.set("answers", answers);
    const Count more(proposal.answers.size() - shown);
    row.set("more_answers", more.number() > 0
                                ? " " + worded(Message{"closing.more-answers", {{"more", more}}})
                                : std::string());
}

PageData adoptions_data(const ProposalCells& cells, const std::vector<GroupLook>& looks) {
    list adoptions;
    for (const auto& adoption : cells.adoptions) {
        std::vector<VerdictPiece> pieces;
        for (const auto& run :
             english().text(Message{"closing.name", {{"adoptions", adoption.takes_up}}})) {
            const bool group = run.kind == Run::Kind::Role || run.kind == Run::Kind::Team;
            pieces.push_back(
                {run.text, group ? &looks[adoption.group] : nullptr, run.kind == Run::Kind::Name});
        }
        PageData each;
        each.set("pieces", verdict_pieces(pieces));
        each.set("ring", page_words(ring_name(adoption.ring)));
        each.set("used_by", page_words(adoption.used_by));
        adoptions.push_back(std::move(each));
    }
    return adoptions;
}

void add_rows(const GapReport& report, const Recommendation& closing,
              const std::vector<std::size_t>& listed, PageData& data) {
    const auto leading = leading_diagonal(report);
    const auto second = other_diagonal(leading);
    const auto today = today_on(report, leading);
    const auto looks = group_looks(report);
    std::vector<Dumbbell> bars;
    for (const auto i : listed) {
        bars.push_back(
            {today.value_or(Estimate{}), closing.proposals[i].gap_after.at(index(leading))});
    }
    const DumbbellScale scale(bars, report.policy);
    list rows;
    list turns;
    for (std::size_t i = 0; i < listed.size(); ++i) {
        const auto& proposal = closing.proposals[listed[i]];
        const auto cells = cells_of(report, proposal, listed[i]);
        PageData row;
        row.set("adoptions", adoptions_data(cells, looks));
        row.set("people", page_words(Count(cells.people)));
        row.set("people_word",
                page_words(Message{"closing.people-word", {{"people", Count(cells.people)}}}));
        row.set("bar", today ? scale.row(bars[i]) : std::string());
        row.set("after", page_words(cells.after.at(index(leading))));
        row.set("interval", page_words(cells.interval.at(index(leading))));
        row.set("second_after", page_words(cells.after.at(index(second))));
        add_answers(report, proposal, row);
        rows.push_back(std::move(row));
        if (!cells.turns.empty()) {
            PageData turn;
            turn.set("name", page_words(cells.name));
            turn.set("lines", page_list(cells.turns));
            turns.push_back(std::move(turn));
        }
    }
    data.set("rows", rows);
    data.set("turns", turns);
    data.set("has_turns", !turns.empty());
    data.set("leading",
             page_words(Message{"closing.diagonal", {{"diagonal", Select{id_of(leading)}}}}));
    data.set("second",
             page_words(Message{"closing.diagonal", {{"diagonal", Select{id_of(second)}}}}));
    data.set("axis", today ? scale.axis() : std::string());
}

} // namespace

PageData closing_data(const GapReport& report) {
    PageData data;
    data.set("has_rows", false);
    data.set("has_turns", false);
    if (!report.closing) {
        return data;
    }
    const auto& closing = *report.closing;
    const auto listed = short_list(report, closing, listed_singles, listed_pairs);
    data.set("lede", page_words(closing_lede(report, closing)));
    auto notes = closing_notes(report, closing, listed.size());
    for (auto note : {unanswered_note(report, closing), more_proposals(closing, listed.size())}) {
        if (!note.empty()) {
            notes.push_back(std::move(note));
        }
    }
    data.set("notes", page_list(notes));
    if (!listed.empty()) {
        data.set("has_rows", true);
        data.set("what_head", page_words(Message{"closing.page.adoption",
                                                 {{"depth", Select{id_of(closing.depth)}}}}));
        data.set("caption", page_words(Message{"closing.page.caption"}));
        data.set("how", page_words(Message{"closing.page.how"}));
        add_rows(report, closing, listed, data);
    }
    return data;
}

} // namespace assess::reports
