// Documents as Markdown: everything is escaped here; figures and letters stand in fences.
#include "reports/document/render.hpp"
#include "reports/markdown/markdown_page.hpp"

namespace assess::reports {
namespace {

std::string markdown(const Text& text) {
    return markdown_text(with_minus(text));
}

class MarkdownRenderer {
public:
    explicit MarkdownRenderer(std::ostream& out) : m_out(out) {}

    void document(const Document& document) {
        m_out << "# " << markdown(document.title) << "\n\n";
        if (!document.answer.empty()) {
            m_out << "**" << markdown(document.answer) << "**\n\n";
        }
        std::string facts;
        for (const auto& fact : document.facts) {
            facts += (facts.empty() ? "" : " · ") + markdown(fact);
        }
        if (!facts.empty()) {
            m_out << facts << "\n\n";
        }
        for (const auto& section : document.sections) {
            m_out << "\n## " << markdown(section.title) << "\n\n";
            blocks(section.blocks);
        }
        if (!document.footer.empty()) {
            m_out << markdown(document.footer) << '\n';
        }
    }

private:
    void blocks(const std::vector<Block>& blocks) {
        for (const auto& block : blocks) {
            std::visit([&](const auto& one) { put(one); }, block.kind());
        }
    }

    void put(const Paragraph& paragraph) {
        if (!paragraph.text.empty()) {
            const auto* mark = paragraph.weight == Weight::Strong ? "**" : "";
            m_out << mark << markdown(paragraph.text) << mark << "\n\n";
        }
    }
    void put(const Subheading& heading) { m_out << "### " << markdown(heading.text) << "\n\n"; }
    void put(const Bullets& bullets) {
        for (const auto& item : bullets.items) {
            m_out << "- " << markdown(item) << '\n';
        }
        m_out << (bullets.items.empty() ? "" : "\n");
    }
    void put(const Labelled& labelled) {
        m_out << "**" << markdown(labelled.label) << ":**";
        if (labelled.texts.size() == 1) {
            m_out << ' ' << markdown(labelled.texts.front()) << "\n\n";
            return;
        }
        m_out << "\n\n";
        put(Bullets{labelled.texts});
    }
    void put(const Fold& fold) {
        put(Subheading{fold.summary});
        blocks(fold.blocks);
    }
    void put(const Values& values) {
        for (const auto& [name, value] : values.entries) {
            m_out << "- **" << markdown(name) << ":** " << markdown(value) << '\n';
        }
        m_out << '\n';
    }
    void put(const Table& table) {
        m_out << '|';
        for (const auto& column : table.columns) {
            m_out << ' ' << markdown(column.head) << " |";
        }
        m_out << "\n|";
        for (const auto& column : table.columns) {
            m_out << (column.number ? " ---: |" : " --- |");
        }
        m_out << '\n';
        for (const auto& row : table.rows) {
            m_out << '|';
            for (const auto& cell : row) {
                m_out << ' ' << markdown(cell.text) << " |";
            }
            m_out << '\n';
        }
        m_out << '\n';
    }

    std::ostream& m_out;
};

} // namespace

void render_markdown(const Document& document, const WriterSettings& /*settings*/,
                     std::ostream& out) {
    MarkdownRenderer(out).document(document);
}

} // namespace assess::reports
