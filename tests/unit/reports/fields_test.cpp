// What field lists give: the JSON, its schema, and what is published of them.
#include "reports/fields/field_list.hpp"
#include "reports/fields/published.hpp"
#include "tests/support/said.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

namespace assess::fields {
namespace {

struct Inner {
    double size = 0;
};

struct Outer {
    std::string name;
    std::optional<std::string> nick;
    Quantity<Inner> inner;
    double number = 0;
    std::vector<std::size_t> counts;
};

const FieldList<Inner>& inner_fields() {
    static const FieldList<Inner> list("inner", "What is inside.", [](auto& fields) {
        fields.add("size", "How large it is.", Number{0, 2.5}, &Inner::size);
    });
    return list;
}

const FieldList<Outer>& outer_fields() {
    static const FieldList<Outer> list([](auto& fields) {
        fields.add("name", "How it is called.", not_empty, &Outer::name);
        fields.add("nick", "How else, if at all.", OrNull{Text()}, &Outer::nick);
        fields.add_with_reason("inner", "What it holds.", ObjectOf(inner_fields()), &Outer::inner);
        fields.add_with_reason("number", "Any.", any_number, &Outer::number);
        fields.add_where_any("counts", "Of its parts.", ListOf{Count{1}, 0, 3}, &Outer::counts);
        fields.add("seed", "Of the report.", Count(),
                   [](const Outer&, const GapReport& report) { return report.seed; });
    });
    return list;
}

Json json_of(const Outer& outer) {
    GapReport report;
    report.seed = 7;
    return outer_fields().json(outer, report);
}

/// A list of which something is wrong, as its schema finds.
template <typename Fill>
void expect_refused(Fill fill) {
    const FieldList<Inner> list(fill);
    auto definitions = Json::object();
    EXPECT_THROW(list.schema(definitions), std::logic_error);
}

TEST(FieldList, GivesTheJsonInItsOrder) {
    EXPECT_EQ(json_of({"a", "b", Inner{2}, 0.5, {3, 4}}).dump(),
              R"({"name":"a","nick":"b","inner":{"size":2.0},"inner_reason":null,"number":0.5,)"
              R"("number_reason":null,"counts":[3,4],"seed":7})");
}

TEST(FieldList, SaysWhyAValueIsMissing) {
    EXPECT_EQ(
        json_of({"a", {}, Quantity<Inner>::unavailable(saying("it is shut")), std::nan(""), {}})
            .dump(),
        R"({"name":"a","nick":null,"inner":null,"inner_reason":"it is shut","number":null,)"
        R"("number_reason":"the value is not a finite number","seed":7})");
    EXPECT_EQ(json_of({})["inner_reason"], "it was not computed");
    EXPECT_EQ(json_of({{}, {}, Quantity<Inner>::unavailable({}), 0, {}})["inner_reason"],
              "it was not computed");
}

TEST(FieldList, GivesTheSchema) {
    auto definitions = Json::object();
    const auto schema = outer_fields().schema(definitions);
    EXPECT_EQ(schema["additionalProperties"], false);
    EXPECT_EQ(schema["required"],
              Json({"name", "nick", "inner", "inner_reason", "number", "number_reason", "seed"}));
    const auto& properties = schema["properties"];
    EXPECT_EQ(properties["name"],
              Json({{"description", "How it is called."}, {"type", "string"}, {"minLength", 1}}));
    EXPECT_EQ(properties["nick"]["type"], Json({"string", "null"}));
    EXPECT_EQ(properties["inner"]["anyOf"][0]["$ref"], "#/definitions/inner");
    EXPECT_EQ(properties["counts"]["maxItems"], 3);
    EXPECT_EQ(properties["counts"]["items"], Json({{"type", "integer"}, {"minimum", 1}}));
    EXPECT_EQ(definitions["inner"]["properties"]["size"], Json({{"description", "How large it is."},
                                                                {"type", "number"},
                                                                {"minimum", 0},
                                                                {"maximum", 2.5}}));
}

TEST(FieldList, IncludesTheFieldsOfAnother) {
    const FieldList<Outer> list([](auto& fields) {
        fields.include(outer_fields(), std::identity(), {"seed", "name"});
        fields.include(inner_fields(), [](const Outer& outer) { return *outer.inner; });
    });
    EXPECT_EQ(list.json({"a", {}, Inner{2}, 0, {}}, {}).dump(),
              R"({"seed":0,"name":"a","size":2.0})");
    EXPECT_THROW(FieldList<Inner>([](auto& fields) {
                     fields.include(inner_fields(), std::identity(), {"shape"});
                 }),
                 std::logic_error);
}

TEST(FieldList, RefusesTwoFieldsOfOneNameAndOneWithoutAMeaning) {
    expect_refused([](auto& fields) {
        fields.add("size", "How large it is.", any_number, &Inner::size);
        fields.add("size", "How small it is.", any_number, &Inner::size);
    });
    expect_refused([](auto& fields) {
        fields.add_with_reason("size", "How large it is.", any_number, &Inner::size);
        fields.add("size_reason", "Why.", any_number, &Inner::size);
    });
    expect_refused([](auto& fields) { fields.add("size", "", any_number, &Inner::size); });
}

TEST(FieldList, RefusesTwoDefinitionsOfOneName) {
    const FieldList<Inner> other("inner", "Something else.", [](auto& fields) {
        fields.add("size", "How large it is.", any_number, &Inner::size);
    });
    auto definitions = Json::object();
    inner_fields().schema(definitions);
    inner_fields().schema(definitions);
    EXPECT_THROW(other.schema(definitions), std::logic_error);
}

/// ./dev schemas writes the files anew.
TEST(Published, FilesAreWhatTheFieldListsGive) {
    const bool approving = std::getenv("ASSESS_APPROVE") != nullptr;
    const auto published = published_files();
    EXPECT_EQ(published.size(), 5U);
    for (const auto& [name, text] : published) {
        const auto path = std::filesystem::path(ASSESS_SOURCE_DIR) / name;
        if (approving) {
            std::ofstream(path, std::ios::binary) << text;
        }
        std::ifstream file(path, std::ios::binary);
        std::ostringstream kept;
        kept << file.rdbuf();
        EXPECT_EQ(kept.str(), text) << name << " is not as the field lists have it: ./dev schemas";
    }
}

} // namespace
} // namespace assess::fields
