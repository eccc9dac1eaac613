// Replays tests/support/engine_cases.json, which the engine in the browser's page replays too.
#include "questionnaires/answer_files/answer_file.hpp"
#include "questionnaires/canonical_json.hpp"
#include "questionnaires/definitions/load.hpp"
#include "questionnaires/engine/session.hpp"
#include "tests/unit/questionnaires/engine/landscape.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace assess {
namespace {

using Json = nlohmann::json;

const Json& document() {
    static const Json value = [] {
        std::ifstream in(ASSESS_SOURCE_DIR "/tests/support/engine_cases.json");
        return Json::parse(in);
    }();
    return value;
}

/// The answer that the JSON stands for, given what is asked. Written apart from the program's own
/// reader of answers.
Answer answer_from(const Json& json, QuestionKind kind) {
    if (json.is_object()) {
        const std::map<std::string, NoAnswer> words{{"dont-know", NoAnswer::DontKnow},
                                                    {"not-applicable", NoAnswer::NotApplicable},
                                                    {"skipped", NoAnswer::Skipped}};
        return words.at(json.at("missing"));
    }
    if (json.is_string()) {
        return kind == QuestionKind::Single ? Answer(ChoiceAnswer{json.get<std::string>()})
                                            : Answer(TextAnswer{json.get<std::string>()});
    }
    if (json.is_number()) {
        const auto number = json.get<double>();
        const bool whole = std::trunc(number) == number;
        return kind == QuestionKind::Scale
                   ? Answer(StepAnswer{whole ? static_cast<int>(number) : 0})
                   : Answer(NumberAnswer{number});
    }
    const bool tools = json.empty() ? kind == QuestionKind::Tools : json.front().is_object();
    if (!tools) {
        return ChoicesAnswer{json.get<std::vector<std::string>>()};
    }
    ToolsAnswer answer;
    for (const Json& tool : json) {
        const bool known = tool.contains("tool");
        answer.tools.push_back({tool.at(known ? "tool" : "name"), known,
                                depth_from_id(tool.at("depth").get<std::string>()).value()});
    }
    return answer;
}

/// What the state of a session must be.
struct Expected {
    std::vector<std::string> items;
    std::string current; ///< empty: the end
    std::vector<std::string> missing;
    std::size_t done = 0;
    AnswerMap kept;

    void update(const Json& then, const Definition& definition) {
        if (then.contains("items")) {
            items = then["items"].get<std::vector<std::string>>();
        }
        if (then.contains("current")) {
            current = then["current"].is_null() ? "" : then["current"].get<std::string>();
        }
        if (then.contains("missing")) {
            missing = then["missing"].get<std::vector<std::string>>();
        }
        done = then.value("done", done);
        const Json answers = then.value("kept", Json::object()); // outlives the loop over it
        for (const auto& [key, answer] : answers.items()) {
            const auto question = definition.find_question(key.substr(0, key.find('@'))).value();
            kept[key] = answer_from(answer, definition.questions[question].kind);
        }
    }
};

class Replay {
public:
    explicit Replay(const Json& one)
        : m_case(one),
          m_definition(parse_definition(document()["definitions"].at(one["definition"]).dump(),
                                        "case.json", landscape())),
          m_session(started()) {}

    void run() {
        if (m_case.contains("changes")) {
            check_changes();
        }
        m_expected.update(m_case["start"], m_definition);
        check("the start");
        std::size_t count = 0;
        for (const Json& move : m_case["moves"]) {
            const auto where = "move " + std::to_string(++count) + " " + move.dump();
            check_refusal(move, make(move), where);
            m_expected.update(move.value("then", Json::object()), m_definition);
            check(where);
            if (move.contains("result")) {
                EXPECT_EQ(m_session.result(), answers(move["result"])) << where;
            }
        }
        if (m_case.contains("saved")) {
            check_saved(m_case["saved"]);
        }
    }

private:
    Session started() {
        if (!m_case.contains("draft")) {
            return {m_definition, landscape(), "en"};
        }
        Json draft = m_case["draft"];
        auto& digest = draft["questionnaire"]["digest"];
        if (digest == "same") {
            digest = m_definition.digest;
        }
        return {m_definition, landscape(), parse_draft(draft.dump(), "draft.json")};
    }

    AnswerMap answers(const Json& json) {
        AnswerMap all;
        for (const auto& [key, answer] : json.items()) {
            all.emplace(key, answer_from(answer, kind_of_key(key)));
        }
        return all;
    }

    QuestionKind kind_of_key(const std::string& key) {
        const auto question = m_definition.find_question(key.substr(0, key.find('@')));
        return question ? m_definition.questions[*question].kind : QuestionKind::Text;
    }

    std::optional<Refusal> make(const Json& move) {
        const std::string what = move["do"];
        if (what == "next") {
            return m_session.next();
        }
        if (what == "back") {
            m_session.back();
            return std::nullopt;
        }
        const std::string key = move["key"];
        if (what == "jump") {
            return m_session.jump(key);
        }
        EXPECT_EQ(what, "answer");
        return m_session.answer(key, answer_from(move["answer"], kind_of_key(key)));
    }

    void check_refusal(const Json& move, const std::optional<Refusal>& refusal,
                       const std::string& where) {
        EXPECT_EQ(refusal ? refusal->reason : "", move.value("refused", "")) << where;
        if (refusal) {
            EXPECT_EQ(refusal->key, move.value("key", m_expected.current)) << where;
            EXPECT_FALSE(refusal->what.empty() || refusal->hint.empty()) << where;
        }
    }

    void check(const std::string& where) {
        std::vector<std::string> keys;
        for (const Item& item : m_session.items()) {
            keys.push_back(item.key);
        }
        EXPECT_EQ(keys, m_expected.items) << where;
        const Item* current = m_session.current();
        EXPECT_EQ(current == nullptr ? "" : current->key, m_expected.current) << where;
        EXPECT_EQ(m_session.draft().at, m_expected.current) << where;
        std::vector<std::string> missing;
        for (const Refusal& refusal : m_session.missing()) {
            missing.push_back(refusal.key);
        }
        EXPECT_EQ(missing, m_expected.missing) << where;
        EXPECT_EQ(m_session.how_far().done, m_expected.done) << where;
        EXPECT_EQ(m_session.how_far().shown, m_expected.items.size()) << where;
        EXPECT_EQ(m_session.draft().answers, m_expected.kept) << where;
    }

    void check_changes() {
        const auto parts = m_case["changes"].get<std::vector<std::string>>();
        const auto& changes = m_session.changes();
        ASSERT_EQ(changes.size(), parts.size()) << testing::PrintToString(changes);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            EXPECT_THAT(changes[i], testing::HasSubstr(parts[i]));
        }
    }

    void check_saved(const Json& saved) {
        const AnswerFile file{m_definition.id,
                              m_definition.version,
                              m_definition.digest,
                              saved["landscape"]["edition"],
                              saved["landscape"]["digest"],
                              saved["respondent"],
                              m_session.language(),
                              m_session.result()};
        const auto text = to_json_text(file);
        EXPECT_EQ(Json::parse(text), saved);
        const auto read = parse_answer_file(text, "saved.json");
        EXPECT_TRUE(read.checksum_fits);
        EXPECT_THAT(check_against(read.file, "saved.json", m_definition, landscape()),
                    testing::IsEmpty());
        EXPECT_EQ(answers_as_asked(m_definition, landscape(), read.file.answers), file.answers);
    }

    const Json& m_case;
    Definition m_definition;
    Session m_session;
    Expected m_expected;
};

class EngineCases : public testing::TestWithParam<std::size_t> {};

TEST_P(EngineCases, comeOutAsWrittenByHand) {
    const Json& one = document()["cases"].at(GetParam());
    SCOPED_TRACE(one["name"].get<std::string>());
    Replay(one).run();
}

INSTANTIATE_TEST_SUITE_P(All, EngineCases,
                         testing::Range(std::size_t{0}, document()["cases"].size()),
                         [](const testing::TestParamInfo<std::size_t>& one) {
                             std::string name = document()["cases"].at(one.param)["name"];
                             std::erase_if(name, [](char c) {
                                 return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
                             });
                             return name;
                         });

} // namespace
} // namespace assess
