// The sections that show figures.
#include "reports/content/statements.hpp"
#include "reports/html/ledes.hpp"
#include "reports/html/page_data.hpp"
#include "reports/svg/contributions_figure.hpp"
#include "reports/svg/ladder_figure.hpp"
#include "reports/svg/lifecycle_figure.hpp"
#include "reports/svg/plane_figure.hpp"
#include "reports/svg/svg_writer.hpp"

#include <algorithm>
#include <array>

namespace assess::reports {
namespace {

using kainjow::mustache::list;

using Draw = Figure (*)(const GapReport&, Size);

PageData drawn_twice(const GapReport& report, Draw draw, const std::string& id) {
    return figure_data(draw(report, Size::Wide), draw(report, Size::Narrow), id);
}

} // namespace

PageData where_data(const GapReport& report) {
    auto data = drawn_twice(report, plane_figure, "plane");
    data.set("lede", page_words(where_lede(report)));
    return data;
}

PageData ladders_data(const GapReport& report) {
    PageData data;
    data.set("lede", page_words(ladders_lede(report)));
    data.set("how", page_words(Message{"page.how.ladder"}));
    list figures;
    const std::array<std::pair<Diagonal, Draw>, 2> all{
        {{Diagonal::Building, building_figure}, {Diagonal::Orchestration, orchestration_figure}}};
    for (const auto& [diagonal, draw] : all) {
        auto each = drawn_twice(report, draw, std::string(id_of(diagonal)));
        each.set("name", page_words(diagonal_title(diagonal)));
        std::vector<Message> notes;
        for (const auto& comparison : report.comparisons) {
            notes = diagonal_statements(report, comparison, diagonal);
        }
        const auto own = draw(report, Size::Wide).notes;
        notes.insert(notes.end(), own.begin(), own.end());
        each.set("notes", page_list(notes));
        figures.push_back(std::move(each));
    }
    data.set("figures", figures);
    list statements;
    for (const auto& comparison : report.comparisons) {
        statements.push_back(page_words(centroid_test_statement(comparison)));
    }
    data.set("statements", statements);
    return data;
}

PageData contributions_data(const GapReport& report) {
    auto data = drawn_twice(report, contributions_figure, "contributions");
    const auto has_gap = !report.comparisons.empty() && report.comparisons.front().diagonal[0] &&
                         report.comparisons.front().diagonal[1];
    data.set("has_figure", has_gap);
    data.set("lede", page_words(contributions_lede(report)));
    return data;
}

PageData lifecycle_data(const GapReport& report) {
    auto data = drawn_twice(report, lifecycle_figure, "loops");
    data.set("has_figure", !report.landscape.stages.empty());
    data.set("lede", page_words(lifecycle_lede(report)));
    return data;
}

namespace {

/// How many of a group use a tool, and a bar of their share where that may be told.
PageData use_data(const Value& users, double share, bool told, const GroupLook& look) {
    PageData use;
    use.set("text", page_words(users));
    SvgWriter bar;
    if (told) {
        bar.open("svg", {{"class", "b"}, {"aria-hidden", "true"}});
        bar.empty("rect", {{"class", "band b1"}, {"width", "100%"}, {"height", 10.0}});
        bar.empty("rect", {{"class", "bar " + std::string(look.tone)},
                           {"width", svg_number(share * 100) + "%"},
                           {"height", 10.0}});
        bar.close();
    }
    use.set("bar", bar.svg());
    return use;
}

double share_of(std::size_t users, std::size_t base) {
    return base == 0 ? 0 : static_cast<double>(users) / static_cast<double>(base);
}

list bridges_data(const GapReport& report, const Comparison& comparison, std::size_t most) {
    const auto looks = group_looks(report);
    const auto& bridges = comparison.overlap.bridges;
    list rows;
    for (std::size_t i = 0; i < std::min(most, bridges.size()); ++i) {
        const auto& bridge = bridges[i];
        const auto cells = cells_of(report, bridge);
        PageData row;
        row.set("tool", page_words(cells.front()));
        row.set("uses", list{use_data(cells[1], share_of(bridge.users_first, bridge.base_first),
                                      !bridge.few_first, looks[comparison.first]),
                             use_data(cells[2], share_of(bridge.users_second, bridge.base_second),
                                      !bridge.few_second, looks[comparison.second])});
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

PageData overlap_data(const GapReport& report) {
    constexpr std::size_t most_bridges = 30;
    PageData data;
    data.set("lede", page_words(overlap_lede(report)));
    data.set("has_bridges", false);
    data.set("more", false);
    for (const auto& comparison : report.comparisons) {
        auto statements = overlap_statements(comparison);
        if (auto note = few_note(report); !note.empty()) {
            statements.push_back(std::move(note));
        }
        data.set("statements", page_list(statements));
        const auto looks = group_looks(report);
        list columns;
        for (const auto index : {comparison.first, comparison.second}) {
            PageData column;
            column.set("glyph", glyph(looks[index]));
            column.set("name", page_words(group_title(report.groups[index])));
            columns.push_back(std::move(column));
        }
        data.set("heads", columns);
        const auto bridges = comparison.overlap.bridges.size();
        data.set("has_bridges", bridges > 0);
        data.set("bridges", bridges_data(report, comparison, most_bridges));
        if (bridges > most_bridges) {
            data.set("more",
                     page_words(Message{"page.and-more", {{"n", Count(bridges - most_bridges)}}}));
        }
    }
    return data;
}

} // namespace assess::reports
