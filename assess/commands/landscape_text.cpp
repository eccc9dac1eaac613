#include "assess/commands/landscape_text.hpp"

#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess {
namespace {

/// A cell of `width` columns, filled up with spaces or cut with a mark.
std::string cell(std::string_view text, std::size_t width) {
    std::string shown = printable(text);
    while (display_width(shown) > width) {
        do {
            shown.pop_back();
        } while (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0xC0U) == 0x80U);
        if (display_width(shown) < width) {
            shown += '~';
            break;
        }
    }
    return shown + std::string(width - std::min(width, display_width(shown)), ' ');
}

std::string place_cells(const std::optional<Placement>& placement) {
    if (!placement) {
        return fmt::format("{:>6} {:>6} {:>5}", "-", "-", "-");
    }
    return fmt::format("{:>6.2f} {:>6.2f} {:>5.2f}", placement->point.x, placement->point.y,
                       placement->tolerance);
}

std::string status_words(const Status& status) {
    if (status.kind == ToolStatus::Active) {
        return "in use";
    }
    return status.year ? fmt::format("{} {}", id_of(status.kind), *status.year)
                       : std::string(id_of(status.kind));
}

/// "label: text", the text wrapped under itself.
void print_field(std::string_view label, std::string_view text, std::size_t width,
                 std::ostream& out) {
    constexpr std::size_t indent = 15;
    std::string line = fmt::format("{:<{}}", fmt::format("{}:", label), indent);
    std::size_t used = indent;
    bool first = true;
    const std::string shown = printable(text);
    std::string_view rest = shown;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(' '), rest.size());
        const auto word = rest.substr(0, end);
        if (!first && used + 1 + display_width(word) > width) {
            out << line << '\n';
            line.assign(indent, ' ');
            used = indent;
            first = true;
        }
        line += first ? "" : " ";
        line += word;
        used += display_width(word) + (first ? 0 : 1);
        first = false;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    out << line << '\n';
}

template <typename Item>
std::string names(const std::vector<std::size_t>& indices, const std::vector<Item>& items) {
    std::vector<std::string> words;
    for (const auto index : indices) {
        words.push_back(items[index].name);
    }
    return words.empty() ? "none given" : listed(words, "and");
}

std::string categories_with_rings(const Tool& tool, const Landscape& landscape) {
    std::vector<std::string> words;
    for (const auto index : tool.categories) {
        const auto& category = landscape.categories[index];
        words.push_back(fmt::format("{} (ring: {})", category.name, id_of(category.ring)));
    }
    return words.empty() ? "none given" : listed(words, "and");
}

std::string diagonals_of(const Tool& tool) {
    std::vector<std::string> words;
    for (const auto diagonal : tool.on) {
        words.emplace_back(id_of(diagonal));
    }
    return words.empty() ? "none" : listed(words, "and");
}

void print_place(const Placement& placement, std::size_t width, std::ostream& out) {
    const auto& point = placement.point;
    print_field("place",
                fmt::format("x {:.3f} (software -1 to model 1), y {:.3f} (piecemeal -1 to "
                            "all-in-one 1), tolerance {:.2f}",
                            point.x, point.y, placement.tolerance),
                width, out);
    print_field("along",
                fmt::format("orchestration {:.3f}, building {:.3f}",
                            along(Diagonal::Orchestration, point),
                            along(Diagonal::Building, point)),
                width, out);
    print_field("quadrant", name_of(quadrant_of(point)), width, out);
    print_field("source", placement.source, width, out);
    if (!placement.rationale.empty()) {
        print_field("why there", placement.rationale, width, out);
    }
}

} // namespace

void print_tools(const Landscape& landscape, const std::vector<ToolIndex>& tools,
                 Streams& streams) {
    auto& out = streams.out;
    out << fmt::format("Landscape '{}': {} of {} tools. x: software -1 to model 1. y: piecemeal -1 "
                       "to all-in-one 1.\n\n",
                       printable(landscape.edition), tools.size(), landscape.tools.size());
    out << fmt::format("{:<26} {:<26} {:>6} {:>6} {:>5}  {}\n", "tool", "id", "x", "y", "+/-",
                       "status");
    for (const auto index : tools) {
        const auto& tool = landscape.tools[index];
        out << fmt::format("{} {} {}  {}\n", cell(tool.name, 26), cell(tool.id, 26),
                           place_cells(tool.placement), status_words(tool.status));
    }
    out << "\nOne tool in full: assess landscape show TOOL\n";
}

void print_tool(const Landscape& landscape, ToolIndex index, Streams& streams) {
    const auto& tool = landscape.tools[index];
    auto& out = streams.out;
    const auto width = std::min<std::size_t>(streams.out_terminal.width, 100);
    out << fmt::format("{} ({}), landscape '{}'\n\n", printable(tool.name), printable(tool.id),
                       printable(landscape.edition));
    if (tool.placement) {
        print_place(*tool.placement, width, out);
    } else {
        print_field("place", "not placed: it is counted, but nobody stands anywhere because of it",
                    width, out);
    }
    print_field("categories", categories_with_rings(tool, landscape), width, out);
    print_field("stages", names(tool.stages, landscape.stages), width, out);
    print_field("diagonals", diagonals_of(tool), width, out);
    print_field("status", status_words(tool.status), width, out);
    if (!tool.status.note.empty()) {
        print_field("what happened", tool.status.note, width, out);
    }
    if (!tool.aliases.empty()) {
        print_field("also written", fmt::format("{}", fmt::join(tool.aliases, "; ")), width, out);
    }
    if (!tool.homepage.empty()) {
        print_field("home page", tool.homepage, width, out);
    }
}

namespace {

std::string number(const Quantity<double>& quantity) {
    return quantity ? fmt::format("{:.3f}", *quantity) : fmt::format("n/a ({})", quantity.reason());
}

} // namespace

void print_rubric_fit(const Landscape& landscape, const RubricFit& fit, Streams& streams) {
    auto& out = streams.out;
    out << fmt::format("Landscape '{}': the rubric against {} tools whose places do not come from "
                       "it.\n\n",
                       printable(landscape.edition), fit.rows.size());
    out << fmt::format("{:<42} {:>8} {:>8}\n", "", "x", "y");
    const auto row = [&](std::string_view name, const auto& part) {
        out << fmt::format("{:<42} {:>8} {:>8}\n", name, number(fit.x.*part), number(fit.y.*part));
    };
    row("Pearson's correlation", &RubricAxisFit::pearson);
    row("Spearman's rank correlation", &RubricAxisFit::spearman);
    row("root mean squared error", &RubricAxisFit::rmse);
    row("the same, each tool left out of the fit", &RubricAxisFit::left_out_rmse);
    out << fmt::format("\nIn the same quadrant: {} of {}", fit.matched, fit.rows.size());
    if (fit.left_out_matched) {
        out << fmt::format(" ({} with each tool left out of the fit)", *fit.left_out_matched);
    }
    out << fmt::format(".\n\n{:<26} {:>15} {:>15}  {}\n", "tool", "placed at", "by the rubric",
                       "quadrant");
    for (const auto& each : fit.rows) {
        out << fmt::format("{} {:>7.2f} {:>7.2f} {:>7.2f} {:>7.2f}  {}\n",
                           cell(landscape.tools[each.tool].name, 26), each.placed.x, each.placed.y,
                           each.rated.x, each.rated.y, each.same_quadrant ? "same" : "OTHER");
    }
}

} // namespace assess
