/// An answer of the Runtime API.
package struct HTTPReply: Sendable, Equatable {
    /// The HTTP status.
    package var status = 0
    /// Names in small letters, and values.
    package var headers: [(name: String, value: String)] = []
    /// Without what carried it.
    package var body: [UInt8] = []

    /// The first value of a header, by its name in small letters; empty without one.
    package func header(_ name: String) -> String { headers.first { $0.name == name }?.value ?? "" }

    package static func == (one: Self, other: Self) -> Bool {
        one.status == other.status && one.body == other.body
            && one.headers.map(\.name) == other.headers.map(\.name)
            && one.headers.map(\.value) == other.headers.map(\.value)
    }
}
