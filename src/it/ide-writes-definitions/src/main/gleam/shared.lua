function label(id) return "order " .. id end
