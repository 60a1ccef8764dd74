String log = new File(basedir, 'build.log').text
String file = 'src/main/gleam/broken.yaml'

// the syntax error inside the Lua block: on the line of the descriptor, not of the block
assert log =~ /\[ERROR\] \Q$file\E:7(:\d+)?: /
// the duplicate key
assert log =~ /\[ERROR\] \Q$file\E:10:5: .*`?partitions`?/
// the unknown option
assert log =~ /\[ERROR\] \Q$file\E:12:5: .*`?colour`?/
// the verb with a typo, and the one that was meant
assert log =~ /\[ERROR\] \Q$file\E:13:5: .*`?wirte`?/
assert log.contains('Did you mean `write`?')

// an excerpt with a caret under the column
assert log.contains('    13 |   - wirte: target/out.txt')
assert log.contains('       |     ^')

// the one line that Maven repeats at the end is enough to act on, and says that there is more
assert log =~ /Failed to execute goal .*broken\.yaml:7.* \(and 3 more above\)/
assert !new File(basedir, 'target/out.txt').exists()
