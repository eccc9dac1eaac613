#include "reports/content/words.hpp"

namespace assess::reports {

std::string capitalized(std::string_view text) {
    std::string capital(text);
    if (!capital.empty() && capital.front() >= 'a' && capital.front() <= 'z') {
        capital.front() = static_cast<char>(capital.front() - 'a' + 'A');
    }
    return capital;
}

} // namespace assess::reports
