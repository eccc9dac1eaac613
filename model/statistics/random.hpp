// Random numbers: one generator with a fixed algorithm, so that a seed gives the same digits on
// every platform. (The distributions of <random> may differ from one library to the next.)
//
// xoshiro256** 1.0: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators",
// ACM Transactions on Mathematical Software 47 (2021); seeded by SplitMix64, as they advise.
// Not for secrets.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace assess {

/// One step of SplitMix64; advances `state`.
std::uint64_t split_mix_64(std::uint64_t& state);

class Random {
public:
    /// Any seed will do, 0 included.
    explicit Random(std::uint64_t seed);
    /// `state` must not be all zeros.
    explicit Random(const std::array<std::uint64_t, 4>& state) : m_state(state) {}
    [[nodiscard]] const std::array<std::uint64_t, 4>& state() const { return m_state; }

    /// Uniform over all 64-bit numbers.
    std::uint64_t next() {
        const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
        const std::uint64_t shifted = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = std::rotl(m_state[3], 45);
        return result;
    }

    /// Uniform over 0 .. bound - 1, without bias; `bound` is at least 1.
    /// D. Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019).
    std::uint32_t below(std::uint32_t bound) {
        std::uint64_t product = (next() >> 32) * bound;
        if (static_cast<std::uint32_t>(product) < bound) {
            const std::uint32_t rejected = (0U - bound) % bound;
            while (static_cast<std::uint32_t>(product) < rejected) {
                product = (next() >> 32) * bound;
            }
        }
        return static_cast<std::uint32_t>(product >> 32);
    }

private:
    std::array<std::uint64_t, 4> m_state{};
};

} // namespace assess
