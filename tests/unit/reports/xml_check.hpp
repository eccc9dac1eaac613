// Whether a text is well-formed XML as far as our writers use it: tags that match, quoted
// attributes, no bare '<' or '&'.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace assess::testing {

/// What is wrong; empty where nothing is.
inline std::string xml_objection(std::string_view xml) {
    std::vector<std::string> open;
    for (std::size_t at = 0; at < xml.size();) {
        if (xml[at] == '&') {
            const auto end = xml.find(';', at);
            if (end == std::string_view::npos || end - at > 8) {
                return "a bare & at " + std::string(xml.substr(at, 20));
            }
        }
        if (xml[at] != '<') {
            ++at;
            continue;
        }
        const auto from = at + 1;
        bool quoted = false;
        for (++at; at < xml.size() && (quoted || xml[at] != '>'); ++at) {
            quoted = quoted != (xml[at] == '"');
            if (xml[at] == '<') {
                return "a < inside a tag: " + std::string(xml.substr(from, 40));
            }
        }
        if (at == xml.size()) {
            return "an open tag at the end: " + std::string(xml.substr(from, 40));
        }
        const auto tag = xml.substr(from, at - from);
        ++at;
        const auto name = std::string(tag.substr(tag.starts_with('/') ? 1 : 0));
        const auto word = name.substr(0, name.find_first_of(" /"));
        if (tag.starts_with('?') || tag.ends_with('/')) {
            continue;
        }
        if (!tag.starts_with('/')) {
            open.push_back(word);
        } else if (open.empty() || open.back() != word) {
            return "</" + word + "> closes " + (open.empty() ? "nothing" : open.back());
        } else {
            open.pop_back();
        }
    }
    return open.empty() ? "" : open.back() + " is not closed";
}

} // namespace assess::testing
