function twice(x)
  return x + x
end

function wrong(x)
  return y +
end
