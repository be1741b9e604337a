package kz.sheshim.bench.synthetic;

/** The engines that are compared. */
public final class Engines {
    private Engines() {}

    /** Loads the engine with the policy. */
    @SuppressWarnings("unchecked")
    public static Engine<Object, Object> named(String name) {
        Engine<?, ?> engine =
                switch (name) {
                    case "sheshim" -> new SheshimEngine();
                    case "handwritten" -> new HandwrittenEngine();
                    case "openl" -> new OpenlEngine();
                    case "camunda" -> new CamundaEngine();
                    case "kie" -> new KieEngine();
                    default -> throw new IllegalArgumentException("no such engine: " + name);
                };
        return (Engine<Object, Object>) engine;
    }
}
