// Random subsets of rows and their sums: the draws of every sampled permutation test of means.
//
// Which subsets a seed draws is fixed by one sequential recipe (random.hpp and a partial
// Fisher-Yates shuffle, see visit_random_subsets); so is the order of every addition. How it is
// computed depends on the machine: eight stretches of the generator's numbers side by side, in
// vectors as wide as the processor has. Every kernel gives the same bits (tested).
#pragma once

#include "model/statistics/random.hpp"
#include "model/statistics/splits.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <new>
#include <span>
#include <string_view>
#include <vector>

namespace assess {

/// A row of four with the alignment of a vector register.
struct alignas(32) AlignedRow {
    Row<4> values{};
};

/// Eight generators as vectors: word w of generator g stands at [w][g].
using GeneratorLanes = std::array<std::array<std::uint64_t, 8>, 4>;

/// Running sums: that of entry i is i modulo 4, so that an addition need not wait for the last.
template <std::size_t Width>
using FourSums = std::array<Row<Width>, 4>;

/// The inner loops, compiled for one kind of processor.
struct SubsetKernel {
    std::string_view name;
    /// Writes `generator_stretch` numbers (the upper halves of Random::next) of each generator, one
    /// generator's after the other's, and leaves each where the eighth after it would go on.
    void (*generate)(GeneratorLanes& lanes, std::uint32_t* numbers);
    /// targets[i] = from + i + a uniform number below people - from - i. False where Random::below
    /// might have looked at a second number for one of them.
    bool (*scale)(const std::uint32_t* numbers, std::uint32_t from, std::uint32_t people,
                  std::span<std::uint32_t> targets);
    /// Exchanges entry from + i with entry targets[i], one i after the other, and adds what comes
    /// to from + i to sums[i % 4].
    void (*exchange_values)(double* values, std::uint32_t from,
                            std::span<const std::uint32_t> targets, FourSums<1>& sums);
    void (*exchange_rows)(const AlignedRow* rows, std::uint32_t* order, std::uint32_t from,
                          std::span<const std::uint32_t> targets, FourSums<4>& sums);
};

/// Those that this machine can run, the portable one first, the fastest last.
std::span<const SubsetKernel> subset_kernels();

/// The upper halves of the numbers that a Random would give, in the same order.
class NumberStream {
public:
    /// `expected`: about how many will be asked for. Few are made one by one.
    NumberStream(const Random& random, std::uint64_t expected, const SubsetKernel& kernel);
    /// The next `count` numbers; they are given again until skip() passes them.
    std::span<const std::uint32_t> peek(std::size_t count);
    void skip(std::size_t count) { m_front += count; }
    /// Random::below.
    std::uint32_t below(std::uint32_t bound);

private:
    void append();

    const SubsetKernel& m_kernel;
    Random m_random; ///< only where numbers are made one by one
    GeneratorLanes m_lanes{};
    bool m_side_by_side;
    std::vector<std::uint32_t> m_numbers;
    std::size_t m_front = 0;
};

/// Draws subsets, one after the other.
template <std::size_t Width>
class RandomSubsets {
    static_assert(Width == 1 || Width == 4);

public:
    RandomSubsets(std::span<const Row<Width>> rows, std::size_t size, std::uint64_t count,
                  const Random& random, const SubsetKernel& kernel);
    /// The sums over the next subset.
    Row<Width> next();

private:
    /// Where the entries from `from` on go.
    void draw_targets(std::uint32_t from, std::span<std::uint32_t> targets);

    const SubsetKernel& m_kernel;
    NumberStream m_numbers;
    std::uint32_t m_people;
    std::uint32_t m_size;
    std::vector<double> m_values;       ///< Width 1: shuffled themselves
    std::vector<AlignedRow> m_rows;     ///< Width 4: stay where they are
    std::vector<std::uint32_t> m_order; ///< Width 4: shuffled in their stead
};

extern template class RandomSubsets<1>;
extern template class RandomSubsets<4>;

/// Calls visit(sums) for `count` random subsets of `size` of the N rows, each of the
/// binomial(N, size) equally likely; size <= N < 2^32. A partial Fisher-Yates shuffle: for i from
/// 0 to size - 1, entry i changes places with entry i + random.below(N - i); from whatever order
/// the rows are in, the first `size` are then a uniform draw, so each subset starts from the order
/// that the last one left. Draws from a copy of `random`.
/// Cost: about 1 ns a subset and row drawn (AVX2), as long as the rows fit the caches.
template <std::size_t Width, typename Visit>
void visit_random_subsets(std::span<const Row<Width>> rows, std::size_t size, std::uint64_t count,
                          const Random& random, Visit&& visit,
                          const SubsetKernel& kernel = subset_kernels().back()) {
    RandomSubsets<Width> subsets(rows, size, count, random, kernel);
    for (std::uint64_t split = 0; split < count; ++split) {
        visit(subsets.next());
    }
}

} // namespace assess
