// Where a group would stand after it takes up a tool, or two: the mean of
// (W_i p_i + d_i c) / (W_i + d_i) over everybody who answered, with W_i the weight and p_i the
// position of person i, c the tool's place, and d_i what the tool's depth adds to the weight that
// they give it now. Who has no place yet gets the tool's.
//
// Everybody who does not use the tools yet adds the same w, so that their sums of W p / (W + w) and
// 1 / (W + w) serve all tools. Cost: linear in the usages once; then one term for each user of the
// tools, whatever the size of the group.
#pragma once

#include "model/assessment/group.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace assess {

class AdoptionSums {
public:
    /// `weight` of the depth at which tools are taken up, above 0. Nobody's answers are kept.
    AdoptionSums(const Answers& answers, const Landscape& landscape, const Policy& policy,
                 const Group& group, double weight);

    /// Who answered about tools: all of them have a place afterwards.
    [[nodiscard]] std::size_t answered() const { return m_people.size(); }
    /// Who does not use the tool that deeply.
    [[nodiscard]] std::size_t people(ToolIndex tool) const { return m_lacking[tool]; }
    /// The centroid after; the tools must have a place. Needs somebody who answered.
    [[nodiscard]] Point after(ToolIndex tool) const;
    [[nodiscard]] Point after(ToolIndex one, ToolIndex other) const;

private:
    struct Person {
        double weight = 0; ///< of all placed tools
        Point moment;      ///< weight times position
    };
    /// One person's weight on one tool.
    struct Use {
        std::uint32_t person = 0;
        double weight = 0;
    };
    /// Sums over everybody, as if each added the same weight.
    struct Sums {
        double added = 0;
        double inverse = 0; ///< of 1 / (W + added)
        Point moments;      ///< of W p / (W + added)
    };
    [[nodiscard]] Sums sums(double added) const;
    [[nodiscard]] std::span<const Use> uses(ToolIndex tool) const {
        return std::span(m_uses).subspan(m_begins[tool], m_begins[tool + 1] - m_begins[tool]);
    }
    [[nodiscard]] double lacks(double weight) const {
        return weight < m_weight ? m_weight - weight : 0;
    }

    double m_weight;
    std::vector<Point> m_places; ///< by tool
    std::vector<Person> m_people;
    std::vector<Use> m_uses; ///< by tool, then person
    std::vector<std::size_t> m_begins;
    std::vector<std::size_t> m_lacking;
    Sums m_one;
    Sums m_two;
};

} // namespace assess
