// Where answers and drafts are kept: names, pseudonyms, and nobody's file overwritten unsaid.
#pragma once

#include "questionnaires/engine/session.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace assess::asking {

/// "wren-4821": a word and four digits, from the system's own randomness.
std::string make_pseudonym();

/// A pseudonym as a part of a file's name: letters, digits, '.', '_' and '-'; letters of any
/// script stay; everything else becomes '-'. Never empty, never hidden, at most 64 bytes.
std::string file_stem(std::string_view respondent);

/// "answers-wren-4821.json".
std::string answers_name(std::string_view respondent);
/// "mine.json" -> "mine.draft.json", in the same folder.
std::filesystem::path draft_beside(const std::filesystem::path& answers);
/// "mine.draft.json" -> "mine.json"; of any other name the same with ".answers.json" behind it.
std::filesystem::path answers_beside(const std::filesystem::path& draft);

struct FoundDraft {
    std::filesystem::path file;
    Draft draft;
};
/// The drafts of a questionnaire in a folder, by name; files that are none are passed over.
std::vector<FoundDraft> find_drafts(const std::filesystem::path& folder,
                                    std::string_view questionnaire);

/// What a file is to somebody who wants to write answers there.
enum class Holds : std::uint8_t { Nothing, OwnAnswers, SomethingElse };
Holds look_at(const std::filesystem::path& file, std::string_view questionnaire,
              std::string_view respondent);

/// A file's name as a word of a command line that can be copied: quoted where it has to be.
std::string for_shell(const std::filesystem::path& file);

/// The respondent's answers were refused a place, with what to do: for command lines.
[[noreturn]] void refuse_overwriting(const std::filesystem::path& file);

} // namespace assess::asking
