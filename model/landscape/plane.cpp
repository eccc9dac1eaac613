#include "model/landscape/plane.hpp"

namespace assess {

std::string_view id_of(Diagonal diagonal) {
    return diagonal == Diagonal::Orchestration ? "orchestration" : "building";
}

std::string_view id_of(Quadrant quadrant) {
    switch (quadrant) {
    case Quadrant::CloudPlatforms:
        return "cloud-platforms";
    case Quadrant::MachineLearningPlatforms:
        return "machine-learning-platforms";
    case Quadrant::SpecializedMlTools:
        return "specialized-ml-tools";
    case Quadrant::StandardSweTools:
        break;
    }
    return "standard-swe-tools";
}

} // namespace assess
