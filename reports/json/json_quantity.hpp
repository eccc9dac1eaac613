// Quantities in JSON: a value and a null reason, or null and the reason.
#pragma once

#include "model/statistics/quantity.hpp"
#include "reports/json/json_parts.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace assess::reports {

/// Adds an available quantity as `convert` makes it, or null with the reason.
template <typename T, typename Convert>
void put_converted(nlohmann::ordered_json& object, const std::string& name,
                   const Quantity<T>& quantity, Convert convert) {
    if (!quantity) {
        put_unavailable(object, name, quantity.reason());
        return;
    }
    object[name] = convert(*quantity);
    object[name + "_reason"] = nullptr;
}

inline void put_quantity(nlohmann::ordered_json& object, const std::string& name,
                         const Quantity<double>& quantity) {
    if (quantity) {
        put(object, name, *quantity);
    } else {
        put_unavailable(object, name, quantity.reason());
    }
}

} // namespace assess::reports
