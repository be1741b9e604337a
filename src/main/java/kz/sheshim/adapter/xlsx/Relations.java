package kz.sheshim.adapter.xlsx;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.sheshim.workbook.Allowance;
import org.xml.sax.Attributes;

/** What a part refers to, by id. */
final class Relations extends PartHandler {

    /**
     * A reference.
     *
     * @param kind the last word of its type: {@code worksheet}, {@code styles}
     * @param target the name of a part, or an address elsewhere
     */
    record Relation(String kind, String target, boolean elsewhere) {}

    private final String folder;
    private final Map<String, Relation> relations = new LinkedHashMap<>();

    private Relations(String folder) {
        this.folder = folder;
    }

    /** The references of a part (of the workbook as a whole: the empty name); none where it has none. */
    static Relations of(Archive archive, String part) throws IOException, Allowance.Exceeded, Broken {
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        Relations relations = new Relations(folder);
        String name = folder + "_rels/" + part.substring(folder.length()) + ".rels";
        if (archive.has(name)) {
            archive.parse(name, relations);
        }
        return relations;
    }

    @Override
    void begin(String element, Attributes attributes) {
        String id = value(attributes, "Id");
        String type = value(attributes, "Type");
        String target = value(attributes, "Target");
        if (element.equals("Relationship") && id != null && type != null && target != null) {
            boolean elsewhere = "External".equals(value(attributes, "TargetMode"));
            relations.put(
                    id,
                    new Relation(
                            type.substring(type.lastIndexOf('/') + 1),
                            elsewhere ? target : resolve(target),
                            elsewhere));
        }
    }

    private String resolve(String target) {
        Deque<String> path = new ArrayDeque<>();
        for (String step : (target.startsWith("/") ? target : folder + target).split("/")) {
            if (step.equals("..")) {
                path.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.addLast(step);
            }
        }
        return String.join("/", path);
    }

    Optional<Relation> get(String id) {
        return Optional.ofNullable(relations.get(id));
    }

    List<Relation> all() {
        return new ArrayList<>(relations.values());
    }

    Optional<String> target(String kind) {
        return relations.values().stream()
                .filter(relation -> relation.kind().equals(kind) && !relation.elsewhere())
                .map(Relation::target)
                .findFirst();
    }
}
