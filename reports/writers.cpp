#include "reports/text/write_text.hpp"
#include "reports/writer.hpp"

#include <array>

namespace assess {

std::span<const Writer> writers() {
    static constexpr std::array all{
        Writer{"text", "for a terminal or a mail, as wide as the terminal", write_text},
    };
    return all;
}

} // namespace assess
