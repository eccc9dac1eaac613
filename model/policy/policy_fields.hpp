// The one table of policy fields: it drives the reader, the writer and the check of the schema.
#pragma once

#include "model/policy/policy.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <variant>

namespace assess {

/// The place of a field in Policy: a number, a whole number, or an index into depth_weights.
using PolicyMember = std::variant<double Policy::*, std::uint64_t Policy::*, std::size_t>;

struct PolicyField {
    std::string_view group; ///< the object of the policy file that holds it
    std::string_view key;
    PolicyMember member;
    double lowest = 0; ///< the range, both ends allowed
    double highest = 1;
    std::string_view means; ///< what the number decides, one clause

    [[nodiscard]] bool is_whole() const {
        return std::holds_alternative<std::uint64_t Policy::*>(member);
    }
};

/// All fields; those of one group stand together. Whole numbers stay exact in a double.
std::span<const PolicyField> policy_fields();

double value_of(const PolicyField& field, const Policy& policy);
void set_value(const PolicyField& field, Policy& policy, double value);

} // namespace assess
