import Digests
import JSONTree

/// Who owns buckets and objects, as lists show it.
enum Owner {
    /// The owner of an account; the canonical id is made from the account's.
    static func shape(of account: String) -> JSON {
        ["ID": .string(Digests.hex(Digests.sha256(account.utf8)))]
    }
}
