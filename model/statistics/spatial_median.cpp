#include "model/statistics/spatial_median.hpp"

#include "model/statistics/principal_axes.hpp"
#include "model/statistics/sample.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <tuple>
#include <utility>

namespace assess {
namespace {

/// A place and how many people stand there.
struct WeightedPlace {
    Eigen::Vector2d point;
    double people = 0;
};

bool before(const Eigen::Vector2d& a, const Eigen::Vector2d& b) {
    return std::pair(a.x(), a.y()) < std::pair(b.x(), b.y());
}

std::vector<WeightedPlace> places_of(const Eigen::MatrixX2d& rows) {
    std::vector<Eigen::Vector2d> points(static_cast<std::size_t>(rows.rows()));
    for (std::size_t i = 0; i < points.size(); ++i) {
        points[i] = rows.row(static_cast<Eigen::Index>(i)).transpose();
    }
    std::sort(points.begin(), points.end(), before);
    std::vector<WeightedPlace> places;
    for (const Eigen::Vector2d& point : points) {
        if (places.empty() || places.back().point != point) {
            places.push_back({point, 0});
        }
        places.back().people += 1;
    }
    return places;
}

double largest_coordinate(const Eigen::MatrixX2d& rows) {
    return rows.size() == 0 ? 0 : rows.cwiseAbs().maxCoeff();
}

/// What the objective, the sum of the distances, looks like from one point.
struct View {
    double objective = 0;
    Eigen::Vector2d gradient = Eigen::Vector2d::Zero(); ///< of the people who stand elsewhere
    double xx = 0, xy = 0, yy = 0;                      ///< second derivatives
    double pull = 0;                                    ///< sum of 1 / distance
    double here = 0;                                    ///< people at this very point
    std::size_t nearest = 0;
};

View look_from(const Eigen::Vector2d& point, const std::vector<WeightedPlace>& places,
               double noise) {
    View view;
    double least = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < places.size(); ++i) {
        const double people = places[i].people;
        const double dx = point.x() - places[i].point.x();
        const double dy = point.y() - places[i].point.y();
        const double distance = std::sqrt(dx * dx + dy * dy);
        if (distance < least) {
            least = distance;
            view.nearest = i;
        }
        view.objective += people * distance;
        if (distance <= noise) {
            view.here += people;
            continue;
        }
        const double inverse = 1 / distance;
        const double ux = dx * inverse;
        const double uy = dy * inverse;
        const double weight = people * inverse;
        view.gradient.x() += people * ux;
        view.gradient.y() += people * uy;
        view.xx += weight * uy * uy;
        view.xy -= weight * ux * uy;
        view.yy += weight * ux * ux;
        view.pull += weight;
    }
    return view;
}

/// The search over places that do not all lie on one line.
class MedianSearch {
public:
    MedianSearch(const std::vector<WeightedPlace>& places, double people, double scale)
        : m_places(places), m_people(people), m_noise(negligible * scale),
          m_tested(places.size(), false) {}

    SpatialMedian from(const Eigen::Vector2d& start) {
        constexpr int most_steps = 1000; // a dozen do; a bound all the same
        m_point = start;
        m_view = look_from(m_point, m_places, m_noise);
        for (int step = 0; step < most_steps; ++step) {
            if (nearest_is_median()) {
                return {m_point, m_view.objective / m_people, true, false};
            }
            if (!descend()) {
                break;
            }
        }
        return {m_point, m_view.objective / m_people, false, false};
    }

private:
    /// The vertex test of the place nearest to the current point, once for each place. Where the
    /// place is not the median but better than the current point, moves on from there.
    bool nearest_is_median() {
        const std::size_t nearest = m_view.nearest;
        if (m_tested[nearest]) {
            return false;
        }
        m_tested[nearest] = true;
        const Eigen::Vector2d& place = m_places[nearest].point;
        const View view = look_from(place, m_places, m_noise);
        const double pull = view.gradient.norm();
        if (pull <= view.here + m_people * 1e-14) {
            m_point = place;
            m_view = view;
            return true;
        }
        if (view.objective <= m_view.objective || m_view.here > 0) {
            m_point = place - (1 - view.here / pull) / view.pull * view.gradient;
            m_view = look_from(m_point, m_places, m_noise);
            if (m_view.here > 0 && m_view.nearest == nearest) { // no farther off than noise
                m_point = place;
                m_view = view;
                return true;
            }
        }
        return false;
    }

    /// One step downhill; false where there is none left that a double can show.
    bool descend() {
        const double determinant = m_view.xx * m_view.yy - m_view.xy * m_view.xy;
        Eigen::Vector2d step = -m_view.gradient / m_view.pull; // Weiszfeld's, where Newton's fails
        if (determinant > 1e-14 * m_view.xx * m_view.yy) {
            const Eigen::Vector2d& g = m_view.gradient;
            step = Eigen::Vector2d(m_view.xy * g.y() - m_view.yy * g.x(),
                                   m_view.xy * g.x() - m_view.xx * g.y()) /
                   determinant;
        }
        const double slope = -step.dot(m_view.gradient);
        if (slope <= 1e-12 * m_view.objective) {
            return polish(step);
        }
        for (double part = 1; part > 1e-12; part /= 2) {
            const Eigen::Vector2d next = m_point + part * step;
            const View view = look_from(next, m_places, m_noise);
            if (view.objective < m_view.objective - 1e-4 * part * slope) {
                m_point = next;
                m_view = view;
                return true;
            }
        }
        return false;
    }

    /// So near the median the objective no longer tells two points apart: the gradient does.
    bool polish(const Eigen::Vector2d& step) {
        for (double part = 1; part > 1e-6; part /= 2) {
            const Eigen::Vector2d next = m_point + part * step;
            const View view = look_from(next, m_places, m_noise);
            if (view.here == 0 && view.gradient.squaredNorm() < m_view.gradient.squaredNorm()) {
                m_point = next;
                m_view = view;
                return true;
            }
        }
        return false;
    }

    const std::vector<WeightedPlace>& m_places;
    double m_people;
    double m_noise;
    std::vector<bool> m_tested;
    Eigen::Vector2d m_point = Eigen::Vector2d::Zero();
    View m_view;
};

/// The place of the person with this rank, from 0, along the line.
const Eigen::Vector2d& place_of_rank(const std::vector<WeightedPlace>& places, double rank) {
    double so_far = 0;
    for (const WeightedPlace& place : places) {
        so_far += place.people;
        if (rank < so_far) {
            return place.point;
        }
    }
    return places.back().point;
}

SpatialMedian median_on_line(std::vector<WeightedPlace> places, double people,
                             const Eigen::Vector2d& direction, double noise) {
    std::sort(places.begin(), places.end(), [&](const WeightedPlace& a, const WeightedPlace& b) {
        return std::tuple(direction.dot(a.point), a.point.x(), a.point.y()) <
               std::tuple(direction.dot(b.point), b.point.x(), b.point.y());
    });
    const Eigen::Vector2d& lower = place_of_rank(places, std::floor((people - 1) / 2));
    const Eigen::Vector2d& upper = place_of_rank(places, std::floor(people / 2));
    SpatialMedian median;
    median.at_data_point = lower == upper;
    median.on_line = true;
    median.point = median.at_data_point ? lower : Eigen::Vector2d((lower + upper) / 2);
    for (const WeightedPlace& place : places) {
        const double distance = (place.point - median.point).norm();
        median.mean_distance += distance > noise ? place.people * distance : 0;
    }
    median.mean_distance /= people;
    return median;
}

} // namespace

std::optional<SpatialMedian> spatial_median(const Eigen::MatrixX2d& rows) {
    if (rows.rows() == 0) {
        return std::nullopt;
    }
    const std::vector<WeightedPlace> places = places_of(rows);
    const auto people = static_cast<double>(rows.rows());
    const double scale = largest_coordinate(rows);

    // The longest axis of the scatter of the places, and how far anybody stands off it.
    Eigen::Vector2d mean = Eigen::Vector2d::Zero();
    for (const WeightedPlace& place : places) {
        mean += place.people / people * (place.point - places.front().point);
    }
    mean += places.front().point;
    Eigen::Matrix2d scatter = Eigen::Matrix2d::Zero();
    for (const WeightedPlace& place : places) {
        scatter += place.people * (place.point - mean) * (place.point - mean).transpose();
    }
    const Eigen::Vector2d direction = principal_axes(scatter).direction();
    const Eigen::Vector2d across(-direction.y(), direction.x());
    double farthest = 0;
    for (const WeightedPlace& place : places) {
        farthest = std::max(farthest, std::abs(across.dot(place.point - mean)));
    }
    if (farthest <= negligible * scale) {
        return median_on_line(places, people, direction, negligible * scale);
    }
    return MedianSearch(places, people, scale).from(mean);
}

std::vector<double> distances_to(const Eigen::MatrixX2d& rows, const Eigen::Vector2d& point) {
    const double noise =
        negligible * std::max(largest_coordinate(rows), point.cwiseAbs().maxCoeff());
    std::vector<double> distances(static_cast<std::size_t>(rows.rows()));
    for (std::size_t i = 0; i < distances.size(); ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        const double dx = rows(row, 0) - point.x();
        const double dy = rows(row, 1) - point.y();
        const double distance = std::sqrt(dx * dx + dy * dy);
        distances[i] = distance > noise ? distance : 0;
    }
    return distances;
}

} // namespace assess
