// A what-if as JSON.
#include "reports/json/json_parts.hpp"
#include "reports/json/json_quantity.hpp"
#include "reports/json/json_text.hpp"
#include "reports/what_if/what_if_words.hpp"
#include "reports/what_if/what_if_writers.hpp"
#include "reports/wording/wording.hpp"

#include <nlohmann/json.hpp>

namespace assess {
namespace reports::what_if_json {
namespace {

using nlohmann::ordered_json;

ordered_json change_json(const AppliedChange& applied, const GapReport& report) {
    const auto& change = applied.change;
    const auto& tool = report.landscape.tools[change.tool];
    const bool everybody = change.who.kind == Who::Kind::Everybody;
    ordered_json json;
    json["change"] = change.adopts ? "adopt" : "drop";
    json["tool"] = tool.id;
    json["name"] = tool.name;
    json["depth"] = change.adopts ? ordered_json(id_of(change.depth)) : ordered_json(nullptr);
    json["who"] = {{"kind", id_of(change.who.kind)},
                   {"id", everybody ? ordered_json(nullptr) : ordered_json(change.who.id)}};
    const auto least = report.answers.promise.least_told();
    bool hidden = false;
    const auto count = [&](std::size_t people) {
        const bool few = people > 0 && people < least;
        hidden = hidden || few;
        return few ? ordered_json(nullptr) : ordered_json(people);
    };
    json["people"] = count(applied.people);
    json["changed"] = count(applied.changed);
    json["unaffected"] = count(applied.unaffected);
    json["counts_reason"] =
        hidden ? ordered_json(english({"what-if.counts-hidden", {{"least", Count(least)}}}))
               : ordered_json(nullptr);
    return json;
}

ordered_json gap_change_json(const GapChange& gap) {
    ordered_json json;
    for (const auto diagonal : diagonals) {
        const auto d = static_cast<std::size_t>(diagonal);
        ordered_json one;
        put_converted(one, "before", gap.before.at(d), reports::estimate_json);
        put_converted(one, "after", gap.after.at(d), reports::estimate_json);
        put_converted(one, "change", gap.change.at(d), reports::estimate_json);
        json[std::string(id_of(diagonal))] = std::move(one);
    }
    return json;
}

ordered_json shift_json(const GroupShift& shift) {
    ordered_json json;
    json["id"] = shift.id;
    json["name"] = shift.name;
    json["placed_before"] = shift.placed_before;
    json["placed_after"] = shift.placed_after;
    put_converted(json, "before", shift.before, place_json);
    put_converted(json, "after", shift.after, place_json);
    json["change"] = ordered_json::object();
    for (const auto diagonal : diagonals) {
        put_converted(json["change"], std::string(id_of(diagonal)),
                      shift.change.at(static_cast<std::size_t>(diagonal)), reports::estimate_json);
    }
    return json;
}

void write(const WhatIf& what_if, std::ostream& out) {
    const auto& report = what_if.before;
    ordered_json json;
    reports::put_head(json, "assess/what-if/1", reports::english(what_if.answer), report);
    json["changes"] = ordered_json::array();
    for (const auto& applied : what_if.changes) {
        json["changes"].push_back(change_json(applied, report));
    }
    json["between"] = nullptr;
    for (const auto& comparison : report.comparisons) {
        json["between"] = {report.groups[comparison.first].id, report.groups[comparison.second].id};
    }
    put_converted(json, "gap", what_if.gap, gap_change_json);
    json["groups"] = ordered_json::array();
    for (const auto& shift : what_if.groups) {
        json["groups"].push_back(shift_json(shift));
    }
    json["findings"] = ordered_json::array();
    for (const auto& change : what_if.findings) {
        json["findings"].push_back(reports::json_of(change));
    }
    json["warnings"] = reports::english(reports::what_if_caveats(what_if));
    out << reports::json_text(json);
}

} // namespace
} // namespace reports::what_if_json

void write_what_if_json(const WhatIf& what_if, const WriterSettings& /*settings*/,
                        std::ostream& out) {
    reports::what_if_json::write(what_if, out);
}

} // namespace assess
