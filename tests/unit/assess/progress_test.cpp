#include "assess/progress.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace assess {
namespace {

using namespace std::chrono_literals;

class ProgressTest : public testing::Test {
protected:
    std::chrono::steady_clock::time_point m_now;
    std::ostringstream m_err;
    Progress::Clock m_clock = [this] { return m_now; };
};

TEST_F(ProgressTest, SaysNothingOfAShortRead) {
    {
        Progress progress(m_err, true, m_clock);
        m_now += 400ms;
        progress.read(50, 100);
    }
    EXPECT_EQ(m_err.str(), "");
}

TEST_F(ProgressTest, RewritesOneLineAndWipesIt) {
    {
        Progress progress(m_err, true, m_clock);
        m_now += 600ms;
        progress.read(50, 200);
        progress.read(60, 200); // too soon after the last
        m_now += 100ms;
        progress.read(100, 200);
        m_now += 100ms;
        progress.read(3 << 20, 0); // a pipe: nobody knows how much is to come
    }
    EXPECT_EQ(m_err.str(), "\rReading the answers: 25%\rReading the answers: 50%"
                           "\rReading the answers: 3 MB\r\x1b[K");
}

TEST_F(ProgressTest, SaysNothingWhereItIsNotWanted) {
    {
        Progress progress(m_err, false, m_clock);
        m_now += 10s;
        progress.read(50, 100);
    }
    EXPECT_EQ(m_err.str(), "");
}

} // namespace
} // namespace assess
