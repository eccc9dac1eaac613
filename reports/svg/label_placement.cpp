#include "reports/svg/label_placement.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assess::reports {
namespace {

using Choice = std::optional<std::size_t>;

constexpr double overlap_cost = 400;
constexpr double too_near = 3; ///< distance below which two labels look like one
constexpr double near_cost = 25;
constexpr double leader_through_label = 220;
constexpr double leaders_cross = 60;
constexpr int most_sweeps = 25;
constexpr std::size_t descents = 4;

double pair_cost(const LabelPlace& a, const LabelPlace& b) {
    double cost = 0;
    if (overlap(a.box, b.box)) {
        cost += overlap_cost + shared_area(a.box, b.box);
    } else if (overlap(a.box.grown(too_near), b.box)) {
        cost += near_cost;
    }
    if (a.leader && length_inside(*a.leader, b.box) > 0) {
        cost += leader_through_label;
    }
    if (b.leader && length_inside(*b.leader, a.box) > 0) {
        cost += leader_through_label;
    }
    if (a.leader && b.leader && crosses(*a.leader, *b.leader)) {
        cost += leaders_cross;
    }
    return cost;
}

class Arrangement {
public:
    explicit Arrangement(std::span<const LabelWish> wishes)
        : m_wishes(wishes), m_choices(wishes.size()), m_set(wishes.size(), false) {}

    /// Puts one label where it is cheapest now; true where that is another place than before.
    bool settle(std::size_t label) {
        const auto& wish = m_wishes[label];
        Choice best;
        double best_cost = wish.omission;
        for (std::size_t i = 0; i < wish.places.size(); ++i) {
            const double cost = cost_at(label, wish.places[i], best_cost);
            if (cost < best_cost) {
                best_cost = cost;
                best = i;
            }
        }
        const bool moved = !m_set[label] || m_choices[label] != best;
        m_choices[label] = best;
        m_set[label] = true;
        return moved;
    }
    void descend(std::span<const std::size_t> order) {
        for (int sweep = 0; sweep < most_sweeps; ++sweep) {
            bool moved = false;
            for (const auto label : order) {
                moved = settle(label) || moved;
            }
            if (!moved) {
                return;
            }
        }
    }
    [[nodiscard]] double total() const {
        double sum = 0;
        for (std::size_t i = 0; i < m_choices.size(); ++i) {
            const auto* here = place(i);
            sum += here == nullptr ? m_wishes[i].omission : here->cost;
            for (std::size_t j = 0; here != nullptr && j < i; ++j) {
                if (const auto* other = place(j)) {
                    sum += pair_cost(*here, *other);
                }
            }
        }
        return sum;
    }
    /// Leaves out what still overlaps an earlier label.
    std::vector<Choice> without_overlaps() {
        for (std::size_t i = 0; i < m_choices.size(); ++i) {
            for (std::size_t j = 0; j < i && m_choices[i]; ++j) {
                const auto* other = place(j);
                if (other != nullptr && overlap(place(i)->box, other->box)) {
                    m_choices[i].reset();
                }
            }
        }
        return m_choices;
    }

private:
    [[nodiscard]] const LabelPlace* place(std::size_t label) const {
        return m_choices[label] ? &m_wishes[label].places[*m_choices[label]] : nullptr;
    }
    /// Stops adding once it costs more than `enough`.
    [[nodiscard]] double cost_at(std::size_t label, const LabelPlace& at, double enough) const {
        double cost = at.cost;
        for (std::size_t other = 0; other < m_choices.size() && cost < enough; ++other) {
            if (other != label && m_choices[other]) {
                cost += pair_cost(at, *place(other));
            }
        }
        return cost;
    }

    std::span<const LabelWish> m_wishes;
    std::vector<Choice> m_choices;
    std::vector<bool> m_set;
};

} // namespace

Segment leader_to(const Box& box, double x, double y, double start) {
    const double end_x = std::clamp(x, box.left + 2, box.right - 2);
    const double end_y = std::clamp(y, box.top + 2, box.bottom - 2);
    const double length = std::hypot(end_x - x, end_y - y);
    return {x + (end_x - x) * start / length, y + (end_y - y) * start / length, end_x, end_y};
}

std::vector<Choice> place_labels(std::span<const LabelWish> wishes) {
    std::vector<std::size_t> order(wishes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    Arrangement best(wishes);
    double best_total = 0;
    for (std::size_t descent = 0; descent < descents; ++descent) {
        Arrangement arrangement(wishes);
        arrangement.descend(order);
        const double total = arrangement.total();
        if (descent == 0 || total < best_total) {
            best = arrangement;
            best_total = total;
        }
        // Another order: the second half first, then each pair of neighbours exchanged.
        std::rotate(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(order.size() / 2),
                    order.end());
        for (std::size_t i = descent % 2; i + 1 < order.size(); i += 2) {
            std::swap(order[i], order[i + 1]);
        }
    }
    return best.without_overlaps();
}

} // namespace assess::reports
