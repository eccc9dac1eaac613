#include "model/findings/settling.hpp"

#include "model/assessment/arguments.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace assess {
namespace {

/// Beyond this many times the present sample, more answers are no advice.
constexpr double most_growth_worth_while = 10;

/// How many more people that is: rounded up to two digits, for no more is known.
std::size_t more(double times, std::size_t n) {
    const double extra = std::max(1.0, std::ceil(static_cast<double>(n) * (times - 1) - 1e-6));
    double unit = 1;
    while (extra / unit >= 100) {
        unit *= 10;
    }
    return static_cast<std::size_t>(std::ceil(extra / unit) * unit);
}

bool is_worth_while(const Growth& growth) {
    return growth.times - 1 <= most_growth_worth_while;
}

Message settled_by(const Growth& growth, const Message& whom) {
    switch (growth.kind) {
    case Growth::Kind::Never:
        return {"settle.never"};
    case Growth::Kind::TooMany:
        return {"settle.too-many"};
    case Growth::Kind::Times:
        break;
    }
    return is_worth_while(growth) ? Message{"settle.about", {{"whom", whom}}}
                                  : Message{"settle.unlikely", {{"whom", whom}}};
}

/// How many that would be is no number about somebody's answers: it is told in any case.
People more_people(const Growth& growth, const Group& group, std::size_t n) {
    return {group_name(group), Count(more(growth.times, n))};
}

People more_people(const Growth& growth, std::size_t n) {
    return {std::nullopt, Count(more(growth.times, n))};
}

} // namespace

Message not_settled_by(const Estimate& estimate, const Value& whom) {
    return {"settle.unsettled",
            {{"value", Decimal(estimate.value)},
             {"lower", Decimal(*estimate.lower)},
             {"upper", Decimal(*estimate.upper)},
             {"whom", whom}}};
}

Message people_to_settle(const Growth& growth, const Group& first, std::size_t n_first,
                         const Group& second, std::size_t n_second) {
    return settled_by(growth, {"settle.more-of-both",
                               {{"first", more_people(growth, first, n_first)},
                                {"second", more_people(growth, second, n_second)}}});
}

Message people_to_settle(const Growth& growth, std::size_t n) {
    return settled_by(growth, {"settle.more-people", {{"people", more_people(growth, n)}}});
}

Message share_to_settle(const Message& what, const Estimate& share, const Growth& growth) {
    std::vector<NamedValue> values{{"what", what},
                                   {"share", Share(share.value)},
                                   {"lower", Share(*share.lower)},
                                   {"upper", Share(*share.upper)},
                                   {"people", people_behind(share)}};
    if (growth.kind != Growth::Kind::Times) {
        return {"usage-share.settle.too-many", std::move(values)};
    }
    values.push_back({"more", more_people(growth, share.n)});
    return is_worth_while(growth) ? Message{"usage-share.settle.about", std::move(values)}
                                  : Message{"usage-share.settle.unlikely", std::move(values)};
}

} // namespace assess
