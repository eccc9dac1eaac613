// Finds the bytes that matter to a CSV reader, 64 at a time.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace assess {

/// Bits of 64 bytes: bit i speaks of byte i.
struct BlockMasks {
    std::uint64_t special = 0;   ///< the delimiter, '"', LF, CR or NUL
    std::uint64_t non_ascii = 0; ///< a byte of 0x80 or above
};

inline constexpr std::size_t block_size = 64;

/// The portable way; also what the other one is tested against.
inline BlockMasks scan_block_bytewise(const char* bytes, char delimiter) {
    BlockMasks masks;
    for (std::size_t i = 0; i < block_size; ++i) {
        const char c = bytes[i];
        const bool special = c == delimiter || c == '"' || c == '\n' || c == '\r' || c == '\0';
        masks.special |= std::uint64_t{special} << i;
        masks.non_ascii |= std::uint64_t{static_cast<unsigned char>(c) >= 0x80U} << i;
    }
    return masks;
}

/// Reads exactly 64 bytes.
inline BlockMasks scan_block(const char* bytes, char delimiter) {
#if defined(__SSE2__)
    const __m128i delimiters = _mm_set1_epi8(delimiter);
    const __m128i quotes = _mm_set1_epi8('"');
    const __m128i line_feeds = _mm_set1_epi8('\n');
    const __m128i carriage_returns = _mm_set1_epi8('\r');
    const __m128i nuls = _mm_setzero_si128();
    BlockMasks masks;
    for (unsigned i = 0; i < 4; ++i) {
        const __m128i v =
            _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + 16 * i)); // NOLINT
        const __m128i hits = _mm_or_si128(
            _mm_or_si128(
                _mm_or_si128(_mm_cmpeq_epi8(v, delimiters), _mm_cmpeq_epi8(v, quotes)),
                _mm_or_si128(_mm_cmpeq_epi8(v, line_feeds), _mm_cmpeq_epi8(v, carriage_returns))),
            _mm_cmpeq_epi8(v, nuls));
        const auto bits = [](__m128i m) {
            return std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(m))};
        };
        masks.special |= bits(hits) << (16 * i);
        masks.non_ascii |= bits(v) << (16 * i);
    }
    return masks;
#else
    return scan_block_bytewise(bytes, delimiter);
#endif
}

} // namespace assess
