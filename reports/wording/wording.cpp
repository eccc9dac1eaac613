#include "reports/wording/wording.hpp"

#include "model/text/text.hpp"
#include "reports/wording/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <variant>

namespace assess::reports {
namespace {

using Arguments = std::vector<NamedValue>;

/// As a role: of people without a group.
constexpr std::string_view everybody = "everybody";

/// Writes messages at the end of a text.
class Writer {
public:
    Writer(const Catalogue& catalogue, const Catalogue& english, Text& text)
        : m_catalogue(catalogue), m_english(english), m_text(text), m_signs(signs()) {}

    void message(std::string_view id, const Arguments& arguments) {
        const auto* pattern = find(id);
        if (pattern == nullptr) {
            throw std::logic_error(fmt::format("no message {}", id));
        }
        pieces(*pattern, arguments, id);
    }

    void value(const Value& value, std::string_view form) {
        std::visit([&](const auto& one) { put(one, form); }, value.kind());
    }

private:
    [[nodiscard]] const Pattern* find(std::string_view id) const {
        for (const auto* catalogue : {&m_catalogue, &m_english}) {
            if (const auto* found = catalogue->find(id); found != nullptr) {
                return found;
            }
        }
        return nullptr;
    }

    [[nodiscard]] std::string sign(std::string_view id) const {
        const auto* pattern = find(id);
        return pattern == nullptr || pattern->empty() ? std::string() : pattern->front().text;
    }
    [[nodiscard]] NumberSigns signs() const {
        return {sign("number.decimal"), sign("number.thousands"), sign("number.percent")};
    }

    void pieces(const Pattern& pattern, const Arguments& arguments, std::string_view id) {
        for (const auto& piece : pattern) {
            if (piece.kind == Piece::Kind::Words) {
                add(Run::Kind::Words, piece.text);
                continue;
            }
            const auto& given = argument_of(arguments, piece.text, id);
            if (piece.kind == Piece::Kind::Argument) {
                const auto start = m_text.size();
                const auto inside = start == 0 ? 0 : m_text.back().text.size();
                value(given, piece.form);
                if (piece.capital) {
                    capitalize(start, inside);
                }
            } else {
                pieces(chosen(piece, given, id), arguments, id);
            }
        }
    }

    static const Value& argument_of(const Arguments& arguments, std::string_view name,
                                    std::string_view id) {
        const auto found = std::ranges::find(arguments, name, &NamedValue::name);
        if (found == arguments.end()) {
            throw std::logic_error(fmt::format("message {} lacks the argument {}", id, name));
        }
        return found->value;
    }

    static const Pattern& chosen(const Piece& piece, const Value& given, std::string_view id) {
        const auto keys =
            piece.kind == Piece::Kind::Select ? select_keys(given, id) : plural_keys(given, id);
        for (const auto& key : keys) {
            for (const auto& one : piece.cases) {
                if (std::ranges::find(one.keys, key) != one.keys.end()) {
                    return one.pattern;
                }
            }
        }
        throw std::logic_error(fmt::format("message {} has no case", id));
    }

    static std::vector<std::string> select_keys(const Value& given, std::string_view id) {
        if (const auto* select = std::get_if<Select>(&given.kind())) {
            return {std::string(select->key), "other"};
        }
        if (const auto* group = std::get_if<GroupName>(&given.kind())) {
            return {group->role.empty() ? "team" : group->role, "other"};
        }
        if (const auto* message = std::get_if<Message>(&given.kind())) {
            return {message->empty() ? "none" : "some", "other"};
        }
        throw std::logic_error(fmt::format("message {} selects by what is no choice", id));
    }

    static std::vector<std::string> plural_keys(const Value& given, std::string_view id) {
        const Count* count = std::get_if<Count>(&given.kind());
        if (const auto* people = std::get_if<People>(&given.kind())) {
            count = &people->number;
        }
        if (count == nullptr) {
            throw std::logic_error(fmt::format("message {} counts what is no number", id));
        }
        if (count->hidden()) {
            return {"hidden", "other"};
        }
        const auto number = count->number();
        return {fmt::format("={}", number), number == 1 ? "one" : "other", "other"};
    }

    void put(const Message& message, std::string_view /*form*/) {
        if (!message.empty()) {
            this->message(message.id(), message.arguments());
        }
    }
    void put(const Count& count, std::string_view form) {
        if (count.hidden()) {
            message("count.hidden", {{"least", Count(count.least())}});
        } else if (const auto word = fmt::format("count.word.{}", count.number());
                   form == "word" && find(word) != nullptr) {
            message(word, {});
        } else {
            add(Run::Kind::Count, write_count(count.number(), m_signs));
        }
    }
    void put(const Decimal& number, std::string_view /*form*/) {
        add(Run::Kind::Number, write_decimal(number.value, number.decimals, number.limit, m_signs));
    }
    /// In the form "narrow" with signs in the place of words.
    void put(const Share& share, std::string_view form) {
        const bool narrow = form == "narrow";
        const auto rounded = std::round(share.value * 100);
        const auto written = [&](double value, std::optional<double> limit) {
            add(Run::Kind::Number, write_percent(value, limit, m_signs));
        };
        // Rounding must not claim none or all.
        if (share.value > 0 && rounded <= 0) {
            add(Run::Kind::Words, sign(narrow ? "share.under.narrow" : "share.under"));
            written(0.01, std::nullopt);
        } else if (share.value < 1 && rounded >= 100) {
            add(Run::Kind::Words, sign(narrow ? "share.over.narrow" : "share.over"));
            written(0.99, std::nullopt);
        } else {
            written(share.value, share.limit);
        }
    }
    void put(const Probability& p, std::string_view form) {
        constexpr double least = 0.001;
        const bool below = p.value < least;
        const auto* sign_of = form == "statement" ? (below ? "p.below" : "p.is")
                              : below             ? "p.value-below"
                                                  : nullptr;
        if (sign_of != nullptr) {
            add(Run::Kind::Words, sign(sign_of));
        }
        add(Run::Kind::Number, write_p(below ? least : p.value, m_signs));
    }
    void put(const Level& level, std::string_view /*form*/) {
        add(Run::Kind::Number, write_level(level.value, m_signs));
    }
    /// In the form "quoted"; or "small" or "large": a common noun within a sentence, or at its
    /// start.
    void put(const Name& name, std::string_view form) {
        if (form == "quoted") {
            message("name.quoted", {{"name", in_short(name.text)}});
            return;
        }
        auto text = name.text;
        if (form == "small" && !text.empty() && text.front() >= 'A' && text.front() <= 'Z') {
            text.front() = static_cast<char>(text.front() - 'A' + 'a');
        } else if (form == "large" && !text.empty() && text.front() >= 'a' && text.front() <= 'z') {
            text.front() = static_cast<char>(text.front() - 'a' + 'A');
        }
        add(Run::Kind::Name, text);
    }
    void put(const Select& select, std::string_view /*form*/) {
        throw std::logic_error(fmt::format("a message tells the case {}", select.key));
    }

    /// In the catalogue's form "name", "one", "many", ...; of "many.short" the form "many" will do
    /// where there is none. What a role is called is all its name.
    void put(const GroupName& group, std::string_view form) {
        const auto who = group.role.empty() ? std::string_view("team") : group.role;
        const auto id = form_of(who, form.empty() ? "name" : form);
        if (group.role.empty()) {
            const auto start = m_text.size();
            message(id, {{"name", Name{group.team}}});
            for (auto run = start; run < m_text.size(); ++run) {
                if (m_text[run].kind == Run::Kind::Name) {
                    m_text[run].kind = Run::Kind::Team;
                    m_text[run].group = group.team;
                }
            }
        } else if (group.role == everybody) {
            message(id, {});
        } else {
            m_role = group.role;
            message(id, {});
            m_role = {};
        }
    }
    [[nodiscard]] std::string form_of(std::string_view who, std::string_view form) const {
        auto id = fmt::format("group.{}.{}", who, form);
        while (find(id) == nullptr && form.find('.') != std::string_view::npos) {
            form = form.substr(0, form.rfind('.'));
            id = fmt::format("group.{}.{}", who, form);
        }
        return id;
    }

    /// "5 researchers": the catalogue's "people", or "people.all" and other forms, of {n} {noun}.
    void put(const People& people, std::string_view form) {
        const bool one = !people.number.hidden() && people.number.number() == 1;
        const auto id = form.empty() ? std::string("people") : fmt::format("people.{}", form);
        const auto* pattern = find(id);
        if (pattern == nullptr) {
            throw std::logic_error(fmt::format("no message {}", id));
        }
        pieces(with_noun(*pattern, one ? "one" : "many"),
               {{"n", people.number},
                {"noun", people.group.value_or(GroupName{std::string(everybody), {}})}},
               id);
    }
    /// The pattern with the form of the noun filled in.
    static Pattern with_noun(Pattern pattern, const char* form) {
        for (auto& piece : pattern) {
            if (piece.kind == Piece::Kind::Argument && piece.text == "noun") {
                piece.form = piece.form.empty() ? form : fmt::format("{}.{}", form, piece.form);
            }
            for (auto& one : piece.cases) {
                one.pattern = with_noun(std::move(one.pattern), form);
            }
        }
        return pattern;
    }

    void put(const List& list, std::string_view form) {
        const auto& items = list.items();
        // "and 1 more" takes the room of the one more.
        const auto shown = items.size() <= list.most() + 1 ? items.size() : list.most();
        const auto* last = list.last() == List::Last::And  ? "list.and"
                           : list.last() == List::Last::Or ? "list.or"
                                                           : "list.semicolon";
        const auto* between = list.last() == List::Last::None ? "list.semicolon" : "list.comma";
        for (std::size_t i = 0; i < shown; ++i) {
            if (i > 0) {
                add(Run::Kind::Words, sign(i + 1 == items.size() ? last : between));
            }
            value(items[i], form);
        }
        if (shown < items.size()) {
            add(Run::Kind::Words, sign(last));
            message("list.more", {{"n", Count(items.size() - shown)}});
        }
    }

    void add(Run::Kind kind, std::string_view text) {
        if (text.empty()) {
            return;
        }
        if (kind == Run::Kind::Words && !m_role.empty()) {
            m_text.push_back({Run::Kind::Role, std::string(text), std::string(m_role)});
        } else if (kind == Run::Kind::Words && !m_text.empty() && m_text.back().kind == kind) {
            m_text.back().text += text;
        } else {
            m_text.push_back({kind, std::string(text)});
        }
    }

    /// The first letter that was written since; given names stay as they are.
    void capitalize(std::size_t run, std::size_t inside) {
        if (run > 0 && m_text[run - 1].text.size() > inside) {
            --run; // words went on in the last run
        } else {
            inside = 0;
        }
        if (run >= m_text.size()) {
            return;
        }
        auto& first = m_text[run];
        if (!first.is_given()) {
            auto& text = first.text;
            constexpr unsigned char latin = 0xC3; // leads the small letters from U+00E0 to U+00FE
            if (text[inside] >= 'a' && text[inside] <= 'z') {
                text[inside] = static_cast<char>(text[inside] - 'a' + 'A');
            } else if (static_cast<unsigned char>(text[inside]) == latin &&
                       static_cast<unsigned char>(text[inside + 1]) >= 0xA0) {
                text[inside + 1] = static_cast<char>(text[inside + 1] - 0x20);
            }
        }
    }
    const Catalogue& m_catalogue;
    const Catalogue& m_english;
    Text& m_text;
    NumberSigns m_signs;
    std::string_view m_role; ///< whose name is being written; else empty
};

} // namespace

std::string plain(const Text& text) {
    std::string whole;
    for (const auto& run : text) {
        whole += run.text;
    }
    return whole;
}

std::string with_minus(const Text& text) {
    std::string whole;
    for (const auto& run : text) {
        const bool negative = run.kind == Run::Kind::Number && run.text.starts_with('-');
        whole += negative ? "\u2212" + run.text.substr(1) : run.text;
    }
    return whole;
}

Wording::Wording(std::string_view language) : Wording(catalogue_of(language), catalogue_of("en")) {}

Text Wording::text(const Message& message) const {
    Text text;
    if (!message.empty()) {
        Writer(m_catalogue, m_english, text).message(message.id(), message.arguments());
    }
    return text;
}

Text Wording::text(const Value& value) const {
    Text text;
    Writer(m_catalogue, m_english, text).value(value, {});
    return text;
}

const Wording& english() {
    static const Wording wording("en");
    return wording;
}

std::vector<std::string> english(const std::vector<Message>& messages) {
    std::vector<std::string> said;
    for (const auto& message : messages) {
        said.push_back(english(message));
    }
    return said;
}

} // namespace assess::reports
