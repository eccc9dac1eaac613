#include "model/diagnostics/diagnostic.hpp"
#include "model/text/read_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace assess {
namespace {

namespace fs = std::filesystem;

class ReadFile : public testing::Test {
protected:
    void SetUp() override {
        m_folder = fs::temp_directory_path() / ("assess-read-" + std::to_string(getpid()));
        fs::create_directories(m_folder);
    }
    void TearDown() override { fs::remove_all(m_folder); }
    fs::path m_folder;
};

TEST_F(ReadFile, GivesTheBytesOfAnySize) {
    for (const std::size_t size : {0U, 1U, 65'535U, 65'536U, 65'537U, 300'000U}) {
        const std::string content(size, 'x');
        std::ofstream(m_folder / "file", std::ios::binary) << content;
        EXPECT_EQ(read_file(m_folder / "file"), content) << size;
    }
}

TEST_F(ReadFile, MissingFilesFoldersAndHugeFilesAreRefused) {
    EXPECT_THROW(static_cast<void>(read_file(m_folder / "missing")), InputError);
    EXPECT_THROW(static_cast<void>(read_file(m_folder)), InputError);
    std::ofstream(m_folder / "huge").put('x');
    fs::resize_file(m_folder / "huge", (std::uintmax_t{64} << 20U) + 1); // a hole: takes no disk
    EXPECT_THROW(static_cast<void>(read_file(m_folder / "huge")), InputError);
}

TEST_F(ReadFile, WhatCannotBeReadIsAFailure) {
    // Reading the first page of one's own memory fails for everybody, root included.
    EXPECT_THROW(static_cast<void>(read_file("/proc/self/mem")), Error);
    const auto link = m_folder / "loop";
    fs::create_symlink(link, link);
    EXPECT_ANY_THROW(static_cast<void>(read_file(link)));
}

} // namespace
} // namespace assess
