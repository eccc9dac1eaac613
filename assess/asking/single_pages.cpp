#include "assess/asking/single_pages.hpp"

#include "assess/asking/reply.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

namespace assess::asking {
namespace {

constexpr std::size_t longest_line = 256;

Page page_with(const Words& words, const Heading& heading, std::string_view keys,
               std::size_t columns) {
    Page page;
    append_wrapped(page.question, heading.title, columns, Look::Strong);
    for (const auto& paragraph : heading.says) {
        append_wrapped(page.help, paragraph, columns);
    }
    append_wrapped(page.keys, words(keys), columns, Look::Faint);
    return page;
}

/// The next key; nothing where the page has to be drawn again, or was stopped (`ending`, `over`).
std::optional<Key> key_for(const Words& words, const Face& face, const Page& page, Ending& ending,
                           bool& over) {
    face.draw(fit(page, usable(face.size()), face.unicode, words("more")));
    const auto event = face.next();
    if (const auto* stopped = std::get_if<Stopped>(&event)) {
        ending = {false, stopped->signal};
        over = true;
        return std::nullopt;
    }
    const auto* key = std::get_if<Key>(&event);
    if (key == nullptr) {
        return std::nullopt;
    }
    if (key->kind == KeyKind::Control && (key->text == "c" || key->text == "d")) {
        ending = {};
        over = true;
        return std::nullopt;
    }
    return *key;
}

} // namespace

std::optional<std::size_t> choose_on_screen(const Words& words, const Face& face,
                                            const Heading& heading,
                                            const std::vector<std::string>& options,
                                            Ending& ending) {
    std::size_t focus = 0;
    bool over = false;
    while (!over) {
        const auto columns = usable(face.size()).columns;
        auto page = page_with(words, heading, "keys-choose", columns);
        for (std::size_t i = 0; i < options.size(); ++i) {
            const auto* pointer = i != focus ? " " : (face.unicode ? "\u203a" : ">");
            if (i == focus) {
                page.focus = page.list.size();
            }
            append_wrapped(page.list, fmt::format("{} {:>2} {}", pointer, i + 1, options[i]),
                           columns, i == focus ? Look::Focus : Look::Plain, 5);
        }
        const auto key = key_for(words, face, page, ending, over);
        if (!key) {
            continue;
        }
        if (key->kind == KeyKind::Enter) {
            return focus;
        }
        if (key->kind == KeyKind::Up || key->kind == KeyKind::Down) {
            focus = *stepped(focus, options.size(), key->kind == KeyKind::Down);
        }
        if (key->kind == KeyKind::Text) {
            if (const auto number =
                    numbers_from(key->text, std::min<std::size_t>(options.size(), 9))) {
                return number->front() - 1;
            }
        }
    }
    return std::nullopt;
}

std::optional<std::string> fill_in_on_screen(const Words& words, const Face& face,
                                             const Heading& heading, Ending& ending) {
    LineEditor line(longest_line);
    bool over = false;
    while (!over) {
        const auto columns = usable(face.size()).columns;
        auto page = page_with(words, heading, "keys-fill-in", columns);
        page.input = line.rows(columns - input_prompt.size());
        const auto key = key_for(words, face, page, ending, over);
        if (key && key->kind == KeyKind::Enter) {
            return line.text();
        }
        if (key) {
            line.handle(*key);
        }
    }
    return std::nullopt;
}

} // namespace assess::asking
