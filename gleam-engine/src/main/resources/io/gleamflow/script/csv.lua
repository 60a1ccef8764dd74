-- Records of CSV: fields between separators, in double quotes where they need them, as RFC 4180 has it.
local values = ...
local csv = {}

local byte, concat, find, gsub, sub = string.byte, table.concat, string.find, string.gsub, string.sub

-- What the functions must know of a separator, by separator.
local dialects = {}

local function dialect(name, separator)
  separator = separator or ","
  local known = dialects[separator]
  if known then return known end
  if type(separator) ~= "string" or #separator ~= 1 or find(separator, '["\r\n]') then
    error(name .. " wants a separator of one byte, neither a quote nor a line end, got " .. values.shown(separator), 3)
  end
  local class = gsub(separator, "[%^%]%%-]", "%%%0") .. "\r\n]"
  known = { separator = separator, code = byte(separator), ends = "[" .. class, special = '["' .. class }
  dialects[separator] = known
  return known
end

-- What is wrong at a byte, with the line it is on when there are several.
local function broken(text, at, problem)
  local _, lines = gsub(sub(text, 1, at - 1), "\n", "")
  local line = find(text, "\n.") and " in line " .. lines + 1 or ""
  return nil, problem .. " at byte " .. at .. line
end

-- The field whose opening quote is at byte `start`, and the byte behind its closing quote.
local function quotedField(text, start)
  local from, pieces = start + 1, nil
  while true do
    local e = find(text, '"', from, true)
    if not e then return broken(text, start, "the quote that opens") end
    if byte(text, e + 1) ~= 34 then
      local rest = sub(text, from, e - 1)
      if not pieces then return rest, e + 1 end
      pieces[#pieces + 1] = rest
      return concat(pieces), e + 1
    end
    pieces = pieces or {}
    pieces[#pieces + 1] = sub(text, from, e)
    from = e + 2
  end
end

-- The fields of the record that starts at byte `at`, and the byte behind its line end; nil and what is wrong otherwise.
local function record(text, at, known)
  local fields, n, ends = {}, 0, known.ends
  while true do
    local field, behind, c
    if byte(text, at) == 34 then
      field, behind = quotedField(text, at)
      if not field then return nil, behind .. " is never closed" end
      c = byte(text, behind)
      if c and c ~= known.code and c ~= 10 and c ~= 13 then
        return broken(text, behind, "text stands behind a closing quote")
      end
    else
      behind = find(text, ends, at) or #text + 1
      field = sub(text, at, behind - 1)
      c = byte(text, behind)
    end
    n = n + 1
    fields[n] = field
    if c ~= known.code then
      -- a lone carriage return ends a line too, as old programs have it
      if c == 13 and byte(text, behind + 1) == 10 then behind = behind + 1 end
      return fields, behind + 1
    end
    at = behind + 1
  end
end

-- The fields of a text that has neither quotes nor line ends.
local function plain(text, separator)
  local fields, n, from = {}, 0, 1
  local at = find(text, separator, 1, true)
  while at do
    n = n + 1
    fields[n] = sub(text, from, at - 1)
    from = at + 1
    at = find(text, separator, from, true)
  end
  fields[n + 1] = sub(text, from)
  return fields
end

-- The fields of one record, as a list of texts. A line end behind it does not matter.
function csv.parse(text, separator)
  if type(text) ~= "string" then values.wants("csv.parse", "a text", text) end
  local known = dialect("csv.parse", separator)
  if not find(text, '["\r\n]') then return plain(text, known.separator) end
  local fields, behind = record(text, 1, known)
  if not fields then error("csv.parse: " .. behind, 2) end
  if behind <= #text then
    local _, problem = broken(text, behind, "another record begins")
    error("csv.parse: " .. problem .. "; csv.parseAll reads them all", 2)
  end
  return fields
end

-- All records of a text, as a list of lists of texts. Empty lines are no records.
function csv.parseAll(text, separator)
  if type(text) ~= "string" then values.wants("csv.parseAll", "a text", text) end
  local known = dialect("csv.parseAll", separator)
  local records, at = {}, 1
  while at <= #text do
    if find(text, "^[\r\n]", at) then
      at = at + 1
    else
      local fields, behind = record(text, at, known)
      if not fields then error("csv.parseAll: " .. behind, 2) end
      records[#records + 1] = fields
      at = behind
    end
  end
  return records
end

local function fieldText(v, i)
  local kind = type(v)
  if kind == "string" then
    return v
  elseif kind == "number" then
    return values.number(v)
  elseif kind == "nil" then
    return ""
  elseif kind == "boolean" then
    return tostring(v)
  end
  local integer = values.integer(v)
  if not integer then error("csv.format wants texts, numbers and truth values, got a " .. kind .. " as field " .. i, 3) end
  return integer
end

-- One record as a text without line end. Fields are texts, numbers and truth values; what is nil is empty, as many as `width` says.
function csv.format(list, separator, width)
  if type(list) ~= "table" then values.wants("csv.format", "a list", list) end
  local known = dialect("csv.format", separator)
  if width ~= nil and (type(width) ~= "number" or width % 1 ~= 0 or width < 0) then
    values.wants("csv.format", "a width that is a whole number", width)
  end
  local special, fields = known.special, {}
  for i = 1, width or table.maxn(list) do
    local field = fieldText(list[i], i)
    if find(field, special) then field = '"' .. gsub(field, '"', '""') .. '"' end
    fields[i] = field
  end
  -- an empty line would be no record
  if #fields == 1 and fields[1] == "" then return '""' end
  return concat(fields, known.separator)
end

return csv
