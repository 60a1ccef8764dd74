-- What scripts call `prev`: a row the operation has had before, of the same key if there are keys; empty at first. Costs nothing when
-- no script wants it.

local keys = ...

local function nothing() return nil end

-- Of rows with columns of these names, `per` key: a function that gives the table for a row before its scripts run, and one that
-- takes the row to remember as it came, whatever scripts have done to its tables, and leaves it so.
return function(wanted, names, per)
  if not wanted then return nothing, nothing end
  local begins, prev = keys.watch(per), {}
  local function enter(row)
    if begins(row) then prev = {} end
    return prev
  end
  local function remember(row)
    row:forget()
    prev = row:table(names)
    row:forget()
  end
  return enter, remember
end
