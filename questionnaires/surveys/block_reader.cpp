#include "questionnaires/surveys/block_reader.hpp"

#include "model/json/json_input.hpp"
#include "model/text/text.hpp"
#include "questionnaires/rosters/words.hpp"
#include "questionnaires/surveys/matching.hpp"
#include "questionnaires/surveys/role_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess {

namespace {

constexpr std::size_t most_ignored_texts = 1000;

} // namespace

SurveyBlockReader::SurveyBlockReader(const Mapping& mapping, const MappedBlock& block,
                                     bool keep_unknown, const SurveyHeader& header,
                                     ToolFinder& finder, Problems& problems,
                                     Diagnostics& mapping_problems)
    : m_mapping(&mapping), m_block(&block), m_on_unknown(block.unknown), m_header(&header),
      m_finder(&finder), m_problems(&problems) {
    if (keep_unknown && m_on_unknown == OnUnknown::Error) {
        m_on_unknown = OnUnknown::Keep;
    }
    resolve_options(block.options, mapping_problems, true);
    resolve_options(mapping.options, mapping_problems, false);
    for (const MappedDepth& depth : block.depths) {
        m_depths.emplace(option_key(depth.text), depth.depth);
    }
    const std::string what_for = fmt::format("the block {}", in_quotes(block.id));
    for (const std::string& pattern : block.columns) {
        for (const std::size_t field : header.find_all(pattern, what_for, problems)) {
            const bool twice = std::any_of(m_columns.begin(), m_columns.end(),
                                           [&](const Column& c) { return c.field == field; });
            if (twice) {
                continue; // two patterns may fit one column
            }
            Column column;
            column.field = field;
            if (block.option_from != OptionFrom::Cell) {
                const std::string text = block.option_from == OptionFrom::Column
                                             ? header.name(field)
                                             : header.option_text(field);
                column.option = meaning_of_option(text);
                if (column.option->kind == Kind::Unknown) {
                    complain_of_option(text, field, 1);
                }
            }
            m_columns.push_back(std::move(column));
        }
    }
}

void SurveyBlockReader::resolve_options(const std::vector<MappedOption>& options,
                                        Diagnostics& mapping_problems, bool own) {
    for (const MappedOption& option : options) {
        Meaning meaning{Kind::NoTool, 0, m_block->depth};
        if (!option.tool.empty()) {
            // A built-in mapping is made for the current edition; with another landscape its
            // other tools are known by name and have no place there.
            const bool keep = m_mapping->built_in || m_on_unknown == OnUnknown::Keep;
            const auto tool =
                keep ? m_finder->find_or_keep(option.tool) : m_finder->find(option.tool);
            if (!tool) {
                mapping_problems.push_back(
                    {place_of(m_mapping->json, m_mapping->file, option.pointer),
                     fmt::format("the tool {} is not in the landscape", in_quotes(option.tool)),
                     m_finder->suggestion(option.tool) +
                         "Or keep it without a place on the plane: --unknown keep."});
                continue;
            }
            meaning.kind = Kind::Use;
            meaning.tool = *tool;
            if (own) {
                m_offers.insert(*tool);
            }
        }
        m_options.emplace(option_key(option.text), meaning); // the block's own come first
    }
}

SurveyBlockReader::Meaning SurveyBlockReader::meaning_of_option(std::string_view text) {
    Meaning meaning{Kind::Unknown, 0, m_block->depth};
    const auto known = m_options.find(option_key(text));
    if (known != m_options.end()) {
        meaning = known->second;
    } else if (const auto tool = m_finder->find(plain_text(text))) {
        meaning.kind = Kind::Use;
        meaning.tool = *tool;
    } else if (m_on_unknown == OnUnknown::Ignore) {
        meaning.kind = Kind::Ignored;
    } else if (m_on_unknown == OnUnknown::Keep) {
        const auto kept = m_finder->find_or_keep(plain_text(text));
        meaning.kind = kept ? Kind::Use : Kind::NoTool; // "?" is no name of a tool
        meaning.tool = kept.value_or(0);
    }
    if (meaning.kind == Kind::Use) {
        m_offers.insert(meaning.tool);
    }
    return meaning;
}

/// Cells of blocks whose columns stand for options.
SurveyBlockReader::Meaning SurveyBlockReader::meaning_of_cell(const Column& column,
                                                              std::string_view cell) const {
    const Meaning no_tool{Kind::NoTool, 0, m_block->depth};
    const Meaning unknown{Kind::Unknown, 0, m_block->depth};
    // An unknown option was complained of when the header was read.
    const Meaning& option = column.option->kind == Kind::Unknown ? no_tool : *column.option;
    if (m_block->kind == BlockKind::OptionColumns) {
        return option;
    }
    if (m_block->kind == BlockKind::Flags) {
        const YesNo answer = yes_or_no(cell);
        return answer == YesNo::Yes ? option : answer == YesNo::No ? no_tool : unknown;
    }
    const auto depth = m_depths.find(option_key(cell));
    if (depth == m_depths.end()) {
        return unknown;
    }
    if (!depth->second) {
        return no_tool;
    }
    Meaning meaning = option;
    meaning.depth = *depth->second;
    return meaning;
}

const SurveyBlockReader::Meaning& SurveyBlockReader::remembered(std::string_view text) {
    m_text.assign(text);
    const auto known = m_seen.find(m_text);
    if (known != m_seen.end()) {
        return known->second;
    }
    if (m_seen.size() >= most_remembered) {
        m_seen.clear();
    }
    const Meaning meaning = is_missing(*m_mapping, text) ? Meaning{} : meaning_of_option(text);
    return m_seen.emplace(m_text, meaning).first->second;
}

void SurveyBlockReader::ignore(std::string_view text) {
    ++m_ignored;
    const std::string plain = plain_text(text);
    const auto known = m_ignored_texts.find(plain);
    if (known != m_ignored_texts.end()) {
        ++known->second;
    } else if (m_ignored_texts.size() < most_ignored_texts) {
        m_ignored_texts.emplace(plain, 1);
    }
}

void SurveyBlockReader::complain_of_option(std::string_view text, std::size_t field,
                                           std::size_t line) {
    const std::string& column = m_header->name(field);
    const std::string what =
        fmt::format("the option {} is neither mapped nor a tool", in_quotes(plain_text(text)));
    if (!m_problems->again(line, column, what)) {
        m_problems->add(line, column, what,
                        m_finder->suggestion(plain_text(text)) +
                            fmt::format("Add it to the options of block {}, or say \"unknown\": "
                                        "\"ignore\" there.",
                                        in_quotes(m_block->id)));
    }
}

void SurveyBlockReader::complain(std::string_view text, std::size_t field, std::size_t line) {
    const std::string& column = m_header->name(field);
    const std::string answer = in_quotes(plain_text(text));
    if (m_block->kind == BlockKind::Flags) {
        m_problems->add(line, column, fmt::format("{} is neither yes nor no", answer),
                        "Flags are 1 and 0, yes and no, true and false; list under 'missing' "
                        "what means no answer.");
    } else if (m_block->kind == BlockKind::Depths) {
        m_problems->add(line, column, fmt::format("{} is not in the table of depths", answer),
                        fmt::format("Add it to 'depths' of block {}.", in_quotes(m_block->id)));
    } else {
        complain_of_option(text, field, line);
    }
}

bool SurveyBlockReader::take(const Meaning& meaning, std::string_view text, std::size_t field,
                             std::size_t line, std::vector<Usage>& usages) {
    switch (meaning.kind) {
    case Kind::Missing:
        return false;
    case Kind::NoTool:
        return true;
    case Kind::Ignored:
        ignore(m_block->option_from == OptionFrom::Cell ? text : m_header->name(field));
        return true;
    case Kind::Unknown:
        complain(text, field, line);
        return true;
    case Kind::Use:
        break;
    }
    const auto known = std::find_if(usages.begin(), usages.end(),
                                    [&](const Usage& usage) { return usage.tool == meaning.tool; });
    if (known == usages.end()) {
        usages.push_back({meaning.tool, meaning.depth});
    } else {
        known->depth = deeper(known->depth, meaning.depth);
    }
    return true;
}

bool SurveyBlockReader::read_list(std::size_t field, std::string_view cell, std::size_t line,
                                  std::vector<Usage>& usages) {
    bool answered = false;
    while (true) {
        const std::size_t end = cell.find(m_block->separator);
        const std::string_view entry = cell.substr(0, end);
        if (!entry.empty()) {
            answered = take(remembered(entry), entry, field, line, usages) || answered;
        }
        if (end == std::string_view::npos) {
            return answered;
        }
        cell.remove_prefix(end + m_block->separator.size());
    }
}

bool SurveyBlockReader::read(const CsvReader& record, std::vector<Usage>& usages) {
    bool answered = false;
    for (Column& column : m_columns) {
        const std::string_view cell = record[column.field];
        if (cell.empty()) {
            continue;
        }
        if (m_block->kind == BlockKind::List) {
            answered = read_list(column.field, cell, record.line(), usages) || answered;
            continue;
        }
        if (m_block->kind == BlockKind::Single) {
            answered =
                take(remembered(cell), cell, column.field, record.line(), usages) || answered;
            continue;
        }
        if (cell != column.last_text) {
            column.last = is_missing(*m_mapping, cell) ? Meaning{}
                          : column.option              ? meaning_of_cell(column, cell)
                                                       : meaning_of_option(cell);
            column.last_text = cell;
        }
        answered = take(column.last, cell, column.field, record.line(), usages) || answered;
    }
    return answered;
}

std::vector<ToolIndex> SurveyBlockReader::offers() const {
    return {m_offers.begin(), m_offers.end()};
}

std::string SurveyBlockReader::warning() const {
    if (m_ignored == 0) {
        return {};
    }
    std::string text = fmt::format("Block {}: {} answer{} that name no known tool {} ignored",
                                   in_quotes(m_block->id), m_ignored, m_ignored == 1 ? "" : "s",
                                   m_ignored == 1 ? "was" : "were");
    if (m_ignored_texts.size() < most_ignored_texts) { // else which were kept is a matter of order
        std::vector<std::pair<std::string, std::size_t>> most(m_ignored_texts.begin(),
                                                              m_ignored_texts.end());
        std::stable_sort(most.begin(), most.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        constexpr std::size_t most_shown = 5;
        most.resize(std::min(most.size(), most_shown));
        std::vector<std::string> shown;
        for (const auto& [answer, count] : most) {
            shown.push_back(fmt::format("{} ({})", in_quotes(answer), count));
        }
        text += fmt::format("; the most frequent: {}", listed(shown, "and"));
    }
    return text + ".";
}

} // namespace assess
