#include "reports/figures/labels.hpp"

#include "model/text/text.hpp"

#include <array>
#include <optional>

namespace assess::reports {
namespace {

constexpr int forbidden = 1000;

struct Spot {
    std::ptrdiff_t column = 0;
    std::ptrdiff_t row = 0;
    int cost = 0;
};

int cost_of_covering(Layer layer) {
    switch (layer) {
    case Layer::Empty:
        return 0;
    case Layer::Hint:
    case Layer::Axis:
        return 1;
    case Layer::Outline:
        return 2;
    case Layer::Name:
    case Layer::Mark:
    case Layer::Label:
        break;
    }
    return forbidden;
}

/// A label must not run into its neighbours: one column of air, except to its own mark.
int cost_of_side(const Canvas& canvas, const Label& label, std::ptrdiff_t column,
                 std::ptrdiff_t row) {
    const auto layer = canvas.layer(column, row);
    if (layer == Layer::Label || layer == Layer::Name) {
        return forbidden;
    }
    const bool own = column == label.column && row == label.row;
    return layer == Layer::Mark && !own ? forbidden : 0;
}

/// Two columns further on, another mark would look like the one that is named.
int cost_of_doubt(const Canvas& canvas, const Label& label, const Spot& place,
                  std::ptrdiff_t width) {
    int cost = 0;
    for (const auto column : {place.column - 2, place.column + width + 1}) {
        const bool own = column == label.column && place.row == label.row;
        if (!own && canvas.layer(column, place.row) == Layer::Mark) {
            cost += 6;
        }
    }
    if (place.row == label.row) {
        return cost;
    }
    // The same above and below a label that stands off its mark's row.
    for (std::ptrdiff_t column = place.column; column < place.column + width; ++column) {
        for (const auto row : {place.row - 1, place.row + 1}) {
            const bool own = column == label.column && row == label.row;
            if (!own && canvas.layer(column, row) == Layer::Mark) {
                cost += 4;
            }
        }
    }
    return cost;
}

int total_cost(const Canvas& canvas, const Label& label, const Spot& place, std::ptrdiff_t width) {
    if (!canvas.contains(place.column, place.row) ||
        !canvas.contains(place.column + width - 1, place.row)) {
        return forbidden;
    }
    int cost = place.cost + cost_of_side(canvas, label, place.column - 1, place.row) +
               cost_of_side(canvas, label, place.column + width, place.row);
    for (std::ptrdiff_t column = place.column; column < place.column + width; ++column) {
        cost += cost_of_covering(canvas.layer(column, place.row));
    }
    return cost < forbidden ? cost + cost_of_doubt(canvas, label, place, width) : cost;
}

/// Lines stop one column before a label, so that they do not read as part of it.
void clear_side(Canvas& canvas, std::ptrdiff_t column, std::ptrdiff_t row) {
    if (canvas.layer(column, row) < Layer::Name) {
        canvas.put(column, row, " ", Layer::Empty);
    }
}

} // namespace

bool place_label(Canvas& canvas, const Label& label) {
    const auto width = static_cast<std::ptrdiff_t>(display_width(label.text));
    if (width == 0) {
        return false;
    }
    const auto middle = label.column - width / 2;
    const std::array places{
        Spot{label.column + 2, label.row, 0},
        Spot{label.column - 1 - width, label.row, 1},
        Spot{middle, label.row - 1, 3},
        Spot{middle, label.row + 1, 3},
        Spot{label.column + 1, label.row - 1, 4},
        Spot{label.column + 1, label.row + 1, 4},
        Spot{label.column - width, label.row - 1, 4},
        Spot{label.column - width, label.row + 1, 4},
        Spot{label.column, label.row - 1, 4},
        Spot{label.column, label.row + 1, 4},
        Spot{label.column + 1 - width, label.row - 1, 4},
        Spot{label.column + 1 - width, label.row + 1, 4},
    };
    std::optional<Spot> best;
    int least = forbidden;
    for (const auto& place : places) {
        const auto cost = total_cost(canvas, label, place, width);
        if (cost < least) {
            least = cost;
            best = place;
        }
    }
    if (best) {
        clear_side(canvas, best->column - 1, best->row);
        clear_side(canvas, best->column + width, best->row);
        canvas.write(best->column, best->row, label.text, Layer::Label, label.tone);
    }
    return best.has_value();
}

} // namespace assess::reports
