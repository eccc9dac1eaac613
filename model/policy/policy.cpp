#include "model/policy/policy.hpp"

#include "model/json/json_input.hpp"
#include "model/policy/policy_fields.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace assess {

namespace {

constexpr std::string_view format_id = "assess/policy/1";

void read_field(ObjectReader& group, const PolicyField& field, Policy& policy) {
    if (field.is_whole()) {
        if (const auto value = group.integer(field.key, static_cast<std::int64_t>(field.lowest),
                                             static_cast<std::int64_t>(field.highest))) {
            set_value(field, policy, static_cast<double>(*value));
        }
    } else if (const auto value = group.number(field.key, field.lowest, field.highest)) {
        set_value(field, policy, *value);
    }
}

/// Reads the fields of one group; `fields` are those that start with it.
void read_group(ObjectReader& root, std::span<const PolicyField> fields, Policy& policy) {
    auto group = root.object(fields.front().group);
    if (!group) {
        return;
    }
    for (const auto& field : fields) {
        read_field(*group, field, policy);
    }
    group->finish();
}

/// What no single field can show.
void check_together(const Policy& policy, JsonProblems& problems) {
    if (policy.gap_serious < policy.gap_notable) {
        problems.add("/opposite_ends",
                     fmt::format("a serious gap ({}) is smaller than a notable one ({})",
                                 policy.gap_serious, policy.gap_notable),
                     "Make \"serious\" at least as large as \"notable\".");
    }
    if (policy.frustrated_serious < policy.frustrated_steps) {
        problems.add("/frustrated_group",
                     fmt::format("a serious difference ({}) is smaller than one worth telling ({})",
                                 policy.frustrated_serious, policy.frustrated_steps),
                     "Make \"serious\" at least as large as \"steps\".");
    }
    if (std::ranges::all_of(policy.depth_weights, [](double weight) { return weight == 0; })) {
        problems.add("/depth_weights", "every depth weighs 0, so nobody would stand anywhere",
                     "Give at least one depth a weight above 0.");
    }
}

template <typename Json>
void write(Json& json, const Policy& policy) {
    json = Json::object();
    json["format"] = format_id;
    for (const auto& field : policy_fields()) {
        auto& value = json[std::string(field.group)][std::string(field.key)];
        if (field.is_whole()) {
            value = static_cast<std::uint64_t>(value_of(field, policy));
        } else {
            value = value_of(field, policy);
        }
    }
}

} // namespace

Policy parse_policy(std::string_view json, const std::string& file) {
    const nlohmann::json parsed = parse_json(json, file);
    JsonProblems problems(json, file);
    ObjectReader root(parsed, "", problems);
    Policy policy;
    root.format(format_id);
    root.ignore({"$schema"});
    auto rest = policy_fields();
    while (!rest.empty()) {
        const auto same = [&](const auto& field) { return field.group == rest.front().group; };
        const auto end = std::ranges::find_if_not(rest, same);
        const auto count = static_cast<std::size_t>(end - rest.begin());
        read_group(root, rest.first(count), policy);
        rest = rest.subspan(count);
    }
    root.finish();
    check_together(policy, problems);
    problems.throw_if_any();
    return policy;
}

void to_json(nlohmann::json& json, const Policy& policy) {
    write(json, policy);
}

void to_json(nlohmann::ordered_json& json, const Policy& policy) {
    write(json, policy);
}

} // namespace assess
