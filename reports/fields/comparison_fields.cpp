// Two groups set against each other: gaps, tests, effects, overlap, and the tools behind the gap.
#include "reports/fields/field_list.hpp"
#include "reports/fields/lists.hpp"
#include "reports/wording/wording.hpp"

namespace assess::fields {
namespace {

const FieldList<Comparison>& gap_of_centroids_fields() {
    const auto along_axis = [](double Point::*axis) {
        return [=](const Comparison& comparison) { return made_of(comparison.gap, axis); };
    };
    static const FieldList<Comparison> list([&](auto& fields) {
        fields.add_with_reason("x", "Difference of the centroids on x.", distance,
                               along_axis(&Point::x));
        fields.add_with_reason("y", "Difference of the centroids on y.", distance,
                               along_axis(&Point::y));
        for (const auto diagonal : diagonals) {
            fields.add_with_reason(
                std::string(id_of(diagonal)), "Difference of the centroids along the diagonal.",
                ObjectOf(diagonal_gap_fields()), [=](const Comparison& comparison) -> const auto& {
                    return comparison.diagonal.at(static_cast<std::size_t>(diagonal));
                });
        }
    });
    return list;
}

const FieldList<KrishnamoorthyYu>& krishnamoorthy_yu_fields() {
    static const FieldList<KrishnamoorthyYu> list([](auto& fields) {
        using Test = KrishnamoorthyYu;
        fields.add_with_reason("t2", "The statistic T2.", not_negative, &Test::t2);
        fields.add_with_reason("df", "Its degrees of freedom.", not_negative,
                               &Test::degrees_of_freedom);
        fields.add_with_reason("f", "The statistic as an F.", not_negative, &Test::f);
        fields.add_with_reason("p", "By F's own distribution.", probability, &Test::p);
        fields.add("dimensions", "1: everybody stands on one line, and the test is Welch's there.",
                   Count{1, 2},
                   [](const Test& test) { return static_cast<std::uint64_t>(test.dimensions); });
    });
    return list;
}

struct CentroidTest {
    const PermutationTest* test;
    const Quantity<KrishnamoorthyYu>* check;
};

const FieldList<CentroidTest>& centroid_test_fields() {
    static const FieldList<CentroidTest> list([](auto& fields) {
        fields.include(
            permutation_test_fields(),
            [](const CentroidTest& one) -> const auto& { return *one.test; });
        fields.add_with_reason(
            "krishnamoorthy_yu",
            "Cross-check on the full covariances (Krishnamoorthy and Yu 2004).",
            ObjectOf(krishnamoorthy_yu_fields()),
            [](const CentroidTest& one) -> const auto& { return *one.check; });
    });
    return list;
}

const FieldList<SpreadComparison>& spread_test_fields() {
    static const FieldList<SpreadComparison> list([](auto& fields) {
        using Test = SpreadComparison;
        fields.include(permutation_test_fields(), &Test::test);
        fields.add_with_reason("f_p", "Cross-check: p by F's own distribution.", probability,
                               &Test::f_p);
        fields.add_with_reason("mean_distance_first",
                               "Mean distance of the first group to its spatial median, adjusted "
                               "for the group's size.",
                               not_negative, &Test::mean_distance_first);
        fields.add_with_reason("mean_distance_second", "The same of the second group.",
                               not_negative, &Test::mean_distance_second);
        fields.add("difference", "Of these, first less second.", ObjectOf(estimate_fields()),
                   &Test::difference);
    });
    return list;
}

const FieldList<Comparison>& tests_fields() {
    static const FieldList<Comparison> list([](auto& fields) {
        fields.add_with_reason(
            "centroid", "Wd*: whether the centroids differ at all.",
            ObjectOf(centroid_test_fields()), [](const Comparison& comparison) {
                return made_of(comparison.centroid_test, [&](const PermutationTest& test) {
                    return CentroidTest{&test, &comparison.krishnamoorthy_yu};
                });
            });
        fields.add_with_reason("spread",
                               "PERMDISP: whether the groups spread differently. The statistic is "
                               "F of the adjusted distances to the groups' spatial medians.",
                               ObjectOf(spread_test_fields()), &Comparison::spread);
        fields.add_with_reason("energy",
                               "The energy test: whether the positions differ in distribution.",
                               ObjectOf(permutation_test_fields()), &Comparison::energy_test);
    });
    return list;
}

const FieldList<Effect>& effect_fields() {
    static const FieldList<Effect> list([](auto& fields) {
        fields.add_with_reason("mahalanobis",
                               "Distance of the centroids in pooled standard deviations.",
                               not_negative, &Effect::mahalanobis);
        fields.add_with_reason("mahalanobis_squared",
                               "The squared distance without its bias. Where it is negative, the "
                               "groups stand no farther apart than chance would have them.",
                               any_number, &Effect::mahalanobis_squared);
        fields.add_with_reason("bhattacharyya",
                               "Overlap as two normal distributions: 1 is the same, 0 is apart.",
                               share, &Effect::bhattacharyya);
        fields.add_with_reason("wasserstein_squared",
                               "Squared 2-Wasserstein distance of these distributions, in squared "
                               "units of the plane.",
                               not_negative, &Effect::wasserstein_squared);
    });
    return list;
}

const FieldList<Bridge>& bridge_fields() {
    const auto told = [](std::size_t Bridge::*people, bool Bridge::*few) {
        return [=](const Bridge& bridge) {
            return bridge.*few ? std::nullopt : std::optional(bridge.*people);
        };
    };
    static const FieldList<Bridge> list([&](auto& fields) {
        const OrNull count{Count()};
        fields.include(tool_fields(),
                       [](const Bridge& bridge, const GapReport& report) -> const Tool& {
                           return report.landscape.tools[bridge.tool];
                       });
        fields.add("users_first", "Who use it in the first group; null where not told.", count,
                   told(&Bridge::users_first, &Bridge::few_first));
        fields.add("base_first", "Of so many who were asked and answered.", count,
                   told(&Bridge::base_first, &Bridge::few_first));
        fields.add("users_second", "Who use it in the second group; null where not told.", count,
                   told(&Bridge::users_second, &Bridge::few_second));
        fields.add("base_second", "Of so many who were asked and answered.", count,
                   told(&Bridge::base_second, &Bridge::few_second));
    });
    return list;
}

const FieldList<Overlap>& overlap_fields() {
    static const FieldList<Overlap> list([](auto& fields) {
        fields.add_with_reason("jaccard", "Of the tools that anybody uses: 1 is the same set.",
                               share, &Overlap::jaccard);
        fields.add_with_reason("morisita_horn", "Of the mean shares of use: 1 is the same use.",
                               ObjectOf(estimate_fields()), &Overlap::morisita_horn);
        fields.add("bridges", "The tools that both groups use.", ListOf{ObjectOf(bridge_fields())},
                   &Overlap::bridges);
    });
    return list;
}

const FieldList<PartInterval>& part_interval_fields() {
    static const FieldList<PartInterval> list([](auto& fields) {
        fields.add("lower", "Lower end of the interval of its part.", any_number,
                   &PartInterval::lower);
        fields.add("upper", "Upper end of the interval of its part.", any_number,
                   &PartInterval::upper);
    });
    return list;
}

/// Shares and parts of a tool, or of several together, whose shares may add up to a rounding error
/// above 1.
void add_parts(FieldList<ToolContribution>& fields, Number of_use) {
    using Part = ToolContribution;
    fields.add("share_first", "Mean share in the first group's use.", of_use, &Part::share_first);
    fields.add("share_second", "The same of the second group.", of_use, &Part::share_second);
    fields.add("x", "Part of the gap on x.", any_number, &Part::x);
    fields.add("y", "Part of the gap on y.", any_number, &Part::y);
    fields.add("orchestration", "Part of the gap on the orchestration diagonal.", any_number,
               &Part::orchestration);
    fields.add("building", "Part of the gap on the building diagonal.", any_number,
               &Part::building);
}

const FieldList<ToolContribution>& part_fields() {
    static const FieldList<ToolContribution> list([](auto& fields) { add_parts(fields, share); });
    return list;
}

const FieldList<ToolContribution>& part_of_few_fields() {
    static const FieldList<ToolContribution> list(
        [](auto& fields) { add_parts(fields, any_number); });
    return list;
}

std::vector<GapPart> gap_parts(const Comparison& comparison) {
    std::vector<GapPart> parts;
    for (const auto& part : comparison.by_tool) {
        parts.push_back({&comparison, &part});
    }
    return parts;
}

} // namespace

std::array<std::string, 2> pair_ids(const Comparison& comparison, const GapReport& report) {
    return {report.groups[comparison.first].id, report.groups[comparison.second].id};
}

std::optional<std::array<std::string, 2>> compared_pair(const GapReport& report) {
    if (report.comparisons.empty()) {
        return std::nullopt;
    }
    return pair_ids(report.comparisons.back(), report);
}

Message why_no_comparison(const GapReport& report) {
    if (!report.comparisons.empty()) {
        return {};
    }
    return report.no_comparison.empty() ? Message{"reason.not-computed"} : report.no_comparison;
}

const FieldList<Comparison>& pair_fields() {
    const auto group = [](std::size_t Comparison::*index) {
        return [=](const Comparison& comparison, const GapReport& report) {
            return report.groups[comparison.*index].id;
        };
    };
    static const FieldList<Comparison> list([&](auto& fields) {
        fields.add("first", "Id of the group from which the other is subtracted.", not_empty,
                   group(&Comparison::first));
        fields.add("second", "Id of the other group.", not_empty, group(&Comparison::second));
    });
    return list;
}

const FieldList<DiagonalGap>& diagonal_gap_fields() {
    static const FieldList<DiagonalGap> list(
        "diagonal_gap", "A gap on a diagonal.", [](auto& fields) {
            fields.add_with_reason("estimate", "First centroid less second.", distance,
                                   [](const DiagonalGap& gap) { return gap.gap.value; });
            fields.include(interval_fields(), &DiagonalGap::gap);
            fields.add_with_reason("p", "Permutation test of the studentized difference.",
                                   probability, &DiagonalGap::p);
            fields.add_with_reason("p_adjusted", "The same after Holm, over both diagonals.",
                                   probability, &DiagonalGap::p_adjusted);
            fields.add_with_reason("welch_p", "Cross-check: Welch's t.", probability,
                                   &DiagonalGap::welch_p);
            fields.add("sampling_variance", "Squared standard error from the people.", not_negative,
                       &DiagonalGap::sampling_variance);
            fields.add("landscape_variance", "What the tolerances of the tools' places add.",
                       not_negative, &DiagonalGap::landscape_variance);
            fields.add_with_reason("degrees_of_freedom", "Welch and Satterthwaite's.", not_negative,
                                   [](const DiagonalGap& gap) {
                                       return gap.gap.has_interval()
                                                  ? Quantity<double>(gap.degrees_of_freedom)
                                                  : Quantity<double>::unavailable(gap.gap.reason);
                                   });
        });
    return list;
}

const FieldList<PermutationTest>& permutation_test_fields() {
    static const FieldList<PermutationTest> list([](auto& fields) {
        using Test = PermutationTest;
        fields.add_with_reason("statistic",
                               "The test's statistic; null where it is unboundedly large.",
                               not_negative, &Test::statistic);
        fields.add_with_reason("p", "The permutation p.", probability, &Test::p);
        fields.add("permutations", "Splits enumerated, or random ones drawn.", Count(),
                   &Test::permutations);
        fields.add("at_least_as_extreme", "Of these, those as extreme as the one seen.", Count(),
                   &Test::at_least_as_extreme);
        fields.add("exact", "Whether they were all splits.", Flag(), &Test::exact);
        fields.add_with_reason("smallest_p",
                               "The smallest p that these numbers of people could have given.",
                               probability, &Test::smallest_p);
    });
    return list;
}

const FieldList<GapPart>& gap_part_fields() {
    static const FieldList<GapPart> list(
        "contribution", "A tool's part of the gap.", [](auto& fields) {
            fields.include(tool_fields(),
                           [](const GapPart& one, const GapReport& report) -> const Tool& {
                               return report.landscape.tools[one.part->tool];
                           });
            fields.include(
                part_fields(), [](const GapPart& one) -> const auto& { return *one.part; });
            for (const auto diagonal : diagonals) {
                fields.add_with_reason(
                    std::string(id_of(diagonal)) + "_interval",
                    "Interval of its part on that diagonal, at the level of the gap's.",
                    ObjectOf(part_interval_fields()), [=](const GapPart& one) {
                        return or_because(one.part->interval.at(static_cast<std::size_t>(diagonal)),
                                          no_part_interval(*one.comparison, *one.part));
                    });
            }
        });
    return list;
}

const FieldList<Comparison>& comparison_fields() {
    static const FieldList<Comparison> list("comparison", "Two groups compared.", [](auto& fields) {
        fields.add("between", "Ids of the two groups: the first less the second.",
                   ListOf{not_empty, 2, 2}, pair_ids);
        fields.add("gap", "How far their centroids stand apart, first less second.",
                   ObjectOf(gap_of_centroids_fields()), std::identity());
        fields.add("tests", "Whether chance would do as much.", ObjectOf(tests_fields()),
                   std::identity());
        fields.add("effect", "How far they stand apart in terms of their spread.",
                   ObjectOf(effect_fields()), &Comparison::effect);
        fields.add("overlap", "What they share.", ObjectOf(overlap_fields()), &Comparison::overlap);
        fields.add("by_tool", "The parts of the gap that tools make; they add up to the gap.",
                   ListOf{ObjectOf(gap_part_fields())}, gap_parts);
        fields.add_where_any("by_few",
                             "In a confidential report: all tools together that too few people use "
                             "to be told one by one.",
                             ObjectOf(part_of_few_fields()), &Comparison::by_few);
        fields.add("smaller_group_spreads_more",
                   "The hardest case for tests of centroids: the smaller group has the clearly "
                   "larger spread.",
                   Flag(), &Comparison::smaller_group_spreads_more);
    });
    return list;
}

} // namespace assess::fields
