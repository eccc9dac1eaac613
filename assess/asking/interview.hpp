// One person's way through a questionnaire: the session, its draft on the disk, its answer file.
#pragma once

#include "assess/asking/item_texts.hpp"
#include "questionnaires/engine/session.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace assess::asking {

/// Where an interview is kept.
struct Places {
    std::filesystem::path answers;
    std::filesystem::path draft;
    bool replace = false; ///< the answer file may replace anybody's
    /// What goes on with the draft, but for "--resume"; names a questionnaire that is not built in.
    std::string command = "assess ask";
};

class Interview {
public:
    /// The context and what it refers to must outlive the interview.
    Interview(const Context& context, Session session, Places places);

    [[nodiscard]] const Context& context() const { return *m_context; }
    [[nodiscard]] const Session& session() const { return m_session; }
    [[nodiscard]] const Places& places() const { return m_places; }

    // The moves of Session. What changed is saved as a draft at once, unless keep_drafts(false).
    std::optional<Refusal> answer(const std::string& key, Answer answer);
    std::optional<Refusal> next();
    std::optional<Refusal> jump(const std::string& key);
    void back();

    void keep_drafts(bool keep) { m_keep_drafts = keep; }
    /// Saves the draft now. Throws Error.
    void save_draft();
    /// Why the last draft could not be saved: the answers are in memory only. Empty: it was.
    [[nodiscard]] const std::string& trouble() const { return m_trouble; }
    /// Whether anything was answered, now or before.
    [[nodiscard]] bool begun() const { return !m_session.draft().answers.empty(); }

    /// Tools that people before this one use, as suggestions; the landscape's ids.
    std::vector<std::string> suggested;

    /// Without the page in front: whoever types has read it for the person before.
    bool brief = false;

    /// Writes the answer file, readable by its owner only, and removes the draft. Call it where
    /// nothing is missing. True where it replaced earlier answers of the same person. Throws
    /// Error; InputError where the file holds something else.
    bool finish();

private:
    void changed();

    const Context* m_context;
    Session m_session;
    Places m_places;
    bool m_keep_drafts = true;
    std::string m_trouble;
};

/// How an interview, or a talk of several, ended.
struct Ending {
    bool finished = false;
    int signal = 0; ///< that stopped it; 0: the person, or the end of the input
};

} // namespace assess::asking
