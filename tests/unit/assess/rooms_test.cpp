// The arrows between the rooms: who may include whom. assess -> reports, questionnaires -> model.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>
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

/// The folders of a source tree, and which of them each one includes.
using Arrows = std::map<std::string, std::set<std::string>>;

void add_arrows(const std::string& folder, std::istream& source, Arrows& arrows) {
    const std::string head = "#include \"";
    for (std::string line; std::getline(source, line);) {
        const auto slash = line.rfind('/');
        if (line.rfind(head, 0) == 0 && slash != std::string::npos) {
            const auto included = line.substr(head.size(), slash - head.size());
            if (included != folder) {
                arrows[folder].insert(included);
            }
        }
    }
}

/// "a -> b -> a" for a way from a folder back to itself; nothing where there is none.
std::string circle_in(const Arrows& arrows) {
    std::set<std::string> done;
    std::vector<std::string> way;
    const std::function<std::string(const std::string&)> walk =
        [&](const std::string& folder) -> std::string {
        const auto again = std::ranges::find(way, folder);
        if (again != way.end()) {
            std::string circle;
            std::for_each(again, way.end(), [&](const auto& step) { circle += step + " -> "; });
            return circle + folder;
        }
        way.push_back(folder);
        if (done.insert(folder).second && arrows.contains(folder)) {
            for (const auto& next : arrows.at(folder)) {
                if (auto circle = walk(next); !circle.empty()) {
                    return circle;
                }
            }
        }
        way.pop_back();
        return {};
    };
    for (const auto& [folder, included] : arrows) {
        if (auto circle = walk(folder); !circle.empty()) {
            return circle;
        }
    }
    return {};
}

TEST(Rooms, NoCircleInsideTheModel) {
    Arrows arrows;
    const fs::path top(ASSESS_SOURCE_DIR);
    for (const auto& entry : fs::recursive_directory_iterator(top / "model")) {
        if (entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp") {
            std::ifstream source(entry.path());
            add_arrows(fs::relative(entry.path().parent_path(), top).string(), source, arrows);
        }
    }
    EXPECT_GT(arrows.size(), 10U) << "the sources were not found";
    EXPECT_EQ(circle_in(arrows), "");
}

TEST(Rooms, ACircleIsSeen) {
    EXPECT_EQ(circle_in({{"a", {"b"}}, {"b", {"c", "d"}}, {"c", {}}, {"d", {"b"}}}), "b -> d -> b");
    EXPECT_EQ(circle_in({{"a", {"b", "c"}}, {"b", {"c"}}}), "");
    Arrows arrows;
    std::istringstream source("#include \"model/a/x.hpp\"\n#include \"model/b/y.hpp\"\n");
    add_arrows("model/a", source, arrows);
    EXPECT_EQ(arrows, (Arrows{{"model/a", {"model/b"}}}));
}

TEST(Rooms, AWrongArrowIsSeen) {
    std::istringstream source("#include \"model/a.hpp\"\n#include \"reports/b.hpp\"\n"
                              "#include \"near.hpp\"\n");
    EXPECT_EQ(wrong_arrows("model", source).size(), 2U);
}

} // namespace
} // namespace assess
