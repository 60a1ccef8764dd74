local first = { "Ada", "Bob", "Cleo", "Dan", "Eva", "Finn" }
local last = { "Stone", "River", "Field", "Woods" }

--- A made-up name, always the same one for the same id.
function fakeName(id)
  local n = 0
  for i = 1, #id do n = (n * 31 + id:byte(i)) % 100003 end
  return first[n % #first + 1] .. " " .. last[n % #last + 1]
end
