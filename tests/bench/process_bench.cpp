// Times whole processes in one run, in turn (A B A B ...), so that a change of the machine's
// speed meets both: wall time, and peak memory as the operating system accounts it.
//
//   process_bench RUNS NAME COMMAND [NAME COMMAND]...
//
// COMMAND is for /bin/sh; its output is thrown away. Of every further command its ratio to the
// first is printed, pair by pair.

#include "tests/bench/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

struct Measured {
    double seconds = 0;
    double megabytes = 0;
};

struct Subject {
    std::string name;
    std::string command;
    std::vector<Measured> runs;
};

Measured run_once(const std::string& command) {
    const auto start = std::chrono::steady_clock::now();
    const auto child = fork();
    if (child == 0) {
        const int sink = open("/dev/null", O_WRONLY | O_CLOEXEC);
        dup2(sink, STDOUT_FILENO);
        const auto replaced = "exec " + command;
        execl("/bin/sh", "sh", "-c", replaced.c_str(), nullptr);
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fmt::print(stderr, "failed: {}\n", command);
        std::exit(1);
    }
    return {took.count(), static_cast<double>(usage.ru_maxrss) / 1024.0};
}

template <typename Part>
std::vector<double> sorted(const std::vector<Measured>& runs, Part part) {
    std::vector<double> values;
    for (const auto& run : runs) {
        values.push_back(part(run));
    }
    std::sort(values.begin(), values.end());
    return values;
}

double seconds(const Measured& run) {
    return run.seconds;
}
double megabytes(const Measured& run) {
    return run.megabytes;
}

void print_row(std::string_view what, const std::vector<double>& values, double scale) {
    fmt::print("  {:<28} {:>10.2f} {:>10.2f} {:>10.2f}\n", what, values.front() * scale,
               values[values.size() / 2] * scale, values.back() * scale);
}

void print_ratios(const Subject& first, const Subject& second) {
    std::vector<Measured> ratios;
    for (std::size_t i = 0; i < first.runs.size(); ++i) {
        ratios.push_back({second.runs[i].seconds / first.runs[i].seconds,
                          second.runs[i].megabytes / first.runs[i].megabytes});
    }
    fmt::print("{} / {}\n", second.name, first.name);
    const auto times = sorted(ratios, seconds);
    print_row("time, ratio", times, 1);
    assess::keep_figure(fmt::format("{} / {}", second.name, first.name), times[times.size() / 2],
                        "ratio of times");
    print_row("peak memory, ratio", sorted(ratios, megabytes), 1);
}

} // namespace

int main(int count, char** words) {
    if (count < 4 || count % 2 != 0) {
        fmt::print(stderr, "usage: process_bench RUNS NAME COMMAND [NAME COMMAND]...\n");
        return 2;
    }
    const int runs = std::max(1, std::atoi(words[1]));
    std::vector<Subject> subjects;
    for (int i = 2; i + 1 < count; i += 2) {
        subjects.push_back({words[i], words[i + 1], {}});
    }
    for (auto& subject : subjects) {
        run_once(subject.command); // warm-up: the files are in memory for both
    }
    for (int i = 0; i < runs; ++i) {
        for (auto& subject : subjects) {
            subject.runs.push_back(run_once(subject.command));
        }
    }
    fmt::print("{:<30} {:>10} {:>10} {:>10}   ({} runs each)\n", "", "minimum", "median", "maximum",
               runs);
    for (const auto& subject : subjects) {
        fmt::print("{}\n", subject.name);
        const auto times = sorted(subject.runs, seconds);
        const auto memory = sorted(subject.runs, megabytes);
        print_row("time, ms", times, 1000);
        print_row("peak memory, MB", memory, 1);
        assess::keep_figure(subject.name, times[times.size() / 2] * 1000, "ms");
        assess::keep_figure(subject.name, memory[memory.size() / 2], "MB");
    }
    for (std::size_t i = 1; i < subjects.size(); ++i) {
        print_ratios(subjects[0], subjects[i]);
    }
    return 0;
}
