function isLarge(total)
  return total > params.least
end
