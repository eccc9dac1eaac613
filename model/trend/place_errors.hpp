// What the tools' tolerances add to anything that is linear in their places, in two landscapes.
//
// A tool that stands at the same place in both has one error, shared by all that is computed from
// it: before and after, and in both groups. A tool that was placed anew has an error of its own in
// each. Method: "where the tools stand is uncertain too"; on a diagonal coordinate half of it.
#pragma once

#include "model/landscape/landscape.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace assess {

/// Weights on the tools' places: of the first landscape and of the second.
struct PlaceForm {
    std::vector<double> first;
    std::vector<double> second;

    /// Adds `sign` times `other`; an empty side counts as zeros.
    void add(const PlaceForm& other, double sign);
};

class PlaceErrors {
public:
    /// `same_tool`: see same_tools().
    PlaceErrors(const Landscape& first, const Landscape& second,
                const std::vector<std::optional<ToolIndex>>& same_tool);

    /// Variance on a diagonal coordinate. Linear in the number of tools.
    [[nodiscard]] double variance(const PlaceForm& form) const;
    /// By tool of the first landscape: it stands elsewhere in the second, or lost or gained a
    /// place.
    [[nodiscard]] const std::vector<bool>& moved() const { return m_moved; }

private:
    struct Source {
        std::optional<ToolIndex> first;
        std::optional<ToolIndex> second;
        double tolerance = 0;
    };
    std::vector<Source> m_sources;
    std::vector<bool> m_moved;
};

} // namespace assess
