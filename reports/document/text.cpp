// Documents as text: prose wrapped, tables aligned, white space instead of frames.
#include "model/text/text.hpp"

#include "reports/document/render.hpp"
#include "reports/layout/page.hpp"
#include "reports/text/text_page.hpp"

#include <algorithm>
#include <array>

namespace assess::reports {
namespace {

/// Of the same kind, one after the other, without a blank line between.
bool flows_on(const Block& before, const Block& after) {
    return before.kind().index() == after.kind().index() &&
           !std::holds_alternative<Table>(after.kind());
}

class TextRenderer {
public:
    TextRenderer(const WriterSettings& settings, std::ostream& out) : m_page(out, settings) {}

    void document(const Document& document) {
        m_signs = document.signs;
        m_page.prose(shown(document.answer.empty() ? document.heading : document.answer), 0,
                     Tone::Strong);
        if (!document.facts.empty()) {
            m_page.blank();
            facts(document.facts);
        }
        for (const auto& section : document.sections) {
            m_page.heading(shown(section.title));
            blocks(section.blocks);
        }
        if (!document.footer.empty()) {
            m_page.blank();
            m_page.prose(shown(document.footer), 0, Tone::Faint);
        }
    }

private:
    [[nodiscard]] std::string shown(const Text& text) const {
        return m_page.ink().unicode() ? with_minus(text) : plain(text);
    }
    [[nodiscard]] std::vector<std::string> shown(const std::vector<Text>& texts) const {
        std::vector<std::string> all;
        for (const auto& text : texts) {
            all.push_back(shown(text));
        }
        return all;
    }

    void facts(const std::vector<Text>& texts) {
        std::vector<std::string> words;
        for (const auto& text : texts) {
            words.push_back(m_page.ink().words(shown(text)));
        }
        for (const auto& line : flowed(words, m_page.width(), m_page.ink().sign(" · ", " | "))) {
            m_page.line(m_page.ink().toned(Tone::Faint, line));
        }
    }

    void blocks(const std::vector<Block>& blocks) {
        const Block* before = nullptr;
        for (const auto& block : blocks) {
            const bool below_its_title =
                before != nullptr && std::holds_alternative<Subheading>(before->kind());
            if (before != nullptr && !flows_on(*before, block) && !below_its_title) {
                m_page.blank();
            }
            std::visit([&](const auto& one) { put(one); }, block.kind());
            before = &block;
        }
    }

    void put(const Paragraph& paragraph) {
        const auto tone = paragraph.weight == Weight::Strong  ? Tone::Strong
                          : paragraph.weight == Weight::Faint ? Tone::Faint
                                                              : Tone::Plain;
        m_page.prose(shown(paragraph.text), 2 * paragraph.depth, tone);
    }
    void put(const Subheading& heading) { m_page.subheading(shown(heading.text)); }
    void put(const Bullets& bullets) { m_page.list(shown(bullets.items)); }
    void put(const Labelled& labelled) {
        m_page.labelled(shown(labelled.label), shown(labelled.texts), 0);
    }
    void put(const Fold& fold) {
        m_page.subheading(shown(fold.summary));
        blocks(fold.blocks);
    }

    void put(const Values& values) {
        if (values.numbers) {
            std::vector<NameAndNumber> entries;
            for (const auto& [name, value] : values.entries) {
                entries.emplace_back(words(name), words(value));
            }
            m_page.lines(names_and_numbers(entries, m_page.width()));
            return;
        }
        std::size_t room = 0;
        for (const auto& [name, value] : values.entries) {
            room = std::max(room, display_width(words(name)) + 1);
        }
        for (const auto& [name, value] : values.entries) {
            const auto hang = std::min(room + 1, m_page.width() / 3);
            const auto lines = wrapped(words(value), m_page.width() - hang);
            const auto label = words(name) + ":";
            if (display_width(label) >= hang) {
                m_page.line(label);
            }
            for (std::size_t i = 0; i < lines.size(); ++i) {
                const bool beside = i == 0 && display_width(label) < hang;
                m_page.line(padded_right(beside ? label : "", hang) + lines[i]);
            }
        }
    }

    [[nodiscard]] std::string words(const Text& text) const {
        return m_page.ink().words(shown(text));
    }

    void put(const Parts& parts) {
        for (const auto& part : parts.parts) {
            if (&part != &parts.parts.front()) {
                m_page.blank();
            }
            m_page.subheading(shown(part.title));
            blocks(part.blocks);
        }
    }
    void put(const FigureBlock& figure) {
        for (const auto& table : figure.told ? std::vector<Table>() : figure.tables) {
            put(table);
        }
    }
    void put(const Key& key) {
        std::vector<std::string> parts;
        for (const auto& [group, name] : key.groups) {
            parts.push_back(sign_of(group) + words(name));
        }
        m_page.lines(flowed(parts, m_page.width()));
    }

    /// With the space after it.
    [[nodiscard]] std::string sign_of(const std::string& group) const {
        const auto sign = std::ranges::find(m_signs, group, &GroupSign::id);
        const auto character = sign == m_signs.end()    ? std::string()
                               : m_page.ink().unicode() ? sign->character
                                                        : sign->ascii;
        return character.empty() ? character : character + " ";
    }

    /// As it is; where it is too wide, in two pieces or row by row.
    void put(const Table& table) {
        const auto columns = columns_with_words(table);
        if (put_columns(table, columns)) {
            return;
        }
        const auto cut = std::ranges::lower_bound(columns, table.cut);
        std::vector<std::size_t> rest(cut, columns.end());
        rest.insert(rest.begin(), columns.front());
        const std::vector<std::size_t> first(columns.begin(), cut);
        if (table.cut == 0 || laid_out(table, first).empty() || laid_out(table, rest).empty()) {
            stacked(table);
            return;
        }
        put_columns(table, first);
        m_page.blank();
        put_columns(table, rest);
    }

    /// False where the page is too narrow.
    bool put_columns(const Table& table, const std::vector<std::size_t>& columns) {
        const auto lines = laid_out(table, columns);
        if (lines.empty()) {
            return false;
        }
        m_page.line(m_page.ink().toned(Tone::Faint, lines.front()));
        m_page.lines(std::span(lines).subspan(1));
        return true;
    }

    [[nodiscard]] std::vector<std::string> laid_out(const Table& table,
                                                    const std::vector<std::size_t>& columns) const {
        LetterTable letters;
        for (const auto i : columns) {
            const auto& column = table.columns[i];
            letters.columns.push_back({words(column.brief.empty() ? column.head : column.brief),
                                       column.number ? Align::Right : Align::Left});
        }
        for (const auto& row : table.rows) {
            std::vector<std::string> cells;
            std::vector<std::string> below;
            for (const auto i : columns) {
                const auto& cell = row.cells[i];
                cells.push_back(sign_of(cell.group) +
                                words(cell.brief.empty() ? cell.text : cell.brief));
                below.push_back(cell.brief.empty() ? words(cell.below) : std::string());
            }
            if (row.kind == RowKind::Continues) {
                cells.front().insert(0, "+ ");
            }
            letters.rows.push_back(std::move(cells));
            if (std::ranges::any_of(below, [](const auto& text) { return !text.empty(); })) {
                letters.rows.push_back(std::move(below));
            }
        }
        return letters.lines(m_page.width(), m_page.ink().sign("…", "..."), table.least_first);
    }

    void stacked(const Table& table) {
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            if (i < table.narrow.size()) {
                put_lines(table.narrow[i], table.rows[i].cells.front().group);
                continue;
            }
            const auto& cells = table.rows[i].cells;
            m_page.prose(shown(cells.front().text), 0, Tone::Strong);
            for (std::size_t c = 1; c < table.columns.size(); ++c) {
                m_page.labelled(shown(table.columns[c].head), std::array{shown(cells[c].text)}, 2);
            }
        }
    }

    void put_lines(const std::vector<Text>& lines, const std::string& group) {
        m_page.prose(Name{sign_of(group) + words(lines.front())});
        for (std::size_t i = 1; i < lines.size(); ++i) {
            m_page.prose(shown(lines[i]), 2);
        }
    }

    std::vector<GroupSign> m_signs;
    TextPage m_page;
};

} // namespace

void render_text(const Document& document, const WriterSettings& settings, std::ostream& out) {
    TextRenderer(settings, out).document(document);
}

} // namespace assess::reports
