String lua = new File(basedir, '.gleam/gleam.d.lua').text
assert lua.contains('''---@class gleam.rows.orders.large
---@field id integer?
---@field customer string?
---@field total number?
---@field note any?
''')
assert lua.contains('---@field least integer\n')
assert lua.contains('function json.decode(text, options) end')
assert new File(basedir, '.gleam/flow.schema.json').text.contains('"step_flatMap"')
assert new File(basedir, '.vscode/settings.json').text.contains('./.gleam/flow.schema.json')
// what was there and is not gleam's stays, and is told of
assert new File(basedir, '.luarc.json').text == '{"mine": true}\n'
String log = new File(basedir, 'build.log').text
assert log.contains('.luarc.json is not as gleam has written it')
assert log.findAll(/wrote \.gleam/).size() == 2
