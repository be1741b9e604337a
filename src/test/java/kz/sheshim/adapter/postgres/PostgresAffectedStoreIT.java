package kz.sheshim.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import kz.sheshim.adapter.json.JacksonWriter;
import kz.sheshim.bulk.Impact;
import kz.sheshim.bulk.RecordedApplications.Range;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.publication.AffectedStore;
import kz.sheshim.publication.AffectedStore.Part;
import kz.sheshim.publication.AffectedStore.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists of affected decisions are found part by part, each by one service. */
class PostgresAffectedStoreIT {
    private static final EntryNumber PUBLICATION = new EntryNumber(26);

    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    private static AffectedStore store() {
        return new PostgresAffectedStore(POSTGRES.database(), JacksonWriter::writeInOneLine);
    }

    private static Part part(long after, long last) {
        return new Part(PUBLICATION, new Range(after, last));
    }

    @Test
    void listIsFoundPartByPartAndNoTwoServicesFindTheSame() throws SQLException {
        AffectedStore one = store();
        AffectedStore other = store();
        assertThat(one.progress(PUBLICATION)).isEmpty();
        POSTGRES.execute("INSERT INTO affected_list (publication) VALUES (26)");

        assertThat(one.next(10)).contains(part(0, 10));
        assertThat(other.next(10)).as("claimed").isEmpty();
        POSTGRES.execute("UPDATE affected_list SET claimed_until = now() - interval '1 second'");
        assertThat(other.next(10)).as("the first one has died").contains(part(0, 10));
        other.keep(part(0, 10), new Impact());
        one.keep(part(0, 10), new Impact()); // it lives, after all
        assertThat(one.progress(PUBLICATION)).contains(new Progress(10, false, 0, 0));

        one.keep(one.next(10).orElseThrow(), new Impact());
        assertThat(one.next(10)).contains(part(20, 25));
        Impact undecided = new Impact();
        undecided.addUndecided(new IllegalStateException());
        one.keep(part(20, 25), undecided);
        assertThat(one.progress(PUBLICATION)).contains(new Progress(25, true, 0, 1));
        assertThat(one.next(10)).isEmpty();
    }
}
