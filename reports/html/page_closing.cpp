// The section of what would close it: a table with a line of before and after in each row.
#include "reports/content/closing_words.hpp"
#include "reports/content/words.hpp"
#include "reports/html/page_data.hpp"
#include "reports/svg/dumbbell.hpp"
#include "reports/svg/group_look.hpp"

#include <fmt/format.h>

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
        each.set("id", fmt::format("finding-{}", finding + 1));
        each.set("rule", page_words(report.findings[finding].subject.empty()
                                        ? report.findings[finding].id
                                        : report.findings[finding].id + ", " +
                                              report.findings[finding].subject));
        each.set("last", i + 1 == shown);
        answers.push_back(std::move(each));
    }
    row.set("has_answers", shown > 0);
    row.set("answers", answers);
    row.set("more_answers", proposal.answers.size() > shown
                                ? fmt::format(" and {} more", proposal.answers.size() - shown)
                                : std::string());
}

PageData adoptions_data(const ProposalCells& cells, const std::vector<GroupLook>& looks) {
    list adoptions;
    for (const auto& adoption : cells.adoptions) {
        PageData each;
        each.set("tone", std::string(looks[adoption.group].tone));
        each.set("glyph", glyph(looks[adoption.group]));
        each.set("who", page_words(adoption.who));
        each.set("takes_up", adoption.takes_up);
        each.set("tool", page_words(adoption.tool));
        each.set("ring", adoption.ring);
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
        row.set("people", cells.people);
        row.set("people_word", cells.people == "1" ? "person" : "people");
        row.set("bar", today ? scale.row(bars[i]) : std::string());
        row.set("after", page_words(cells.after.at(index(leading))));
        row.set("interval", page_words(cells.interval.at(index(leading))));
        row.set("second_after", page_words(cells.after.at(index(second))));
        add_answers(report, proposal, row);
        rows.push_back(std::move(row));
        if (!cells.turns.empty()) {
            PageData turn;
            turn.set("name", page_words(name_of(cells)));
            turn.set("lines", page_list(cells.turns));
            turns.push_back(std::move(turn));
        }
    }
    data.set("rows", rows);
    data.set("turns", turns);
    data.set("has_turns", !turns.empty());
    data.set("leading", capitalized(id_of(leading)));
    data.set("second", capitalized(id_of(second)));
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
        data.set("what_head", closing.depth == Depth::Uses
                                  ? std::string("Adoption")
                                  : fmt::format("Adoption, at least {}", id_of(closing.depth)));
        data.set("caption", "What each adoption would leave of the gaps");
        data.set(
            "how",
            "The ring is the gap today, the disc the gap after, and the grey bar its interval. "
            "The fine lines are zero and the thresholds of a notable and a serious gap. "
            "Pairs stand below single adoptions; of each, whatever needs fewer people comes "
            "first.");
        add_rows(report, closing, listed, data);
    }
    return data;
}

} // namespace assess::reports
