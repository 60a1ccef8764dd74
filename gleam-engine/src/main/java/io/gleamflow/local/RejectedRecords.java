package io.gleamflow.local;

import io.gleamflow.connector.BadRecords;
import io.gleamflow.worker.StepRejects;
import java.util.List;
import java.util.Optional;

/** Records of sources and programs that are no rows. */
final class RejectedRecords {

    private RejectedRecords() {}

    /** Takes them, when they may be left out. */
    static Optional<BadRecords> to(Optional<StepRejects> rejects) {
        return rejects.map(to -> (error, row, start, end) -> {
            to.came();
            to.reject(error, row, start, end, List.of());
        });
    }
}
