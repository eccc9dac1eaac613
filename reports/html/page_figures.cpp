// The sections that show figures.
#include "reports/content/statements.hpp"
#include "reports/content/words.hpp"
#include "reports/html/ledes.hpp"
#include "reports/html/page_data.hpp"
#include "reports/layout/numbers.hpp"
#include "reports/svg/contributions_figure.hpp"
#include "reports/svg/ladder_figure.hpp"
#include "reports/svg/lifecycle_figure.hpp"
#include "reports/svg/plane_figure.hpp"
#include "reports/svg/svg_writer.hpp"

#include <fmt/format.h>

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
    data.set("how", page_words("Each rung is a tool that the landscape lists on the diagonal. "
                               "Marks or bars show who uses it; a dark rung is used by enough "
                               "people of a group to count."));
    list figures;
    const std::array<std::pair<Diagonal, Draw>, 2> all{
        {{Diagonal::Building, building_figure}, {Diagonal::Orchestration, orchestration_figure}}};
    for (const auto& [diagonal, draw] : all) {
        auto each = drawn_twice(report, draw, std::string(id_of(diagonal)));
        each.set("name", page_words(title_of(diagonal)));
        std::vector<std::string> notes;
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
        for (const auto& text : centroid_test_statements(comparison)) {
            statements.push_back(page_words(text));
        }
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
        const std::array groups{comparison.first, comparison.second};
        list heads;
        for (const auto index : groups) {
            PageData head;
            head.set("glyph", glyph(looks[index]));
            head.set("name", page_words(name_at_start(report.groups[index])));
            heads.push_back(std::move(head));
        }
        data.set("heads", heads);
        const auto& bridges = comparison.overlap.bridges;
        list rows;
        for (std::size_t i = 0; i < std::min(most_bridges, bridges.size()); ++i) {
            const std::array users{bridges[i].users_first, bridges[i].users_second};
            const std::array bases{bridges[i].base_first, bridges[i].base_second};
            const std::array few{bridges[i].few_first, bridges[i].few_second};
            list uses;
            for (std::size_t side = 0; side < 2; ++side) {
                PageData use;
                if (few[side]) {
                    use.set("text", "few");
                    use.set("bar", "");
                    uses.push_back(std::move(use));
                    continue;
                }
                use.set("text",
                        fmt::format("{} of {}", grouped(users[side]), grouped(bases[side])));
                SvgWriter bar;
                const double share = bases[side] == 0 ? 0
                                                      : static_cast<double>(users[side]) /
                                                            static_cast<double>(bases[side]);
                bar.open("svg", {{"class", "b"}, {"aria-hidden", "true"}});
                bar.empty("rect", {{"class", "band b1"}, {"width", "100%"}, {"height", 10.0}});
                bar.empty("rect", {{"class", "bar " + std::string(looks[groups[side]].tone)},
                                   {"width", svg_number(share * 100) + "%"},
                                   {"height", 10.0}});
                bar.close();
                use.set("bar", bar.svg());
                uses.push_back(std::move(use));
            }
            PageData row;
            row.set("tool", page_words(report.landscape.tools[bridges[i].tool].name));
            row.set("uses", uses);
            rows.push_back(std::move(row));
        }
        data.set("has_bridges", !bridges.empty());
        data.set("bridges", rows);
        if (bridges.size() > most_bridges) {
            data.set("more", fmt::format("And {} more.", bridges.size() - most_bridges));
        }
    }
    return data;
}

} // namespace assess::reports
