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

    void put(const Table& table) {
        const auto lines = laid_out(table);
        if (lines.empty()) {
            stacked(table);
            return;
        }
        m_page.line(m_page.ink().toned(Tone::Faint, lines.front()));
        m_page.lines(std::span(lines).subspan(1));
    }

    [[nodiscard]] std::vector<std::string> laid_out(const Table& table) const {
        LetterTable letters;
        for (const auto& column : table.columns) {
            letters.columns.push_back(
                {words(column.head), column.number ? Align::Right : Align::Left});
        }
        for (const auto& row : table.rows) {
            std::vector<std::string> cells;
            for (const auto& cell : row) {
                cells.push_back(words(cell.text));
            }
            letters.rows.push_back(std::move(cells));
        }
        return letters.lines(m_page.width(), m_page.ink().sign("…", "..."), table.least_first);
    }

    void stacked(const Table& table) {
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            if (i < table.narrow.size()) {
                for (std::size_t line = 0; line < table.narrow[i].size(); ++line) {
                    m_page.prose(shown(table.narrow[i][line]), line == 0 ? 0 : 2);
                }
                continue;
            }
            m_page.prose(shown(table.rows[i].front().text), 0, Tone::Strong);
            for (std::size_t c = 1; c < table.columns.size(); ++c) {
                m_page.labelled(shown(table.columns[c].head),
                                std::array{shown(table.rows[i][c].text)}, 2);
            }
        }
    }

    TextPage m_page;
};

} // namespace

void render_text(const Document& document, const WriterSettings& settings, std::ostream& out) {
    TextRenderer(settings, out).document(document);
}

} // namespace assess::reports
