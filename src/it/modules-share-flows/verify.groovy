// the parent runs them as well, in its own directory
['modules-share-flows': '.', 'one': 'one', 'two': 'two'].each { module, directory ->
    ['first', 'second', 'third'].each { flow ->
        List<String> lines = new File(basedir, "$directory/target/generated-resources/gleam/${flow}.txt").readLines()
        assert lines.size() == 500
        assert lines[0] == "$module\t500" && lines[499] == "$module\t1"
    }
    // nothing of the runs is left
    assert new File(basedir, "$directory/target/gleam").list().sort() == ['report', 'state']
}
String log = new File(basedir, 'build.log').text
assert log =~ /two\/third +500 rows/
