import JSONTree
import ResourceNames

/// Writes an action's JSON shape as the XML of the query protocol.
struct XMLWriter {
    private let shapes: [Shape]
    private(set) var bytes: [UInt8] = []

    init(_ model: ServiceModel) { shapes = model.shapes }

    /// Writes text as it is.
    mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Writes an element that holds a text.
    mutating func element(_ name: String, _ text: String) {
        open(name)
        escaped(text)
        close(name)
    }

    /// Writes an element that holds words for people: characters that XML cannot hold are shown as U+FFFD.
    mutating func element(_ name: String, words: String) {
        let shown = words.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x1_0000...: scalar
            default: "\u{FFFD}" as Unicode.Scalar
            }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: shown)
        element(name, String(text))
    }

    /// Writes the members of a structure, in the order of the model.
    mutating func members(of value: JSON, _ members: [Shape.Member]) {
        for member in members {
            guard let item = value[member.name], !item.isNull else { continue }
            write(item, member.shape, named: member.wireName)
        }
    }

    mutating func open(_ name: String) {
        bytes.append(UInt8(ascii: "<"))
        raw(name)
        bytes.append(UInt8(ascii: ">"))
    }

    mutating func close(_ name: String) {
        raw("</")
        raw(name)
        bytes.append(UInt8(ascii: ">"))
    }

    /// Writes a value of a shape as an element.
    mutating func write(_ value: JSON, _ place: Int, named name: String) {
        switch shapes[place].kind {
        case .structure(let members):
            open(name)
            self.members(of: value, members)
            close(name)
        case .list(let element, let elementName, let isFlat):
            if !isFlat { open(name) }
            for item in value.arrayValue ?? [] { write(item, element, named: isFlat ? name : elementName) }
            if !isFlat { close(name) }
        case .map(let key, let item, let keyName, let valueName, let isFlat):
            if !isFlat { open(name) }
            for pair in value.objectValue ?? JSONObject() {
                open(isFlat ? name : "entry")
                write(.string(pair.key), key, named: keyName)
                write(pair.value, item, named: valueName)
                close(isFlat ? name : "entry")
            }
            if !isFlat { close(name) }
        case .timestamp:
            let instant =
                value.isNumber ? value.doubleValue.map { Timestamp(milliseconds: Int64(($0 * 1_000).rounded())) } : nil
            element(name, instant?.iso8601 ?? value.stringValue ?? "")
        default: element(name, value.stringValue ?? value.text)
        }
    }

    private mutating func escaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "<"): raw("&lt;")
            case UInt8(ascii: ">"): raw("&gt;")
            case UInt8(ascii: "\""): raw("&quot;")
            case 0x0D: raw("&#xD;")
            case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20: raw("&#x" + String(byte, radix: 16, uppercase: true) + ";")
            default: bytes.append(byte)
            }
        }
    }
}
