#include "model/landscape/load.hpp"
#include "model/landscape/save.hpp"

#include <gtest/gtest.h>

namespace assess {
namespace {

TEST(Save, WhatIsWrittenReadsAsTheSameLandscape) {
    for (const auto edition : built_in_editions()) {
        const auto landscape = built_in_landscape(edition);
        const auto again = parse_landscape(landscape_as_json(landscape), "written");
        EXPECT_EQ(again.digest, landscape.digest) << edition;
        EXPECT_EQ(again.tools.size(), landscape.tools.size());
    }
}

TEST(Save, ToolsFromAnswersAreLeftOut) {
    auto landscape = built_in_landscape("2021");
    landscape.add_unplaced("A tool of our own");
    const auto again = parse_landscape(landscape_as_json(landscape), "written");
    EXPECT_EQ(again.tools.size(), 45U);
}

} // namespace
} // namespace assess
