String log = new File(basedir, 'build.log').text
// the file that two flows write
assert log =~ /\[ERROR\] src\/main\/gleam\/b\.yaml:3:12: .*same\.txt.* is written by `a`/
// and the circle of those that wait for each other
assert log =~ /\[ERROR\] src\/main\/gleam\/[cd]\.yaml:2:11: `[cd]` reads what `[cd]` writes, which waits for `[cd]`/
// flows of tests have outputs of their own
assert !log.contains('/e.txt')
