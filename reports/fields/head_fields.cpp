// What every document begins with: program, landscape, seed, grouping, policy, promise, and where
// the answers came from.
#include "model/policy/policy_fields.hpp"
#include "reports/content/statements.hpp"
#include "reports/fields/field_list.hpp"
#include "reports/fields/lists.hpp"

namespace assess::fields {
namespace {

const FieldList<GapReport>& program_fields() {
    static const FieldList<GapReport> list([](auto& fields) {
        fields.add("name", "The program that wrote this.", Constant{"assess"}, std::identity());
        fields.add("version", "Its version.", not_empty,
                   [](const GapReport&) { return std::string(reports::program_version()); });
    });
    return list;
}

/// A policy as its file has it, every field given.
struct PolicyObject {
    static Json schema(Json& definitions);
    static Json json(const Policy& policy, const GapReport&) {
        Json json;
        to_json(json, policy);
        return json;
    }
};

Json PolicyObject::schema(Json& definitions) {
    std::vector<FieldMeaning> groups{
        {"format", "The format of policy files.", Presence::Always, [](Json&) {
             return Json{{"const", "assess/policy/1"}};
         }}};
    for (auto rest = policy_fields(); !rest.empty();) {
        const auto name = rest.front().group;
        std::vector<FieldMeaning> group;
        for (; !rest.empty() && rest.front().group == name; rest = rest.subspan(1)) {
            const auto& field = rest.front();
            const auto bounded = [&](Json& all) {
                return field.is_whole() ? Count{static_cast<std::uint64_t>(field.lowest),
                                                static_cast<std::uint64_t>(field.highest)}
                                              .schema(all)
                                        : Number{field.lowest, field.highest}.schema(all);
            };
            group.push_back(
                {std::string(field.key), std::string(field.means), Presence::Always, bounded});
        }
        groups.push_back({std::string(name), "The policy's choices on " + std::string(name) + ".",
                          Presence::Always, [group = std::move(group)](Json& all) {
                              return object_schema({}, {}, group, all);
                          }});
    }
    return object_schema({}, {}, groups, definitions);
}

const FieldList<PrivacyPromise>& promise_fields() {
    static const FieldList<PrivacyPromise> list([](auto& fields) {
        fields.add("promise", "It was confidential.",
                   Constant{std::string(id_of(Promise::Confidential))}, &PrivacyPromise::kind);
        fields.add("least_people", "The fewest of whom positions, spreads and scores are shown.",
                   Count{1}, &PrivacyPromise::least_people);
        fields.add("least_texts", "The fewest free texts that are shown.", Count{1},
                   &PrivacyPromise::least_texts);
    });
    return list;
}

const FieldList<LeftOut>& left_out_fields() {
    static const FieldList<LeftOut> list([](auto& fields) {
        fields.add("reason", "Why they were left out.", Text(), &LeftOut::reason);
        fields.add("count", "So many rows.", Count(), &LeftOut::count);
    });
    return list;
}

const FieldList<GapReport>& answers_fields() {
    static const FieldList<GapReport> list([](auto& fields) {
        const auto of_answers = [](auto Answers::*member) {
            return [=](const GapReport& report) -> const auto& {
                return report.answers.*member;
            };
        };
        fields.add("source", "The input's name.", Text(), of_answers(&Answers::source));
        fields.add("rows", "Rows that were read.", Count(), of_answers(&Answers::rows));
        fields.add("respondents", "People whose answers are in the report.", Count(),
                   &GapReport::respondents);
        fields.add("left_out", "Rows that are no respondents of this report.",
                   ListOf{ObjectOf(left_out_fields())}, of_answers(&Answers::left_out));
        fields.add("warnings", "What was noticed while reading.", ListOf{Text()},
                   of_answers(&Answers::warnings));
    });
    return list;
}

} // namespace

const FieldList<Landscape>& landscape_fields() {
    static const FieldList<Landscape> list([](auto& fields) {
        fields.add("edition", "Its id.", Text(), &Landscape::edition);
        fields.add("title", "Its title.", Text(), &Landscape::title);
        fields.add("source", "Where its facts come from.", Text(), &Landscape::source);
        fields.add("digest", "Of the content as used: fnv1a64 and 16 hexadecimal digits.", Text(),
                   &Landscape::digest);
    });
    return list;
}

const FieldList<GapReport>& head_fields() {
    static const FieldList<GapReport> list([](auto& fields) {
        fields.add("program", "Who wrote this.", ObjectOf(program_fields()), std::identity());
        fields.add("landscape", "The edition in use.", ObjectOf(landscape_fields()),
                   &GapReport::landscape);
        fields.add("seed", "Of the random permutations.", Count(), &GapReport::seed);
        fields.add("grouping", "What groups are made by.", OneOf{{"role", "team"}},
                   [](const GapReport& report) {
                       return std::string(report.grouping == Grouping::Role ? "role" : "team");
                   });
        fields.add("policy", "The choices in force; see model/policy/policy.schema.json.",
                   PolicyObject(), &GapReport::policy);
        fields.add_where_any("privacy",
                             "What those who answered were promised, where it is confidential.",
                             ObjectOf(promise_fields()), [](const GapReport& report) {
                                 const auto& promise = report.answers.promise;
                                 return promise.kind == Promise::Confidential ? &promise : nullptr;
                             });
        fields.add("answers", "What was read.", ObjectOf(answers_fields()), std::identity());
    });
    return list;
}

} // namespace assess::fields
