// when the flow has run for the first time its input gets another row, and then the watch an end
File out = new File(basedir, 'target/generated-resources/gleam/sorted.txt')
def becomes = { String text ->
    long end = System.nanoTime() + 120_000_000_000L
    while (!out.exists() || out.text != text) {
        assert System.nanoTime() < end : "the output is not $text"
        java.util.concurrent.locks.LockSupport.parkNanos(50_000_000L)
    }
}
Thread.startDaemon('changes') {
    try {
        becomes('a\nb\n')
        new File(basedir, 'data/lines.txt') << 'c\n'
        becomes('a\nb\nc\n')
    } finally {
        new File(basedir, 'stop').text = ''
    }
}
return true
