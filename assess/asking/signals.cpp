#include "assess/asking/signals.hpp"

#include <array>
#include <cerrno>
#include <ctime>
#include <poll.h>

namespace assess::asking {
namespace {

constexpr int most_signals = 65;
// The one thing a signal handler may write to.
std::array<volatile std::sig_atomic_t, most_signals> pending{};

void note(int signal) {
    if (signal >= 0 && signal < most_signals) {
        pending[static_cast<std::size_t>(signal)] = 1;
    }
}

} // namespace

SignalWatch::SignalWatch(std::initializer_list<int> signals) : m_signals(signals) {
    sigset_t ours{};
    sigemptyset(&ours);
    for (const int signal : m_signals) {
        sigaddset(&ours, signal);
        pending[static_cast<std::size_t>(signal)] = 0;
    }
    sigprocmask(SIG_BLOCK, &ours, &m_mask_before);
    for (const int signal : m_signals) {
        struct sigaction action {};
        struct sigaction before {};
        action.sa_handler = note;
        sigaction(signal, nullptr, &before);
        // nohup and a shell's background jobs ignore signals on purpose.
        if (before.sa_handler != SIG_IGN) { // NOLINT: the C library's own cast
            sigaction(signal, &action, nullptr);
        }
        m_before.push_back(before);
    }
}

SignalWatch::~SignalWatch() {
    for (std::size_t i = 0; i < m_signals.size(); ++i) {
        sigaction(m_signals[i], &m_before[i], nullptr);
    }
    sigprocmask(SIG_SETMASK, &m_mask_before, nullptr);
}

std::optional<int> SignalWatch::take_pending() {
    for (const int signal : m_signals) {
        auto& flag = pending[static_cast<std::size_t>(signal)];
        if (flag != 0) {
            flag = 0;
            return signal;
        }
    }
    return std::nullopt;
}

SignalWatch::Wake SignalWatch::wait(int descriptor, int milliseconds) {
    if (const auto signal = take_pending()) {
        return {signal, false};
    }
    pollfd watched{descriptor, POLLIN, 0};
    const timespec time{milliseconds / 1000, (milliseconds % 1000) * 1000000L};
    // Our signals are blocked but here, so that none slips in between the look and the wait.
    sigset_t open = m_mask_before;
    for (const int signal : m_signals) {
        sigdelset(&open, signal);
    }
    const int ready = ppoll(&watched, 1, milliseconds < 0 ? nullptr : &time, &open);
    if (const auto signal = take_pending()) {
        return {signal, false};
    }
    if (ready < 0) {
        return {std::nullopt, errno != EINTR};
    }
    return {std::nullopt, ready > 0};
}

} // namespace assess::asking
