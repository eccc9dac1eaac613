// Documents as one HTML page: the frame of every page, and its sections written element by element.
#include "reports/document/render.hpp"
#include "reports/html/page_shell.hpp"
#include "reports/svg/svg_writer.hpp"

#include <algorithm>

namespace assess::reports {
namespace {

class HtmlRenderer {
public:
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

    void blocks(const std::vector<Block>& blocks) {
        for (const auto& block : blocks) {
            std::visit([&](const auto& one) { put(one); }, block.kind());
        }
    }

    void put(const Paragraph& paragraph) {
        if (!paragraph.text.empty()) {
            const auto* look = paragraph.weight == Weight::Strong ? "lede" : "cap";
            words("p", {{"class", look}}, paragraph.text);
        }
    }
    void put(const Subheading& heading) { words("h3", {}, heading.text); }
    void put(const Bullets& bullets) { list("notes", bullets.items); }
    void list(const char* look, const std::vector<Text>& items) {
        if (items.empty()) {
            return;
        }
        m_html.open("ul", {{"class", look}});
        for (const auto& item : items) {
            words("li", {}, item);
        }
        m_html.close();
    }
    void put(const Labelled& labelled) {
        m_html.open("dl");
        words("dt", {}, labelled.label);
        for (const auto& text : labelled.texts) {
            words("dd", {}, text);
        }
        m_html.close();
    }
    void put(const Fold& fold) {
        m_html.open("details", {{"class", "fold"}});
        words("summary", {}, fold.summary);
        blocks(fold.blocks);
        m_html.close();
    }
    void put(const Values& values) {
        m_html.open("table", {{"class", "policy"}});
        m_html.open("tbody");
        for (const auto& [name, value] : values.entries) {
            m_html.open("tr");
            words("th", {{"scope", "row"}}, name);
            words("td", {}, value);
            m_html.close();
        }
        m_html.close();
        m_html.close();
    }

    /// A table that may be wider than a phone scrolls by itself, also by keyboard.
    void put(const Table& table) {
        m_html.open("div", {{"class", "scroll"},
                            {"role", "region"},
                            {"tabindex", "0"},
                            {"aria-label", with_minus(table.caption)}});
        m_html.open("table");
        words("caption", {{"class", "vh"}}, table.caption);
        m_html.open("thead");
        m_html.open("tr");
        for (const auto& column : table.columns) {
            words("th", {{"scope", "col"}, {"class", look_of(column)}}, column.head);
        }
        m_html.close();
        m_html.close();
        m_html.open("tbody");
        for (const auto& row : table.rows) {
            put_row(table, row);
        }
        m_html.close();
        m_html.close();
        m_html.close();
    }
    static const char* look_of(const Column& column) { return column.number ? "n" : ""; }

    void put_row(const Table& table, const std::vector<Cell>& row) {
        m_html.open("tr");
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i == 0) {
                words("th", {{"scope", "row"}}, row[i].text);
                continue;
            }
            m_html.open("td", {{"class", look_of(table.columns[i])}});
            if (row[i].drawing) {
                m_html.piece(row[i].drawing->svg);
            }
            words("span", {}, row[i].text);
            m_html.close();
        }
        m_html.close();
    }

    SvgWriter m_html;
};

std::vector<std::string> strings(const std::vector<Text>& texts) {
    std::vector<std::string> all;
    for (const auto& text : texts) {
        all.push_back(with_minus(text));
    }
    return all;
}

} // namespace

void render_html(const Document& document, const WriterSettings& /*settings*/, std::ostream& out) {
    PageFrame frame;
    frame.kind = with_minus(document.kind);
    frame.title = with_minus(document.title);
    frame.heading = with_minus(document.heading);
    frame.verdict = verdict_pieces({{with_minus(document.answer)}});
    frame.facts = page_list(strings(document.facts));
    for (const auto& section : document.sections) {
        frame.sections.emplace_back(section.id, with_minus(section.title));
    }
    frame.provenance = with_minus(document.footer);
    PageData values;
    values.set("body", HtmlRenderer().sections(document.sections));
    write_page(frame, std::move(values), "{{{body}}}", {}, out);
}

} // namespace assess::reports
