String log = new File(basedir, 'build.log').text
assert log.contains('gleam:run')
for (name in ['partitions', 'sourceDirectory', 'file', 'flows', 'skip', 'keepGoing', 'outputDirectory']) {
    assert log.contains("User property: gleam.$name")
}
