package kz.sheshim;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of the service. */
@ConfigMapping(prefix = "sheshim")
public interface SheshimSettings {

    /** The policy in force. */
    PolicySettings policy();

    /** What an application may hold. */
    ApplicationSettings application();

    /** Decisions that are made again by a plain reading of the rules. */
    SecondOpinionSettings secondOpinion();

    /** The record. */
    LogSettings log();

    /** Receipts of decisions. */
    ReceiptSettings receipts();

    /** The PostgreSQL that the service starts when no JDBC URL is configured. */
    EmbeddedSettings embedded();

    /** Decisions that are made again by a plain reading of the rules. */
    interface SecondOpinionSettings {

        /** The share of decisions that are made again, after they were answered, from 0 (none) to 1 (all). */
        @WithDefault("0.01")
        @DecimalMin("0")
        @DecimalMax("1")
        double share();
    }

    /** Receipts of decisions. */
    interface ReceiptSettings {

        /** So many PDFs may wait until a processor is free to set them; who comes then is told to come again. */
        @WithDefault("16")
        @Min(0)
        int mostWaiting();
    }

    /** The record. */
    interface LogSettings {

        /** So many decisions may wait to be recorded; who comes then is told to come again. */
        @WithDefault("1000")
        @Min(1)
        int mostWaiting();

        /** So long a sender that repeats a request under its key gets the decision that it got before; then the key may be used again. */
        @WithDefault("48h")
        @DurationMin(hours = 24)
        Duration keyLifetime();
    }

    /** The PostgreSQL that the service starts when no JDBC URL is configured; read before anything else, by its config source. */
    interface EmbeddedSettings {

        /** Where its data live. */
        @WithDefault("data/postgres")
        Path dataDir();

        /** Where the key of the first start is kept: in the folder of the data. The started server says so itself; without one there is none. */
        Optional<Path> apiKeyFile();
    }

    /** The policy in force. */
    interface PolicySettings {

        /** The folder with {@code decision-tables} and {@code rules}. */
        @WithDefault(".")
        Path folder();

        /** Take up changed files with the next application, without a restart. */
        @WithDefault("false")
        boolean watch();

        /** So many earlier revisions stay in memory for replays. */
        @WithDefault("4")
        @Min(1)
        int mostEarlier();
    }

    /** What an application may hold. */
    interface ApplicationSettings {

        /** The most instances of an entity that occurs many times. */
        @WithDefault("200")
        @Min(0)
        int mostInstances();

        /** How long finding the verdict on one application may take; the first ones after a start take longest. */
        @WithDefault("10s")
        @DurationMin(nanos = 1)
        Duration mostTime();
    }
}
