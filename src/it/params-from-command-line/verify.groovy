assert new File(basedir, 'target/pom.txt').text == 'file\tpom\tline\tline\n'
// a parameter that no flow has is a mistake worth a warning
assert new File(basedir, 'build.log').text =~ /\[WARNING\] no flow here has a parameter `typo`/
