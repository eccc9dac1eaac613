// Signals as something to wait for beside input, instead of something that breaks in.
#pragma once

#include <csignal>
#include <initializer_list>
#include <optional>
#include <vector>

namespace assess::asking {

/// While one is alive, its signals are noted and delivered only inside wait(). One at a time, on
/// the main thread. The destructor brings back what was before.
class SignalWatch {
public:
    explicit SignalWatch(std::initializer_list<int> signals);
    ~SignalWatch();
    SignalWatch(const SignalWatch&) = delete;
    SignalWatch& operator=(const SignalWatch&) = delete;

    struct Wake {
        std::optional<int> signal; ///< looked at first
        bool readable = false;     ///< also at the end of the input, and where it broke
    };
    /// Waits until the descriptor can be read or a signal comes; neither: the time is up.
    /// A negative time waits for ever.
    Wake wait(int descriptor, int milliseconds);

private:
    std::optional<int> take_pending();

    std::vector<int> m_signals;
    std::vector<struct sigaction> m_before;
    sigset_t m_mask_before{};
};

} // namespace assess::asking
