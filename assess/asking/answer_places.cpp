#include "assess/asking/answer_places.hpp"

#include "model/diagnostics/diagnostic.hpp"
#include "model/text/read_file.hpp"
#include "model/text/text.hpp"
#include "model/text/utf8.hpp"
#include "questionnaires/answer_files/answer_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <random>

namespace assess::asking {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view draft_ending = ".draft.json";
constexpr std::size_t longest_stem = 64;

constexpr std::array<std::string_view, 32> birds{
    "avocet",  "bittern", "bunting", "curlew", "dipper",   "dunlin", "eider",  "falcon",
    "finch",   "gannet",  "godwit",  "grebe",  "heron",    "hoopoe", "ibis",   "jackdaw",
    "kestrel", "kite",    "lark",    "linnet", "martin",   "merlin", "oriole", "osprey",
    "pipit",   "plover",  "robin",   "siskin", "starling", "swift",  "tern",   "wren"};

bool is_plain(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
}

} // namespace

std::string make_pseudonym() {
    // By remainder: 32 divides the range, and 9,000 takes less than a millionth off evenness.
    std::random_device random;
    const auto bird = birds.at(random() % birds.size());
    return fmt::format("{}-{}", bird, 1000 + random() % 9000);
}

std::string file_stem(std::string_view respondent) {
    std::string stem;
    for (std::size_t at = 0; at < respondent.size() && stem.size() < longest_stem;) {
        const auto point = code_point_at(respondent, at);
        const auto length = std::max<std::size_t>(point.length, 1);
        const auto letter = respondent.substr(at, length);
        // Beyond ASCII: what is no letter has a spelling key without it.
        const bool keep =
            point.length > 0 &&
            (is_plain(point.value) || (point.value >= 0xc0 && !spelling_key(letter).empty()));
        if (stem.size() + length > longest_stem) {
            break;
        }
        stem += keep ? letter : std::string_view("-");
        at += length;
    }
    while (!stem.empty() && (stem.front() == '.' || stem.front() == '-')) {
        stem.erase(0, 1);
    }
    return stem.empty() ? "somebody" : stem;
}

std::string answers_name(std::string_view respondent) {
    return fmt::format("answers-{}.json", file_stem(respondent));
}

fs::path draft_beside(const fs::path& answers) {
    auto name = answers.filename().string();
    if (answers.extension() == ".json") {
        name.resize(name.size() - std::string_view(".json").size());
    }
    return answers.parent_path() / (name + std::string(draft_ending));
}

fs::path answers_beside(const fs::path& draft) {
    auto name = draft.filename().string();
    if (name.size() > draft_ending.size() && name.ends_with(draft_ending)) {
        name.resize(name.size() - draft_ending.size());
        return draft.parent_path() / (name + ".json");
    }
    return draft.parent_path() / (name + ".answers.json");
}

std::vector<FoundDraft> find_drafts(const fs::path& folder, std::string_view questionnaire) {
    std::vector<FoundDraft> found;
    std::error_code error;
    for (fs::directory_iterator entry(folder.empty() ? "." : folder, error), end;
         !error && entry != end; entry.increment(error)) {
        const auto name = entry->path().filename().string();
        if (!name.ends_with(draft_ending)) {
            continue;
        }
        const auto file = folder.empty() ? fs::path(name) : folder / name;
        try {
            auto draft = parse_draft(read_file(file), file.string());
            if (draft.questionnaire == questionnaire) {
                found.push_back({file, std::move(draft)});
            }
        } catch (const InputError&) { // some other program's draft
        } catch (const Error&) {      // another person's: not ours to read
        }
    }
    std::sort(found.begin(), found.end(),
              [](const FoundDraft& one, const FoundDraft& other) { return one.file < other.file; });
    return found;
}

Holds look_at(const fs::path& file, std::string_view questionnaire, std::string_view respondent) {
    std::error_code error;
    const auto status = fs::status(file, error);
    if (!fs::exists(status)) {
        return Holds::Nothing;
    }
    if (!fs::is_regular_file(status)) {
        // A device or a pipe holds nothing; a folder is refused when it is written.
        return Holds::Nothing;
    }
    try {
        const auto read = parse_answer_file(read_file(file), file.string());
        const bool own =
            read.file.questionnaire == questionnaire && read.file.respondent == respondent;
        return own ? Holds::OwnAnswers : Holds::SomethingElse;
    } catch (const InputError&) {
        return Holds::SomethingElse;
    }
}

std::string for_shell(const fs::path& file) {
    auto name = printable(file.string());
    const bool plain = name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                              "0123456789./_-+,@%") == std::string::npos;
    if (plain && name.front() != '-') {
        return name;
    }
    std::string quoted = "'";
    for (const char c : name) {
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return quoted + "'";
}

void refuse_overwriting(const fs::path& file) {
    throw InputError(Diagnostic{
        {file.string(), 0, 0, ""},
        "there is a file of that name already, and it does not hold this person's answers",
        "Choose another name with --out, or replace it with --replace. Are the answers in it "
        "yours? Then say who you are with --as."});
}

} // namespace assess::asking
