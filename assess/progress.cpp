#include "assess/progress.hpp"

#include <fmt/format.h>

#include <utility>

namespace assess {

using namespace std::chrono_literals;

Progress::Progress(std::ostream& err, bool wanted, Clock clock)
    : m_err(err), m_wanted(wanted), m_clock(std::move(clock)), m_next(m_clock() + 500ms) {}

Progress::~Progress() {
    if (m_shown) {
        m_err << "\r\x1b[K" << std::flush;
    }
}

void Progress::read(std::size_t bytes, std::size_t total) {
    if (!m_wanted) {
        return;
    }
    const auto now = m_clock();
    if (now < m_next) {
        return;
    }
    m_next = now + 100ms;
    m_shown = true;
    if (total >= bytes && total > 0) {
        m_err << fmt::format("\rReading the answers: {}%", bytes * 100 / total) << std::flush;
    } else {
        m_err << fmt::format("\rReading the answers: {} MB", bytes >> 20U) << std::flush;
    }
}

} // namespace assess
