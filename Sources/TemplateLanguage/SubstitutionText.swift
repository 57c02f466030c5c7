/// The text of `Fn::Sub` taken apart.
enum SubstitutionText {
    /// A piece of it.
    enum Part: Equatable {
        /// As it is.
        case text(String)
        /// `${Name}`.
        case variable(String)
    }

    /// Its pieces in order; `${!Literal}` is the text `${Literal}`.
    static func parts(of text: String) throws(TemplateError) -> [Part] {
        var parts: [Part] = []
        var plain = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "${") {
            plain += rest[..<start.lowerBound]
            guard let end = rest[start.upperBound...].firstIndex(of: "}") else {
                plain += rest[start.lowerBound...]
                rest = ""
                break
            }
            let name = rest[start.upperBound..<end]
            if name.hasPrefix("!") {
                plain += "${\(name.dropFirst())}"
            } else {
                let trimmed = name.drop { $0 == " " }
                var bare = String(trimmed)
                while bare.hasSuffix(" ") { bare.removeLast() }
                guard !bare.isEmpty, bare.utf8.allSatisfy(isNameByte) else {
                    throw .function(
                        "variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, and colons"
                    )
                }
                if !plain.isEmpty { parts.append(.text(plain)) }
                plain = ""
                parts.append(.variable(bare))
            }
            rest = rest[rest.index(after: end)...]
        }
        plain += rest
        if !plain.isEmpty { parts.append(.text(plain)) }
        return parts
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"): true
        default: false
        }
    }
}
