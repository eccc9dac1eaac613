#include "reports/what_if/what_if_words.hpp"

#include "model/assessment/arguments.hpp"
#include "reports/content/statements.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace assess::reports {
namespace {

EstimateCells estimate_cells(const Estimate& estimate) {
    return {true, Decimal(estimate.value), interval_of(estimate)};
}

EstimateCells estimate_cells(const Quantity<Estimate>& estimate) {
    return estimate ? estimate_cells(*estimate) : EstimateCells{};
}

EstimateCells place_cells(const Quantity<Point>& point, Diagonal diagonal) {
    return point ? EstimateCells{true, Decimal(along(diagonal, *point))} : EstimateCells{};
}

/// Something that may be missing: "gap today", "movement of researchers".
struct Thing {
    MessageId id;
    std::vector<NamedValue> arguments{};

    /// In a form of the catalogue: "article", "no" or "bare".
    [[nodiscard]] Message in(Select form) const {
        auto values = arguments;
        values.push_back({"form", form});
        return {id, std::move(values)};
    }
    friend bool operator==(const Thing&, const Thing&) = default;
};

/// What is missing, by the reason for it, in the order in which it turns up.
class Missing {
public:
    void note(const Thing& thing, const Quantity<Estimate>& estimate) {
        if (!estimate) {
            add(false, thing, estimate.reason());
        } else if (!estimate->has_interval()) {
            add(true, thing,
                estimate->reason.empty() ? Value(Message{"reason.not-computed"})
                                         : Value(estimate->reason));
        }
    }
    void add(bool interval_only, const Thing& thing, const Value& reason) {
        auto found = std::ranges::find_if(m_entries, [&](const Entry& entry) {
            return entry.interval_only == interval_only && entry.reason == reason;
        });
        if (found == m_entries.end()) {
            found = m_entries.insert(found, Entry{interval_only, reason, {}});
        }
        if (std::ranges::find(found->things, thing) == found->things.end()) {
            found->things.push_back(thing);
        }
    }
    [[nodiscard]] std::vector<Message> notes() const {
        std::vector<Message> all;
        for (const auto& entry : m_entries) {
            std::vector<NamedValue> values{{"things", listed(entry)}, {"reason", entry.reason}};
            all.push_back(entry.interval_only
                              ? Message{"what-if.missing.interval", std::move(values)}
                              : Message{"what-if.missing", std::move(values)});
        }
        return all;
    }

private:
    struct Entry {
        bool interval_only; ///< the interval alone is missing
        Value reason;
        std::vector<Thing> things;
    };
    /// "the gap today and the gap after"; "[No] gap today and no movement of researchers".
    static List listed(const Entry& entry) {
        std::vector<Value> items;
        for (const auto& thing : entry.things) {
            const bool last = items.size() + 1 == entry.things.size();
            items.emplace_back(thing.in({entry.interval_only      ? "article"
                                         : last && !items.empty() ? "no"
                                                                  : "bare"}));
        }
        return List(std::move(items));
    }
    std::vector<Entry> m_entries;
};

} // namespace

Message change_sentence(const WhatIf& what_if, const AppliedChange& applied) {
    const auto least = what_if.before.answers.promise.least_told();
    auto values = arguments_of(applied.change, what_if.before.landscape);
    values.push_back({"changed", Count(applied.changed, least)});
    values.push_back({"people", Count(applied.people, least)});
    values.push_back({"unaffected", Count(applied.unaffected, least)});
    return applied.change.adopts ? Message{"what-if.change.adopts", std::move(values)}
                                 : Message{"what-if.change.drops", std::move(values)};
}

std::vector<Message> change_sentences(const WhatIf& what_if) {
    std::vector<Message> all;
    for (const auto& applied : what_if.changes) {
        all.push_back(change_sentence(what_if, applied));
    }
    return all;
}

std::vector<MovementRow> gap_rows(const WhatIf& what_if) {
    std::vector<MovementRow> rows;
    if (!what_if.gap) {
        return rows;
    }
    for (const auto diagonal : reading_order) {
        const auto d = static_cast<std::size_t>(diagonal);
        rows.push_back({{"closing.diagonal", {{"diagonal", Select{id_of(diagonal)}}}},
                        diagonal,
                        estimate_cells(what_if.gap->before.at(d)),
                        estimate_cells(what_if.gap->after.at(d)),
                        estimate_cells(what_if.gap->change.at(d))});
    }
    return rows;
}

std::vector<MovementRow> centre_rows(const WhatIf& what_if, Diagonal diagonal) {
    std::vector<MovementRow> rows;
    for (std::size_t g = 0; g < what_if.groups.size(); ++g) {
        const auto& shift = what_if.groups[g];
        rows.push_back({group_title(what_if.before.groups[g]), diagonal,
                        place_cells(shift.before, diagonal), place_cells(shift.after, diagonal),
                        estimate_cells(shift.change.at(static_cast<std::size_t>(diagonal)))});
    }
    return rows;
}

Message gap_title(const WhatIf& what_if) {
    const auto& report = what_if.before;
    if (report.comparisons.empty()) {
        return {"what-if.heading.gap"};
    }
    const auto& comparison = report.comparisons.front();
    return {"what-if.gap-title",
            {{"first", group_name(report.groups[comparison.first])},
             {"second", group_name(report.groups[comparison.second])}}};
}

std::vector<Message> missing_notes(const WhatIf& what_if) {
    Missing missing;
    if (!what_if.gap) {
        missing.add(false, {"what-if.lacks.comparison"}, what_if.gap.reason());
    }
    for (const auto diagonal : reading_order) {
        const auto d = static_cast<std::size_t>(diagonal);
        if (what_if.gap) {
            missing.note({"what-if.lacks.gap-today"}, what_if.gap->before.at(d));
            missing.note({"what-if.lacks.gap-after"}, what_if.gap->after.at(d));
            missing.note({"what-if.lacks.gap-movement"}, what_if.gap->change.at(d));
        }
    }
    for (std::size_t g = 0; g < what_if.groups.size(); ++g) {
        for (const auto& change : what_if.groups[g].change) {
            missing.note(
                {"what-if.lacks.movement", {{"group", group_name(what_if.before.groups[g])}}},
                change);
        }
    }
    return missing.notes();
}

std::vector<FateList> finding_lists(const WhatIf& what_if) {
    return fate_lists(what_if.findings, "findings-change.would");
}

std::vector<Message> what_if_method(const WhatIf& what_if) {
    return {{"what-if.method.twice"},
            {"what-if.method.intervals", {{"level", Level{what_if.before.policy.interval_level}}}},
            {"what-if.method.no-end"}};
}

std::vector<Message> what_if_caveats(const WhatIf& what_if) {
    auto all = caveats(what_if.before);
    for (const auto& caveat : caveats(what_if.after)) {
        if (std::ranges::find(all, caveat) == all.end()) {
            all.push_back(caveat);
        }
    }
    return all;
}

} // namespace assess::reports
