// Whose answers a release may hold: the newest ones, as far as no small cell comes of it.
#pragma once

#include "model/privacy/cells.hpp"
#include "model/privacy/disclosure.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace assess {

/// Every submission that the history, or a candidate, names; items are counted from 0.
struct Submissions {
    static constexpr std::size_t no_role = static_cast<std::size_t>(-1);

    std::vector<SubmissionNumber> numbers;    ///< sorted, each once
    std::vector<const Candidate*> candidates; ///< null: the answers exist no more
    std::vector<std::size_t> role_of;         ///< index into `roles`, or no_role
    std::vector<std::string> roles;           ///< sorted, each once

    Submissions(std::span<const Candidate> current, std::span<const Candidate> earlier,
                std::span<const ShownSet> history);
    [[nodiscard]] std::size_t role_named(const std::string& role) const;
    [[nodiscard]] std::vector<std::size_t> items_of(std::span<const SubmissionNumber> set) const;
};

/// Chooses one submission, or none, for each person. Starts from everybody's newest one and, where
/// a cell would hold too few, goes back: first to what was shown of a person last, then to
/// nothing. It only ever goes back, so it ends.
class ReleasePeople {
public:
    /// `last`: items of the population shown last. `cells`: of the history.
    ReleasePeople(const Submissions& submissions, const Cells& cells,
                  std::span<const Candidate> current, std::span<const std::size_t> last,
                  std::size_t least);

    /// Items of the population, ascending.
    std::vector<std::size_t> choose();

private:
    struct Person {
        std::optional<std::size_t> last;   ///< what was shown of them last
        std::optional<std::size_t> chosen; ///< starts as the newest
    };

    void recount();
    [[nodiscard]] bool is_few(std::size_t count) const { return count > 0 && count < m_least; }
    [[nodiscard]] std::size_t& inside(std::size_t item);
    /// What would be left out of a cell that was shown before; 0 for the never shown.
    [[nodiscard]] std::size_t outside(std::uint32_t cell) const;
    bool go_back();
    bool drop_few();
    bool drop_beside_the_missing();
    void drop_from(std::uint32_t cell);

    const Submissions& m_submissions;
    const Cells& m_cells;
    std::size_t m_least;
    std::vector<Person> m_people;
    std::vector<std::size_t> m_inside;   ///< chosen ones by cell and role
    std::vector<std::size_t> m_in_cells; ///< chosen ones by cell
};

} // namespace assess
