#include "assess/output_file.hpp"
#include "model/diagnostics/diagnostic.hpp"

#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace assess {
namespace {

namespace fs = std::filesystem;

class OutputFile : public testing::Test {
protected:
    void SetUp() override {
        m_folder = fs::temp_directory_path() / ("assess-output-" + std::to_string(getpid()));
        fs::create_directories(m_folder);
        m_file = m_folder / "report.txt";
    }
    void TearDown() override { fs::remove_all(m_folder); }

    [[nodiscard]] std::string content() const {
        std::ifstream stream(m_file, std::ios::binary);
        std::ostringstream text;
        text << stream.rdbuf();
        return text.str();
    }
    [[nodiscard]] std::ptrdiff_t files() const {
        return std::distance(fs::directory_iterator(m_folder), fs::directory_iterator());
    }

    fs::path m_folder;
    fs::path m_file;
};

TEST_F(OutputFile, WritesANewFileAndReplacesAnOldOne) {
    write_file(m_file, "first");
    EXPECT_EQ(content(), "first");
    write_file(m_file, "second, longer");
    EXPECT_EQ(content(), "second, longer");
    EXPECT_EQ(files(), 1) << "a temporary file is left";
}

TEST_F(OutputFile, KeepsThePermissionsOfTheOldFile) {
    write_file(m_file, "a");
    ASSERT_EQ(chmod(m_file.c_str(), 0600), 0);
    write_file(m_file, "b");
    struct stat status {};
    ASSERT_EQ(stat(m_file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, 0600U);
}

TEST_F(OutputFile, ALinkStaysALink) {
    write_file(m_file, "old");
    const auto link = m_folder / "link";
    fs::create_symlink(m_file, link);
    write_file(link, "new");
    EXPECT_TRUE(fs::is_symlink(link));
    EXPECT_EQ(content(), "new");
}

TEST_F(OutputFile, AFolderOrAMissingFolderIsRefused) {
    EXPECT_THROW(write_file(m_folder, "x"), InputError);
    EXPECT_THROW(write_file(m_folder / "missing" / "report.txt", "x"), Error);
}

TEST_F(OutputFile, AFullDeviceIsAnError) {
    EXPECT_THROW(write_file("/dev/full", "x"), Error);
}

/// A file size limit stops the write as a full disk does: in the middle.
TEST_F(OutputFile, AWriteThatStopsHalfwayLeavesTheOldFileWhole) {
    write_file(m_file, "old and whole");
    const auto child = fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{4096, 4096};
        setrlimit(RLIMIT_FSIZE, &limit);
        int outcome = 1;
        try {
            write_file(m_file, std::string(100'000, 'x'));
        } catch (const Error&) {
            outcome = 0;
        }
        _exit(outcome);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "the write should have failed";
    EXPECT_EQ(content(), "old and whole");
    EXPECT_EQ(files(), 1) << "a temporary file is left";
}

} // namespace
} // namespace assess
