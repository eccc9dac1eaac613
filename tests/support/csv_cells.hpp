// A CSV text as a spreadsheet reads it (RFC 4180), for tests of what is written. Written from the
// RFC, apart from the program's own reader.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// Records of cells. Throws std::runtime_error where a quote stands in the middle of a cell or is
/// never closed.
inline std::vector<std::vector<std::string>> csv_cells(std::string_view text) {
    std::vector<std::vector<std::string>> records;
    std::size_t at = 0;
    while (at < text.size()) {
        std::vector<std::string> record;
        while (true) {
            std::string cell;
            if (at < text.size() && text[at] == '"') {
                for (++at;; ++at) {
                    if (at >= text.size()) {
                        throw std::runtime_error("a quoted cell without an end");
                    }
                    if (text[at] == '"' && text.substr(at + 1, 1) != "\"") {
                        break;
                    }
                    at += text[at] == '"' ? 1U : 0U;
                    cell += text[at];
                }
                ++at;
            } else {
                while (at < text.size() && text[at] != ',' && text[at] != '\n') {
                    if (text[at] == '"') {
                        throw std::runtime_error("a quote inside a plain cell");
                    }
                    cell += text[at++];
                }
            }
            record.push_back(std::move(cell));
            if (at >= text.size() || text[at] == '\n') {
                ++at;
                break;
            }
            if (text[at] != ',') {
                throw std::runtime_error("something after a quoted cell");
            }
            ++at;
        }
        records.push_back(std::move(record));
    }
    return records;
}

} // namespace assess
