// The CSV reader against RFC 4180 and against what real exports do beyond it.
#include "questionnaires/csv/csv_reader.hpp"
#include "questionnaires/csv/scan_block.hpp"
#include "tests/unit/questionnaires/print_diagnostic.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace assess {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

using Row = std::vector<std::string>;

struct Read {
    std::vector<Row> rows;
    std::vector<std::size_t> lines;
    Diagnostics diagnostics;
    char delimiter = 0;
};

/// Delivers the text in pieces of `piece` bytes, as a slow pipe would.
ByteSource in_pieces(std::string_view text, std::size_t piece) {
    return [source = bytes_of(text), piece](std::span<char> into) {
        return source(into.first(std::min(piece, into.size())));
    };
}

Read read(std::string_view text, CsvSettings settings = {}, std::size_t piece = 1U << 20U) {
    Problems problems("answers.csv");
    Read result;
    CsvReader reader(in_pieces(text, piece), problems, settings);
    try {
        while (reader.next()) {
            Row row;
            for (std::size_t i = 0; i < reader.size(); ++i) {
                row.emplace_back(reader[i]);
            }
            result.rows.push_back(std::move(row));
            result.lines.push_back(reader.line());
        }
        result.diagnostics = problems.diagnostics();
    } catch (const InputError& error) {
        result.diagnostics = error.diagnostics();
    }
    result.delimiter = reader.delimiter();
    return result;
}

TEST(CsvReader, ReadsPlainFields) {
    const Read r = read("a,b,c\n1,,3\n");
    EXPECT_THAT(r.rows, ElementsAre(Row{"a", "b", "c"}, Row{"1", "", "3"}));
    EXPECT_THAT(r.lines, ElementsAre(1U, 2U));
    EXPECT_THAT(r.diagnostics, IsEmpty());
}

TEST(CsvReader, AcceptsAllLineBreaksAndALastLineWithoutOne) {
    const std::vector<Row> rows{{"a", "b"}, {"1", "2"}, {"3", "4"}};
    EXPECT_EQ(read("a,b\n1,2\n3,4\n").rows, rows);
    EXPECT_EQ(read("a,b\r\n1,2\r\n3,4\r\n").rows, rows);
    EXPECT_EQ(read("a,b\r1,2\r3,4\r").rows, rows);
    EXPECT_EQ(read("a,b\n1,2\r\n3,4").rows, rows);
    EXPECT_THAT(read("a,b\r\n1,2\r\n3,4").lines, ElementsAre(1U, 2U, 3U));
}

TEST(CsvReader, UnderstandsQuotes) {
    const Read r = read("a,\"b,1\",\"c \"\"d\"\"\"\n\"\",\"\"\"\",\"x\ny\"\nlast,1,2\n");
    EXPECT_THAT(r.rows, ElementsAre(Row{"a", "b,1", "c \"d\""}, Row{"", "\"", "x\ny"},
                                    Row{"last", "1", "2"}));
    EXPECT_THAT(r.lines, ElementsAre(1U, 2U, 4U)) << "a line break in quotes is a line";
    EXPECT_THAT(r.diagnostics, IsEmpty());
}

TEST(CsvReader, CountsEachLineBreakInQuotesOnce) {
    EXPECT_THAT(read("\"a\r\nb\",1\r\nc,2\r\n").lines, ElementsAre(1U, 3U));
    EXPECT_THAT(read("\"a\rb\n\nc\",1\nd,2\n").lines, ElementsAre(1U, 5U));
}

TEST(CsvReader, TakesAQuoteInsideAnUnquotedFieldAsText) {
    EXPECT_THAT(read("disk,5\" wide\n").rows, ElementsAre(Row{"disk", "5\" wide"}));
}

TEST(CsvReader, SkipsAByteOrderMarkAndEmptyLines) {
    const Read r = read("\xEF\xBB\xBF\"a\",b\n\n1,2\n\r\n\n3,4\n\n");
    EXPECT_THAT(r.rows, ElementsAre(Row{"a", "b"}, Row{"1", "2"}, Row{"3", "4"}));
    EXPECT_THAT(r.lines, ElementsAre(1U, 3U, 6U));
}

TEST(CsvReader, KeepsAnEmptyQuotedLineOfOneColumn) {
    EXPECT_THAT(read("a\n\"\"\nb\n").rows, ElementsAre(Row{"a"}, Row{""}, Row{"b"}));
}

TEST(CsvReader, FindsTheDelimiterFromTheHeader) {
    EXPECT_EQ(read("a;b;c,d\n").delimiter, ';');
    EXPECT_EQ(read("a\tb\tc\n1\t2\t3\n").delimiter, '\t');
    EXPECT_EQ(read("\"a;b;c\",d\n").delimiter, ',') << "what is in quotes does not count";
    EXPECT_EQ(read("a,b\nx;y;z;w,1\n").delimiter, ',') << "only the header counts";
    EXPECT_EQ(read("a\nb\n").delimiter, ',');
    EXPECT_EQ(read("a;b,c\n").delimiter, ',') << "a tie is the comma's";
    EXPECT_THAT(read("a,b;c,d\n", {.delimiter = ';'}).rows, ElementsAre(Row{"a,b", "c,d"}));
}

TEST(CsvReader, AnEmptyInputHasNoRecords) {
    EXPECT_THAT(read("").rows, IsEmpty());
    EXPECT_THAT(read("\n\r\n\n").rows, IsEmpty());
    EXPECT_THAT(read("\xEF\xBB\xBF").rows, IsEmpty());
}

TEST(CsvReader, SaysWhereAQuoteIsNeverClosed) {
    const Read r = read("a,b\n1,2\n3,\"open\n4,5\n6,7\n");
    ASSERT_THAT(r.diagnostics, SizeIs(1));
    EXPECT_EQ(r.diagnostics[0].place.line, 3U);
    EXPECT_THAT(r.diagnostics[0].what, HasSubstr("never closed"));
    EXPECT_THAT(r.rows, SizeIs(2));
}

TEST(CsvReader, RefusesTextAfterAClosingQuoteAndGoesOn) {
    const Read r = read("a,b\n\"x\"y,2\n3,4\n\"z\" ,5\n");
    ASSERT_THAT(r.diagnostics, SizeIs(1));
    EXPECT_EQ(r.diagnostics[0].place.line, 2U);
    EXPECT_THAT(r.diagnostics[0].what, HasSubstr("in 1 more row"));
    EXPECT_THAT(r.rows, SizeIs(4));
    EXPECT_EQ(read("a\n\"x\"y").diagnostics.size(), 1U) << "at the very end";
}

TEST(CsvReader, SaysWhereTextIsNotUtf8) {
    const Read r = read("a,b\ngut,1\ncaf\xE9,2\n\xC3\xA9,3\nx,\xFF\n");
    ASSERT_THAT(r.diagnostics, SizeIs(1));
    EXPECT_EQ(r.diagnostics[0].place.line, 3U);
    EXPECT_THAT(r.diagnostics[0].what, HasSubstr("in 1 more row"));
    EXPECT_THAT(r.diagnostics[0].hint, HasSubstr("0xE9"));
    EXPECT_THAT(r.rows, SizeIs(5));
}

TEST(CsvReader, RefusesNulBytesAndUtf16) {
    using namespace std::string_view_literals;
    const Read r = read("a,b\n1,2\nx\0y,2\n"sv);
    ASSERT_THAT(r.diagnostics, SizeIs(1));
    EXPECT_EQ(r.diagnostics[0].place.line, 3U);
    const Read in_quotes = read("a,b\n\"\n\0\",2\n"sv);
    ASSERT_THAT(in_quotes.diagnostics, SizeIs(1));
    EXPECT_EQ(in_quotes.diagnostics[0].place.line, 3U);
    ASSERT_THAT(read("\xFF\xFE"
                     "a\0,\0"sv)
                    .diagnostics,
                SizeIs(1));
}

TEST(CsvReader, RefusesARecordBeyondTheLimitWithoutReadingOn) {
    // A source without end: a reader that wanted it whole would never come back.
    std::size_t delivered = 0;
    const ByteSource endless = [&](std::span<char> into) {
        std::fill(into.begin(), into.end(), 'x');
        delivered += into.size();
        return into.size();
    };
    Problems problems("endless.csv");
    CsvReader reader(endless, problems, {.longest_record = std::size_t{1} << 20U});
    try {
        reader.next();
        FAIL() << "a line without end was read";
    } catch (const InputError& error) {
        ASSERT_THAT(error.diagnostics(), SizeIs(1));
        EXPECT_EQ(error.diagnostics()[0].place.line, 1U);
        EXPECT_THAT(error.diagnostics()[0].what, HasSubstr("longer than 1 MB"));
    }
    EXPECT_LE(delivered, std::size_t{1} << 20U);
}

TEST(CsvReader, BlamesAnOpenQuoteForARecordBeyondTheLimit) {
    const std::string text = "a,b\n1,2\n3,\"" + std::string(5000, 'x');
    const Read r = read(text, {.longest_record = 1024, .chunk = 64});
    ASSERT_THAT(r.diagnostics, SizeIs(1));
    EXPECT_EQ(r.diagnostics[0].place.line, 3U);
    EXPECT_THAT(r.diagnostics[0].hint, HasSubstr("closing quote"));
}

TEST(CsvReader, RefusesTooManyFields) {
    const Read r = read(std::string(500, ',') + "\n", {.most_fields = 100});
    ASSERT_THAT(r.diagnostics, SizeIs(1));
    EXPECT_THAT(r.diagnostics[0].what, HasSubstr("more than 100 columns"));
    EXPECT_THAT(read(std::string(99, ',') + "\n", {.most_fields = 100}).rows[0], SizeIs(100));
}

/// RFC 4180 by its grammar, one character at a time: slow and plain, to compare with.
std::vector<Row> read_plainly(std::string_view text) {
    std::vector<Row> rows;
    Row row;
    std::string field;
    std::size_t i = 0;
    bool quoted_field = false;
    const auto end_row = [&] {
        const bool blank = row.empty() && field.empty() && !quoted_field;
        row.push_back(field);
        if (!blank) {
            rows.push_back(row);
        }
        row.clear();
        field.clear();
        quoted_field = false;
    };
    while (i < text.size()) {
        if (text[i] == '"' && field.empty() && !quoted_field) {
            quoted_field = true;
            for (++i; i < text.size(); ++i) {
                if (text[i] == '"') {
                    if (i + 1 < text.size() && text[i + 1] == '"') {
                        ++i;
                    } else {
                        break;
                    }
                }
                field += text[i];
            }
            ++i;
        } else if (text[i] == ',') {
            row.push_back(field);
            field.clear();
            quoted_field = false;
            ++i;
        } else if (text[i] == '\n' || text[i] == '\r') {
            i += text.substr(i, 2) == "\r\n" ? 2U : 1U;
            end_row();
        } else {
            field += text[i++];
        }
    }
    if (!row.empty() || !field.empty() || quoted_field) {
        end_row();
    }
    return rows;
}

TEST(CsvReader, AgreesWithAPlainReaderWhateverTheChunks) {
    const unsigned seed = 20210522;
    std::mt19937 random(seed); // raw words only: the same on every platform
    const std::array<std::string, 9> pieces{
        "a",       "",     ",",  "\"b,\n\"\"c\"",
        "\n",      "\r\n", "\r", "long plain text over many bytes of the block",
        "\xC3\xA9"};
    for (int round = 0; round < 300; ++round) {
        std::string text = "h,h\n";
        const std::size_t count = random() % 40;
        bool after_quote = false; // nothing but a delimiter may follow a quoted field
        bool at_start = true;     // and a quoted field stands alone
        for (std::size_t k = 0; k < count; ++k) {
            const std::string& piece = pieces[random() % pieces.size()];
            const bool quoted = piece.starts_with('"');
            const bool separator =
                piece.empty() || piece == "," || piece[0] == '\n' || piece[0] == '\r';
            if ((after_quote && !separator) || (quoted && !at_start)) {
                continue;
            }
            text += piece;
            if (!piece.empty()) {
                after_quote = quoted;
                at_start = separator;
            }
        }
        const std::vector<Row> expected = read_plainly(text);
        for (const std::size_t chunk : std::initializer_list<std::size_t>{16, 17, 64, 100, 4096}) {
            for (const std::size_t piece : std::initializer_list<std::size_t>{1, 7, 4096}) {
                const Read r = read(text, {.delimiter = ',', .chunk = chunk}, piece);
                ASSERT_EQ(r.rows, expected)
                    << "seed " << seed << ", round " << round << ", chunk " << chunk << ", text:\n"
                    << text;
                ASSERT_THAT(r.diagnostics, IsEmpty()) << text;
            }
        }
    }
}

TEST(ScanBlock, FindsTheSameAsTheBytewiseScan) {
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        std::array<char, block_size> bytes{};
        for (char& c : bytes) {
            constexpr std::string_view interesting{"\0\",;\n\r\tab\x80\xFF", 11};
            c = random() % 2 == 0 ? interesting[random() % interesting.size()]
                                  : static_cast<char>(random() % 256);
        }
        for (const char delimiter : {',', ';', '\t'}) {
            const BlockMasks fast = scan_block(bytes.data(), delimiter);
            const BlockMasks plain = scan_block_bytewise(bytes.data(), delimiter);
            ASSERT_EQ(fast.special, plain.special);
            ASSERT_EQ(fast.non_ascii, plain.non_ascii);
        }
    }
}

} // namespace
} // namespace assess
