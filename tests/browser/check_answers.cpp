// Reads an answers file that the browser saved, as assess reads it, and prints what is wrong with
// it; nothing and 0 where it is in order. For the tests of the page only.
// Usage: check_answers ANSWERS QUESTIONNAIRE [OVERLAY...]
#include "model/diagnostics/diagnostic.hpp"
#include "model/landscape/load.hpp"
#include "model/text/read_file.hpp"
#include "questionnaires/answer_files/answer_file.hpp"
#include "questionnaires/definitions/load.hpp"

#include <cstdio>
#include <string>

namespace {

int check(int count, char** words) {
    using namespace assess;
    auto landscape = built_in_landscape("current");
    for (int i = 3; i < count; ++i) {
        landscape = overlay_landscape(landscape, read_file(words[i]), words[i]);
    }
    const auto definition = load_definition(words[2], landscape);
    const auto read = parse_answer_file(read_file(words[1]), words[1]);
    int problems = 0;
    const auto say = [&](const std::string& what) {
        std::fprintf(stderr, "%s\n", what.c_str());
        ++problems;
    };
    if (!read.checksum_fits) {
        say("the checksum does not fit");
    }
    if (read.file.questionnaire_digest != definition.digest) {
        say("the questionnaire's digest differs");
    }
    if (read.file.edition != landscape.edition || read.file.landscape_digest != landscape.digest) {
        say("the landscape differs");
    }
    for (const auto& problem : check_against(read.file, words[1], definition, landscape)) {
        say(to_string(problem));
    }
    return problems == 0 ? 0 : 1;
}

} // namespace

int main(int count, char** words) {
    if (count < 3) {
        std::fputs("Usage: check_answers ANSWERS QUESTIONNAIRE [OVERLAY...]\n", stderr);
        return 2;
    }
    try {
        return check(count, words);
    } catch (const assess::InputError& error) {
        for (const auto& problem : error.diagnostics()) {
            std::fprintf(stderr, "%s\n", to_string(problem).c_str());
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
    }
    return 2;
}
