#include "assess/asking/team_asking.hpp"

#include "model/diagnostics/diagnostic.hpp"
#include "model/text/read_file.hpp"
#include "model/text/text.hpp"
#include "questionnaires/answer_files/answer_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace assess::asking {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_suggested = 30;

class TeamAsker {
public:
    TeamAsker(const Context& context, Talk& talk, const TeamSettings& settings)
        : m_context(context), m_words(context.words), m_talk(talk), m_settings(settings) {
        std::error_code error;
        if (fs::create_directories(m_settings.folder, error)) {
            // Answers are confidential: the folder is the owner's only, as each file is.
            fs::permissions(m_settings.folder, fs::perms::owner_all, error);
        }
        if (!fs::is_directory(m_settings.folder)) {
            throw InputError(Diagnostic{{m_settings.folder.string(), 0, 0, ""},
                                        "this is no folder, and none could be made",
                                        "With --as-team, --out names the folder for the files."});
        }
        read_folder();
    }

    Ending ask() {
        Ending ending = drafts_first();
        bool more = ending.finished;
        while (more) {
            auto person = next_person(ending);
            if (!person) {
                break;
            }
            ending = ask_one(std::move(*person));
            more = ending.finished && another(ending);
        }
        if (!m_done.empty()) {
            m_talk.say_after(m_words("team-done", {std::to_string(m_done.size()),
                                                   printable(m_settings.folder.string())}));
        }
        return ending;
    }

private:
    /// People who are done, and the tools they use.
    void read_folder() {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(m_settings.folder)) {
            files.push_back(entry.path());
        }
        std::sort(files.begin(), files.end());
        for (const auto& file : files) {
            try {
                note_done(parse_answer_file(read_file(file), file.string()).file, file);
            } catch (const InputError&) { // no answer file
            } catch (const Error&) {      // one that cannot be read
            }
        }
    }

    void note_done(const AnswerFile& file, const fs::path& path) {
        if (file.questionnaire != m_context.definition.id) {
            return;
        }
        m_done[file.respondent] = path;
        for (const auto& [key, answer] : file.answers) {
            if (const auto* tools = std::get_if<ToolsAnswer>(&answer)) {
                for (const auto& tool : tools->tools) {
                    m_uses[tool.tool] += tool.known ? 1 : 0;
                }
            }
        }
    }

    /// The most used first.
    [[nodiscard]] std::vector<std::string> suggested() const {
        std::vector<std::pair<std::string, std::size_t>> tools(m_uses.begin(), m_uses.end());
        std::stable_sort(tools.begin(), tools.end(), [](const auto& one, const auto& other) {
            return one.second > other.second;
        });
        std::vector<std::string> ids;
        for (const auto& [id, count] : tools) {
            if (ids.size() < most_suggested && count > 0) {
                ids.push_back(id);
            }
        }
        return ids;
    }

    Ending ask_one(Person person) {
        const auto file = person.places.answers;
        person.suggested = suggested();
        person.brief = std::exchange(m_begun, true);
        auto ending = ask_person(m_context, m_talk, std::move(person));
        if (ending.finished) {
            note_done(parse_answer_file(read_file(file), file.string()).file, file);
        }
        return ending;
    }

    /// A draft that an earlier run left is finished first, if the lead likes. In a pipe nobody can
    /// be asked.
    Ending drafts_first() {
        Ending ending{true, 0};
        if (m_talk.way() == Way::Pipe) {
            return ending;
        }
        for (auto& found : find_drafts(m_settings.folder, m_context.definition.id)) {
            const auto who = printable(found.draft.respondent);
            const auto chosen =
                m_talk.choose({m_words("team-draft", {who}), {so_far()}},
                              {m_words("team-go-on", {who}), m_words("team-later")}, ending);
            if (!chosen) {
                return ending;
            }
            if (*chosen == 0) {
                const Places places{answers_beside(found.file), found.file, true, "assess ask"};
                ending = ask_one({session_from(m_context, found.draft), places, {}, false});
                if (!ending.finished) {
                    return ending;
                }
            }
        }
        return {true, 0};
    }

    [[nodiscard]] std::string so_far() const {
        if (m_done.empty()) {
            return m_words("team-none-yet");
        }
        std::vector<std::string> names;
        for (const auto& [name, file] : m_done) {
            names.push_back(printable(name));
        }
        return m_words("team-so-far",
                       {std::to_string(names.size()), fmt::format("{}", fmt::join(names, ", "))});
    }

    /// Asks who is next. Nothing where it was stopped, or in a pipe at its end.
    std::optional<Person> next_person(Ending& ending) {
        std::string note;
        while (true) {
            std::vector<std::string> says{so_far(), m_words("team-who-help")};
            if (!note.empty()) {
                says.push_back(note);
            }
            const auto line = m_talk.fill_in({m_words("team-who"), says}, ending);
            if (!line) {
                // The end of a pipe between two people is the end.
                ending.finished = m_talk.way() == Way::Pipe && ending.signal == 0;
                return std::nullopt;
            }
            try {
                return person_named(
                    trimmed(*line).empty() ? make_pseudonym() : checked_respondent(*line), ending);
            } catch (const InputError& error) {
                if (m_talk.way() == Way::Pipe) {
                    throw;
                }
                note = m_words("team-bad-name");
            }
            if (!ending.finished) {
                return std::nullopt;
            }
        }
    }

    std::optional<Person> person_named(const std::string& name, Ending& ending) {
        const auto done = m_done.find(name);
        if (done == m_done.end()) {
            const auto places = free_places(name);
            return Person{new_session(m_context, name), places, {}, false};
        }
        if (m_talk.way() == Way::Pipe && !m_settings.replace) {
            refuse_overwriting(done->second);
        }
        const Places places{done->second, draft_beside(done->second), true, "assess ask"};
        if (m_talk.way() == Way::Pipe) {
            return Person{new_session(m_context, name), places, {}, false};
        }
        // To change answers means to begin with them.
        const auto chosen =
            m_talk.choose({m_words("team-has-answered", {printable(name)}), {}},
                          {m_words("team-change"), m_words("team-somebody-else")}, ending);
        if (!chosen) {
            ending.finished = false;
            return std::nullopt;
        }
        if (*chosen == 1) {
            return next_person(ending);
        }
        const auto read = parse_answer_file(read_file(done->second), done->second.string());
        Draft draft{read.file.questionnaire,
                    read.file.version,
                    read.file.questionnaire_digest,
                    m_words.language(),
                    name,
                    "",
                    read.file.answers};
        auto session = session_from(m_context, std::move(draft));
        if (!session.items().empty()) {
            session.jump(std::string(session.items().front().key));
        }
        return Person{std::move(session), places, {}, false};
    }

    /// Names that nobody's file has: two names may lead to the same one.
    [[nodiscard]] Places free_places(const std::string& name) const {
        for (int i = 1;; ++i) {
            const auto numbered = i == 1 ? name : fmt::format("{}-{}", file_stem(name), i);
            const auto answers = m_settings.folder / answers_name(numbered);
            if (!fs::exists(answers) && !fs::exists(draft_beside(answers))) {
                return {answers, draft_beside(answers), false, "assess ask"};
            }
        }
    }

    bool another(Ending& ending) {
        if (m_talk.way() == Way::Pipe) {
            return true;
        }
        const auto chosen = m_talk.choose({m_words("team-another"), {so_far()}},
                                          {m_words("team-yes"), m_words("team-no")}, ending);
        ending.finished = chosen.has_value();
        return chosen == 0;
    }

    const Context& m_context;
    const Words& m_words;
    Talk& m_talk;
    const TeamSettings& m_settings;
    bool m_begun = false;
    std::map<std::string, fs::path> m_done;    ///< respondent, file
    std::map<std::string, std::size_t> m_uses; ///< tool id, people
};

} // namespace

Ending ask_team(const Context& context, Talk& talk, const TeamSettings& settings) {
    return TeamAsker(context, talk, settings).ask();
}

} // namespace assess::asking
