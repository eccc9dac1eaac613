// Tells on a terminal how far a long read has come.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <ostream>

namespace assess {

/// Says nothing for the first half second, then one line that it keeps rewriting, at most ten
/// times a second, and wipes at the end. Says nothing at all where it is not wanted.
class Progress {
public:
    using Clock = std::function<std::chrono::steady_clock::time_point()>;

    Progress(std::ostream& err, bool wanted, Clock clock = std::chrono::steady_clock::now);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// `total` is 0 where it is not known.
    void read(std::size_t bytes, std::size_t total);

private:
    std::ostream& m_err;
    bool m_wanted;
    bool m_shown = false;
    Clock m_clock;
    std::chrono::steady_clock::time_point m_next;
};

} // namespace assess
