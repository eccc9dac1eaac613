// How assess landscape lays its answers out.
#pragma once

#include "assess/terminal.hpp"
#include "model/landscape/landscape.hpp"
#include "model/landscape/rubric.hpp"

#include <vector>

namespace assess {

void print_tools(const Landscape& landscape, const std::vector<ToolIndex>& tools, Streams& streams);
void print_tool(const Landscape& landscape, ToolIndex index, Streams& streams);
void print_rubric_fit(const Landscape& landscape, const RubricFit& fit, Streams& streams);

} // namespace assess
