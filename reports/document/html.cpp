// Documents as one HTML page: the frame of every page, and its sections written element by element.
#include "model/text/embedded.hpp"
#include "reports/document/render.hpp"
#include "reports/html/page_shell.hpp"
#include "reports/svg/svg_writer.hpp"

#include <algorithm>

namespace assess {

std::span<const EmbeddedFile> document_styles(); // made by CMake

} // namespace assess

namespace assess::reports {
namespace {

class HtmlRenderer {
public:
    explicit HtmlRenderer(const std::vector<GroupSign>& signs) : m_signs(signs) {}

    std::string sections(const std::vector<Section>& sections) {
        for (const auto& section : sections) {
            const auto title_id = section.id + "-h";
            m_html.open("section", {{"id", section.id}, {"aria-labelledby", title_id}});
            words("h2", {{"id", title_id}}, section.title);
            blocks(section.blocks);
            m_html.close();
        }
        return m_html.svg();
    }

private:
    void words(std::string_view element, SvgWriter::Attributes attributes, const Text& text) {
        m_html.words(element, attributes, with_minus(text));
    }

    void open(std::string_view element, std::string_view look = {}) {
        look.empty() ? m_html.open(element) : m_html.open(element, {{"class", look}});
    }
    void styled(std::string_view element, std::string_view look, const Text& text) {
        look.empty() ? words(element, {}, text) : words(element, {{"class", look}}, text);
    }

    void blocks(const std::vector<Block>& blocks) {
        for (const auto& block : blocks) {
            std::visit([&](const auto& one) { put(one); }, block.kind());
        }
    }

    void put(const Paragraph& paragraph) {
        if (!paragraph.text.empty()) {
            const auto* look = paragraph.weight == Weight::Strong ? "lede" : "cap";
            styled("p", look, paragraph.text);
        }
    }
    void put(const Subheading& heading) {
        open("h3", heading.icon.empty() ? "" : "marked");
        m_html.piece(heading.icon);
        words("span", {}, heading.text);
        m_html.close();
    }
    void put(const Bullets& bullets) { list("notes", bullets.items); }
    void list(const char* look, const std::vector<Text>& items) {
        if (items.empty()) {
            return;
        }
        open("ul", look);
        for (const auto& item : items) {
            words("li", {}, item);
        }
        m_html.close();
    }
    void put(const Labelled& labelled) {
        open("dl");
        words("dt", {}, labelled.label);
        for (const auto& text : labelled.texts) {
            words("dd", {}, text);
        }
        m_html.close();
    }
    void put(const Fold& fold) {
        open("details", "fold");
        words("summary", {}, fold.summary);
        blocks(fold.blocks);
        m_html.close();
    }
    void put(const Values& values) {
        open("table", "policy");
        open("tbody");
        for (const auto& [name, value] : values.entries) {
            open("tr");
            words("th", {{"scope", "row"}}, name);
            styled("td", values.numbers ? "n" : "", value);
            m_html.close();
        }
        m_html.close();
        m_html.close();
    }

    void put(const Parts& parts) {
        open("div", "cols");
        for (const auto& part : parts.parts) {
            open("div");
            words("h3", {}, part.title);
            blocks(part.blocks);
            m_html.close();
        }
        m_html.close();
    }
    void put(const Key& key) {
        open("ul", "key");
        for (const auto& [group, name] : key.groups) {
            open("li");
            sign(group);
            words("span", {}, name);
            m_html.close();
        }
        m_html.close();
    }
    void sign(const std::string& group) {
        const auto found = std::ranges::find(m_signs, group, &GroupSign::id);
        if (found != m_signs.end()) {
            m_html.piece(glyph(found->look));
        }
    }

    void put(const FigureBlock& figure) {
        open("figure", figure.how.empty() ? "" : "plane");
        open("div", "plot");
        m_html.piece(figure.wide);
        m_html.piece(figure.narrow);
        m_html.close();
        if (!figure.how.empty()) {
            open("figcaption", "side");
            open("div", "how");
            words("h3", {}, figure.how_title);
            for (const auto& text : figure.how) {
                words("p", {}, text);
            }
            m_html.close();
            m_html.close();
        }
        m_html.close();
        if (!figure.tables.empty()) {
            open("details", "data");
            words("summary", {}, figure.tables_title);
            for (const auto& table : figure.tables) {
                put(table);
            }
            m_html.close();
        }
    }

    /// A table that may be wider than a phone scrolls by itself, also by keyboard; one that can be
    /// told row by row is.
    void put(const Table& table) {
        const bool by_row = !table.narrow.empty();
        const bool fills = std::ranges::any_of(table.columns, &Column::fills);
        m_html.open("div", {{"class", !by_row ? "scroll"
                                      : fills ? "scroll by-row full"
                                              : "scroll by-row"},
                            {"role", "region"},
                            {"tabindex", "0"},
                            {"aria-label", with_minus(table.caption)}});
        open("table");
        styled("caption", "vh", table.caption);
        open("thead");
        open("tr");
        for (const auto& column : table.columns) {
            m_html.open("th", {{"scope", "col"}, {"class", look_of(column)}});
            styled("span", column.head_svg.empty() ? "" : "vh", column.head);
            m_html.piece(column.head_svg);
            m_html.close();
        }
        m_html.close();
        m_html.close();
        open("tbody");
        for (const auto& row : table.rows) {
            put_row(table, row);
        }
        m_html.close();
        m_html.close();
        m_html.close();
        put(Paragraph{table.how});
    }
    static std::string look_of(const Column& column) {
        return column.fills ? "fills" : column.number ? "n" : "";
    }

    void put_row(const Table& table, const Row& row) {
        const auto* look = row.kind == RowKind::Sum         ? "sum"
                           : row.kind == RowKind::Continues ? "more"
                                                            : "";
        open("tr", look);
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (i == 0) {
                m_html.open("th", {{"scope", "row"}});
            } else {
                open("td", look_of(table.columns[i]) + (row.cells[i].below.empty() ? "" : " two"));
            }
            put_cell(row.cells[i], table.columns[i], i > 0 && !table.narrow.empty());
            m_html.close();
        }
        m_html.close();
    }
    /// `named`: with the name of its column, which is shown where each row stands by itself.
    void put_cell(const Cell& cell, const Column& column, bool named) {
        if (named && !cell.text.empty()) {
            styled("span", "lab", column.head);
            m_html.piece(" ");
        }
        sign(cell.group);
        if (!cell.text.empty()) {
            words(column.strong ? "b" : "span", {}, cell.text);
        }
        if (!cell.below.empty()) {
            styled("span", "iv", cell.below);
        }
        if (cell.drawing) {
            m_html.piece(cell.drawing->svg);
        }
    }

    const std::vector<GroupSign>& m_signs;
    SvgWriter m_html;
};

std::vector<std::string> strings(const std::vector<Text>& texts) {
    std::vector<std::string> all;
    for (const auto& text : texts) {
        all.push_back(with_minus(text));
    }
    return all;
}

/// Each group with its sign where it is named first, and what was measured in bold.
PageData verdict_of(const Document& document) {
    std::vector<const GroupSign*> named;
    std::vector<VerdictPiece> pieces;
    for (const auto& run : document.answer) {
        const auto sign = std::ranges::find(document.signs, run.group, &GroupSign::id);
        const bool known = !run.group.empty() && sign != document.signs.end() && sign->look.drawn;
        const bool first = known && std::ranges::find(named, &*sign) == named.end();
        if (first) {
            named.push_back(&*sign);
        }
        pieces.push_back(
            {with_minus({run}), first ? &sign->look : nullptr, run.kind == Run::Kind::Number});
    }
    return verdict_pieces(pieces);
}

std::string style_of(const Document& document) {
    constexpr std::size_t long_answer = 180;
    const auto style = [](std::string_view name) {
        return std::string(*find_embedded(document_styles(), name));
    };
    const bool is_long = plain(document.answer).size() > long_answer;
    return style("document") + style("dumbbell") + (is_long ? style("long-answer") : "");
}

} // namespace

void render_html(const Document& document, const WriterSettings& /*settings*/, std::ostream& out) {
    PageFrame frame;
    frame.kind = with_minus(document.kind);
    frame.title = with_minus(document.title);
    frame.heading = with_minus(document.heading);
    frame.verdict = verdict_of(document);
    frame.facts = page_list(strings(document.facts));
    for (const auto& section : document.sections) {
        frame.sections.emplace_back(section.id, with_minus(section.title));
    }
    frame.provenance = with_minus(document.footer);
    frame.style = style_of(document);
    PageData values;
    values.set("body", HtmlRenderer(document.signs).sections(document.sections));
    write_page(frame, std::move(values), "{{{body}}}", {}, out);
}

} // namespace assess::reports
