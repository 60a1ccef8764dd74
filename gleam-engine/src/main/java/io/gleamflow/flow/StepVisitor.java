package io.gleamflow.flow;

/** One method for each verb, so that a new verb names every place that must learn it. */
public interface StepVisitor<R> {

    R read(SourceStep.Read step);

    R command(SourceStep.Command step);

    R socket(SourceStep.Socket step);

    R count(SourceStep.Count step);

    R rows(SourceStep.Rows step);

    R from(SourceStep.From step);

    R rejected(SourceStep.Rejected step);

    R map(RowStep.Map step);

    R mapColumns(RowStep.MapColumns step);

    R flatMap(RowStep.FlatMap step);

    R filter(RowStep.Filter step);

    R forEach(RowStep.ForEach step);

    R select(RowStep.Select step);

    R setColumns(RowStep.SetColumns step);

    R drop(RowStep.Drop step);

    R rename(RowStep.Rename step);

    R check(RowStep.Check step);

    R general(RowStep.General step);

    R reduceByKey(KeyStep.ReduceByKey step);

    R reduce(KeyStep.Reduce step);

    R aggregate(KeyStep.Aggregate step);

    R countBy(KeyStep.CountBy step);

    R groupBy(KeyStep.GroupBy step);

    R distinct(KeyStep.Distinct step);

    R join(JoinStep.Join step);

    R crossJoin(JoinStep.CrossJoin step);

    R coGroup(JoinStep.CoGroup step);

    R union(JoinStep.Union step);

    R sort(OrderStep.Sort step);

    R top(OrderStep.Top step);

    R limit(OrderStep.Limit step);

    R skip(OrderStep.Skip step);

    R sample(OrderStep.Sample step);

    R partition(ShardStep.Partition step);

    R roundRobin(ShardStep.RoundRobin step);

    R broadcast(ShardStep.Broadcast step);

    R merge(ShardStep.Merge step);

    R pipe(ProgramStep.Pipe step);

    R pipeAsArgs(ProgramStep.PipeAsArgs step);

    R exec(ProgramStep.Exec step);

    R print(EndStep.Print step);

    R write(EndStep.Write step);
}
