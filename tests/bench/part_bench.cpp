// What the parts of a report cost, in one process: for a team of 20 and for thousands of people.
#include "model/gap_report/gap_report.hpp"
#include "model/landscape/load.hpp"
#include "model/statistics/centroid_tests.hpp"
#include "model/statistics/random.hpp"
#include "reports/writer.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <sstream>
#include <string>

namespace assess {
namespace {

/// People whose researchers lean to the later tools of the landscape, engineers to the earlier.
Answers made_up(const Landscape& landscape, std::size_t people, std::size_t tools_each) {
    Random random(7);
    Answers answers;
    answers.source = "made up";
    answers.blocks.push_back({"tools", "Tools", {}});
    answers.rows = people;
    for (std::size_t i = 0; i < people; ++i) {
        Respondent respondent;
        respondent.role = roles[i % 3];
        respondent.answered = 1;
        const auto half = landscape.tools.size() / 2;
        const auto first = respondent.role == Role::Engineer ? 0 : half / 2;
        for (std::size_t k = 0; k < tools_each; ++k) {
            const auto tool =
                static_cast<ToolIndex>(first + random.below(static_cast<std::uint32_t>(half)));
            respondent.usages.push_back({tool, static_cast<Depth>(random.below(5))});
        }
        std::ranges::sort(respondent.usages, {}, &Usage::tool);
        auto& usages = respondent.usages;
        const auto same_tool = [](const Usage& a, const Usage& b) { return a.tool == b.tool; };
        usages.erase(std::unique(usages.begin(), usages.end(), same_tool), usages.end());
        answers.respondents.push_back(std::move(respondent));
    }
    return answers;
}

void load_landscape(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(built_in_landscape("current"));
    }
}
BENCHMARK(load_landscape)->Unit(benchmark::kMillisecond);

void make_report(benchmark::State& state) {
    const auto landscape = built_in_landscape("current");
    const auto answers = made_up(landscape, static_cast<std::size_t>(state.range(0)), 8);
    for (auto _ : state) {
        benchmark::DoNotOptimize(make_gap_report(answers, landscape, Policy{}, {}));
    }
}
BENCHMARK(make_report)->Arg(20)->Arg(1000)->Arg(25973)->Unit(benchmark::kMillisecond);

/// The same without the draws of the tools' places: the difference is what fragility costs.
void make_report_without_draws(benchmark::State& state) {
    const auto landscape = built_in_landscape("current");
    const auto answers = made_up(landscape, static_cast<std::size_t>(state.range(0)), 8);
    Policy policy;
    policy.fragility_draws = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(make_gap_report(answers, landscape, policy, {}));
    }
}
BENCHMARK(make_report_without_draws)->Arg(20)->Arg(1000)->Arg(25973)->Unit(benchmark::kMillisecond);

/// The built-in landscape cut down to so many tools in the adopt and trial rings.
Landscape inviting_tools(std::size_t count) {
    auto landscape = built_in_landscape("current");
    std::erase_if(landscape.tools, [&](const Tool& tool) {
        return !tool.placement || tool.status.kind == ToolStatus::Retired ||
               std::ranges::none_of(tool.categories, [&](std::size_t category) {
                   return landscape.categories[category].ring <= Ring::Trial;
               });
    });
    landscape.tools.resize(std::min(count, landscape.tools.size()));
    landscape.index_spellings();
    return landscape;
}

/// The same report with what would close it, every single adoption and pair of 150 tools tried,
/// against make_report_without_draws: the difference is what the search costs.
void make_report_with_recommendation(benchmark::State& state) {
    const auto landscape = inviting_tools(150);
    const auto answers = made_up(landscape, static_cast<std::size_t>(state.range(0)), 8);
    Policy policy;
    policy.fragility_draws = 0;
    GapReportSettings settings;
    if (state.range(1) != 0) {
        settings.recommend = RecommendSettings{};
    }
    for (auto _ : state) {
        const auto report = make_gap_report(answers, landscape, policy, settings);
        if (report.closing) {
            state.counters["pairs"] = static_cast<double>(report.closing->pairs);
            state.counters["front"] = static_cast<double>(report.closing->front);
            state.counters["told"] = static_cast<double>(report.closing->proposals.size());
        }
    }
}
BENCHMARK(make_report_with_recommendation)
    ->ArgNames({"people", "recommend"})
    ->ArgsProduct({{20, 8000, 100000}, {0, 1}})
    ->Unit(benchmark::kMillisecond);

void write_report(benchmark::State& state) {
    const auto landscape = built_in_landscape("current");
    const auto report = make_gap_report(made_up(landscape, 20, 8), landscape, Policy{}, {});
    const auto& writer = writers()[static_cast<std::size_t>(state.range(0))];
    state.SetLabel(std::string(writer.format));
    for (auto _ : state) {
        std::ostringstream out;
        writer.write(report, {}, out);
        benchmark::DoNotOptimize(out);
    }
}
BENCHMARK(write_report)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);

Eigen::MatrixX2d cloud(Eigen::Index people, Random& random) {
    Eigen::MatrixX2d points(people, 2);
    for (Eigen::Index i = 0; i < people; ++i) {
        for (Eigen::Index k = 0; k < 2; ++k) {
            points(i, k) = static_cast<double>(random.below(2'000'001)) / 1e6 - 1;
        }
    }
    return points;
}

void permutation_tests(benchmark::State& state) {
    Random random(11);
    const auto first = cloud(state.range(0), random);
    const auto second = cloud(state.range(1), random);
    for (auto _ : state) {
        benchmark::DoNotOptimize(centroid_tests(first, second, {}, 1));
    }
}
BENCHMARK(permutation_tests)
    ->Args({12, 12})
    ->Args({400, 600})
    ->Args({4000, 3000})
    ->Unit(benchmark::kMillisecond);

} // namespace
} // namespace assess
