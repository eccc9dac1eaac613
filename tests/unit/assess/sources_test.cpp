// What keeps the build quick: heavy headers stay out of headers, and no two sources of a library
// give helpers one name, so that they can be compiled as one.
#include "tests/support/source_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace assess {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::array libraries{"model", "questionnaires", "reports", "assess"};

std::vector<std::string> included(const std::string& text, char open, char close) {
    std::vector<std::string> names;
    std::istringstream lines(text);
    const std::string head = std::string("#include ") + open;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(head)) {
            names.push_back(line.substr(head.size(), line.find(close, head.size()) - head.size()));
        }
    }
    return names;
}

/// Libraries that take as long to read as many of our sources together.
bool is_heavy(const std::string& header) {
    constexpr std::array heavy{"Eigen/",   "boost/", "fmt/",  "kainjow/", "nlohmann/json.hpp",
                               "iostream", "regex",  "soci/", "librsvg/", "cairo"};
    return std::ranges::any_of(heavy, [&](const char* name) { return header.starts_with(name); });
}

/// Headers that may include a heavy one, and why. Only sources and each other may include them.
const std::map<std::string, std::string>& numeric_and_private_headers() {
    static const std::map<std::string, std::string> headers{
        {"model/assessment/matrices.hpp", "between plain values and the statistics' matrices"},
        {"model/statistics/centroid_tests.hpp", "statistics take matrices"},
        {"model/statistics/energy_sums.hpp", "statistics take matrices"},
        {"model/statistics/energy_test.hpp", "statistics take matrices"},
        {"model/statistics/in_double.hpp", "how Boost.Math computes"},
        {"model/statistics/moments.hpp", "statistics take matrices"},
        {"model/statistics/principal_axes.hpp", "statistics take matrices"},
        {"model/statistics/scatter.hpp", "statistics take matrices"},
        {"model/statistics/spatial_median.hpp", "statistics take matrices"},
        {"model/statistics/spread_test.hpp", "statistics take matrices"},
        {"questionnaires/store/connection.hpp", "the store's own sources speak SQL"},
        {"questionnaires/store/migrations.hpp", "the store's own sources speak SQL"},
        {"questionnaires/store/parts.hpp", "the store's own sources speak SQL"},
        {"reports/fields/field_list.hpp", "templates that make JSON of any value"},
        {"reports/fields/head.hpp", "a part of any document's field list"},
        {"reports/fields/kinds.hpp", "templates that make JSON of any value"},
        {"reports/html/page_data.hpp", "what templates show"},
        {"reports/html/page_shell.hpp", "pages are made from templates"},
        {"reports/tables/columns.hpp", "columns are made of field lists"},
    };
    return headers;
}

/// "header includes heavy", for each header that must not.
std::vector<std::string> heavy_headers(const std::map<std::string, std::string>& headers,
                                       const std::map<std::string, std::string>& allowed) {
    std::vector<std::string> wrong;
    for (const auto& [name, text] : headers) {
        if (allowed.contains(name)) {
            continue;
        }
        for (const auto& each : included(text, '<', '>')) {
            if (is_heavy(each)) {
                wrong.push_back(name + " includes <" + each + ">");
            }
        }
        for (const auto& each : included(text, '"', '"')) {
            if (allowed.contains(each)) {
                wrong.push_back(name + " includes " + each);
            }
        }
    }
    return wrong;
}

std::map<std::string, std::string> all_headers() {
    std::map<std::string, std::string> headers;
    for (const std::string library : libraries) {
        headers.merge(files_below(library, ".hpp"));
    }
    return headers;
}

TEST(Sources, HeavyHeadersStayOutOfHeaders) {
    const auto headers = all_headers();
    ASSERT_GT(headers.size(), 100U) << "the headers were not found";
    EXPECT_THAT(heavy_headers(headers, numeric_and_private_headers()), IsEmpty());
    for (const auto& [name, why] : numeric_and_private_headers()) {
        ASSERT_TRUE(headers.contains(name)) << name << " is gone; take it off the list";
        const auto names = included(headers.at(name), '<', '>');
        const auto own = included(headers.at(name), '"', '"');
        EXPECT_TRUE(std::ranges::any_of(names, is_heavy) ||
                    std::ranges::any_of(own,
                                        [](const std::string& each) {
                                            return numeric_and_private_headers().contains(each);
                                        }))
            << name << " is light now";
    }
}

TEST(Sources, AHeavyHeaderIsSeen) {
    const std::map<std::string, std::string> headers{
        {"model/a.hpp", "#pragma once\n#include <Eigen/Core>\n"},
        {"model/b.hpp", "#include \"model/c.hpp\"\n#include <vector>\n"},
        {"model/c.hpp", "#include <fmt/format.h>\n"}};
    EXPECT_THAT(
        heavy_headers(headers, {{"model/c.hpp", "why"}}),
        ElementsAre("model/a.hpp includes <Eigen/Core>", "model/b.hpp includes model/c.hpp"));
}

/// Takes what stands between < and > out, so that no bracket of a template argument is left.
std::string without_template_arguments(const std::string& line) {
    std::string bare;
    int depth = 0;
    for (const char c : line) {
        depth += c == '<' ? 1 : 0;
        if (depth == 0) {
            bare += c;
        }
        depth -= c == '>' && depth > 0 ? 1 : 0;
    }
    return bare;
}

/// The name that a line at the left margin declares; empty where it declares none of its own.
std::string declared(const std::string& line) {
    if (line.empty() || (std::isalpha(static_cast<unsigned char>(line[0])) == 0)) {
        return {};
    }
    for (const char* none : {"template", "namespace", "static_assert", "using namespace", "return",
                             "public:", "private:", "friend", "extern"}) {
        if (line.starts_with(none)) {
            return {};
        }
    }
    const auto bare = without_template_arguments(line);
    const bool is_alias = bare.starts_with("using ");
    const auto head =
        bare.substr(0, std::min(bare.find(" : "), bare.find_first_of(is_alias ? "=" : "(={;")));
    std::istringstream words(head);
    std::string last;
    for (std::string word; words >> word;) {
        if (word != "final") {
            last = word;
        }
    }
    last.erase(0, last.find_first_not_of("*&"));
    const auto after = bare.substr(head.size());
    const bool is_forward = after.starts_with(";") && head.starts_with("struct ");
    const bool is_macro =
        std::ranges::none_of(last, [](unsigned char c) { return std::islower(c); });
    const bool is_name =
        std::ranges::all_of(last, [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; });
    return is_forward || is_macro || !is_name || last == "operator" ? std::string() : last;
}

/// What a source declares in unnamed namespaces, each name with the namespaces around it. Reads
/// the layout that clang-format gives: namespaces and what they hold begin at the left margin.
std::set<std::string> helpers_of(const std::string& text) {
    std::vector<std::string> around;
    std::set<std::string> helpers;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("namespace ") && line.ends_with("{")) {
            around.push_back(line.substr(10, line.size() - 11));
            std::erase(around.back(), ' ');
        } else if (line.starts_with("} // namespace") && !around.empty()) {
            around.pop_back();
        } else if (!around.empty() && around.back().empty()) {
            if (const auto name = declared(line); !name.empty()) {
                std::string path;
                for (const auto& each : around) {
                    path += each + "/";
                }
                helpers.insert(path + name);
            }
        }
    }
    return helpers;
}

std::vector<std::string> shared_names(const std::map<std::string, std::string>& sources) {
    std::map<std::string, std::vector<std::string>> places;
    for (const auto& [name, text] : sources) {
        for (const auto& helper : helpers_of(text)) {
            places[helper].push_back(name);
        }
    }
    std::vector<std::string> shared;
    for (const auto& [helper, names] : places) {
        if (names.size() > 1) {
            shared.push_back(helper + ": " + names[0] + ", " + names[1]);
        }
    }
    return shared;
}

TEST(Sources, NoTwoOfALibraryGiveHelpersOneName) {
    for (const std::string library : libraries) {
        const auto sources = files_below(library, ".cpp");
        ASSERT_GT(sources.size(), 20U) << "the sources were not found";
        EXPECT_THAT(shared_names(sources), IsEmpty());
    }
}

TEST(Sources, ASharedNameIsSeen) {
    const std::string one = "namespace assess {\nnamespace {\n\nint first(int a) {\n"
                            "    return a;\n}\n\nstruct Place {\n};\n\n} // namespace\n"
                            "int open() {\n}\n} // namespace assess\n";
    const std::string other = "namespace assess {\nnamespace {\n"
                              "constexpr std::array<int, 3> first{1, 2, 3};\n"
                              "std::function<bool(int)> second(int b) {\n}\n} // namespace\n"
                              "int open();\n} // namespace assess\n";
    const std::string third =
        "namespace assess {\nnamespace rule {\nnamespace {\nclass Place {\n};\n"
        "const std::string& second(int b,\n                           int c) {\n"
        "}\n} // namespace\n} // namespace rule\n} // namespace assess\n";
    EXPECT_THAT(helpers_of(one), ElementsAre("assess//Place", "assess//first"));
    EXPECT_THAT(helpers_of(other), ElementsAre("assess//first", "assess//second"));
    EXPECT_THAT(shared_names({{"a.cpp", one}, {"b.cpp", other}, {"c.cpp", third}}),
                ElementsAre("assess//first: a.cpp, b.cpp"));
}

} // namespace
} // namespace assess
