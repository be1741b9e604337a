package kz.sheshim.adapter.http.desk;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.sheshim.access.KeyId;
import kz.sheshim.access.Role;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.http.AcceptLanguage;
import kz.sheshim.adapter.http.edge.Caller;
import kz.sheshim.adapter.http.edge.DeskPages;
import kz.sheshim.adapter.http.edge.KeyPrincipal;
import kz.sheshim.adapter.http.edge.PersonPrincipal;
import kz.sheshim.log.Publication;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.Activity;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.LawInForce;
import kz.sheshim.publication.PublicationWatch;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** What every page of the desk shows: who works at it, in which language, and which law is in force. Templates know it as {@code inject:desk}. */
@Named("desk")
@RequestScoped
public class Desk {
    static final String LANGUAGE = "sheshim-language";

    /** What a comment is about that names the draft from which its own goes on. */
    static final String DRAFT = "/desk/drafts/";

    private final RoutingContext request;
    private final SecurityIdentity identity;
    private final Rulesets rulesets;
    private final LawInForce law;
    private final Drafts drafts;
    private final PublicationWatch watch;

    Desk(
            RoutingContext request,
            SecurityIdentity identity,
            Rulesets rulesets,
            LawInForce law,
            Drafts drafts,
            PublicationWatch watch) {
        this.request = request;
        this.identity = identity;
        this.rulesets = rulesets;
        this.law = law;
        this.drafts = drafts;
        this.watch = watch;
    }

    /** An entry of the menu. */
    public record Place(String path, String text, boolean current) {}

    /** A page in the language of whoever looks at it. */
    TemplateInstance page(TemplateInstance page) {
        return page.setLocale(language().tag());
    }

    public Language language() {
        Cookie chosen = request.request().getCookie(LANGUAGE);
        return Optional.ofNullable(chosen)
                .flatMap(cookie -> DeskLanguages.ALL.tagged(cookie.getValue()))
                .orElseGet(() -> AcceptLanguage.of(request.request().getHeader("Accept-Language"))
                        .among(DeskLanguages.ALL));
    }

    public String tag() {
        return language().tag();
    }

    public boolean signedIn() {
        return !identity.isAnonymous();
    }

    public String who() {
        return identity.getPrincipal() instanceof PersonPrincipal person
                ? person.person().name()
                : signedIn() ? submitter().name() : "";
    }

    boolean isFromProvider() {
        return identity.getPrincipal() instanceof PersonPrincipal;
    }

    Submitter submitter() {
        return Caller.submitter(identity.getPrincipal());
    }

    Caller caller() {
        return new Caller(submitter(), is(Role.AUDITOR));
    }

    Drafts.Person person() {
        KeyId key = identity.getPrincipal() instanceof KeyPrincipal principal
                ? principal.key().id()
                : null;
        return new Drafts.Person(submitter(), key);
    }

    boolean is(Role role) {
        return identity.hasRole(role.code());
    }

    /** Whether whoever works here has the role with this code. */
    public boolean may(String role) {
        return identity.hasRole(role);
    }

    /** Whether whoever works here may change drafts. */
    public boolean writes() {
        return is(Role.ANALYST) || is(Role.EMERGENCY);
    }

    /** Whether whoever works here may comment on drafts. */
    public boolean comments() {
        return writes() || is(Role.APPROVER);
    }

    /** Whether whoever works here may try cases. */
    public boolean tries() {
        return is(Role.INTAKE) || is(Role.ANALYST) || is(Role.APPROVER);
    }

    /** Whether whoever works here may see drafts. */
    public boolean seesDrafts() {
        return Stream.of(Role.ANALYST, Role.APPROVER, Role.EMERGENCY, Role.AUDITOR, Role.OPERATOR)
                .anyMatch(this::is);
    }

    /** Where the page is. */
    public String path() {
        return request.normalizedPath();
    }

    /** Where the page is, with the query. */
    public String address() {
        return request.request().method().equals(HttpMethod.GET)
                ? request.request().uri()
                : DeskPages.PATH;
    }

    /** Where programs reach the service, as whoever looks at the page reaches it. */
    public String service() {
        return request.request().scheme() + "://" + request.request().authority();
    }

    private boolean isAt(String place) {
        return path().equals(place) || path().startsWith(place + "/");
    }

    /** The menu: the places where whoever works here has something to do. */
    public List<Place> places() {
        Texts texts = texts();
        List<Place> places = new ArrayList<>();
        place(places, "/tables", texts.tables(), Role.values());
        place(
                places,
                "/drafts",
                texts.drafts(),
                Role.ANALYST,
                Role.APPROVER,
                Role.EMERGENCY,
                Role.AUDITOR,
                Role.OPERATOR);
        place(places, "/publications", texts.publications(), Role.values());
        place(places, "/decisions", texts.decisions(), Role.INTAKE, Role.AUDITOR);
        place(places, "/try", texts.tryACase(), Role.INTAKE, Role.ANALYST, Role.APPROVER);
        place(places, "/numbers", texts.numbers(), Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR);
        place(places, "/operations", texts.operations(), Role.OPERATOR, Role.AUDITOR);
        place(places, "/erasures", texts.erasures(), Role.ARCHIVIST, Role.AUDITOR);
        return places;
    }

    private void place(List<Place> places, String path, String text, Role... roles) {
        if (Stream.of(roles).anyMatch(this::is)) {
            places.add(new Place(DeskPages.PATH + path, text, isAt(DeskPages.PATH + path)));
        }
    }

    /** A language that the desk speaks, by the name that it has itself. */
    public record Tongue(String tag, String name) {}

    public List<Tongue> languages() {
        return DeskLanguages.ALL.all().stream()
                .map(language -> new Tongue(language.tag(), language.locale().getDisplayLanguage(language.locale())))
                .toList();
    }

    Texts texts() {
        return texts(Texts.class);
    }

    public List<String> roleNames() {
        return Stream.of(Role.values()).filter(this::is).map(this::role).toList();
    }

    /** A role in words. */
    public String role(Role role) {
        Texts texts = texts();
        return switch (role) {
            case INTAKE -> texts.roleIntake();
            case ANALYST -> texts.roleAnalyst();
            case APPROVER -> texts.roleApprover();
            case AUDITOR -> texts.roleAuditor();
            case OPERATOR -> texts.roleOperator();
            case ARCHIVIST -> texts.roleArchivist();
            case EMERGENCY -> texts.roleEmergency();
        };
    }

    /** What somebody said, or, of a publication that did not happen, why. */
    public String said(Draft.Step step) {
        DraftTexts texts = draftTexts();
        return switch (step.kind() == Draft.Step.Kind.VOID ? step.text() : "") {
            case "other-law" -> texts.voidOtherLaw();
            case "key-revoked" -> texts.voidKeyRevoked();
            default -> step.text();
        };
    }

    /** The page of the draft that a comment is about; empty: it is about none. */
    public String draftAbout(Draft.Step step) {
        String about = step.about();
        return about != null && about.matches(DRAFT + "[0-9a-f-]{36}") ? about : "";
    }

    String activity(Activity activity) {
        DraftTexts texts = draftTexts();
        return switch (activity.kind()) {
            case WAITING -> texts.waiting();
            case READING -> texts.reading();
            case COMPILING -> texts.compiling();
            case DECIDING_SCENARIOS -> texts.decidingScenarios(activity.count());
            case ANALYSING -> texts.analysing(activity.count());
            case TRYING_MISTAKES -> texts.tryingMistakes();
            case COMPARING -> texts.comparing();
            case DECIDING_AGAIN -> texts.decidingAgain(activity.count());
        };
    }

    /** A text of Sheshim in the language of the reader. */
    public Phrases.Said say(Phrase phrase) {
        return Phrases.said(phrase, language());
    }

    /** What a problem says; null if it says nothing. */
    Phrases.@Nullable Said say(HttpProblem problem) {
        return new FieldLabels(this).in(problem).map(times()::in).map(this::say).orElse(null);
    }

    /** What a word of the format of sheets means; empty if it need not be said. */
    public String meaning(String word) {
        return SheetWords.meaning(word, language());
    }

    public String state(Draft.State state) {
        Texts texts = texts();
        return switch (state) {
            case DRAFT -> texts.stateDraft();
            case PROPOSED -> texts.stateProposed();
            case APPROVED -> texts.stateApproved();
            case IN_FORCE -> texts.stateInForce();
            case SUPERSEDED -> texts.stateSuperseded();
            case REJECTED -> texts.stateRejected();
            case WITHDRAWN -> texts.stateWithdrawn();
        };
    }

    /** The texts of a kind in the language of the reader. */
    <T> T texts(Class<T> kind) {
        return MessageBundles.get(kind, Localized.Literal.of(tag()));
    }

    DraftTexts draftTexts() {
        return texts(DraftTexts.class);
    }

    /** How a revision came into force, in words. */
    public String way(Publication.Way way) {
        PublicationTexts texts = texts(PublicationTexts.class);
        return switch (way) {
            case FIRST_START -> texts.wayFirstStart();
            case WATCHED_FOLDER -> texts.wayFolder();
            case APPROVAL -> texts.wayApproval();
            case EMERGENCY -> texts.wayEmergency();
        };
    }

    /** What somebody did with a draft, in words. */
    public String step(Draft.Step.Kind kind) {
        DraftTexts texts = draftTexts();
        return switch (kind) {
            case COMMENT -> texts.stepComment();
            case PROPOSAL -> texts.stepProposal();
            case APPROVAL -> texts.stepApproval();
            case REJECTION -> texts.stepRejection();
            case WITHDRAWAL -> texts.stepWithdrawal();
            case EMERGENCY -> texts.stepEmergency();
            case CONFIRMATION -> texts.stepConfirmation();
            case VOID -> texts.stepVoid();
        };
    }

    /** The title of a draft that brings an earlier revision back. */
    String rollBackTo(String revision) {
        return texts(PublicationTexts.class).rollBackTo(revision);
    }

    /** A text that no other form has ({@link FormsOnce}). */
    public String once() {
        return UUID.randomUUID().toString();
    }

    /** The beginning of a revision, by which people tell revisions apart. */
    public String small(Revision revision) {
        return Shown.revision(revision);
    }

    /** What a table gives, in words. */
    public String gives(String kind) {
        Texts texts = texts();
        return switch (ConclusionKind.valueOf(kind.toUpperCase(Locale.ROOT))) {
            case FACT -> texts.givesFact();
            case GROUND -> texts.givesGround();
            case NOTICE -> texts.givesNotice();
            case ACTION -> texts.givesAction();
            case TERM -> texts.givesTerm();
        };
    }

    public Ruleset inForce() {
        return rulesets.inForce();
    }

    /** The beginning of the revision in force, for people. */
    public String law() {
        return Shown.revision(inForce().revision());
    }

    public String title() {
        return inForce().policy().title().in(language());
    }

    /** The tag of the language of the title. */
    public String titleLanguage() {
        return inForce().policy().languages().closest(language()).tag();
    }

    /** Whether whatever the folder contains is law. */
    public boolean folderIsLaw() {
        return law.isFolderLaw();
    }

    /** The drafts that somebody published alone, and that nobody has confirmed: as they were some seconds ago. None for whoever may not see drafts. */
    public List<Draft> unconfirmed() {
        return seesDrafts()
                ? watch.seen().map(PublicationWatch.Seen::unconfirmed).orElseGet(drafts::unconfirmed)
                : List.of();
    }

    /** A moment in the time zone of the policy. */
    public String moment(Instant moment) {
        return times().moment(moment);
    }

    public String day(@Nullable Instant moment) {
        return moment == null ? "" : times().day(moment);
    }

    ZoneId zone() {
        return times().of();
    }

    /** The clock by which the desk writes and reads moments: that of the policy. */
    public DeskTimes times() {
        return new DeskTimes(inForce().calendar().zone().orElse(ZoneOffset.UTC));
    }
}
