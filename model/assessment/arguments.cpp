#include "model/assessment/arguments.hpp"

#include "model/assessment/answers.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace assess {

GroupName group_name(const Group& group) {
    return group.role ? GroupName{std::string(id_of(*group.role)), {}} : GroupName{{}, group.name};
}

Count count_told(const Group& group, std::size_t number) {
    return Count(number, group.least_told);
}

People people_told(const Group& group, std::size_t number) {
    return {group_name(group), count_told(group, number)};
}

Message people_in_general(const Group& group) {
    return {"people-in-general", {{"group", group_name(group)}}};
}

Message k_of_n(const Group& group, std::size_t k, std::size_t n) {
    return {"k-of-n", {{"k", count_told(group, k)}, {"people", people_told(group, n)}}};
}

Name tool_name(const Landscape& landscape, ToolIndex tool) {
    return {landscape.tools[tool].name};
}

List named_tools(const Landscape& landscape, std::span<const ToolIndex> tools, std::size_t most,
                 List::Last last) {
    std::vector<Value> names;
    names.reserve(tools.size());
    for (const auto tool : tools) {
        names.emplace_back(tool_name(landscape, tool));
    }
    return List(std::move(names), most, last);
}

List example_tools(const Landscape& landscape, std::span<const ToolIndex> tools) {
    constexpr std::size_t most = 2;
    return named_tools(landscape, tools.first(std::min(most, tools.size())), most, List::Last::Or);
}

List name_list(std::span<const std::string> names, std::size_t most, List::Last last) {
    return List({names.begin(), names.end()}, most, last);
}

namespace {

template <typename Number>
Message said_with_interval(const Estimate& estimate) {
    const Number value(estimate.value);
    if (estimate.has_interval()) {
        return {"estimate.with-interval",
                {{"value", value},
                 {"level", Level{estimate.level}},
                 {"lower", Number(*estimate.lower)},
                 {"upper", Number(*estimate.upper)}}};
    }
    if (estimate.reason.empty()) {
        return {"estimate.alone", {{"value", value}}};
    }
    return {"estimate.without-interval", {{"value", value}, {"reason", estimate.reason}}};
}

} // namespace

Message told_with_interval(const Estimate& estimate) {
    return said_with_interval<Decimal>(estimate);
}

Message share_told_with_interval(const Estimate& estimate) {
    return said_with_interval<Share>(estimate);
}

bool landscape_shows(const Estimate& estimate) {
    const auto differ = [](double one, double other) {
        return std::round(one * 100) != std::round(other * 100);
    };
    return estimate.sampling_lower && estimate.sampling_upper && estimate.has_interval() &&
           (differ(*estimate.sampling_lower, *estimate.lower) ||
            differ(*estimate.sampling_upper, *estimate.upper));
}

Message diagonal_name(Diagonal diagonal) {
    return diagonal == Diagonal::Building ? Message{"diagonal.building"}
                                          : Message{"diagonal.orchestration"};
}

Message end_of_diagonal(Diagonal diagonal, bool high) {
    if (diagonal == Diagonal::Building) {
        return high ? Message{"end.model"} : Message{"end.software"};
    }
    return high ? Message{"end.ml-task"} : Message{"end.any-task"};
}

Message half_of_diagonal(Diagonal diagonal, bool high) {
    if (diagonal == Diagonal::Building) {
        return high ? Message{"half.model"} : Message{"half.software"};
    }
    return high ? Message{"half.ml-task"} : Message{"half.any-task"};
}

Message quadrant_name(Quadrant quadrant) {
    return {"quadrant", {{"quadrant", Select{id_of(quadrant)}}}};
}

People people_behind(const Estimate& estimate) {
    return {std::nullopt, Count(estimate.n)};
}

People plain_people(std::size_t number) {
    return {std::nullopt, Count(number)};
}

long in_hundredths(double value) {
    // Exact in a long double, so that halves are rounded as the value's decimals are.
    return std::lrint(100.0L * value);
}

} // namespace assess
