// The sections of words: the answer, the groups, the findings, the method.
#include "reports/content/statements.hpp"
#include "reports/content/words.hpp"
#include "reports/html/page_data.hpp"
#include "reports/svg/counted_strip.hpp"
#include "reports/svg/interval_strip.hpp"
#include "reports/svg/svg_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess::reports {
namespace {

using kainjow::mustache::list;

std::string icon_of(State state) {
    SvgWriter svg;
    svg.open(
        "svg",
        {{"viewBox", "0 0 14 14"}, {"width", 14.0}, {"height", 14.0}, {"aria-hidden", "true"}});
    const auto circle = [&](std::string_view classes, double radius) {
        svg.empty("circle", {{"class", classes}, {"cx", 7.0}, {"cy", 7.0}, {"r", radius}});
    };
    switch (state) {
    case State::Present:
        circle("i-full", 5.5);
        break;
    case State::Possible:
        circle("i-line", 5);
        svg.empty("path", {{"class", "i-full"}, {"d", "M7 2A5 5 0 0 1 7 12Z"}});
        break;
    case State::Undetermined:
        circle("i-line i-dash", 5);
        circle("i-full", 1.5);
        break;
    case State::Absent:
        circle("i-line", 5);
        break;
    }
    svg.close();
    return svg.svg();
}

void add_part(list& parts, const Message& name, const std::vector<Message>& texts) {
    if (texts.empty()) {
        return;
    }
    PageData part;
    part.set("name", page_words(name));
    part.set("one", texts.size() == 1 ? page_words(texts.front()) : PageData(false));
    part.set("has_many", texts.size() > 1);
    part.set("many", page_list(texts));
    parts.push_back(std::move(part));
}

/// The gravest finding and the serious ones stand open; on a phone the others fold to their verdict
/// and open where somebody wants to read on.
PageData card_data(const GapReport& report, const Finding& finding, std::size_t number, bool lead) {
    PageData card;
    card.set("folds", !lead && finding.severity != Severity::Serious);
    card.set("id", fmt::format("finding-{}", number));
    card.set("lead", lead);
    card.set("state", std::string(id_of(finding.state)));
    card.set("severity",
             finding.severity == Severity::None ? "" : std::string(id_of(finding.severity)));
    card.set("icon", icon_of(finding.state));
    card.set("verdict", page_words(verdict_of(finding)));
    card.set("rule", page_words(Name{rule_of(finding)}));
    card.set("says", page_words(finding.says));
    card.set("strip", false);
    card.set("measure", false);
    if (auto strip = counted_strip(report, finding); !strip.empty()) {
        card.set("strip", strip);
    } else if (strip = interval_strip(finding, lead); !strip.empty()) {
        card.set("strip", strip);
        card.set("measure",
                 page_words(Message{"label.at-start", {{"words", finding.magnitude->name}}}));
    }
    list parts;
    const auto unless_empty = [](const Message& text) {
        return text.empty() ? std::vector<Message>{} : std::vector{text};
    };
    add_part(parts, {"page.evidence"}, evidence_of(finding));
    add_part(parts, {"page.it-means"}, unless_empty(finding.means));
    add_part(parts, {"page.what-to-do"}, finding.actions);
    add_part(parts, {"page.to-flip-it"}, unless_empty(flips_when(finding)));
    card.set("parts", parts);
    return card;
}

std::vector<Message> group_lines(const GapReport& report, const GroupRow& row) {
    const auto& group = report.groups[row.group];
    const auto people = [](std::size_t number) { return People{std::nullopt, Count(number)}; };
    if (!group.centroid) {
        return {{"standing.answered", {{"people", people(group.n)}}},
                {"standing.no-centre", {{"reason", group.centroid.reason()}}}};
    }
    std::vector<Message> lines{
        {"standing.centred",
         {{"people", people(group.placed)}, {"place", place_cell(*group.centroid)}}},
        group.standard_distance
            ? Message{"standing.standard-distance", {{"distance", row.standard_distance}}}
            : Message{"standing.no-ellipse", {{"reason", group.standard_distance.reason()}}}};
    constexpr std::size_t two = 2;
    if (group.placed == two) {
        lines.push_back({"standing.two-make-a-line"});
    }
    return lines;
}

} // namespace

PageData verdict_data(const GapReport& report, const Text& text) {
    const auto looks = group_looks(report);
    std::vector<bool> named(report.groups.size());
    std::vector<VerdictPiece> pieces;
    for (const auto& run : text) {
        const GroupLook* look = nullptr;
        if (run.kind == Run::Kind::Role || run.kind == Run::Kind::Team) {
            const auto* group = find_group(report.groups, run.group);
            const auto index = group == nullptr
                                   ? looks.size()
                                   : static_cast<std::size_t>(group - report.groups.data());
            if (group != nullptr && !named[index]) {
                named[index] = true;
                look = looks[index].drawn ? &looks[index] : nullptr;
            }
        }
        pieces.push_back({with_minus({run}), look, run.kind == Run::Kind::Number});
    }
    return verdict_pieces(pieces);
}

PageData groups_data(const GapReport& report) {
    constexpr std::size_t most_groups = 8;
    const auto looks = group_looks(report);
    list groups;
    for (const auto& row : group_rows(report, most_groups)) {
        if (!looks[row.group].drawn) {
            continue;
        }
        PageData each;
        each.set("tone", std::string(looks[row.group].tone));
        each.set("glyph", glyph(looks[row.group]));
        each.set("name", page_words(row.name));
        each.set("lines", page_list(group_lines(report, row)));
        groups.push_back(std::move(each));
    }
    return groups;
}

PageData findings_data(const GapReport& report) {
    list cards;
    list open;
    list absent;
    for (std::size_t i = 0; i < report.findings.size(); ++i) {
        const auto& finding = report.findings[i];
        if (finding.state == State::Absent) {
            PageData each;
            each.set("says", page_words(finding.says));
            each.set("rule", page_words(Name{rule_of(finding)}));
            absent.push_back(std::move(each));
        } else if (finding.state == State::Undetermined) {
            open.push_back(card_data(report, finding, i + 1, false));
        } else {
            cards.push_back(card_data(report, finding, i + 1, cards.empty()));
        }
    }
    PageData data;
    data.set("lede", page_words(findings_summary(report)));
    data.set("cards", cards);
    data.set("open", open);
    data.set("has_open", !open.empty());
    data.set("open_title", page_words(Message{"page.still-open", {{"n", Count(open.size())}}}));
    data.set("absent_title",
             page_words(Message{"page.n-not-found", {{"n", Count(absent.size())}}}));
    data.set("absent", absent);
    data.set("has_absent", !absent.empty());
    return data;
}

PageData method_data(const GapReport& report) {
    PageData data;
    data.set("statements", page_list(method_statements(report)));
    const auto notes = caveats(report);
    data.set("caveats", page_list(notes));
    data.set("has_caveats", !notes.empty());
    const auto left_out = left_out_statements(report);
    data.set("left_out", page_list(left_out));
    data.set("has_left_out", !left_out.empty());
    list policy;
    for (const auto& [name, value] : policy_values(report.policy)) {
        PageData each;
        each.set("name", page_words(Name{capitalized(name)}));
        each.set("value", page_words(value));
        policy.push_back(std::move(each));
    }
    data.set("policy", policy);
    return data;
}

} // namespace assess::reports
