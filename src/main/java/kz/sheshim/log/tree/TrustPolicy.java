package kz.sheshim.log.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which checkpoints count (C2SP tlog-policy): those that one of the logs has signed under its name as origin, and that enough witnesses have cosigned. Only
 * Ed25519 keys are supported.
 */
public final class TrustPolicy {
    /** Longest policy in bytes. */
    public static final int MAX_BYTES = 1_000_000;

    private final List<Member> logs = new ArrayList<>();
    private final List<Member> witnesses = new ArrayList<>();
    private final Map<String, Predicate<Set<VerifierKey>>> rules = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private @Nullable Predicate<Set<VerifierKey>> quorum;

    private TrustPolicy() {}

    /**
     * A log or a witness of a policy.
     *
     * @param key of the log, or for cosignatures of the witness
     * @param url where it is reached; null if the policy does not say
     */
    public record Member(VerifierKey key, @Nullable String url) {}

    /** Trusts these logs, without witnesses. Unlike a policy file it may have a key under several names: those that the log has had. */
    public static TrustPolicy of(Collection<VerifierKey> logs) {
        TrustPolicy policy = new TrustPolicy();
        logs.forEach(log -> distinct(policy.logs, new Member(log, null), SignatureType.NOTE, log::equals));
        policy.quorum = cosigners -> true;
        return policy;
    }

    /** Reads a policy file. @throws NotValid unless every line is in its form; the message names the line */
    public static TrustPolicy parse(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw new NotValid("a policy has at most " + MAX_BYTES + " bytes, not " + file.length);
        }
        // names are octets, not characters: one character for each octet keeps them apart
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            throw new NotValid("the last line of a policy must end with a newline");
        }
        TrustPolicy policy = new TrustPolicy();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            try {
                policy.line(line);
            } catch (NotValid e) {
                throw new NotValid("line " + number + " of the policy: " + e.getMessage());
            }
        }
        if (policy.quorum == null) {
            throw new NotValid("a policy must have a line \"quorum NAME\", or \"quorum none\"");
        }
        return policy;
    }

    private void line(String line) {
        if (line.chars().anyMatch(each -> each < ' ' && each != '\t' || each == 0x7f)) {
            throw new NotValid("it must not have control characters other than tab and newline");
        }
        List<String> items = Arrays.stream(line.split("[ \t]+"))
                .filter(item -> !item.isEmpty())
                .toList();
        if (items.isEmpty() || items.get(0).startsWith("#")) {
            return;
        }
        switch (items.get(0)) {
            case "log" -> {
                Member log = member(items, 1, "log VKEY [URL]");
                distinct(logs, log, SignatureType.NOTE, log.key::hasSameKeyAs);
            }
            case "witness" -> {
                Member witness = member(items, 2, "witness NAME VKEY [URL]");
                distinct(witnesses, witness, SignatureType.COSIGNATURE, witness.key::hasSameKeyAs);
                define(items.get(1), cosigners -> cosigners.contains(witness.key));
            }
            case "group" -> group(items);
            case "quorum" -> quorum(items);
            default ->
                throw new NotValid(
                        "it must begin with log, witness, group or quorum, not " + Strict.quote(items.get(0)));
        }
    }

    private static Member member(List<String> items, int key, String form) {
        if (items.size() < key + 1 || items.size() > key + 2) {
            throw new NotValid("the form is: " + form);
        }
        byte[] octets = items.get(key).getBytes(StandardCharsets.ISO_8859_1);
        return new Member(
                VerifierKey.parse(Strict.utf8("a verifier key", octets)),
                items.size() == key + 2 ? items.get(key + 1) : null);
    }

    private static void distinct(
            List<Member> known, Member more, SignatureType type, Predicate<VerifierKey> isTheSame) {
        if (more.key.type() != type) {
            throw new NotValid("the key must make signatures of type " + type.code() + ": " + more.key);
        }
        if (known.stream().map(Member::key).anyMatch(isTheSame)) {
            throw new NotValid("the same public key stands in another line: " + more.key);
        }
        known.add(more);
    }

    private void define(String name, Predicate<Set<VerifierKey>> rule) {
        if (name.equals("none") || rules.putIfAbsent(name, rule) != null) {
            throw new NotValid("the name " + Strict.quote(name) + " is taken");
        }
    }

    private void group(List<String> items) {
        if (items.size() < 4) {
            throw new NotValid("the form is: group NAME all|any|NUMBER NAME...");
        }
        List<Predicate<Set<VerifierKey>>> parts = new ArrayList<>();
        for (String name : items.subList(3, items.size())) {
            parts.add(rule(name));
            if (!members.add(name)) {
                throw new NotValid(Strict.quote(name) + " is already a member of a group");
            }
        }
        long least =
                switch (items.get(2)) {
                    case "all" -> parts.size();
                    case "any" -> 1;
                    default -> Strict.decimal("the number of members", items.get(2));
                };
        if (least < 1 || least > parts.size()) {
            throw new NotValid("the number of members must be from 1 to " + parts.size() + ", not " + least);
        }
        define(
                items.get(1),
                cosigners -> parts.stream().filter(part -> part.test(cosigners)).count() >= least);
    }

    private void quorum(List<String> items) {
        if (items.size() != 2) {
            throw new NotValid("the form is: quorum NAME");
        }
        if (quorum != null) {
            throw new NotValid("there must be one quorum only");
        }
        quorum = items.get(1).equals("none") ? cosigners -> true : rule(items.get(1));
    }

    private Predicate<Set<VerifierKey>> rule(String name) {
        Predicate<Set<VerifierKey>> rule = rules.get(name);
        if (rule == null) {
            throw new NotValid("no line above defines " + Strict.quote(name));
        }
        return rule;
    }

    public List<Member> logs() {
        return List.copyOf(logs);
    }

    public List<Member> witnesses() {
        return List.copyOf(witnesses);
    }

    /** Whether these witnesses are enough. */
    public boolean isQuorum(Set<VerifierKey> cosigners) {
        return quorum != null && quorum.test(cosigners);
    }

    /**
     * The checkpoint of a note, if it counts.
     *
     * @throws NotValid if the note is not a checkpoint, no log of the policy has signed it under its name as origin, a signature of a log or witness of the
     *     policy is forged, or too few witnesses have cosigned
     */
    public Checkpoint verify(Note note) {
        if (!isQuorum(signers(note))) {
            throw new NotValid("too few witnesses of the policy have cosigned this checkpoint");
        }
        return Checkpoint.parse(note.text());
    }

    /**
     * The checkpoint of a note that a log of the policy has signed, whoever has cosigned it: a witness keeps it with its own cosignature alone.
     *
     * @throws NotValid as {@link #verify}, but not for want of witnesses
     */
    public Checkpoint signed(Note note) {
        signers(note);
        return Checkpoint.parse(note.text());
    }

    private Set<VerifierKey> signers(Note note) {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        Set<VerifierKey> known = new HashSet<>();
        logs.stream()
                .map(Member::key)
                .filter(key -> key.name().equals(checkpoint.origin()))
                .forEach(known::add);
        if (known.isEmpty()) {
            throw new NotValid("the policy has no log with the name " + Strict.quote(checkpoint.origin()));
        }
        witnesses.forEach(witness -> known.add(witness.key));
        Set<VerifierKey> signed = note.verify(known).keySet();
        if (signed.stream().noneMatch(key -> key.type() == SignatureType.NOTE)) {
            throw new NotValid("the log " + Strict.quote(checkpoint.origin()) + " has not signed this checkpoint");
        }
        return signed;
    }
}
