// Writes the manual pages and the completions of all shells into a folder, for the installation.
#include "assess/app.hpp"
#include "assess/clock.hpp"
#include "assess/manual/completions.hpp"
#include "assess/manual/man_pages.hpp"
#include "assess/output_file.hpp"

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>

namespace {

void write_manual(const std::filesystem::path& folder) {
    // Without a date that was asked for there is none: the same sources give the same pages.
    const bool dated = std::getenv("SOURCE_DATE_EPOCH") != nullptr; // NOLINT: before any thread
    const auto date = dated ? assess::utc_now().substr(0, 10) : std::string();
    const assess::Imprint imprint{assess::program_version(), date};
    std::filesystem::create_directories(folder / "man");
    assess::write_file(folder / "man/assess.1", assess::program_page(imprint));
    for (const auto& command : assess::commands()) {
        assess::write_file(folder / "man" / ("assess-" + std::string(command.name) + ".1"),
                           assess::command_page(command, imprint));
    }
    for (const auto& shell : assess::shells()) {
        std::filesystem::create_directories(folder / shell.name);
        assess::write_file(folder / shell.name / shell.file, shell.completions());
    }
}

} // namespace

int main(int count, char** words) {
    if (count != 2) {
        std::cerr << "Usage: assess_manual FOLDER\n";
        return 2;
    }
    try {
        write_manual(words[1]);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "assess_manual: " << error.what() << '\n';
        return 1;
    }
}
