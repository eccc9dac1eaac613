// "TOOL=WHO[:DEPTH]" as a user writes it.
#include "model/change/change.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace assess {
namespace {

/// How a kind of WHO is named, and written where the name alone would be more than one.
struct KindWords {
    Who::Kind kind;
    std::string_view prefix;
    std::string_view noun;
};
constexpr std::array kind_words{KindWords{Who::Kind::Role, "role/", "a role"},
                                KindWords{Who::Kind::Team, "team/", "a team"},
                                KindWords{Who::Kind::Person, "person/", "a person"}};

bool spelled_alike(std::string_view one, std::string_view other) {
    const auto key = spelling_key(one);
    return !key.empty() && key == spelling_key(other);
}

bool is_confidential(const Answers& answers) {
    return answers.promise.kind == Promise::Confidential;
}

/// Roles that somebody in the answers has.
std::vector<Role> roles_in(const Answers& answers) {
    std::vector<Role> found;
    for (const auto role : roles) {
        if (std::ranges::find(answers.respondents, role, &Respondent::role) !=
            answers.respondents.end()) {
            found.push_back(role);
        }
    }
    return found;
}

/// Those names that are `text` to the letter; else those that differ in capitals and accents only.
std::vector<std::string> named(std::string_view text, const std::vector<std::string>& names) {
    std::vector<std::string> found;
    for (const bool to_the_letter : {true, false}) {
        for (const auto& name : names) {
            if (to_the_letter ? name == text : spelled_alike(name, text)) {
                found.push_back(name);
            }
        }
        if (!found.empty()) {
            break;
        }
    }
    return found;
}

class WhoReader {
public:
    explicit WhoReader(const Answers& answers) : m_answers(answers) {
        if (!is_confidential(answers)) {
            for (const auto& person : answers.respondents) {
                if (!person.id.empty()) {
                    m_ids.push_back(person.id);
                }
            }
        }
    }

    /// Everybody whom the text may mean.
    [[nodiscard]] std::vector<Who> meant(std::string_view text) const {
        std::vector<Who> found;
        if (spelled_alike(text, "everybody") || spelled_alike(text, "everyone")) {
            return {{Who::Kind::Everybody, {}}}; // a team of that name is "team/everybody"
        }
        for (const auto& words : kind_words) {
            add(words.kind, text, found);
            if (text.size() > words.prefix.size() &&
                text.substr(0, words.prefix.size()) == words.prefix) {
                add(words.kind, text.substr(words.prefix.size()), found);
            }
        }
        return found;
    }

    /// All that a user may write; persons only where there are few enough to be of help.
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> all{"everybody"};
        for (const auto role : roles_in(m_answers)) {
            all.emplace_back(id_of(role));
        }
        all.insert(all.end(), m_answers.teams.begin(), m_answers.teams.end());
        all.insert(all.end(), m_ids.begin(), m_ids.end());
        return all;
    }

private:
    void add(Who::Kind kind, std::string_view text, std::vector<Who>& found) const {
        if (kind == Who::Kind::Role) {
            for (const auto role : roles_in(m_answers)) {
                if (spelled_alike(text, id_of(role)) || spelled_alike(text, plural_of(role))) {
                    found.push_back({kind, std::string(id_of(role))});
                }
            }
            return;
        }
        for (auto& name : named(text, kind == Who::Kind::Team ? m_answers.teams : m_ids)) {
            found.push_back({kind, std::move(name)});
        }
    }

    const Answers& m_answers;
    std::vector<std::string> m_ids; ///< none in a confidential round
};

/// The text's parts, split in one of the possible ways.
struct Parts {
    std::string_view tool;
    std::string_view who;
    std::optional<std::string_view> depth;
};

std::optional<Depth> depth_of_weight(std::string_view text) {
    for (std::size_t i = 0; i < Policy{}.depth_weights.size(); ++i) {
        if (const auto depth = static_cast<Depth>(i); spelled_alike(text, id_of(depth))) {
            return depth;
        }
    }
    return std::nullopt;
}

class ChangeReader {
public:
    ChangeReader(std::string_view text, bool adopts, std::string_view option,
                 const Answers& answers, const Landscape& landscape, Diagnostics& problems)
        : m_text(text), m_adopts(adopts), m_option(option), m_answers(answers),
          m_landscape(landscape), m_who(answers), m_problems(problems) {}

    std::optional<Change> read(Depth default_depth) {
        const auto parts = split();
        if (!parts) {
            add(m_adopts ? "is no tool and who takes it up" : "is no tool and who drops it",
                m_adopts ? "Write TOOL=WHO or TOOL=WHO:DEPTH, as in git=researcher:weekly."
                         : "Write TOOL=WHO, as in git=researcher.");
            return std::nullopt;
        }
        Change change;
        change.adopts = m_adopts;
        change.depth = default_depth;
        const bool tool = read_tool(parts->tool, change);
        const bool who = read_who(parts->who, change);
        const bool depth = !parts->depth || read_depth(*parts->depth, change);
        return tool && who && depth ? std::optional(change) : std::nullopt;
    }

private:
    void add(std::string_view what, std::string hint) {
        m_problems.push_back(
            {{}, fmt::format("{} {} {}", m_option, in_quotes(m_text), what), std::move(hint)});
    }

    [[nodiscard]] Parts at(std::size_t equals) const {
        Parts parts{trimmed(m_text.substr(0, equals)), trimmed(m_text.substr(equals + 1)), {}};
        const auto colon = parts.who.rfind(':');
        if (m_adopts && colon != std::string_view::npos && m_who.meant(parts.who).empty()) {
            parts.depth = trimmed(parts.who.substr(colon + 1));
            parts.who = trimmed(parts.who.substr(0, colon));
        }
        return parts;
    }

    /// The last way to split in which both names are known; else in which one is.
    [[nodiscard]] std::optional<Parts> split() const {
        constexpr int most_tries = 32; // no name holds as many
        std::optional<Parts> best;
        int most = -1;
        auto equals = m_text.rfind('=');
        for (int i = 0; i < most_tries && equals != std::string_view::npos; ++i) {
            const auto parts = at(equals);
            const int known =
                (m_landscape.find(parts.tool) ? 1 : 0) + (m_who.meant(parts.who).empty() ? 0 : 1);
            if (known > most) {
                most = known;
                best = parts;
            }
            equals = equals == 0 ? std::string_view::npos : m_text.rfind('=', equals - 1);
        }
        return best;
    }

    bool read_tool(std::string_view name, Change& change) {
        if (name.empty()) {
            add("names no tool", "Write the tool before the first \"=\".");
            return false;
        }
        if (const auto tool = m_landscape.find(name)) {
            change.tool = *tool;
            return true;
        }
        const auto near = m_landscape.closest(name);
        add(fmt::format("names the tool {}, which is not in the landscape", in_quotes(name)),
            (near.empty() ? std::string() : fmt::format("Did you mean {}? ", quoted(near))) +
                "The command assess landscape list shows all of them.");
        return false;
    }

    static std::string quoted(const std::vector<std::string>& names) {
        std::vector<std::string> shown;
        for (const auto& name : names) {
            shown.push_back(in_quotes(name));
        }
        return listed(shown);
    }

    bool read_who(std::string_view text, Change& change) {
        const auto meant = m_who.meant(text);
        if (meant.size() == 1) {
            change.who = meant.front();
            return true;
        }
        if (meant.empty()) {
            add_unknown_who(text);
        } else {
            add_ambiguous_who(text, meant);
        }
        return false;
    }

    void add_unknown_who(std::string_view text) {
        if (is_confidential(m_answers) && text.substr(0, 7) == "person/") {
            add("names one person, and the answers were given in confidence",
                "Name a whole group of the report, or everybody.");
            return;
        }
        const auto near = closest_names(text, m_who.names());
        std::vector<std::string> known;
        for (const auto role : roles_in(m_answers)) {
            known.emplace_back(id_of(role));
        }
        add(text.empty() ? std::string("names nobody")
                         : fmt::format("names {}, who is nobody in these answers", in_quotes(text)),
            (near.empty() ? std::string() : fmt::format("Did you mean {}? ", quoted(near))) +
                fmt::format("It can be a role ({}), a team{} or everybody.", listed(known),
                            is_confidential(m_answers) ? "" : ", a respondent's id"));
    }

    void add_ambiguous_who(std::string_view text, const std::vector<Who>& meant) {
        std::vector<std::string> nouns;
        std::vector<std::string> ways;
        for (const auto& who : meant) {
            const auto* words = std::ranges::find(kind_words, who.kind, &KindWords::kind);
            nouns.emplace_back(words->noun);
            ways.push_back(in_quotes(std::string(words->prefix) + who.id));
        }
        std::ranges::sort(ways);
        ways.erase(std::unique(ways.begin(), ways.end()), ways.end());
        const bool one_kind =
            std::ranges::adjacent_find(nouns, std::ranges::not_equal_to{}) == nouns.end();
        add(fmt::format("names {}, which is {}", in_quotes(text),
                        one_kind ? fmt::format("more than one {}", nouns.front().substr(2))
                                 : listed(nouns, "and")),
            one_kind && ways.size() < meant.size()
                ? std::string("Give each of them an id of their own in the input.")
                : fmt::format("Write {}.", listed(ways)));
    }

    bool read_depth(std::string_view text, Change& change) {
        if (const auto depth = depth_of_weight(text)) {
            change.depth = *depth;
            return true;
        }
        std::vector<std::string> words;
        for (std::size_t i = 0; i < Policy{}.depth_weights.size(); ++i) {
            words.emplace_back(id_of(static_cast<Depth>(i)));
        }
        const auto near = closest_names(text, words);
        const bool known =
            std::ranges::any_of(std::array{Depth::Evaluating, Depth::Wanted, Depth::Stopped,
                                           Depth::Never, Depth::DontKnow, Depth::NotApplicable},
                                [&](Depth depth) { return spelled_alike(text, id_of(depth)); });
        add(known ? fmt::format("takes the tool up as {}, which is no use of it", in_quotes(text))
                  : fmt::format("names the depth {}, which is not known", in_quotes(text)),
            (near.empty() ? std::string() : fmt::format("Did you mean {}? ", quoted(near))) +
                fmt::format("A tool is taken up {}.", listed(words)));
        return false;
    }

    std::string_view m_text;
    bool m_adopts;
    std::string_view m_option;
    const Answers& m_answers;
    const Landscape& m_landscape;
    WhoReader m_who;
    Diagnostics& m_problems;
};

} // namespace

std::optional<Change> read_change(std::string_view text, bool adopts, std::string_view option,
                                  const Answers& answers, const Landscape& landscape,
                                  Depth default_depth, Diagnostics& problems) {
    return ChangeReader(text, adopts, option, answers, landscape, problems).read(default_depth);
}

} // namespace assess
