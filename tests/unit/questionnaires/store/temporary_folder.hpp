// A folder for one test, removed at its end.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <unistd.h>

namespace assess {

class TemporaryFolder : public testing::Test {
protected:
    void SetUp() override {
        m_folder = std::filesystem::temp_directory_path() /
                   ("assess-unit-store-" + std::to_string(getpid()));
        std::filesystem::remove_all(m_folder);
        std::filesystem::create_directories(m_folder);
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    [[nodiscard]] std::filesystem::path path(const std::string& name) const {
        return m_folder / name;
    }
    std::filesystem::path write(const std::string& name, std::string_view content) {
        std::ofstream(path(name), std::ios::binary) << content;
        return path(name);
    }
    static std::string bytes_of_file(const std::filesystem::path& file) {
        std::ifstream stream(file, std::ios::binary);
        std::ostringstream bytes;
        bytes << stream.rdbuf();
        return bytes.str();
    }

private:
    std::filesystem::path m_folder;
};

} // namespace assess
