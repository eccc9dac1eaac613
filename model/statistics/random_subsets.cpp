#include "model/statistics/random_subsets.hpp"

#include "model/statistics/subset_kernels.hpp"

#include <algorithm>
#include <numeric>

namespace assess {
namespace {

constexpr std::size_t lane_count = 8;
constexpr std::size_t numbers_per_call = lane_count * generator_stretch;

/// To start eight generators side by side costs as much as some ten thousand numbers.
constexpr std::uint64_t few_numbers = 2 * numbers_per_call;

/// So many entries change places at a time: few enough for the first-level cache. A multiple of 4.
constexpr std::uint32_t at_once = 1024;

GeneratorLanes lanes_from(Random random) {
    GeneratorLanes states{};
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        for (std::size_t word = 0; word < random.state().size(); ++word) {
            states[word][lane] = random.state()[word];
        }
        for (std::size_t i = 0; lane + 1 < lane_count && i < generator_stretch; ++i) {
            random.next();
        }
    }
    return states;
}

} // namespace

NumberStream::NumberStream(const Random& random, std::uint64_t expected, const SubsetKernel& kernel)
    : m_kernel(kernel), m_random(random), m_side_by_side(expected > few_numbers) {
    if (m_side_by_side) {
        m_lanes = lanes_from(random);
    }
}

void NumberStream::append() {
    const std::size_t known = m_numbers.size();
    if (m_side_by_side) {
        m_numbers.resize(known + numbers_per_call);
        m_kernel.generate(m_lanes, m_numbers.data() + known);
    } else {
        m_numbers.push_back(static_cast<std::uint32_t>(m_random.next() >> 32));
    }
}

std::span<const std::uint32_t> NumberStream::peek(std::size_t count) {
    if (m_numbers.size() - m_front < count) {
        m_numbers.erase(m_numbers.begin(),
                        m_numbers.begin() + static_cast<std::ptrdiff_t>(m_front));
        m_front = 0;
        while (m_numbers.size() < count) {
            append();
        }
    }
    return std::span(m_numbers).subspan(m_front, count);
}

std::uint32_t NumberStream::below(std::uint32_t bound) {
    const std::uint32_t rejected = (0U - bound) % bound;
    for (;;) {
        const std::uint64_t product = std::uint64_t{peek(1)[0]} * bound;
        skip(1);
        if (static_cast<std::uint32_t>(product) >= rejected) {
            return static_cast<std::uint32_t>(product >> 32);
        }
    }
}

template <std::size_t Width>
RandomSubsets<Width>::RandomSubsets(std::span<const Row<Width>> rows, std::size_t size,
                                    std::uint64_t count, const Random& random,
                                    const SubsetKernel& kernel)
    : m_kernel(kernel), m_numbers(random, count * size, kernel),
      m_people(static_cast<std::uint32_t>(rows.size())), m_size(static_cast<std::uint32_t>(size)) {
    if constexpr (Width == 1) {
        m_values.reserve(rows.size());
        for (const Row<1>& row : rows) {
            m_values.push_back(row[0]);
        }
    } else {
        m_rows.reserve(rows.size());
        for (const Row<4>& row : rows) {
            m_rows.push_back({row});
        }
        m_order.resize(rows.size());
        std::iota(m_order.begin(), m_order.end(), 0U);
    }
}

template <std::size_t Width>
void RandomSubsets<Width>::draw_targets(std::uint32_t from, std::span<std::uint32_t> targets) {
    if (m_kernel.scale(m_numbers.peek(targets.size()).data(), from, m_people, targets)) {
        m_numbers.skip(targets.size());
        return;
    }
    for (std::uint32_t i = 0; i < targets.size(); ++i) {
        targets[i] = from + i + m_numbers.below(m_people - from - i);
    }
}

template <std::size_t Width>
Row<Width> RandomSubsets<Width>::next() {
    std::array<std::uint32_t, at_once> targets; // written before it is read
    FourSums<Width> sums{};
    for (std::uint32_t from = 0; from < m_size; from += at_once) {
        const std::span here(targets.data(), std::min(at_once, m_size - from));
        draw_targets(from, here);
        if constexpr (Width == 1) {
            m_kernel.exchange_values(m_values.data(), from, here, sums);
        } else {
            m_kernel.exchange_rows(m_rows.data(), m_order.data(), from, here, sums);
        }
    }
    return plus(plus(sums[0], sums[1]), plus(sums[2], sums[3]));
}

template class RandomSubsets<1>;
template class RandomSubsets<4>;

} // namespace assess
