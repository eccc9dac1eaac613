// What is to be told, without the words: which message, and the typed facts that it tells.
//
// The model says what it found in messages; reports/wording makes sentences of them, in any
// language that has a catalogue. Linters keep what they found apart from its text in this way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace assess {

/// The name of a message in the catalogues: "opposite-ends.says.present". Only a literal makes one,
/// so that every id in use can be found in the sources (tested against the catalogues).
struct MessageId {
    std::string_view text;

    constexpr MessageId() = default;
    consteval MessageId(const char* literal) : text(literal) {} // NOLINT: a literal is an id
    friend bool operator==(const MessageId&, const MessageId&) = default;
};

/// A number of people, or of anything. Where `least` is above 0, a number from 1 to least - 1 is
/// kept confidential: it is not in the value at all.
class Count {
public:
    explicit Count(std::size_t number, std::size_t least = 0)
        : m_number(number > 0 && number < least ? std::nullopt : std::optional(number)),
          m_least(least) {}
    [[nodiscard]] bool hidden() const { return !m_number.has_value(); }
    /// Not to be asked of a hidden one.
    [[nodiscard]] std::size_t number() const { return m_number.value(); }
    /// A hidden number is below this.
    [[nodiscard]] std::size_t least() const { return m_least; }
    friend bool operator==(const Count&, const Count&) = default;

private:
    std::optional<std::size_t> m_number;
    std::size_t m_least = 0;
};

/// Whether two numbers are the same in any text.
bool told_alike(double left, double right);

/// A number on a scale of its own. With a limit it is told with as many decimals as tell it from
/// that limit: 0.1496 against 0.15 is not "0.15".
struct Decimal {
    explicit Decimal(double number, int digits = 2) : value(number), decimals(digits) {}
    Decimal(double number, double against) : value(number), limit(against) {}

    double value;
    int decimals = 2;
    std::optional<double> limit;
    /// Where nobody could tell them apart: the last bits of a sum are no difference.
    friend bool operator==(const Decimal& left, const Decimal& right) {
        return told_alike(left.value, right.value) && left.decimals == right.decimals &&
               left.limit == right.limit;
    }
};

/// A part of a whole, in [0, 1], told in percent; with a limit as for Decimal.
struct Share {
    explicit Share(double share, std::optional<double> against = std::nullopt)
        : value(share), limit(against) {}

    double value;
    std::optional<double> limit;
    friend bool operator==(const Share& left, const Share& right) {
        return told_alike(left.value, right.value) && left.limit == right.limit;
    }
};

/// The p of a test, in [0, 1].
struct Probability {
    double value = 1;
    friend bool operator==(const Probability& left, const Probability& right) {
        return told_alike(left.value, right.value);
    }
};

/// The level of an interval, in (0, 1): 0.95.
struct Level {
    double value = 0.95;
    friend bool operator==(const Level&, const Level&) = default;
};

/// A name that somebody gave: of a tool, a category, a team, a file.
struct Name {
    std::string text;
    friend bool operator==(const Name&, const Name&) = default;
};

/// A group: a role, or a team by its name.
struct GroupName {
    std::string role; ///< "researcher"; empty for a team
    std::string team;
    friend bool operator==(const GroupName&, const GroupName&) = default;
};

/// So many people of a group; without a group, of all.
struct People {
    std::optional<GroupName> group;
    Count number;
    friend bool operator==(const People&, const People&) = default;
};

/// One of a few cases that a message tells apart: "present", "yes". Lives as long as the program.
struct Select {
    std::string_view key;
    friend bool operator==(const Select&, const Select&) = default;
};

struct NamedValue;
struct Value;

/// A message with its arguments. The default one says nothing.
class Message {
public:
    Message();
    Message(MessageId id); // NOLINT: an id is a message
    Message(MessageId id, std::vector<NamedValue> arguments);
    Message(const Message&);
    Message(Message&&) noexcept;
    Message& operator=(const Message&);
    Message& operator=(Message&&) noexcept;
    ~Message();

    [[nodiscard]] bool empty() const { return m_id.text.empty(); }
    [[nodiscard]] std::string_view id() const { return m_id.text; }
    [[nodiscard]] const std::vector<NamedValue>& arguments() const { return m_arguments; }
    friend bool operator==(const Message& left, const Message& right);

private:
    MessageId m_id;
    std::vector<NamedValue> m_arguments;
};

/// Several of one kind, in order. Of more than `most` (and one, for "and 1 more" takes its room)
/// only that many are told, and the number of the others.
class List {
public:
    /// What stands before the last one; a list without has semicolons.
    enum class Last : std::uint8_t { And, Or, None };
    static constexpr std::size_t all = std::numeric_limits<std::size_t>::max() - 1;

    explicit List(std::vector<Value> items, std::size_t most = all, Last last = Last::And);
    List(const List&);
    List(List&&) noexcept;
    List& operator=(const List&);
    List& operator=(List&&) noexcept;
    ~List();

    [[nodiscard]] const std::vector<Value>& items() const { return m_items; }
    [[nodiscard]] std::size_t most() const { return m_most; }
    [[nodiscard]] Last last() const { return m_last; }
    friend bool operator==(const List& left, const List& right);

private:
    std::vector<Value> m_items;
    std::size_t m_most;
    Last m_last;
};

/// Anything that a message can tell.
struct Value : std::variant<Message, Count, Decimal, Share, Probability, Level, Name, GroupName,
                            People, Select, List> {
    using variant::variant;
    Value(std::string name);           // NOLINT: a name
    Value(std::string_view name);      // NOLINT: a name
    Value(const char* words) = delete; // words belong in the catalogues
    [[nodiscard]] const variant& kind() const { return *this; }
};

struct NamedValue {
    std::string_view name; ///< as the patterns of the catalogue have it; a literal
    Value value;
    friend bool operator==(const NamedValue&, const NamedValue&) = default;
};

/// "yes" or "no".
inline Select yes_or_no(bool yes) {
    return {yes ? "yes" : "no"};
}

/// Both, one after the other; either may be empty.
Message sentences(Message first, Message second);

} // namespace assess
