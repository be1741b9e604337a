package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import kz.sheshim.adapter.http.Parameters;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.decision.PersonalTexts;
import kz.sheshim.erasure.CaseFiles;
import kz.sheshim.erasure.CaseSearch.Found;
import kz.sheshim.erasure.EraseCases;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Erasure;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** The erasures, and the case files that have a personal text. Nothing else of a case is shown: an archivist need not be allowed to read it. */
@Path("/desk/erasures")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"archivist", "auditor"})
public class ErasureListPages {
    private static final int SHOWN = 100;

    private final Desk desk;
    private final EraseCases erase;
    private final CaseFiles cases;

    ErasureListPages(Desk desk, EraseCases erase, CaseFiles cases) {
        this.desk = desk;
        this.erase = erase;
        this.cases = cases;
    }

    /** A field by whose values case files are found. */
    public record Choice(String path, String label, boolean chosen) {}

    /**
     * @param searched whether something was searched for, and not only the page opened
     * @param value what was searched for
     */
    public record Search(List<Choice> fields, boolean searched, String value, List<Found> found) {
        /** Whether there may be more. */
        public boolean more() {
            return found.size() == SHOWN;
        }

        /** The entry of the last one that is shown. */
        public long last() {
            return found.get(found.size() - 1).entry().value();
        }
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance erasures(Search search, List<Erasure> erasures);
    }

    @GET
    public TemplateInstance list() {
        return page(new Search(choices(null), false, "", List.of()));
    }

    /** The text is in a form, so that no address and no log of a proxy has it. */
    @POST
    @RolesAllowed("archivist")
    public TemplateInstance search(
            @FormParam("field") @Nullable String field,
            @FormParam("value") @Nullable String value,
            @FormParam("before") @Nullable String before) {
        Field chosen = searchable().stream()
                .filter(each -> each.path().toString().equals(field))
                .findFirst()
                .orElseThrow(() -> Problems.badParameter(
                        "field", Phrase.of("{0} must be a personal text field of the policy.", "field")));
        String text = Objects.requireNonNullElse(value, "").strip();
        return page(new Search(
                choices(field),
                true,
                text,
                erase.find(
                        chosen.path(),
                        text,
                        before == null
                                ? null
                                : new EntryNumber(Parameters.number("before", before, Long.MAX_VALUE - 1)),
                        SHOWN)));
    }

    private TemplateInstance page(Search search) {
        return desk.page(Templates.erasures(search, cases.erasures(null, SHOWN)));
    }

    private List<Field> searchable() {
        return desk.inForce().vocabulary().fields().stream()
                .filter(PersonalTexts::isSearchable)
                .toList();
    }

    private List<Choice> choices(@Nullable String chosen) {
        return searchable().stream()
                .map(field -> new Choice(
                        field.path().toString(),
                        field.label().in(desk.language()),
                        field.path().toString().equals(chosen)))
                .sorted(Comparator.comparing(Choice::label, DeskLanguages.order(desk.language())))
                .toList();
    }
}
