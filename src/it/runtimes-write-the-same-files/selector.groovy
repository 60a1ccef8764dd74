try {
    return 'luajit -v'.execute().waitFor() == 0
} catch (IOException missing) {
    println 'luajit is not installed'
    return false
}
