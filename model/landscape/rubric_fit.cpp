#include "model/landscape/rubric.hpp"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace assess {

namespace {

using Vector = Eigen::VectorXd;

constexpr MessageId fewer_than_two{"reason.rubric.two-tools"};
constexpr MessageId all_alike{"reason.rubric.alike"};

/// Pearson's r; unavailable below two values or where one side does not vary.
Quantity<double> correlation(const Vector& a, const Vector& b) {
    if (a.size() < 2) {
        return Quantity<double>::unavailable(fewer_than_two);
    }
    // A side of equal values has an exact zero range, but seldom an exact zero variance.
    if (a.minCoeff() == a.maxCoeff() || b.minCoeff() == b.maxCoeff()) {
        return Quantity<double>::unavailable(all_alike);
    }
    const Vector da = a.array() - a.mean();
    const Vector db = b.array() - b.mean();
    return std::clamp(da.dot(db) / (da.norm() * db.norm()), -1.0, 1.0);
}

/// Ranks from 1; ties share the mean of their ranks.
Vector ranks(const Vector& values) {
    std::vector<Eigen::Index> order(static_cast<std::size_t>(values.size()));
    std::iota(order.begin(), order.end(), Eigen::Index{0});
    std::sort(order.begin(), order.end(),
              [&](Eigen::Index i, Eigen::Index j) { return values(i) < values(j); });
    Vector result(values.size());
    for (std::size_t from = 0; from < order.size();) {
        auto to = from;
        while (to < order.size() && values(order[to]) == values(order[from])) {
            ++to;
        }
        for (auto i = from; i < to; ++i) {
            result(order[i]) = (static_cast<double>(from + to) + 1) / 2;
        }
        from = to;
    }
    return result;
}

Quantity<double> root_mean_square(const Vector& differences) {
    if (differences.size() == 0) {
        return Quantity<double>::unavailable({"reason.rubric.no-tool"});
    }
    return std::sqrt(differences.squaredNorm() / static_cast<double>(differences.size()));
}

/// The facts of the rows as the rule reads them, and where the source placed them.
struct Data {
    Vector level;   ///< of the artifact
    Vector breadth; ///< ln(processes / threshold)
    Vector x;
    Vector y;
};

/// A least-squares fit: its values, and for each row the value without that row.
struct Fitted {
    double intercept = 0;
    double slope = 0;
    Vector left_out; ///< empty where leaving a row out leaves nothing to fit
};

/// What the rule says of row i when it is fitted to all others: the fitted value, less the
/// residual's h/(1-h), h being the row's leverage (the identity behind the PRESS statistic;
/// Allen 1974). Empty where a row alone determines the fit.
Vector without_own_row(const Vector& measured, const Vector& fitted, const Vector& leverage) {
    constexpr double one = 1 - 1e-9;
    if (leverage.size() == 0 || leverage.maxCoeff() >= one) {
        return {};
    }
    const Eigen::ArrayXd h = leverage.array();
    return fitted.array() - (measured - fitted).array() * h / (1 - h);
}

/// x = intercept + slope * level.
std::optional<Fitted> fit_line(const Vector& level, const Vector& x) {
    if (level.size() < 2 || level.minCoeff() == level.maxCoeff()) {
        return std::nullopt;
    }
    const Vector centred = level.array() - level.mean();
    const double spread = centred.squaredNorm();
    Fitted fit;
    fit.slope = centred.dot(x) / spread;
    fit.intercept = x.mean() - fit.slope * level.mean();
    const Vector fitted = fit.intercept + (fit.slope * level).array();
    const Vector leverage =
        1 / static_cast<double>(level.size()) + centred.array().square() / spread;
    fit.left_out = without_own_row(x, fitted, leverage);
    return fit;
}

/// y = slope * breadth; breadth is never 0, since no tool covers 3.5 processes.
std::optional<Fitted> fit_slope(const Vector& breadth, const Vector& y) {
    if (breadth.size() == 0) {
        return std::nullopt;
    }
    const double size = breadth.squaredNorm();
    Fitted fit;
    fit.slope = breadth.dot(y) / size;
    fit.left_out =
        without_own_row(y, fit.slope * breadth, (breadth.array().square() / size).matrix());
    return fit;
}

Data data_of(const Landscape& landscape, const std::vector<RubricRow>& rows) {
    const auto n = static_cast<Eigen::Index>(rows.size());
    Data data{Vector(n), Vector(n), Vector(n), Vector(n)};
    for (Eigen::Index i = 0; i < n; ++i) {
        const auto& row = rows[static_cast<std::size_t>(i)];
        const auto& facts = *landscape.tools[row.tool].rubric;
        const std::set<std::string_view> covers(facts.covers.begin(), facts.covers.end());
        const auto count = static_cast<double>(std::max<std::size_t>(1, covers.size()));
        data.level(i) = static_cast<double>(artifact_level(facts.artifact).value());
        data.breadth(i) = std::log(count / rubric_coefficients.threshold);
        data.x(i) = row.placed.x;
        data.y(i) = row.placed.y;
    }
    return data;
}

RubricAxisFit axis_fit(const Vector& placed, const Vector& rated,
                       const std::optional<Fitted>& fit) {
    RubricAxisFit axis;
    axis.pearson = correlation(rated, placed);
    axis.spearman = correlation(ranks(rated), ranks(placed));
    axis.rmse = root_mean_square(rated - placed);
    axis.left_out_rmse = fit && fit->left_out.size() > 0
                             ? root_mean_square(fit->left_out - placed)
                             : Quantity<double>::unavailable({"reason.rubric.leave-one-out"});
    return axis;
}

std::vector<RubricRow> rated_rows(const Landscape& landscape) {
    std::vector<RubricRow> rows;
    for (std::size_t i = 0; i < landscape.tools.size(); ++i) {
        const auto& tool = landscape.tools[i];
        if (!tool.rubric || !tool.placement || tool.placement->source == "rubric") {
            continue;
        }
        RubricRow row;
        row.tool = static_cast<ToolIndex>(i);
        row.placed = tool.placement->point;
        row.rated = rubric_placement(*tool.rubric).point;
        row.same_quadrant = quadrant_of(row.placed) == quadrant_of(row.rated);
        rows.push_back(row);
    }
    return rows;
}

} // namespace

RubricFit fit_of_rubric(const Landscape& landscape) {
    RubricFit fit;
    fit.rows = rated_rows(landscape);
    const auto data = data_of(landscape, fit.rows);
    const auto n = data.x.size();
    Vector rated_x(n);
    Vector rated_y(n);
    for (Eigen::Index i = 0; i < n; ++i) {
        const auto& row = fit.rows[static_cast<std::size_t>(i)];
        rated_x(i) = row.rated.x;
        rated_y(i) = row.rated.y;
        fit.matched += row.same_quadrant ? 1U : 0U;
    }

    const auto x_fit = fit_line(data.level, data.x);
    const auto y_fit = fit_slope(data.breadth, data.y);
    fit.x = axis_fit(data.x, rated_x, x_fit);
    fit.y = axis_fit(data.y, rated_y, y_fit);

    const Message reason{"reason.rubric.no-fit"};
    fit.least_squares = Quantity<RubricCoefficients>::unavailable(reason);
    fit.left_out_matched = Quantity<std::size_t>::unavailable(reason);
    if (!x_fit || !y_fit) {
        return fit;
    }
    fit.least_squares = RubricCoefficients{x_fit->intercept, x_fit->slope, y_fit->slope,
                                           rubric_coefficients.threshold};
    if (x_fit->left_out.size() > 0 && y_fit->left_out.size() > 0) {
        std::size_t matched = 0;
        for (Eigen::Index i = 0; i < n; ++i) {
            const Point rated{x_fit->left_out(i), y_fit->left_out(i)};
            const auto placed = quadrant_of({data.x(i), data.y(i)});
            matched += quadrant_of(rated) == placed ? 1U : 0U;
        }
        fit.left_out_matched = matched;
    }
    return fit;
}

} // namespace assess
