// The page of assess form as text: what stands in it, and what may not. tests/browser opens it.
#include "assess/form/make_form.hpp"
#include "model/landscape/load.hpp"
#include "questionnaires/definitions/load.hpp"
#include "tests/unit/assess/run_words.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace assess {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view hostile = R"json({
  "format": "assess/questionnaire/1", "id": "small", "version": 1, "purpose": "team",
  "languages": ["en", "fr"],
  "title": {"en": "</title><script>alert(1)</script>", "fr": "Outils & \"compagnie\""},
  "sections": [{"id": "one", "title": "</script><!-- \u2028 {{title}}", "questions": [
    {"id": "a", "kind": "text", "text": "A & B"}]}]})json";

std::string page_of(std::string_view json, const FormSettings& settings = {}) {
    const auto landscape = built_in_landscape("2021");
    return make_form(parse_definition(json, "q.json", landscape), json, landscape, settings);
}

/// What stands between the data element's tags.
std::string data_of(const std::string& page) {
    const std::string begin = "<script type=\"application/json\" id=\"data\">";
    const auto from = page.find(begin) + begin.size();
    return page.substr(from, page.find("</script>", from) - from);
}

TEST(Form, DataComesBackAsItWentInAndCannotEndItsElement) {
    const auto data = data_of(page_of(hostile));
    EXPECT_EQ(data.find_first_of("<>&"), std::string::npos);
    EXPECT_EQ(data.find("\u2028"), std::string::npos);
    const auto read = nlohmann::json::parse(data);
    EXPECT_EQ(read.at("questionnaire"), nlohmann::json::parse(hostile));
    EXPECT_EQ(read.at("landscape").at("tools").size(), 45U); // as many as the article has
    EXPECT_EQ(read.at("landscape").at("edition"), "2021");
    EXPECT_EQ(read.at("words").at("next").at("de"), "Weiter");
    EXPECT_EQ(read.at("words").at("needs-answer").at("en"), "This question needs an answer");
}

TEST(Form, TextsOfADefinitionAreNoMarkup) {
    const auto page = page_of(hostile, {"", "<b>Round</b>"});
    EXPECT_THAT(page, Not(HasSubstr("<script>alert(1)")));
    EXPECT_THAT(page, Not(HasSubstr("<b>Round")));
    EXPECT_THAT(page, HasSubstr("<title>&lt;/title&gt;&lt;script&gt;alert(1)"));
}

TEST(Form, TheChosenLanguageIsThePagesOwn) {
    const auto page = page_of(hostile, {"fr", ""});
    EXPECT_THAT(page, HasSubstr("<html lang=\"fr\">"));
    EXPECT_THAT(page, HasSubstr("Outils &amp; &quot;compagnie&quot;"));
    EXPECT_EQ(nlohmann::json::parse(data_of(page)).at("language"), "fr");
}

TEST(Form, ThePolicyNamesEveryScriptAndTheStyleByHash) {
    const auto page = page_of(hostile);
    std::size_t scripts = 0;
    for (auto at = page.find("<script>"); at != std::string::npos;
         at = page.find("<script>", at + 1)) {
        ++scripts;
    }
    std::size_t hashes = 0;
    for (auto at = page.find("sha256-"); at != std::string::npos;
         at = page.find("sha256-", at + 1)) {
        ++hashes;
    }
    EXPECT_EQ(scripts, 13U);
    EXPECT_EQ(hashes, scripts + 1);
    EXPECT_THAT(page, Not(HasSubstr("unsafe-")));
}

TEST(Form, TheSameInputGivesTheSameBytes) {
    EXPECT_EQ(page_of(hostile), page_of(hostile));
}

TEST(Form, EveryBuiltInQuestionnaireBecomesAPageOfModestSize) {
    for (const auto id : built_in_definitions()) {
        const auto outcome = run_words({"form", std::string(id)});
        EXPECT_EQ(outcome.code, ExitCode::Done) << id;
        EXPECT_THAT(outcome.out, HasSubstr("</html>"));
        EXPECT_LT(outcome.out.size(), 400'000U) << id;
    }
}

TEST(Form, WhatIsWrongIsSaidAllAtOnce) {
    const auto outcome =
        run_words({"form", "team", "--language", "fr", "--round-title", std::string(200, 'x')});
    EXPECT_EQ(outcome.code, ExitCode::InvalidInput);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, HasSubstr("no language"));
    EXPECT_THAT(outcome.err, HasSubstr("It has en and de."));
    EXPECT_THAT(outcome.err, HasSubstr("at most 120"));
    EXPECT_THAT(run_words({"form", "taem"}).err, HasSubstr("Did you mean"));
}

} // namespace
} // namespace assess
