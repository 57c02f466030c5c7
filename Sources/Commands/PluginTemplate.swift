import CPluginTemplates

/// The files of a new plugin.
struct PluginTemplate {
    /// The function's name.
    let name: String
    let language: PluginLanguage
    /// Where Newel's source is; used by Swift alone.
    let newel: String

    /// Paths inside the folder, and what the files hold.
    var files: [(path: String, text: String)] {
        sequence(state: 0) { (index: inout Int) in
            defer { index += 1 }
            return plugin_template_at(index)?.pointee
        }
        .filter { String(cString: $0.languages).contains(" \(language.rawValue) ") }
        .map { file in
            let text = String(decoding: UnsafeBufferPointer(start: file.text, count: file.length), as: UTF8.self)
            return (filled(String(cString: file.path)), filled(text))
        }
    }

    private func filled(_ text: String) -> String {
        var result = text
        for (placeholder, value) in [("@NAME@", name), ("@name@", identifier), ("@NEWEL@", newel)] {
            result = result.split(separator: placeholder, omittingEmptySubsequences: false).joined(separator: value)
        }
        return result
    }

    /// The name as an identifier that every language takes.
    private var identifier: String {
        String(decoding: name.utf8.map { $0 == 0x2D ? 0x5F : Self.small($0) }, as: UTF8.self)
    }

    private static func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }

    /// Whether a byte is an ASCII letter.
    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
