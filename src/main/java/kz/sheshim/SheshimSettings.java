package kz.sheshim;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of the service. */
@ConfigMapping(prefix = "sheshim")
public interface SheshimSettings {

    /** Where the policy is and how it is loaded. */
    PolicySettings policy();

    /** How the law is changed. */
    DraftSettings drafts();

    /** Limits of one application. */
    ApplicationSettings application();

    /** Decisions that are made again by a plain reading of the rules. */
    SecondOpinionSettings secondOpinion();

    /** How decisions are recorded. */
    LogSettings log();

    /** When case files are erased by the retention rules of the policy. */
    RetentionSettings retention();

    /** How receipts are made. */
    ReceiptSettings receipts();

    /** The PostgreSQL that the service starts when no JDBC URL is configured. */
    EmbeddedSettings embedded();

    /** Decisions that are made again by a plain reading of the rules. */
    interface SecondOpinionSettings {

        /** The share of decisions that are made again, after they were recorded, from 0 (none) to 1 (all). */
        @WithDefault("0.01")
        @DecimalMin("0")
        @DecimalMax("1")
        double share();
    }

    /** When case files are erased by the retention rules of the policy. */
    interface RetentionSettings {

        /** The time of day, in UTC, at which the case files are erased whose time is over. */
        @WithDefault("22:00")
        LocalTime at();
    }

    /** How receipts are made. */
    interface ReceiptSettings {

        /** Maximum number of PDFs that wait for a free processor. Further requests get 503. */
        @WithDefault("16")
        @Min(0)
        int maxWaiting();

        /** Folder with fonts (.ttf, .otf with TrueType outlines) for letters that the font of PDFs lacks. Letters that no font has are logged. */
        Optional<Path> fonts();
    }

    /** How decisions are recorded. */
    interface LogSettings {

        /** Maximum number of decisions that wait to be recorded. Further applications get 503. */
        @WithDefault("1000")
        @Min(1)
        int maxWaiting();

        /** Maximum time that an application waits until its decision is recorded. Then it gets 503. */
        @WithDefault("30s")
        @DurationMin(millis = 1)
        Duration maxWait();

        /**
         * How long an Idempotency-Key is kept. A submitter that repeats a request within this time gets the same decision again;
         * afterwards the key is new.
         */
        @WithDefault("48h")
        @DurationMin(hours = 24)
        Duration keyLifetime();

        /**
         * The folder for what the log keeps outside the database: its key, and the newest checkpoint and the erasures that this service has
         * seen. With the embedded server the default is {@code log} beside its data.
         */
        @WithDefault("data/log")
        Path folder();

        /** The name of the log (the origin of its checkpoints). By default the one that it has; at first {@code sheshim.local/} and the hash of its key. */
        Optional<@Pattern(regexp = "[^\\s+]+") String> name();

        /**
         * The private key of the log: a file (Ed25519, PKCS#8 in PEM), or the address of a key in a PKCS#11 device (RFC 7512). By default {@code key.pem} in
         * the folder, which is made at the first start.
         */
        Optional<String> key();

        /** The private key that the log had before, while it changes to another one. */
        Optional<String> previousKey();

        /**
         * The key under which case files are found by personal texts: 32 random bytes in Base64. By default {@code search-key} in the folder,
         * which is made at the first start.
         */
        Optional<Path> searchKeyFile();

        /** How often recorded entries are taken into the tree and a checkpoint is signed. */
        @WithDefault("500ms")
        @DurationMin(millis = 10)
        Duration checkpointInterval();

        /**
         * A policy (C2SP tlog-policy) that names the witnesses with their addresses, and says how many of them make a checkpoint
         * count. Each is asked to cosign.
         */
        Optional<Path> witnesses();

        /** How often the witnesses are asked. */
        @WithDefault("5s")
        @DurationMin(millis = 100)
        Duration cosigningInterval();

        /** Whether applications are decided while the log has stopped, because it would contradict what it signed before. */
        @WithDefault("false")
        boolean decideWhileStopped();
    }

    /** The PostgreSQL that the service starts when no JDBC URL is configured; read before anything else, by its config source. */
    interface EmbeddedSettings {

        /** The folder of its data. */
        @WithDefault("data/postgres")
        Path dataDir();

        /** The file with the key of the first start, in the folder of the data. Set by the server that was started; otherwise empty. */
        Optional<Path> apiKeyFile();
    }

    /** Where the policy is and how it is loaded. */
    interface PolicySettings {

        /** The folder with {@code decision-tables} and {@code rules}. */
        @WithDefault(".")
        Path folder();

        /** Whether changed files are put in force without a restart. Until they are ready, the ruleset before goes on deciding. */
        @WithDefault("false")
        boolean watch();

        /** A change of watched files counts when the folder has not changed for this time. */
        @WithDefault("3s")
        @DurationMin(millis = 1)
        Duration quietTime();

        /** Whether nothing is decided while the watched files cannot be used. Otherwise the last good ruleset goes on deciding. */
        @WithDefault("false")
        boolean stopOnFault();

        /** Maximum number of earlier revisions that stay in memory for replays. */
        @WithDefault("4")
        @Min(1)
        int maxEarlierRevisions();
    }

    /** How the law is changed. */
    interface DraftSettings {

        /** Number of other people who must approve a draft. */
        @WithDefault("1")
        @Min(1)
        @Max(9)
        int approvals();

        /** Number of the newest recorded decisions that the dossier of a draft decides again. */
        @WithDefault("100000")
        @Min(1)
        int impactOn();
    }

    /** Limits of one application. */
    interface ApplicationSettings {

        /** Maximum number of instances of an entity, for example of documents. */
        @WithDefault("200")
        @Min(0)
        int maxInstances();

        /** Maximum time to find the verdict on one application. The first verdicts after a start take longest. */
        @WithDefault("10s")
        @DurationMin(nanos = 1)
        Duration maxTime();
    }
}
