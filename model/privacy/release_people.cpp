#include "model/privacy/release_people.hpp"

#include <algorithm>
#include <map>

namespace assess {
namespace {

template <typename T>
void sort_unique(std::vector<T>& values) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

template <typename T>
std::size_t index_in(const T& value, const std::vector<T>& sorted) {
    return static_cast<std::size_t>(std::ranges::lower_bound(sorted, value) - sorted.begin());
}

} // namespace

Submissions::Submissions(std::span<const Candidate> current, std::span<const Candidate> earlier,
                         std::span<const ShownSet> history) {
    for (const auto candidates_of : {current, earlier}) {
        for (const Candidate& candidate : candidates_of) {
            numbers.push_back(candidate.submission);
            roles.push_back(candidate.role);
        }
    }
    for (const ShownSet& set : history) {
        numbers.insert(numbers.end(), set.submissions.begin(), set.submissions.end());
    }
    sort_unique(roles);
    sort_unique(numbers);
    candidates.assign(numbers.size(), nullptr);
    role_of.assign(numbers.size(), no_role);
    for (const auto candidates_of : {earlier, current}) {
        for (const Candidate& candidate : candidates_of) {
            const auto item = index_in(candidate.submission, numbers);
            candidates[item] = &candidate;
            role_of[item] = role_named(candidate.role);
        }
    }
}

std::size_t Submissions::role_named(const std::string& role) const {
    return index_in(role, roles);
}

std::vector<std::size_t> Submissions::items_of(std::span<const SubmissionNumber> set) const {
    std::vector<std::size_t> items;
    items.reserve(set.size());
    for (const SubmissionNumber number : set) {
        items.push_back(index_in(number, numbers));
    }
    return items;
}

ReleasePeople::ReleasePeople(const Submissions& submissions, const Cells& cells,
                             std::span<const Candidate> current, std::span<const std::size_t> last,
                             std::size_t least)
    : m_submissions(submissions), m_cells(cells), m_least(std::max<std::size_t>(least, 1)) {
    std::map<std::uint64_t, Person> people;
    for (const std::size_t item : last) {
        if (const Candidate* candidate = submissions.candidates[item]) {
            people[candidate->person] = {item, item};
        }
    }
    std::vector<SubmissionNumber> newest;
    for (const Candidate& candidate : current) {
        newest.push_back(candidate.submission);
    }
    std::ranges::sort(newest); // of two of one person, the later one counts
    for (const std::size_t item : submissions.items_of(newest)) {
        people[submissions.candidates[item]->person].chosen = item;
    }
    for (const auto& [number, person] : people) {
        m_people.push_back(person);
    }
}

std::size_t& ReleasePeople::inside(std::size_t item) {
    return m_inside[m_cells.of(item) * m_submissions.roles.size() + m_submissions.role_of[item]];
}

std::size_t ReleasePeople::outside(std::uint32_t cell) const {
    return cell == Cells::no_set ? 0 : m_cells.size(cell) - m_in_cells[cell];
}

void ReleasePeople::recount() {
    m_inside.assign(m_cells.count() * m_submissions.roles.size(), 0);
    m_in_cells.assign(m_cells.count(), 0);
    for (const Person& person : m_people) {
        if (person.chosen) {
            ++inside(*person.chosen);
            ++m_in_cells[m_cells.of(*person.chosen)];
        }
    }
}

/// Back to what was shown last: for people whose newer answers came in too small a number, or
/// whose leaving makes a small cell of those who leave or of those who stay.
bool ReleasePeople::go_back() {
    std::vector<Person*> back;
    for (Person& person : m_people) {
        if (!person.chosen || !person.last || *person.chosen == *person.last) {
            continue;
        }
        if (is_few(inside(*person.chosen)) || is_few(inside(*person.last)) ||
            is_few(outside(m_cells.of(*person.last)))) {
            back.push_back(&person);
        }
    }
    for (Person* person : back) {
        person->chosen = person->last;
    }
    return !back.empty();
}

bool ReleasePeople::drop_few() {
    bool dropped = false;
    for (Person& person : m_people) {
        if (person.chosen && is_few(inside(*person.chosen))) {
            person.chosen.reset(); // the counts stay until all of the cell are gone
            dropped = true;
        }
    }
    return dropped;
}

/// What is left of a small difference now is somebody whose answers exist no more, or who was
/// dropped with them.
bool ReleasePeople::drop_beside_the_missing() {
    bool dropped = false;
    for (std::uint32_t cell = Cells::no_set + 1; cell < m_cells.count(); ++cell) {
        if (is_few(outside(cell)) && m_in_cells[cell] > 0) {
            drop_from(cell);
            dropped = true;
        }
    }
    return dropped;
}

/// Drops as many of one role as it takes: of the role that has the most in the cell, those with
/// the lowest numbers; all of the role where too few would be left.
void ReleasePeople::drop_from(std::uint32_t cell) {
    const std::size_t role_count = m_submissions.roles.size();
    const auto first = m_inside.begin() + static_cast<std::ptrdiff_t>(cell * role_count);
    const auto largest = std::max_element(first, first + static_cast<std::ptrdiff_t>(role_count));
    const auto role = static_cast<std::size_t>(largest - first);
    std::vector<Person*> of_role;
    for (Person& person : m_people) {
        if (person.chosen && m_cells.of(*person.chosen) == cell &&
            m_submissions.role_of[*person.chosen] == role) {
            of_role.push_back(&person);
        }
    }
    std::ranges::sort(of_role, {}, [](const Person* person) { return *person->chosen; });
    const std::size_t needed = m_least - outside(cell);
    const bool enough_left = of_role.size() >= needed + m_least;
    of_role.resize(enough_left ? needed : of_role.size());
    for (Person* person : of_role) {
        person->chosen.reset();
    }
}

std::vector<std::size_t> ReleasePeople::choose() {
    do {
        recount();
    } while (go_back() || drop_few() || drop_beside_the_missing());
    std::vector<std::size_t> population;
    for (const Person& person : m_people) {
        if (person.chosen) {
            population.push_back(*person.chosen);
        }
    }
    std::ranges::sort(population);
    return population;
}

} // namespace assess
