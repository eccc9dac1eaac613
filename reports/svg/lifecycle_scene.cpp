#include "reports/svg/lifecycle_scene.hpp"

#include "reports/content/labels.hpp"
#include "reports/layout/ink.hpp"
#include "reports/svg/text_width.hpp"

#include <algorithm>

namespace assess::reports {
namespace {

constexpr std::size_t most_marks_in_a_box = 9; ///< people in one box; more are told in numbers

/// Tools that the group uses and that cover the stage, most used first.
std::vector<ToolIndex> tools_on(const GapReport& report, const Group& group, std::size_t stage) {
    std::vector<ToolIndex> tools;
    for (ToolIndex tool = 0; tool < group.tools.size(); ++tool) {
        const auto& use = group.tools[tool];
        if ((use.users > 0 || use.few) && covers(report.landscape.tools[tool], stage)) {
            tools.push_back(tool);
        }
    }
    std::ranges::stable_sort(tools, std::ranges::greater{},
                             [&](ToolIndex tool) { return group.tools[tool].users; });
    return tools;
}

std::optional<std::size_t> count_of(const Quantity<std::size_t>& quantity) {
    return quantity ? std::optional(*quantity) : std::nullopt;
}

/// What people said and what the report's value counted.
StageBox asked_box(const GapReport& report, const StageRow& row,
                   const std::vector<GroupLook>& looks) {
    StageBox box{row.stage, {}, {}, 0, 0};
    for (std::size_t i = 0; i < report.groups.size() && i < row.groups.size(); ++i) {
        if (!looks[i].drawn || !row.groups[i]) {
            continue;
        }
        const auto& work = *row.groups[i];
        const auto people = count_of(work.people);
        if (!people || *people > 0) {
            box.parts.push_back({i, looks[i], people, count_of(work.covered), work.tools});
        }
    }
    const auto& all = row.everybody;
    if (all.people && *all.people == 0) {
        box.hole = Hole::Nobody;
    } else if (all.covered && *all.covered == 0) {
        box.hole = all.people && *all.people == 1 ? Hole::OneWithoutTool : Hole::NoTool;
    } else if (all.people && *all.people == 1) {
        box.hole = Hole::OnePerson;
    }
    return box;
}

StageBox tools_box(const GapReport& report, std::size_t stage,
                   const std::vector<GroupLook>& looks) {
    StageBox box{stage, {}, {}, 0, 0};
    for (std::size_t i = 0; i < report.groups.size(); ++i) {
        auto tools = tools_on(report, report.groups[i], stage);
        if (looks[i].drawn && !tools.empty()) {
            box.parts.push_back({i, looks[i], {}, {}, std::move(tools)});
        }
    }
    if (box.parts.empty()) {
        box.hole = Hole::NoToolInUse;
    }
    return box;
}

void follow_loops(LifecycleScene& scene) {
    const auto& stages = scene.report.landscape.stages;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        if (stages[i].loop == "both" && !scene.joint) {
            scene.joint = i;
        } else {
            (stages[i].loop == "software" ? scene.software : scene.model).push_back(i);
        }
    }
}

/// The tools of a part; `none` where it has none.
Value tools_of(const LifecycleScene& scene, const StagePart& part, const Message& none) {
    constexpr std::size_t most = 4;
    return part.tools.empty() ? Value(none)
                              : Value(named_tools(scene.report.landscape, part.tools, most));
}

constexpr double number_font = 11.5;
constexpr double number_row = 18;
constexpr double inset = 12;

std::string numbers_of(const StagePart& part) {
    if (part.people) {
        return worded(part.covered ? Value(part_cell(*part.covered, *part.people))
                                   : Value(Count(*part.people)));
    }
    return worded(part.tools.empty()
                      ? Message{"cell.not-shown"}
                      : Message{"figure.lifecycle.n-tools", {{"n", Count(part.tools.size())}}});
}

double width_of(const StagePart& part) {
    return 12 + text_width(numbers_of(part), number_font) + 10;
}

/// How many rows the parts of a box take, side by side as far as they fit.
std::size_t rows_of_numbers(const StageBox& box, double width) {
    std::size_t rows = 1;
    double x = 0;
    for (const auto& part : box.parts) {
        if (x > 0 && x + width_of(part) > width) {
            ++rows;
            x = 0;
        }
        x += width_of(part);
    }
    return rows;
}

void draw_numbers(SvgWriter& svg, const StageBox& box, double left, double width, double y) {
    double x = 0;
    for (const auto& part : box.parts) {
        if (x > 0 && x + width_of(part) > width) {
            y += number_row;
            x = 0;
        }
        draw_mark(svg, part.look.shape, left + x + 4, y, 4.2,
                  "solid " + std::string(part.look.tone));
        svg.words(
            "text",
            {{"class", "small-t"}, {"x", left + x + 12}, {"y", y + 4}, {"font-size", number_font}},
            numbers_of(part));
        x += width_of(part);
    }
}

double draw_covered_people(SvgWriter& svg, const StagePart& part, double x, double y) {
    constexpr double pitch = 13;
    const std::string tone(part.look.tone);
    for (std::size_t i = 0; i < part.people.value_or(0); ++i) {
        const bool filled = i < part.covered.value_or(0);
        draw_mark(svg, part.look.shape, x + 5, y, 4.6, (filled ? "solid " : "open ") + tone);
        x += pitch;
    }
    return x + 6;
}

/// Who covers the stage with what; where nobody does, what is missing.
Message tip_of(const LifecycleScene& scene, const StageBox& box) {
    std::vector<Value> parts;
    for (const auto& part : box.parts) {
        parts.emplace_back(
            Message{"figure.lifecycle.with",
                    {{"group", group_name(scene.report.groups[part.group])},
                     {"tools", tools_of(scene, part, {"figure.lifecycle.no-tool"})}}});
    }
    const auto what = box.parts.empty()
                          ? Value(label_of(box.hole))
                          : Value(List(std::move(parts), List::all, List::Last::None));
    return {"figure.lifecycle.stage", {{"stage", Name{scene.name(box.stage)}}, {"what", what}}};
}

} // namespace

Message label_of(Hole hole) {
    const People one{std::nullopt, Count(1)};
    switch (hole) {
    case Hole::OnePerson:
        return {"figure.lifecycle.one-person", {{"people", one}}};
    case Hole::OneWithoutTool:
        return {"figure.lifecycle.one-without-tool", {{"people", one}}};
    case Hole::NoTool:
        return {"figure.lifecycle.no-tool"};
    case Hole::NoToolInUse:
        return {"figure.lifecycle.no-tool-in-use"};
    case Hole::Nobody:
        return {"figure.lifecycle.nobody"};
    case Hole::None:
        break;
    }
    return {};
}

LifecycleScene make_lifecycle_scene(const GapReport& report) {
    LifecycleScene scene{report, !report.lifecycle.stages.empty(), true, {}, {}, {}, {}};
    const auto looks = group_looks(report);
    for (std::size_t stage = 0; stage < report.landscape.stages.size(); ++stage) {
        const auto row = std::ranges::find(report.lifecycle.stages, stage, &StageRow::stage);
        scene.boxes.push_back(row != report.lifecycle.stages.end()
                                  ? asked_box(report, *row, looks)
                                  : tools_box(report, stage, looks));
        std::size_t people = 0;
        for (const auto& part : scene.boxes.back().parts) {
            people += part.people.value_or(most_marks_in_a_box + 1);
        }
        scene.one_by_one = scene.one_by_one && people <= most_marks_in_a_box;
    }
    follow_loops(scene);
    return scene;
}

double box_height(const LifecycleScene& scene, double width) {
    std::size_t rows = 1;
    for (const auto& box : scene.boxes) {
        rows = std::max(rows, scene.one_by_one ? 1 : rows_of_numbers(box, width - 2 * inset));
    }
    return 62 + number_row * static_cast<double>(rows - 1);
}

void draw_stage(SvgWriter& svg, const LifecycleScene& scene, const StageBox& box, double width,
                double height) {
    const double left = box.x - width / 2;
    const double top = box.y - height / 2;
    svg.open("g", {{"class", "mark"}});
    svg.words("title", {}, worded(tip_of(scene, box)));
    svg.empty("rect", {{"class", box.hole == Hole::None ? "stage" : "stage hole"},
                       {"x", left},
                       {"y", top},
                       {"width", width},
                       {"height", height},
                       {"rx", 8.0}});
    svg.words(
        "text",
        {{"class", "ink-t strong"}, {"x", left + inset}, {"y", top + 22}, {"font-size", 13.5}},
        shortened_to(worded(Name{scene.name(box.stage)}), width - 2 * inset, 13.5,
                     FontWeight::Bold));
    const double row = top + 44;
    if (box.hole != Hole::None) {
        svg.words("text",
                  {{"class", "sand-t strong"},
                   {"x", left + width - inset},
                   {"y", row + 4},
                   {"font-size", 12.0},
                   {"text-anchor", "end"}},
                  worded(label_of(box.hole)));
    }
    if (scene.one_by_one) {
        double x = left + inset;
        for (const auto& part : box.parts) {
            x = draw_covered_people(svg, part, x, row);
        }
    } else {
        draw_numbers(svg, box, left + inset, width - 2 * inset, row);
    }
    svg.close();
}

namespace {

/// A loop of the landscape: "software", "model", "both".
Message loop_label(std::string_view loop) {
    return loop == "software" ? Message{"figure.lifecycle.loop.software"}
           : loop == "both"   ? Message{"figure.lifecycle.loop.both"}
                              : Message{"figure.lifecycle.loop.model"};
}

Value part_told(const std::optional<std::size_t>& people) {
    return people ? Value(Count(*people)) : Value(Message{"cell.not-shown"});
}

} // namespace

FigureTable lifecycle_table(const LifecycleScene& scene) {
    FigureTable table{
        {"figure.lifecycle.stages"},
        heads({"figure.lifecycle.head.stage", "figure.lifecycle.head.loop", "figure.head.group"}),
        3};
    if (scene.asked) {
        table.heads.push_back(Message{"figure.lifecycle.head.people"});
        table.heads.push_back(Message{"figure.lifecycle.head.covered"});
    }
    table.heads.push_back(Message{"figure.lifecycle.head.tools"});
    for (const auto& box : scene.boxes) {
        const auto& stage = scene.report.landscape.stages[box.stage];
        for (const auto& part : box.parts) {
            Cells row{Name{stage.name}, loop_label(stage.loop),
                      group_title(scene.report.groups[part.group])};
            if (scene.asked) {
                row.push_back(part_told(part.people));
                row.push_back(part_told(part.covered));
            }
            row.push_back(tools_of(scene, part, {"figure.lifecycle.none"}));
            table.rows.push_back(std::move(row));
        }
        if (box.parts.empty()) {
            Cells row{Name{stage.name}, loop_label(stage.loop), label_of(box.hole)};
            row.resize(table.heads.size(), Message());
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

} // namespace assess::reports
