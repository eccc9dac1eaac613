# Makes groups_r.json from groups.csv (of groups.py): the same quantities by R's own packages.
# vegan's betadisper() finds the spatial median by a general optimizer, good to some 2e-6 of a
# coordinate, so what rests on it is good to no more. energy's statistic is exact.
# Run, beside the file: Rscript groups.R
# Made with R 4.2.2, vegan 2.6-4, energy 1.7-11 (Debian 12).
suppressPackageStartupMessages({ library(vegan); library(energy) })

number <- function(value) {
  ifelse(is.finite(value), sprintf("%.17g", value), "null")
}
array <- function(values) paste0("[", paste(number(values), collapse = ", "), "]")

judge <- function(name, rows) {
  # betadisper() wants the groups in one matrix; first before second.
  group <- factor(rows$group, levels = c("first", "second"))
  places <- as.matrix(rows[, c("x", "y")])
  size <- sum(group == "first")
  e <- eqdist.e(places, c(size, nrow(places) - size))
  f <- NA; means <- c(NA, NA); spread_p <- NA; energy_p <- NA
  # Without any spread vegan has no axes to work on.
  if (nrow(unique(places)) > 2) {
    model <- betadisper(dist(places), group, type = "median", bias.adjust = TRUE)
    means <- as.numeric(tapply(model$distances, group, mean))
    f <- anova(model)$`F value`[1]
    if (name == "thousand") {
      set.seed(1)
      spread_p <- permutest(model, permutations = 9999)$tab$`Pr(>F)`[1]
      energy_p <- eqdist.etest(places, c(size, nrow(places) - size), R = 9999)$p.value
    }
  }
  paste0("  {\"case\": \"", name, "\", \"energy\": ", number(as.numeric(e)), ", \"f\": ", number(f),
         ", \"mean_distances\": ", array(means), ", \"spread_p\": ", number(spread_p),
         ", \"energy_p\": ", number(energy_p), "}")
}

data <- read.csv("groups.csv", stringsAsFactors = FALSE)
cases <- vapply(unique(data$case), function(name) judge(name, data[data$case == name, ]), "")

p <- c(0.01, 0.04, 0.03, 0.005, 0.8, 0.04, 0.2, 1)
tests <- list(p, rev(p), c(0.02), c(0.5, 0.5, 0.5), c(1e-300, 0.9, 0.049), numeric(0))
adjusted <- vapply(tests, function(p) {
  paste0("  {\"p\": ", array(p), ", \"adjusted\": ", array(p.adjust(p, "BH")), "}")
}, "")
adjusted <- sub("[null]", "[]", adjusted, fixed = TRUE)
adjusted <- sub("[null]", "[]", adjusted, fixed = TRUE)

writeLines(c(
  "{", paste0(" \"made_with\": {\"r\": \"", getRversion(), "\", \"vegan\": \"",
              packageVersion("vegan"), "\", \"energy\": \"", packageVersion("energy"), "\"},"),
  " \"cases\": [", paste(cases, collapse = ",\n"), " ],",
  " \"benjamini_hochberg\": [", paste(adjusted, collapse = ",\n"), " ]", "}"), "groups_r.json")
