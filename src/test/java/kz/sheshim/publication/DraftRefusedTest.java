package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import kz.sheshim.publication.DraftRefused.Reason;
import kz.sheshim.vocabulary.Phrase;
import org.junit.jupiter.api.Test;

class DraftRefusedTest {
    @Test
    void keepsItsPhraseWhenItIsSentElsewhere() throws IOException, ClassNotFoundException {
        Phrase phrase = Phrase.of("The draft is {0}.", Phrase.of("approved"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new DraftRefused(Reason.STATE, phrase));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((DraftRefused) in.readObject()).phrase()).isEqualTo(phrase);
        }
    }
}
