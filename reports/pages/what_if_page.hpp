// A change of tools that somebody weighs, as a page: before, after, and what the findings would
// say.
#pragma once

#include "model/what_if/what_if.hpp"
#include "reports/document/document.hpp"
#include "reports/wording/wording.hpp"

namespace assess::reports {

Document what_if_page(const WhatIf& what_if, const Wording& wording);

} // namespace assess::reports
