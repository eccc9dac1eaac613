// The section of what people say on scales.
#include "reports/content/said.hpp"
#include "reports/html/page_data.hpp"
#include "reports/svg/svg_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess::reports {
namespace {

using kainjow::mustache::list;

/// Five bars, the tallest for the most people; the numbers stand beside it for every reader.
std::string bars_of(const StepCounts& counts, const GroupLook& look) {
    constexpr double bar = 12;
    constexpr double gap = 3;
    constexpr double height = 24;
    const auto most = std::max<std::size_t>(1, *std::max_element(counts.begin(), counts.end()));
    SvgWriter svg;
    svg.open("svg", {{"class", "steps"},
                     {"viewBox", "0 0 72 26"},
                     {"width", 72.0},
                     {"height", 26.0},
                     {"aria-hidden", "true"}});
    double x = 0;
    for (const auto count : counts) {
        const double tall =
            std::max(1.5, height * static_cast<double>(count) / static_cast<double>(most));
        svg.empty("rect", {{"class", count > 0 ? "bar " + std::string(look.tone) : "band b1"},
                           {"x", x},
                           {"y", 26 - tall},
                           {"width", bar},
                           {"height", tall}});
        x += bar + gap;
    }
    svg.close();
    return svg.svg();
}

std::string counts_in_words(const StepCounts& counts) {
    std::string text;
    for (const auto count : counts) {
        text += (text.empty() ? "" : ", ") + worded(Count(count));
    }
    return text;
}

PageData row_data(const ScoreRow& row, const GroupLook& look) {
    PageData data;
    data.set("name", page_words(row.name));
    data.set("glyph", glyph(look));
    data.set("bars", row.counts ? bars_of(*row.counts, look) : std::string());
    data.set("counts", row.counts ? counts_in_words(*row.counts) : std::string("–"));
    data.set("n", page_words(row.n));
    data.set("missing", page_words(row.missing));
    data.set("mean", page_words(row.mean));
    data.set("interval", page_words(row.interval));
    data.set("agreement", page_words(row.agreement));
    data.set("note", row.note.empty() ? PageData(false) : page_words(row.note));
    return data;
}

} // namespace

PageData said_data(const GapReport& report) {
    const auto looks = group_looks(report);
    list blocks;
    for (const auto& block : score_blocks(report)) {
        list rows;
        for (const auto& row : block.rows) {
            rows.push_back(row_data(row, looks[row.group]));
        }
        PageData each;
        each.set("title", page_words(block.title));
        each.set("ends", block.ends.empty() ? PageData(false) : page_words(block.ends));
        each.set("rows", rows);
        blocks.push_back(std::move(each));
    }
    PageData data;
    data.set("key", page_words(score_key(report)));
    data.set("blocks", blocks);
    return data;
}

} // namespace assess::reports
