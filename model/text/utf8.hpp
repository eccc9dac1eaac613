// UTF-8 read one code point at a time.
#pragma once

#include <cstddef>
#include <string_view>

namespace assess {

/// One code point and the bytes it took.
struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0; ///< 1 to 4; 0: the bytes there are no UTF-8
};

/// The code point that begins at `at`, which must be inside the text. Overlong forms, surrogates
/// and values beyond U+10FFFF have the length 0.
CodePoint code_point_at(std::string_view text, std::size_t at);

} // namespace assess
