#include "model/landscape/rubric.hpp"

#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>
#include <string>

namespace assess {

namespace {

constexpr std::array artifacts{
    RubricChoice{"computing", "Computing",
                 "machines, containers, networks and source code, whatever they are for: "
                 "a cloud, a container, an editor"},
    RubricChoice{"application", "Applications",
                 "a program that is built, tested, released, hosted or watched: a build server"},
    RubricChoice{"data", "Data",
                 "data that are kept, queried or shown: a database, a warehouse, a dashboard"},
    RubricChoice{"data-pipeline", "Data pipelines",
                 "steps that move and transform data: a scheduler of extractions"},
    RubricChoice{"ml-infrastructure", "ML infrastructure",
                 "rented means on which models are trained or answer: a vendor's AI service"},
    RubricChoice{"ml-workflow", "ML workflows",
                 "the steps between data and a model in production, chained, versioned, served or "
                 "watched: a graph of training steps, a model server"},
    RubricChoice{"model-input", "Model input",
                 "what models learn from or are fed with: labels, features, embeddings"},
    RubricChoice{"experiment", "Experiments",
                 "runs, notebooks and analyses with their results: an experiment tracker"},
    RubricChoice{"model", "Models",
                 "a model itself, its architecture or parameters: a training library, a search "
                 "for hyperparameters"},
};

constexpr std::array processes{
    RubricChoice{"data-acquisition", "Data acquisition", "fetching, loading or labelling data"},
    RubricChoice{"feature-engineering", "Feature engineering",
                 "exploring data and shaping them into what a model reads"},
    RubricChoice{"model-training", "Model training", "training models or searching parameters"},
    RubricChoice{"model-evaluation", "Model evaluation", "judging and comparing models"},
    RubricChoice{"deployment", "Deployment", "packing, releasing or serving software or models"},
    RubricChoice{"functional-testing", "Functional testing", "testing that what runs is right"},
    RubricChoice{"monitoring", "Monitoring", "watching what runs"},
    RubricChoice{"feedback-collection", "Feedback collection",
                 "bringing back what users or reviewers say of the results"},
    RubricChoice{"compute", "Compute", "providing or placing machines"},
    RubricChoice{"storage", "Storage", "keeping data or files itself"},
    RubricChoice{"orchestration", "Orchestration", "running tasks in order, with retries"},
    RubricChoice{"versioning", "Versioning", "keeping versions or records of what was made"},
};

std::optional<std::size_t> choice_index(std::span<const RubricChoice> choices,
                                        std::string_view id) {
    const auto found = std::find_if(choices.begin(), choices.end(),
                                    [&](const RubricChoice& choice) { return choice.id == id; });
    if (found == choices.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - choices.begin());
}

std::size_t known_index(std::span<const RubricChoice> choices, std::string_view kind,
                        const std::string& id) {
    if (const auto index = choice_index(choices, id)) {
        return *index;
    }
    std::vector<std::string> ids;
    for (const auto& choice : choices) {
        ids.emplace_back(choice.id);
    }
    const auto near = closest_names(id, ids);
    throw Error(fmt::format("the rubric knows no {} \"{}\"", kind, id),
                near.empty() ? fmt::format("Use {}.", listed(ids))
                             : fmt::format("Did you mean {}?", listed(near)));
}

/// Three decimals: finer than any rating can be, and the same digits whatever the machine's log.
/// Adding zero turns a negative zero into zero.
double rounded(double coordinate) {
    return std::round(coordinate * 1000) / 1000 + 0.0;
}

} // namespace

std::span<const RubricChoice> artifact_scale() {
    return artifacts;
}

std::span<const RubricChoice> lifecycle_processes() {
    return processes;
}

std::optional<std::size_t> artifact_level(std::string_view id) {
    return choice_index(artifacts, id);
}

std::optional<std::size_t> process_index(std::string_view id) {
    return choice_index(processes, id);
}

Placement rubric_placement(const RubricFacts& facts) {
    const auto level = known_index(artifacts, "artifact", facts.artifact);
    std::bitset<processes.size()> covered;
    for (const auto& process : facts.covers) {
        covered.set(known_index(processes, "lifecycle process", process));
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < processes.size(); ++i) {
        if (covered.test(i)) {
            names.emplace_back(processes[i].id);
        }
    }
    const auto& c = rubric_coefficients;
    const auto count = static_cast<double>(std::max<std::size_t>(1, names.size()));
    Placement placement;
    placement.point.x = rounded(c.first_artifact + c.artifact_step * static_cast<double>(level));
    placement.point.y = rounded(c.breadth * std::log(count / c.threshold));
    placement.tolerance = rubric_tolerance;
    placement.source = "rubric";
    placement.rationale =
        fmt::format("Helps to produce {} ({} of {} from software to models); covers {}.",
                    artifacts[level].id, level + 1, artifacts.size(),
                    names.empty() ? "no process of the lifecycle by itself" : listed(names, "and"));
    return placement;
}

} // namespace assess
