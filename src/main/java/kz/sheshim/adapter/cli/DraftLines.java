package kz.sheshim.adapter.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Prints a draft in a few lines. */
record DraftLines(Map<?, ?> draft, PrintWriter out) {

    void print() {
        out.println("draft " + draft.get("id") + ": " + draft.get("title"));
        out.println("  state     " + draft.get("state") + (is("stale") ? ", stale: rebase it" : "")
                + (is("unconfirmed") ? ", published alone and not confirmed" : ""));
        line("base", draft.get("base"));
        line("revision", draft.get("revision"));
        if (is("unchanged")) {
            line("unchanged", "it is that of the base. Notes, scenarios and the look of a workbook are no law,");
            line("", "so the draft cannot be proposed before it changes a rule or a text");
        }
        line("due", draft.get("due"));
        line("entry", draft.get("entry"));
        if (is("changesCode")) {
            out.println("  CODE      its rule files, which are code, differ from those of the base");
        }
        printHistory();
    }

    /** A version or a step. */
    private record Event(String at, String text) {}

    /** Prints who did what, the first thing first. */
    private void printHistory() {
        List<Event> events = new ArrayList<>();
        members("versions")
                .forEach(version -> events.add(new Event(
                        String.valueOf(version.get("at")),
                        "version " + version.get("number") + " by " + version.get("author"))));
        members("steps")
                .forEach(step -> events.add(new Event(
                        String.valueOf(step.get("at")),
                        step.get("kind") + " by " + step.get("person")
                                + (step.get("about") == null ? "" : " on " + step.get("about")) + ": "
                                + step.get("text"))));
        // All moments are written alike, to the millisecond and in UTC
        events.sort(Comparator.comparing(Event::at));
        events.forEach(each -> out.println("  " + each.at() + "  " + each.text()));
    }

    /**
     * Prints which commands take it further.
     *
     * @param faulty its dossier has errors
     */
    void printNext(boolean faulty) {
        Object id = draft.get("id");
        boolean proposed = "proposed".equals(draft.get("state"));
        if (is("unconfirmed")) {
            line("next", "somebody else confirms it: sheshim drafts confirm " + id + " --reason TEXT");
        }
        if (!proposed && !"draft".equals(draft.get("state"))) {
            return;
        }
        if (is("stale")) {
            line("next", "sheshim drafts rebase " + id);
        } else if (faulty || draft.get("revision") == null || is("unchanged")) {
            line("next", "sheshim propose FILE… --draft " + id + " uploads changed workbooks");
        } else {
            line("next", "sheshim drafts dossier " + id + " shows what it does");
            line(
                    "",
                    proposed
                            ? "somebody who wrote no version approves it when its dossier is ready and has no errors:"
                            : "its author proposes it:");
            line(
                    "",
                    proposed
                            ? "sheshim drafts approve " + id + " --revision " + draft.get("revision") + " --reason TEXT"
                            : "sheshim drafts propose " + id + " --reason TEXT");
        }
    }

    private List<? extends Map<?, ?>> members(String name) {
        return draft.get(name) instanceof List<?> list
                ? list.stream().map(each -> (Map<?, ?>) each).toList()
                : List.of();
    }

    private boolean is(String name) {
        return isTrue(draft, name);
    }

    private void line(String name, @Nullable Object value) {
        if (value != null) {
            out.println(String.format("  %-9s %s", name, value));
        }
    }

    static boolean isTrue(Map<?, ?> members, String name) {
        return Objects.equals(members.get(name), true);
    }
}
