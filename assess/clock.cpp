#include "assess/clock.hpp"

#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace assess {
namespace {

constexpr std::int64_t last_second = 253'402'300'799; // of the year 9999

std::int64_t seconds_now() {
    const char* const fixed = std::getenv("SOURCE_DATE_EPOCH"); // NOLINT: before any thread
    if (fixed == nullptr) {
        return std::chrono::duration_cast<std::chrono::seconds>(
                   std::chrono::system_clock::now().time_since_epoch())
            .count();
    }
    const std::string_view text = fixed;
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc() || end != text.data() + text.size() || seconds < 0 ||
        seconds > last_second) {
        throw InputError(Diagnostic{{},
                                    fmt::format("SOURCE_DATE_EPOCH cannot be {}", in_quotes(text)),
                                    "It is a number of seconds since 1970, or not set."});
    }
    return seconds;
}

} // namespace

std::string utc_now() {
    const std::chrono::sys_seconds now{std::chrono::seconds(seconds_now())};
    const auto day = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(now - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       time.hours().count(), time.minutes().count(), time.seconds().count());
}

} // namespace assess
