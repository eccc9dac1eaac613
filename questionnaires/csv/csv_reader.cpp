#include "questionnaires/csv/csv_reader.hpp"

#include "model/text/text.hpp"
#include "questionnaires/csv/scan_block.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

namespace assess {

namespace {

constexpr std::string_view utf8_hint = "Save the file as UTF-8; spreadsheets call it 'CSV UTF-8'.";

} // namespace

CsvReader::CsvReader(ByteSource source, Problems& problems, CsvSettings settings)
    : m_source(std::move(source)), m_problems(&problems), m_settings(settings),
      m_delimiter(settings.delimiter) {
    m_capacity = std::max<std::size_t>(std::min(settings.chunk, settings.longest_record), 16);
    // NOLINTNEXTLINE(modernize-avoid-c-arrays): raw bytes
    m_buffer = std::make_unique<char[]>(m_capacity + block_size);
    m_spans.resize(64);
}

void CsvReader::refuse(std::size_t line, std::string_view what, std::string_view hint) {
    m_problems->add(line, {}, what, hint);
    throw InputError(m_problems->diagnostics());
}

void CsvReader::start() {
    m_started = true;
    // The first chunk is filled whole, so that the delimiter is found from the whole header even
    // where a pipe delivers it in drops.
    while (m_end < m_capacity && refill()) {
    }
    const std::string_view head(m_buffer.get(), m_end);
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
        refuse(1, "the file is UTF-16 text", utf8_hint);
    }
    if (head.starts_with("\xEF\xBB\xBF")) {
        m_next = 3;
    }
    m_block = m_block_end = m_next;
    if (m_delimiter == 0) {
        sniff_delimiter();
    }
}

void CsvReader::sniff_delimiter() {
    constexpr std::array candidates{',', ';', '\t'};
    std::array<std::size_t, candidates.size()> counts{};
    bool quoted = false;
    for (std::size_t i = m_next; i < m_end; ++i) {
        const char c = m_buffer[i];
        if (c == '"') {
            quoted = !quoted;
        } else if (!quoted) {
            if (c == '\n' || c == '\r') {
                break;
            }
            const auto* const hit = std::find(candidates.begin(), candidates.end(), c);
            if (hit != candidates.end()) {
                ++counts[static_cast<std::size_t>(hit - candidates.begin())];
            }
        }
    }
    // The first of the largest: a tie goes to the comma.
    const auto* const most = std::max_element(counts.begin(), counts.end());
    m_delimiter = candidates[static_cast<std::size_t>(most - counts.begin())];
}

bool CsvReader::refill() {
    if (m_at_end) {
        return false;
    }
    if (m_begin > 0) {
        std::memmove(m_buffer.get(), m_buffer.get() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_block_end -= m_begin;
        m_block = m_block_end;
        m_begin = 0;
    }
    if (m_end == m_capacity) {
        if (m_capacity >= m_settings.longest_record) {
            const std::size_t kilobytes = m_settings.longest_record >> 10U;
            const std::string limit = kilobytes >= 1024 ? fmt::format("{} MB", kilobytes >> 10U)
                                                        : fmt::format("{} KB", kilobytes);
            if (m_state == State::Quoted) {
                refuse(m_quote_line,
                       fmt::format("the quoted text that begins here is longer than {}", limit),
                       "Most likely its closing quote is missing.");
            }
            refuse(m_record_line, fmt::format("the row that begins here is longer than {}", limit),
                   "A row of answers is much shorter: is this a CSV file with line breaks?");
        }
        const std::size_t capacity = std::min(2 * m_capacity, m_settings.longest_record);
        std::unique_ptr<char[]> larger(new char[capacity + block_size]()); // NOLINT: raw bytes
        std::memcpy(larger.get(), m_buffer.get(), m_end);
        m_buffer = std::move(larger);
        m_capacity = capacity;
    }
    const std::size_t count = m_source({m_buffer.get() + m_end, m_capacity - m_end});
    m_end += count;
    m_at_end = count == 0;
    return !m_at_end;
}

bool CsvReader::next_block() {
    if (m_block_end == m_end && !refill()) {
        return false;
    }
    m_block = m_block_end;
    BlockMasks masks = scan_block(m_buffer.get() + m_block, m_delimiter);
    const std::size_t count = std::min(block_size, m_end - m_block);
    if (count < block_size) { // beyond lies the padding
        const std::uint64_t valid = (std::uint64_t{1} << count) - 1;
        masks.special &= valid;
        masks.non_ascii &= valid;
    }
    m_block_end = m_block + count;
    m_specials = masks.special;
    m_block_has_non_ascii = masks.non_ascii != 0;
    m_has_non_ascii = m_has_non_ascii || m_block_has_non_ascii;
    return true;
}

bool CsvReader::next() {
    if (!m_started) {
        start();
    }
    std::size_t length = 0;
    do {
        m_begin = m_next;
        m_record_line = m_line;
        m_count = 0;
        m_state = State::Plain;
        m_field_begin = 0;
        m_has_doubled = false;
        m_has_non_ascii = m_block_has_non_ascii;
        if (!scan_record()) {
            m_count = 0;
            return false;
        }
        length = m_next - m_begin - (m_ended_by_line_break ? 1 : 0);
    } while (length == 0);
    if (m_has_non_ascii) {
        check_text();
    }
    return true;
}

void CsvReader::take_plain_fields() {
    // The inner loop of the program's largest inputs: everything in registers.
    const char* const bytes = m_buffer.get() + m_block;
    const auto base = static_cast<std::uint32_t>(m_block - m_begin);
    const char delimiter = m_delimiter;
    Span* span = m_spans.data() + m_count;
    const Span* const last = m_spans.data() + m_spans.size();
    auto begin = static_cast<std::uint32_t>(m_field_begin);
    std::uint64_t specials = m_specials;
    while (specials != 0 && span != last) {
        const auto bit = static_cast<std::uint32_t>(std::countr_zero(specials));
        if (bytes[bit] != delimiter) {
            break;
        }
        specials &= specials - 1;
        *span++ = {begin, base + bit};
        begin = base + bit + 1;
    }
    m_specials = specials;
    m_field_begin = begin;
    m_count = static_cast<std::size_t>(span - m_spans.data());
}

bool CsvReader::scan_record() {
    for (;;) {
        if (m_state == State::Plain) {
            take_plain_fields();
        }
        while (m_specials == 0) {
            if (!next_block()) {
                return finish_at_end();
            }
            if (m_state == State::Plain) {
                take_plain_fields();
            }
        }
        const auto bit = static_cast<std::size_t>(std::countr_zero(m_specials));
        m_specials &= m_specials - 1;
        if (step(m_block + bit - m_begin, m_buffer[m_block + bit])) {
            return true;
        }
    }
}

bool CsvReader::step(std::size_t offset, char c) {
    if (m_state == State::AfterQuote) {
        if (offset != m_quote + 1) {
            text_after_quote();
        } else if (c == '"') {
            m_state = State::Quoted;
            m_has_doubled = true;
            return false;
        }
    }
    if (c == '\0') {
        m_problems->add(m_line, {}, "there is a NUL byte in the text", utf8_hint);
        if (m_state == State::AfterQuote) {
            text_after_quote();
        }
        return false;
    }
    if (m_state == State::Quoted) {
        if (c == '"') {
            m_quote = offset;
            m_state = State::AfterQuote;
        } else if (c == '\r' || (c == '\n' && m_buffer[m_begin + offset - 1] != '\r')) {
            ++m_line;
        }
        return false;
    }
    if (c == '"') {
        if (offset == m_field_begin) {
            m_state = State::Quoted;
            m_quote_line = m_line;
        }
        return false; // elsewhere a quote is text
    }
    if (c == m_delimiter) {
        push_field(offset);
        return false;
    }
    if (c == '\n' && offset == 0 && m_after_carriage_return) {
        ++m_begin; // the second half of the last record's CRLF
        m_after_carriage_return = false;
        return false;
    }
    push_field(offset);
    m_next = m_begin + offset + 1;
    m_ended_by_line_break = true;
    m_after_carriage_return = c == '\r';
    ++m_line;
    return true;
}

bool CsvReader::finish_at_end() {
    const std::size_t offset = m_end - m_begin;
    m_next = m_end;
    m_ended_by_line_break = false;
    if (m_state == State::Quoted) {
        m_problems->add(m_quote_line, {}, "the quoted text that begins here is never closed",
                        "Close it with a double quote; a quote inside it is written twice.");
        return false;
    }
    if (offset == 0) {
        return false;
    }
    if (m_state == State::AfterQuote && offset != m_quote + 1) {
        text_after_quote();
    }
    push_field(offset);
    return true;
}

void CsvReader::text_after_quote() {
    m_problems->add(m_line, {}, "there is text after a closing quote",
                    "Put the whole field in quotes, and write a quote inside it twice.");
    m_state = State::Plain;
    m_has_doubled = false;
}

void CsvReader::push_field(std::size_t end) {
    Span span{static_cast<std::uint32_t>(m_field_begin), static_cast<std::uint32_t>(end)};
    if (m_state == State::AfterQuote) {
        ++span.begin;
        span.end = static_cast<std::uint32_t>(m_quote);
        if (m_has_doubled) {
            drop_doubled_quotes(span);
        }
        m_has_doubled = false;
        m_state = State::Plain;
    }
    if (m_count == m_spans.size()) {
        if (m_count >= m_settings.most_fields) {
            refuse(m_record_line,
                   fmt::format("the row that begins here has more than {} columns",
                               m_settings.most_fields),
                   "Is this a CSV file with line breaks?");
        }
        m_spans.resize(std::min(2 * m_count, m_settings.most_fields));
    }
    m_spans[m_count++] = span;
    m_field_begin = end + 1;
}

void CsvReader::drop_doubled_quotes(Span& span) {
    char* const record = m_buffer.get() + m_begin;
    std::uint32_t to = span.begin;
    for (std::uint32_t from = span.begin; from < span.end; ++from) {
        record[to++] = record[from];
        if (record[from] == '"') {
            ++from; // its double
        }
    }
    span.end = to;
}

void CsvReader::check_text() {
    // Separators are ASCII, so the record is right where all fields are; it has one byte sequence
    // to look through where a wide survey has hundreds of empty fields.
    const std::string_view record(m_buffer.get() + m_begin, m_next - m_begin);
    if (!first_invalid_utf8(record)) {
        return;
    }
    for (std::size_t field = 0; field < m_count; ++field) {
        const std::string_view text = (*this)[field];
        if (const auto at = first_invalid_utf8(text)) {
            m_problems->add(m_record_line, {}, "this is not UTF-8 text",
                            fmt::format("Field {} has the byte 0x{:02X}. {}", field + 1,
                                        static_cast<unsigned char>(text[*at]), utf8_hint));
        }
    }
}

} // namespace assess
