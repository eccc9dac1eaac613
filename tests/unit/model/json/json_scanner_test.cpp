// The scanner that explains errors must agree with the library that parses.
#include "model/json/json_input.hpp"
#include "model/json/json_scanner.hpp"
#include "model/text/text.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <random>
#include <string>
#include <string_view>

namespace assess {
namespace {

using nlohmann::json;

constexpr std::string_view sample = R"({"a": [1, -0.5e+2, true, false, null, ""],
  "b\n\u00e9": {"c": {}, "d": [[], {"e": "\ud83d\ude00 \\ \/"}]}, "x": 1e300, "": 0})";

/// The sample with up to three random bytes replaced, inserted or taken out, or cut off.
std::string damaged(std::mt19937& random) {
    constexpr std::string_view bytes = "{}[],:\"\\ue0123456789.+-Eaftn /'\n\t#";
    std::string text(sample);
    for (auto edits = 1 + random() % 3; edits > 0; --edits) {
        const auto at = random() % text.size();
        const auto byte = bytes[random() % bytes.size()];
        switch (random() % 8) {
        case 0:
            text.resize(at + 1);
            break;
        case 1:
        case 2:
            text.insert(at, 1, byte);
            break;
        case 3:
        case 4:
            text.erase(at, 1);
            text += ' ';
            break;
        default:
            text[at] = byte;
        }
    }
    return text;
}

TEST(JsonScanner, AgreesWithTheLibraryOnDamagedText) {
    std::mt19937 random(8259);
    std::size_t accepted = 0;
    constexpr std::size_t runs = 30'000;
    for (std::size_t run = 0; run < runs; ++run) {
        const auto text = damaged(random);
        const bool valid = json::accept(text);
        const auto error = scan_json(text, [](const JsonSpot&) {});
        ASSERT_EQ(!error, valid) << text << '\n' << (error ? error->what : "accepted");
        accepted += valid ? 1U : 0U;
        if (error) {
            ASSERT_LE(error->byte, text.size());
            ASSERT_FALSE(error->what.empty());
        }
    }
    EXPECT_GT(accepted, runs / 50); // both answers were met
    EXPECT_LT(accepted, runs / 2);
}

TEST(JsonScanner, VisitsEveryValueWhereItStands) {
    const auto whole = json::parse(sample);
    std::size_t visited = 0;
    ASSERT_FALSE(scan_json(sample, [&](const JsonSpot& spot) {
        ++visited;
        EXPECT_FALSE(spot.duplicate);
        // What begins there is the value that the library has at that pointer.
        const auto value = whole.at(json::json_pointer(spot.pointer));
        json parsed;
        const auto rest = sample.substr(spot.value);
        for (std::size_t length = 1; length <= rest.size(); ++length) {
            const auto part = rest.substr(0, length);
            if (json::accept(part) && json::parse(part) == value) {
                parsed = json::parse(part);
                break;
            }
        }
        EXPECT_EQ(parsed, value) << spot.pointer;
    }));
    EXPECT_EQ(visited, whole.flatten().size() + 5U); // flatten leaves out the 5 that hold others
}

TEST(JsonScanner, MarksDuplicates) {
    std::string marked;
    scan_json(R"({"a": 1, "b": 2, "a": 3})", [&](const JsonSpot& spot) {
        if (spot.duplicate) {
            marked += spot.pointer + " ";
        }
    });
    EXPECT_EQ(marked, "/a ");
}

} // namespace
} // namespace assess
