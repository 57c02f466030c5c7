import JSONTree

/// How lists show keys: as they are, or percent-encoded, as clients ask that must read any key from XML.
struct KeyEncoding {
    private let isURL: Bool

    /// Reads `EncodingType`.
    init(_ type: String?) { isURL = type == "url" }

    /// A key as it is shown.
    func callAsFunction(_ text: String) -> JSON {
        guard isURL else { return .string(text) }
        var shown: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "*"):
                shown.append(byte)
            default: shown += [UInt8(ascii: "%"), Self.digit(byte >> 4), Self.digit(byte & 0xF)]
            }
        }
        return .string(String(decoding: shown, as: UTF8.self))
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
