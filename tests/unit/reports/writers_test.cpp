// What holds for every writer of the registry, over every kind of report.
#include "model/text/text.hpp"
#include "model/text/utf8.hpp"
#include "sample_reports.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

namespace assess::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// What each format must show of the ordinary team. A writer without a row here fails
/// EveryWriterHasARow.
struct Row {
    std::string_view format;
    std::vector<std::string> shows;
};

std::vector<Row> rows() {
    return {{"text", {"Where we stand", "● Engineers", "What makes the gap", "opposite-ends"}},
            {"html", {"<h2 id=\"where-h\">Where we stand</h2>", "opposite-ends", "Tool</th>"}},
            {"markdown", {"## Where we stand", "| Researchers | 5 | 5 | 4 |", "opposite-ends"}},
            {"json", {"\"format\": \"assess/gap-report/1\"", "\"id\": \"opposite-ends\""}}};
}

/// Formats of the registry that have no row; a function of both, so that the gate can be tested.
std::vector<std::string> formats_without_row(std::span<const Writer> registry,
                                             const std::vector<Row>& table) {
    std::vector<std::string> missing;
    for (const auto& writer : registry) {
        if (std::none_of(table.begin(), table.end(),
                         [&](const Row& row) { return row.format == writer.format; })) {
            missing.emplace_back(writer.format);
        }
    }
    return missing;
}

bool is_dangerous(char32_t code) {
    return (code < 0x20 && code != '\n') || (code >= 0x7F && code < 0xA0) || code == 0x061C ||
           code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

TEST(Writers, TextIsTheDefault) {
    ASSERT_FALSE(writers().empty());
    EXPECT_EQ(writers().front().format, "text");
}

TEST(Writers, EveryWriterHasARow) {
    EXPECT_THAT(formats_without_row(writers(), rows()), ::testing::IsEmpty());
    EXPECT_EQ(writers().size(), rows().size());
}

TEST(Writers, TheGateFailsForAWriterWithoutARow) {
    auto table = rows();
    table.erase(table.begin());
    EXPECT_THAT(formats_without_row(writers(), table), ::testing::ElementsAre("text"));
}

TEST(Writers, EachShowsTheTeam) {
    for (const auto& row : rows()) {
        const auto text = written(sample("ordinary"), row.format);
        for (const auto& part : row.shows) {
            EXPECT_THAT(text, HasSubstr(part)) << row.format;
        }
    }
}

TEST(Writers, WriteTheSameBytesForTheSameValue) {
    for (const auto& writer : writers()) {
        for (const auto& [name, report] : samples()) {
            const auto copy = report;
            EXPECT_EQ(written(report, writer.format), written(copy, writer.format))
                << writer.format << ", " << name;
        }
    }
}

TEST(Writers, LetNoControlCharacterThrough) {
    for (const auto& writer : writers()) {
        for (const auto& [name, report] : samples()) {
            const auto text = written(report, writer.format);
            ASSERT_EQ(first_invalid_utf8(text), std::nullopt) << writer.format << ", " << name;
            for (std::size_t at = 0; at < text.size();) {
                const auto [code, length] = code_point_at(text, at);
                ASSERT_FALSE(is_dangerous(code))
                    << writer.format << ", " << name << ": "
                    << text.substr(at < 60 ? 0 : at - 60, 60) << " then " << std::hex
                    << static_cast<unsigned>(code);
                at += length;
            }
        }
    }
}

TEST(Writers, PrintNoNumberThatIsNone) {
    const std::set<std::string> none{"nan", "inf", "NaN", "Infinity"};
    for (const auto& writer : writers()) {
        for (const auto& [name, report] : samples()) {
            auto text = written(report, writer.format);
            std::replace_if(
                text.begin(), text.end(),
                [](char c) {
                    return std::string_view(" ,:;|()[]{}\"\n-").find(c) != std::string_view::npos;
                },
                ' ');
            std::size_t at = 0;
            while (at < text.size()) {
                const auto end = std::min(text.find(' ', at), text.size());
                EXPECT_FALSE(none.contains(text.substr(at, end - at)))
                    << writer.format << ", " << name;
                at = end + 1;
            }
        }
    }
}

TEST(Writers, NeverPrintWhereOnePersonStands) {
    // Somebody alone at a place that no group's centre shares: the second researcher's
    // (0.6 notebook, 1 tracker) x = (0.6 * 0.8 + 0.47) / 1.6 = 0.59375.
    for (const auto& writer : writers()) {
        EXPECT_THAT(written(sample("ordinary"), writer.format), Not(HasSubstr("0.59375")))
            << writer.format;
    }
}

TEST(Writers, SayWhyNothingIsCompared) {
    for (const auto& writer : writers()) {
        EXPECT_THAT(written(sample("bare"), writer.format), HasSubstr("nobody answered"))
            << writer.format;
    }
}

TEST(Writers, CountWhoIsListedAnsweredAndPlaced) {
    // Five engineers are listed, four answered, all four are placed; five researchers, one of
    // them without a tool.
    const auto text = written(sample("ordinary"), "text");
    EXPECT_THAT(text, HasSubstr("◆ Researchers       5         5       4"));
    EXPECT_THAT(text, HasSubstr("● Engineers         5         4       4"));
    EXPECT_THAT(text, HasSubstr("People who gave no tools are counted, not placed."));
    EXPECT_THAT(text, HasSubstr("2 rows: role not mapped: Student"));
    EXPECT_THAT(text, HasSubstr("1 row: no role given"));
}

} // namespace
} // namespace assess::testing
