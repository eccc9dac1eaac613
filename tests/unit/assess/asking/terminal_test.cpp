// The program in a pseudo-terminal of its own: keys, signals, and the terminal's state afterwards.
#include <gmock/gmock.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <poll.h>
#include <pty.h>
#include <sstream>
#include <string>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <vector>

namespace assess::asking {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

/// `assess ask ...` running in a terminal. The test holds both ends, so that it can look at the
/// terminal's mode after the program has gone.
class Running {
public:
    Running(const fs::path& folder, std::vector<std::string> words, const char* term = "xterm",
            winsize size = {24, 80, 0, 0}) {
        if (::openpty(&m_ours, &m_theirs, nullptr, nullptr, &size) != 0) {
            throw std::runtime_error("no pseudo-terminal");
        }
        ::tcgetattr(m_theirs, &m_before);
        m_pid = ::fork();
        if (m_pid == 0) {
            ::setsid();
            ::ioctl(m_theirs, TIOCSCTTY, 0);
            for (const int descriptor : {0, 1, 2}) {
                ::dup2(m_theirs, descriptor);
            }
            ::chdir(folder.c_str()) == 0 ? void() : std::abort();
            ::setenv("TERM", term, 1);
            ::setenv("LC_ALL", "C.UTF-8", 1);
            ::unsetenv("NO_COLOR");
            words.insert(words.begin(), {ASSESS_PROGRAM, "ask"});
            std::vector<char*> arguments;
            for (auto& word : words) {
                arguments.push_back(word.data());
            }
            arguments.push_back(nullptr);
            ::execv(ASSESS_PROGRAM, arguments.data());
            std::_Exit(127);
        }
    }
    ~Running() {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
        ::close(m_ours);
        ::close(m_theirs);
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    void type(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto count = ::write(m_ours, bytes.data(), bytes.size());
            ASSERT_GT(count, 0);
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
    }
    void signal(int number) { ::kill(m_pid, number); }
    void resize(unsigned short rows, unsigned short columns) {
        winsize size{rows, columns, 0, 0};
        ::ioctl(m_ours, TIOCSWINSZ, &size);
    }

    /// Reads until the text has appeared since the last call; false after ten seconds.
    bool sees(std::string_view text) {
        const auto end = std::chrono::steady_clock::now() + 10s;
        std::string now;
        while (std::chrono::steady_clock::now() < end) {
            now += read(50);
            if (now.find(text) != std::string::npos) {
                return true;
            }
        }
        m_missing = now;
        return false;
    }
    /// Waits for the end; the exit code, or 128 and more for a signal. The rest of the output is
    /// in all().
    int wait() {
        const auto end = std::chrono::steady_clock::now() + 10s;
        int status = 0;
        while (::waitpid(m_pid, &status, WNOHANG) == 0) {
            if (std::chrono::steady_clock::now() > end) {
                return -1;
            }
            read(20);
        }
        m_pid = -1;
        read(50);
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    /// Waits until the program has stopped itself, as a shell does before it offers `fg`; false
    /// after ten seconds.
    bool stopped() {
        const auto end = std::chrono::steady_clock::now() + 10s;
        int status = 0;
        while (::waitpid(m_pid, &status, WNOHANG | WUNTRACED) == 0) {
            if (std::chrono::steady_clock::now() > end) {
                return false;
            }
            read(20);
        }
        read(0);
        return WIFSTOPPED(status);
    }
    [[nodiscard]] const std::string& all() const { return m_all; }
    [[nodiscard]] const std::string& missing() const { return m_missing; }

    /// Whether the terminal's mode is what it was, and the screen was given back.
    [[nodiscard]] bool restored() const {
        termios now{};
        ::tcgetattr(m_theirs, &now);
        const bool mode = now.c_lflag == m_before.c_lflag && now.c_iflag == m_before.c_iflag &&
                          now.c_oflag == m_before.c_oflag && now.c_cflag == m_before.c_cflag;
        const auto on = m_all.rfind("\x1b[?1049h");
        const auto off = m_all.rfind("\x1b[?1049l");
        const auto cursor_off = m_all.rfind("\x1b[?25l");
        const auto cursor_on = m_all.rfind("\x1b[?25h");
        const bool screen = on == std::string::npos || (off != std::string::npos && off > on);
        const bool cursor = cursor_off == std::string::npos ||
                            (cursor_on != std::string::npos && cursor_on > cursor_off);
        return mode && screen && cursor;
    }

private:
    std::string read(int milliseconds) {
        std::string got;
        pollfd ready{m_ours, POLLIN, 0};
        while (::poll(&ready, 1, milliseconds) > 0 && (ready.revents & POLLIN) != 0) {
            std::array<char, 65536> block{};
            const auto count = ::read(m_ours, block.data(), block.size());
            if (count <= 0) {
                break;
            }
            got.append(block.data(), static_cast<std::size_t>(count));
            milliseconds = 0;
        }
        m_all += got;
        return got;
    }

    int m_ours = -1;
    int m_theirs = -1;
    pid_t m_pid = -1;
    termios m_before{};
    std::string m_all;
    std::string m_missing;
};

#define EXPECT_SEES(running, text) EXPECT_TRUE((running).sees(text)) << (running).missing()

class TerminalAsk : public testing::Test {
protected:
    TerminalAsk()
        : m_folder(fs::temp_directory_path() / ("assess-pty-" + std::to_string(::getpid()))) {
        fs::remove_all(m_folder);
        fs::create_directories(m_folder);
    }
    ~TerminalAsk() override { fs::remove_all(m_folder); }
    [[nodiscard]] std::string text_of(const char* name) const {
        std::ostringstream text;
        text << std::ifstream(m_folder / name).rdbuf();
        return text.str();
    }
    [[nodiscard]] bool there(const char* name) const { return fs::exists(m_folder / name); }

    /// The quick questionnaire up to the tools.
    static void begin(Running& running) {
        EXPECT_SEES(running, "Enter begin");
        running.type("\r");
        EXPECT_SEES(running, "question 1 of");
        running.type("2");
        EXPECT_SEES(running, "question 2 of");
        running.type("\r");
        EXPECT_SEES(running, "question 3 of");
    }

    fs::path m_folder;
};

TEST_F(TerminalAsk, AsksSavesAndGivesTheTerminalBack) {
    Running running(m_folder, {"quick", "--as", "wren-1"});
    begin(running);
    running.type("dock");
    EXPECT_SEES(running, "Docker");
    running.type("\r");
    EXPECT_SEES(running, "Chosen (1)");
    running.type("\r");
    EXPECT_SEES(running, "Your answers");
    running.type("\r");
    EXPECT_EQ(running.wait(), 0) << running.all();
    EXPECT_TRUE(running.restored());
    EXPECT_THAT(running.all(), HasSubstr("Your answers are saved in answers-wren-1.json."));
    EXPECT_THAT(text_of("answers-wren-1.json"), HasSubstr("\"docker\""));
    EXPECT_FALSE(there("answers-wren-1.draft.json"));
    struct stat status {};
    ASSERT_EQ(::stat((m_folder / "answers-wren-1.json").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST_F(TerminalAsk, CtrlCKeepsTheDraftAtEveryPointAndTheSameCommandGoesOn) {
    {
        Running running(m_folder, {"quick", "--as", "wren-1"});
        EXPECT_SEES(running, "Enter begin");
        running.type("\x03");
        EXPECT_EQ(running.wait(), 3);
        EXPECT_TRUE(running.restored());
        EXPECT_THAT(running.all(), HasSubstr("nothing is saved"));
        EXPECT_FALSE(there("answers-wren-1.draft.json"));
    }
    {
        Running running(m_folder, {"quick", "--as", "wren-1"});
        begin(running);
        running.type("docker, git\r");
        EXPECT_SEES(running, "Chosen (2)");
        running.type("half a na\x03"); // in the middle of a word
        EXPECT_EQ(running.wait(), 3);
        EXPECT_TRUE(running.restored());
        EXPECT_THAT(
            running.all(),
            HasSubstr("Go on with:\r\n  assess ask --resume answers-wren-1.draft.json\r\n"));
        EXPECT_THAT(text_of("answers-wren-1.draft.json"), HasSubstr("\"git\""));
    }
    {
        Running running(m_folder, {"quick"}); // finds the draft in the folder
        EXPECT_SEES(running, "There is a draft");
        running.type("\r");
        EXPECT_SEES(running, "Enter begin");
        running.type("\r");
        EXPECT_SEES(running, "Chosen (2)");
        running.type("\r");
        EXPECT_SEES(running, "Your answers");
        running.type("\x03"); // on the last page
        EXPECT_EQ(running.wait(), 3);
        EXPECT_TRUE(running.restored());
    }
    {
        Running running(m_folder, {"--resume", "answers-wren-1.draft.json"});
        EXPECT_SEES(running, "Enter begin");
        running.type("\r");
        EXPECT_SEES(running, "Your answers");
        running.type("\r");
        EXPECT_EQ(running.wait(), 0) << running.all();
        EXPECT_TRUE(there("answers-wren-1.json"));
        EXPECT_FALSE(there("answers-wren-1.draft.json"));
    }
}

TEST_F(TerminalAsk, SignalsEndItWithTheDraftKeptAndTheTerminalRestored) {
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) {
        SCOPED_TRACE(number);
        fs::remove(m_folder / "mine.draft.json");
        Running running(m_folder, {"quick", "--out", "mine.json"});
        begin(running);
        running.signal(number);
        EXPECT_EQ(running.wait(), 3);
        EXPECT_TRUE(running.restored());
        EXPECT_THAT(text_of("mine.draft.json"), HasSubstr("engineer"));
    }
}

TEST_F(TerminalAsk, ACrashGivesTheTerminalBackToo) {
    Running running(m_folder, {"quick", "--out", "mine.json"});
    begin(running);
    running.signal(SIGABRT);
    EXPECT_NE(running.wait(), 0);
    EXPECT_TRUE(running.restored());
    EXPECT_THAT(text_of("mine.draft.json"), HasSubstr("engineer"));
}

TEST_F(TerminalAsk, DrawsAgainWhenTheWindowChanges) {
    Running running(m_folder, {"quick", "--out", "mine.json"});
    begin(running);
    running.resize(20, 40);
    EXPECT_SEES(running, "3/3");
    running.resize(50, 150);
    EXPECT_SEES(running, "question 3 of 3");
    running.type("\x03");
    EXPECT_EQ(running.wait(), 3);
}

TEST_F(TerminalAsk, APasteIsNoKeystrokes) {
    Running running(m_folder, {"quick", "--out", "mine.json"});
    begin(running);
    running.type("\x1b[200~docker,\ngit\n\x1b[201~");
    EXPECT_SEES(running, "docker, git");
    running.type("\r");
    EXPECT_SEES(running, "Chosen (2)");
    running.type("\x03");
    EXPECT_EQ(running.wait(), 3);
}

TEST_F(TerminalAsk, SuspendedItGivesTheTerminalBackAndGoesOn) {
    Running running(m_folder, {"quick", "--out", "mine.json"});
    begin(running);
    running.type("\x1a");
    ASSERT_TRUE(running.stopped());
    EXPECT_THAT(running.all(), HasSubstr("\x1b[?1049l"));
    EXPECT_TRUE(running.restored());
    running.signal(SIGCONT);
    EXPECT_SEES(running, "question 3 of");
    running.type("\x03");
    EXPECT_EQ(running.wait(), 3);
    EXPECT_TRUE(running.restored());
}

TEST_F(TerminalAsk, PlainLinesMoveNoCursorAndUseNoColour) {
    Running running(m_folder, {"quick", "--plain", "--as", "wren-1"});
    EXPECT_SEES(running, "Answer:");
    running.type("2\n");
    EXPECT_SEES(running, "Noted: Engineering");
    running.type("\n");
    EXPECT_SEES(running, "Skipped.");
    running.type("dock\n");
    EXPECT_SEES(running, "1 Docker");
    running.type("1\n");
    EXPECT_SEES(running, "Chosen (1): Docker");
    running.type("\n");
    EXPECT_SEES(running, "An empty line saves");
    running.type("\n");
    EXPECT_EQ(running.wait(), 0) << running.all();
    EXPECT_THAT(running.all(), Not(HasSubstr("\x1b")));
    EXPECT_TRUE(there("answers-wren-1.json"));
}

TEST_F(TerminalAsk, ADumbTerminalGetsPlainLinesAndCtrlCKeepsTheirDraft) {
    Running running(m_folder, {"quick", "--out", "mine.json"}, "dumb");
    EXPECT_SEES(running, "Answer:");
    running.type("2\n");
    EXPECT_SEES(running, "Question 2 of 3");
    running.type("\x03"); // the terminal makes a signal of it
    EXPECT_EQ(running.wait(), 3);
    EXPECT_THAT(running.all(), Not(HasSubstr("\x1b")));
    EXPECT_THAT(running.all(), HasSubstr("--resume mine.draft.json"));
    EXPECT_THAT(text_of("mine.draft.json"), HasSubstr("engineer"));
}

TEST_F(TerminalAsk, ATeamIsAskedOneAfterAnotherAndGoesOnWhereItStopped) {
    const auto one = [](Running& running, const char* name) {
        EXPECT_SEES(running, "Who answers now?");
        running.type(std::string(name) + "\r");
        begin(running);
    };
    {
        Running running(m_folder, {"quick", "--as-team", "--out", "team"});
        one(running, "ada");
        running.type("docker, git\r");
        EXPECT_SEES(running, "Chosen (2)");
        running.type("\r");
        EXPECT_SEES(running, "Your answers");
        running.type("\r");
        EXPECT_SEES(running, "Another person?");
        running.type("\r");
        EXPECT_SEES(running, "Who answers now?");
        running.type("bob\r");
        EXPECT_SEES(running, "question 1 of"); // without the page in front again
        running.type("2");
        EXPECT_SEES(running, "question 2 of");
        running.type("\r");
        EXPECT_SEES(running, "Used by those who answered before:");
        running.type("\x03");
        EXPECT_EQ(running.wait(), 3);
        EXPECT_TRUE(running.restored());
        EXPECT_THAT(running.all(), HasSubstr("assess ask quick --as-team --out team"));
    }
    EXPECT_TRUE(there("team/answers-ada.json"));
    EXPECT_TRUE(there("team/answers-bob.draft.json"));
    {
        Running running(m_folder, {"quick", "--as-team", "--out", "team"});
        EXPECT_SEES(running, "bob is not finished.");
        running.type("\r");
        EXPECT_SEES(running, "Enter begin");
        running.type("\r");
        EXPECT_SEES(running, "Used by those who answered before:");
        running.type("1-2\r"); // the tools of the one before
        EXPECT_SEES(running, "Chosen (2)");
        running.type("\r");
        EXPECT_SEES(running, "Your answers");
        running.type("\r");
        EXPECT_SEES(running, "Who answers now?");
        running.type("\x03");
        EXPECT_EQ(running.wait(), 3);
    }
    EXPECT_TRUE(there("team/answers-ada.json"));
    EXPECT_THAT(text_of("team/answers-bob.json"), HasSubstr("\"docker\""));
    EXPECT_FALSE(there("team/answers-bob.draft.json"));
}

} // namespace
} // namespace assess::asking
