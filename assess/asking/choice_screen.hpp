// Choices and steps on a screen: numbers, letters or arrows.
#pragma once

#include "assess/asking/page.hpp"
#include "assess/asking/reply.hpp"

#include <optional>
#include <string>
#include <vector>

namespace assess::asking {

class ChoiceScreen {
public:
    /// Of a single choice, a scale or several choices. `answer` may be null.
    ChoiceScreen(const Context& context, const Item& item, const Answer* answer);

    Reply handle(const Key& key);
    void show(Page& page, Size size, bool unicode) const;
    /// The word for its keys (ask.json).
    [[nodiscard]] std::string_view keys() const;

private:
    Reply enter();
    Reply take_line();
    Reply take_letter(const std::string& letter);
    void mark(std::size_t index, bool on);
    void follow_line();
    [[nodiscard]] std::vector<bool> previewed() const;
    [[nodiscard]] Answer marked_answer() const;
    [[nodiscard]] bool several() const;

    const Context* m_context;
    const Question* m_question;
    std::vector<Option> m_options;
    std::vector<bool> m_marked;
    std::optional<std::size_t> m_focus;
    LineEditor m_line{256};
};

} // namespace assess::asking
