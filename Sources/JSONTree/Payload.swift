/// A JSON value together with its text: the input, output or result of a state.
///
/// **Ownership.** A payload is made once, where a value enters or is computed, and never changes. Everybody who holds
/// it shares it: passing it on costs one reference count, whatever its size, and any task may read it without a lock.
/// Nobody owns it alone, so nothing taken out of it can change it: `tree` and `bytes` are values, a copy of which
/// shares its storage with the payload until someone changes the copy.
///
/// **Identity.** A state that passes its input through hands on the same object. `===` therefore says that two values
/// are the same without comparing them, and lets a record keep each once; that `===` is false says nothing.
///
/// **Memory.** A payload keeps both forms for as long as anybody holds it: its text, and a tree several times that
/// size. Taking one small value out of `tree` keeps that value alone alive, not the rest, once the payload is gone.
package final class Payload: Sendable {
    /// The value.
    package let tree: JSON
    /// The value as text: the sender's own spelling, or the compact form of a value computed here.
    package let bytes: [UInt8]

    /// `{}`.
    package static let emptyObject = Payload(.emptyObject)

    /// Reads a text and keeps it as it is, spacing and all.
    package init(parsing bytes: [UInt8], options: JSONReadingOptions = .init()) throws(JSONError) {
        tree = try JSON.parse(bytes, options: options)
        self.bytes = bytes
    }

    /// Writes a value in the compact form; see `JSON.isDeeper(than:)` for values that might not be read again.
    package init(_ tree: JSON) {
        self.tree = tree
        bytes = tree.bytes
    }

    /// The value as text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The length of the text in bytes.
    package var byteCount: Int { bytes.count }
}
