package kz.sheshim.log.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.sheshim.hash.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public proofs of transparency-dev/merkle, good and forged. */
class MerkleVectorsTest {
    private static final Path FOLDER = Path.of("src/test/resources/vectors/merkle");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({"inclusion,98,6", "consistency,98,6", "subtreeinclusion,204,12", "subtreeconsistency,118,12"})
    void everyPublishedProofIsJudgedAsItsAuthorsDo(String kind, int files, int good) throws IOException {
        TreeMap<String, String> wrong = new TreeMap<>();
        int accepted = 0;
        for (Path file : files(kind)) {
            JsonNode vector = JSON.readTree(file.toFile());
            boolean accept = accepts(kind, vector);
            accepted += accept ? 1 : 0;
            if (accept == vector.get("wantErr").asBoolean()) {
                wrong.put(file.toString(), vector.get("desc").asText());
            }
        }
        assertThat(files(kind)).hasSize(files);
        assertThat(wrong).isEmpty();
        assertThat(accepted).isEqualTo(good);
    }

    @Test
    void thereAre518Files() throws IOException {
        assertThat(files("")).hasSize(518);
    }

    private static List<Path> files(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER.resolve(kind))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private static boolean accepts(String kind, JsonNode vector) {
        try {
            List<Hash> proof = new ArrayList<>();
            vector.get("proof").forEach(each -> proof.add(hash(each)));
            switch (kind) {
                case "inclusion":
                    return MerkleProof.includes(
                            size(vector, "treeSize"),
                            hash(vector, "root"),
                            size(vector, "leafIdx"),
                            hash(vector, "leafHash"),
                            proof);
                case "consistency":
                    return MerkleProof.extend(
                            size(vector, "size1"),
                            hash(vector, "root1"),
                            size(vector, "size2"),
                            hash(vector, "root2"),
                            proof);
                case "subtreeinclusion":
                    return MerkleProof.includes(
                            new Subtree(size(vector, "start"), size(vector, "end")),
                            hash(vector, "root"),
                            size(vector, "leafIdx"),
                            hash(vector, "leafHash"),
                            proof);
                default:
                    return MerkleProof.contains(
                            size(vector, "size"),
                            hash(vector, "root2"),
                            new Subtree(size(vector, "start"), size(vector, "end")),
                            hash(vector, "root1"),
                            proof);
            }
        } catch (NotValid e) {
            return false;
        }
    }

    private static long size(JsonNode vector, String member) {
        return Strict.decimal(member, vector.get(member).asText());
    }

    private static Hash hash(JsonNode vector, String member) {
        return hash(vector.get(member));
    }

    /**
     * Some vectors have a text in place of a hash ("WrongRoot", "don't care 1") and
     * good proofs are among them. Our hashes always have 32 bytes, so the hash of that text stands for it.
     */
    private static Hash hash(JsonNode base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.asText());
        return Hash.of(
                bytes.length == Hash.LENGTH || bytes.length == 0
                        ? bytes
                        : Sha256.digest().digest(bytes));
    }
}
