local start, clicks

function init()
  start, clicks = nil, 0
end

function process(row, emit)
  start = start or row.time
  clicks = clicks + 1
end

function finish(emit)
  emit(start, clicks)
end
