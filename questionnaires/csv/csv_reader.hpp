// The one CSV reader of the program: RFC 4180 as real exports write it, in a stream.
//
// Memory is one buffer of 256 KB that grows only for a record that is longer; a record beyond
// CsvSettings::longest_record is refused, so no file can make the program hold it whole.
// Cost: every byte is looked at once, sixteen at a time, for the four characters that matter;
// each field costs eight bytes in a table that is used again for the next record.
//
// Accepted: comma, semicolon or tab (found from the header unless given); quotes, doubled
// quotes and line breaks in quotes; LF, CRLF and CR; a byte-order mark; a last line without
// line break; empty lines (skipped). A quote inside an unquoted field is text, as spreadsheets
// and other readers have it: 5" disk. Refused, with the line: text after a closing quote, a
// quote that is never closed, NUL bytes, text that is not UTF-8, records that are too long.
#pragma once

#include "questionnaires/csv/byte_source.hpp"
#include "questionnaires/problems.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace assess {

struct CsvSettings {
    char delimiter = 0; ///< 0: the one of comma, semicolon and tab that the header has most of
    std::size_t longest_record = std::size_t{16} << 20U; ///< bytes
    std::size_t most_fields = 65'536;                    ///< of one record
    std::size_t chunk = std::size_t{256} << 10U;         ///< bytes of one read
};

class CsvReader {
public:
    /// `problems` must outlive the reader.
    CsvReader(ByteSource source, Problems& problems, CsvSettings settings = {});

    /// Goes to the next record; false at the end. What is wrong with a record goes to the
    /// problems and reading continues; where it cannot, throws InputError with all of them.
    bool next();

    /// Fields of the current record. Views hold until the next call of next().
    [[nodiscard]] std::size_t size() const { return m_count; }
    [[nodiscard]] std::string_view operator[](std::size_t field) const {
        const Span span = m_spans[field];
        return {m_buffer.get() + m_begin + span.begin, span.end - span.begin};
    }
    /// The line where the current record begins, 1-based.
    [[nodiscard]] std::size_t line() const { return m_record_line; }
    /// The delimiter in force; known after the first next().
    [[nodiscard]] char delimiter() const { return m_delimiter; }

private:
    struct Span { // offsets from the record's begin
        std::uint32_t begin;
        std::uint32_t end;
    };
    enum class State : std::uint8_t { Plain, Quoted, AfterQuote };

    void start();
    void sniff_delimiter();
    bool refill();
    bool next_block();
    bool scan_record();
    void take_plain_fields();
    bool step(std::size_t offset, char c);
    bool finish_at_end();
    void text_after_quote();
    void push_field(std::size_t end);
    void drop_doubled_quotes(Span& span);
    void check_text();
    [[noreturn]] void refuse(std::size_t line, std::string_view what, std::string_view hint);

    ByteSource m_source;
    Problems* m_problems;
    CsvSettings m_settings;
    char m_delimiter = 0;
    bool m_started = false;
    bool m_at_end = false; ///< the source has no more bytes

    std::unique_ptr<char[]> m_buffer; // NOLINT: raw bytes without initialization
    std::size_t m_capacity = 0;       ///< less the padding that a block may read beyond it
    std::size_t m_begin = 0;          ///< of the current record
    std::size_t m_next = 0;           ///< first byte after the current record
    std::size_t m_end = 0;            ///< of the bytes read

    // The block of 64 bytes that is being looked at.
    std::size_t m_block = 0;
    std::size_t m_block_end = 0;
    std::uint64_t m_specials = 0; ///< bits of delimiters, quotes, line breaks and NULs not yet seen
    bool m_block_has_non_ascii = false;

    // The current record.
    std::vector<Span> m_spans;
    std::size_t m_count = 0;
    State m_state = State::Plain;
    std::size_t m_field_begin = 0; ///< offset from the record's begin
    std::size_t m_quote = 0;       ///< offset of the last closing quote
    std::size_t m_quote_line = 0;  ///< line of the last opening quote
    bool m_has_doubled = false;
    bool m_ended_by_line_break = false;
    bool m_after_carriage_return = false; ///< the last record ended with CR: an LF belongs to it
    bool m_has_non_ascii = false;
    std::size_t m_line = 1; ///< of the byte being looked at
    std::size_t m_record_line = 1;
};

} // namespace assess
