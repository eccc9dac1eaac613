#include "assess/app.hpp"

#include <csignal>
#include <iostream>
#include <string>
#include <unistd.h>
#include <vector>

int main(int count, char** words) {
    // A file size limit arrives as a write error, where it can be told. A reader that closes its
    // pipe early (head, less) ends the program quietly, as it ends every other.
    static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
    std::ios::sync_with_stdio(false);
    const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
    assess::Streams streams{std::cout,
                            std::cerr,
                            assess::detect_terminal(STDOUT_FILENO),
                            isatty(STDERR_FILENO) != 0,
                            std::cin,
                            isatty(STDIN_FILENO) != 0,
                            STDIN_FILENO,
                            STDOUT_FILENO};
    return static_cast<int>(assess::run_app(arguments, streams));
}
