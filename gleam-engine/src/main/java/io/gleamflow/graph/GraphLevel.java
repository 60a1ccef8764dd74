package io.gleamflow.graph;

/** What the nodes of a diagram are. */
public enum GraphLevel {
    /** Datasets with their steps. */
    DATASETS,
    /** Steps. */
    STEPS,
    /** Stages, which are what runs in one process. */
    PROCESSES
}
