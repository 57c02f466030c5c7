/// A library of the machine, which the dynamic loader finds by its name: `libz.so.1`.
package struct SystemLibrary: Sendable, Equatable {
    /// As the loader knows it, without a folder.
    package var name: String
    /// The only architecture it is meant for; `nil` for any.
    package var architecture: String?

    /// Whether the loader can be asked for such a name.
    static func isName(_ name: String) -> Bool {
        name.contains(".so") && name.utf8.count <= 255 && !name.hasPrefix(".")
            && name.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                    || [0x2B, 0x2D, 0x2E, 0x5F].contains($0)
            }
    }
}
