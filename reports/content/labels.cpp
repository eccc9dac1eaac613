#include "reports/content/labels.hpp"

namespace assess::reports {

Message group_title(const Group& group) {
    return {"label.group", {{"group", group_name(group)}}};
}

Message diagonal_title(Diagonal diagonal) {
    return {"label.diagonal", {{"diagonal", diagonal_name(diagonal)}}};
}

Message diagonal_word(Diagonal diagonal) {
    return diagonal == Diagonal::Building ? Message{"label.building"}
                                          : Message{"label.orchestration"};
}

Message diagonal_name_at_start(Diagonal diagonal) {
    return {"label.diagonal.short", {{"diagonal", diagonal_word(diagonal)}}};
}

Message end_word(Diagonal diagonal, bool high) {
    if (diagonal == Diagonal::Building) {
        return high ? Message{"label.end.models"} : Message{"label.end.software"};
    }
    return high ? Message{"label.end.ml-tasks"} : Message{"label.end.any-task"};
}

Message end_title(Diagonal diagonal, bool high) {
    if (diagonal == Diagonal::Building) {
        return high ? Message{"label.end.building-models"} : Message{"label.end.building-software"};
    }
    return high ? Message{"label.end.ml-task-orchestration"}
                : Message{"label.end.any-task-orchestration"};
}

Message diagonal_end(Diagonal diagonal, bool high) {
    return {"label.diagonal-end",
            {{"diagonal", diagonal_word(diagonal)}, {"end", end_word(diagonal, high)}}};
}

Cells heads(std::initializer_list<MessageId> ids) {
    return {ids.begin(), ids.end()};
}

Message no_value() {
    return {"cell.none"};
}

Value number_cell(const std::optional<double>& number) {
    return number ? Value(Decimal(*number)) : Value(no_value());
}

Message range_cell(double lower, double upper, int decimals) {
    return {"cell.range",
            {{"lower", Decimal(lower, decimals)}, {"upper", Decimal(upper, decimals)}}};
}

Message interval_of(const Estimate& estimate, int decimals) {
    return estimate.has_interval() ? range_cell(*estimate.lower, *estimate.upper, decimals)
                                   : Message{"cell.no-interval"};
}

Value share_cell(std::optional<double> share) {
    return share ? Value(Share(*share)) : Value(Message());
}

Message narrow_share(std::optional<double> share) {
    return share ? Message{"cell.narrow-share", {{"share", Share(*share)}}} : Message();
}

Message place_cell(const Point& point) {
    return {"cell.place", {{"x", Decimal(point.x)}, {"y", Decimal(point.y)}}};
}

Message part_cell(std::size_t part, std::size_t whole) {
    return {"cell.part", {{"part", Count(part)}, {"whole", Count(whole)}}};
}

Message users_cell(std::size_t users, std::size_t base, bool few) {
    return few ? Message{"cell.few"} : part_cell(users, base);
}

Message users_cell(const ToolUse& use) {
    return use.base == 0 && !use.few ? Message{"cell.not-asked"}
                                     : users_cell(use.users, use.base, use.few);
}

} // namespace assess::reports
