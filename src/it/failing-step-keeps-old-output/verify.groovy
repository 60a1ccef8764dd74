String log = new File(basedir, 'build.log').text
// the place is the line of error(...) in the descriptor
assert log =~ /\[ERROR\] src\/main\/gleam\/squares\.yaml:7(:\d+)?: map failed.*do not like 5000/
assert log.contains('     7 |         error("do not like " .. n)')

['squares.txt', 'again.txt'].each { name ->
    List<String> lines = new File(basedir, "target/$name").readLines()
    assert lines.size() == 9000
    assert lines[4999] == '5000\t25000000'
}
assert new File(basedir, 'target').list().toList().every { it in ['squares.txt', 'again.txt', 'gleam', 'project-local-repo'] }
