/// A JSON value together with its text, shared and immutable.
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

    /// Writes a value in the compact form.
    package init(_ tree: JSON) {
        self.tree = tree
        bytes = tree.bytes
    }

    /// The value as text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The length of the text in bytes.
    package var byteCount: Int { bytes.count }
}
