-- what flows share
function twice(n) return 2 * n end
