# Intervals for differences of means on a five-step scale: reference numbers and calibration.
#
# Writes tests/oracles/step_scores.csv (histograms of two groups and the interval with half an
# answer added at each end), and prints for several methods how often they say "more than one step
# apart" of groups that are exactly one step apart, counted over all histograms, no simulation.
# Run from the top level:  Rscript tests/oracles/step_scores.R
steps <- 1:5

histograms <- function(n, k = 5) {
  if (k == 1) return(matrix(n, 1, 1))
  do.call(rbind, lapply(0:n, function(i) cbind(i, histograms(n - i, k - 1))))
}

# Mean and variance with `plus` answers added at each end, and a floor under the variance.
moments <- function(H, plus, floor = 0) {
  N <- sum(H[1, ]) + 2 * plus
  m <- (H %*% steps + plus * 6) / N
  list(m = c(m), v = c(pmax((H %*% steps^2 + plus * 26 - N * m^2) / (N - 1), floor, 0)), N = N)
}

interval <- function(H1, H2, plus, floor = 0, level = 0.95) {
  a <- moments(H1, plus, floor); b <- moments(H2, plus, floor)
  se2 <- outer(a$v / a$N, b$v / b$N, "+")
  df <- se2^2 / outer((a$v / a$N)^2 / (a$N - 1), (b$v / b$N)^2 / (b$N - 1), "+")
  df[!is.finite(df)] <- 1
  d <- outer(a$m, b$m, "-")
  half <- qt((1 + level) / 2, df) * sqrt(se2)
  half[se2 == 0] <- Inf
  list(lower = d - half, upper = d + half)
}

set.seed(5, kind = "Mersenne-Twister")
rows <- c()
for (i in 1:300) {
  n <- sample(2:20, 2, replace = TRUE)
  p <- replicate(2, { w <- rexp(5) * (runif(5) > 0.3); if (sum(w) == 0) rep(1, 5) else w })
  h <- lapply(1:2, function(g) c(rmultinom(1, n[g], p[, g])))
  I <- interval(matrix(h[[1]], 1), matrix(h[[2]], 1), 0.5)
  rows <- c(rows, sprintf("%s,%s,%.12f,%.12f", paste(h[[1]], collapse = " "),
                          paste(h[[2]], collapse = " "), I$lower, I$upper))
}
writeLines(rows, "tests/oracles/step_scores.csv")

shapes <- list(even = rep(.2, 5), middle = c(.1, .2, .4, .2, .1), high = c(0, .05, .15, .4, .4),
  ends = c(.5, 0, 0, 0, .5), skew = c(.15, 0, 0, 0, .85), tail = c(.1, .05, .05, .1, .7),
  narrow = c(0, 0, .6, .4, 0), rising = c(0, .1, .2, .3, .4), top = c(0, 0, 0, 0, 1),
  point = c(0, 0, 1, 0, 0), nine = c(.1, 0, 0, 0, .9), upper = c(0, 0, 0, .5, .5))

# The shape, tilted to a given mean.
tilted <- function(p, mean) {
  p <- pmax(p, 1e-4); low <- -30; high <- 30
  for (i in 1:100) {
    middle <- (low + high) / 2
    q <- p * exp(middle * (steps - 3)); q <- q / sum(q)
    if (sum(q * steps) < mean) low <- middle else high <- middle
  }
  q
}

probability <- function(H, p) {
  log_p <- lgamma(sum(H[1, ]) + 1) - rowSums(lgamma(H + 1))
  for (j in steps) log_p <- log_p + ifelse(H[, j] == 0, 0, H[, j] * log(p[j]))
  exp(log_p)
}

methods <- list(welch = c(0, 0), floor = c(0, 1 / 12), quarter = c(.25, 0), half = c(.5, 0),
                one = c(1, 0))
cat("n1 n2 method  worst  median  power at two steps  at three\n")
for (n in list(c(3, 3), c(5, 5), c(5, 12), c(12, 5), c(8, 8))) {
  H1 <- histograms(n[1]); H2 <- histograms(n[2])
  for (name in names(methods)) {
    I <- interval(H1, H2, methods[[name]][1], methods[[name]][2])
    beyond <- I$lower > 1
    rate <- function(p1, p2) sum(outer(probability(H1, p1), probability(H2, p2))[beyond])
    wrong <- c()
    for (p1 in shapes) for (p2 in shapes) {
      mean1 <- sum(p1 * steps)
      if (mean1 >= 2.1) wrong <- c(wrong, rate(p1, tilted(p2, mean1 - 1)))
    }
    cat(sprintf("%2d %2d %-8s %.3f  %.3f  %.2f  %.2f\n", n[1], n[2], name, max(wrong),
      median(wrong), rate(tilted(shapes$middle, 4.2), tilted(shapes$middle, 2.2)),
      rate(tilted(shapes$middle, 4.6), tilted(shapes$middle, 1.6))))
  }
}
