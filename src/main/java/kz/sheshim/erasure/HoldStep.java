package kz.sheshim.erasure;

import java.time.Instant;
import kz.sheshim.access.Submitter;
import org.jspecify.annotations.Nullable;

/**
 * What an officer did with the legal hold of a case file.
 *
 * @param placed whether it was placed; otherwise it was released
 * @param officer null for holds that earlier versions recorded
 * @param basis the code of the legal basis; empty for a release
 * @param reason why, in the officer's words; empty: not said
 */
public record HoldStep(boolean placed, Instant at, @Nullable Submitter officer, String basis, String reason) {}
