// The arrows between the rooms: who may include whom. assess -> reports, questionnaires -> model.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace assess {
namespace {

namespace fs = std::filesystem;

const std::map<std::string, std::set<std::string>>& allowed() {
    static const std::map<std::string, std::set<std::string>> rooms{
        {"model", {"model"}},
        {"questionnaires", {"questionnaires", "model"}},
        {"reports", {"reports", "model"}},
        {"assess", {"assess", "reports", "questionnaires", "model"}},
    };
    return rooms;
}

/// The rooms that a source text includes and that `room` may not.
std::vector<std::string> wrong_arrows(const std::string& room, std::istream& source) {
    std::vector<std::string> wrong;
    const std::string head = "#include \"";
    for (std::string line; std::getline(source, line);) {
        if (line.rfind(head, 0) != 0) {
            continue;
        }
        const auto slash = line.find('/');
        const auto included =
            slash == std::string::npos ? "" : line.substr(head.size(), slash - head.size());
        if (!allowed().at(room).contains(included)) {
            wrong.push_back(line);
        }
    }
    return wrong;
}

TEST(Rooms, EveryIncludeFollowsAnArrow) {
    std::size_t read = 0;
    for (const auto& [room, targets] : allowed()) {
        for (const auto& entry :
             fs::recursive_directory_iterator(fs::path(ASSESS_SOURCE_DIR) / room)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".hpp") {
                continue;
            }
            std::ifstream source(entry.path());
            for (const auto& line : wrong_arrows(room, source)) {
                ADD_FAILURE() << entry.path() << ": " << line;
            }
            ++read;
        }
    }
    EXPECT_GT(read, 50U) << "the sources were not found";
}

TEST(Rooms, AWrongArrowIsSeen) {
    std::istringstream source("#include \"model/a.hpp\"\n#include \"reports/b.hpp\"\n"
                              "#include \"near.hpp\"\n");
    EXPECT_EQ(wrong_arrows("model", source).size(), 2U);
}

} // namespace
} // namespace assess
