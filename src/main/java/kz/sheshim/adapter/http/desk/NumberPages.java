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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.adapter.http.CsvText;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.delivery.DeliveryLog;
import kz.sheshim.log.DecisionNumbers;
import kz.sheshim.log.Feature;
import kz.sheshim.log.FeatureCounts;
import kz.sheshim.publication.PublicationLog;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** The decisions of the last days in numbers. Nothing that is shown is personal data. */
@Path("/desk/numbers")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"analyst", "approver", "auditor", "operator"})
public class NumberPages {
    private static final List<Integer> DAYS = List.of(7, 30, 90);
    private static final String CSV = "text/csv;charset=utf-8";
    private static final int PUBLICATIONS = 200;

    private final Desk desk;
    private final DecisionNumbers numbers;
    private final FeatureCounts features;
    private final PublicationLog publications;
    private final KnownLaw known;
    private final DeliveryLog handOvers;

    NumberPages(
            Desk desk,
            DecisionNumbers numbers,
            FeatureCounts features,
            PublicationLog publications,
            KnownLaw known,
            DeliveryLog handOvers) {
        this.known = known;
        this.desk = desk;
        this.numbers = numbers;
        this.features = features;
        this.publications = publications;
        this.handOvers = handOvers;
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance numbers(
                List<Integer> choices,
                Numbers numbers,
                DayChart chart,
                FeatureNumbers features,
                DayChart codes,
                DayChart submitters);
    }

    @GET
    public TemplateInstance show(@QueryParam("days") @Nullable String days, @QueryParam("by") @Nullable String by) {
        Numbers counted = numbers(days);
        FeatureNumbers byFeature = features(counted, by);
        NumberWords words = words();
        DayChart.Titles titles = new DayChart.Titles() {
            @Override
            public String of(Numbers.Share part, LocalDate day, long decisions) {
                return words.ofDay(part.label(), day.toString(), decisions);
            }

            @Override
            public String published(LocalDate day, String revision) {
                return words.published(revision, day.toString());
            }
        };
        return desk.page(Templates.numbers(
                DAYS,
                counted,
                DayChart.of(counted.outcomes(), counted.rows(), titles),
                byFeature,
                chart(byFeature.codes(), titles),
                chart(byFeature.submitters(), titles)));
    }

    private static DayChart chart(FeatureNumbers.Days days, DayChart.Titles titles) {
        return DayChart.of(days.parts(), days.rows(), titles);
    }

    private NumberWords words() {
        return MessageBundles.get(
                NumberWords.class, Localized.Literal.of(desk.language().tag()));
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

    /** A line for each code of a field. */
    @GET
    @Path("/facts.csv")
    @Produces(CSV)
    public String facts(@QueryParam("days") @Nullable String days, @QueryParam("by") @Nullable String by) {
        FeatureNumbers counted = features(numbers(days), by);
        return counted.codes().shares().stream()
                .map(each -> counted.field() + "," + each.code() + "," + each.decisions() + "\r\n")
                .collect(Collectors.joining("", "field,code,decisions\r\n", ""));
    }

    @GET
    @Path("/submitters.csv")
    @Produces(CSV)
    public String submitters(@QueryParam("days") @Nullable String days) {
        return features(numbers(days), null).submitters().shares().stream()
                .map(each -> CsvText.of(each.label()) + "," + each.decisions() + "\r\n")
                .collect(Collectors.joining("", "submitter,decisions\r\n", ""));
    }

    /** A line for each rule that matched in no decision. */
    @GET
    @Path("/silent-rules.csv")
    @Produces(CSV)
    public String silentRules(@QueryParam("days") @Nullable String days) {
        return features(numbers(days), null).silent().stream()
                .flatMap(table ->
                        table.rules().stream().map(rule -> CsvText.of(table.id()) + "," + CsvText.of(rule) + "\r\n"))
                .collect(Collectors.joining("", "table,rule\r\n", ""));
    }

    private FeatureNumbers features(Numbers counted, @Nullable String by) {
        Set<FieldPath> fields = desk.inForce().vocabulary().countable().keySet();
        String field = by == null || by.isBlank()
                ? fields.stream().findFirst().map(FieldPath::toString).orElse("")
                : FieldPath.parse(by)
                        .filter(fields::contains)
                        .orElseThrow(() -> Problems.badParameter(
                                "by", Phrase.of("{0} must be a field that can be counted.", "by")))
                        .toString();
        List<Instant> bounds = Stream.concat(
                        counted.rows().stream().map(Numbers.Row::day),
                        Stream.of(counted.rows().get(counted.days() - 1).day().plusDays(1)))
                .map(day -> day.atStartOfDay(desk.zone()).toInstant())
                .toList();
        return FeatureNumbers.of(
                desk.inForce(),
                field,
                counted,
                field.isEmpty()
                        ? Collections.nCopies(counted.days(), List.of())
                        : features.of(Feature.Kind.FACT, field + "=", bounds),
                features.of(Feature.Kind.SUBMITTER, "", bounds),
                features.occurring(Feature.Kind.RULE, bounds.get(0), bounds.get(counted.days())),
                words().others(),
                desk.language());
    }

    private Numbers numbers(@Nullable String days) {
        int wanted = days == null || days.isBlank()
                ? 30
                : DAYS.stream()
                        .filter(each -> each.toString().equals(days))
                        .findFirst()
                        .orElseThrow(
                                () -> Problems.badParameter("days", Phrase.of("{0} must be 7, 30 or 90.", "days")));
        Map<LocalDate, List<String>> published = new HashMap<>();
        publications.list(null, PUBLICATIONS).forEach(each -> published
                .computeIfAbsent(LocalDate.ofInstant(each.publication().at(), desk.zone()), day -> new ArrayList<>())
                .add((known.title(each.publication()) + " "
                                + Shown.revision(each.publication().revision()))
                        .strip()));
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
