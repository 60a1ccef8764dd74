import groovy.json.JsonSlurper

File list = new File(basedir, 'target/list.json')
def flows = new JsonSlurper().parse(list, 'UTF-8').flows
assert flows*.name == ['first', 'wrong']
assert flows[0].params.find { it.name == 'size' }.value == '5'
assert flows[0].params.find { it.name == 'password' }.value == '***'
assert flows[0].reads == ['data/*.txt']
assert flows[0].writes == ['target/long.txt']
assert !flows[0].upToDate
assert flows[1].error.startsWith('cannot run: 1 problem')
assert !list.text.contains('hunter2')

def problems = new JsonSlurper().parse(new File(basedir, 'target/problems.json'), 'UTF-8').problems
assert problems*.severity == ['warning', 'error']
assert problems[1].file == 'src/main/gleam/wrong.yaml'
assert problems[1].line == 2
assert problems[1].hint.contains('read')

String log = new File(basedir, 'build.log').text
assert log.readLines().count { it.startsWith('::error file=src/main/gleam/wrong.yaml,line=2,') } == 1
assert log.contains('gleam.validate.format is `jsn`, and can be text, json, github')
assert !log.contains('hunter2')
