package fourfold.vault;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;
import org.pgpainless.PGPainless;
import org.pgpainless.algorithm.CompressionAlgorithm;
import org.pgpainless.algorithm.DocumentSignatureType;
import org.pgpainless.algorithm.HashAlgorithm;
import org.pgpainless.algorithm.SymmetricKeyAlgorithm;
import org.pgpainless.decryption_verification.ConsumerOptions;
import org.pgpainless.decryption_verification.MessageMetadata;
import org.pgpainless.decryption_verification.SignatureVerification;
import org.pgpainless.encryption_signing.EncryptionOptions;
import org.pgpainless.encryption_signing.ProducerOptions;
import org.pgpainless.encryption_signing.SigningOptions;
import org.pgpainless.exception.MissingDecryptionMethodException;

/// Packages as OpenPGP messages that `gpg` reads and writes: signed, then encrypted with AES-256 in an integrity-protected
/// packet of version 1, not compressed.
///
/// In opening, nothing is handed out before the signature has verified to the very end of the message; until then what
/// was decrypted lies in an encrypted file that nobody reads. Whatever is wrong with a message is one refusal.
public final class Messages {

    private static final int COPY = 65_536;

    private final OpenVault vault;

    /// How much a message may ask for.
    ///
    /// @param sealed bytes of the message
    /// @param content bytes of what is in it
    /// @param stop asked while reading: the person gave up, or time is up
    public record Limits(long sealed, long content, BooleanSupplier stop) {}

    /// A message that was opened.
    ///
    /// @param from the certificates of the unit that vouches for the signer
    /// @param signer who signed it
    /// @param signedAt when, by the signer's clock
    /// @param content to be closed
    public record Opened(AgencyCertificates from, PersonCertificate signer, Instant signedAt, Staged content) {}

    /// A detached signature that verified.
    public record Signed(AgencyCertificates from, PersonCertificate signer, Instant signedAt) {}

    Messages(OpenVault vault) {
        this.vault = vault;
    }

    /// A stream that signs what is written as the person let in, encrypts it to these units, and passes it on. Closing it
    /// ends the message and leaves `out` open. Name the own unit too, so that the sender can open it again.
    public OutputStream seal(OutputStream out, List<AgencyCertificates> recipients) throws IOException {
        var encryption = EncryptionOptions.get().overrideEncryptionAlgorithm(SymmetricKeyAlgorithm.AES_256);
        recipients.forEach(unit -> encryption.addRecipient(unit.unit()));
        try {
            var signing = SigningOptions.get()
                    .overrideHashAlgorithm(HashAlgorithm.SHA512)
                    .addInlineSignature(
                            OpenPgp.unprotected(), vault.signer().ring(), DocumentSignatureType.BINARY_DOCUMENT);
            return PGPainless.encryptAndOrSign()
                    .onOutputStream(out)
                    .withOptions(ProducerOptions.signAndEncrypt(encryption, signing)
                            .setAsciiArmor(false)
                            .overrideCompressionAlgorithm(CompressionAlgorithm.UNCOMPRESSED));
        } catch (PGPException fault) {
            throw new IllegalStateException("a message cannot be signed and encrypted", fault);
        }
    }

    /// The armoured detached signature of the person let in over all of `content`, as `gpg --verify` reads it.
    public byte[] sign(InputStream content) throws IOException {
        try {
            var signing = SigningOptions.get()
                    .overrideHashAlgorithm(HashAlgorithm.SHA512)
                    .addDetachedSignature(
                            OpenPgp.unprotected(), vault.signer().ring(), DocumentSignatureType.BINARY_DOCUMENT);
            var stream = PGPainless.encryptAndOrSign()
                    .onOutputStream(OutputStream.nullOutputStream())
                    .withOptions(ProducerOptions.sign(signing)
                            .setAsciiArmor(false)
                            .overrideCompressionAlgorithm(CompressionAlgorithm.UNCOMPRESSED));
            try (stream) {
                content.transferTo(stream);
            }
            var signature = stream.getResult().getDetachedSignatures().flatten().iterator().next();
            return PGPainless.asciiArmor(signature).getBytes(StandardCharsets.US_ASCII);
        } catch (PGPException fault) {
            throw new IllegalStateException("nothing can be signed", fault);
        }
    }

    /// Verifies a detached signature over all of `content` by somebody whom a trusted unit vouches for.
    ///
    /// @param signature armoured or not
    public Outcome<Signed> verify(InputStream content, byte[] signature) {
        return vault.trusted().all().then(known -> {
            try {
                var options = options(known)
                        .addVerificationOfDetachedSignatures(new ByteArrayInputStream(signature))
                        .forceNonOpenPgpData();
                var stream = PGPainless.decryptAndOrVerify().onInputStream(content).withOptions(options);
                try (stream) {
                    stream.transferTo(OutputStream.nullOutputStream());
                }
                var metadata = stream.getMetadata();
                return signed(metadata.getVerifiedDetachedSignatures(), metadata, known);
            } catch (PGPException | IOException | RuntimeException damaged) {
                // the libraries report damage in many ways; all of them mean the same here
                return Outcome.refused(new Problem.Damaged("The signature cannot be read."));
            }
        });
    }

    /// Opens a message. Its content is staged in the vault's folder for what comes in.
    public Outcome<Opened> open(InputStream message, Limits limits) {
        return vault.trusted().all().then(known -> Attempt.at(vault.folder(), () -> open(message, limits, known)));
    }

    private Outcome<Opened> open(InputStream message, Limits limits, List<AgencyCertificates> known)
            throws IOException {
        var options = options(known)
                .addDecryptionKey(new KeyRoom(vault.vault(), vault.keys()).unit(), OpenPgp.unprotected())
                .addDecryptionKey(vault.signer().ring(), OpenPgp.unprotected());
        var metadata = new ArrayList<MessageMetadata>();
        Staged staged;
        try {
            staged = Staged.fill(
                    vault.means().disk(),
                    vault.folder().in(),
                    out -> metadata.add(decrypt(new Capped(message, limits), options, limits, out)));
        } catch (Refusal refusal) {
            return Outcome.refused(refusal.problem);
        }
        var signed = check(metadata.getFirst(), known);
        if (signed instanceof Outcome.Done<Signed>(var by)) {
            return Outcome.done(new Opened(by.from, by.signer, by.signedAt, staged));
        }
        staged.close();
        return signed.map(never -> {
            throw new IllegalStateException("refused and yet done");
        });
    }

    private static MessageMetadata decrypt(InputStream in, ConsumerOptions options, Limits limits, OutputStream out) {
        try {
            var stream = PGPainless.decryptAndOrVerify().onInputStream(in).withOptions(options);
            try (stream) {
                var buffer = new byte[COPY];
                long total = 0;
                for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                    total += n;
                    if (total > limits.content) throw new Refusal(tooLarge(limits.content));
                    if (limits.stop.getAsBoolean()) throw new Refusal(new Problem.NotNow("Opening was stopped."));
                    keep(out, buffer, n);
                }
            }
            return stream.getMetadata();
        } catch (Refusal | UncheckedIOException known) {
            throw known;
        } catch (MissingDecryptionMethodException foreign) {
            throw new Refusal(new Problem.NotAllowed("The package is encrypted for somebody else."));
        } catch (PGPException | IOException | RuntimeException damaged) {
            // the libraries report damage in many ways; all of them mean the same here
            throw new Refusal(new Problem.Damaged("The package is damaged, or is not a package of this program."));
        }
    }

    /// A fault of our own disk is not damage of the message.
    private static void keep(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    private Outcome<Signed> check(MessageMetadata metadata, List<AgencyCertificates> known) throws IOException {
        if (!metadata.isEncrypted() || metadata.getEncryptionAlgorithm() != SymmetricKeyAlgorithm.AES_256) {
            return Outcome.refused(
                    new Problem.NotAllowed("The package is not encrypted in the way that packages have to be."));
        }
        return signed(metadata.getVerifiedInlineSignatures(), metadata, known);
    }

    private Outcome<Signed> signed(
            List<SignatureVerification> verified, MessageMetadata metadata, List<AgencyCertificates> known)
            throws IOException {
        if (verified.size() == 1 && !metadata.hasRejectedSignatures()) {
            var by = signer(verified.getFirst(), known);
            if (by.isPresent()) return inForce(by.get());
            var once = once(verified.getFirst());
            if (once.isPresent()) return Outcome.refused(new Problem.NotAllowed(once.get()));
        }
        if (!metadata.getHasSignature()) return Outcome.refused(new Problem.NotAllowed("It is not signed at all."));
        return Outcome.refused(new Problem.NotAllowed(
                metadata.hasRejectedSignatures() && verified.isEmpty() && !isOnlyUnknown(metadata)
                        ? "The signature does not fit the content: it was changed, or its key may not sign any more."
                        : "It is not signed by anybody whom a trusted unit vouches for."));
    }

    /// The sentence on a signer whose unit was trusted once.
    private Optional<String> once(SignatureVerification verified) throws IOException {
        for (var ended : vault.trusted().ended()) {
            var person = ended.unit().certificate(primary(verified));
            if (person.isPresent()) return Optional.of(Lapse.of(ended, person.get()));
        }
        return Optional.empty();
    }

    private static String primary(SignatureVerification verified) {
        return verified.getSigningKey().getPrimaryKeyFingerprint().toString();
    }

    private static boolean isOnlyUnknown(MessageMetadata metadata) {
        return metadata.getRejectedSignatures().stream()
                .allMatch(f -> f.getSigningKey() == null);
    }

    /// Somebody who has left signs nothing any more, whatever date the signature bears: the date is the signer's word, and
    /// whoever has a lost key would write an early one. What they wrote earlier stays theirs, in a package that somebody else
    /// signs.
    private Outcome<Signed> inForce(Signed by) {
        return Lapse.of(by.from(), by.signer(), vault.means().clock().instant())
                .<Outcome<Signed>>map(sentence -> Outcome.refused(new Problem.NotAllowed(sentence)))
                .orElseGet(() -> Outcome.done(by));
    }

    private static Optional<Signed> signer(SignatureVerification verified, List<AgencyCertificates> known) {
        var key = primary(verified);
        PGPSignature signature = verified.getSignature();
        return known.stream()
                .flatMap(unit -> unit.people().stream()
                        .filter(person -> person.fingerprint().equalsIgnoreCase(key))
                        .map(person -> new Signed(unit, person, signature.getCreationTime().toInstant())))
                .findFirst();
    }

    /// A signature from a clock that runs ahead is no reason to refuse.
    private ConsumerOptions options(List<AgencyCertificates> known) throws IOException {
        var options = ConsumerOptions.get().verifyNotAfter(null);
        for (var ended : vault.trusted().ended()) {
            for (var person : ended.unit().people()) options.addVerificationCert(person.ring());
        }
        for (var unit : known) {
            for (var person : unit.people()) options.addVerificationCert(person.ring());
        }
        return options;
    }

    /// Opens a recovery code that another vault sealed to this unit's certificate: the file `keys/<name>.escrow` of that
    /// vault.
    public Outcome<String> readEscrow(InputStream escrow) {
        return Attempt.at(vault.folder(), () -> {
            var options = ConsumerOptions.get()
                    .addDecryptionKey(new KeyRoom(vault.vault(), vault.keys()).unit(), OpenPgp.unprotected());
            try {
                var in = new Capped(escrow, new Limits(COPY, COPY, () -> false));
                var stream = PGPainless.decryptAndOrVerify().onInputStream(in).withOptions(options);
                try (stream) {
                    return Outcome.done(new String(stream.readNBytes(COPY), StandardCharsets.US_ASCII));
                }
            } catch (PGPException | IOException | RuntimeException damaged) {
                // the libraries report damage in many ways; all of them mean the same here
                return Outcome.refused(new Problem.Damaged("The file is not a recovery code sealed to this unit."));
            }
        });
    }

    private static Problem tooLarge(long limit) {
        return new Problem.Invalid("package", "The package is larger than " + (limit >> 20) + " MB.");
    }

    /// A refusal on its way out of the copying.
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Refusal(Problem problem) {
            super(problem.sentence());
            this.problem = problem;
        }
    }

    /// Counts real bytes, whatever a header claims.
    private static final class Capped extends FilterInputStream {
        private final Limits limits;
        private long count;

        Capped(InputStream in, Limits limits) {
            super(in);
            this.limits = limits;
        }

        private int counted(int read) {
            if (read > 0) count += read;
            if (count > limits.sealed) throw new Refusal(tooLarge(limits.sealed));
            if (limits.stop.getAsBoolean()) throw new Refusal(new Problem.NotNow("Opening was stopped."));
            return read;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return counted(super.read(into, from, length));
        }
    }
}
