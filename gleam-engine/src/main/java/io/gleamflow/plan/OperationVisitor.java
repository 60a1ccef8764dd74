package io.gleamflow.plan;

/** One method for each operation. */
public interface OperationVisitor<R> {

    R script(LuaOperation.Script operation);

    R expressions(LuaOperation.Expressions operation);

    R general(LuaOperation.General operation);

    R partialReduce(LuaOperation.PartialReduce operation);

    R finalReduce(LuaOperation.FinalReduce operation);

    R select(RowOperation.Select operation);

    R front(RowOperation.Front operation);

    R drop(RowOperation.Drop operation);

    R convert(RowOperation.Convert operation);

    R partialCount(RowOperation.PartialCount operation);

    R finalCount(RowOperation.FinalCount operation);

    R pick(RowOperation.Pick operation);

    R partialAggregate(RowOperation.PartialAggregate operation);

    R engine(EngineOperation operation);
}
