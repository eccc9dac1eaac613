// The messages of one language: files of patterns in reports/wording/en and .../de.
#pragma once

#include "model/text/embedded.hpp"
#include "reports/wording/pattern.hpp"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assess::reports {

/// Patterns by id. A file is read when one of its messages is asked for first, a pattern when it
/// is: a run says a few of all messages. So one catalogue is for one thread at a time.
class Catalogue {
public:
    Catalogue() = default;
    /// Files of a JSON object each. The messages of "trend" have ids "trend.moved.what"; those of
    /// "common" any ids.
    explicit Catalogue(std::span<const EmbeddedFile> files);

    /// Throws std::logic_error for an id that is there already.
    void add(std::string_view id, std::string text);
    /// Nothing where there is no such message. Throws std::logic_error for a broken file or
    /// pattern.
    [[nodiscard]] const Pattern* find(std::string_view id) const;

private:
    struct Entry {
        std::string text;
        std::optional<Pattern> pattern; ///< once it was asked for
    };
    using Entries = std::map<std::string, Entry, std::less<>>;

    static void add(Entries& entries, std::string_view id, std::string text);
    void read(std::string_view file) const;

    mutable Entries m_entries;
    mutable std::map<std::string_view, std::string_view> m_unread; ///< texts of files by name
};

/// The languages there are: "en" first.
std::vector<std::string_view> languages();

/// All messages of a language. A broken catalogue is a mistake in the program (tested):
/// std::logic_error, as for a language that there is not.
const Catalogue& catalogue_of(std::string_view language);

} // namespace assess::reports
