#include "tests/support/source_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace assess {
namespace {

/// Code without comments and directives, every text in it empty.
class SourceScanner {
public:
    explicit SourceScanner(std::string_view source) : m_source(source) {}

    void scan() {
        while (m_at < m_source.size()) {
            if (rest().starts_with("//") || (m_source[m_at] == '#' && at_start_of_line())) {
                skip_to(m_source.find('\n', m_at));
            } else if (rest().starts_with("/*")) {
                skip_to(m_source.find("*/", m_at) + 2);
            } else if (m_source[m_at] == '"') {
                text();
            } else if (m_source[m_at] == '\'' && !is_in_number()) {
                character();
            } else {
                code += m_source[m_at];
                skip_to(m_at + 1);
            }
        }
    }

    std::string code;
    std::vector<Literal> literals;
    std::vector<std::size_t> ends; ///< of each literal in the code

private:
    [[nodiscard]] std::string_view rest() const { return m_source.substr(m_at); }
    [[nodiscard]] bool at_start_of_line() const {
        const auto last = code.find_last_not_of(' ');
        return last == std::string::npos || code[last] == '\n';
    }
    /// 16'000
    [[nodiscard]] bool is_in_number() const {
        return !code.empty() && std::isalnum(static_cast<unsigned char>(code.back())) != 0;
    }
    /// R"(...)", and no name that ends so.
    [[nodiscard]] bool is_raw() const {
        const auto before = code.size() < 2 ? ' ' : code[code.size() - 2];
        return code.ends_with('R') && std::isalnum(static_cast<unsigned char>(before)) == 0 &&
               before != '_';
    }
    void skip_to(std::size_t end) {
        end = std::min(end, m_source.size());
        m_line +=
            static_cast<std::size_t>(std::ranges::count(m_source.substr(m_at, end - m_at), '\n'));
        m_at = end;
    }

    void text() {
        const auto line = m_line;
        const auto words = is_raw() ? raw_words() : escaped_words();
        const auto last = code.find_last_not_of(" \n") + 1;
        if (!ends.empty() && ends.back() == last) {
            literals.back().text += words;
            return;
        }
        code += "\"\"";
        ends.push_back(code.size());
        literals.push_back({words, line, {}, {}});
    }
    std::string raw_words() {
        const auto open = m_source.find('(', m_at);
        const auto close = ")" + std::string(m_source.substr(m_at + 1, open - m_at - 1)) + "\"";
        const auto end = m_source.find(close, open);
        std::string words(m_source.substr(open + 1, end - open - 1));
        skip_to(end + close.size());
        return words;
    }
    std::string escaped_words() {
        std::string words;
        auto at = m_at + 1;
        for (; at < m_source.size() && m_source[at] != '"'; ++at) {
            if (m_source[at] != '\\') {
                words += m_source[at];
            } else if (const char escaped = m_source[++at]; escaped == 'n' || escaped == 't') {
                words += escaped == 'n' ? '\n' : '\t';
            } else if (escaped == '"' || escaped == '\\' || escaped == '\'') {
                words += escaped;
            } else {
                words += std::string("\\") + escaped;
            }
        }
        skip_to(at + 1);
        return words;
    }
    void character() {
        auto at = m_at + 1;
        while (at < m_source.size() && m_source[at] != '\'') {
            at += m_source[at] == '\\' ? 2U : 1U;
        }
        code += "''";
        skip_to(at + 1);
    }

    std::string_view m_source;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
};

/// Whether a statement of its own begins after this line.
bool ends_statement(std::string_view line) {
    const auto ends = [](std::string_view text, const auto& endings) {
        return std::ranges::any_of(endings,
                                   [&](std::string_view end) { return text.ends_with(end); });
    };
    if (line.ends_with('{')) {
        line.remove_suffix(1);
        line = line.substr(0, line.find_last_not_of(' ') + 1);
        constexpr std::array<std::string_view, 6> heads{")",  "else",  "try",
                                                        "do", "const", "noexcept"};
        return ends(line, heads);
    }
    constexpr std::array<std::string_view, 3> stops{";", "}", ":"};
    return line.empty() || ends(line, stops);
}

std::string on_one_line(std::string_view code) {
    std::string line;
    for (const char c : code) {
        if (std::isspace(static_cast<unsigned char>(c)) == 0) {
            line += c;
        } else if (!line.ends_with(' ')) {
            line += ' ';
        }
    }
    return line;
}

std::string_view statement_before(std::string_view code) {
    auto start = code.size();
    while (start > 0) {
        const auto line_end = code.rfind('\n', start - 1);
        if (line_end == std::string_view::npos) {
            return code;
        }
        const auto line_start = code.substr(0, line_end).rfind('\n') + 1;
        const auto line = code.substr(line_start, line_end - line_start);
        if (ends_statement(line.substr(0, line.find_last_not_of(' ') + 1))) {
            return code.substr(line_end + 1);
        }
        start = line_end;
    }
    return code;
}

} // namespace

std::map<std::string, std::string> files_below(const std::string& folder,
                                               const std::string& ending) {
    namespace fs = std::filesystem;
    const fs::path top(ASSESS_SOURCE_DIR);
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(top / folder)) {
        if (entry.path().extension() == ending) {
            std::ifstream file(entry.path());
            std::ostringstream text;
            text << file.rdbuf();
            files.emplace(fs::relative(entry.path(), top).string(), text.str());
        }
    }
    return files;
}

std::map<std::string, std::string> sources_below(const std::string& folder) {
    auto files = files_below(folder, ".cpp");
    files.merge(files_below(folder, ".hpp"));
    return files;
}

std::vector<Literal> literals_of(std::string_view source) {
    SourceScanner scanner(source);
    scanner.scan();
    const std::string_view code = scanner.code;
    for (std::size_t i = 0; i < scanner.literals.size(); ++i) {
        constexpr std::size_t enough = 80;
        const auto end = scanner.ends[i];
        scanner.literals[i].before = on_one_line(statement_before(code.substr(0, end - 2)));
        scanner.literals[i].after = on_one_line(code.substr(end, enough));
    }
    return std::move(scanner.literals);
}

} // namespace assess
