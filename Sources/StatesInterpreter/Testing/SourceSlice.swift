import JSONPathLanguage
import JSONTree

/// Part of a payload in the spelling of the whole.
///
/// Observed of AWS's TestState: `afterItemsPath` keeps the caller's spacing.
enum SourceSlice {
    /// The slice a path names, or the compact form of its value where the path is more than names.
    static func payload(_ value: JSON, at path: JSONPath?, in source: Payload) -> Payload {
        guard let path, path.variableName == nil, let pointer = pointer(of: path),
            let place = JSONPlaces(source.bytes).place(of: pointer)
        else { return path == nil ? source : Payload(value) }
        let bytes = source.bytes[place.offset...]
        guard let end = end(of: bytes), let slice = try? Payload(parsing: Array(bytes[..<end])), slice.tree == value
        else { return Payload(value) }  // a slice that is not the value means only that the compact form must do
        return slice
    }

    /// `$.a.b` as `/a/b`; `nil` for paths with anything but plain names.
    private static func pointer(of path: JSONPath) -> String? {
        let names = path.text.drop { $0 == "$" }
        let isPlain = names.utf8.allSatisfy { byte in
            byte == 0x2E || byte == 0x5F || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte)
        }
        return isPlain ? String(names.replacing(".", with: "/")) : nil
    }

    /// Where the array or object that starts a text ends.
    private static func end(of bytes: ArraySlice<UInt8>) -> Int? {
        var depth = 0
        var isInText = false
        var isEscaped = false
        for (index, byte) in zip(bytes.indices, bytes) {
            if isInText {
                if isEscaped {
                    isEscaped = false
                } else if byte == 0x5C {
                    isEscaped = true
                } else if byte == 0x22 {
                    isInText = false
                }
                continue
            }
            switch byte {
            case 0x22: isInText = true
            case 0x5B, 0x7B: depth += 1
            case 0x5D, 0x7D: depth -= 1
            default: break
            }
            if depth == 0 { return index + 1 }
        }
        return nil
    }
}
