#include "model/statistics/random.hpp"

namespace assess {

std::uint64_t split_mix_64(std::uint64_t& state) {
    state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t mixed = state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31);
}

Random::Random(std::uint64_t seed) {
    for (std::uint64_t& word : m_state) {
        word = split_mix_64(seed);
    }
}

} // namespace assess
