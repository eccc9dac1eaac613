#include "model/facts/message.hpp"

#include <cmath>
#include <utility>

namespace assess {

bool told_alike(double left, double right) {
    constexpr double finest = 5e-7; // six decimals are the most that any text has
    return left == right || std::abs(left - right) < finest;
}

// Here, where an argument is complete.
Message::Message() = default;
Message::Message(MessageId id) : m_id(id) {}
Message::Message(MessageId id, std::vector<NamedValue> arguments)
    : m_id(id), m_arguments(std::move(arguments)) {}
Message::Message(const Message&) = default;
Message::Message(Message&&) noexcept = default;
Message& Message::operator=(const Message&) = default;
Message& Message::operator=(Message&&) noexcept = default;
Message::~Message() = default;

bool operator==(const Message& left, const Message& right) {
    return left.m_id == right.m_id && left.m_arguments == right.m_arguments;
}

List::List(std::vector<Value> items, std::size_t most, Last last)
    : m_items(std::move(items)), m_most(most), m_last(last) {}
List::List(const List&) = default;
List::List(List&&) noexcept = default;
List& List::operator=(const List&) = default;
List& List::operator=(List&&) noexcept = default;
List::~List() = default;

bool operator==(const List& left, const List& right) {
    return left.m_items == right.m_items && left.m_most == right.m_most &&
           left.m_last == right.m_last;
}

Value::Value(std::string name) : variant(Name{std::move(name)}) {}
Value::Value(std::string_view name) : variant(Name{std::string(name)}) {}

Message sentences(Message first, Message second) {
    if (first.empty() || second.empty()) {
        return first.empty() ? std::move(second) : std::move(first);
    }
    return {"sentences", {{"first", std::move(first)}, {"second", std::move(second)}}};
}

} // namespace assess
