assert !new File(basedir, 'pom.xml').exists()
assert new File(basedir, 'target/generated-resources/gleam/counts.txt').text == 'a\t1\nb\t2\n'
