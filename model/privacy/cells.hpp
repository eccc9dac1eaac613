// Cells: which submissions the same sets hold. A partition, refined set by set.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace assess {

class Cells {
public:
    /// `count` items, none of them in any set yet.
    explicit Cells(std::size_t count) : m_cell_of(count, no_set), m_sizes{count} {}

    /// The cell of all items that no set holds.
    static constexpr std::uint32_t no_set = 0;

    /// One more set. `members`: each item at most once. Costs their number, amortized.
    void split(std::span<const std::size_t> members);

    [[nodiscard]] std::uint32_t of(std::size_t item) const { return m_cell_of[item]; }
    /// Cells that were ever made; some may be empty.
    [[nodiscard]] std::size_t count() const { return m_sizes.size(); }
    [[nodiscard]] std::size_t size(std::uint32_t cell) const { return m_sizes[cell]; }
    /// Items in the smallest cell within some set; 0 where no set holds anything.
    [[nodiscard]] std::size_t smallest() const;

private:
    std::vector<std::uint32_t> m_cell_of;
    std::vector<std::size_t> m_sizes;
};

} // namespace assess
