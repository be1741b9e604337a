/**
 * The transparency log as formats and arithmetic: Merkle tree (RFC 6962), tiles, signed notes, checkpoints, cosignatures, proofs, trust policies and the
 * rules of a witness, all as C2SP publishes them (tlog-tiles, signed-note, tlog-checkpoint, tlog-cosignature, tlog-witness, tlog-proof, tlog-policy).
 *
 * <p>Plain Java without input or output. Whatever is not in its format or does not hold ends in {@link kz.sheshim.log.tree.NotValid}. May depend on
 * {@code hash}.
 */
@NullMarked
package kz.sheshim.log.tree;

import org.jspecify.annotations.NullMarked;
