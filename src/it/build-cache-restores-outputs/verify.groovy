File root = basedir
while (!new File(root, 'docs/maven.md').exists()) {
    root = root.parentFile
}
// what has been tried here is what people copy
String page = new File(root, 'docs/maven.md').text
String section = page.substring(page.indexOf('\n## maven-build-cache-extension\n'))
List<String> blocks = (section =~ /(?s)```xml\n(.*?)```/).collect { it[1] }
assert blocks[0] == new File(basedir, '.mvn/extensions.xml').text
assert blocks[1] == new File(basedir, '.mvn/maven-build-cache-config.xml').text
assert new File(basedir, 'pom.xml').readLines()*.trim().join('\n').contains(blocks[2].readLines()*.trim().join('\n'))

List<String> builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1) as List
assert builds.size() == 13
boolean ran(String build) {
    build =~ / large +\d+ rows? -> /
}
boolean restored(String build) {
    build.contains('Skipping plugin execution (cached): gleam:run') && !ran(build)
}
assert ran(builds[0])
assert restored(builds[1])
// a parameter of the command line, which the POM hands on
assert ran(builds[2]) && builds[2].contains('large   1 row -> ')
// what was made of some flows is nothing for who wants all
assert ran(builds[3])
assert ran(builds[4])
// the Lua file, the descriptor, the data
assert ran(builds[6])
assert ran(builds[8])
assert ran(builds[10])
assert restored(builds[11])
// who wants nothing to run may have what is there
assert restored(builds[12])

assert new File(basedir, 'target/generated-resources/gleam/large.csv').text == 'id,total\nd,4\nc,3\n'
assert new File(basedir, 'target/generated-test-resources/gleam/small.csv').text == 'id,total\na,1\n'
assert new File(basedir, 'build-cache').directory
