// What would close it, and what became of findings, in JSON.
#include "reports/content/statements.hpp"
#include "reports/json/json_parts.hpp"
#include "reports/json/json_quantity.hpp"
#include "reports/wording/wording.hpp"

#include <nlohmann/json.hpp>

namespace assess::reports {
namespace {

using nlohmann::ordered_json;

ordered_json findings_json(const std::vector<std::size_t>& indices, const GapReport& report) {
    auto json = ordered_json::array();
    for (const auto index : indices) {
        const auto& finding = report.findings[index];
        json.push_back({{"id", finding.id}, {"subject", finding.subject}});
    }
    return json;
}

ordered_json adoption_json(const Adoption& adoption, const GapReport& report) {
    const auto& tool = report.landscape.tools[adoption.tool];
    return {{"tool", tool.id},
            {"name", tool.name},
            {"group", report.groups[adoption.group].id},
            {"people", adoption.people},
            {"already", adoption.already},
            {"other_uses", adoption.other_uses}};
}

ordered_json proposal_json(const Proposal& proposal, const GapReport& report) {
    ordered_json json;
    json["adoptions"] = ordered_json::array();
    for (const auto& adoption : proposal.adoptions) {
        json["adoptions"].push_back(adoption_json(adoption, report));
    }
    json["people"] = proposal.people;
    json["ring"] = id_of(proposal.ring);
    json["other_uses"] = proposal.other_uses;
    for (const auto diagonal : diagonals) {
        const auto index = static_cast<std::size_t>(diagonal);
        ordered_json gap;
        put_converted(gap, "after", proposal.gap_after.at(index), estimate_json);
        put_converted(gap, "change", proposal.gap_change.at(index), estimate_json);
        json[std::string(id_of(diagonal))] = std::move(gap);
    }
    json["answers"] = findings_json(proposal.answers, report);
    json["findings"] = nullptr;
    if (proposal.judged) {
        json["findings"] = ordered_json::array();
        for (const auto& change : proposal.findings) {
            json["findings"].push_back(json_of(change));
        }
        json["findings_reason"] = nullptr;
    } else {
        json["findings_reason"] = english({"closing.not-judged"});
    }
    return json;
}

} // namespace

ordered_json json_of(const FindingChange& change) {
    const auto state = [](const std::optional<State>& one) {
        return one ? ordered_json(id_of(*one)) : ordered_json(nullptr);
    };
    const auto words = [](const std::optional<State>& one, const Message& says) {
        return one ? ordered_json(english(says)) : ordered_json(nullptr);
    };
    return {{"id", change.id},
            {"subject", change.subject},
            {"fate", id_of(change.fate)},
            {"before", state(change.before)},
            {"after", state(change.after)},
            {"severity_before", id_of(change.severity_before)},
            {"severity_after", id_of(change.severity_after)},
            {"says_before", words(change.before, change.says_before)},
            {"says_after", words(change.after, change.says_after)}};
}

ordered_json json_of(const Recommendation& recommendation, const GapReport& report) {
    ordered_json json;
    json["depth"] = id_of(recommendation.depth);
    json["most_ring"] = id_of(recommendation.most_ring);
    json["whole_groups_only"] = recommendation.whole_groups_only;
    json["singles"] = recommendation.singles;
    json["pairs"] = recommendation.pairs;
    json["asked_for"] = recommendation.asked_for;
    json["front"] = recommendation.front;
    if (recommendation.reason.empty()) {
        json["proposals"] = ordered_json::array();
        for (const auto& proposal : recommendation.proposals) {
            json["proposals"].push_back(proposal_json(proposal, report));
        }
        json["proposals_reason"] = nullptr;
    } else {
        put_unavailable(json, "proposals", english(recommendation.reason));
    }
    json["unanswered"] = findings_json(recommendation.unanswered, report);
    return json;
}

} // namespace assess::reports
