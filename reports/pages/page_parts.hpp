// What the pages of several results have in common.
#pragma once

#include "model/facts/message.hpp"
#include "reports/content/finding_changes.hpp"
#include "reports/document/document.hpp"
#include "reports/svg/figure.hpp"
#include "reports/wording/wording.hpp"

#include <span>
#include <string>
#include <vector>

namespace assess::reports {

/// Each message or value in words.
template <typename Values>
std::vector<Text> texts_of(const Values& values, const Wording& wording) {
    std::vector<Text> texts;
    for (const auto& value : values) {
        texts.push_back(wording.text(value));
    }
    return texts;
}

/// A paragraph each.
void add_paragraphs(std::vector<Block>& blocks, std::span<const Message> messages,
                    const Wording& wording, Weight weight = Weight::Plain);

/// Findings by what became of them: a title with an icon, and a sentence each.
void add_fates(std::vector<Block>& blocks, std::span<const FateList> lists, const Wording& wording);

/// The groups that the report shows, with the signs they have in its figures.
std::vector<GroupSign> signs_of(const GapReport& report);

/// Both drawings of a figure, and its tables. `id` is its own on the page.
FigureBlock figure_block(const std::string& id, const Figure& wide, const Figure& narrow,
                         const Wording& wording);

} // namespace assess::reports
