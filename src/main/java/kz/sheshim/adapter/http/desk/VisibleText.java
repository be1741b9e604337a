package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.Variant;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Shows characters that cannot be seen, in every text of a page: one of them can reverse what stands after it, or make two names look alike. A form keeps
 * them ({@code asIs}).
 */
@Singleton
final class VisibleText extends HtmlEscaper {
    private static final char NON_JOINER = '\u200C';
    private static final char JOINER = '\u200D';

    VisibleText() {
        super(List.of(Variant.TEXT_HTML));
    }

    /** Tells Qute. */
    void register(@Observes EngineBuilder engine) {
        engine.addResultMapper(this);
    }

    /** Before the escaper of Quarkus. */
    @Override
    public int getPriority() {
        return super.getPriority() + 1;
    }

    @Override
    public boolean appliesTo(Origin origin, Object result) {
        return !(result instanceof Shown.AsIs) && super.appliesTo(origin, result);
    }

    @Override
    public String map(Object result, Expression expression) {
        return of(super.map(result, expression));
    }

    static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(each -> {
            if (isHidden(each)) {
                visible.append(String.format("\u27E8U+%04X\u27E9", each));
            } else {
                visible.appendCodePoint(each);
            }
        });
        return visible.toString();
    }

    /** A control character that breaks no line, or one for the format; those that join letters are letters of some languages. */
    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\r' && character != '\t';
            case Character.FORMAT -> character != NON_JOINER && character != JOINER;
            default -> false;
        };
    }
}
