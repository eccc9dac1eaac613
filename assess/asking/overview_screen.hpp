// All questions with their answers: to look over before saving, or to jump to one.
#pragma once

#include "assess/asking/interview.hpp"
#include "assess/asking/page.hpp"
#include "assess/asking/reply.hpp"

#include <optional>
#include <string>
#include <vector>

namespace assess::asking {

class OverviewScreen {
public:
    /// `current`: the row to start on, an index into the session's items; nothing: none.
    OverviewScreen(const Interview& interview, std::optional<std::size_t> current);

    struct Choice {
        bool handled = false;
        bool leave = false;                ///< Escape
        std::optional<std::size_t> item{}; ///< to go there
        bool enter = false;                ///< Enter without a row
        std::string note{};
    };
    Choice handle(const Key& key);
    void show(Page& page, Size size, bool unicode) const;

private:
    const Interview& m_interview;
    std::optional<std::size_t> m_focus; ///< index into the session's items
    LineEditor m_line{16};
};

} // namespace assess::asking
