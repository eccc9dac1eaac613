#include "assess/asking/answer_lines.hpp"

#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace assess::asking {

std::vector<std::string_view> parts_of(std::string_view line) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = line.find_first_of(",;");
        if (const auto part = trimmed(line.substr(0, end)); !part.empty()) {
            parts.push_back(part);
        }
        if (end == std::string_view::npos) {
            return parts;
        }
        line.remove_prefix(end + 1);
    }
}

namespace {

std::optional<std::size_t> number_from(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return number;
}

std::vector<std::string> texts_of(std::span<const Option> options) {
    std::vector<std::string> texts;
    for (const auto& option : options) {
        texts.push_back(option.text);
    }
    return texts;
}

/// The one option that a word picks; its size where none or several do.
std::size_t option_of(std::string_view text, std::span<const Option> options) {
    const auto key = spelling_key(text);
    if (key.empty()) {
        return options.size();
    }
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (options[i].key == text || spelling_key(options[i].key) == key ||
            spelling_key(options[i].id) == key || spelling_key(options[i].text) == key) {
            return i;
        }
    }
    std::size_t found = options.size();
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (spelling_key(options[i].text).rfind(key, 0) == 0 ||
            spelling_key(options[i].id).rfind(key, 0) == 0) {
            if (found != options.size()) {
                return options.size();
            }
            found = i;
        }
    }
    return found;
}

Slip no_such_option(std::string_view text, std::span<const Option> options, const Words& words) {
    const auto near = closest_names(text, texts_of(options));
    std::vector<std::string> all;
    for (const auto& option : options) {
        all.push_back(fmt::format("{} {}", option.key, option.text));
    }
    return {words("no-such-choice", {in_quotes(text)}),
            near.empty() ? words("choices-are", {fmt::format("{}", fmt::join(all, "; "))})
                         : words("did-you-mean", {listed(near, words("or"))})};
}

std::variant<Answer, Slip> number_answer(std::string_view line, const Question& question,
                                         const Words& words) {
    std::string text(trimmed(line));
    std::replace(text.begin(), text.end(), ',', '.');
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number)) {
        return Slip{words("no-number", {in_quotes(line)}),
                    words("number-range",
                          {fmt::format("{}", question.least), fmt::format("{}", question.most)})};
    }
    return NumberAnswer{number};
}

std::variant<Answer, Slip> choices_answer(const std::vector<std::size_t>& indices,
                                          std::span<const Option> options, const Question& question,
                                          const Words& words) {
    if (indices.size() == 1) {
        return options[indices.front()].answer;
    }
    ChoicesAnswer answer;
    for (const auto index : indices) {
        if (options[index].alone || question.kind != QuestionKind::Multiple) {
            return Slip{question.kind == QuestionKind::Multiple
                            ? words("stands-alone", {options[index].text})
                            : words("only-one"),
                        words("give-one")};
        }
        answer.choices.push_back(options[index].id);
    }
    return answer;
}

} // namespace

std::optional<Command> command_from(std::string_view line, const Words& words) {
    const auto text = trimmed(line);
    if (text == "-") {
        return Command{Order::Skip, ""};
    }
    if (!text.empty() && text.front() == '?') {
        return Command{Order::Help, std::string(trimmed(text.substr(1)))};
    }
    if (text.empty() || text.front() == '=') {
        return std::nullopt;
    }
    const auto space = text.find(' ');
    const auto verb = text.substr(0, space);
    const auto rest =
        space == std::string_view::npos ? std::string_view{} : trimmed(text.substr(space));
    if (words.means(verb, "command-jump") && (rest.empty() || number_from(rest))) {
        return Command{Order::Jump, std::string(rest)};
    }
    using Named = std::pair<std::string_view, Order>;
    constexpr std::array named{
        Named{"command-back", Order::Back}, Named{"command-review", Order::Review},
        Named{"command-help", Order::Help}, Named{"command-skip", Order::Skip},
        Named{"command-stop", Order::Stop}};
    for (const auto& [key, order] : named) {
        if (words.means(text, key)) {
            return Command{order, ""};
        }
    }
    return std::nullopt;
}

std::optional<std::vector<std::size_t>> numbers_from(std::string_view text, std::size_t most) {
    constexpr std::string_view allowed = "0123456789,;- ";
    if (trimmed(text).empty() || text.find_first_not_of(allowed) != std::string_view::npos) {
        return std::nullopt;
    }
    std::vector<bool> taken(most + 1);
    std::size_t at = 0;
    while ((at = text.find_first_not_of(" ,;", at)) != std::string_view::npos) {
        const auto end = std::min(text.find_first_of(" ,;", at), text.size());
        const auto part = text.substr(at, end - at);
        const auto dash = part.find('-');
        const auto first = number_from(part.substr(0, dash));
        const auto last =
            dash == std::string_view::npos ? first : number_from(part.substr(dash + 1));
        if (!first || !last || *first < 1 || *last > most || *first > *last) {
            return std::nullopt;
        }
        std::fill(taken.begin() + static_cast<std::ptrdiff_t>(*first),
                  taken.begin() + static_cast<std::ptrdiff_t>(*last) + 1, true);
        at = end;
    }
    std::vector<std::size_t> numbers;
    for (std::size_t i = 1; i <= most; ++i) {
        if (taken[i]) {
            numbers.push_back(i);
        }
    }
    if (numbers.empty()) {
        return std::nullopt;
    }
    return numbers;
}

std::variant<std::vector<std::size_t>, Slip>
picked(std::string_view line, std::span<const Option> options, const Words& words) {
    // A text with commas in it can be picked whole.
    if (const auto whole = option_of(trimmed(line), options); whole < options.size()) {
        return std::vector{whole};
    }
    const auto numbered = static_cast<std::size_t>(
        std::count_if(options.begin(), options.end(), [](const Option& option) {
            return option.key.find_first_not_of("0123456789") == std::string::npos &&
                   option.key != "0";
        }));
    std::vector<std::size_t> indices;
    if (const auto numbers = numbers_from(line, numbered)) {
        for (const auto number : *numbers) {
            indices.push_back(number - 1);
        }
        return indices;
    }
    for (const auto part : parts_of(line)) {
        if (const auto numbers = numbers_from(part, numbered)) {
            for (const auto number : *numbers) {
                indices.push_back(number - 1);
            }
            continue;
        }
        const auto index = option_of(part, options);
        if (index == options.size()) {
            return no_such_option(part, options, words);
        }
        indices.push_back(index);
    }
    if (indices.empty()) {
        return no_such_option(line, options, words);
    }
    std::sort(indices.begin(), indices.end());
    indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
    return indices;
}

std::variant<Answer, Slip> answer_from(std::string_view line, const Context& context,
                                       const Item& item) {
    const auto& question = context.question_of(item);
    const auto options = options_of(context, question);
    const auto& words = context.words;
    const bool free = question.kind == QuestionKind::Text || question.kind == QuestionKind::Number;
    if (free) {
        auto text = trimmed(line);
        if (!text.empty() && text.front() == '=') {
            text = trimmed(text.substr(1));
        } else if (const auto index = option_of(text, options); index < options.size()) {
            return options[index].answer;
        }
        return question.kind == QuestionKind::Text
                   ? std::variant<Answer, Slip>(TextAnswer{std::string(text)})
                   : number_answer(text, question, words);
    }
    const auto indices = picked(line, options, words);
    if (const auto* slip = std::get_if<Slip>(&indices)) {
        return *slip;
    }
    return choices_answer(std::get<std::vector<std::size_t>>(indices), options, question, words);
}

} // namespace assess::asking
