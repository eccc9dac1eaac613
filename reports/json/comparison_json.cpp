#include "reports/json/json_parts.hpp"
#include "reports/json/json_quantity.hpp"
#include "reports/wording/wording.hpp"

#include <nlohmann/json.hpp>

namespace assess::reports {
namespace {

using nlohmann::ordered_json;

/// Ends of an interval, with the one reason why there is none.
void put_interval(ordered_json& json, const Estimate& estimate) {
    const auto end = [](const std::optional<double>& value) {
        return value ? ordered_json(*value) : ordered_json(nullptr);
    };
    const bool given = estimate.has_interval();
    json["lower"] = given ? end(estimate.lower) : nullptr;
    json["upper"] = given ? end(estimate.upper) : nullptr;
    json["sampling_lower"] =
        given ? end(estimate.sampling_lower ? estimate.sampling_lower : estimate.lower) : nullptr;
    json["sampling_upper"] =
        given ? end(estimate.sampling_upper ? estimate.sampling_upper : estimate.upper) : nullptr;
    if (given) {
        json["interval_reason"] = nullptr;
    } else {
        json["interval_reason"] = estimate.reason.empty() ? "it was not computed" : estimate.reason;
    }
    json["level"] = estimate.level;
    json["n"] = estimate.n;
}

ordered_json diagonal_json(const DiagonalGap& gap) {
    ordered_json json;
    put(json, "estimate", gap.gap.value);
    put_interval(json, gap.gap);
    put_quantity(json, "p", gap.p);
    put_quantity(json, "p_adjusted", gap.p_adjusted);
    put_quantity(json, "welch_p", gap.welch_p);
    json["sampling_variance"] = gap.sampling_variance;
    json["landscape_variance"] = gap.landscape_variance;
    if (gap.gap.has_interval()) {
        put(json, "degrees_of_freedom", gap.degrees_of_freedom);
    } else {
        put_unavailable(json, "degrees_of_freedom", gap.gap.reason);
    }
    return json;
}

ordered_json gap_json(const Comparison& comparison) {
    ordered_json json;
    if (comparison.gap) {
        put(json, "x", comparison.gap->x);
        put(json, "y", comparison.gap->y);
    } else {
        put_unavailable(json, "x", comparison.gap.reason());
        put_unavailable(json, "y", comparison.gap.reason());
    }
    for (const auto diagonal : diagonals) {
        const std::string name(id_of(diagonal));
        const auto& gap = comparison.diagonal[static_cast<std::size_t>(diagonal)];
        if (gap) {
            json[name] = diagonal_json(*gap);
            json[name + "_reason"] = nullptr;
        } else {
            put_unavailable(json, name, gap.reason());
        }
    }
    return json;
}

void put_permutation_test(ordered_json& json, const PermutationTest& test) {
    put_quantity(json, "statistic", test.statistic);
    put(json, "p", test.p);
    json["permutations"] = test.permutations;
    json["at_least_as_extreme"] = test.at_least_as_extreme;
    json["exact"] = test.exact;
    put(json, "smallest_p", test.smallest_p);
}

ordered_json krishnamoorthy_yu_json(const KrishnamoorthyYu& test) {
    ordered_json json;
    put(json, "t2", test.t2);
    put(json, "df", test.degrees_of_freedom);
    put(json, "f", test.f);
    put(json, "p", test.p);
    json["dimensions"] = test.dimensions;
    return json;
}

ordered_json spread_json(const SpreadComparison& spread) {
    ordered_json json;
    put_permutation_test(json, spread.test);
    put(json, "f_p", spread.f_p);
    put(json, "mean_distance_first", spread.mean_distance_first);
    put(json, "mean_distance_second", spread.mean_distance_second);
    json["difference"] = estimate_json(spread.difference);
    return json;
}

ordered_json tests_json(const Comparison& comparison) {
    ordered_json json;
    const auto plain = [](const PermutationTest& test) {
        ordered_json made;
        put_permutation_test(made, test);
        return made;
    };
    put_converted(json, "centroid", comparison.centroid_test, [&](const PermutationTest& test) {
        ordered_json centroid = plain(test);
        put_converted(centroid, "krishnamoorthy_yu", comparison.krishnamoorthy_yu,
                      krishnamoorthy_yu_json);
        return centroid;
    });
    put_converted(json, "spread", comparison.spread, spread_json);
    put_converted(json, "energy", comparison.energy_test, plain);
    return json;
}

ordered_json effect_json(const Effect& effect) {
    ordered_json json;
    put_quantity(json, "mahalanobis", effect.mahalanobis);
    put_quantity(json, "mahalanobis_squared", effect.mahalanobis_squared);
    put_quantity(json, "bhattacharyya", effect.bhattacharyya);
    put_quantity(json, "wasserstein_squared", effect.wasserstein_squared);
    return json;
}

/// Null where fewer people use the tool than a confidential report tells.
ordered_json count_json(std::size_t count, bool few) {
    return few ? ordered_json(nullptr) : ordered_json(count);
}

ordered_json overlap_json(const Comparison& comparison, const Landscape& landscape) {
    const auto& overlap = comparison.overlap;
    ordered_json json;
    put_quantity(json, "jaccard", overlap.jaccard);
    put_converted(json, "morisita_horn", overlap.morisita_horn, estimate_json);
    json["bridges"] = ordered_json::array();
    for (const auto& bridge : overlap.bridges) {
        const auto& tool = landscape.tools[bridge.tool];
        json["bridges"].push_back(
            {{"tool", tool.id},
             {"name", tool.name},
             {"users_first", count_json(bridge.users_first, bridge.few_first)},
             {"base_first", count_json(bridge.base_first, bridge.few_first)},
             {"users_second", count_json(bridge.users_second, bridge.few_second)},
             {"base_second", count_json(bridge.base_second, bridge.few_second)}});
    }
    return json;
}

ordered_json by_tool_json(const Comparison& comparison, const Landscape& landscape) {
    ordered_json json = ordered_json::array();
    for (const auto& part : comparison.by_tool) {
        const auto& tool = landscape.tools[part.tool];
        ordered_json one = {{"tool", tool.id},
                            {"name", tool.name},
                            {"share_first", part.share_first},
                            {"share_second", part.share_second},
                            {"x", part.x},
                            {"y", part.y},
                            {"orchestration", part.orchestration},
                            {"building", part.building}};
        for (const auto diagonal : diagonals) {
            const auto name = std::string(id_of(diagonal)) + "_interval";
            if (const auto& interval = part.interval.at(static_cast<std::size_t>(diagonal))) {
                one[name] = {{"lower", interval->lower}, {"upper", interval->upper}};
                one[name + "_reason"] = nullptr;
            } else {
                put_unavailable(one, name, no_part_interval(comparison, part));
            }
        }
        json.push_back(std::move(one));
    }
    return json;
}

ordered_json magnitude_json(const Magnitude& magnitude) {
    ordered_json json;
    json["name"] = english(magnitude.name);
    put(json, "estimate", magnitude.estimate.value);
    put_interval(json, magnitude.estimate);
    if (magnitude.threshold) {
        put(json, "threshold", *magnitude.threshold);
    } else {
        put_unavailable(json, "threshold", "the rule has no threshold on this scale");
    }
    if (magnitude.serious) {
        put(json, "serious", *magnitude.serious);
    } else {
        put_unavailable(json, "serious", "the rule knows no serious case");
    }
    json["scale_lower"] = magnitude.scale_lower;
    json["scale_upper"] = magnitude.scale_upper;
    return json;
}

} // namespace

ordered_json estimate_json(const Estimate& estimate) {
    ordered_json json;
    put(json, "estimate", estimate.value);
    put_interval(json, estimate);
    return json;
}

ordered_json json_of(const Comparison& comparison, const GapReport& report) {
    ordered_json json;
    json["between"] = {report.groups[comparison.first].id, report.groups[comparison.second].id};
    json["gap"] = gap_json(comparison);
    json["tests"] = tests_json(comparison);
    json["effect"] = effect_json(comparison.effect);
    json["overlap"] = overlap_json(comparison, report.landscape);
    json["by_tool"] = by_tool_json(comparison, report.landscape);
    if (const auto& few = comparison.by_few) {
        json["by_few"] = {{"share_first", few->share_first},
                          {"share_second", few->share_second},
                          {"x", few->x},
                          {"y", few->y},
                          {"orchestration", few->orchestration},
                          {"building", few->building}};
    }
    json["smaller_group_spreads_more"] = comparison.smaller_group_spreads_more;
    return json;
}

ordered_json json_of(const Finding& finding, const Landscape& landscape) {
    ordered_json json;
    json["id"] = finding.id;
    json["subject"] = finding.subject;
    json["state"] = id_of(finding.state);
    json["severity"] = id_of(finding.severity);
    if (finding.magnitude) {
        json["magnitude"] = magnitude_json(*finding.magnitude);
        json["magnitude_reason"] = nullptr;
    } else {
        put_unavailable(json, "magnitude", finding.magnitude.reason());
    }
    if (finding.fragile) {
        json["fragile"] = *finding.fragile;
        json["fragile_reason"] = nullptr;
    } else {
        put_unavailable(json, "fragile", finding.fragile.reason());
    }
    put_quantity(json, "flip_share", finding.flip_share);
    json["says"] = english(finding.says);
    json["means"] = english(finding.means);
    json["evidence"] = english(finding.evidence);
    json["actions"] = english(finding.actions);
    json["flips_when"] = english(finding.flips_when);
    json["tools"] = ordered_json::array();
    for (const auto tool : finding.tools) {
        json["tools"].push_back(landscape.tools[tool].id);
    }
    json["groups"] = finding.groups;
    return json;
}

} // namespace assess::reports
