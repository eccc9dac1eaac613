#include "model/trend/place_errors.hpp"

#include <algorithm>

namespace assess {
namespace {

void add_side(std::vector<double>& sum, const std::vector<double>& other, double sign) {
    if (sum.size() < other.size()) {
        sum.resize(other.size());
    }
    for (std::size_t i = 0; i < other.size(); ++i) {
        sum[i] += sign * other[i];
    }
}

double weight(const std::vector<double>& side, const std::optional<ToolIndex>& tool) {
    return tool && *tool < side.size() ? side[*tool] : 0;
}

} // namespace

void PlaceForm::add(const PlaceForm& other, double sign) {
    add_side(first, other.first, sign);
    add_side(second, other.second, sign);
}

PlaceErrors::PlaceErrors(const Landscape& first, const Landscape& second,
                         const std::vector<std::optional<ToolIndex>>& same_tool)
    : m_moved(first.tools.size()) {
    std::vector<bool> shared(second.tools.size());
    for (std::size_t j = 0; j < first.tools.size(); ++j) {
        const auto& before = first.tools[j].placement;
        const auto tool = static_cast<ToolIndex>(j);
        const auto& other = same_tool[j];
        const bool placed_after = other && second.tools[*other].placement;
        if (!before) {
            m_moved[j] = placed_after;
            continue;
        }
        const bool stands = placed_after && second.tools[*other].placement->point == before->point;
        m_moved[j] = !stands;
        // Of two tools that became one, only one can have its error.
        if (stands && !shared[*other]) {
            shared[*other] = true;
            m_sources.push_back(
                {tool, other,
                 std::max(before->tolerance, second.tools[*other].placement->tolerance)});
        } else {
            m_sources.push_back({tool, std::nullopt, before->tolerance});
        }
    }
    for (std::size_t k = 0; k < second.tools.size(); ++k) {
        if (const auto& after = second.tools[k].placement; after && !shared[k]) {
            m_sources.push_back({std::nullopt, static_cast<ToolIndex>(k), after->tolerance});
        }
    }
}

double PlaceErrors::variance(const PlaceForm& form) const {
    double sum = 0;
    for (const auto& source : m_sources) {
        const double moved =
            (weight(form.first, source.first) + weight(form.second, source.second)) *
            source.tolerance;
        sum += moved * moved;
    }
    return sum / 2;
}

} // namespace assess
