#include "assess/commands/trend_input.hpp"

#include "assess/commands/stored_round.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "reports/wording/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace assess {
namespace {

std::vector<std::size_t> places_of(const std::vector<Round>& rounds,
                                   const std::vector<Round>& all) {
    std::vector<std::size_t> places;
    for (const auto& round : rounds) {
        places.push_back(
            static_cast<std::size_t>(std::ranges::find(all, round.id, &Round::id) - all.begin()));
    }
    return places;
}

/// Rounds as they may be shown together: each by its own release, and where a confidential one is
/// among them, by what may be shown of it beside the others. All the older ones count then, so
/// that any choice of rounds is shown alike; newer ones are not touched.
class RoundsSideBySide {
public:
    /// `wanted` are places in `all`, at least one.
    RoundsSideBySide(Store& store, const std::vector<Round>& all,
                     const std::vector<std::size_t>& wanted, Grouping grouping) {
        const bool confidential = std::ranges::any_of(
            wanted, [&](std::size_t place) { return all[place].is_confidential(); });
        for (std::size_t i = 0; i <= std::ranges::max(wanted); ++i) {
            if (confidential || std::ranges::find(wanted, i) != wanted.end()) {
                m_rounds.try_emplace(i, store, all[i], grouping);
            }
        }
        if (confidential) {
            hold_back(store, grouping);
        }
    }
    [[nodiscard]] const StoredRound& at(std::size_t place) const { return m_rounds.at(place); }

private:
    void hold_back(Store& store, Grouping grouping) {
        std::vector<TrendRound> people;
        people.reserve(m_rounds.size());
        for (const auto& [place, round] : m_rounds) {
            people.push_back(round.people(store));
        }
        const auto releases = trend_release(people, grouping == Grouping::Team);
        for (auto& [place, round] : m_rounds) {
            round.keep(releases.at(place), store); // from the first on, none is missing
        }
    }

    std::map<std::size_t, StoredRound> m_rounds; ///< by place in `all`: oldest first
};

TrendInput input_of(const StoredRound& round, const std::filesystem::path& file,
                    const std::optional<Landscape>& landscape) {
    constexpr std::size_t day = 10; // "2026-11-23"
    TrendInput input;
    input.name = round.round().name;
    input.date = round.round().opened.substr(0, day);
    input.landscape = landscape ? *landscape : round.landscape();
    input.answers = round.answers(fmt::format("{}, round {}", file.string(), round.round().name),
                                  input.landscape);
    input.held_back = round.held_back();
    return input;
}

void warn_of_questionnaires(const std::vector<Round>& rounds, std::vector<Message>& warnings) {
    for (std::size_t i = 1; i < rounds.size(); ++i) {
        const auto& before = rounds[i - 1];
        const auto& after = rounds[i];
        if (before.questionnaire_digest != after.questionnaire_digest) {
            warnings.push_back({"trend.other-questions",
                                {{"before", before.name},
                                 {"after", after.name},
                                 {"questionnaire_before", before.questionnaire},
                                 {"version_before", std::to_string(before.questionnaire_version)},
                                 {"questionnaire_after", after.questionnaire},
                                 {"version_after", std::to_string(after.questionnaire_version)}}});
        }
    }
}

/// `left_out` says which of the rounds asked for have nothing to show.
InputError too_few_rounds(std::size_t rounds, const std::vector<Message>& left_out, bool chosen) {
    std::string hint;
    for (const auto& text : reports::english(left_out)) {
        hint += text + " ";
    }
    hint +=
        chosen ? "Name another round as well: assess round list shows them all."
        : left_out.empty()
            ? "Open the next round (assess round open NAME), collect its answers, and come "
              "back. One round alone: assess report STORE"
            : "Collect more answers and come back. One round alone: assess report STORE --round "
              "NAME";
    return InputError(
        Diagnostic{{},
                   fmt::format("a trend needs at least two rounds with answers that may be shown; "
                               "there {} {}",
                               rounds == 1 ? "is" : "are", rounds == 1 ? "one" : "none"),
                   hint});
}

/// The rounds that are asked for, oldest first.
std::vector<Round> chosen_rounds(Store& store,
                                 const std::optional<std::vector<std::string>>& names) {
    auto all = store.rounds();
    if (!names) {
        return all;
    }
    std::vector<std::int64_t> ids;
    for (const auto& name : *names) {
        ids.push_back(store.round(name).id);
    }
    std::erase_if(
        all, [&](const Round& round) { return std::ranges::find(ids, round.id) == ids.end(); });
    return all;
}

} // namespace

TrendInputs rounds_in_store(const std::filesystem::path& file, const RoundsWanted& wanted,
                            Grouping grouping) {
    Store store(file, Store::Access::Read);
    const auto all = store.rounds();
    std::vector<Round> rounds;
    for (std::size_t i = 0; i < wanted.names.size(); ++i) {
        rounds.push_back(store.round(wanted.names[i]));
        check_landscape(rounds.back(), wanted.landscapes.at(i).has_value());
    }
    const auto places = places_of(rounds, all);
    const RoundsSideBySide side_by_side(store, all, places, grouping);
    TrendInputs result;
    for (std::size_t i = 0; i < rounds.size(); ++i) {
        const auto& round = side_by_side.at(places[i]);
        if (round.is_empty()) {
            throw nothing_to_show(rounds[i]);
        }
        result.inputs.push_back(input_of(round, file, wanted.landscapes.at(i)));
    }
    warn_of_questionnaires(rounds, result.warnings);
    return result;
}

TrendInputs trend_in_store(const ReportOptions& options,
                           const std::optional<std::vector<std::string>>& names) {
    Store store(options.input, Store::Access::Read);
    const auto chosen = chosen_rounds(store, names);
    if (chosen.size() < 2) {
        throw too_few_rounds(chosen.size(), {}, names.has_value());
    }
    std::optional<Landscape> landscape;
    if (options.landscape.are_given()) {
        for (const auto& round : chosen) {
            check_landscape(round, true);
        }
        landscape = read_landscape(options.landscape);
    }
    const auto all = store.rounds();
    const auto places = places_of(chosen, all);
    const RoundsSideBySide side_by_side(store, all, places, options.settings.grouping);
    TrendInputs result;
    std::vector<Round> kept;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const auto& round = chosen[i];
        const auto& stored = side_by_side.at(places[i]);
        if (stored.is_empty()) {
            std::vector<NamedValue> named{{"round", round.name}};
            result.warnings.push_back(
                round.is_confidential()
                    ? Message{"trend.round-left-out.confidential", std::move(named)}
                    : Message{"trend.round-left-out.no-answers", std::move(named)});
            continue;
        }
        kept.push_back(round);
        result.inputs.push_back(input_of(stored, options.input, landscape));
    }
    if (kept.size() < 2) {
        throw too_few_rounds(kept.size(), result.warnings, names.has_value());
    }
    warn_of_questionnaires(kept, result.warnings);
    return result;
}

} // namespace assess
