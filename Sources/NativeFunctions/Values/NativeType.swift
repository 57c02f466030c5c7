/// What a parameter, a field or a result is in C.
package indirect enum NativeType: Sendable, Equatable {
    /// A number or truth value.
    case scalar(NativeScalar)
    /// `char *`: UTF-8 that ends with a NUL.
    case text
    /// A pointer to bytes whose number stands elsewhere.
    case bytes
    /// A structure by value.
    case structure(NativeStructure)
    /// A pointer to one scalar, text or structure.
    case pointer(NativeType)
    /// A pointer to the first of several.
    case array(NativeType)
    /// An array inside a structure.
    case fixed(NativeType, count: Int)
    /// `char[N]` inside a structure: text that ends with a NUL.
    case characters(Int)
    /// A pointer that is always NULL.
    case null

    /// As a manifest writes it.
    package var name: String {
        switch self {
        case .scalar(let scalar): scalar.rawValue
        case .text: "cstring"
        case .bytes: "bytes"
        case .structure(let structure): structure.name
        case .pointer(let target): "\(target.name)*"
        case .array(let element): "\(element.name)[]"
        case .fixed(let element, let count): "\(element.name)[\(count)]"
        case .characters(let count): "chars[\(count)]"
        case .null: "pointer"
        }
    }

    /// Its size where it stands, in bytes.
    package var byteCount: Int {
        switch self {
        case .scalar(let scalar): scalar.byteCount
        case .structure(let structure): structure.byteCount
        case .fixed(let element, let count): element.byteCount * count
        case .characters(let count): count
        case .text, .bytes, .pointer, .array, .null: MemoryLayout<UnsafeRawPointer>.size
        }
    }

    /// Its alignment in bytes.
    package var alignment: Int {
        switch self {
        case .scalar(let scalar): scalar.byteCount
        case .structure(let structure): structure.alignment
        case .fixed(let element, _): element.alignment
        case .characters: 1
        case .text, .bytes, .pointer, .array, .null: MemoryLayout<UnsafeRawPointer>.alignment
        }
    }

    /// What a pointer or array points to.
    var target: NativeType? {
        switch self {
        case .pointer(let target), .array(let target): target
        default: nil
        }
    }

    /// Bytes of one element of a buffer: 1 for bytes and text.
    var elementByteCount: Int { if case .array(let element) = self { element.byteCount } else { 1 } }

    /// The scalar of a whole number, by value or by pointer.
    var counter: NativeScalar? {
        switch self {
        case .scalar(let scalar) where scalar.isInteger: scalar
        case .pointer(.scalar(let scalar)) where scalar.isInteger: scalar
        default: nil
        }
    }

    /// Whether what lies behind it can be NULL.
    var isPointer: Bool {
        switch self {
        case .text, .bytes, .pointer, .array, .null: true
        case .scalar, .structure, .fixed, .characters: false
        }
    }

    /// Whether the function may hand it out and somebody must say who frees it.
    var isLent: Bool { self != .null && isPointer }
}
