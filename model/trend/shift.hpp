// A difference of means of positions with all that its interval needs, before it is put into
// numbers for readers. Shifts can be subtracted: the gap's movement is one group's less the
// other's.
#pragma once

#include "model/assessment/group.hpp"
#include "model/statistics/partly_paired.hpp"
#include "model/trend/place_errors.hpp"
#include "model/trend/trend.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace assess {

/// Some people on one of the two landscapes.
struct Cloud {
    std::vector<Point> positions;
    Point centroid;
    PlaceForm form; ///< the centroid by the tools' places: their mean shares

    [[nodiscard]] std::size_t n() const { return positions.size(); }
};

enum class Edition : std::uint8_t { First, Second };

/// All placed people of a group; at least one.
Cloud cloud_of(const Group& group, Edition edition);
/// Those in the given rows; at least one.
Cloud cloud_of(const Group& group, std::span<const std::uint32_t> rows, Edition edition);

struct Shift {
    Point value;
    /// Along each diagonal, by Diagonal; nothing where n allows no spread. `difference` unused.
    std::array<std::optional<MeanMovement>, 2> along;
    Message reason;          ///< why there is no spread, or why it is nothing
    bool is_nothing = false; ///< exactly 0 without any error: nobody left, the same landscape
    std::size_t n = 0;       ///< people it rests on
    PlaceForm form;
};

/// Exactly nothing, because ...
Shift no_shift(Message reason, std::size_t n);

/// From one cloud to another, of which `both` are the same people. `reason`: why there is no
/// spread, should one of them have a single person.
Shift shift_between(const Cloud& from, const Cloud& to, std::span<const SamePerson> both,
                    Message reason);

/// Of independent people.
Shift difference_of(const Shift& first, const Shift& second);

/// With intervals and p.
Movement movement_of(const Shift& shift, const PlaceErrors& errors, double level);
Movement no_movement(const Message& reason);

} // namespace assess
