// What stands in the boxes of the lifecycle's stages, before they are drawn.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/svg/figure.hpp"
#include "reports/svg/group_look.hpp"
#include "reports/svg/svg_writer.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace assess::reports {

/// One group in one stage.
struct StagePart {
    std::size_t group = 0;
    GroupLook look;
    std::optional<std::size_t> people;  ///< who work on it; nothing where it may not be told
    std::optional<std::size_t> covered; ///< of these, with a tool that covers it
    std::vector<ToolIndex> tools;       ///< that cover it and that the group uses
};

/// What is missing in a stage.
enum class Hole : unsigned char {
    None,
    OnePerson,      ///< nobody else works on it
    OneWithoutTool, ///< one person works on it, without a tool
    NoTool,         ///< several do
    NoToolInUse,    ///< nobody was asked who works on it
    Nobody
};
/// Of which a page tells, in this order.
inline constexpr std::array all_holes{Hole::OnePerson, Hole::OneWithoutTool, Hole::NoTool,
                                      Hole::NoToolInUse, Hole::Nobody};

/// "nobody works on it".
Message label_of(Hole hole);

struct StageBox {
    std::size_t stage = 0; ///< index into Landscape::stages
    std::vector<StagePart> parts;
    Hole hole = Hole::None;
    double x = 0; ///< centre
    double y = 0;
};

struct LifecycleScene {
    const GapReport& report;
    bool asked = false;                ///< people said on which stages they work
    bool one_by_one = true;            ///< a mark a person; else numbers
    std::vector<StageBox> boxes;       ///< index as Landscape::stages
    std::vector<std::size_t> software; ///< the loop's own stages in order, from the joint on
    std::vector<std::size_t> model;
    std::optional<std::size_t> joint; ///< the stage of both loops

    [[nodiscard]] const std::string& name(std::size_t stage) const {
        return report.landscape.stages[stage].name;
    }
};

LifecycleScene make_lifecycle_scene(const GapReport& report);

/// Of every box, so that the fullest has room.
double box_height(const LifecycleScene& scene, double width);

/// Name, marks and what is missing, in a box round (box.x, box.y).
void draw_stage(SvgWriter& svg, const LifecycleScene& scene, const StageBox& box, double width,
                double height);

FigureTable lifecycle_table(const LifecycleScene& scene);

} // namespace assess::reports
