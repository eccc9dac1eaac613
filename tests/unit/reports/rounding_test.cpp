// Each number of a report is printed in one way, wherever it stands.
//
// Which of all the numbers in a report's texts is which quantity is found by trial: writers compute
// nothing, so in a report whose quantities were changed, each by a factor of its own, a number that
// follows a quantity through several such trials is that quantity.
#include "reports/writer.hpp"
#include "tests/support/said.hpp"
#include "tests/unit/model/findings/made_teams.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace assess::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::uint64_t first_seed = 1;
constexpr std::uint64_t teams = 50;
/// Two numbers that are the same in the report and by chance in so many trials are rare enough.
constexpr std::size_t trials = 6;

/// What a quantity is of; each is tested by itself.
enum class Kind : std::uint8_t { Gap, P, Place, Spread, Share, Overlap, Part, Finding, Closing };

struct Known {
    Kind kind = Kind::Gap;
    double value = 0;                   ///< its size
    std::array<double, trials> other{}; ///< in the trials
};

/// Whether two numbers of a report that have this value are hardly so by chance: it is no fraction
/// of a few people, and none of the policy's limits.
bool is_telling(double value) {
    const auto is_whole = [&](double times) {
        return std::abs(value * times - std::round(value * times)) < 1e-9;
    };
    for (double people = 1; people <= 24; ++people) {
        if (is_whole(people)) {
            return false;
        }
    }
    return !is_whole(1000);
}

/// Changes quantities, the same one always alike and its negative too.
class Changes {
public:
    explicit Changes(std::uint64_t seed) : m_generator(seed) {}

    /// A factor for each trial, which keeps signs, shares and probabilities what they are.
    std::array<double, trials> factors() {
        std::array<double, trials> made{};
        for (auto& factor : made) {
            // Raw numbers of the generator: distributions differ from library to library.
            factor = 0.3 + 0.7 * static_cast<double>(m_generator() % 10'000) / 10'000;
        }
        return made;
    }
    void know(Kind kind, double value, const std::array<double, trials>& factors) {
        Known known{kind, std::abs(value), {}};
        std::ranges::transform(factors, known.other.begin(),
                               [&](double factor) { return known.value * factor; });
        know(known);
    }
    void know(const Known& known) {
        if (is_telling(known.value)) {
            m_known.try_emplace(known.value, known);
        }
    }
    void know(Kind kind, const Estimate& estimate) {
        const auto all_alike = factors(); // the interval stays around the value
        for (const auto& value : {std::optional(estimate.value), estimate.lower, estimate.upper,
                                  estimate.sampling_lower, estimate.sampling_upper}) {
            know(kind, value.value_or(0), all_alike);
        }
    }
    [[nodiscard]] double changed(double value, std::size_t trial) const {
        const auto found = m_known.find(std::abs(value));
        return found == m_known.end() ? value : std::copysign(found->second.other.at(trial), value);
    }
    void change(double& value, std::size_t trial) const { value = changed(value, trial); }
    void change(std::optional<double>& value, std::size_t trial) const {
        if (value) {
            value = changed(*value, trial);
        }
    }
    void change(Quantity<double>& value, std::size_t trial) const {
        if (value) {
            value = changed(*value, trial);
        }
    }
    void change(Estimate& estimate, std::size_t trial) const {
        change(estimate.value, trial);
        for (auto* bound : {&estimate.lower, &estimate.upper, &estimate.sampling_lower,
                            &estimate.sampling_upper}) {
            change(*bound, trial);
        }
    }
    void change(Quantity<Estimate>& estimate, std::size_t trial) const {
        if (estimate) {
            auto made = *estimate;
            change(made, trial);
            estimate = made;
        }
    }
    [[nodiscard]] std::vector<Known> all() const {
        std::vector<Known> list;
        for (const auto& [value, known] : m_known) {
            list.push_back(known);
        }
        return list;
    }

private:
    std::mt19937_64 m_generator;
    std::map<double, Known> m_known;
};

void know_places(Changes& changes, const GapReport& report) {
    for (const auto& group : report.groups) {
        if (group.centroid) {
            const auto by_x = changes.factors();
            const auto by_y = changes.factors();
            const auto moved = [&](std::size_t trial) {
                return Point{group.centroid->x * by_x.at(trial),
                             group.centroid->y * by_y.at(trial)};
            };
            changes.know(Kind::Place, group.centroid->x, by_x);
            changes.know(Kind::Place, group.centroid->y, by_y);
            for (const auto diagonal : diagonals) {
                Known known{Kind::Place, std::abs(along(diagonal, *group.centroid)), {}};
                for (std::size_t trial = 0; trial < trials; ++trial) {
                    known.other.at(trial) = std::abs(along(diagonal, moved(trial)));
                }
                changes.know(known);
            }
        }
        if (group.standard_distance) {
            changes.know(Kind::Spread, *group.standard_distance, changes.factors());
        }
        for (const auto& tool : group.tools) {
            changes.know(Kind::Share, tool.share, changes.factors());
        }
    }
}

void know_comparison(Changes& changes, const Comparison& comparison) {
    for (const auto& diagonal : comparison.diagonal) {
        if (diagonal) {
            changes.know(Kind::Gap, diagonal->gap);
            for (const auto* p : {&diagonal->p, &diagonal->p_adjusted, &diagonal->welch_p}) {
                changes.know(Kind::P, *p ? **p : 0, changes.factors());
            }
        }
    }
    for (const auto* test : {&comparison.centroid_test, &comparison.energy_test}) {
        changes.know(Kind::P, *test ? (*test)->p : 0, changes.factors());
    }
    if (comparison.spread) {
        changes.know(Kind::P, comparison.spread->test.p, changes.factors());
        changes.know(Kind::Spread, comparison.spread->mean_distance_first, changes.factors());
        changes.know(Kind::Spread, comparison.spread->mean_distance_second, changes.factors());
        changes.know(Kind::Spread, comparison.spread->difference);
    }
    if (comparison.overlap.morisita_horn) {
        changes.know(Kind::Overlap, *comparison.overlap.morisita_horn);
    }
    for (const auto& part : comparison.by_tool) {
        changes.know(Kind::Share, part.share_first, changes.factors());
        changes.know(Kind::Share, part.share_second, changes.factors());
        changes.know(Kind::Part, part.building, changes.factors());
        changes.know(Kind::Part, part.orchestration, changes.factors());
    }
}

/// First what others repeat: a finding's magnitude is often a gap, and a gap the one place that is
/// not 0.
Changes changes_of(const GapReport& report, std::uint64_t seed) {
    Changes changes(seed);
    for (const auto& comparison : report.comparisons) {
        know_comparison(changes, comparison);
    }
    know_places(changes, report);
    for (const auto& finding : report.findings) {
        if (finding.magnitude) {
            changes.know(Kind::Finding, finding.magnitude->estimate);
        }
    }
    if (report.closing) {
        for (const auto& proposal : report.closing->proposals) {
            for (const auto& after : proposal.gap_after) {
                changes.know(Kind::Closing, after ? *after : Estimate{});
            }
        }
    }
    return changes;
}

/// The numbers of messages, in a trial.
class ChangedMessages {
public:
    ChangedMessages(const Changes& changes, std::size_t trial)
        : m_changes(changes), m_trial(trial) {}

    [[nodiscard]] Message of(const Message& message) const {
        MessageId id;
        id.text = message.id();
        std::vector<NamedValue> arguments;
        for (const auto& [name, value] : message.arguments()) {
            arguments.push_back({name, of(value)});
        }
        return {id, std::move(arguments)};
    }
    void change(std::vector<Message>& messages) const {
        std::ranges::transform(messages, messages.begin(),
                               [&](const Message& message) { return of(message); });
    }

private:
    [[nodiscard]] Value of(const Value& value) const {
        return std::visit(
            [&](const auto& one) -> Value {
                using T = std::remove_cvref_t<decltype(one)>;
                if constexpr (std::is_same_v<T, Message>) {
                    return of(one);
                } else if constexpr (std::is_same_v<T, List>) {
                    std::vector<Value> items;
                    for (const auto& item : one.items()) {
                        items.push_back(of(item));
                    }
                    return List(std::move(items), one.most(), one.last());
                } else if constexpr (std::is_same_v<T, Decimal> || std::is_same_v<T, Share> ||
                                     std::is_same_v<T, Probability>) {
                    auto made = one;
                    m_changes.change(made.value, m_trial);
                    return made;
                } else {
                    return one;
                }
            },
            value.kind());
    }

    const Changes& m_changes;
    std::size_t m_trial;
};

GapReport changed_report(GapReport report, const Changes& changes, std::size_t trial) {
    for (auto& group : report.groups) {
        if (group.centroid) {
            group.centroid = Point{changes.changed(group.centroid->x, trial),
                                   changes.changed(group.centroid->y, trial)};
        }
        changes.change(group.standard_distance, trial);
        for (auto& tool : group.tools) {
            changes.change(tool.share, trial);
        }
    }
    for (auto& comparison : report.comparisons) {
        for (auto& diagonal : comparison.diagonal) {
            if (diagonal) {
                auto made = *diagonal;
                changes.change(made.gap, trial);
                for (auto* p : {&made.p, &made.p_adjusted, &made.welch_p}) {
                    changes.change(*p, trial);
                }
                diagonal = made;
            }
        }
        for (auto* test : {&comparison.centroid_test, &comparison.energy_test}) {
            if (*test) {
                auto made = **test;
                changes.change(made.p, trial);
                *test = made;
            }
        }
        if (comparison.spread) {
            auto made = *comparison.spread;
            changes.change(made.test.p, trial);
            changes.change(made.mean_distance_first, trial);
            changes.change(made.mean_distance_second, trial);
            changes.change(made.difference, trial);
            comparison.spread = made;
        }
        changes.change(comparison.overlap.morisita_horn, trial);
        for (auto& part : comparison.by_tool) {
            for (auto* number :
                 {&part.share_first, &part.share_second, &part.building, &part.orchestration}) {
                changes.change(*number, trial);
            }
        }
    }
    const ChangedMessages messages(changes, trial);
    report.answer = messages.of(report.answer);
    for (auto& finding : report.findings) {
        finding.says = messages.of(finding.says);
        finding.means = messages.of(finding.means);
        finding.flips_when = messages.of(finding.flips_when);
        messages.change(finding.evidence);
        messages.change(finding.actions);
        if (finding.magnitude) {
            auto made = *finding.magnitude;
            changes.change(made.estimate, trial);
            finding.magnitude = made;
        }
    }
    if (report.closing) {
        for (auto& proposal : report.closing->proposals) {
            for (auto& after : proposal.gap_after) {
                changes.change(after, trial);
            }
        }
    }
    return report;
}

/// A number as it is printed: "0.71", "82%". Without its sign, which may be told in words.
struct Number {
    std::string text;
    double value = 0; ///< of a percentage, the share
    int decimals = 0;
    bool percent = false;

    [[nodiscard]] bool is(double size) const {
        const double in_unit = percent ? size * 100 : size;
        const double near = 0.6 * std::pow(10.0, -decimals);
        return std::abs((percent ? value * 100 : value) - in_unit) < near &&
               text == fmt::format("{:.{}f}{}", in_unit, decimals, percent ? "%" : "");
    }
};

/// A line, or what stands between two tags, and its numbers.
struct Piece {
    std::string text;
    std::string shape; ///< the text with a mark for each number
    std::vector<Number> numbers;
};

Piece piece_of(const std::string& line) {
    Piece piece;
    for (std::size_t at = 0; at < line.size();) {
        const auto is_digit = [&](std::size_t i) {
            return i < line.size() && line[i] >= '0' && line[i] <= '9';
        };
        const bool starts =
            is_digit(at) && (at == 0 || std::string_view(" (-,;:='\"/|<").find(line[at - 1]) !=
                                            std::string_view::npos);
        if (!starts) {
            if (static_cast<unsigned char>(line[at]) < 0x80) { // no bars and boxes
                piece.text += line[at];
                if (line[at] != '-' || !is_digit(at + 1)) {
                    piece.shape += line[at];
                }
            }
            ++at;
            continue;
        }
        auto end = at;
        while (is_digit(end) || (end < line.size() && line[end] == '.' && is_digit(end + 1))) {
            ++end;
        }
        const auto text = line.substr(at, end - at);
        const bool percent = end < line.size() && line[end] == '%';
        const auto point = text.find('.');
        if ((percent || point != std::string::npos) && point == text.rfind('.')) {
            const double value = std::strtod(text.c_str(), nullptr);
            const auto decimals =
                point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
            piece.numbers.push_back(
                {percent ? text + "%" : text, percent ? value / 100 : value, decimals, percent});
            piece.shape += '#';
        } else {
            piece.shape += text;
        }
        piece.text += text;
        at = end;
    }
    return piece;
}

std::string replaced(std::string text, std::string_view old, std::string_view with) {
    for (auto at = text.find(old); at != std::string::npos; at = text.find(old, at + with.size())) {
        text.replace(at, old.size(), with);
    }
    return text;
}

void add_pieces(std::vector<Piece>& pieces, const std::string& text) {
    std::istringstream lines(replaced(text, "\u2212", "-"));
    for (std::string line; std::getline(lines, line);) {
        auto piece = piece_of(line);
        if (!piece.shape.empty()) {
            pieces.push_back(std::move(piece));
        }
    }
}

/// The words of a page, without its style and script.
std::string words_of_page(std::string html) {
    for (const auto* tag : {"style", "script"}) {
        const auto from = html.find(std::string("<") + tag);
        const auto end = html.find(std::string("</") + tag, from);
        if (from != std::string::npos) {
            html.erase(from, end - from);
        }
    }
    std::string words;
    bool in_tag = false;
    for (const char c : html) {
        if (c == '<' || (in_tag && c == '>')) {
            words += '\n';
        } else if (!in_tag) {
            words += c;
        }
        in_tag = c == '<' || (in_tag && c != '>');
    }
    return words;
}

void add_texts_of_json(std::vector<Piece>& pieces, const nlohmann::json& json) {
    if (json.is_string()) {
        add_pieces(pieces, json.get<std::string>());
    }
    if (json.is_structured()) {
        for (const auto& element : json) {
            add_texts_of_json(pieces, element);
        }
    }
}

constexpr std::array<std::string_view, 4> formats{"text", "markdown", "html", "json"};

std::vector<Piece> pieces_of(const GapReport& report, std::string_view format) {
    const auto writer = std::ranges::find(writers(), format, &Writer::format);
    std::ostringstream out;
    writer->write(report, {}, out);
    std::vector<Piece> pieces;
    if (format == "json") {
        add_texts_of_json(pieces, nlohmann::json::parse(out.str()));
    } else {
        add_pieces(pieces, format == "html" ? words_of_page(out.str()) : out.str());
    }
    return pieces;
}

/// For each piece of the one the same in the other, or null. What differs besides its numbers, as
/// figures made of characters do, has none.
std::vector<const Piece*> aligned(const std::vector<Piece>& one, const std::vector<Piece>& other) {
    constexpr std::size_t far = 40;
    std::vector<const Piece*> found(one.size());
    const auto alike = [&](std::size_t i, std::size_t j) {
        return i < one.size() && j < other.size() && one[i].shape == other[j].shape;
    };
    std::size_t j = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        for (std::size_t step = 0; step < far; ++step) {
            if (alike(i, j + step)) {
                j += step;
                found[i] = &other[j++];
                break;
            }
        }
    }
    return found;
}

/// One way to print a quantity, and where.
using Forms = std::map<std::string, std::string>;

/// The quantities that a number is in the report and in every trial.
std::vector<std::size_t> quantities_of(const std::vector<Known>& known, const Piece& piece,
                                       const std::array<const Piece*, trials>& same,
                                       std::size_t number) {
    std::vector<std::size_t> list;
    for (std::size_t i = 0; i < known.size(); ++i) {
        bool is = piece.numbers[number].is(known[i].value);
        for (std::size_t trial = 0; is && trial < trials; ++trial) {
            is = same.at(trial)->numbers[number].is(known[i].other.at(trial));
        }
        if (is) {
            list.push_back(i);
        }
    }
    return list;
}

/// Whether a number differs from trial to trial. One that stands in every report may be any small
/// quantity by its value.
bool follows_something(const Piece& piece, const std::array<const Piece*, trials>& same,
                       std::size_t number) {
    std::set<std::string> texts{piece.numbers[number].text};
    for (const auto* other : same) {
        texts.insert(other->numbers[number].text);
    }
    return texts.size() > trials / 2; // of one more than there are trials
}

/// Adds how a format prints each quantity, from its report and the trials.
void add_forms(std::vector<Forms>& forms, const std::vector<Known>& known,
               const std::vector<Piece>& pieces,
               const std::array<std::vector<Piece>, trials>& others) {
    std::array<std::vector<const Piece*>, trials> same;
    for (std::size_t trial = 0; trial < trials; ++trial) {
        same.at(trial) = aligned(pieces, others.at(trial));
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        std::array<const Piece*, trials> here{};
        std::ranges::transform(same, here.begin(), [&](const auto& list) { return list[i]; });
        if (std::ranges::find(here, nullptr) != here.end()) {
            continue;
        }
        for (std::size_t number = 0; number < pieces[i].numbers.size(); ++number) {
            if (!follows_something(pieces[i], here, number)) {
                continue;
            }
            for (const auto quantity : quantities_of(known, pieces[i], here, number)) {
                forms[quantity].try_emplace(pieces[i].numbers[number].text, pieces[i].text);
            }
        }
    }
}

void add_limits(std::vector<double>& limits, const nlohmann::json& policy) {
    if (policy.is_number()) {
        limits.push_back(std::abs(policy.get<double>()));
    }
    if (policy.is_structured()) {
        for (const auto& field : policy) {
            add_limits(limits, field);
        }
    }
}

std::vector<double> limits_of(const GapReport& report) {
    std::ostringstream out;
    std::ranges::find(writers(), "json", &Writer::format)->write(report, {}, out);
    std::vector<double> limits;
    add_limits(limits, nlohmann::json::parse(out.str()).at("policy"));
    return limits;
}

/// Whether it takes the decimals of the longer form to tell a quantity from a limit.
bool is_told_from_a_limit(double value, const std::string& shorter, const std::string& longer,
                          const std::vector<double>& limits) {
    const auto decimals = [](const std::string& form) {
        const auto point = form.find('.');
        const auto digits = form.find_first_not_of("0123456789", point + 1);
        return point == std::string::npos
                   ? 0
                   : static_cast<int>(std::min(digits, form.size()) - point - 1);
    };
    const bool percent = longer.ends_with('%');
    const double unit = percent ? 100 : 1;
    if (percent != shorter.ends_with('%')) {
        return false;
    }
    const auto alike = [&](double limit, int digits) {
        return fmt::format("{:.{}f}", value * unit, digits) ==
               fmt::format("{:.{}f}", limit * unit, digits);
    };
    return std::ranges::any_of(limits, [&](double limit) {
        return alike(limit, decimals(shorter)) && alike(limit, decimals(longer) - 1) &&
               !alike(limit, decimals(longer));
    });
}

/// What is printed in more ways than one.
std::vector<std::string> complaints_of(const Known& known, const Forms& forms,
                                       const std::vector<double>& limits) {
    std::vector<std::string> complaints;
    if (forms.size() > 1) {
        const auto by_length = [](const auto& one, const auto& other) {
            return one.first.size() < other.first.size();
        };
        const auto shortest = std::ranges::min_element(forms, by_length);
        for (const auto& [form, place] : forms) {
            if (form != shortest->first &&
                !is_told_from_a_limit(known.value, shortest->first, form, limits)) {
                complaints.push_back(fmt::format("{} and {}: {} | {}", shortest->first, form,
                                                 shortest->second, place));
            }
        }
    }
    return complaints;
}

struct Readings {
    std::map<Kind, std::size_t> seen; ///< quantities that are printed at all
    std::map<Kind, std::vector<std::string>> complaints;
};

void read_team(Readings& readings, std::uint64_t seed) {
    const auto verdicts = made_team(seed);
    auto policy = verdicts.policy;
    policy.fragility_draws = 0;
    GapReportSettings settings;
    settings.recommend = RecommendSettings{};
    const auto report = make_gap_report(verdicts.answers, verdicts.landscape, policy, settings);
    const auto changes = changes_of(report, seed);
    const auto known = changes.all();
    std::array<GapReport, trials> others;
    for (std::size_t trial = 0; trial < trials; ++trial) {
        others.at(trial) = changed_report(report, changes, trial);
    }
    std::vector<Forms> forms(known.size());
    for (const auto format : formats) {
        std::array<std::vector<Piece>, trials> pieces;
        std::ranges::transform(others, pieces.begin(),
                               [&](const GapReport& other) { return pieces_of(other, format); });
        add_forms(forms, known, pieces_of(report, format), pieces);
    }
    const auto limits = limits_of(report);
    for (std::size_t i = 0; i < known.size(); ++i) {
        readings.seen[known[i].kind] += static_cast<std::size_t>(!forms[i].empty());
        for (const auto& complaint : complaints_of(known[i], forms[i], limits)) {
            readings.complaints[known[i].kind].push_back(
                fmt::format("seed {}: {}", seed, complaint));
        }
    }
}

/// Of all teams; made once.
const Readings& readings() {
    static const Readings all = [] {
        Readings made;
        for (auto seed = first_seed; seed < first_seed + teams; ++seed) {
            read_team(made, seed);
        }
        return made;
    }();
    return all;
}

void expect_one_way(Kind kind, std::size_t least_seen) {
    EXPECT_GE(readings().seen.at(kind), least_seen) << "too few to say anything";
    if (readings().complaints.contains(kind)) {
        EXPECT_THAT(readings().complaints.at(kind), IsEmpty());
    }
}

TEST(OneWay, Gaps) {
    expect_one_way(Kind::Gap, 50);
}

TEST(OneWay, Probabilities) {
    expect_one_way(Kind::P, 50);
}

TEST(OneWay, Places) {
    expect_one_way(Kind::Place, 50);
}

TEST(OneWay, Spreads) {
    expect_one_way(Kind::Spread, 50);
}

TEST(OneWay, Shares) {
    expect_one_way(Kind::Share, 50);
}

TEST(OneWay, Overlaps) {
    expect_one_way(Kind::Overlap, 20);
}

TEST(OneWay, PartsOfTheGap) {
    expect_one_way(Kind::Part, 50);
}

TEST(OneWay, WhatFindingsMeasure) {
    expect_one_way(Kind::Finding, 50);
}

TEST(OneWay, GapsAfterAdoptions) {
    expect_one_way(Kind::Closing, 50);
}

/// The forms of one quantity in a text, where the trials have it too.
std::vector<std::string> forms_in(const Known& known, const std::string& text) {
    std::vector<Piece> pieces;
    add_pieces(pieces, text);
    std::array<std::vector<Piece>, trials> others;
    for (std::size_t trial = 0; trial < trials; ++trial) {
        auto other = text;
        for (const int decimals : {0, 1, 2, 3, 4, 5}) {
            other = replaced(other, fmt::format(" {:.{}f} ", known.value, decimals),
                             fmt::format(" {:.{}f} ", known.other.at(trial), decimals));
        }
        add_pieces(others.at(trial), other);
    }
    std::vector<Forms> forms(1);
    add_forms(forms, {known}, pieces, others);
    return complaints_of(known, forms.front(), {0.15});
}

TEST(OneWay, TwoRoundingsAreSeen) {
    const Known p{Kind::P, 0.00793, {0.0061, 0.0072, 0.0054, 0.0049, 0.0033, 0.0027}};
    EXPECT_THAT(forms_in(p, "a test: p = 0.0079 here\nand p = 0.008 there\n"),
                ElementsAre(HasSubstr("0.008 and 0.0079: ")));
    EXPECT_THAT(forms_in(p, "a test: p = 0.008 here\nand p = 0.008 there\n"), IsEmpty());
    const Known gap{Kind::Gap, 0.7104, {0.5213, 0.6134, 0.4935, 0.5611, 0.6613, 0.3313}};
    EXPECT_THAT(forms_in(gap, "a gap of 0.71 here\n| gap | 0.710 |\n0.71 once more\n"),
                ElementsAre(HasSubstr("0.71 and 0.710: ")));
    // 0.152 is 0.15 too, which would be the limit; 0.1521 is more than it takes.
    const Known near{Kind::Gap, 0.1521, {0.1121, 0.1233, 0.1312, 0.1413, 0.0833, 0.0744}};
    EXPECT_THAT(forms_in(near, "a gap of 0.15 here\nthat is 0.152 there\n"), IsEmpty());
    EXPECT_THAT(forms_in(near, "a gap of 0.15 here\nthat is 0.1521 there\n"),
                ElementsAre(HasSubstr("0.15 and 0.1521: ")));
}

TEST(OneWay, NumbersAreReadAsTheyArePrinted) {
    const auto piece = piece_of("v1.2.3, 12 of 0.71 (-0.20 to 82%), 1.2.3, p=0.008");
    std::vector<std::string> texts;
    for (const auto& number : piece.numbers) {
        texts.push_back(number.text);
    }
    EXPECT_THAT(texts, ElementsAre("0.71", "0.20", "82%", "0.008"));
    EXPECT_EQ(piece.shape, "v1.2.3, 12 of # (# to #%), 1.2.3, p=#");
    EXPECT_EQ(words_of_page("<style>a{b:0.5}</style><p class=\"0.7\">one<b>0.71</b></p>"),
              "\n\n\n\none\n\n0.71\n\n\n\n");
}

} // namespace
} // namespace assess::testing
