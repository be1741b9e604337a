package kz.sheshim.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.log.Commitment;
import kz.sheshim.log.Decision;
import kz.sheshim.log.Disclosure;
import kz.sheshim.log.Entry;
import kz.sheshim.log.Part;
import kz.sheshim.log.PublishedLog;
import kz.sheshim.log.Result;
import kz.sheshim.log.Seal;
import kz.sheshim.log.Secret;
import kz.sheshim.log.tree.LogProof;

/** Makes the proof of a decision. */
public final class ProveDecision {
    private final PublishedLog log;
    private final SealedParts parts;

    public ProveDecision(PublishedLog log, SealedParts parts) {
        this.log = log;
        this.parts = parts;
    }

    /**
     * Proves that the decision stands in the log, with its newest checkpoint.
     *
     * @param disclosed which parts the proof tells, by name; of the others it has a digest that nobody can guess the part from
     * @throws NotIntegrated if the entry is not in the tree yet
     * @throws RecordDamaged if the case file is not the one of the entry
     */
    public LogProof prove(Entry entry, Predicate<String> disclosed) {
        Decision decision = entry.decision();
        Seal seal = entry.seal();
        List<Part> result = Result.of(decision.verdict()).parts();
        List<Part> caseFile = parts.of(entry);
        List<Disclosure> told = new ArrayList<>();
        ProofContent content = new ProofContent(
                seal.statement(),
                digests(result, seal.result(), disclosed, told),
                digests(caseFile, seal.caseFile(), disclosed, told),
                told);
        return log.prove(entry.number(), content.json()).orElseThrow(NotIntegrated::new);
    }

    /**
     * The names of the parts that a proof of the entry can tell.
     *
     * @throws RecordDamaged if the case file is not the one of the entry
     */
    public Set<String> parts(Entry entry) {
        return Stream.concat(Result.of(entry.decision().verdict()).parts().stream(), parts.of(entry).stream())
                .map(Part::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> digests(
            List<Part> parts, Secret secret, Predicate<String> disclosed, List<Disclosure> told) {
        List<Disclosure> disclosures = Commitment.disclosures(parts, secret);
        List<String> digests = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Disclosure disclosure = disclosures.get(i);
            digests.add(disclosure.digest());
            if (disclosed.test(parts.get(i).name())) {
                told.add(disclosure);
            }
        }
        return digests;
    }
}
