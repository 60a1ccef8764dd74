-- What every script has at hand besides Lua's own libraries.

-- log("text"), log.info("text"), log.warn("text"), log.error("text")
log = setmetatable({
  info = function(...) print(...) end,
  warn = function(...) print("warning:", ...) end,
  error = function(...) print("error:", ...) end,
}, { __call = function(_, ...) print(...) end })

-- The pieces of a text between the separators, which are plain text, as a list.
function split(text, separator)
  if separator == nil or separator == "" then
    error("split wants a text and a separator that is not empty", 2)
  end
  local pieces, from = {}, 1
  while true do
    local first, last = text:find(separator, from, true)
    if not first then
      pieces[#pieces + 1] = text:sub(from)
      return pieces
    end
    pieces[#pieces + 1] = text:sub(from, first - 1)
    from = last + 1
  end
end

-- A table with true for every element of the list.
function set(list)
  local members = {}
  for _, member in ipairs(list) do members[member] = true end
  return members
end
