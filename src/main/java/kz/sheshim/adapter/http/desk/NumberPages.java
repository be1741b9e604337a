package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.delivery.DeliveryLog;
import kz.sheshim.log.DecisionNumbers;
import kz.sheshim.publication.PublicationLog;
import org.jspecify.annotations.Nullable;

/** The decisions of the last days in numbers. They come from the entries of the log, which hold no personal data. */
@Path("/desk/numbers")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"analyst", "approver", "auditor", "operator"})
public class NumberPages {
    private static final List<Integer> DAYS = List.of(7, 30, 90);
    private static final String CSV = "text/csv;charset=utf-8";
    private static final int PUBLICATIONS = 200;

    private final Desk desk;
    private final DecisionNumbers numbers;
    private final PublicationLog publications;
    private final DeliveryLog handOvers;

    NumberPages(Desk desk, DecisionNumbers numbers, PublicationLog publications, DeliveryLog handOvers) {
        this.desk = desk;
        this.numbers = numbers;
        this.publications = publications;
        this.handOvers = handOvers;
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance numbers(List<Integer> choices, Numbers numbers, DayChart chart);
    }

    @GET
    public TemplateInstance show(@QueryParam("days") @Nullable String days) {
        Numbers counted = numbers(days);
        NumberWords words = MessageBundles.get(
                NumberWords.class, Localized.Literal.of(desk.language().tag()));
        DayChart chart = DayChart.of(counted, new DayChart.Titles() {
            @Override
            public String of(Numbers.Share outcome, LocalDate day, long decisions) {
                return words.ofDay(outcome.label(), day.toString(), decisions);
            }

            @Override
            public String published(LocalDate day, String revision) {
                return words.published(revision, day.toString());
            }
        });
        return desk.page(Templates.numbers(DAYS, counted, chart));
    }

    /** A line for each day and outcome. */
    @GET
    @Path("/days.csv")
    @Produces(CSV)
    public String days(@QueryParam("days") @Nullable String days) {
        Numbers counted = numbers(days);
        StringBuilder csv = new StringBuilder("day,outcome,decisions\r\n");
        for (Numbers.Row row : counted.rows()) {
            for (int i = 0; row.counted() && i < row.counts().size(); i++) {
                csv.append(row.day())
                        .append(',')
                        .append(counted.outcomes().get(i).code())
                        .append(',')
                        .append(row.counts().get(i))
                        .append("\r\n");
            }
        }
        return csv.toString();
    }

    @GET
    @Path("/grounds.csv")
    @Produces(CSV)
    public String grounds(@QueryParam("days") @Nullable String days) {
        return numbers(days).grounds().stream()
                .map(each -> each.code() + "," + each.decisions() + "\r\n")
                .collect(Collectors.joining("", "ground,decisions\r\n", ""));
    }

    private Numbers numbers(@Nullable String days) {
        int wanted = days == null || days.isBlank()
                ? 30
                : DAYS.stream()
                        .filter(each -> each.toString().equals(days))
                        .findFirst()
                        .orElseThrow(() -> Problems.badParameter("days", "7, 30 or 90"));
        Map<LocalDate, List<String>> published = new HashMap<>();
        publications.list(null, PUBLICATIONS).forEach(each -> published
                .computeIfAbsent(LocalDate.ofInstant(each.publication().at(), desk.zone()), day -> new ArrayList<>())
                .add(Shown.revision(each.publication().revision())));
        List<DeliveryLog.Unsettled> backlog = handOvers.unsettled();
        return Numbers.of(
                numbers.last(wanted, desk.zone()),
                published,
                backlog.stream().mapToLong(DeliveryLog.Unsettled::waiting).sum(),
                backlog.stream().mapToLong(DeliveryLog.Unsettled::dead).sum(),
                desk.inForce().catalogue(),
                desk.language());
    }
}
