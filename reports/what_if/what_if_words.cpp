#include "reports/what_if/what_if_words.hpp"

#include "model/text/text.hpp"
#include "reports/content/statements.hpp"
#include "reports/content/words.hpp"
#include "reports/layout/numbers.hpp"
#include "reports/wording/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess::reports {
namespace {

/// "Researchers take up Git weekly", "Payments drops Docker".
std::string in_words(const Change& change, const Landscape& landscape) {
    const bool role = change.who.kind == Who::Kind::Role;
    std::string who = change.who.id;
    if (change.who.kind == Who::Kind::Everybody) {
        who = "Everybody";
    } else if (role) {
        for (const auto one : roles) {
            if (id_of(one) == change.who.id) {
                who = capitalized(plural_of(one));
            }
        }
    }
    const std::string_view verb =
        change.adopts ? (role ? "take up" : "takes up") : (role ? "drop" : "drops");
    auto text = fmt::format("{} {} {}", who, verb, landscape.tools[change.tool].name);
    if (change.adopts && change.depth != Depth::Uses) {
        text += fmt::format(" {}", id_of(change.depth));
    }
    return text;
}

/// With a small first letter, where that is one of our own words.
std::string in_the_middle(std::string text, bool own) {
    if (own && !text.empty() && text.front() >= 'A' && text.front() <= 'Z') {
        text.front() = static_cast<char>(text.front() - 'A' + 'a');
    }
    return text;
}

/// "3 of 5 people", "few of 12 people".
std::string of_people(std::size_t count, std::size_t all, std::size_t least) {
    const auto number = [&](std::size_t n) {
        return n > 0 && n < least ? std::string("few") : grouped(n);
    };
    return fmt::format("{} of {} {}", number(count), number(all), all == 1 ? "person" : "people");
}

EstimateCells estimate_cells(const Estimate& estimate) {
    return {fixed(estimate.value), interval_cell(estimate)};
}

EstimateCells estimate_cells(const Quantity<Estimate>& estimate) {
    return estimate ? estimate_cells(*estimate) : EstimateCells{"-", ""};
}

EstimateCells place_cells(const Quantity<Point>& point, Diagonal diagonal) {
    return {point ? fixed(along(diagonal, *point)) : "-", ""};
}

/// What is missing, by the reason for it, in the order in which it turns up.
class Missing {
public:
    void note(const std::string& what, const Quantity<Estimate>& estimate) {
        if (!estimate) {
            add("No", what, estimate.reason());
        } else if (!estimate->has_interval()) {
            add("No interval for", "the " + what,
                estimate->reason.empty() ? "it was not computed" : estimate->reason);
        }
    }
    void add(std::string_view lacks, const std::string& what, const std::string& reason) {
        auto found = std::ranges::find_if(m_entries, [&](const Entry& entry) {
            return entry.lacks == lacks && entry.reason == reason;
        });
        if (found == m_entries.end()) {
            found = m_entries.insert(found, Entry{std::string(lacks), reason, {}});
        }
        if (std::ranges::find(found->what, what) == found->what.end()) {
            found->what.push_back(what);
        }
    }
    [[nodiscard]] std::vector<std::string> sentences() const {
        std::vector<std::string> all;
        for (const auto& [lacks, reason, what] : m_entries) {
            all.push_back(fmt::format("{} {}, because {}.", lacks,
                                      listed(what, lacks == "No" ? "and no" : "and"), reason));
        }
        return all;
    }

private:
    struct Entry {
        std::string lacks;
        std::string reason;
        std::vector<std::string> what;
    };
    std::vector<Entry> m_entries;
};

} // namespace

std::string what_if_answer(const WhatIf& what_if) {
    constexpr std::size_t most_named = 3;
    std::vector<std::string> parts;
    for (const auto& applied : what_if.changes) {
        const auto& who = applied.change.who.kind;
        const bool own = who == Who::Kind::Role || who == Who::Kind::Everybody;
        parts.push_back(in_the_middle(in_words(applied.change, what_if.before.landscape), own));
    }
    if (parts.empty()) {
        return what_if.answer;
    }
    if (parts.size() > most_named) {
        const auto more = parts.size() - most_named + 1;
        parts.resize(most_named - 1);
        parts.push_back(fmt::format("{} more changes come", grouped(more)));
    }
    return fmt::format("If {}, {}", listed_with_and(parts), in_the_middle(what_if.answer, true));
}

std::string change_sentence(const WhatIf& what_if, const AppliedChange& applied) {
    const auto& change = applied.change;
    const auto least = what_if.before.answers.promise.least_told();
    auto text = in_words(change, what_if.before.landscape);
    text += fmt::format(": this changes {}", of_people(applied.changed, applied.people, least));
    if (applied.unaffected > 0) {
        text +=
            fmt::format("; {} {}", applied.unaffected < least ? "few" : grouped(applied.unaffected),
                        change.adopts ? (applied.unaffected == 1 ? "uses it that deeply already"
                                                                 : "use it that deeply already")
                        : applied.unaffected == 1 ? "does not use it"
                                                  : "do not use it");
    }
    return text + ".";
}

std::vector<MovementRow> gap_rows(const WhatIf& what_if) {
    std::vector<MovementRow> rows;
    if (!what_if.gap) {
        return rows;
    }
    for (const auto diagonal : reading_order) {
        const auto d = static_cast<std::size_t>(diagonal);
        rows.push_back(
            {capitalized(id_of(diagonal)), diagonal, estimate_cells(what_if.gap->before.at(d)),
             estimate_cells(what_if.gap->after.at(d)), estimate_cells(what_if.gap->change.at(d))});
    }
    return rows;
}

std::vector<MovementRow> centre_rows(const WhatIf& what_if, Diagonal diagonal) {
    std::vector<MovementRow> rows;
    for (std::size_t g = 0; g < what_if.groups.size(); ++g) {
        const auto& shift = what_if.groups[g];
        const bool role = g < what_if.before.groups.size() && what_if.before.groups[g].role;
        rows.push_back({role ? capitalized(shift.name) : shift.name, diagonal,
                        place_cells(shift.before, diagonal), place_cells(shift.after, diagonal),
                        estimate_cells(shift.change.at(static_cast<std::size_t>(diagonal)))});
    }
    return rows;
}

std::string gap_title(const WhatIf& what_if) {
    const auto& report = what_if.before;
    return report.comparisons.empty() ? std::string("The gap")
                                      : difference_name(report, report.comparisons.front());
}

std::vector<std::string> missing_notes(const WhatIf& what_if) {
    Missing missing;
    if (!what_if.gap) {
        missing.add("No", "gap to compare", what_if.gap.reason());
    }
    for (const auto diagonal : reading_order) {
        const auto d = static_cast<std::size_t>(diagonal);
        if (what_if.gap) {
            missing.note("gap today", what_if.gap->before.at(d));
            missing.note("gap after", what_if.gap->after.at(d));
            missing.note("movement of the gap", what_if.gap->change.at(d));
        }
    }
    for (const auto& shift : what_if.groups) {
        for (const auto& change : shift.change) {
            missing.note("movement of " + shift.name, change);
        }
    }
    return missing.sentences();
}

std::vector<FateList> finding_lists(const WhatIf& what_if) {
    return fate_lists(what_if.findings, "findings-change.would");
}

std::vector<std::string> what_if_method(const WhatIf& what_if) {
    return {"The whole gap report was computed twice: on the answers as they are, and on the "
            "answers with these changes; whoever takes up a tool keeps the tools they have.",
            fmt::format("Intervals are {} intervals. Those of a difference compare the same people "
                        "before and after, so they are narrower than the two intervals beside "
                        "them suggest; a tool that is used as before adds nothing to them.",
                        percent(what_if.before.policy.interval_level)),
            "A smaller gap is no end in itself, and nobody knows yet whether people will keep to "
            "the change."};
}

std::vector<std::string> what_if_caveats(const WhatIf& what_if) {
    auto all = english(caveats(what_if.before));
    for (const auto& caveat : english(caveats(what_if.after))) {
        if (std::ranges::find(all, caveat) == all.end()) {
            all.push_back(caveat);
        }
    }
    return all;
}

} // namespace assess::reports
