// A small valid landscape for tests, to be damaged in one place at a time.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace assess::test {

inline nlohmann::json sample_landscape() {
    return nlohmann::json::parse(R"({
      "format": "assess/landscape/1", "edition": "test", "title": "A test", "source": "made up",
      "categories": [
        {"id": "notebook", "name": "Notebooks", "quadrant": "specialized-ml-tools",
         "ring": "trial", "gives": "a place to try things"},
        {"id": "ci-cd", "name": "CI/CD", "quadrant": "standard-swe-tools", "ring": "adopt"}],
      "stages": [
        {"id": "training", "name": "Training", "loop": "model", "next": ["deployment"]},
        {"id": "deployment", "name": "Deployment", "loop": "software", "next": ["training"]}],
      "tools": [
        {"id": "jenkins", "name": "Jenkins", "categories": ["ci-cd"],
         "position": {"x": -0.5, "y": -0.25, "tolerance": 0.05, "source": "test",
                      "rationale": "Builds software."},
         "diagonals": ["orchestration"], "stages": ["deployment"], "status": "active",
         "homepage": "https://example.org/"},
        {"id": "colab", "name": "Colab", "aliases": ["Google Colab"],
         "categories": ["notebook", "ci-cd"],
         "position": {"x": 1, "y": -1, "tolerance": 0},
         "status": {"kind": "renamed", "year": 2023, "note": "Has another name now."}},
        {"id": "unplaced", "name": "Unplaced", "categories": ["notebook"]}]})");
}

/// The sample with the value at a pointer set, or taken out.
inline std::string with(const std::string& pointer, const nlohmann::json& value) {
    auto json = sample_landscape();
    json[nlohmann::json::json_pointer(pointer)] = value;
    return json.dump(1);
}
inline std::string without(const std::string& pointer) {
    const auto patch = nlohmann::json::array({{{"op", "remove"}, {"path", pointer}}});
    return sample_landscape().patch(patch).dump(1);
}

} // namespace assess::test
