#include "assess/explain/explanation.hpp"

#include "assess/explain/words.hpp"
#include "model/findings/rules.hpp"
#include "model/policy/policy_fields.hpp"
#include "model/statistics/distributions.hpp"
#include "reports/wording/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace assess {
namespace {

using nlohmann::json;

std::optional<double> number_at(const json& object, const char* key) {
    if (!object.is_object() || !object.contains(key) || !object[key].is_number()) {
        return std::nullopt;
    }
    return object[key].get<double>();
}

/// Four decimals: enough to follow a sum by hand.
std::string exactly(double value) {
    const double rounded = std::round(value * 1e4) / 1e4;
    return fmt::format("{:.4f}", rounded == 0 ? 0.0 : rounded);
}

Passage rule_passage(const Rule& rule) {
    Passage passage{"The rule", {}};
    if (rule.id.empty()) {
        passage.lines.emplace_back("This version of the program does not know the rule; the "
                                   "report was made by another one.");
        return passage;
    }
    using reports::english;
    passage.lines.push_back(english(rule.asks));
    passage.lines.push_back(fmt::format("Present: {}.", english(rule.criteria.present)));
    passage.lines.push_back(fmt::format("Possible: {}.", english(rule.criteria.possible)));
    passage.lines.push_back(fmt::format("Undetermined: {}.", english(rule.criteria.undetermined)));
    passage.lines.push_back(fmt::format("Absent: {}.", english(rule.criteria.absent)));
    return passage;
}

Passage threshold_passage(const SavedReport& report, const Rule& rule, const json& finding) {
    Passage passage{"The thresholds (policy)", {}};
    for (const auto& field : policy_fields()) {
        if (std::ranges::find(rule.policy_groups, field.group) != rule.policy_groups.end()) {
            passage.lines.push_back(fmt::format("{}.{} = {}: {}.", field.group, field.key,
                                                value_of(field, report.policy), field.means));
        }
    }
    if (const auto level = number_at(finding["magnitude"], "level")) {
        passage.lines.push_back(fmt::format("Intervals are {} intervals.", percent(*level)));
    }
    return passage;
}

Passage input_passage(const SavedReport& report, const json& finding) {
    Passage passage{"The inputs", {}};
    for (const auto& group : report.json["groups"]) {
        const auto& of = finding.contains("groups") ? finding["groups"] : json::array();
        if (std::ranges::find(of, group["id"]) == of.end()) {
            continue;
        }
        const auto count = [&](const char* key) {
            const auto value = number_at(group, key);
            return value ? fmt::format("{:.0f}", *value) : std::string("a number not told");
        };
        passage.lines.push_back(fmt::format("{}: {} listed, {} answered, {} with a place on the "
                                            "plane.",
                                            capitalized(group["name"].get<std::string>()),
                                            count("listed"), count("n"), count("placed")));
    }
    passage.lines.push_back(fmt::format("Landscape edition {} ({}), seed {}.", report.edition,
                                        report.digest, report.settings.seed));
    for (const auto& sentence : finding["evidence"]) {
        passage.lines.push_back(sentence.get<std::string>());
    }
    return passage;
}

/// The gap's own arithmetic, from the comparison that it was judged by.
void add_gap_arithmetic(const SavedReport& report, const json& finding, Passage& passage) {
    if (report.json["comparisons"].empty()) {
        return;
    }
    const auto& comparison = report.json["comparisons"][0];
    const auto subject = finding["subject"].get<std::string>();
    if (!comparison.contains("gap") || !comparison["gap"].is_object() ||
        !comparison["gap"].contains(subject)) {
        return;
    }
    const auto& gap = comparison["gap"][subject];
    const auto estimate = number_at(gap, "estimate");
    const auto people = number_at(gap, "sampling_variance");
    const auto tools = number_at(gap, "landscape_variance");
    const auto degrees = number_at(gap, "degrees_of_freedom");
    const auto level = number_at(gap, "level");
    const auto lower = number_at(gap, "lower");
    const auto upper = number_at(gap, "upper");
    if (!estimate || !people || !tools || !degrees || !level || !lower || !upper || *degrees <= 0 ||
        *level <= 0 || *level >= 1 || *people < 0 || *tools < 0) {
        return;
    }
    const double error = std::sqrt(*people + *tools);
    passage.lines.push_back(fmt::format(
        "Squared standard error: {:.6f} from the people (Welch) + {:.6f} from where the tools "
        "stand = {:.6f}; its root is {}.",
        *people, *tools, *people + *tools, exactly(error)));
    passage.lines.push_back(fmt::format("Student's t at {} with {:.2f} degrees of freedom: {}.",
                                        percent(*level), *degrees,
                                        exactly(student_t_quantile((1 + *level) / 2, *degrees))));
    passage.lines.push_back(fmt::format(
        "Interval: {} plus or minus {}, that is {} to {}. It is never narrower than the people's "
        "part alone.",
        exactly(*estimate), exactly((*upper - *lower) / 2), exactly(*lower), exactly(*upper)));
}

Passage arithmetic_passage(const SavedReport& report, const Rule& rule, const json& finding) {
    Passage passage{"The arithmetic", {}};
    const auto& magnitude = finding["magnitude"];
    if (!magnitude.is_object() || !magnitude.contains("name") || !magnitude["name"].is_string()) {
        const auto reason =
            finding.contains("magnitude_reason") && finding["magnitude_reason"].is_string()
                ? finding["magnitude_reason"].get<std::string>()
                : std::string("it has none");
        passage.lines.push_back(fmt::format("There is no number to compare: {}.", reason));
        return passage;
    }
    const auto estimate = number_at(magnitude, "estimate");
    const auto n = number_at(magnitude, "n");
    if (estimate) {
        passage.lines.push_back(fmt::format(
            "{}: {}{}.", capitalized(magnitude["name"].get<std::string>()), exactly(*estimate),
            n ? fmt::format(", from n = {:.0f}", *n) : std::string()));
    }
    if (rule.topic == Topic::Gap) {
        add_gap_arithmetic(report, finding, passage);
    }
    const auto lower = number_at(magnitude, "lower");
    const auto upper = number_at(magnitude, "upper");
    const auto threshold = number_at(magnitude, "threshold");
    if (threshold && lower && upper) {
        passage.lines.push_back(fmt::format("Interval {} to {} against the threshold {}: {}.",
                                            exactly(*lower), exactly(*upper), exactly(*threshold),
                                            finding["state"].get<std::string>()));
    } else if (threshold && estimate) {
        passage.lines.push_back(fmt::format("{} against the threshold {}: {}.", exactly(*estimate),
                                            exactly(*threshold),
                                            finding["state"].get<std::string>()));
    }
    return passage;
}

Passage fragility_passage(const SavedReport& report, const json& finding) {
    Passage passage{"If the tools stood elsewhere", {}};
    const auto share = number_at(finding, "flip_share");
    if (!share) {
        passage.lines.emplace_back("That was not tried for this report.");
        return passage;
    }
    passage.lines.push_back(fmt::format(
        "With all tools moved within their tolerance, {} times, the verdict was another one in {} "
        "of them. Above {} it is called fragile; this one is {}.",
        grouped(report.policy.fragility_draws), *share > 0 ? percent(*share) : "none",
        percent(report.policy.fragility_share),
        *share > report.policy.fragility_share ? "fragile" : "not"));
    return passage;
}

Passage flip_passage(const json& finding) {
    Passage passage{"What would change the verdict", {finding["flips_when"].get<std::string>()}};
    if (finding["state"] == "undetermined" || finding["state"] == "possible") {
        for (const auto& action : finding["actions"]) {
            const auto text = action.get<std::string>();
            if (text.find("settle it") != std::string::npos && text != passage.lines.front() &&
                passage.lines.front().find(text) == std::string::npos) {
                passage.lines.push_back(text);
            }
        }
    }
    return passage;
}

} // namespace

std::vector<Passage> explanation(const SavedReport& report, const json& finding,
                                 std::span<const Rule> known) {
    const auto& rule = rule_named(finding["id"].get<std::string>(), known);
    auto title =
        fmt::format("{}, {}: {}", finding["id"].get<std::string>(),
                    finding["subject"].get<std::string>(), finding["state"].get<std::string>());
    if (finding["severity"] != "none") {
        title += ", " + finding["severity"].get<std::string>();
    }
    return {{title, {finding["says"].get<std::string>()}},
            rule_passage(rule),
            threshold_passage(report, rule, finding),
            input_passage(report, finding),
            arithmetic_passage(report, rule, finding),
            fragility_passage(report, finding),
            flip_passage(finding)};
}

} // namespace assess
