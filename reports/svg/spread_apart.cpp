#include "reports/svg/spread_apart.hpp"

#include <algorithm>
#include <cstddef>

namespace assess::reports {

std::vector<double> spread_apart(std::span<const double> wanted, std::span<const double> sizes,
                                 double low, double high) {
    struct Block {
        double sum = 0; ///< of the wanted places of its members, less what stands before each
        std::size_t count = 0;
        [[nodiscard]] double mean() const { return sum / static_cast<double>(count); }
    };
    // Less the room that the things before it take, the centres need only not to fall.
    std::vector<double> offsets;
    double room = 0;
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        offsets.push_back(room + sizes[i] / 2);
        room += sizes[i];
        blocks.push_back({wanted[i] - offsets.back(), 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
            const auto last = blocks.back();
            blocks.pop_back();
            blocks.back().sum += last.sum;
            blocks.back().count += last.count;
        }
    }
    std::vector<double> placed;
    const double latest = std::max(low, high - room);
    for (const auto& block : blocks) {
        for (std::size_t i = 0; i < block.count; ++i) {
            placed.push_back(std::clamp(block.mean(), low, latest) + offsets[placed.size()]);
        }
    }
    return placed;
}

} // namespace assess::reports
