#include "questionnaires/store/intake.hpp"

#include "model/json/json_input.hpp"
#include "model/landscape/load.hpp"
#include "model/text/text.hpp"
#include "questionnaires/answer_files/answer_file.hpp"
#include "questionnaires/canonical_json.hpp"
#include "questionnaires/csv/byte_source.hpp"
#include "questionnaires/definitions/load.hpp"
#include "questionnaires/engine/session.hpp"
#include "questionnaires/rosters/roster.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace assess {
namespace {

/// Stands for the respondent in a stored content: the store knows them, the content does not.
constexpr std::string_view nobody = "-";

constexpr std::size_t largest_file = std::size_t{64} << 20U;

[[noreturn]] void refuse_file(const std::string& name, std::string what, std::string hint) {
    throw InputError(Diagnostic{{name, 0, 0, {}}, std::move(what), std::move(hint)});
}

std::string content_of(const AnswerFile& file) {
    return canonical_json(nlohmann::json::parse(to_json_text(file)));
}

/// The names of tools that are kept without a place, each once.
void note_kept_tools(const AnswerMap& answers, std::vector<std::string>& notes) {
    std::set<std::string> names;
    for (const auto& [key, answer] : answers) {
        if (const auto* tools = std::get_if<ToolsAnswer>(&answer)) {
            for (const auto& tool : tools->tools) {
                if (!tool.known) {
                    names.insert(in_quotes(tool.tool));
                }
            }
        }
    }
    if (!names.empty()) {
        notes.push_back(
            fmt::format("Not in the landscape, kept without a place: {}.", fmt::join(names, ", ")));
    }
}

/// Tools by an id that the landscape lacks are tools by name, in the answers and in their keys.
AnswerMap with_lacking_tools_named(const AnswerMap& answers, const Landscape& landscape) {
    const auto lacks = [&](std::string_view id) {
        const auto found = landscape.find(id);
        return !found || landscape.tools[*found].id != id;
    };
    AnswerMap named;
    for (const auto& [key, answer] : answers) {
        auto kept = answer;
        if (auto* tools = std::get_if<ToolsAnswer>(&kept)) {
            for (auto& tool : tools->tools) {
                tool.known = tool.known && !lacks(tool.tool);
            }
        }
        const auto at = key.find('@');
        const bool by_id = at != std::string::npos && !key.substr(at + 1).starts_with("name:");
        named.emplace(by_id && lacks(key.substr(at + 1))
                          ? key.substr(0, at) + "@name:" + key.substr(at + 1)
                          : key,
                      std::move(kept));
    }
    return named;
}

/// Reads one answer file for a round.
class AnswerFileReader {
public:
    AnswerFileReader(const RoundContents& contents, const std::string& name)
        : m_round(contents.round()), m_definition(contents.definition()),
          m_landscape(contents.landscape()), m_name(name) {}

    Incoming read(std::string_view text, const RoundContents::AskedRole& asked_role) {
        auto [file, checksum_fits] = parse_answer_file(text, m_name);
        if (!checksum_fits) {
            refuse_file(
                m_name, "the file is not as it was saved: it was edited, or damaged on its way",
                "Ask for the file again. To change an answer, answer again and save again.");
        }
        if (file.questionnaire != m_definition.id) {
            refuse_file(m_name,
                        fmt::format("it answers the questionnaire {}, and the round {} asks {}",
                                    in_quotes(file.questionnaire), in_quotes(m_round.name),
                                    in_quotes(m_definition.id)),
                        "Submit it to a round that asks it: --round NAME.");
        }
        file.answers = fitted(file);
        const auto role = role_of(file, asked_role);
        note_kept_tools(file.answers, m_incoming.notes);
        Submission submission;
        submission.respondent = file.respondent;
        submission.role = role;
        const CollectedAnswer alone{file.respondent, &m_definition, file.answers};
        submission.team = team_names(std::span(&alone, 1)).front();
        submission.route = Route::AnswerFile;
        file.respondent = nobody;
        file.version = m_round.questionnaire_version;
        file.questionnaire_digest = m_round.questionnaire_digest;
        file.edition = m_round.edition;
        file.landscape_digest = m_round.landscape_digest;
        submission.content = content_of(file);
        m_incoming.submissions.push_back(std::move(submission));
        return std::move(m_incoming);
    }

private:
    AnswerMap fitted(const AnswerFile& file) {
        auto answers = file.answers;
        if (file.landscape_digest != m_round.landscape_digest) {
            m_incoming.notes.push_back(
                fmt::format("It was asked with another landscape, {}; the round's is {}.",
                            in_quotes(file.edition), in_quotes(m_round.edition)));
            answers = with_lacking_tools_named(answers, m_landscape);
        } else if (file.questionnaire_digest == m_round.questionnaire_digest) {
            if (auto problems = check_against(file, m_name, m_definition, m_landscape);
                !problems.empty()) {
                throw InputError(std::move(problems));
            }
        }
        Draft draft;
        draft.questionnaire = file.questionnaire;
        draft.version = file.version;
        draft.digest = file.questionnaire_digest;
        draft.language = "en"; // of the notes
        draft.respondent = file.respondent;
        draft.answers = std::move(answers);
        const Session session(m_definition, m_landscape, std::move(draft));
        m_incoming.notes.insert(m_incoming.notes.end(), session.changes().begin(),
                                session.changes().end());
        Diagnostics problems;
        for (const auto& refusal : session.missing()) {
            problems.push_back({{m_name, 0, 0, refusal.key}, refusal.what, refusal.hint});
        }
        if (!problems.empty()) {
            throw InputError(std::move(problems));
        }
        return session.result();
    }

    Role role_of(AnswerFile& file, const RoundContents::AskedRole& asked_role) {
        if (const auto role = role_in(m_definition, file.answers)) {
            return *role;
        }
        const auto role = asked_role(file.respondent);
        const auto question = m_definition.find_record(Records::Role);
        if (!role || !question) {
            refuse_file(m_name, "it says no role, and without one nobody can be compared",
                        "Have the role answered, or name the person in the round's list of who is "
                        "asked.");
        }
        file.answers[m_definition.questions[*question].id] =
            ChoiceAnswer{std::string(id_of(*role))};
        m_incoming.notes.push_back(
            fmt::format("It says no role; {} comes from the list of who is asked.", id_of(*role)));
        return *role;
    }

    const Round& m_round;
    const Definition& m_definition;
    const Landscape& m_landscape;
    const std::string& m_name;
    Incoming m_incoming;
};

Incoming from_roster(const Answers& roster, const Landscape& landscape,
                     const RoundContents& contents, const std::string& name) {
    if (!roster.ids_given) {
        refuse_file(
            name, "the people in it have no ids",
            "Give everybody their own in a column 'respondent': without it, the same person "
            "could not be told from another when the file comes again.");
    }
    Incoming incoming;
    incoming.is_roster = true;
    incoming.notes = roster.warnings;
    const auto& round = contents.round();
    for (const auto& person : roster.respondents) {
        if (const auto refusal = check_respondent(person.id, "en")) {
            refuse_file(name, fmt::format("{}: {}", in_quotes(person.id), refusal->what),
                        refusal->hint);
        }
        AnswerFile file;
        file.questionnaire = round.questionnaire;
        file.version = round.questionnaire_version;
        file.questionnaire_digest = round.questionnaire_digest;
        file.edition = round.edition;
        file.landscape_digest = round.landscape_digest;
        file.respondent = nobody;
        file.language = contents.definition().languages.front();
        file.answers = answers_from_roster(person, roster, contents.definition(), landscape);
        Submission submission;
        submission.respondent = person.id;
        submission.role = person.role;
        submission.team =
            person.team == Respondent::no_team ? std::string() : roster.teams.at(person.team);
        submission.content = content_of(file);
        submission.route = Route::Roster;
        incoming.submissions.push_back(std::move(submission));
    }
    return incoming;
}

/// What a JSON text says that it is; empty where it says nothing.
std::string format_of(const std::string& text, const std::string& name) {
    const auto json = parse_json(text, name);
    const auto field = json.is_object() ? json.find("format") : json.end();
    return json.is_object() && field != json.end() && field->is_string() ? field->get<std::string>()
                                                                         : std::string();
}

void refuse_if_no_answers(std::string_view head, const std::string& name) {
    if (head.empty()) {
        refuse_file(name, "the file is empty", "Ask for the file again.");
    }
    if (head.starts_with("PK\x03\x04") || head.starts_with("\xD0\xCF\x11\xE0")) {
        refuse_file(name, "this is a spreadsheet or an archive, not answers",
                    "Save the sheet as CSV (UTF-8), or unpack the archive, and submit that.");
    }
    if (head.starts_with("%PDF") || head.starts_with("\x1F\x8B") || head.starts_with("<")) {
        refuse_file(name, "this is no file of answers",
                    "Submit the file that 'assess ask' or the form has saved, or a roster.");
    }
}

} // namespace

RoundContents::RoundContents(Store& store, Round round) : m_round(std::move(round)) {
    try {
        m_landscape = parse_landscape(store.landscape_json(m_round), "(the round's landscape)");
        m_definition = parse_definition(store.definition_json(m_round),
                                        "(the round's questionnaire)", m_landscape);
    } catch (const InputError& error) {
        throw Error(fmt::format("the round {} cannot be read by this program: {}",
                                in_quotes(m_round.name), error.what()),
                    "Use the version of assess that opened it.");
    }
}

Incoming RoundContents::read(const std::filesystem::path& file, const std::string& name,
                             const AskedRole& asked_role) const {
    InputFile input(file);
    const std::string_view head = input.peek();
    refuse_if_no_answers(head, name);
    const auto start = trimmed(head);
    auto landscape = m_landscape; // unknown tools are added to the copy
    if (!start.starts_with('{') && !start.starts_with('[')) {
        const auto roster = read_roster_csv([&](std::span<char> into) { return input.read(into); },
                                            name, true, landscape);
        return from_roster(roster, landscape, *this, name);
    }
    const auto text = input.read_all(largest_file);
    const auto format = format_of(text, name);
    if (format == "assess/roster/1") {
        const auto roster = read_roster_json(text, name, true, landscape);
        return from_roster(roster, landscape, *this, name);
    }
    if (format == "assess/draft/1") {
        refuse_file(name, "this is a draft: its answers are not finished",
                    "Go on with it where it was made, finish it, and submit what is saved then.");
    }
    if (format != "assess/answers/1") {
        refuse_file(name,
                    format.empty() ? "this JSON does not say that it holds answers"
                                   : fmt::format("this is {}, not answers", in_quotes(format)),
                    "Submit the file that 'assess ask' or the form has saved, or a roster.");
    }
    return AnswerFileReader(*this, name).read(text, asked_role);
}

std::vector<CollectedAnswer>
RoundContents::collected(std::span<const StoredSubmission> submissions) const {
    std::vector<CollectedAnswer> collected;
    collected.reserve(submissions.size());
    for (const auto& submission : submissions) {
        try {
            auto read = parse_answer_file(submission.content, "(an answer of the store)");
            collected.push_back({m_round.is_confidential() ? std::string() : submission.respondent,
                                 &m_definition,
                                 answers_as_asked(m_definition, m_landscape, read.file.answers)});
        } catch (const InputError&) { // its text names the answer, and nobody may read that
            throw Error("an answer in the store cannot be read by this program",
                        "Use the version of assess that stored it.");
        }
    }
    return collected;
}

std::string RoundContents::as_answer_file(const StoredSubmission& submission) const {
    auto file = parse_answer_file(submission.content, "(an answer of the store)").file;
    file.answers = answers_as_asked(m_definition, m_landscape, file.answers);
    file.respondent = submission.respondent;
    return to_json_text(file);
}

} // namespace assess
