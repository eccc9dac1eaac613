// Free text and numbers on a screen.
#pragma once

#include "assess/asking/page.hpp"
#include "assess/asking/reply.hpp"

#include <string>

namespace assess::asking {

class TextScreen {
public:
    TextScreen(const Context& context, const Item& item, const Answer* answer);

    Reply handle(const Key& key);
    void show(Page& page, Size size, bool unicode) const;
    [[nodiscard]] static std::string_view keys() { return "keys-text"; }

private:
    Reply enter();

    const Context* m_context;
    Item m_item;
    const Question* m_question;
    LineEditor m_line;
    bool m_had_answer = false;
};

} // namespace assess::asking
