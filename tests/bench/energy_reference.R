# The energy test of R's package energy. Prints the seconds that it took, loading left out.
# Usage: energy_reference.R N1 N2 REPLICATES
suppressMessages(library(energy))
words <- commandArgs(trailingOnly = TRUE)
sizes <- as.integer(words[1:2])
set.seed(1)
points <- matrix(runif(2 * sum(sizes), -1, 1), ncol = 2)
start <- proc.time()[["elapsed"]]
test <- eqdist.etest(points, sizes, R = as.integer(words[3]))
cat(proc.time()[["elapsed"]] - start, test$p.value, "\n")
