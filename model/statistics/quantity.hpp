// Results that carry their own limits: a value, or the reason why there is none.
#pragma once

#include "model/facts/message.hpp"

#include <cstddef>
#include <optional>
#include <utility>

namespace assess {

/// A computed value, or "not available, because ...". Starts as not computed.
template <typename T>
class Quantity {
public:
    Quantity() = default;
    Quantity(T value) : m_value(std::move(value)), m_reason() {} // NOLINT: a value is a quantity
    /// `reason` completes "not available, because ...".
    static Quantity unavailable(Message reason) { // NOLINT(performance-unnecessary-value-param)
        Quantity quantity;
        quantity.m_reason = std::move(reason);
        return quantity;
    }
    [[nodiscard]] bool available() const { return m_value.has_value(); }
    explicit operator bool() const { return available(); }
    [[nodiscard]] const T& operator*() const { return m_value.value(); }
    [[nodiscard]] const T* operator->() const { return &m_value.value(); }
    [[nodiscard]] const Message& reason() const { return m_reason; }

private:
    std::optional<T> m_value;
    Message m_reason{"reason.not-computed"};
};

/// A value with its interval. `lower` and `upper` are missing where n does not allow them.
struct Estimate {
    double value = 0;
    std::optional<double> lower;
    std::optional<double> upper;
    /// The interval of the people alone, without the landscape's part, where the two differ.
    std::optional<double> sampling_lower;
    std::optional<double> sampling_upper;
    double level = 0.95;
    std::size_t n = 0; ///< people the value rests on
    Message reason;    ///< why there is no interval; empty where there is one

    [[nodiscard]] bool has_interval() const { return lower.has_value() && upper.has_value(); }
};

} // namespace assess
