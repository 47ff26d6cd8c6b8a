/// Who gets into a vault, with which keys, and whom it believes.
///
/// ## From a passphrase to a key
///
/// ```
/// passphrase --Argon2id--> key of the slot
/// key of the slot --AES-256-GCM--> { vault's key, the seed of the person's act key, the person's OpenPGP key }
/// vault's key (256 random bits) --HKDF-SHA256, salt: the vault's identity, label "fourfold-v1 ..."-->
///     db   seal   snap   trust   unit   journal <segment>   att <name>   att-name
/// ```
///
/// A slot (`fourfold.vault.KeySlot`) binds the vault, the person, its kind, its version and the cost of its derivation as
/// associated data. It is looked at before anything is derived: check sum, vault, holder, cost between floor and ceiling.
/// It is kept twice, and the higher version counts. A person's roles are not in the slot: an administrator changes them
/// without that person's passphrase, so they stand in the certificate.
///
/// ## Who vouches for whom
///
/// A unit has an OpenPGP key that certifies and decrypts. Its certifying part is encrypted to each administrator's own
/// certificate, and that again under the vault's key; its decrypting part lies under the vault's key alone, so that
/// everybody let in can open what was sent to the unit. Each person has an OpenPGP key, which signs packages, and an
/// Ed25519 key, which signs acts and nothing else; both are under that person's passphrase. The unit's certification of a
/// person carries collar number, agency, roles, act key and the moment from which it holds
/// (`fourfold.vault.Certification`). Nothing certified is ever taken out again, so the roles at any earlier moment can be
/// told.
///
/// ## What is proven when
///
/// Before a passphrase is right, `vault.json` is believed only as far as it serves a refusal. After, its HMAC, the slot's
/// version in it, and the unit's certification of the person have to hold, or nobody is let in. Certificates of other
/// units are sealed with the vault's key. Somebody who can write to the folder can still put back an older state of all
/// files together; the signed heads of the journal show that, not the vault.
///
/// ## Order of writing
///
/// Files are replaced one at a time, each atomically. A change that needs several writes what a slot needs before the
/// slot, and `vault.json` last, so that after a crash at any moment either the old or the new state lets people in.
@org.jspecify.annotations.NullMarked
package fourfold.vault;
