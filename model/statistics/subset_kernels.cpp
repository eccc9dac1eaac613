// The inner loops of random_subsets.hpp, written once and compiled for several processors: the
// vector types of GCC and Clang become whatever registers the function's target has. The loops do
// the same operations in the same order everywhere, and nothing is fused, so the bits agree.
#include "model/statistics/subset_kernels.hpp"

#include "model/statistics/random_subsets.hpp"

#include <bit>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#define ASSESS_X86_KERNELS 1
#endif

// Vectors are passed to inlined functions only.
#pragma GCC diagnostic ignored "-Wpsabi"

// Vectors in arrays stay in registers; attributes are no expressions.
// NOLINTBEGIN(modernize-avoid-c-arrays,bugprone-macro-parentheses)

namespace assess {
namespace {

#define ASSESS_INLINE [[gnu::always_inline]] inline

using Words4 = std::uint64_t __attribute__((vector_size(32)));
using Words8 = std::uint64_t __attribute__((vector_size(64)));
using Doubles2 = double __attribute__((vector_size(16)));
using Doubles4 = double __attribute__((vector_size(32)));

/// As many generators as a vector has words: xoshiro256**, as in random.hpp.
template <typename Words>
struct Generators {
    Words s0, s1, s2, s3;
};

template <typename Words>
ASSESS_INLINE void advance(Generators<Words>& g) {
    const Words shifted = g.s1 << 17;
    g.s2 ^= g.s0;
    g.s3 ^= g.s1;
    g.s1 ^= g.s2;
    g.s0 ^= g.s3;
    g.s2 ^= shifted;
    g.s3 = (g.s3 << 45) | (g.s3 >> 19);
}

template <typename Words>
ASSESS_INLINE void next(Generators<Words>& g, Words& result) {
    const Words five = (g.s1 << 2) + g.s1;
    const Words turned = (five << 7) | (five >> 57);
    result = (turned << 3) + turned;
    advance(g);
}

/// The upper halves of two numbers of each generator, the first of them first in memory.
template <typename Words>
ASSESS_INLINE void next_pair(Generators<Words>& g, Words& pair) {
    constexpr std::uint64_t upper = 0xffffffff00000000ULL;
    Words first;
    Words second;
    next(g, first);
    next(g, second);
    if constexpr (std::endian::native == std::endian::little) {
        pair = (first >> 32) | (second & upper);
    } else {
        pair = (first & upper) | (second >> 32);
    }
}

/// From one vector a step to four words a generator: those of generator 0 (and 4, in the upper
/// half) in rows[0], of 1 (and 5) in rows[1], and so on.
ASSESS_INLINE void transpose(const Words4 (&steps)[4], Words4 (&rows)[4]) {
    const Words4 even01 = __builtin_shufflevector(steps[0], steps[1], 0, 4, 2, 6);
    const Words4 odd01 = __builtin_shufflevector(steps[0], steps[1], 1, 5, 3, 7);
    const Words4 even23 = __builtin_shufflevector(steps[2], steps[3], 0, 4, 2, 6);
    const Words4 odd23 = __builtin_shufflevector(steps[2], steps[3], 1, 5, 3, 7);
    rows[0] = __builtin_shufflevector(even01, even23, 0, 1, 4, 5);
    rows[1] = __builtin_shufflevector(odd01, odd23, 0, 1, 4, 5);
    rows[2] = __builtin_shufflevector(even01, even23, 2, 3, 6, 7);
    rows[3] = __builtin_shufflevector(odd01, odd23, 2, 3, 6, 7);
}

ASSESS_INLINE void transpose(const Words8 (&steps)[4], Words8 (&rows)[4]) {
    const Words8 even01 = __builtin_shufflevector(steps[0], steps[1], 0, 8, 2, 10, 4, 12, 6, 14);
    const Words8 odd01 = __builtin_shufflevector(steps[0], steps[1], 1, 9, 3, 11, 5, 13, 7, 15);
    const Words8 even23 = __builtin_shufflevector(steps[2], steps[3], 0, 8, 2, 10, 4, 12, 6, 14);
    const Words8 odd23 = __builtin_shufflevector(steps[2], steps[3], 1, 9, 3, 11, 5, 13, 7, 15);
    rows[0] = __builtin_shufflevector(even01, even23, 0, 1, 8, 9, 4, 5, 12, 13);
    rows[1] = __builtin_shufflevector(odd01, odd23, 0, 1, 8, 9, 4, 5, 12, 13);
    rows[2] = __builtin_shufflevector(even01, even23, 2, 3, 10, 11, 6, 7, 14, 15);
    rows[3] = __builtin_shufflevector(odd01, odd23, 2, 3, 10, 11, 6, 7, 14, 15);
}

/// Writes eight numbers of each generator, `generator_stretch` apart.
template <typename Words>
ASSESS_INLINE void write_eight(Generators<Words>& g, std::uint32_t* numbers) {
    Words steps[4];
    Words rows[4];
    next_pair(g, steps[0]);
    next_pair(g, steps[1]);
    next_pair(g, steps[2]);
    next_pair(g, steps[3]);
    transpose(steps, rows);
    constexpr std::size_t eight = 8 * sizeof(std::uint32_t);
    for (std::size_t lane = 0; lane < sizeof(Words) / sizeof(std::uint64_t); ++lane) {
        std::memcpy(numbers + lane * generator_stretch,
                    reinterpret_cast<const char*>(&rows[lane % 4]) + lane / 4 * eight, eight);
    }
}

/// x^(7 * 4096) modulo the generator's characteristic polynomial, the constant term first: what
/// takes a generator over the stretches of the other seven (tested against single steps; the way to
/// it is that of the authors' jump()).
constexpr std::array<std::uint64_t, 4> over_the_others{
    0x39b2c0ad5f2ab37bULL, 0xa63f750d20127ba4ULL, 0xd40755ca5df5f6ceULL, 0x0de5205cce51ff62ULL};
static_assert(generator_stretch == 4096);

template <typename Words>
ASSESS_INLINE void jump(Generators<Words>& g) {
    Generators<Words> sum{};
    for (const std::uint64_t word : over_the_others) {
        for (int bit = 0; bit < 64; ++bit) {
            if ((word >> bit & 1U) != 0) {
                sum.s0 ^= g.s0;
                sum.s1 ^= g.s1;
                sum.s2 ^= g.s2;
                sum.s3 ^= g.s3;
            }
            advance(g);
        }
    }
    g = sum;
}

template <typename Words>
ASSESS_INLINE void generate(GeneratorLanes& lanes, std::uint32_t* numbers) {
    constexpr std::size_t width = sizeof(Words) / sizeof(std::uint64_t);
    for (std::size_t lane = 0; lane < lanes[0].size(); lane += width) {
        Generators<Words> g;
        std::memcpy(&g.s0, &lanes[0][lane], sizeof(Words));
        std::memcpy(&g.s1, &lanes[1][lane], sizeof(Words));
        std::memcpy(&g.s2, &lanes[2][lane], sizeof(Words));
        std::memcpy(&g.s3, &lanes[3][lane], sizeof(Words));
        for (std::size_t i = 0; i < generator_stretch; i += 8) {
            write_eight(g, numbers + lane * generator_stretch + i);
        }
        jump(g);
        std::memcpy(&lanes[0][lane], &g.s0, sizeof(Words));
        std::memcpy(&lanes[1][lane], &g.s1, sizeof(Words));
        std::memcpy(&lanes[2][lane], &g.s2, sizeof(Words));
        std::memcpy(&lanes[3][lane], &g.s3, sizeof(Words));
    }
}

ASSESS_INLINE bool scale(const std::uint32_t* __restrict numbers, std::uint32_t from,
                         std::uint32_t people, std::span<std::uint32_t> targets) {
    // Plain pointers that do not overlap, and one kind of counter: so that this becomes vectors.
    std::uint32_t* __restrict to = targets.data();
    const auto count = static_cast<std::uint32_t>(targets.size());
    std::uint32_t doubtful = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t bound = people - from - i;
        const std::uint64_t product = std::uint64_t{numbers[i]} * bound;
        to[i] = from + i + static_cast<std::uint32_t>(product >> 32);
        doubtful |= static_cast<std::uint32_t>(static_cast<std::uint32_t>(product) < bound);
    }
    return doubtful == 0;
}

ASSESS_INLINE void exchange_values(double* values, std::uint32_t from,
                                   std::span<const std::uint32_t> targets, FourSums<1>& sums) {
    const auto exchange = [&](std::size_t i) __attribute__((always_inline)) {
        const std::uint32_t target = targets[i];
        const double drawn = values[target];
        values[target] = values[from + i];
        values[from + i] = drawn;
        return drawn;
    };
    std::size_t i = 0;
    double a = sums[0][0];
    double b = sums[1][0];
    double c = sums[2][0];
    double d = sums[3][0];
    for (; i + 4 <= targets.size(); i += 4) {
        a += exchange(i);
        b += exchange(i + 1);
        c += exchange(i + 2);
        d += exchange(i + 3);
    }
    sums = {Row<1>{a}, Row<1>{b}, Row<1>{c}, Row<1>{d}};
    for (; i < targets.size(); ++i) {
        sums[i % 4][0] += exchange(i);
    }
}

/// A row in as many registers as it takes.
template <typename Doubles>
struct RowRegisters {
    static constexpr std::size_t count = sizeof(AlignedRow) / sizeof(Doubles);
    Doubles parts[count];
};

template <typename Doubles>
ASSESS_INLINE void add(RowRegisters<Doubles>& sum, const AlignedRow& row) {
    for (std::size_t k = 0; k < RowRegisters<Doubles>::count; ++k) {
        Doubles part;
        std::memcpy(&part, row.values.data() + k * (sizeof part / sizeof(double)), sizeof part);
        sum.parts[k] += part;
    }
}

template <typename Doubles>
ASSESS_INLINE void exchange_rows(const AlignedRow* rows, std::uint32_t* order, std::uint32_t from,
                                 std::span<const std::uint32_t> targets, FourSums<4>& sums) {
    const auto exchange = [&](std::size_t i, RowRegisters<Doubles> & sum)
        __attribute__((always_inline)) {
        const std::uint32_t target = targets[i];
        const std::uint32_t drawn = order[target];
        order[target] = order[from + i];
        order[from + i] = drawn;
        add(sum, rows[drawn]);
    };
    RowRegisters<Doubles> a;
    RowRegisters<Doubles> b;
    RowRegisters<Doubles> c;
    RowRegisters<Doubles> d;
    std::memcpy(&a, sums.data(), sizeof a);
    std::memcpy(&b, &sums[1], sizeof b);
    std::memcpy(&c, &sums[2], sizeof c);
    std::memcpy(&d, &sums[3], sizeof d);
    std::size_t i = 0;
    for (; i + 4 <= targets.size(); i += 4) {
        exchange(i, a);
        exchange(i + 1, b);
        exchange(i + 2, c);
        exchange(i + 3, d);
    }
    const std::size_t left = targets.size() - i;
    if (left > 0) {
        exchange(i, a);
    }
    if (left > 1) {
        exchange(i + 1, b);
    }
    if (left > 2) {
        exchange(i + 2, c);
    }
    std::memcpy(sums.data(), &a, sizeof a);
    std::memcpy(&sums[1], &b, sizeof b);
    std::memcpy(&sums[2], &c, sizeof c);
    std::memcpy(&sums[3], &d, sizeof d);
}

// One set of functions for a target; the bodies above are inlined into each.
#define ASSESS_KERNEL(suffix, attributes, words, doubles)                                          \
    attributes void generate_##suffix(GeneratorLanes& lanes, std::uint32_t* numbers) {             \
        generate<words>(lanes, numbers);                                                           \
    }                                                                                              \
    attributes bool scale_##suffix(const std::uint32_t* numbers, std::uint32_t from,               \
                                   std::uint32_t people, std::span<std::uint32_t> targets) {       \
        return scale(numbers, from, people, targets);                                              \
    }                                                                                              \
    attributes void exchange_values_##suffix(double* values, std::uint32_t from,                   \
                                             std::span<const std::uint32_t> targets,               \
                                             FourSums<1>& sums) {                                  \
        exchange_values(values, from, targets, sums);                                              \
    }                                                                                              \
    attributes void exchange_rows_##suffix(                                                        \
        const AlignedRow* rows, std::uint32_t* order, std::uint32_t from,                          \
        std::span<const std::uint32_t> targets, FourSums<4>& sums) {                               \
        exchange_rows<doubles>(rows, order, from, targets, sums);                                  \
    }                                                                                              \
    constexpr SubsetKernel kernel_##suffix {                                                       \
#suffix, generate_##suffix, scale_##suffix, exchange_values_##suffix,                      \
            exchange_rows_##suffix                                                                 \
    }

ASSESS_KERNEL(portable, , Words4, Doubles2);
#ifdef ASSESS_X86_KERNELS
ASSESS_KERNEL(avx2, __attribute__((target("avx2"))), Words4, Doubles4);
ASSESS_KERNEL(avx512, __attribute__((target("avx2,avx512f,avx512vl,avx512dq,avx512bw"))), Words8,
              Doubles4);
#endif

std::vector<SubsetKernel> find_kernels() {
    std::vector<SubsetKernel> kernels{kernel_portable};
#ifdef ASSESS_X86_KERNELS
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx2")) {
        kernels.push_back(kernel_avx2);
        if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
            __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw")) {
            kernels.push_back(kernel_avx512);
        }
    }
#endif
    return kernels;
}

} // namespace

std::span<const SubsetKernel> subset_kernels() {
    static const std::vector<SubsetKernel> kernels = find_kernels();
    return kernels;
}

} // namespace assess

// NOLINTEND(modernize-avoid-c-arrays,bugprone-macro-parentheses)
