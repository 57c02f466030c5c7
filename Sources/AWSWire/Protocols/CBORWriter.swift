import Digests
import JSONTree

/// Writes an action's output as CBOR, as its shape says: blobs as byte strings, instants with their tag.
///
/// Source: RFC 8949; Smithy, "RPC v2 CBOR protocol", "Shape serialization".
struct CBORWriter {
    private let model: ServiceModel
    /// What is written so far.
    private(set) var bytes: [UInt8] = []

    /// Writes for a service.
    init(_ model: ServiceModel) { self.model = model }

    /// Writes a value of a shape; of one without a shape as it looks.
    mutating func write(_ value: JSON, as shape: Int?) {
        switch (value, shape.map { model.shapes[$0].kind }) {
        case (.string(let text), .blob): blob(text)
        case (_, .timestamp) where value.isNumber:
            bytes.append(0xC1)
            number(value)
        case (.object(let object), .structure(let members)):
            let present = object.filter { !$0.value.isNull }
            head(5, UInt64(present.count))
            for (name, value) in present {
                string(name)
                write(value, as: members.first { $0.name == name }?.shape)
            }
        case (.object(let object), .map(_, let item, _, _, _)): pairs(object, item)
        case (.object(let object), _): pairs(object, nil)
        case (.array(let items), .list(let element, _, _)): list(items, element)
        case (.array(let items), _): list(items, nil)
        case (.string(let text), _): string(text)
        case (.bool(let flag), _): bytes.append(flag ? 0xF5 : 0xF4)
        case (.null, _): bytes.append(0xF6)
        default: number(value)
        }
    }

    private mutating func pairs(_ object: JSONObject, _ item: Int?) {
        head(5, UInt64(object.count))
        for (name, value) in object {
            string(name)
            write(value, as: item)
        }
    }

    private mutating func list(_ items: [JSON], _ element: Int?) {
        head(4, UInt64(items.count))
        for item in items { write(item, as: element) }
    }

    private mutating func string(_ text: String) {
        head(3, UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func blob(_ text: String) {
        let content = Base64.decode(text) ?? Array(text.utf8)
        head(2, UInt64(content.count))
        bytes.append(contentsOf: content)
    }

    private mutating func number(_ value: JSON) {
        if let whole = value.integerValue {
            head(whole < 0 ? 1 : 0, whole < 0 ? UInt64(-1 - whole) : UInt64(whole))
            return
        }
        bytes.append(0xFB)
        let bits = (value.doubleValue ?? 0).bitPattern
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
    }

    private mutating func head(_ kind: UInt8, _ argument: UInt64) {
        let (width, mark): (Int, UInt8) =
            switch argument {
            case ..<24: (0, UInt8(argument))
            case ...0xFF: (1, 24)
            case ...0xFFFF: (2, 25)
            case ...0xFFFF_FFFF: (4, 26)
            default: (8, 27)
            }
        bytes.append(kind << 5 | mark)
        for place in (0..<width).reversed() { bytes.append(UInt8(truncatingIfNeeded: argument >> UInt64(place * 8))) }
    }
}
