// What would close it.
#include "reports/fields/field_list.hpp"
#include "reports/fields/lists.hpp"
#include "reports/wording/wording.hpp"

namespace assess::fields {
namespace {

template <typename T>
auto named_findings(std::vector<std::size_t> T::*indices) {
    return [=](const T& value, const GapReport& report) {
        std::vector<std::reference_wrapper<const Finding>> findings;
        for (const auto index : value.*indices) {
            findings.emplace_back(report.findings[index]);
        }
        return findings;
    };
}

const FieldList<Adoption>& adoption_fields() {
    static const FieldList<Adoption> list([](auto& fields) {
        fields.include(
            tool_fields(), [](const Adoption& adoption, const GapReport& report) -> const auto& {
                return report.landscape.tools[adoption.tool];
            });
        fields.add(
            "group", "Id of the group that takes it up.", Text(),
            [](const Adoption& adoption, const GapReport& report) -> const auto& {
                return report.groups[adoption.group].id;
            });
        fields.add("people", "Who would have to take it up.", Count(), &Adoption::people);
        fields.add("already", "Who use it that deeply already.", Count(), &Adoption::already);
        fields.add("other_uses", "Whether somebody of the other group uses it.", Flag(),
                   &Adoption::other_uses);
    });
    return list;
}

/// The gap on a diagonal that a proposal would leave.
struct GapLeft {
    const Proposal* proposal;
    std::size_t diagonal;
};

const FieldList<GapLeft>& gap_left_fields() {
    static const FieldList<GapLeft> list(
        "closing_gap", "The gap with a proposal.", [](auto& fields) {
            fields.add_with_reason(
                "after", "The gap that would be left, first group less second.",
                ObjectOf(estimate_fields()), [](const GapLeft& one) -> const auto& {
                    return one.proposal->gap_after.at(one.diagonal);
                });
            fields.add_with_reason(
                "change",
                "After less before; its interval is that of the movement, for the people are the "
                "same.",
                ObjectOf(estimate_fields()), [](const GapLeft& one) -> const auto& {
                    return one.proposal->gap_change.at(one.diagonal);
                });
        });
    return list;
}

const FieldList<Proposal>& proposal_fields() {
    static const FieldList<Proposal> list([](auto& fields) {
        fields.add("adoptions", "One adoption or two.", ListOf{ObjectOf(adoption_fields()), 1, 2},
                   &Proposal::adoptions);
        fields.add("people", "People to bring along, counted once for each tool.", Count(),
                   &Proposal::people);
        fields.add("ring", "The least inviting one of its tools.", id_up_to(Ring::Hold),
                   &Proposal::ring);
        fields.add("other_uses", "Whether the other group uses each of its tools.", Flag(),
                   &Proposal::other_uses);
        for (const auto diagonal : diagonals) {
            fields.add(std::string(id_of(diagonal)), "What would be left of the gap there.",
                       ObjectOf(gap_left_fields()), [=](const Proposal& proposal) {
                           return GapLeft{&proposal, static_cast<std::size_t>(diagonal)};
                       });
        }
        fields.add("answers", "Findings that ask for it.", ListOf{ObjectOf(finding_name_fields())},
                   named_findings(&Proposal::answers));
        fields.add_with_reason("findings", "Findings whose verdict would be another.",
                               ListOf{ObjectOf(finding_change_fields())},
                               [](const Proposal& proposal) {
                                   using Changes = Quantity<std::vector<FindingChange>>;
                                   return proposal.judged
                                              ? Changes(proposal.findings)
                                              : Changes::unavailable({"closing.not-judged"});
                               });
    });
    return list;
}

} // namespace

const FieldList<Recommendation>& recommendation_fields() {
    static const FieldList<Recommendation> list(
        "closing", "What would close it.", [](auto& fields) {
            fields.add("depth", "How deeply the tools are taken up.", id_up_to(Depth::Uses),
                       &Recommendation::depth);
            fields.add("most_ring", "Tools in this ring or a more inviting one were tried.",
                       id_up_to(Ring::Hold), &Recommendation::most_ring);
            fields.add("whole_groups_only",
                       "Confidential answers: whether only tools that nobody in a group uses were "
                       "tried.",
                       Flag(), &Recommendation::whole_groups_only);
            fields.add("singles", "Single adoptions that were tried.", Count(),
                       &Recommendation::singles);
            fields.add("pairs", "Pairs of them that were tried.", Count(), &Recommendation::pairs);
            fields.add("asked_for", "Of both, those that a finding asks for.", Count(),
                       &Recommendation::asked_for);
            fields.add("front", "Of these, those that no other beats.", Count(),
                       &Recommendation::front);
            fields.add_with_reason(
                "proposals", "Of these, those told: by people, then by what is left of the gaps.",
                ListOf{ObjectOf(proposal_fields())}, [](const Recommendation& one) {
                    using Proposals = Quantity<std::vector<Proposal>>;
                    return one.reason.empty() ? Proposals(one.proposals)
                                              : Proposals::unavailable(one.reason);
                });
            fields.add("unanswered", "Findings that are there and that no adoption answers.",
                       ListOf{ObjectOf(finding_name_fields())},
                       named_findings(&Recommendation::unanswered));
        });
    return list;
}

} // namespace assess::fields
