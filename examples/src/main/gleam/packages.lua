-- Paragraphs of fields, as in the package lists of Debian, to one row for each paragraph.
local fields

function init()
  fields = {}
end

local function flush(emit)
  if fields.Package then
    local size = tonumber(fields["Installed-Size"])
    emit(fields.Package, fields.Section or "none", fields.Maintainer, size)
  end
  fields = {}
end

function process(row, emit)
  local name, value = row.line:match("^([%w-]+): ?(.*)$")
  if name then
    fields[name] = value
  elseif row.line == "" then
    flush(emit)
  end -- other lines go on with the field before
end

function finish(emit)
  flush(emit)
end
