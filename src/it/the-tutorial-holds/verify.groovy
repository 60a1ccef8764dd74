File root = basedir
while (!new File(root, 'docs/tutorial.md').exists()) {
    root = root.parentFile
}
String tutorial = new File(root, 'docs/tutorial.md').text
List<String> blocks(String text, String kind) {
    (text =~ /(?s)```$kind\n(.*?)```/).collect { it[1] }
}
String plain(String line) {
    line.replaceAll(/\d+\.\d s/, 'SECONDS').replaceAll(/ +/, ' ').trim()
}

// all that Maven says there, it says here, but for times and the width of columns
Set<String> log = new File(basedir, 'build.log').readLines().collect { plain(it) } as Set
List<String> console = blocks(tutorial, 'console').collectMany { it.readLines() }
console.findAll { it.startsWith('[') }.each { assert plain(it) in log }

// by the same commands, after the one that installs gleam
Properties invoker = new Properties()
new File(basedir, 'invoker.properties').withInputStream { invoker.load(it) }
List<String> commands = console.findAll { it.startsWith('$ mvn ') }*.substring(6)
assert commands.drop(1) == (1..5).collect { invoker.getProperty('invoker.goals.' + it) }

// the flow and its test, as they stand there
assert new File(basedir, 'src/main/gleam/large-orders.yaml').text == blocks(tutorial, 'yaml').join('\n')

// and the block of the POM, which is that of the README too
List<String> plugin = blocks(tutorial, 'xml')[0].readLines()*.trim()
String block = plugin.join('\n')
assert new File(root, 'README.md').text.contains(blocks(tutorial, 'xml')[0])
assert new File(basedir, 'pom.xml').readLines()*.trim().join('\n').contains(block)
