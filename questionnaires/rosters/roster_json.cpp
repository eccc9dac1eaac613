#include "model/json/json_input.hpp"
#include "model/text/text.hpp"
#include "questionnaires/rosters/roster.hpp"
#include "questionnaires/rosters/roster_builder.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <string>
#include <unordered_map>

namespace assess {

namespace {

class JsonRoster {
public:
    JsonRoster(RosterBuilder& builder, JsonProblems& problems)
        : m_builder(builder), m_problems(problems) {}

    void take(ObjectReader& respondent) {
        ++m_rows;
        const auto id = respondent.string("respondent");
        const auto role_text = respondent.required_string("role");
        const auto team = respondent.string("team");
        std::optional<Role> role;
        if (!role_text.empty()) {
            role = role_from_words(role_text);
            if (!role) {
                const Complaint complaint = unknown_role(role_text);
                respondent.problem("role", complaint.what, complaint.hint);
            }
        }
        const std::string_view id_text = trimmed(id ? std::string_view(*id) : std::string_view());
        if (id_text.empty()) {
            ++m_without_id;
        } else if (!m_by_id.emplace(id_text, respondent.pointer()).second) {
            respondent.problem("respondent",
                               fmt::format("the respondent {} is there already, at {}",
                                           in_quotes(id_text), m_by_id.at(std::string(id_text))),
                               "Give everybody their own id.");
        }
        const std::size_t person =
            m_builder.add_person(id_text, role.value_or(Role::Other),
                                 trimmed(team ? std::string_view(*team) : std::string_view()));
        if (const nlohmann::json* const tools = respondent.raw("tools")) {
            take_tools(person, *tools, pointer_to(respondent.pointer(), "tools"));
        }
        respondent.finish();
    }

    /// Ids are everybody's or nobody's.
    void finish() {
        if (m_without_id != 0 && m_without_id != m_rows) {
            m_problems.add("/respondents",
                           fmt::format("{} of {} respondents have no id", m_without_id, m_rows),
                           "Give everybody a 'respondent', or nobody.");
        }
    }

    [[nodiscard]] std::size_t rows() const { return m_rows; }
    [[nodiscard]] bool ids_given() const { return m_rows != 0 && m_without_id == 0; }

private:
    void take_tools(std::size_t person, const nlohmann::json& tools, const std::string& pointer) {
        if (!tools.is_array()) {
            m_problems.add(pointer, fmt::format("'tools' is {}, not a list", kind_of(tools)),
                           "Write [\"Git\", {\"tool\": \"Docker\", \"depth\": \"daily\"}].");
            return;
        }
        for (std::size_t i = 0; i < tools.size(); ++i) {
            const std::string at = pointer_to(pointer, i);
            const nlohmann::json& entry = tools[i];
            std::optional<Complaint> complaint;
            if (entry.is_string()) {
                const auto& text = entry.get_ref<const std::string&>();
                if (trimmed(text).empty()) {
                    complaint = Complaint{"a tool has an empty name", "Name it, or leave it out."};
                } else {
                    complaint = m_builder.add_entry(person, text);
                }
            } else {
                ObjectReader use(entry, at, m_problems);
                const std::string tool = use.required_string("tool");
                const auto depth = use.string("depth");
                use.finish();
                if (!trimmed(tool).empty()) {
                    complaint = m_builder.add_use(
                        person, trimmed(tool),
                        trimmed(depth ? std::string_view(*depth) : std::string_view()));
                }
            }
            if (complaint) {
                m_problems.add(at, complaint->what, complaint->hint);
            }
        }
    }

    RosterBuilder& m_builder;
    JsonProblems& m_problems;
    std::size_t m_rows = 0;
    std::size_t m_without_id = 0;
    std::unordered_map<std::string, std::string> m_by_id; ///< id -> pointer; only looked up
};

} // namespace

Answers read_roster_json(std::string_view text, const std::string& name, bool keep_unknown,
                         Landscape& landscape) {
    const nlohmann::json json = parse_json(text, name);
    JsonProblems problems(text, name);
    RosterBuilder builder(landscape, keep_unknown);
    JsonRoster roster(builder, problems);
    ObjectReader root(json, "", problems);
    root.format("assess/roster/1");
    const bool is_list =
        root.objects("respondents", [&](ObjectReader& respondent) { roster.take(respondent); });
    if (root.is_object() && !is_list && !root.has("respondents")) {
        root.problem("respondents", "the list 'respondents' is missing",
                     "Write \"respondents\": [{\"role\": \"engineer\", \"tools\": [\"Git\"]}].");
    } else if (is_list && roster.rows() == 0) {
        root.problem("respondents", "there are no respondents", "Add an object for each person.");
    }
    root.finish();
    roster.finish();
    problems.throw_if_any();
    return builder.finish(name, roster.rows(), roster.ids_given());
}

} // namespace assess
