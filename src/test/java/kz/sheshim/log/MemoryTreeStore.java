package kz.sheshim.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import kz.sheshim.log.tree.NoteSignature;
import kz.sheshim.log.tree.Tile;

/** A database with one log, in memory. A turn is a transaction: what it stored is there when it has ended, or is not. */
final class MemoryTreeStore implements TreeStore {
    private volatile State state = new State();

    /** Whether another service has the turn. */
    boolean isTaken;
    /** What happens before a turn is committed; if it throws, nothing is. */
    Runnable beforeCommit = () -> {};

    private record Recorded(Instant at, Statement statement) {}

    private static final class State {
        final TreeMap<Long, Recorded> entries = new TreeMap<>();
        final List<Long> leaves = new ArrayList<>();
        final Map<List<Long>, byte[]> tiles = new HashMap<>();
        final TreeMap<Long, SignedTree> checkpoints = new TreeMap<>();
        final Map<Long, Set<String>> cosignatures = new HashMap<>();

        State copy() {
            State copy = new State();
            copy.entries.putAll(entries);
            copy.leaves.addAll(leaves);
            copy.tiles.putAll(tiles);
            copy.checkpoints.putAll(checkpoints);
            copy.cosignatures.putAll(cosignatures);
            return copy;
        }

        void append(Instant at, Statement statement) {
            entries.put(entries.isEmpty() ? 1 : entries.lastKey() + 1, new Recorded(at, statement));
        }

        long lastEntry() {
            return leaves.isEmpty() ? 0 : leaves.get(leaves.size() - 1);
        }

        Optional<Statement> newestKey() {
            return entries.descendingMap().values().stream()
                    .map(Recorded::statement)
                    .filter(each -> each.kind().equals("sheshim-key/v1"))
                    .findFirst();
        }

        SignedTree withCosignatures(SignedTree tree) {
            return new SignedTree(
                    tree.size(),
                    tree.root(),
                    tree.note()
                            + cosignatures.getOrDefault(tree.size(), Set.of()).stream()
                                    .map(line -> line + "\n")
                                    .reduce("", String::concat));
        }

        Optional<SignedTree> newest() {
            return Optional.ofNullable(checkpoints.lastEntry()).map(last -> withCosignatures(last.getValue()));
        }

        Map<Tile, byte[]> read(Set<Tile> wanted) {
            Map<Tile, byte[]> read = new HashMap<>();
            wanted.forEach(tile -> {
                byte[] bytes = tiles.get(List.of((long) tile.level(), tile.index()));
                if (bytes != null && bytes.length >= tile.bytes()) {
                    read.put(tile, Arrays.copyOf(bytes, tile.bytes()));
                }
            });
            return read;
        }
    }

    /** A database that was copied at this moment. */
    MemoryTreeStore backup() {
        MemoryTreeStore backup = new MemoryTreeStore();
        backup.state = state.copy();
        return backup;
    }

    /** An entry that is no entry of the tree's own. */
    void record(Instant at) {
        state.append(at, Statement.of("sheshim-decision/v1", Map.of("id", "id-" + state.entries.size())));
    }

    List<Statement> statements(String kind) {
        return state.entries.values().stream()
                .map(Recorded::statement)
                .filter(each -> each.kind().equals(kind))
                .toList();
    }

    @Override
    public Optional<SignedTree> newest() {
        return state.newest();
    }

    @Override
    public List<SignedTree> cosigned(int max) {
        return state.checkpoints.descendingMap().values().stream()
                .filter(tree -> state.cosignatures.containsKey(tree.size()))
                .limit(max)
                .map(state::withCosignatures)
                .toList();
    }

    @Override
    public void cosign(long size, NoteSignature cosignature) {
        state.cosignatures.computeIfAbsent(size, each -> new LinkedHashSet<>()).add(cosignature.line());
    }

    @Override
    public Optional<Statement> newestKey() {
        return state.newestKey();
    }

    @Override
    public Optional<Instant> waitingSince() {
        return Optional.ofNullable(state.entries.higherEntry(state.lastEntry()))
                .map(entry -> entry.getValue().at());
    }

    @Override
    public Optional<Long> index(EntryNumber entry) {
        return Optional.of((long) state.leaves.indexOf(entry.value())).filter(index -> index >= 0);
    }

    @Override
    public List<Leaf> leaves(long index, int count) {
        return state.leaves.stream()
                .skip(index)
                .limit(count)
                .map(entry -> new Leaf(
                        new EntryNumber(entry), state.entries.get(entry).statement()))
                .toList();
    }

    @Override
    public Map<Tile, byte[]> read(Set<Tile> tiles) {
        return state.read(tiles);
    }

    @Override
    public <T> Optional<T> inTurn(Function<Turn, T> work) {
        if (isTaken) {
            return Optional.empty();
        }
        State changed = state.copy();
        T result = work.apply(new InMemory(changed));
        beforeCommit.run();
        state = changed;
        return Optional.of(result);
    }

    private record InMemory(State state) implements Turn {
        @Override
        public Optional<SignedTree> newest() {
            return state.newest();
        }

        @Override
        public long lastEntry() {
            return state.lastEntry();
        }

        @Override
        public Optional<Statement> newestKey() {
            return state.newestKey();
        }

        @Override
        public void append(String kind, Instant at, Statement statement) {
            state.append(at, statement);
        }

        @Override
        public List<Leaf> waiting(int max) {
            return state.entries.tailMap(state.lastEntry(), false).entrySet().stream()
                    .limit(max)
                    .map(each -> new Leaf(
                            new EntryNumber(each.getKey()), each.getValue().statement()))
                    .toList();
        }

        @Override
        public void store(long index, List<Leaf> leaves, Map<Tile, byte[]> tiles) {
            leaves.forEach(leaf -> state.leaves.add(leaf.entry().value()));
            tiles.forEach((tile, bytes) -> state.tiles.put(List.of((long) tile.level(), tile.index()), bytes));
        }

        @Override
        public void store(SignedTree checkpoint) {
            state.checkpoints.put(checkpoint.size(), checkpoint);
        }

        @Override
        public Map<Tile, byte[]> read(Set<Tile> tiles) {
            return state.read(tiles);
        }
    }
}
