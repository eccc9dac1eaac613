// The catalogues, and the sources that use them: nothing is said that no catalogue has, nothing
// stands in a catalogue that is never said, and every language says the same.
#include "reports/wording/catalogue.hpp"
#include "tests/support/source_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace assess::reports {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

using Files = std::map<std::string, std::string>;
using Complaints = std::vector<std::string>;

/// One message of one file, in the order of the file.
struct Entry {
    std::string file; ///< without folder and ending
    std::string id;
    std::string text;
};

/// The messages of a language's files. What cannot be read is complained of.
std::vector<Entry> entries_of(const Files& files, Complaints& complaints) {
    std::vector<Entry> entries;
    for (const auto& [name, text] : files) {
        const std::string& path = name; // a lambda takes no structured binding
        const auto file = std::filesystem::path(path).stem().string();
        std::string id;
        const auto see = [&](int depth, nlohmann::json::parse_event_t event,
                             nlohmann::json& value) {
            // A library that keeps the last of two would hide the first.
            if (event == nlohmann::json::parse_event_t::key) {
                id = value.get<std::string>();
            } else if (event == nlohmann::json::parse_event_t::value && depth == 1 &&
                       value.is_string()) {
                entries.push_back({file, id, value.get<std::string>()});
            } else if (depth > 0) {
                complaints.push_back(path + ": " + id + " is no text");
            }
            return true;
        };
        if (nlohmann::json::parse(text, see, false).is_discarded()) {
            complaints.push_back(path + " is no JSON");
        }
    }
    return entries;
}

Complaints broken_patterns(const std::vector<Entry>& entries) {
    Complaints complaints;
    for (const auto& entry : entries) {
        try {
            parse_pattern(entry.text);
        } catch (const std::invalid_argument& error) {
            complaints.push_back(entry.id + ": " + error.what());
        }
    }
    return complaints;
}

/// common.json holds what no file of its own is worth.
Complaints ids_in_wrong_files(const std::vector<Entry>& entries) {
    Complaints complaints;
    for (const auto& entry : entries) {
        if (entry.file != "common" && !entry.id.starts_with(entry.file + ".")) {
            complaints.push_back(entry.id + " in " + entry.file);
        }
    }
    return complaints;
}

Complaints ids_there_twice(const std::vector<Entry>& entries) {
    Complaints complaints;
    std::set<std::string> known;
    for (const auto& entry : entries) {
        if (!known.insert(entry.id).second) {
            complaints.push_back(entry.id);
        }
    }
    return complaints;
}

std::map<std::string, Pattern> patterns_of(const std::vector<Entry>& entries) {
    std::map<std::string, Pattern> patterns;
    for (const auto& entry : entries) {
        patterns.emplace(entry.id, parse_pattern(entry.text));
    }
    return patterns;
}

/// Calls `see` with every piece of a pattern, those of its cases too.
template <typename See>
void for_each_piece(const Pattern& pattern, const See& see) {
    for (const auto& piece : pattern) {
        see(piece);
        for (const auto& one : piece.cases) {
            for_each_piece(one.pattern, see);
        }
    }
}

std::set<std::string> arguments_of(const Pattern& pattern) {
    std::set<std::string> names;
    for_each_piece(pattern, [&](const Piece& piece) {
        if (piece.kind != Piece::Kind::Words) {
            names.insert(piece.text);
        }
    });
    return names;
}

/// Names of families that reports/wording puts together: forms of roles and people, and numbers
/// in words. A language has as many of them as it needs.
bool is_of_a_family(std::string_view id) {
    constexpr std::array<std::string_view, 3> families{"count.word.", "group.", "people."};
    return std::ranges::any_of(families,
                               [&](std::string_view family) { return id.starts_with(family); });
}

/// Patterns that hold digits and may, with the reason.
const std::map<std::string, std::string>& patterns_with_digits() {
    static const std::map<std::string, std::string> patterns{
        {"bridge-role.settle.all-alike", "a single answer more"},
        {"broken-ladder.criteria.present", "0 is no gap"},
        {"broken-ladder.hangs-on-one", "a single answer more"},
        {"lifecycle-hole.one-more-to-say", "a single answer more"},
        {"no-pair.collect", "two of a group are the fewest with a spread"},
        {"no-pair.collect-beside", "two of a group are the fewest with a spread"},
        {"no-pair.flips", "two of a group are the fewest with a spread"},
        {"open.all-alike", "a single answer more"},
        {"open.nobody-placed", "a single person at least"},
        {"scattered-group.criteria.present", "0 is no difference"},
        {"trend.findings.one-appeared", "a single finding"}};
    return patterns;
}

/// Adds the words of a pattern that hold digits. The case of a single one may say 1.
void add_words_with_digits(std::set<std::string>& found, const Pattern& pattern, bool of_one) {
    for (const auto& piece : pattern) {
        const auto* digits = of_one ? "023456789" : "0123456789";
        if (piece.kind == Piece::Kind::Words &&
            piece.text.find_first_of(digits) != std::string::npos) {
            found.insert(piece.text);
        }
        for (const auto& one : piece.cases) {
            const bool is_of_one =
                piece.kind == Piece::Kind::Plural && (one.keys == std::vector<std::string>{"one"} ||
                                                      one.keys == std::vector<std::string>{"=1"});
            add_words_with_digits(found, one.pattern, is_of_one);
        }
    }
}

/// A number in a pattern would stay when the threshold or the result that it tells changes.
Complaints digits_in_patterns(const std::map<std::string, Pattern>& patterns) {
    Complaints complaints;
    for (const auto& [id, pattern] : patterns) {
        std::set<std::string> found;
        add_words_with_digits(found, pattern, false);
        if (!found.empty()) {
            complaints.push_back(id);
        }
    }
    return complaints;
}

/// The forms that the wording of values knows by itself: those that its source compares with.
std::set<std::string> forms_of_values(const std::string& source) {
    std::set<std::string> forms;
    for (const auto& literal : literals_of(source)) {
        if (literal.before.ends_with("form == ")) {
            forms.insert(literal.text);
        }
    }
    return forms;
}

/// Forms that neither a message gives nor the wording of values.
Complaints unknown_forms(const std::map<std::string, Pattern>& patterns,
                         const std::set<std::string>& of_values) {
    const auto is_known = [&](const std::string& form) {
        return of_values.contains(form) || patterns.contains("people." + form) ||
               patterns.contains("group.team." + form);
    };
    Complaints complaints;
    for (const auto& [id, pattern] : patterns) {
        if (!id.starts_with("people")) { // there a form goes on with the noun's
            for_each_piece(pattern, [&, id = id](const Piece& piece) {
                if (!piece.form.empty() && !is_known(piece.form)) {
                    complaints.push_back(id + ": " + piece.form);
                }
            });
        }
    }
    return complaints;
}

/// What a language says otherwise than English: not its words, but of what it speaks.
Complaints differences(const std::map<std::string, Pattern>& english,
                       const std::map<std::string, Pattern>& other) {
    Complaints complaints;
    for (const auto& [id, pattern] : other) {
        const auto found = english.find(id);
        if (found == english.end() && !is_of_a_family(id)) {
            complaints.push_back(id + " is not there in English");
        } else if (found != english.end() && arguments_of(found->second) != arguments_of(pattern)) {
            complaints.push_back(id + " names other arguments");
        }
    }
    return complaints;
}

bool is_id(std::string_view text) {
    constexpr std::string_view signs = "abcdefghijklmnopqrstuvwxyz0123456789.-";
    return !text.empty() && text.find_first_not_of(signs) == std::string_view::npos &&
           text.front() >= 'a' && text.front() <= 'z' && !text.ends_with('.');
}

/// "advice.json" is no message of advice.json.
bool is_file_name(std::string_view text) {
    constexpr std::array<std::string_view, 9> endings{".json", ".js",  ".css",      ".hpp", ".txt",
                                                      ".csv",  ".svg", ".mustache", ".html"};
    return std::ranges::any_of(endings,
                               [&](std::string_view ending) { return text.ends_with(ending); });
}

/// Whether a literal is meant as a message's id: it begins a Message, stands before arguments, or
/// has the name of a catalogue's file before its first dot.
bool is_used_as_id(const Literal& literal, const std::set<std::string>& files) {
    if (!is_id(literal.text) || is_file_name(literal.text)) {
        return false;
    }
    for (const auto* start : {"Message{", "Message(", "MessageId{", "MessageId("}) {
        if (literal.before.ends_with(start)) {
            return true;
        }
    }
    const auto dot = literal.text.find('.');
    return dot != std::string::npos &&
           (files.contains(literal.text.substr(0, dot)) || literal.after.starts_with(", {{"));
}

Complaints unknown_ids(const Files& sources, const std::map<std::string, Pattern>& english,
                       const std::set<std::string>& files) {
    Complaints complaints;
    for (const auto& [path, text] : sources) {
        for (const auto& literal : literals_of(text)) {
            if (is_used_as_id(literal, files) && !english.contains(literal.text)) {
                complaints.push_back(path + ":" + std::to_string(literal.line) + ": " +
                                     literal.text);
            }
        }
    }
    return complaints;
}

Complaints ids_never_used(const Files& sources, const std::map<std::string, Pattern>& english) {
    std::set<std::string> literals;
    for (const auto& [path, text] : sources) {
        for (const auto& literal : literals_of(text)) {
            literals.insert(literal.text);
        }
    }
    Complaints complaints;
    for (const auto& [id, pattern] : english) {
        if (!literals.contains(id) && !is_of_a_family(id)) {
            complaints.push_back(id);
        }
    }
    return complaints;
}

Files files_of(std::string_view language) {
    return files_below("reports/wording/" + std::string(language), ".json");
}

std::set<std::string> names_of(const std::vector<Entry>& entries) {
    std::set<std::string> names;
    for (const auto& entry : entries) {
        names.insert(entry.file);
    }
    return names;
}

const Files& product() {
    static const Files sources = [] {
        Files all;
        for (const auto* folder : {"model", "reports", "assess"}) {
            all.merge(sources_below(folder));
        }
        return all;
    }();
    return sources;
}

class Catalogues : public testing::TestWithParam<std::string_view> {
protected:
    Complaints read;
    std::vector<Entry> entries = entries_of(files_of(GetParam()), read);
};

TEST_P(Catalogues, CanBeReadAndAreWhole) {
    EXPECT_THAT(read, IsEmpty());
    EXPECT_THAT(broken_patterns(entries), IsEmpty());
    EXPECT_THAT(ids_in_wrong_files(entries), IsEmpty());
    EXPECT_THAT(ids_there_twice(entries), IsEmpty());
    for (const auto& entry : entries) {
        EXPECT_NE(catalogue_of(GetParam()).find(entry.id), nullptr)
            << entry.id << " is not built in";
    }
}

TEST_P(Catalogues, UseFormsThatThereAre) {
    auto patterns = patterns_of(entries);
    Complaints unread;
    patterns.merge(patterns_of(entries_of(files_of("en"), unread)));
    const auto of_values = forms_of_values(product().at("reports/wording/wording.cpp"));
    EXPECT_THAT(of_values, testing::Contains("word"));
    EXPECT_THAT(unknown_forms(patterns, of_values), IsEmpty());
}

TEST_P(Catalogues, HoldNoNumbersOfResults) {
    auto found = digits_in_patterns(patterns_of(entries));
    std::erase_if(found, [](const auto& id) { return patterns_with_digits().contains(id); });
    EXPECT_THAT(found, IsEmpty());
}

TEST_P(Catalogues, SpeakOfWhatEnglishSpeaksOf) {
    Complaints unread;
    EXPECT_THAT(differences(patterns_of(entries_of(files_of("en"), unread)), patterns_of(entries)),
                IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Languages, Catalogues, testing::ValuesIn(languages()),
                         [](const auto& language) { return std::string(language.param); });

class EnglishCatalogue : public testing::Test {
protected:
    Complaints read;
    std::vector<Entry> entries = entries_of(files_of("en"), read);
    std::map<std::string, Pattern> english = patterns_of(entries);
};

TEST_F(EnglishCatalogue, HasEveryMessageOfTheSources) {
    ASSERT_GT(product().size(), 300U) << "the sources were not found";
    EXPECT_THAT(unknown_ids(product(), english, names_of(entries)), IsEmpty());
}

TEST_F(EnglishCatalogue, HasNoMessageThatIsNeverSaid) {
    EXPECT_THAT(ids_never_used(product(), english), IsEmpty());
}

TEST_F(EnglishCatalogue, ItsExceptionsAreNeeded) {
    const auto found = digits_in_patterns(english);
    for (const auto& [id, why] : patterns_with_digits()) {
        EXPECT_THAT(found, testing::Contains(id)) << "holds no digits any more: take it off";
    }
}

/// A language that is wrong in every way.
const Files& broken_files() {
    static const Files files{
        {"reports/wording/xx/common.json", R"({"p.is": "p = ", "people.all": "{n} {noun}"})"},
        {"reports/wording/xx/left-end.json",
         R"({"left-end.says": "{share} of {people", "left-end.says": "{share}",
             "right-end.says": "more than 30% of {people, most}", "left-end.many": ["a", "b"]})"},
        {"reports/wording/xx/open.json", R"({"open.says": "{what, select, other {at 0.15}}",
             "p.is": "again", "open.rest": {"in": "a map"}})"},
        {"reports/wording/xx/torn.json", R"({"torn.says": "half)"}};
    return files;
}

TEST(BrokenCatalogue, EveryMistakeIsSeen) {
    Complaints read;
    auto entries = entries_of(broken_files(), read);
    EXPECT_THAT(read, testing::IsSupersetOf({std::string("reports/wording/xx/torn.json is no "
                                                         "JSON"),
                                             std::string("reports/wording/xx/left-end.json: "
                                                         "left-end.many is no text")}));
    EXPECT_THAT(read, testing::Contains(testing::StartsWith("reports/wording/xx/open.json: ")));
    EXPECT_THAT(broken_patterns(entries),
                ElementsAre(testing::StartsWith("left-end.says: '}' is missing at byte 18")));
    EXPECT_THAT(ids_in_wrong_files(entries),
                UnorderedElementsAre("right-end.says in left-end", "p.is in open"));
    EXPECT_THAT(ids_there_twice(entries), UnorderedElementsAre("left-end.says", "p.is"));
    std::erase_if(entries, [](const Entry& entry) { return entry.text.ends_with("{people"); });
    const auto patterns = patterns_of(entries);
    EXPECT_THAT(digits_in_patterns(patterns), ElementsAre("open.says", "right-end.says"));
    EXPECT_THAT(unknown_forms(patterns, {"word"}), ElementsAre("right-end.says: most"));
    EXPECT_THAT(forms_of_values("if (form == \"word\" && other == \"few\") {\n}\n"),
                ElementsAre("word"));
}

TEST(BrokenCatalogue, ASingleOneMayBeSaidInADigit) {
    std::map<std::string, Pattern> patterns;
    for (const auto& [id, text] : {std::pair{"a", "{n, plural, one {1 tool} other {{n} tools}}"},
                                   {"b", "{n, plural, one {1 of 2 tools} other {{n} tools}}"},
                                   {"c", "{n, plural, one {one tool} other {1 tool}}"},
                                   {"d", "{n, plural, one|hidden {1 tool} other {{n} tools}}"},
                                   {"e", "{n, plural, =2 {both} other {{n} tools}}"}}) {
        patterns.emplace(id, parse_pattern(text));
    }
    EXPECT_THAT(digits_in_patterns(patterns), ElementsAre("b", "c", "d"));
}

TEST(BrokenCatalogue, AnotherLanguageThatSpeaksOfSomethingElseIsSeen) {
    const auto patterns = [](std::vector<Entry> entries) { return patterns_of(entries); };
    const auto english = patterns({{"open", "open.says", "{what} of {people}"},
                                   {"open", "open.means", "{n, plural, other {{people}}}"},
                                   {"common", "people.all", "all {n} {noun}"}});
    const auto other = patterns({{"open", "open.says", "{people}: {what, select, other {{what}}}"},
                                 {"open", "open.means", "{n}"},
                                 {"open", "open.more", "mehr"},
                                 {"common", "people.all", "alle {noun}"},
                                 {"common", "people.dative", "{n} {noun}"}});
    EXPECT_THAT(differences(english, other),
                ElementsAre("open.means names other arguments", "open.more is not there in English",
                            "people.all names other arguments"));
}

TEST(BrokenCatalogue, AnIdThatNoCatalogueHasIsSeen) {
    std::map<std::string, Pattern> english;
    for (const auto* id : {"open.says", "open.means", "p.is", "sentences", "people.all"}) {
        english.emplace(id, Pattern{});
    }
    const Files sources{{"model/a.cpp", "// \"open.never\"\n"
                                        "#include \"open.hpp\"\n"
                                        "return {\"open.says\", {{\"what\", what}}};\n"
                                        "return {\"gap.says\", {{\"what\", what}}};\n"
                                        "return Message{\"words\"};\n"
                                        "return yes ? \"open.yes\" : \"open.means\";\n"
                                        "read(\"open.json\");\n"
                                        "Message message(\"sent\"\n"
                                        "                \"ences\");\n"
                                        "return {\"v1.2\", 1};\n"}};
    EXPECT_THAT(
        unknown_ids(sources, english, {"open"}),
        ElementsAre("model/a.cpp:4: gap.says", "model/a.cpp:5: words", "model/a.cpp:6: open.yes"));
    EXPECT_THAT(ids_never_used(sources, english), ElementsAre("p.is"));
}

} // namespace
} // namespace assess::reports
