package kz.sheshim.bench.synthetic;

/** Who files the application. */
public enum FiledBy {
    SELF,
    REPRESENTATIVE,
    LEGAL_REPRESENTATIVE,
    PENAL_INSTITUTION
}
