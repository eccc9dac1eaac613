#include "assess/commands/output_options.hpp"

#include "assess/output_file.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <locale>
#include <sstream>

namespace assess {

void append_out_option(std::vector<Option>& table) {
    table.push_back(
        {"out", "FILE", "Write to this file, whole or not at all, instead of the screen."});
}

void append_drawing_options(std::vector<Option>& table) {
    table.insert(table.end(), {{"width", "N",
                                "Columns of the text report, 40 to 200; else the terminal's, or "
                                "80."},
                               {"ascii", "", "Draw the text report with plain ASCII characters."},
                               {"color",
                                "WHEN",
                                "Colour in the text report; auto obeys NO_COLOR.",
                                {"auto", "always", "never"}}});
}

WriterSettings writer_settings(const Arguments& arguments, const Terminal& terminal,
                               Diagnostics& problems) {
    // A file is no terminal, whatever the terminal beside it can show.
    const auto target = arguments.has("out") ? Terminal{} : terminal;
    WriterSettings settings{target.width, target.colour, target.unicode};
    settings.width = arguments.number("width", 40, 200, problems).value_or(settings.width);
    settings.unicode = settings.unicode && !arguments.has("ascii");
    const auto colour = arguments.get("color").value_or("auto");
    settings.colour = colour == "always" || (colour == "auto" && settings.colour);
    return settings;
}

void deliver(std::string_view rendered, std::string_view what,
             const std::optional<std::string>& out, Streams& streams) {
    if (!out) {
        streams.out << rendered;
        return;
    }
    write_file(*out, rendered);
    if (streams.out_terminal.is_terminal) {
        streams.err << fmt::format("{} is in {}.\n", what, printable(*out));
    }
}

void deliver(const std::function<void(std::ostream&)>& write, std::string_view what,
             const std::optional<std::string>& out, Streams& streams) {
    std::ostringstream rendered;
    rendered.imbue(std::locale::classic());
    write(rendered);
    deliver(rendered.view(), what, out, streams);
}

} // namespace assess
