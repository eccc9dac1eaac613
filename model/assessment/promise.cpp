#include "model/assessment/promise.hpp"

namespace assess {

std::string_view id_of(Promise promise) {
    return promise == Promise::Confidential ? "confidential" : "lead-entered";
}

} // namespace assess
