#include "reports/pages/landscape_pages.hpp"

#include "model/assessment/arguments.hpp"

#include <utility>

namespace assess::reports {
namespace {

/// Values of a table's cells.
class RowCells {
public:
    explicit RowCells(const Wording& wording) : m_wording(wording) {}

    RowCells& add(const Value& value) {
        m_cells.push_back({m_wording.text(value)});
        return *this;
    }
    [[nodiscard]] std::vector<Cell> row() { return std::exchange(m_cells, {}); }

private:
    const Wording& m_wording;
    std::vector<Cell> m_cells;
};

std::vector<Column> columns(const Wording& wording,
                            const std::vector<std::pair<Message, bool>>& heads) {
    std::vector<Column> all;
    for (const auto& [head, number] : heads) {
        all.push_back({wording.text(head), number});
    }
    return all;
}

Value status_of(const Status& status) {
    const Select kind{id_of(status.kind)};
    return status.year ? Message{"landscape.status-since",
                                 {{"status", kind}, {"year", Decimal(*status.year, 0)}}}
                       : Message{"landscape.status", {{"status", kind}}};
}

/// The names, or that none is given.
template <typename Item>
Value names_of(const std::vector<std::size_t>& indices, const std::vector<Item>& items) {
    std::vector<Value> names;
    for (const auto index : indices) {
        names.emplace_back(items[index].name);
    }
    return names.empty() ? Value(Message{"landscape.none-given"}) : Value(List(std::move(names)));
}

Value categories_of(const Tool& tool, const Landscape& landscape) {
    std::vector<Value> names;
    for (const auto index : tool.categories) {
        const auto& category = landscape.categories[index];
        names.emplace_back(
            Message{"landscape.category",
                    {{"category", category.name}, {"ring", Select{id_of(category.ring)}}}});
    }
    return names.empty() ? Value(Message{"landscape.none-given"}) : Value(List(std::move(names)));
}

Value diagonals_of(const Tool& tool) {
    std::vector<Value> names;
    for (const auto diagonal : tool.on) {
        names.emplace_back(Message{"landscape.diagonal", {{"diagonal", Select{id_of(diagonal)}}}});
    }
    return names.empty() ? Value(Message{"landscape.none"}) : Value(List(std::move(names)));
}

/// Label and value of what is known of a tool.
class ToolFacts {
public:
    explicit ToolFacts(const Wording& wording) : m_wording(wording) {}

    void add(const Message& label, const Value& value) {
        m_values.entries.emplace_back(m_wording.text(label), m_wording.text(value));
    }
    void add_if_given(const Message& label, const std::string& text) {
        if (!text.empty()) {
            add(label, text);
        }
    }
    void add_place(const Placement& placement) {
        constexpr int digits = 3;
        const auto& point = placement.point;
        add({"landscape.label.place"}, Message{"landscape.place",
                                               {{"x", Decimal(point.x, digits)},
                                                {"y", Decimal(point.y, digits)},
                                                {"least", Decimal(-1, 0)},
                                                {"most", Decimal(1, 0)},
                                                {"tolerance", Decimal(placement.tolerance)}}});
        add({"landscape.label.along"},
            Message{"landscape.along",
                    {{"orchestration", Decimal(along(Diagonal::Orchestration, point), digits)},
                     {"building", Decimal(along(Diagonal::Building, point), digits)}}});
        add({"landscape.label.quadrant"}, name_of(quadrant_of(point)));
        add({"landscape.label.source"}, placement.source);
        add_if_given({"landscape.label.why"}, placement.rationale);
    }
    [[nodiscard]] Values values() { return std::move(m_values); }

private:
    const Wording& m_wording;
    Values m_values;
};

Document page_of(const Landscape& landscape, const Message& heading, const Wording& wording) {
    Document page;
    page.kind = wording.text(Message{"landscape.kind"});
    page.heading = wording.text(heading);
    page.title = page.heading;
    page.facts = {wording.text(
        Message{"landscape.fact", {{"edition", landscape.edition}, {"digest", landscape.digest}}})};
    return page;
}

} // namespace

Document tools_page(const Landscape& landscape, const std::vector<ToolIndex>& tools,
                    const Wording& wording) {
    auto page = page_of(landscape,
                        {"landscape.tools.heading",
                         {{"edition", landscape.edition},
                          {"tools", Count(tools.size())},
                          {"all", Count(landscape.tools.size())}}},
                        wording);
    Table table{wording.text(Message{"landscape.tools"}),
                columns(wording, {{{"landscape.head.tool"}, false},
                                  {{"landscape.head.id"}, false},
                                  {{"landscape.head.x"}, true},
                                  {{"landscape.head.y"}, true},
                                  {{"landscape.head.tolerance"}, true},
                                  {{"landscape.head.status"}, false}}),
                {}};
    RowCells cells(wording);
    for (const auto index : tools) {
        const auto& tool = landscape.tools[index];
        cells.add(tool.name).add(tool.id);
        if (const auto& place = tool.placement) {
            cells.add(Decimal(place->point.x)).add(Decimal(place->point.y));
            cells.add(Decimal(place->tolerance));
        } else {
            const Value nothing = Message{"landscape.no-place"};
            cells.add(nothing).add(nothing).add(nothing);
        }
        table.rows.push_back(cells.add(status_of(tool.status)).row());
    }
    page.sections.push_back(
        {"tools",
         wording.text(Message{"landscape.tools"}),
         {Paragraph{wording.text(
              Message{"landscape.axes", {{"least", Decimal(-1, 0)}, {"most", Decimal(1, 0)}}})},
          std::move(table), Paragraph{wording.text(Message{"landscape.one-in-full"})}}});
    return page;
}

Document tool_page(const Landscape& landscape, ToolIndex index, const Wording& wording) {
    const auto& tool = landscape.tools[index];
    auto page =
        page_of(landscape, {"landscape.tool", {{"tool", tool.name}, {"id", tool.id}}}, wording);
    ToolFacts facts(wording);
    if (tool.placement) {
        facts.add_place(*tool.placement);
    } else {
        facts.add({"landscape.label.place"}, Message{"landscape.not-placed"});
    }
    facts.add({"landscape.label.categories"}, categories_of(tool, landscape));
    facts.add({"landscape.label.stages"}, names_of(tool.stages, landscape.stages));
    facts.add({"landscape.label.diagonals"}, diagonals_of(tool));
    facts.add({"landscape.label.status"}, status_of(tool.status));
    facts.add_if_given({"landscape.label.happened"}, tool.status.note);
    if (!tool.aliases.empty()) {
        facts.add({"landscape.label.aliases"},
                  List({tool.aliases.begin(), tool.aliases.end()}, List::all, List::Last::None));
    }
    facts.add_if_given({"landscape.label.homepage"}, tool.homepage);
    page.sections.push_back(
        {"tool", wording.text(Message{"landscape.what-is-known"}), {facts.values()}});
    return page;
}

namespace {

Value number(const Quantity<double>& quantity) {
    return quantity ? Value(Decimal(*quantity, 3))
                    : Value(Message{"landscape.no-number", {{"reason", quantity.reason()}}});
}

Table agreement_table(const RubricFit& fit, const Wording& wording) {
    Table table{wording.text(Message{"landscape.rubric.agreement"}),
                columns(wording, {{{"landscape.head.measure"}, false},
                                  {{"landscape.head.x"}, true},
                                  {{"landscape.head.y"}, true}}),
                {}};
    RowCells cells(wording);
    const auto add = [&](const Message& name, Quantity<double> RubricAxisFit::*part) {
        table.rows.push_back(
            cells.add(name).add(number(fit.x.*part)).add(number(fit.y.*part)).row());
    };
    add({"landscape.rubric.pearson"}, &RubricAxisFit::pearson);
    add({"landscape.rubric.spearman"}, &RubricAxisFit::spearman);
    add({"landscape.rubric.rmse"}, &RubricAxisFit::rmse);
    add({"landscape.rubric.left-out-rmse"}, &RubricAxisFit::left_out_rmse);
    return table;
}

Table places_table(const Landscape& landscape, const RubricFit& fit, const Wording& wording) {
    Table table{wording.text(Message{"landscape.rubric.places"}),
                columns(wording, {{{"landscape.head.tool"}, false},
                                  {{"landscape.head.placed-x"}, true},
                                  {{"landscape.head.placed-y"}, true},
                                  {{"landscape.head.rated-x"}, true},
                                  {{"landscape.head.rated-y"}, true},
                                  {{"landscape.head.quadrant"}, false}}),
                {}};
    RowCells cells(wording);
    for (const auto& row : fit.rows) {
        table.rows.push_back(cells.add(landscape.tools[row.tool].name)
                                 .add(Decimal(row.placed.x))
                                 .add(Decimal(row.placed.y))
                                 .add(Decimal(row.rated.x))
                                 .add(Decimal(row.rated.y))
                                 .add(row.same_quadrant ? Message{"landscape.rubric.same"}
                                                        : Message{"landscape.rubric.other"})
                                 .row());
    }
    return table;
}

} // namespace

Document rubric_page(const Landscape& landscape, const RubricFit& fit, const Wording& wording) {
    const Count matched(fit.matched);
    const Count all(fit.rows.size());
    auto page = page_of(landscape, {"landscape.rubric.heading", {{"tools", all}}}, wording);
    page.answer =
        wording.text(fit.left_out_matched ? Message{"landscape.rubric.matched-left-out",
                                                    {{"matched", matched},
                                                     {"all", all},
                                                     {"left_out", Count(*fit.left_out_matched)}}}
                                          : Message{"landscape.rubric.matched",
                                                    {{"matched", matched}, {"all", all}}});
    page.sections.push_back({"agreement",
                             wording.text(Message{"landscape.rubric.agreement"}),
                             {agreement_table(fit, wording)}});
    page.sections.push_back({"places",
                             wording.text(Message{"landscape.rubric.places"}),
                             {places_table(landscape, fit, wording)}});
    return page;
}

} // namespace assess::reports
