/// Reads the types a manifest names.
struct NativeTypeReader {
    /// By name.
    let structures: [String: NativeStructure]

    /// The type; or what is wrong with it.
    func type(_ text: String) -> Result<NativeType, NativeLoadFailure> {
        if let target = text.stripping("*") {
            return type(target).flatMap {
                switch $0 {
                case .scalar, .text, .structure: .success(.pointer($0))
                default: wrong("\(text) is a pointer to \(target), which is not supported")
                }
            }
        }
        if let element = text.stripping("[]") {
            return type(element).flatMap {
                switch $0 {
                case .scalar, .text, .structure: .success(.array($0))
                default: wrong("\(text) is an array of \(element), which is not supported")
                }
            }
        }
        if let bracket = text.firstIndex(of: "["), text.hasSuffix("]") {
            return several(String(text[..<bracket]), String(text[bracket...].dropFirst().dropLast()))
        }
        if let scalar = NativeScalar(named: text) { return .success(.scalar(scalar)) }
        if let structure = structures[text] { return .success(.structure(structure)) }
        switch text {
        case "cstring": return .success(.text)
        case "bytes": return .success(.bytes)
        case "pointer": return .success(.null)
        default: return wrong("'\(text)' is no type and not in structs; types are \(Self.names)")
        }
    }

    private func several(_ element: String, _ count: String) -> Result<NativeType, NativeLoadFailure> {
        guard let count = Int(count), count >= 1, count <= NativeLimits.structureBytesMax else {
            return wrong("'\(count)' is no number of elements from 1 to \(NativeLimits.structureBytesMax)")
        }
        if element == "chars" { return .success(.characters(count)) }
        return type(element).flatMap {
            switch $0 {
            case .scalar, .structure, .text: .success(.fixed($0, count: count))
            default: wrong("\(element)[\(count)] is an array of \(element), which is not supported")
            }
        }
    }

    private func wrong(_ message: String) -> Result<NativeType, NativeLoadFailure> {
        .failure(NativeLoadFailure(.badDeclaration, message))
    }

    /// What a message offers.
    private static let names =
        (NativeScalar.allCases.map(\.rawValue) + NativeScalar.names.keys.sorted()).joined(separator: " ")
        + ", cstring, bytes, pointer, TYPE*, TYPE[]"
}

extension String {
    /// The text before an ending; `nil` when it does not end so.
    fileprivate func stripping(_ ending: String) -> String? {
        hasSuffix(ending) ? String(dropLast(ending.count)) : nil
    }
}
