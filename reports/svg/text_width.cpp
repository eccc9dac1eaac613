#include "reports/svg/text_width.hpp"

#include "model/text/text.hpp"
#include "model/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace assess::reports {
namespace {

constexpr std::size_t printable_count = 95;
using Advances = std::array<short, printable_count>;

/// Advance widths of U+0020 to U+007E in thousandths of the size, measured in a browser.
constexpr Advances regular_advances{
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,  611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838};
constexpr Advances bold_advances{
    348,  456, 521, 838, 696, 1002, 872, 306,  457, 457, 523, 838, 380, 415,  380, 365,
    696,  696, 696, 696, 696, 696,  696, 696,  696, 696, 400, 400, 838, 838,  838, 580,
    1000, 774, 762, 734, 830, 683,  683, 821,  837, 372, 372, 775, 637, 995,  837, 850,
    733,  850, 770, 720, 682, 812,  774, 1103, 771, 724, 725, 457, 365, 457,  838, 500,
    500,  675, 716, 593, 716, 678,  435, 716,  712, 343, 343, 665, 343, 1042, 712, 687,
    716,  716, 493, 595, 478, 712,  652, 924,  645, 652, 582, 712, 365, 712,  838};

/// Beyond ASCII: what is common in names and in our own words; a generous width for the rest.
int advance_beyond_ascii(char32_t code, FontWeight weight) {
    const bool heavy = weight == FontWeight::Bold;
    if (code == 0x2212) { // the minus sign
        return 838;
    }
    if (code == 0x2018 || code == 0x2019 || code == 0xB7) {
        return heavy ? 380 : 318;
    }
    if (code < 0x250) { // Latin with accents
        return heavy ? 850 : 790;
    }
    return heavy ? 1230 : 1080; // Cyrillic's widest; ideographs are 1000
}

double advance(std::string_view text, std::size_t at, std::size_t& length, FontWeight weight) {
    const auto [code, bytes] = code_point_at(text, at);
    length = std::max<std::size_t>(bytes, 1);
    constexpr char32_t first = 0x20;
    if (code >= first && code < first + printable_count) {
        return (weight == FontWeight::Bold ? bold_advances : regular_advances)[code - first];
    }
    return display_width(text.substr(at, length)) == 0 ? 0 : advance_beyond_ascii(code, weight);
}

} // namespace

double text_width(std::string_view text, double size, FontWeight weight) {
    double thousandths = 0;
    std::size_t length = 1;
    for (std::size_t at = 0; at < text.size(); at += length) {
        thousandths += advance(text, at, length, weight);
    }
    return thousandths * size / 1000;
}

std::string shortened_to(std::string_view text, double width, double size, FontWeight weight) {
    if (text_width(text, size, weight) <= width) {
        return std::string(text);
    }
    constexpr std::string_view ellipsis = "…";
    double left = width * 1000 / size - 1000;
    std::size_t end = 0;
    for (std::size_t length = 1; end < text.size(); end += length) {
        left -= advance(text, end, length, weight);
        if (left < 0) {
            break;
        }
    }
    while (end > 0 && text[end - 1] == ' ') {
        --end;
    }
    return std::string(text.substr(0, end)) + std::string(ellipsis);
}

} // namespace assess::reports
