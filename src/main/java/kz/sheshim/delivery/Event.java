package kz.sheshim.delivery;

import java.time.Instant;

/** Tells a destination of something that happened here. */
public sealed interface Event permits ActionEvent, LawEvent {

    /** Unique to the event; the same at every attempt and for every destination. */
    String id();

    /** The code of the action, or of what happened to the law. */
    String name();

    /** When it happened. */
    Instant at();

    /** What is the same for all events that are delivered one after the other: those of one application, and those of the law. */
    String application();
}
