#include "model/trend/people_links.hpp"

#include "model/text/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace assess {
namespace {

/// Respondent by id; nothing for an id that several have.
using ById = std::map<std::string_view, std::optional<std::uint32_t>>;

ById people_by_id(const Answers& answers) {
    ById people;
    for (std::size_t i = 0; i < answers.respondents.size(); ++i) {
        const std::string_view id = answers.respondents[i].id;
        if (id.empty()) {
            continue;
        }
        const auto [known, is_new] = people.emplace(id, static_cast<std::uint32_t>(i));
        if (!is_new) {
            known->second.reset();
        }
    }
    return people;
}

/// As many ids are named in a warning.
constexpr std::size_t most_named = 3;

void warn_of_repeats(const ById& people, std::string_view name, PeopleLinks& links) {
    std::vector<Value> repeated;
    for (const auto& [id, person] : people) {
        if (!person) {
            repeated.emplace_back(id);
        }
    }
    if (!repeated.empty()) {
        links.warnings.push_back(
            {"trend.ids-repeated",
             {{"assessment", name}, {"ids", List(std::move(repeated), most_named)}}});
    }
}

/// Ids that would be one if capitals, spaces and punctuation did not matter.
void warn_of_spellings(const ById& before, const ById& after, PeopleLinks& links) {
    std::map<std::string, std::string_view> keys;
    for (const auto& [id, person] : after) {
        if (!before.contains(id)) {
            keys.emplace(spelling_key(id), id);
        }
    }
    std::vector<Value> near;
    for (const auto& [id, person] : before) {
        if (after.contains(id)) {
            continue;
        }
        const auto key = spelling_key(id);
        const auto found = key.empty() ? keys.end() : keys.find(key);
        if (found != keys.end()) {
            near.emplace_back(
                Message{"trend.id-and-later", {{"before", id}, {"after", found->second}}});
        }
    }
    if (!near.empty()) {
        links.warnings.push_back(
            {"trend.ids-spelled-differently", {{"ids", List(std::move(near), most_named)}}});
    }
}

} // namespace

PeopleLinks link_people(const Answers& before, const Answers& after, std::string_view name_before,
                        std::string_view name_after) {
    PeopleLinks links;
    if (before.promise.kind == Promise::Confidential ||
        after.promise.kind == Promise::Confidential) {
        links.reason = {"trend.not-linked.confidential"};
        return links;
    }
    const std::array inputs{std::pair(&before, name_before), std::pair(&after, name_after)};
    for (const auto& [answers, name] : inputs) {
        if (!answers->ids_given) {
            links.reason = {"trend.not-linked.no-ids", {{"assessment", name}}};
            return links;
        }
    }
    const auto first = people_by_id(before);
    const auto second = people_by_id(after);
    warn_of_repeats(first, name_before, links);
    warn_of_repeats(second, name_after, links);
    warn_of_spellings(first, second, links);
    for (const auto& [id, person] : first) {
        const auto found = second.find(id);
        if (person && found != second.end() && found->second) {
            links.pairs.emplace_back(*person, *found->second);
        }
    }
    std::ranges::sort(links.pairs);
    links.linked = !links.pairs.empty();
    if (!links.linked) {
        links.reason = {"trend.not-linked.no-id-in-both",
                        {{"before", name_before}, {"after", name_after}}};
    }
    return links;
}

} // namespace assess
