#include "reports/html/page_shell.hpp"

#include "model/diagnostics/diagnostic.hpp"
#include "model/text/embedded.hpp"
#include "reports/content/statements.hpp"
#include "reports/svg/svg_writer.hpp"

#include <array>
#include <openssl/evp.h>
#include <span>
#include <stdexcept>

namespace assess {

std::span<const EmbeddedFile> page_files();  // made by CMake
std::span<const EmbeddedFile> page_assets(); // made by CMake

} // namespace assess

namespace assess::reports {
namespace {

using kainjow::mustache::list;
using kainjow::mustache::mustache;
using kainjow::mustache::partial;

/// 'sha256-...': what the page's security policy allows to run, and nothing else.
std::string policy_hash(std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    if (EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1) {
        throw Error("OpenSSL cannot compute a SHA-256 hash", "Write another --format.");
    }
    std::array<unsigned char, std::size_t{2} * EVP_MAX_MD_SIZE> base64{};
    const int written = EVP_EncodeBlock(base64.data(), digest.data(), static_cast<int>(length));
    return "'sha256-" + std::string(base64.begin(), base64.begin() + written) + "'";
}

std::string asset(std::string_view name) {
    return std::string(*find_embedded(page_assets(), name));
}

std::string page_file(std::string_view name) {
    return std::string(*find_embedded(page_files(), name));
}

PageData table_data(const FigureTable& table) {
    PageData data;
    data.set("caption", page_words(table.caption));
    list heads;
    for (std::size_t i = 0; i < table.heads.size(); ++i) {
        PageData head;
        head.set("text", page_words(table.heads[i]));
        head.set("n", i >= table.words);
        heads.push_back(std::move(head));
    }
    data.set("heads", heads);
    list rows;
    for (const auto& row : table.rows) {
        list cells;
        for (std::size_t i = 0; i < row.size(); ++i) {
            PageData cell;
            cell.set("text", page_words(row[i]));
            cell.set("head", i == 0);
            cell.set("n", i >= table.words);
            cells.push_back(std::move(cell));
        }
        PageData each;
        each.set("first", table.of_tools ? page_words(row.front()) : PageData(""));
        each.set("cells", cells);
        rows.push_back(std::move(each));
    }
    data.set("rows", rows);
    return data;
}

void add_frame(PageData& page, const PageFrame& frame) {
    const auto style = asset("palette") + figure_style() + asset("page") + frame.style;
    const auto script = page_file("page-script");
    page.set("style", style);
    page.set("style_hash", policy_hash(style));
    page.set("script", script);
    page.set("script_hash", policy_hash(script));
    page.set("version", program_version());
    page.set("kind", page_words(frame.kind));
    page.set("title", page_words(frame.title));
    page.set("heading", page_words(frame.heading));
    page.set("verdict", frame.verdict);
    page.set("facts", frame.facts);
    page.set("provenance", page_words(frame.provenance));
    page.set("skip_to", frame.sections.front().first);
    list sections;
    PageData titles;
    for (const auto& [id, name] : frame.sections) {
        PageData section;
        section.set("id", id);
        section.set("name", page_words(name));
        sections.push_back(std::move(section));
        titles.set(id, page_words(name));
    }
    page.set("sections", sections);
    page.set("titles", titles);
    page.set("frame", named_words({{"skip", {"frame.skip"}},
                                   {"sections", {"frame.sections"}},
                                   {"as_table", {"frame.as-table"}}}));
}

} // namespace

PageData named_words(std::initializer_list<std::pair<const char*, Message>> words) {
    PageData named;
    for (const auto& [name, message] : words) {
        named.set(name, page_words(message));
    }
    return named;
}

std::string glyph(const GroupLook& look) {
    SvgWriter svg;
    svg.open("svg", {{"class", "g"}, {"viewBox", "-8 -8 16 16"}, {"aria-hidden", "true"}});
    draw_mark(svg, look.shape, 0, look.shape == Shape::Triangle ? 1.2 : 0, 5.6,
              "solid " + std::string(look.tone));
    svg.close();
    return svg.svg();
}

PageData verdict_pieces(const std::vector<VerdictPiece>& pieces) {
    list runs;
    for (const auto& [text, group, strong] : pieces) {
        // A piece keeps the spaces at its ends, which words on one line would lose.
        const std::string before = text.starts_with(' ') ? " " : "";
        const std::string after = text.ends_with(' ') && text.size() > 1 ? " " : "";
        PageData piece;
        piece.set("text", before + worded(text) + after);
        if (group != nullptr) {
            piece.set("tone", std::string(group->tone));
            piece.set("glyph", glyph(*group));
        }
        PageData each;
        each.set("group", group != nullptr ? piece : PageData(false));
        each.set("strong", strong ? piece : PageData(false));
        each.set("plain", group == nullptr && !strong ? piece : PageData(false));
        runs.push_back(std::move(each));
    }
    return runs;
}

PageData figure_data(const Figure& wide, const Figure& narrow, const std::string& id) {
    PageData data;
    data.set("wide", inline_svg(wide, id + "-wide", "fig wide"));
    data.set("narrow", inline_svg(narrow, id + "-narrow", "fig narrow"));
    list tables;
    for (const auto& table : wide.tables) {
        tables.push_back(table_data(table));
    }
    data.set("has_tables", !wide.tables.empty());
    data.set("tables", tables);
    data.set("notes", page_list(wide.notes));
    return data;
}

void write_page(const PageFrame& frame, PageData values, std::string_view content,
                const std::vector<PagePartial>& partials, std::ostream& out) {
    add_frame(values, frame);
    values.set("content", partial([content] { return std::string(content); }));
    values.set("number_tables", partial([] { return page_file("tables"); }));
    for (const auto& [name, text] : partials) {
        values.set(name, partial([&text = text] { return text; }));
    }
    mustache html(page_file("page"));
    out << html.render(values);
    if (!html.is_valid()) {
        throw std::logic_error("the page's template is broken: " + html.error_message());
    }
}

} // namespace assess::reports
