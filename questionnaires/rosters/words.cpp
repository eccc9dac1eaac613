#include "questionnaires/rosters/words.hpp"

#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

namespace assess {

namespace {

struct RoleWord {
    std::string_view words;
    Role role;
};

// A researcher makes models, an engineer makes software, a hybrid does both for a living.
// "Research engineer" is a hybrid because the title promises both; an analyst or a manager is
// neither. The table is repeated in README.md; a test keeps the two alike.
constexpr std::array role_words{
    RoleWord{"researcher", Role::Researcher},
    RoleWord{"researchers", Role::Researcher},
    RoleWord{"ML researcher", Role::Researcher},
    RoleWord{"AI researcher", Role::Researcher},
    RoleWord{"machine learning researcher", Role::Researcher},
    RoleWord{"research scientist", Role::Researcher},
    RoleWord{"applied scientist", Role::Researcher},
    RoleWord{"data scientist", Role::Researcher},
    RoleWord{"scientist", Role::Researcher},
    RoleWord{"engineer", Role::Engineer},
    RoleWord{"engineers", Role::Engineer},
    RoleWord{"software engineer", Role::Engineer},
    RoleWord{"software developer", Role::Engineer},
    RoleWord{"developer", Role::Engineer},
    RoleWord{"programmer", Role::Engineer},
    RoleWord{"SWE", Role::Engineer},
    RoleWord{"backend engineer", Role::Engineer},
    RoleWord{"backend developer", Role::Engineer},
    RoleWord{"frontend engineer", Role::Engineer},
    RoleWord{"frontend developer", Role::Engineer},
    RoleWord{"full-stack engineer", Role::Engineer},
    RoleWord{"full-stack developer", Role::Engineer},
    RoleWord{"data engineer", Role::Engineer},
    RoleWord{"platform engineer", Role::Engineer},
    RoleWord{"infrastructure engineer", Role::Engineer},
    RoleWord{"cloud engineer", Role::Engineer},
    RoleWord{"DevOps", Role::Engineer},
    RoleWord{"DevOps engineer", Role::Engineer},
    RoleWord{"site reliability engineer", Role::Engineer},
    RoleWord{"SRE", Role::Engineer},
    RoleWord{"software architect", Role::Engineer},
    RoleWord{"hybrid", Role::Hybrid},
    RoleWord{"hybrids", Role::Hybrid},
    RoleWord{"ML engineer", Role::Hybrid},
    RoleWord{"machine learning engineer", Role::Hybrid},
    RoleWord{"MLE", Role::Hybrid},
    RoleWord{"AI engineer", Role::Hybrid},
    RoleWord{"AI/ML engineer", Role::Hybrid},
    RoleWord{"MLOps engineer", Role::Hybrid},
    RoleWord{"research engineer", Role::Hybrid},
    RoleWord{"research software engineer", Role::Hybrid},
    RoleWord{"other", Role::Other},
    RoleWord{"others", Role::Other},
    RoleWord{"data analyst", Role::Other},
    RoleWord{"business analyst", Role::Other},
    RoleWord{"analyst", Role::Other},
    RoleWord{"manager", Role::Other},
    RoleWord{"product manager", Role::Other},
    RoleWord{"project manager", Role::Other},
    RoleWord{"designer", Role::Other},
};

const std::vector<std::string>& depth_ids() {
    static const std::vector<std::string> ids = [] {
        std::vector<std::string> list;
        for (std::size_t i = 0; i < depth_count; ++i) {
            list.emplace_back(id_of(static_cast<Depth>(i)));
        }
        return list;
    }();
    return ids;
}

std::string did_you_mean(const std::vector<std::string>& names) {
    std::vector<std::string> shown;
    for (const std::string& name : names) {
        shown.push_back(in_quotes(name));
    }
    return shown.empty() ? std::string() : fmt::format("Did you mean {}? ", listed(shown));
}

} // namespace

std::optional<Role> role_from_words(std::string_view text) {
    static const std::unordered_map<std::string, Role> by_key = [] {
        std::unordered_map<std::string, Role> map;
        for (const RoleWord& word : role_words) {
            map.emplace(spelling_key(word.words), word.role);
        }
        return map;
    }();
    const auto found = by_key.find(spelling_key(text));
    return found == by_key.end() ? std::nullopt : std::optional(found->second);
}

Complaint unknown_role(std::string_view text) {
    static const std::vector<std::string> candidates = [] {
        std::vector<std::string> list;
        for (const RoleWord& word : role_words) {
            list.emplace_back(word.words);
        }
        return list;
    }();
    return {fmt::format("the role {} is not known", in_quotes(text)),
            did_you_mean(closest_names(text, candidates)) +
                "The roles are researcher, engineer, hybrid and other; many job titles are "
                "understood too."};
}

std::optional<Depth> depth_from_words(std::string_view text) {
    const std::string key = spelling_key(text);
    for (std::size_t i = 0; i < depth_count; ++i) {
        if (key == spelling_key(depth_ids()[i])) {
            return static_cast<Depth>(i);
        }
    }
    return std::nullopt;
}

Complaint unknown_depth(std::string_view text) {
    return {fmt::format("the depth {} is not known", in_quotes(text)),
            did_you_mean(closest_names(text, depth_ids())) +
                fmt::format("The depths are {}.", listed(depth_ids(), "and"))};
}

bool means_none(std::string_view text) {
    return spelling_key(text) == "none";
}

Depth deeper(Depth one, Depth other) {
    // From the deepest; the weights of the policy are never larger further down, but for the
    // bare "uses", which by default weighs as much as "daily".
    constexpr std::array order{Depth::Daily,    Depth::Uses,         Depth::Weekly,
                               Depth::Monthly,  Depth::Rarely,       Depth::Evaluating,
                               Depth::Wanted,   Depth::Stopped,      Depth::Never,
                               Depth::DontKnow, Depth::NotApplicable};
    static_assert(order.size() == depth_count);
    return std::find(order.begin(), order.end(), one) < std::find(order.begin(), order.end(), other)
               ? one
               : other;
}

} // namespace assess
