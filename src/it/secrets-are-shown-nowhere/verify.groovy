String log = new File(basedir, 'build.log').text
// not in excerpts, stack traces, causes, plans, lists, or what Maven says of parameters with -X
assert !log.contains('Xq7Kd')
assert log.contains('no login with ***')
assert log.contains('target/***.txt')
assert log =~ /params +password = \*\*\*/
assert new File(basedir, 'target/Xq7Kd9Wz.txt').text == '1\n2\n'
