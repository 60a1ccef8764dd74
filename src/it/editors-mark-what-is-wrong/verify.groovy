assert new File(basedir, 'told.txt').readLines() == [
    'clear src/main/gleam/right.yaml',
    'clear src/main/gleam/wrong.yaml',
    'error src/main/gleam/wrong.yaml:3:5: `wirte` is no verb (Did you mean `write`?)'
        + ' [src/main/gleam/wrong.yaml:3:5: `wirte` is no verb (Did you mean `write`?)]',
    'changed target/generated-resources/gleam/right.txt',
    'clear src/main/gleam/right.yaml',
]
// the log has it once, beside the line that Maven ends with
String log = new File(basedir, 'build.log').text
assert log.count('`wirte` is no verb') == 2
