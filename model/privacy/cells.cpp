#include "model/privacy/cells.hpp"

#include <algorithm>
#include <unordered_map>

namespace assess {

void Cells::split(std::span<const std::size_t> members) {
    // Looked up only, never walked through: its order does not matter.
    std::unordered_map<std::uint32_t, std::uint32_t> inside;
    for (const std::size_t item : members) {
        const auto [found, is_new] =
            inside.try_emplace(m_cell_of[item], static_cast<std::uint32_t>(m_sizes.size()));
        if (is_new) {
            m_sizes.push_back(0);
        }
        --m_sizes[m_cell_of[item]];
        ++m_sizes[found->second];
        m_cell_of[item] = found->second;
    }
}

std::size_t Cells::smallest() const {
    std::size_t smallest = 0;
    for (std::size_t cell = no_set + 1; cell < m_sizes.size(); ++cell) {
        if (m_sizes[cell] > 0 && (smallest == 0 || m_sizes[cell] < smallest)) {
            smallest = m_sizes[cell];
        }
    }
    return smallest;
}

} // namespace assess
