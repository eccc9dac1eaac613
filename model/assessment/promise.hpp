// What the people who answer were promised before their first answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace assess {

enum class Promise : std::uint8_t {
    LeadEntered, ///< no promise: the lead typed the answers, or everybody sees them
    Confidential ///< small groups are never shown, nor what would give them away
};

/// "lead-entered", "confidential".
std::string_view id_of(Promise promise);

struct PrivacyPromise {
    Promise kind = Promise::LeadEntered;
    std::size_t least_people = 5; ///< for positions, spreads and scores
    std::size_t least_texts = 10; ///< for free text

    /// The smallest number of people above 0 that a report may name; 0 where it may name any.
    [[nodiscard]] std::size_t least_told() const {
        return kind == Promise::Confidential ? least_people : 0;
    }
    friend bool operator==(const PrivacyPromise&, const PrivacyPromise&) = default;
};

} // namespace assess
