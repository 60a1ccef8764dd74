String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] flowchart TD')
// flows are linked by the file that one writes and the other reads
assert log.contains('f1w1[/"target/big.csv"/]')
assert log.contains('f1w1 --> f2')
String dot = new File(basedir, 'flows.dot').text
assert dot.contains('digraph "first" {')
assert dot.contains('label="the \\"biggest\\" <first>"')
def graphs = new groovy.json.JsonSlurper().parse(new File(basedir, 'deep/flows.json')).graphs
assert graphs*.name == ['first']
assert graphs[0].nodes.every { it.kind == 'stage' }
def plan = new groovy.json.JsonSlurper().parse(new File(basedir, 'plan.json'))
assert plan.flows[0].stages[0].input.contains('1 file')
assert plan.flows[0].reasons.size() > 0
assert log.contains('gleam.graph.format is `svg`, and can be mermaid, dot, json')
assert !new File(basedir, 'target/gleam').exists()
