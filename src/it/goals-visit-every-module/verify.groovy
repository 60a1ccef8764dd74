Closure<List<String>> rows = { String module ->
    (new File(basedir, "$module/target").list() ?: []).findAll { it.startsWith('rows-') }.sort()
}
// of <params> of the module, of those of its execution `large`, and of the command line
assert rows('a') == ['rows-2.txt', 'rows-5.txt']
assert rows('b') == ['rows-10.txt', 'rows-11.txt', 'rows-3.txt', 'rows-6.txt', 'rows-9.txt']
assert new File(basedir, 'b/target/rows-3.txt').text == '1\n2\n3\n'

// each build has a banner of its own in the log
List<String> builds = new File(basedir, 'build.log').text.split(/Scanning for projects\.\.\./).drop(1)
assert builds.size() == 8
Closure<List<String>> visited = { String goal, String log ->
    (log =~ /--- gleam:$goal \([\w-]+\) @ ([\w-]+) ---/).collect { it[1] } - 'goals-visit-every-module'
}
assert visited('run', builds[0]) == ['a', 'b', 'plain']
assert visited('test', builds[0]) == ['a', 'b', 'plain']
assert visited('run', builds[1]) == ['a', 'b', 'plain']
['a', 'b'].each { assert new File(basedir, "$it/target/gleam/coverage.txt").exists() }
// the reactor's summary has what happened
['a', 'b', 'plain'].each { assert builds[0] =~ /\[INFO\] $it \.+ SUCCESS/ }

assert builds[4] =~ /there is no flow `of-bb`\. Did you mean `of-b`\?/

// the first failure ends the build, or all have had their turn
assert visited('test', builds[5]) == ['a', 'b']
assert visited('test', builds[6]) == ['a', 'b', 'plain']
for (String log in builds[5..6]) {
    assert log =~ /on project goals-visit-every-module: module b: src\/broken/
    assert log =~ /\[INFO\] a \.+ SUCCESS/
    assert log =~ /\[INFO\] b \.+ FAILURE/
}
