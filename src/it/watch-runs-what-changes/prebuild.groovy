import java.nio.file.Files
import java.nio.file.StandardCopyOption

// Maven watches in a process of its own; this changes files beside it, each when the log says that it waits
File log = new File(basedir, 'build.log')

def waiting = { int times ->
    long end = System.nanoTime() + 120_000_000_000L
    while (!log.exists() || log.text.count('] watching ') < times) {
        assert System.nanoTime() < end : "was not watching for the time no. $times"
        java.util.concurrent.locks.LockSupport.parkNanos(50_000_000L)
    }
}
def saved = { String name, String text ->
    File aside = new File(basedir, name + '.aside')
    aside.text = text
    Files.move(aside.toPath(), new File(basedir, name).toPath(), StandardCopyOption.REPLACE_EXISTING)
}

Thread.startDaemon('changes') {
    try {
        waiting(1)
        saved('data/letters.txt', 'c\nb\n')
        waiting(2)
        saved('src/main/gleam/numbers.yaml', 'steps:\n  - raed: data/numbers.txt\n')
        waiting(3)
        saved('src/main/gleam/numbers.yaml', 'steps:\n  - read: data/numbers.txt\n  - write: target/more.txt\n')
        waiting(4)
    } finally {
        new File(basedir, 'target').mkdirs()
        new File(basedir, 'target/stop').text = ''
    }
}
return true
