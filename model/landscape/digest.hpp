// The digest by which a report says which landscape it used.
#pragma once

#include "model/landscape/landscape.hpp"

#include <string>

namespace assess {

/// "fnv1a64:" and 16 hex digits: FNV-1a with 64 bits (Fowler, Noll, Vo) over every field of the
/// edition, categories, stages and tools, in the order of their ids. The order of a file's
/// entries, of a tool's aliases, categories and stages, its white space and its way of writing
/// numbers do not matter. Tools kept from answers do not count. It tells two landscapes apart; it
/// is no protection against somebody who forges one.
std::string digest_of(const Landscape& landscape);

} // namespace assess
