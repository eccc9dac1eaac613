// Splits: the ways to divide N people into a group of n and the rest, every one (here) or a random
// sample (random_subsets.hpp), together with the sums that a test statistic needs of the group.
//
// A statistic of means and variances needs only sums over one of the two groups (those of the
// other are the totals less these), so a split costs one addition of a row where all are
// enumerated, and n of them where splits are drawn. Take the smaller group.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace assess {

/// The number of ways to choose `chosen` of `from`; the largest 64-bit number where it is more.
std::uint64_t binomial(std::uint64_t from, std::uint64_t chosen);

/// What one person adds to the sums.
template <std::size_t Width>
using Row = std::array<double, Width>;

template <std::size_t Width>
Row<Width> plus(const Row<Width>& a, const Row<Width>& b) {
    Row<Width> sum;
    for (std::size_t i = 0; i < Width; ++i) {
        sum[i] = a[i] + b[i];
    }
    return sum;
}

namespace detail {

template <std::size_t Width, typename Visit>
void extend_subset(std::span<const Row<Width>> rows, std::size_t size, const Row<Width>& so_far,
                   Visit& visit) {
    if (size == 1) {
        for (const Row<Width>& row : rows) {
            visit(plus(so_far, row));
        }
        return;
    }
    for (std::size_t i = 0; i + size <= rows.size(); ++i) {
        extend_subset(rows.subspan(i + 1), size - 1, plus(so_far, rows[i]), visit);
    }
}

} // namespace detail

/// Calls visit(sums) for every subset of `size` rows, 1 <= size <= rows.size(), in lexicographic
/// order; the first is that of the first `size` rows. Each sum is built from its own rows, left to
/// right, so that no rounding error drifts from split to split.
template <std::size_t Width, typename Visit>
void visit_all_subsets(std::span<const Row<Width>> rows, std::size_t size, Visit&& visit) {
    detail::extend_subset(rows, size, Row<Width>{}, visit);
}

} // namespace assess
